// vonk-bake: turns the pictures of the art into what the kiosk loads. Run by the build.
//
//   vonk-bake atlas KIT.toml DENSITY PNG_FOLDER OUT.vatlas
//   vonk-bake scene SCENE.toml DENSITY PNG_FOLDER OUT.vscene
//   vonk-bake lint PICTURE.svg...       what the bake cannot draw, exit 1 if anything was found
#include <fmt/format.h>

#include <cstdlib>
#include <string>

#include "tools/bake/kit.h"
#include "tools/bake/pack.h"
#include "tools/bake/scene.h"
#include "tools/bake/svg_lint.h"

namespace {

using namespace vonk;

constexpr int pageSize = 2048;

int report(const Errors& errors) {
    for (const Error& error : errors) fmt::print(stderr, "{}\n", toString(error));
    return 2;
}

int atlas(const std::string& kitFile, double density, const std::filesystem::path& folder,
          const std::string& out) {
    const auto kit = bake::readKit(kitFile);
    if (!kit) return report(kit.error());
    std::vector<bake::Picture> pictures;
    std::vector<float> texelsPerKit;
    for (std::size_t i = 0; i < kit->sprites.size(); ++i) {
        auto picture = bake::readPng(folder / (kit->sprites[i].name + ".png"));
        if (!picture) return report(picture.error());
        const int factor = static_cast<int>(1.0F / kit->soft[i]);
        pictures.push_back(factor > 1 ? bake::shrunk(*picture, factor) : std::move(*picture));
        texelsPerKit.push_back(static_cast<float>(density) * kit->soft[i]);
    }
    const gfx::AtlasFile file =
        bake::pack(kit->sprites, pictures, texelsPerKit, density, density > 1.0 ? 2 * pageSize : pageSize);
    if (const auto written = gfx::writeAtlas(file, out); !written) return report(written.error());
    return 0;
}

int lint(const std::vector<std::string>& files) {
    int found = 0;
    for (const std::string& file : files)
        for (const Error& error : bake::lintSvgFile(file)) {
            fmt::print(stderr, "{}\n", toString(error));
            found = 1;
        }
    return found;
}

}  // namespace

int main(int count, char** values) {
    const std::vector<std::string> arguments(values + 1, values + count);
    if (arguments.size() > 1 && arguments[0] == "lint") return lint({arguments.begin() + 1, arguments.end()});
    const double density = arguments.size() == 5 ? std::strtod(arguments[2].c_str(), nullptr) : 0.0;
    if (density > 0.0 && density <= 8.0) {
        if (arguments[0] == "atlas") return atlas(arguments[1], density, arguments[3], arguments[4]);
        if (arguments[0] == "scene") {
            const auto baked = bake::bakeScene(arguments[1], density, arguments[3], arguments[4]);
            return baked ? 0 : report(baked.error());
        }
    }
    fmt::print(stderr,
               "vonk-bake atlas KIT.toml DENSITY PNG_FOLDER OUT.vatlas\n"
               "vonk-bake scene SCENE.toml DENSITY PNG_FOLDER OUT.vscene\n"
               "vonk-bake lint PICTURE.svg...\n");
    return 2;
}
