// vonk-bake: turns the pictures of the art into what the kiosk loads. Run by the build.
//
//   vonk-bake atlas KIT.toml DENSITY PNG_FOLDER OUT.vatlas
#include <fmt/format.h>

#include <cstdlib>
#include <string>

#include "tools/bake/kit.h"
#include "tools/bake/pack.h"

namespace {

using namespace vonk;

constexpr int pageSize = 2048;

int report(const Errors& errors) {
    for (const Error& error : errors) fmt::print(stderr, "{}\n", toString(error));
    return 2;
}

int atlas(const std::string& kitFile, double density, const std::filesystem::path& folder,
          const std::string& out) {
    const auto sprites = bake::readKit(kitFile);
    if (!sprites) return report(sprites.error());
    std::vector<bake::Picture> pictures;
    for (const gfx::Sprite& sprite : *sprites) {
        auto picture = bake::readPng(folder / (sprite.name + ".png"));
        if (!picture) return report(picture.error());
        pictures.push_back(std::move(*picture));
    }
    const gfx::AtlasFile file =
        bake::pack(*sprites, pictures, density, density > 1.0 ? 2 * pageSize : pageSize);
    if (const auto written = gfx::writeAtlas(file, out); !written) return report(written.error());
    return 0;
}

}  // namespace

int main(int count, char** values) {
    const std::vector<std::string> arguments(values + 1, values + count);
    if (arguments.size() == 5 && arguments[0] == "atlas") {
        const double density = std::strtod(arguments[2].c_str(), nullptr);
        if (density > 0.0 && density <= 8.0) return atlas(arguments[1], density, arguments[3], arguments[4]);
    }
    fmt::print(stderr, "vonk-bake atlas KIT.toml DENSITY PNG_FOLDER OUT.vatlas\n");
    return 2;
}
