#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "engine/data/lines.h"
#include "game/play/building.h"
#include "game/world/catalog.h"
#include "tools/levels/checking.h"

namespace vonk::levels {
namespace {

// Nothing built, nothing done: must not be enough.
void checkEmpty(Checked& checked) {
    const level::Level& level = *checked.level;
    world::World world(level, play::firstDesign(level).design);
    const auto ticks = static_cast<std::uint64_t>(level.time_limit * world::ticks_per_second) + 1;
    for (std::uint64_t i = 0; i < ticks && world.outcome() == world::Outcome::Running; ++i) world.step();
    if (world.outcome() == world::Outcome::Won)
        failed(checked, "level.toml", "goals", "an empty design wins");
}

// What a level calls by key must have its words in the exhibit's strings.
void checkStrings(Checked& checked, const data::Strings& strings) {
    const std::string file = (checked.folder / "level.toml").string();
    const auto wanted = [&](const std::string& at, const std::string& key) {
        for (const char* language : {"nl", "en"})
            if (!strings.has(language, key))
                checked.failures.push_back(
                    {file, 0, at,
                     fmt::format("\"{}\" has no text in assets/strings/{}.toml", key, language)});
    };
    for (const level::Career& career : checked.level->careers)
        for (const char* what : {"name", "day", "surprise"})
            wanted("careers", "career." + career.id + '.' + what);
    for (const level::PaletteItem& item : checked.level->palette) wanted("palette", "part." + item.part);
    wanted("expected_first_mistake", "reason." + std::string(name(checked.level->expected_first_mistake)));
}

}  // namespace

void append(Errors& to, const Errors& more) {
    to.insert(to.end(), more.begin(), more.end());
}

void failed(Checked& checked, const std::string& name, std::string_view key, std::string reason) {
    const std::string file = (checked.folder / name).string();
    checked.failures.push_back({file, data::Lines(file).of(key), std::string(key), std::move(reason)});
}

// In the order of their names.
std::vector<std::string> otherWins(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (std::filesystem::directory_iterator entries(folder, error), end; !error && entries != end;
         entries.increment(error)) {
        const std::string name = entries->path().filename().string();
        if (name.starts_with("win-") && name.ends_with(".toml")) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Checked checkLevel(const std::filesystem::path& folder) {
    Checked checked;
    checked.folder = folder;
    auto level = world::readLevel(folder);
    if (!level) {
        checked.errors = level.error();
        return checked;
    }
    checked.level = std::move(*level);
    checked.failures = checked.level->remarks;
    checkEmpty(checked);
    checkRecordings(checked);
    return checked;
}

std::vector<Checked> checkLevels(const std::vector<std::filesystem::path>& folders) {
    std::vector<Checked> all;
    std::map<std::uint32_t, std::string> numbers;
    std::map<std::string, std::string> ids;
    std::map<std::filesystem::path, Result<data::Strings>> strings;
    for (const auto& folder : folders) {
        Checked checked = checkLevel(folder);
        // levels/<subject>/<id> and assets/strings stand side by side.
        std::error_code error;
        const auto words =
            std::filesystem::absolute(folder, error).lexically_normal() / "../../../assets/strings";
        if (checked.level && std::filesystem::is_directory(words, error)) {
            const auto& known = strings
                                    .try_emplace(words.lexically_normal(),
                                                 data::Strings::read(words.lexically_normal().string()))
                                    .first->second;
            if (known)
                checkStrings(checked, *known);
            else
                append(checked.errors, known.error());
        }
        const std::string file = (folder / "level.toml").string();
        if (checked.level) {
            const auto number = numbers.emplace(checked.level->number, file);
            if (!number.second)
                checked.errors.push_back(
                    {file, 0, "number",
                     fmt::format("{} is already taken by {}", checked.level->number, number.first->second)});
            const auto id = ids.emplace(checked.level->id, file);
            if (!id.second)
                checked.errors.push_back(
                    {file, 0, "", "the folder's name is already taken by " + id.first->second});
        }
        all.push_back(std::move(checked));
    }
    return all;
}

}  // namespace vonk::levels
