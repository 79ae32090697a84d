// A circuit on its board: the board itself (kept), devices, wires as bent strips, and the charges that run in
// them as fast as the current.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "game/level/level.h"
#include "game/view/open_ends.h"
#include "game/view/part_picture.h"

namespace vonk::view {

// What is written on things in the scene, in the visitor's language; empty functions write nothing.
struct SceneWords {
    std::function<std::string(std::string_view)> label;  // string key: "scene.shop", "scene.on", "scene.off"
    std::function<std::string(double)> voltage;          // volt
};

class CircuitPainter {
  public:
    CircuitPainter(const level::Level& level, gfx::Graphics& graphics) : level_(level), graphics_(graphics) {}

    // Into the kept background.
    void drawBoard(gfx::Canvas& canvas, const ViewFrame& frame, float unit) const;
    float boardRight(const ViewFrame& frame, float unit) const;  // px, its frame included
    // Charges move on, levers follow their switches.
    void update(double dt, const world::Snapshot& snapshot);
    // `words.label` of "scene.on" and "scene.off" stands under a switch, `words.voltage` on a battery.
    void draw(const Brush& brush, const world::Snapshot& snapshot, const SceneWords& words) const;

    // Loose ends glow, and dashes lead over the gap; `strength` 0–1. Slower than once a second: it waits, it
    // does not warn.
    void drawOpen(const Brush& brush, const OpenEnds& ends, const world::Design& design,
                  float strength) const;
    static constexpr double open_beat = 0.6;  // 1/s
    // Whether a current flows anywhere.
    static bool flows(const world::Snapshot& snapshot);

    // A wire that is being pulled, or only meant.
    void drawWire(const Brush& brush, std::span<const Vec2> path, gfx::SpriteId strip, float alpha) const;
    gfx::SpriteId looseWire() const { return graphics_.sprite("circuit/wire-blue-mid"); }

    // px per kit px of a device: kit pixels are its millimetres.
    static float deviceScale(const ViewFrame& frame) {
        return static_cast<float>(frame.pixelsPerMetre() * 0.001);
    }

  private:
    struct Ends {
        std::vector<Vec2> path;
        gfx::SpriteId strip;
    };
    Ends ends(const world::WireView& wire, const world::Snapshot& snapshot) const;
    void charges(const Brush& brush, std::span<const Vec2> path, double current, double phase) const;

    const level::Level& level_;
    gfx::Graphics& graphics_;
    std::map<PartId, double> phases_;  // kit px that the charges of a wire have run
    std::map<PartId, double> levers_;  // 0 closed – 1 open
};

}  // namespace vonk::view
