#include "engine/gfx/atlas_file.h"

#include <zstd.h>

#include <bit>
#include <cstring>
#include <fstream>

#include "engine/core/assert.h"

namespace vonk::gfx {

namespace {

constexpr char magic[8] = {'V', 'A', 'T', 'L', 'A', 'S', '2', '\0'};
constexpr std::uint32_t mostSprites = 20000;
constexpr int largestPage = 8192;
constexpr int compression = 12;
static_assert(std::endian::native == std::endian::little, "the file is read as it lies");

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
    void bytes(const std::vector<std::uint8_t>& b) { out_.insert(out_.end(), b.begin(), b.end()); }
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

void writeSprite(Writer& out, const Sprite& s, const SpriteImage& image) {
    out.text(s.name);
    const Point second = s.secondAt.value_or(Point{});
    for (const float f : {s.w, s.h, s.pivot.x, s.pivot.y, s.period, s.step, s.body, s.cap, s.at.x, s.at.y,
                          second.x, second.y})
        out.plain(f);
    out.plain(s.attach.index);
    out.plain(static_cast<std::uint8_t>((s.slice ? 1 : 0) | (s.face ? 2 : 0) | (s.secondAt ? 4 : 0)));
    const Insets slice = s.slice.value_or(Insets{});
    out.rect({slice.left, slice.top, slice.right, slice.bottom});
    out.rect(s.face.value_or(Rect{}));
    out.plain(static_cast<std::int32_t>(image.texture));
    out.rect(image.area);
    out.rect(image.texels);
}

void readSprite(Reader& in, Sprite& s, SpriteImage& image) {
    s.name = in.text();
    Point second;
    for (float* f : {&s.w, &s.h, &s.pivot.x, &s.pivot.y, &s.period, &s.step, &s.body, &s.cap, &s.at.x,
                     &s.at.y, &second.x, &second.y})
        *f = in.plain<float>();
    s.attach.index = in.plain<std::uint16_t>();
    const auto has = in.plain<std::uint8_t>();
    const Rect slice = in.rect();
    const Rect face = in.rect();
    if ((has & 1U) != 0) s.slice = Insets{slice.x, slice.y, slice.w, slice.h};
    if ((has & 2U) != 0) s.face = face;
    if ((has & 4U) != 0) s.secondAt = second;
    image.texture = in.plain<std::int32_t>();
    image.area = in.rect();
    image.texels = in.rect();
}

}  // namespace

Result<void> writeAtlas(const AtlasFile& atlas, const std::filesystem::path& file) {
    VONK_ASSERT(atlas.sprites.size() == atlas.images.size());
    Writer out;
    for (const char c : magic) out.plain(c);
    out.plain(atlas.density);
    out.plain(static_cast<std::uint32_t>(atlas.sprites.size()));
    out.plain(static_cast<std::uint32_t>(atlas.pages.size()));
    for (std::size_t i = 0; i < atlas.sprites.size(); ++i)
        writeSprite(out, atlas.sprites[i], atlas.images[i]);
    std::vector<std::uint8_t> packed;
    for (const AtlasFile::Page& page : atlas.pages) {
        packed.resize(ZSTD_compressBound(page.bgra.size()));
        const std::size_t size =
            ZSTD_compress(packed.data(), packed.size(), page.bgra.data(), page.bgra.size(), compression);
        if (ZSTD_isError(size) != 0) return fail({file.string(), 0, "", ZSTD_getErrorName(size)});
        packed.resize(size);
        out.plain(static_cast<std::int32_t>(page.width));
        out.plain(static_cast<std::int32_t>(page.height));
        out.plain(static_cast<std::uint64_t>(size));
        out.bytes(packed);
    }
    std::ofstream stream(file, std::ios::binary);
    stream.write(out.out().data(), static_cast<std::streamsize>(out.out().size()));
    if (!stream.flush()) return fail({file.string(), 0, "", "cannot be written"});
    return {};
}

Result<AtlasFile> readAtlas(const std::filesystem::path& file, std::vector<std::uint8_t>& scratch,
                            const PageReader& upload) {
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    if (!stream) return fail({file.string(), 0, "", "cannot be opened; tools/build bakes it"});
    std::vector<char> bytes(static_cast<std::size_t>(stream.tellg()));
    stream.seekg(0);
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const auto damaged = [&] {
        return fail({file.string(), 0, "", "is damaged or of another version; bake it again"});
    };

    Reader in(bytes);
    const auto head = in.take(sizeof magic);
    if (head.empty() || std::memcmp(head.data(), magic, sizeof magic) != 0) return damaged();
    AtlasFile atlas;
    atlas.density = in.plain<double>();
    const auto sprites = in.plain<std::uint32_t>();
    const auto pages = in.plain<std::uint32_t>();
    if (!in.good() || sprites > mostSprites || pages > 1000 || !(atlas.density > 0.0)) return damaged();
    atlas.sprites.resize(sprites);
    atlas.images.resize(sprites);
    for (std::size_t i = 0; i < sprites && in.good(); ++i) {
        readSprite(in, atlas.sprites[i], atlas.images[i]);
        if (atlas.images[i].texture >= static_cast<int>(pages)) return damaged();
        if (atlas.sprites[i].attach && atlas.sprites[i].attach.index >= sprites) return damaged();
    }
    for (std::uint32_t i = 0; i < pages; ++i) {
        AtlasFile::Page page;
        page.width = in.plain<std::int32_t>();
        page.height = in.plain<std::int32_t>();
        const auto packed = in.take(in.plain<std::uint64_t>());
        if (!in.good() || page.width <= 0 || page.height <= 0 || page.width > largestPage ||
            page.height > largestPage)
            return damaged();
        const std::size_t size =
            static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height) * 4;
        if (scratch.size() < size) scratch.resize(size);
        if (ZSTD_decompress(scratch.data(), size, packed.data(), packed.size()) != size) return damaged();
        upload(page, std::span(scratch).first(size));
        atlas.pages.push_back(std::move(page));
    }
    if (!in.good()) return damaged();
    return atlas;
}

}  // namespace vonk::gfx
