// A scene's list (assets/art/scenes/NAME/scene.toml), read and checked while building.
#pragma once

#include <filesystem>

#include "engine/core/error.h"
#include "engine/gfx/scene_file.h"

namespace vonk::bake {

// The layers' areas are still unknown. Every mistake is reported with its line.
Result<gfx::SceneFile> readSceneList(const std::filesystem::path& file);

// Cuts the pictures of the layers (one PNG each in `pngs`) and writes the scene at `density`.
Result<void> bakeScene(const std::filesystem::path& list, double density, const std::filesystem::path& pngs,
                       const std::filesystem::path& out);

}  // namespace vonk::bake
