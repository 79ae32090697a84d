// The baked sprites: one file a density, holding an index and pages of premultiplied BGRA, in the form that
// the GPU takes. Sizes, pivots and slices are in kit pixels (1920x1080 on 24 inch: 3.6 px = 1 mm), whatever
// the density.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/core/error.h"
#include "engine/gfx/geometry.h"

namespace vonk::gfx {

struct SpriteId {
    std::uint16_t index = 0xFFFF;

    friend bool operator==(SpriteId, SpriteId) = default;
    explicit operator bool() const { return index != 0xFFFF; }
};

// Left, top, right, bottom.
struct Insets {
    float left = 0.0F;
    float top = 0.0F;
    float right = 0.0F;
    float bottom = 0.0F;

    friend bool operator==(const Insets&, const Insets&) = default;
};

struct Sprite {
    std::string name;
    float w = 0.0F;
    float h = 0.0F;
    Point pivot;
    std::optional<Insets> slice;  // for 9-slice
    std::optional<Rect> face;     // the part of a key or card that is it, without shadow and glow
    float period = 0.0F;          // a tile repeats after this many kit px; 0: it is not a tile
    float step = 0.0F;            // and may be cut at multiples of this; 0: anywhere
    float body = 0.0F;            // across a strip, without its soft edge; 0: all of h
    float cap = 0.0F;             // how far an end piece of a strip reaches along it; 0: all of w
    SpriteId
        attach;  // a piece that belongs to another one stands with its pivot at `at` from that one's pivot
    Point at;
    std::optional<Point> secondAt;  // the same piece again: the other wheel
};

// Where one sprite's pixels are in one density.
struct SpriteImage {
    int texture = -1;  // index of the page's texture; -1: not in this density, or wholly transparent
    Rect area;         // kit px from the sprite's top left: what is left after trimming
    Rect texels;       // on the page
};

class Atlas {
  public:
    // Reads art@<density>x.vatlas for each density, in rising order; all hold the same sprites. Needs a GL
    // context.
    static Result<std::unique_ptr<Atlas>> load(const std::filesystem::path& folder,
                                               std::span<const double> densities);
    ~Atlas();
    Atlas(const Atlas&) = delete;
    Atlas& operator=(const Atlas&) = delete;

    // Asserts that the sprite exists: a wrong name is a bug. Look names up once, not every frame.
    SpriteId id(std::string_view name) const;
    // For names that come from a file.
    std::optional<SpriteId> find(std::string_view name) const;
    const Sprite& sprite(SpriteId id) const { return sprites_[id.index]; }
    std::size_t size() const { return sprites_.size(); }

    struct Page {
        unsigned texture = 0;
        int width = 0;
        int height = 0;
    };
    struct Density {
        double value = 1.0;
        std::vector<SpriteImage> images;
    };
    // The lowest density that is not below `scale` (pixels per kit pixel), or the highest there is.
    const Density& densityFor(float scale) const;
    const Page& page(int texture) const { return pages_[static_cast<std::size_t>(texture)]; }

  private:
    Atlas() = default;
    std::vector<Sprite> sprites_;
    std::unordered_map<std::string, std::uint16_t> byName_;
    std::vector<Density> densities_;
    std::vector<Page> pages_;
};

}  // namespace vonk::gfx
