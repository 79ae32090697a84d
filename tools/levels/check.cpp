#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "engine/data/lines.h"
#include "engine/data/strings.h"
#include "engine/data/toml_file.h"
#include "engine/platform/paths.h"
#include "game/play/building.h"
#include "game/world/catalog.h"
#include "tools/levels/checking.h"
#include "tools/levels/find.h"

namespace vonk::levels {
namespace {

// What a visitor of another language reads in Dutch. A language that the level has not at all is one line.
void checkTranslations(Checked& checked) {
    const level::Level& level = *checked.level;
    for (const auto& [language, texts] : level.untranslated) {
        const bool none = !level.title.contains(language) && !level.idea.contains(language) &&
                          !level.real.fact.contains(language);
        if (none)
            checked.notes.push_back(
                {(checked.folder / "level.toml").string(), 0, "",
                 fmt::format("has no \"{}\": its {} texts are said in Dutch", language, texts.size())});
        else
            checked.notes.insert(checked.notes.end(), texts.begin(), texts.end());
    }
}

// Nothing built, nothing done: must not be enough.
void checkEmpty(Checked& checked) {
    const level::Level& level = *checked.level;
    world::World world(level, play::firstDesign(level).design);
    const auto ticks = static_cast<std::uint64_t>(level.time_limit * world::ticks_per_second) + 1;
    for (std::uint64_t i = 0; i < ticks && world.outcome() == world::Outcome::Running; ++i) world.step();
    if (world.outcome() == world::Outcome::Won)
        failed(checked, "level.toml", "goals", "an empty design wins");
}

// The strings that a level is held against: those that stand beside its tree, levels/<subject>/<id> and
// assets/strings; else those that the program itself would show, as the kiosk finds them.
std::optional<std::filesystem::path> stringsFor(const std::filesystem::path& level) {
    std::error_code error;
    const auto beside =
        (std::filesystem::absolute(level, error).lexically_normal() / "../../../assets/strings")
            .lexically_normal();
    if (std::filesystem::is_directory(beside, error)) return beside;
    return platform::findShipped("assets/strings");
}

// Numbers of the levels that come with the program, and whose they are.
std::map<std::uint32_t, std::string> shippedNumbers() {
    std::map<std::uint32_t, std::string> numbers;
    const auto root = platform::findShipped("levels");
    if (!root) return numbers;
    Errors ignored;
    for (const auto& folder : findLevels({root->string()}, ignored))
        if (const auto file = data::readToml((folder / "level.toml").string()))
            if (const auto number = file->maybe<std::uint32_t>("number"))
                numbers.emplace(*number, folder.filename().string());
    return numbers;
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
    checkTranslations(checked);
    checkContents(checked);
    checkEmpty(checked);
    checkRecordings(checked);
    return checked;
}

std::vector<Checked> checkLevels(const std::vector<std::filesystem::path>& folders) {
    std::vector<Checked> all;
    std::map<std::uint32_t, std::string> numbers;
    std::map<std::string, std::string> ids;
    std::map<std::filesystem::path, Result<data::Strings>> strings;
    const auto shipped = shippedNumbers();
    for (const auto& folder : folders) {
        Checked checked = checkLevel(folder);
        if (const auto words = stringsFor(folder); checked.level && words) {
            const auto& known =
                strings.try_emplace(*words, data::Strings::read(words->string())).first->second;
            if (known)
                checkStrings(checked, *known);
            else
                append(checked.errors, known.error());
        } else if (checked.level) {
            checked.errors.push_back(
                {"assets/strings", 0, "",
                 "is neither beside the level's tree nor with the program: VONK_HOME may "
                 "name its folder"});
        }
        const std::string file = (folder / "level.toml").string();
        if (checked.level) {
            const auto number = numbers.emplace(checked.level->number, file);
            if (!number.second)
                checked.errors.push_back(
                    {file, data::Lines(file).of("number"), "number",
                     fmt::format("{} is already taken by {}", checked.level->number, number.first->second)});
            const auto taken = shipped.find(checked.level->number);
            if (number.second && taken != shipped.end() && taken->second != checked.level->id)
                checked.errors.push_back({file, data::Lines(file).of("number"), "number",
                                          fmt::format("{} is that of {}, which comes with the program",
                                                      taken->first, taken->second)});
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
