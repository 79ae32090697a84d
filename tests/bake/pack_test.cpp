#include "tools/bake/pack.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "tools/bake/kit.h"
#include "tools/bake/scene.h"

using namespace vonk;

namespace {

bake::Picture blank(int width, int height) {
    return {width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width * height * 4))};
}

void fill(bake::Picture& picture, gfx::PixelRect part, std::uint8_t value) {
    for (int y = part.y; y < part.bottom(); ++y)
        for (int x = part.x; x < part.right(); ++x)
            for (int k = 0; k < 4; ++k)
                picture.bgra[static_cast<std::size_t>((y * picture.width + x) * 4 + k)] =
                    k == 3 ? 255 : value;
}

gfx::Sprite sprite(const std::string& name, const bake::Picture& picture) {
    gfx::Sprite s;
    s.name = name;
    s.w = static_cast<float>(picture.width);
    s.h = static_cast<float>(picture.height);
    return s;
}

std::filesystem::path written(const std::string& name, const std::string& text) {
    const auto file = std::filesystem::path(VONK_BINARY_DIR) / name;
    std::ofstream(file) << text;
    return file;
}

}  // namespace

TEST_CASE("empty margins are cut, but for one pixel to fade out in") {
    bake::Picture picture = blank(40, 30);
    CHECK(bake::visiblePart(picture).empty());
    fill(picture, {10, 5, 4, 3}, 200);
    CHECK(bake::visiblePart(picture) == gfx::PixelRect{9, 4, 6, 5});
    fill(picture, {0, 0, 40, 30}, 200);
    CHECK(bake::visiblePart(picture) == gfx::PixelRect{0, 0, 40, 30});
}

TEST_CASE("packed pieces keep their pixels and their own colour around them") {
    std::vector<gfx::Sprite> sprites;
    std::vector<bake::Picture> pictures;
    for (int i = 0; i < 60; ++i) {
        bake::Picture picture = blank(20 + i % 7 * 9, 12 + i % 5 * 11);
        fill(picture, {0, 0, picture.width, picture.height}, static_cast<std::uint8_t>(40 + 3 * i));
        pictures.push_back(picture);
        sprites.push_back(sprite("s" + std::to_string(i), picture));
    }
    pictures.push_back(blank(8, 8));
    sprites.push_back(sprite("nothing", pictures.back()));
    const gfx::AtlasFile atlas =
        bake::pack(sprites, pictures, std::vector<float>(sprites.size(), 1.0F), 1.0, 256);
    REQUIRE(atlas.pages.size() > 1);
    CHECK(atlas.images.back().texture == -1);
    for (std::size_t i = 0; i < 60; ++i) {
        const gfx::SpriteImage& image = atlas.images[i];
        const gfx::AtlasFile::Page& page = atlas.pages[static_cast<std::size_t>(image.texture)];
        CHECK(image.area == gfx::Rect{0, 0, sprites[i].w, sprites[i].h});
        // One pixel beyond each edge still has the sprite's own colour: filtering finds no neighbour.
        for (const auto& [x, y] : {std::pair{image.texels.x - 1, image.texels.y - 1},
                                   {image.texels.right(), image.texels.bottom()}}) {
            const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) +
                             static_cast<std::size_t>(x)) *
                            4;
            CHECK(page.bgra[at] == 40 + 3 * i);
        }
    }
    for (const gfx::AtlasFile::Page& page : atlas.pages)
        CHECK(page.bgra[(2 * static_cast<std::size_t>(page.width) + 2) * 4] == 255);
}

TEST_CASE("a soft picture is the mean of what it was") {
    bake::Picture picture = blank(6, 5);
    fill(picture, {0, 0, 2, 4}, 200);
    const bake::Picture small = bake::shrunk(picture, 4);
    REQUIRE(small.width == 2);
    REQUIRE(small.height == 2);
    CHECK(small.bgra[0] == 100);
    CHECK(small.bgra[4] == 0);
}

TEST_CASE("a list of sprites is read with its mistakes by line") {
    const auto good = bake::readKit(VONK_SOURCE_DIR "/assets/art/kit.toml");
    REQUIRE(good.has_value());
    CHECK(good->sprites.size() > 400);
    const auto bad = bake::readKit(written(
        "bad-kit.toml",
        "[[sprite]]\nname = \"a\"\nfile = \"a.svg\"\nw = 5\nh = nan\n"
        "[[sprite]]\nname = \"a\"\nfile = \"b.svg\"\nw = 5\nh = 5\ncolour = 3\n"
        "[[sprite]]\nname = \"c\"\nfile = \"c.svg\"\nw = 5\nh = 5\npivot = [1]\nattach = \"gone\"\n"));
    REQUIRE_FALSE(bad.has_value());
    std::vector<std::string> keys;
    for (const Error& error : bad.error()) keys.push_back(error.key + "@" + std::to_string(error.line));
    for (const std::string expected : {"h@5", "file@8", "name@7", "colour@11", "pivot@17", "attach@0"}) {
        INFO(expected);
        CHECK(std::find(keys.begin(), keys.end(), expected) != keys.end());
    }
    CHECK(bake::readKit(written("no-kit.toml", "\x01\x02 = [")).error().front().line == 1);
    CHECK_FALSE(bake::readKit("/nowhere/kit.toml").has_value());
}

TEST_CASE("scene lists are read with their mistakes by line") {
    for (const auto& entry : std::filesystem::directory_iterator(VONK_SOURCE_DIR "/assets/art/scenes")) {
        const auto scene = bake::readSceneList(entry.path() / "scene.toml");
        INFO(entry.path());
        CHECK(scene.has_value());
    }
    const auto bad = bake::readSceneList(
        written("bad-scene.toml",
                "left = \"far\"\n[[layer]]\nname = \"sky\"\n[[mover]]\nsprite = \"a\"\nat = [1, 2]\n"
                "motion = \"jump\"\nsped = 3\n[[mover]]\nat = [1]\nscale = 0\nhaze_colour = \"blue\"\n"));
    REQUIRE_FALSE(bad.has_value());
    std::vector<std::string> keys;
    for (const Error& error : bad.error()) keys.push_back(error.key + "@" + std::to_string(error.line));
    for (const std::string expected :
         {"left@1", "motion@7", "sped@8", "at@10", "scale@11", "haze_colour@12"}) {
        INFO(expected);
        CHECK(std::find(keys.begin(), keys.end(), expected) != keys.end());
    }
}
