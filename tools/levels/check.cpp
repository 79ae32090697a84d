#include "tools/levels/check.h"

#include <fmt/core.h>

#include <map>

#include "engine/data/strings.h"
#include "game/play/building.h"
#include "game/world/catalog.h"

namespace vonk::levels {
namespace {

void append(Errors& to, const Errors& more) {
    to.insert(to.end(), more.begin(), more.end());
}

std::optional<record::Recording> readBeside(Checked& checked, const char* name) {
    auto recording = record::readRecording((checked.folder / name).string());
    if (!recording) {
        append(checked.errors, recording.error());
        return std::nullopt;
    }
    return std::move(*recording);
}

bool isPrimary(const level::Level& level) {
    return level.band <= level::AgeBand::Groep68;
}

void checkWin(Checked& checked) {
    const auto recording = readBeside(checked, "win.toml");
    if (!recording) return;
    const std::string file = (checked.folder / "win.toml").string();
    const auto failed = [&](std::string reason) {
        checked.failures.push_back({file, 0, "", std::move(reason)});
    };
    checked.win = play::replay(*checked.level, *recording);
    const play::Replay& win = *checked.win;
    if (win.difference) failed(*win.difference);
    if (!win.result.won) failed(fmt::format("does not win: {}", name(win.result.reason.id)));
    if (!isPrimary(*checked.level)) return;
    if (win.touches > most_touches)
        failed(fmt::format("{} touches to win; at most {}", win.touches, most_touches));
    if (win.seconds > longest_win)
        failed(fmt::format("{:.0f} s to win; at most {:.0f}", win.seconds, longest_win));
    const double first = recording->commands.empty() ? win.seconds
                                                     : static_cast<double>(recording->commands.front().tick) /
                                                           world::ticks_per_second;
    if (first > first_action_by)
        failed(fmt::format("nothing happens for {:.0f} s; at most {:.0f}", first, first_action_by));
}

void checkFail(Checked& checked) {
    const auto recording = readBeside(checked, "fail.toml");
    if (!recording) return;
    const std::string file = (checked.folder / "fail.toml").string();
    checked.fail = play::replay(*checked.level, *recording);
    const play::Replay& fail = *checked.fail;
    const ReasonId expected = checked.level->expected_first_mistake;
    if (fail.difference) checked.failures.push_back({file, 0, "", *fail.difference});
    if (fail.result.won)
        checked.failures.push_back({file, 0, "", "wins, though it must fail"});
    else if (fail.result.reason.id != expected)
        checked.failures.push_back({file, 0, "",
                                    fmt::format("fails by \"{}\", but expected_first_mistake is \"{}\"",
                                                name(fail.result.reason.id), name(expected))});
}

// Nothing built, nothing done: must not be enough.
void checkEmpty(Checked& checked) {
    const level::Level& level = *checked.level;
    world::World world(level, play::firstDesign(level).design);
    const auto ticks = static_cast<std::uint64_t>(level.time_limit * world::ticks_per_second) + 1;
    for (std::uint64_t i = 0; i < ticks && world.outcome() == world::Outcome::Running; ++i) world.step();
    if (world.outcome() == world::Outcome::Won)
        checked.failures.push_back(
            {(checked.folder / "level.toml").string(), 0, "goals", "an empty design wins"});
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
    checkWin(checked);
    checkFail(checked);
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
