// Cuts away the empty margins of pictures and packs them into pages.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "engine/core/error.h"
#include "engine/gfx/atlas_file.h"

namespace vonk::bake {

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> bgra;  // premultiplied
};

Result<Picture> readPng(const std::filesystem::path& file);

// The smallest rectangle that holds all visible pixels, grown by one where there is room, so that filtered
// edges fade out. Empty when nothing is visible.
gfx::PixelRect visiblePart(const Picture& picture);

// Every `factor` x `factor` pixels become one, their mean. What is left over at the right and the bottom is
// filled up with nothing.
Picture shrunk(const Picture& picture, int factor);

// Packs pictures (one a sprite, in the same order) into pages of at most `pageSize` square. Around each piece
// its border pixels are repeated, so that filtering at its edge never reads a neighbour. `texelsPerKit`: of
// each, the density but for soft ones.
gfx::AtlasFile pack(const std::vector<gfx::Sprite>& sprites, const std::vector<Picture>& pictures,
                    const std::vector<float>& texelsPerKit, double density, int pageSize);

}  // namespace vonk::bake
