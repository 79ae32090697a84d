// The baked atlas as a file: what vonk-bake writes and Atlas::load reads. Little-endian: "VATLAS2\0",
// density, sprites, their places, then pages as zstd frames of premultiplied BGRA.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

#include "engine/core/error.h"
#include "engine/gfx/atlas.h"

namespace vonk::gfx {

struct AtlasFile {
    struct Page {
        int width = 0;
        int height = 0;
        std::vector<std::uint8_t> bgra;  // when writing
    };
    double density = 1.0;
    std::vector<Sprite> sprites;
    std::vector<SpriteImage> images;  // as many as sprites; `texture` is the index of the page
    std::vector<Page> pages;
};

Result<void> writeAtlas(const AtlasFile& atlas, const std::filesystem::path& file);

// Gives each page's pixels to `upload` in turn, from one buffer that is used again (fresh memory costs more
// than the unpacking); `pages` of the result hold sizes only. Damaged files are refused.
using PageReader = std::function<void(const AtlasFile::Page& page, std::span<const std::uint8_t> bgra)>;
Result<AtlasFile> readAtlas(const std::filesystem::path& file, std::vector<std::uint8_t>& scratch,
                            const PageReader& upload);

}  // namespace vonk::gfx
