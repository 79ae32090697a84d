#include "engine/gfx/atlas.h"

#include <fmt/format.h>

#include "engine/core/assert.h"
#include "engine/core/log.h"
#include "engine/gfx/atlas_file.h"
#include "engine/gfx/gl.h"

namespace vonk::gfx {

namespace {

unsigned uploadPage(const AtlasFile::Page& page, std::span<const std::uint8_t> bgra) {
    unsigned id = 0;
    glGenTextures(1, &id);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, id);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, page.width, page.height, 0, GL_BGRA, GL_UNSIGNED_BYTE,
                 bgra.data());
    return id;
}

}  // namespace

Result<std::unique_ptr<Atlas>> Atlas::load(const std::filesystem::path& folder,
                                           std::span<const double> densities) {
    std::unique_ptr<Atlas> atlas(new Atlas);
    std::vector<std::uint8_t> scratch;
    for (const double density : densities) {
        const auto file = folder / fmt::format("art@{:g}x.vatlas", density);
        const int first = static_cast<int>(atlas->pages_.size());
        auto read =
            readAtlas(file, scratch, [&](const AtlasFile::Page& page, std::span<const std::uint8_t> bgra) {
                atlas->pages_.push_back({uploadPage(page, bgra), page.width, page.height});
            });
        if (!read) return tl::unexpected(read.error());
        if (!atlas->densities_.empty() && read->sprites.size() != atlas->sprites_.size())
            return fail(
                {file.string(), 0, "", "holds other sprites than the other densities; bake it again"});
        for (SpriteImage& image : read->images)
            if (image.texture >= 0) image.texture += first;
        atlas->densities_.push_back({read->density, std::move(read->images)});
        atlas->sprites_ = std::move(read->sprites);
    }
    for (std::size_t i = 0; i < atlas->sprites_.size(); ++i)
        atlas->byName_.emplace(atlas->sprites_[i].name, static_cast<std::uint16_t>(i));
    return atlas;
}

Atlas::~Atlas() {
    for (const Page& page : pages_) glDeleteTextures(1, &page.texture);
}

std::optional<SpriteId> Atlas::find(std::string_view name) const {
    const auto found = byName_.find(std::string(name));
    if (found == byName_.end()) return std::nullopt;
    return SpriteId{found->second};
}

SpriteId Atlas::id(std::string_view name) const {
    const auto found = find(name);
    if (!found) logError(fmt::format("There is no sprite named '{}'", name));
    VONK_ASSERT(found.has_value());
    return *found;
}

const Atlas::Density& Atlas::densityFor(float scale) const {
    for (const Density& density : densities_)
        if (density.value >= static_cast<double>(scale) * 0.999) return density;
    return densities_.back();
}

}  // namespace vonk::gfx
