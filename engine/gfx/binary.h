// Plain values to bytes and back, for the baked files. Little-endian.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "engine/core/error.h"
#include "engine/gfx/color.h"
#include "engine/gfx/geometry.h"

namespace vonk::gfx {

static_assert(std::endian::native == std::endian::little, "the files are read as they lie");

class Writer {
  public:
    template <class T>
    void plain(T value) {
        const auto* bytes = reinterpret_cast<const char*>(&value);
        out_.insert(out_.end(), bytes, bytes + sizeof value);
    }
    void text(const std::string& s) {
        plain(static_cast<std::uint16_t>(s.size()));
        out_.insert(out_.end(), s.begin(), s.end());
    }
    void rect(const Rect& r) {
        for (const float f : {r.x, r.y, r.w, r.h}) plain(f);
    }
    void bytes(std::span<const std::uint8_t> b) { out_.insert(out_.end(), b.begin(), b.end()); }
    void point(Point p) {
        plain(p.x);
        plain(p.y);
    }
    void colour(Color c) { rect({c.r, c.g, c.b, c.a}); }
    const std::vector<char>& out() const { return out_; }

  private:
    std::vector<char> out_;
};

// Never reads past the end; after a failure everything is zero.
class Reader {
  public:
    explicit Reader(std::span<const char> in) : in_(in) {}
    template <class T>
    T plain() {
        T value{};
        if (const auto from = take(sizeof value); !from.empty())
            std::memcpy(&value, from.data(), sizeof value);
        return value;
    }
    std::string text() {
        const auto from = take(plain<std::uint16_t>());
        return {from.begin(), from.end()};
    }
    Rect rect() {
        Rect r;
        r.x = plain<float>();
        r.y = plain<float>();
        r.w = plain<float>();
        r.h = plain<float>();
        return r;
    }
    Point point() {
        const auto x = plain<float>();
        return {x, plain<float>()};
    }
    Color colour() {
        const Rect r = rect();
        return {r.x, r.y, r.w, r.h};
    }
    std::span<const char> take(std::size_t count) {
        if (count > in_.size()) {
            good_ = false;
            in_ = {};
            return {};
        }
        const auto part = in_.first(count);
        in_ = in_.subspan(count);
        return part;
    }
    bool good() const { return good_; }

  private:
    std::span<const char> in_;
    bool good_ = true;
};

// One packed picture: its size, then a zstd frame of premultiplied BGRA.
void writePicture(Writer& out, int width, int height, std::span<const std::uint8_t> bgra);
// Unpacks into `scratch` (grown if need be); nothing when the bytes are damaged. The picture stays valid
// until the next call.
struct PackedPicture {
    int width = 0;
    int height = 0;
    std::span<const std::uint8_t> bgra;
};
bool readPicture(Reader& in, std::vector<std::uint8_t>& scratch, PackedPicture& out);

Result<std::vector<char>> readWhole(const std::filesystem::path& file);
Result<void> writeWhole(const std::filesystem::path& file, std::span<const char> bytes);

}  // namespace vonk::gfx
