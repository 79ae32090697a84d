// The list of sprites (assets/art/kit.toml), read and checked while building.
#pragma once

#include <filesystem>
#include <vector>

#include "engine/core/error.h"
#include "engine/gfx/atlas.h"

namespace vonk::bake {

// In the order of the file; `attach` points within the list. Every mistake is reported with its line.
Result<std::vector<gfx::Sprite>> readKit(const std::filesystem::path& file);

}  // namespace vonk::bake
