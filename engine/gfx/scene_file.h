// A baked scene: the layers of a background and what moves in it. Written by vonk-bake, read by Scenery.
// Coordinates are kit pixels of the 1920x1080 picture; the layers reach further on all sides, so that other
// screens find something there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "engine/core/error.h"
#include "engine/gfx/binary.h"
#include "engine/gfx/color.h"
#include "engine/gfx/geometry.h"

namespace vonk::gfx {

struct SceneLayer {
    std::string name;
    bool over = false;  // drawn in front of the world
    Rect area;          // kit px where its picture lies
};

enum class Motion : std::uint8_t {
    Still,
    Drift,  // clouds: to the right at `speed` px/s, comes back on the other side
    Turn,   // sails, rotors: `speed` degrees a second
    Ride,   // along `path` at `speed` px/s, and again
    Bob,    // up and down by `amplitude` px and `angleAmplitude` degrees at `frequency` Hz
    Float,  // drifts like a cloud and bobs
    Fly,    // drifts, wings beating
    Swim,   // to and fro over `range` px, bobbing
    Wave,   // stands and now and then waves its paw or arm
};

struct SceneMover {
    std::string sprite;
    Point at;
    float scale = 1.0F;
    bool flip = false;
    float alpha = 1.0F;
    float angle = 0.0F;  // degrees
    float haze = 0.0F;
    Color hazeColour = palette::dayHaze;
    std::string behind;  // of this layer; empty: before all layers but those over the world
    std::string layer;   // belongs to this layer over the world
    Motion motion = Motion::Still;
    float speed = 0.0F;
    float amplitude = 0.0F;
    float angleAmplitude = 0.0F;
    float frequency = 0.3F;
    float range = 0.0F;
    std::vector<Point> path;
};

struct SceneFile {
    float left = 0.0F;  // how far the layers reach beyond the picture
    float top = 0.0F;
    Size size;         // of the whole, kit px
    Color washColour;  // a soft light over all of it; alpha 0: none
    Point washAt;
    float washRadius = 0.0F;
    Color vignetteColour{0, 0, 0, 0};
    float vignetteFrom = 1.0F;
    std::vector<SceneLayer> layers;
    std::vector<SceneMover> movers;
};

struct ScenePicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> bgra;
};

// One picture a layer.
Result<void> writeScene(const SceneFile& scene, const std::vector<ScenePicture>& pictures,
                        const std::filesystem::path& file);
using LayerReader = std::function<void(const PackedPicture& picture)>;
Result<SceneFile> readScene(const std::filesystem::path& file, std::vector<std::uint8_t>& scratch,
                            const LayerReader& upload);

}  // namespace vonk::gfx
