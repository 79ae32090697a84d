#include <fstream>

#include "engine/gfx/atlas_file.h"
#include "engine/gfx/scene_file.h"
#include "offscreen.h"

using namespace vonk;
using namespace vonk::gfx;

namespace {

std::filesystem::path temporary(const std::string& name) {
    return std::filesystem::path(VONK_BINARY_DIR) / name;
}

AtlasFile smallAtlas() {
    AtlasFile atlas;
    Sprite s;
    s.name = "a/b";
    s.w = 4;
    s.h = 4;
    s.slice = Insets{1, 2, 3, 4};
    s.secondAt = Point{5, 6};
    atlas.sprites = {s};
    atlas.images = {{0, {0, 0, 4, 4}, {2, 2, 4, 4}}};
    atlas.pages = {{8, 8, std::vector<std::uint8_t>(256, 77)}};
    return atlas;
}

}  // namespace

TEST_CASE("an atlas comes back from its file as it was") {
    const auto file = temporary("small.vatlas");
    REQUIRE(writeAtlas(smallAtlas(), file).has_value());
    std::vector<std::uint8_t> scratch;
    int pages = 0;
    const auto read =
        readAtlas(file, scratch, [&](const AtlasFile::Page& page, std::span<const std::uint8_t> bgra) {
            ++pages;
            CHECK(page.width == 8);
            CHECK(bgra.size() == 256);
            CHECK(bgra[100] == 77);
        });
    REQUIRE(read.has_value());
    CHECK(pages == 1);
    CHECK(read->sprites[0].name == "a/b");
    CHECK(read->sprites[0].slice == Insets{1, 2, 3, 4});
    CHECK(read->sprites[0].secondAt == Point{5, 6});
    CHECK_FALSE(read->sprites[0].face.has_value());
    CHECK(read->images[0].texels == Rect{2, 2, 4, 4});
}

TEST_CASE("damaged baked files are refused at every length and every spoilt byte") {
    const auto file = temporary("spoilt.vatlas");
    REQUIRE(writeAtlas(smallAtlas(), file).has_value());
    std::ifstream in(file, std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(in)), {});
    std::vector<std::uint8_t> scratch;
    const auto tryIt = [&](const std::string& bytes) {
        std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
        return readAtlas(file, scratch, [](const AtlasFile::Page&, std::span<const std::uint8_t>) {})
            .has_value();
    };
    for (std::size_t length = 0; length < whole.size(); ++length) CHECK_FALSE(tryIt(whole.substr(0, length)));
    // Spoilt bytes may give another picture, but no crash and no memory without bound.
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string spoilt = whole;
        spoilt[i] = static_cast<char>(spoilt[i] ^ 0xFF);
        tryIt(spoilt);
        std::ofstream(temporary("spoilt.vscene"), std::ios::binary | std::ios::trunc) << spoilt;
        CHECK_FALSE(readScene(temporary("spoilt.vscene"), scratch, [](const PackedPicture&) {}).has_value());
    }
    CHECK(scratch.size() < 100U << 20U);
    CHECK_FALSE(readAtlas(temporary("nowhere.vatlas"), scratch,
                          [](const AtlasFile::Page&, std::span<const std::uint8_t>) {})
                    .has_value());
}

TEST_CASE("graphics without baked art say what is missing") {
    Offscreen::instance();
    const auto graphics = Graphics::create("/nowhere", 1.0);
    REQUIRE_FALSE(graphics.has_value());
    CHECK(graphics.error().front().file.find("/nowhere") == 0);
}
