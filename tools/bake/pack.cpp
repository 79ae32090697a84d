#include "tools/bake/pack.h"

#include <stb_image.h>
#include <stb_rect_pack.h>

#include <algorithm>

#include "engine/core/assert.h"

namespace vonk::bake {

namespace {

constexpr int margin = 2;
constexpr int whiteSize = 4;  // a solid block at the origin of each page, for shapes drawn along with sprites

void copyWithBorder(const Picture& from, const gfx::PixelRect& part, gfx::AtlasFile::Page& page, int x0,
                    int y0) {
    for (int y = -margin; y < part.h + margin; ++y)
        for (int x = -margin; x < part.w + margin; ++x) {
            const int sx = part.x + std::clamp(x, 0, part.w - 1);
            const int sy = part.y + std::clamp(y, 0, part.h - 1);
            const std::size_t source = (static_cast<std::size_t>(sy) * static_cast<std::size_t>(from.width) +
                                        static_cast<std::size_t>(sx)) *
                                       4;
            const std::size_t to = (static_cast<std::size_t>(y0 + y) * static_cast<std::size_t>(page.width) +
                                    static_cast<std::size_t>(x0 + x)) *
                                   4;
            std::copy_n(from.bgra.begin() + static_cast<std::ptrdiff_t>(source), 4,
                        page.bgra.begin() + static_cast<std::ptrdiff_t>(to));
        }
}

}  // namespace

Result<Picture> readPng(const std::filesystem::path& file) {
    Picture picture;
    int channels = 0;
    stbi_uc* rgba = stbi_load(file.c_str(), &picture.width, &picture.height, &channels, 4);
    if (rgba == nullptr)
        return fail({file.string(), 0, "", std::string("is not a picture: ") + stbi_failure_reason()});
    picture.bgra.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) *
                        4);
    for (std::size_t i = 0; i < picture.bgra.size(); i += 4) {
        const unsigned a = rgba[i + 3];
        const auto premultiplied = [a](unsigned c) { return static_cast<std::uint8_t>((c * a + 127) / 255); };
        picture.bgra[i] = premultiplied(rgba[i + 2]);
        picture.bgra[i + 1] = premultiplied(rgba[i + 1]);
        picture.bgra[i + 2] = premultiplied(rgba[i]);
        picture.bgra[i + 3] = static_cast<std::uint8_t>(a);
    }
    stbi_image_free(rgba);
    return picture;
}

gfx::PixelRect visiblePart(const Picture& picture) {
    int left = picture.width;
    int top = picture.height;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            const std::size_t i = (static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                                   static_cast<std::size_t>(x)) *
                                  4;
            if (picture.bgra[i + 3] == 0) continue;
            left = std::min(left, x);
            top = std::min(top, y);
            right = std::max(right, x + 1);
            bottom = std::max(bottom, y + 1);
        }
    if (right <= left) return {};
    left = std::max(0, left - 1);
    top = std::max(0, top - 1);
    right = std::min(picture.width, right + 1);
    bottom = std::min(picture.height, bottom + 1);
    return {left, top, right - left, bottom - top};
}

Picture shrunk(const Picture& picture, int factor) {
    Picture out{(picture.width + factor - 1) / factor, (picture.height + factor - 1) / factor, {}};
    out.bgra.resize(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4);
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            for (int k = 0; k < 4; ++k) {
                int sum = 0;
                for (int sy = y * factor; sy < std::min(picture.height, (y + 1) * factor); ++sy)
                    for (int sx = x * factor; sx < std::min(picture.width, (x + 1) * factor); ++sx)
                        sum += picture.bgra[static_cast<std::size_t>((sy * picture.width + sx) * 4 + k)];
                out.bgra[static_cast<std::size_t>((y * out.width + x) * 4 + k)] =
                    static_cast<std::uint8_t>((sum + factor * factor / 2) / (factor * factor));
            }
    return out;
}

gfx::AtlasFile pack(const std::vector<gfx::Sprite>& sprites, const std::vector<Picture>& pictures,
                    const std::vector<float>& texelsPerKit, double density, int pageSize) {
    VONK_ASSERT(sprites.size() == pictures.size() && sprites.size() == texelsPerKit.size());
    gfx::AtlasFile atlas;
    atlas.density = density;
    atlas.sprites = sprites;
    atlas.images.resize(sprites.size());
    std::vector<gfx::PixelRect> parts;
    std::vector<stbrp_rect> waiting;
    int largest = pageSize;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        parts.push_back(visiblePart(pictures[i]));
        if (parts.back().empty()) continue;
        const int w = parts.back().w + 2 * margin;
        const int h = parts.back().h + 2 * margin;
        waiting.push_back({static_cast<int>(i), w, h, 0, 0, 0});
        largest = std::max({largest, w, h + whiteSize + margin});
    }
    struct Spot {
        std::size_t sprite;
        int page;
        int x;
        int y;
    };
    std::vector<Spot> spots;
    while (!waiting.empty()) {
        // The white block goes along as a piece of its own, packed first into the corner.
        std::vector<stbrp_node> nodes(static_cast<std::size_t>(largest));
        stbrp_context context;
        stbrp_init_target(&context, largest, largest, nodes.data(), static_cast<int>(nodes.size()));
        stbrp_rect corner{-1, whiteSize + margin, whiteSize + margin, 0, 0, 0};
        stbrp_pack_rects(&context, &corner, 1);
        VONK_ASSERT(corner.was_packed != 0 && corner.x == 0 && corner.y == 0);
        stbrp_pack_rects(&context, waiting.data(), static_cast<int>(waiting.size()));
        const int page = static_cast<int>(atlas.pages.size());
        int used = whiteSize + margin;
        std::vector<stbrp_rect> left;
        for (const stbrp_rect& r : waiting) {
            if (r.was_packed == 0) {
                left.push_back(r);
                continue;
            }
            spots.push_back({static_cast<std::size_t>(r.id), page, r.x, r.y});
            used = std::max(used, r.y + r.h);
        }
        VONK_ASSERT(left.size() < waiting.size());
        waiting = std::move(left);
        gfx::AtlasFile::Page& out = atlas.pages.emplace_back();
        out.width = largest;
        out.height = used;
        out.bgra.assign(static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height) * 4, 0);
        for (int y = 0; y < whiteSize; ++y)
            std::fill_n(out.bgra.begin() + static_cast<std::ptrdiff_t>(y) * out.width * 4, whiteSize * 4,
                        std::uint8_t{255});
    }
    const auto real = [](int v) { return static_cast<float>(v); };
    for (const Spot& spot : spots) {
        const gfx::PixelRect& part = parts[spot.sprite];
        copyWithBorder(pictures[spot.sprite], part, atlas.pages[static_cast<std::size_t>(spot.page)],
                       spot.x + margin, spot.y + margin);
        const float d = texelsPerKit[spot.sprite];
        atlas.images[spot.sprite] = {
            spot.page,
            {real(part.x) / d, real(part.y) / d, real(part.w) / d, real(part.h) / d},
            {real(spot.x + margin), real(spot.y + margin), real(part.w), real(part.h)}};
    }
    return atlas;
}

}  // namespace vonk::bake
