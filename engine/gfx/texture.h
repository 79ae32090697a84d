// A GL texture, and a picture one can draw into. Rows go from the top of the picture down, so what is read
// back is a picture as files store it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "engine/core/error.h"
#include "engine/gfx/geometry.h"

namespace vonk::gfx {

class Texture {
  public:
    Texture() = default;
    // BGRA, premultiplied, top row first; `pixels` may be empty (then the content is transparent black).
    Texture(int width, int height, std::span<const std::uint8_t> pixels = {});
    ~Texture();
    Texture(Texture&& other) noexcept;
    Texture& operator=(Texture&& other) noexcept;
    void update(PixelRect where, std::span<const std::uint8_t> pixels);
    unsigned id() const { return id_; }
    int width() const { return width_; }
    int height() const { return height_; }

  private:
    unsigned id_ = 0;
    int width_ = 0;
    int height_ = 0;
};

// Pixels on the CPU: BGRA premultiplied as in a Target.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> bgra;

    // Red, green, blue, alpha of one pixel packed as 0xRRGGBBAA.
    std::uint32_t at(int x, int y) const;
    // Of size and content; equal pictures have equal hashes.
    std::uint64_t hash() const;
    // Each pixel the mean of a block of `factor` × `factor`; what is left over at the right and below is cut
    // off.
    Pixels shrunk(int factor) const;
    // Covers what lies there; what would hang over an edge is cut off. `x`, `y` of the upper left corner.
    void paste(const Pixels& other, int x, int y);
    Result<void> writePng(const std::filesystem::path& file) const;
};

// An own frame buffer, BGRA8 without depth.
class Target {
  public:
    Target(int width, int height);
    ~Target();
    Target(Target&& other) noexcept;
    Target& operator=(Target&& other) noexcept;

    int width() const { return texture_.width(); }
    int height() const { return texture_.height(); }
    const Texture& texture() const { return texture_; }
    unsigned framebuffer() const { return framebuffer_; }
    // Waits for the GPU. An empty rect means all of it.
    Pixels read(PixelRect part = {}) const;

  private:
    Texture texture_;
    unsigned framebuffer_ = 0;
};

}  // namespace vonk::gfx
