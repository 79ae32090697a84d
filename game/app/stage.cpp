#include "game/app/stage.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "engine/core/log.h"
#include "engine/platform/paths.h"
#include "game/app/offered_levels.h"

namespace vonk::app {
namespace {

namespace fs = std::filesystem;

Result<std::string> shipped(std::string_view name) {
    const auto found = platform::findShipped(name);
    if (!found)
        return fail(
            {std::string(name), 0, "", "did not come with the program; VONK_HOME may name its folder"});
    return found->string();
}

Result<std::string> configFile(const Options& options) {
    if (!options.config.empty()) return options.config;
    return shipped("kiosk-config/kiosk.toml");
}

Result<data::Config> configOf(const Options& options, const std::string& file) {
    auto config = data::readConfig(file);
    if (!options.config.empty()) return config;
    // What came with the program may lie where nobody can write.
    if (config) config->dataFolder = platform::stateFolder().string();
    return config;
}

// What is wrong with the levels goes to the log, and stops the program only where none is left.
Result<std::vector<level::Level>> levelsOf(const data::Config& config, const std::string& file) {
    const auto folder = shipped("levels");
    if (!folder && config.levelFolders.empty()) return tl::unexpected(folder.error());
    OfferedLevels offered = offeredLevels(config, folder.value_or(""));
    Errors mistakes = atLines(std::move(offered.mistakes), file);
    for (const Error& error : offered.bad) logWarning("level left out: " + toString(error));
    if (offered.levels.empty() && !mistakes.empty()) return tl::unexpected(std::move(mistakes));
    for (const Error& error : mistakes) logWarning(toString(error));
    for (const level::Level& level : offered.levels)
        for (const std::string& language : config.languagesOffered)
            if (const auto lacks = level.untranslated.find(language); lacks != level.untranslated.end())
                logWarning(fmt::format("{}: {} texts lack \"{}\" and are said in Dutch",
                                       (level.folder / "level.toml").string(), lacks->second.size(),
                                       language));
    return std::move(offered.levels);
}

}  // namespace

const level::Level* Contents::find(std::string_view id) const {
    const auto found = std::ranges::find(levels, id, &level::Level::id);
    return found == levels.end() ? nullptr : &*found;
}

Result<Contents> readContents(const Options& options) {
    const auto file = configFile(options);
    if (!file) return tl::unexpected(file.error());
    auto config = configOf(options, *file);
    if (!config) return tl::unexpected(config.error());
    const auto folder = shipped("assets/strings");
    if (!folder) return tl::unexpected(folder.error());
    auto strings = data::Strings::read(*folder);
    if (!strings) return tl::unexpected(strings.error());
    for (const std::string& language : config->languagesOffered) {
        const auto known = strings->languages();
        if (std::ranges::find(known, language) == known.end())
            return fail({*folder + "/" + language + ".toml", 0, "", "is missing, and the config offers it"});
        for (const Error& gap : strings->gaps(language)) logWarning(*folder + "/" + toString(gap));
    }
    const std::vector<std::string> offered = config->languagesOffered;
    if (!options.language.empty() && std::ranges::count(offered, options.language) == 0)
        return fail({"", 0, "--lang", "'" + options.language + "' is not among the languages offered"});
    auto levels = levelsOf(*config, *file);
    if (!levels) return tl::unexpected(levels.error());
    return Contents{std::move(*config), std::move(*strings), std::move(*levels)};
}

void print(const Errors& errors) {
    for (const Error& error : errors) std::fprintf(stderr, "%s\n", toString(error).c_str());
}

void Picture::drawWhole(screens::Exhibit& exhibit) {
    // A land is painted in some dozens of strokes; the bound is for what would never be done.
    for (int strokes = 0; strokes < 1000 && !exhibit.prepare(*canvas); ++strokes) continue;
    draw(exhibit);
}

void Picture::draw(screens::Exhibit& exhibit) {
    exhibit.prepare(*canvas);
    canvas->begin(frame->target());
    exhibit.draw(*canvas);
    canvas->end();
}

Result<Picture> openPicture(const platform::WindowDef& def, const data::Config& config) {
    Picture picture;
    auto window = platform::Window::create(def);
    if (!window) return tl::unexpected(window.error());
    picture.window = std::move(*window);
    const ui::ScreenSpace space(screens::screenOf(config, picture.window->width(), picture.window->height()));
    auto graphics = gfx::Graphics::create(platform::assetsFolder(), static_cast<double>(space.unit()));
    if (!graphics) return tl::unexpected(graphics.error());
    picture.graphics = std::move(*graphics);
    picture.frame = std::make_unique<gfx::Frame>(picture.window->width(), picture.window->height());
    picture.canvas = std::make_unique<gfx::Canvas>(*picture.graphics);
    return picture;
}

Result<Picture> openHiddenPicture(PixelSize size, const data::Config& config) {
    platform::WindowDef def;
    def.width = size.width;
    def.height = size.height;
    def.offscreen = true;
    return openPicture(def, config);
}

screens::ExhibitSetup unseen(const Contents& contents, const Picture& picture, engagement::VisitLog& log,
                             const std::string& language, std::function<double()> wall) {
    return {.config = &contents.config,
            .strings = &contents.strings,
            .levels = contents.levels,
            .graphics = picture.graphics.get(),
            .sounds = nullptr,
            .log = &log,
            .wall = std::move(wall),
            .screen = screens::screenOf(contents.config, picture.frame->width(), picture.frame->height()),
            .language = language};
}

Result<void> writePicture(const Picture& picture, const std::string& file) {
    std::error_code ignored;  // writing tells it better
    fs::create_directories(fs::path(file).parent_path(), ignored);
    return picture.frame->read().writePng(file);
}

}  // namespace vonk::app
