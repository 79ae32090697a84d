#include "engine/gfx/atlas_file.h"

#include <cstring>

#include "engine/core/assert.h"
#include "engine/gfx/binary.h"

namespace vonk::gfx {

namespace {

constexpr char magic[8] = {'V', 'A', 'T', 'L', 'A', 'S', '2', '\0'};
constexpr std::uint32_t mostSprites = 20000;
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
    for (const AtlasFile::Page& page : atlas.pages) writePicture(out, page.width, page.height, page.bgra);
    return writeWhole(file, out.out());
}

Result<AtlasFile> readAtlas(const std::filesystem::path& file, std::vector<std::uint8_t>& scratch,
                            const PageReader& upload) {
    auto bytes = readWhole(file);
    if (!bytes) return tl::unexpected(bytes.error());
    const auto damaged = [&] {
        return fail({file.string(), 0, "", "is damaged or of another version; bake it again"});
    };

    Reader in(*bytes);
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
        PackedPicture picture;
        if (!readPicture(in, scratch, picture)) return damaged();
        atlas.pages.push_back({picture.width, picture.height, {}});
        upload(atlas.pages.back(), picture.bgra);
    }
    if (!in.good()) return damaged();
    return atlas;
}

}  // namespace vonk::gfx
