// The list of sprites (assets/art/kit.toml), read and checked while building.
#pragma once

#include <filesystem>
#include <vector>

#include "engine/core/error.h"
#include "engine/gfx/atlas.h"

namespace vonk::bake {

struct Kit {
    std::vector<gfx::Sprite> sprites;  // in the order of the file; `attach` points within the list
    std::vector<float> soft;  // of each: the share of pixels that is enough, 1 but for blurred things
};

// Every mistake is reported with its line.
Result<Kit> readKit(const std::filesystem::path& file);

}  // namespace vonk::bake
