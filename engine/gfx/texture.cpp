#include "engine/gfx/texture.h"

#include <stb_image_write.h>

#include <algorithm>
#include <utility>

#include "engine/core/assert.h"
#include "engine/core/hash.h"
#include "engine/gfx/gl.h"

namespace vonk::gfx {

Texture::Texture(int width, int height, std::span<const std::uint8_t> pixels)
    : width_(width), height_(height) {
    VONK_ASSERT(width > 0 && height > 0);
    const std::size_t bytes = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4;
    VONK_ASSERT(pixels.empty() || pixels.size() >= bytes);
    glGenTextures(1, &id_);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, id_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    std::vector<std::uint8_t> empty;
    if (pixels.empty()) empty.resize(bytes);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_BGRA, GL_UNSIGNED_BYTE,
                 pixels.empty() ? empty.data() : pixels.data());
}

Texture::~Texture() {
    if (id_ != 0) glDeleteTextures(1, &id_);
}

Texture::Texture(Texture&& other) noexcept
    : id_(std::exchange(other.id_, 0U)), width_(other.width_), height_(other.height_) {}

Texture& Texture::operator=(Texture&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(width_, other.width_);
    std::swap(height_, other.height_);
    return *this;
}

void Texture::update(PixelRect where, std::span<const std::uint8_t> pixels) {
    VONK_ASSERT(pixels.size() >= static_cast<std::size_t>(where.w) * static_cast<std::size_t>(where.h) * 4);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, id_);
    glTexSubImage2D(GL_TEXTURE_2D, 0, where.x, where.y, where.w, where.h, GL_BGRA, GL_UNSIGNED_BYTE,
                    pixels.data());
}

std::uint32_t Pixels::at(int x, int y) const {
    VONK_ASSERT(x >= 0 && y >= 0 && x < width && y < height);
    const std::size_t i =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 4;
    return (std::uint32_t{bgra[i + 2]} << 24U) | (std::uint32_t{bgra[i + 1]} << 16U) |
           (std::uint32_t{bgra[i]} << 8U) | bgra[i + 3];
}

std::uint64_t Pixels::hash() const {
    Hash hash;
    hash.add(static_cast<std::uint64_t>(width)).add(static_cast<std::uint64_t>(height));
    return hash.add(std::string_view(reinterpret_cast<const char*>(bgra.data()), bgra.size())).value();
}

Pixels Pixels::shrunk(int factor) const {
    VONK_ASSERT(factor >= 1);
    Pixels out{width / factor, height / factor, {}};
    out.bgra.resize(4 * static_cast<std::size_t>(out.width) * static_cast<std::size_t>(out.height));
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x)
            for (int channel = 0; channel < 4; ++channel) {
                int sum = factor * factor / 2;
                for (int dy = 0; dy < factor; ++dy)
                    for (int dx = 0; dx < factor; ++dx)
                        sum += bgra[static_cast<std::size_t>(
                            4 * ((y * factor + dy) * width + x * factor + dx) + channel)];
                out.bgra[static_cast<std::size_t>(4 * (y * out.width + x) + channel)] =
                    static_cast<std::uint8_t>(sum / (factor * factor));
            }
    return out;
}

void Pixels::paste(const Pixels& other, int x, int y) {
    const int left = std::max(x, 0), right = std::min(x + other.width, width);
    if (left >= right) return;
    for (int row = std::max(y, 0); row < std::min(y + other.height, height); ++row)
        std::copy_n(other.bgra.begin() + std::ptrdiff_t{4} * ((row - y) * other.width + left - x),
                    4 * (right - left), bgra.begin() + std::ptrdiff_t{4} * (row * width + left));
}

Result<void> Pixels::writePng(const std::filesystem::path& file) const {
    // A picture of a screen has no holes: what is written is opaque.
    std::vector<std::uint8_t> rgb(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
    for (std::size_t i = 0; i < rgb.size() / 3; ++i) {
        rgb[3 * i] = bgra[4 * i + 2];
        rgb[3 * i + 1] = bgra[4 * i + 1];
        rgb[3 * i + 2] = bgra[4 * i];
    }
    if (stbi_write_png(file.c_str(), width, height, 3, rgb.data(), width * 3) == 0)
        return fail({file.string(), 0, "", "the picture cannot be written"});
    return {};
}

Target::Target(int width, int height) : texture_(width, height) {
    glGenFramebuffers(1, &framebuffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_.id(), 0);
    VONK_ASSERT(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE);
}

Target::~Target() {
    if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
}

Target::Target(Target&& other) noexcept
    : texture_(std::move(other.texture_)), framebuffer_(std::exchange(other.framebuffer_, 0U)) {}

Target& Target::operator=(Target&& other) noexcept {
    std::swap(texture_, other.texture_);
    std::swap(framebuffer_, other.framebuffer_);
    return *this;
}

Pixels Target::read(PixelRect part) const {
    if (part.empty()) part = {0, 0, width(), height()};
    Pixels pixels{
        part.w, part.h,
        std::vector<std::uint8_t>(static_cast<std::size_t>(part.w) * static_cast<std::size_t>(part.h) * 4)};
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(part.x, part.y, part.w, part.h, GL_BGRA, GL_UNSIGNED_BYTE, pixels.bgra.data());
    return pixels;
}

}  // namespace vonk::gfx
