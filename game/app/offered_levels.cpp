#include "game/app/offered_levels.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "engine/data/lines.h"
#include "game/world/catalog.h"

namespace vonk::app {
namespace {

namespace fs = std::filesystem;

bool isSubject(const fs::path& folder) {
    const std::string name = folder.filename().string();
    return name == "bridge" || name == "circuit" || name == "water" || name == "combined";
}

// Why a folder that can be read holds no level.
std::string whyNone(const std::string& folder, bool bad) {
    if (bad) return fmt::format("{} holds no level that can be played", folder);
    const fs::path path = fs::path(folder).lexically_normal();
    if (isSubject(path) || isSubject(path.parent_path()))
        return fmt::format(
            "{} holds no level that can be played: the folder to name is the one that bridge/ or "
            "circuit/ lies in",
            folder);
    return fmt::format(
        "{} holds no level that can be played: there is no bridge/<id>/level.toml or "
        "circuit/<id>/level.toml in it",
        folder);
}

class Reading {
  public:
    Reading(const data::Config& config, OfferedLevels& offered) : config_(config), offered_(offered) {}

    void folder(const std::string& folder, const std::string& key) {
        std::error_code error;
        if (!fs::is_directory(folder, error)) return mistake(key, folder + " is no folder");
        const fs::path place = fs::weakly_canonical(folder, error);
        if (const auto same = std::ranges::find(places_, place); same != places_.end())
            return mistake(key,
                           fmt::format("{} is levels.folders[{}] already", folder, same - places_.begin()));
        places_.push_back(place);
        const std::size_t before = offered_.bad.size();
        auto found = world::readLevels(folder, offered_.bad);
        if (found.empty()) mistake(key, whyNone(folder, offered_.bad.size() > before));
        for (level::Level& level : found) add(std::move(level));
    }

    void only() {
        for (std::size_t i = 0; i < config_.levels.size(); ++i)
            if (std::ranges::find(known_, config_.levels[i]) == known_.end())
                mistake(
                    fmt::format("levels.only[{}]", i),
                    fmt::format("\"{}\" is no level that can be played in the folders", config_.levels[i]));
    }

  private:
    void mistake(const std::string& key, std::string reason) {
        offered_.mistakes.push_back({"", 0, key, std::move(reason)});
    }
    void add(level::Level level) {
        const auto same = [&](const level::Level& other) {
            return other.id == level.id || other.number == level.number;
        };
        if (const auto twice = std::ranges::find_if(all_, same); twice != all_.end()) {
            const std::string file = (level.folder / "level.toml").string();
            const bool id = twice->id == level.id;
            offered_.bad.push_back(
                {file, id ? 0 : data::Lines(file).of("number"), id ? "" : "number",
                 fmt::format("{} is also that of {}", id ? "the id" : "it", twice->folder.string())});
            return;
        }
        known_.push_back(level.id);
        all_.push_back(level);
        if (config_.levels.empty() || std::ranges::count(config_.levels, level.id) > 0)
            offered_.levels.push_back(std::move(level));
    }

    const data::Config& config_;
    OfferedLevels& offered_;
    std::vector<fs::path> places_;
    std::vector<std::string> known_;
    std::vector<level::Level> all_;
};

}  // namespace

OfferedLevels offeredLevels(const data::Config& config, const std::string& shipped) {
    OfferedLevels offered;
    Reading reading(config, offered);
    if (config.levelFolders.empty()) reading.folder(shipped, "levels");
    for (std::size_t i = 0; i < config.levelFolders.size(); ++i)
        reading.folder(config.levelFolders[i], fmt::format("levels.folders[{}]", i));
    reading.only();
    // From easy to hard: so they stand on the map, and so the next one is proposed.
    std::ranges::stable_sort(offered.levels, {},
                             [](const level::Level& level) { return std::pair(level.band, level.number); });
    return offered;
}

Errors atLines(Errors mistakes, const std::string& file) {
    const data::Lines lines(file);
    for (Error& mistake : mistakes) {
        mistake.file = file;
        mistake.line = lines.of(mistake.key);
    }
    return mistakes;
}

}  // namespace vonk::app
