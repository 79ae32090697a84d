#include "tools/bake/pack.h"

#include <stb_image.h>

#include <algorithm>
#include <numeric>

#include "engine/core/assert.h"

namespace vonk::bake {

namespace {

constexpr int margin = 2;
constexpr int whiteSize = 4;  // a solid block at the origin of each page, for shapes drawn along with sprites

// Shelves: pictures of falling height side by side.
class Shelves {
  public:
    Shelves(int width, int height) : width_(width), height_(height) {}
    bool place(int w, int h, int& x, int& y) {
        if (x_ + w > width_) {
            y_ += shelf_;
            x_ = 0;
            shelf_ = 0;
        }
        if (y_ + h > height_) return false;
        x = x_;
        y = y_;
        x_ += w;
        shelf_ = std::max(shelf_, h);
        used_ = std::max(used_, y_ + shelf_);
        return true;
    }
    int used() const { return used_; }

  private:
    int width_;
    int height_;
    int x_ = whiteSize + margin;
    int y_ = 0;
    int shelf_ = whiteSize + margin;
    int used_ = whiteSize + margin;
};

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

gfx::AtlasFile pack(const std::vector<gfx::Sprite>& sprites, const std::vector<Picture>& pictures,
                    double density, int pageSize) {
    VONK_ASSERT(sprites.size() == pictures.size());
    gfx::AtlasFile atlas;
    atlas.density = density;
    atlas.sprites = sprites;
    atlas.images.resize(sprites.size());
    std::vector<gfx::PixelRect> parts;
    for (const Picture& picture : pictures) parts.push_back(visiblePart(picture));
    std::vector<std::size_t> order(sprites.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Scenery apart from what moves over it, so that a frame's sprites share pages; tall first within.
    const auto group = [&](std::size_t i) {
        return sprites[i].name.starts_with("scenery/") || sprites[i].name.starts_with("water/");
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (group(a) != group(b)) return group(b);
        return parts[a].h > parts[b].h;
    });

    std::vector<Shelves> shelves;
    struct Spot {
        std::size_t sprite;
        int page;
        int x;
        int y;
    };
    std::vector<Spot> spots;
    for (const std::size_t i : order) {
        if (parts[i].empty()) continue;
        const int w = parts[i].w + 2 * margin;
        const int h = parts[i].h + 2 * margin;
        Spot spot{i, 0, 0, 0};
        bool placed = false;
        for (std::size_t page = 0; page < shelves.size() && !placed; ++page) {
            spot.page = static_cast<int>(page);
            placed = shelves[page].place(w, h, spot.x, spot.y);
        }
        if (!placed) {
            const int size = std::max({pageSize, w, h + whiteSize + margin});
            shelves.emplace_back(size, size);
            atlas.pages.push_back({size, size, {}});
            spot.page = static_cast<int>(shelves.size()) - 1;
            VONK_ASSERT(shelves.back().place(w, h, spot.x, spot.y));
        }
        spots.push_back(spot);
    }
    for (std::size_t page = 0; page < shelves.size(); ++page) {
        gfx::AtlasFile::Page& out = atlas.pages[page];
        out.height = shelves[page].used();
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
        const auto d = static_cast<float>(density);
        atlas.images[spot.sprite] = {
            spot.page,
            {real(part.x) / d, real(part.y) / d, real(part.w) / d, real(part.h) / d},
            {real(spot.x + margin), real(spot.y + margin), real(part.w), real(part.h)}};
    }
    return atlas;
}

}  // namespace vonk::bake
