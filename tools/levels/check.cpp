#include "tools/levels/check.h"

#include <fmt/core.h>

#include <algorithm>
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

// Every star is earned by a win that is stored: by win.toml, or by another one beside it, win-<why>.toml.
void checkStars(Checked& checked) {
    if (!checked.win) return;
    const auto keep = [&](const play::Result& result) {
        for (std::size_t i = 0; i < result.stars.size(); ++i)
            if (result.stars[i].earned) checked.stars.insert(i);
    };
    keep(checked.win->result);
    for (const std::string& name : otherWins(checked.folder)) {
        const auto recording = readBeside(checked, name.c_str());
        if (!recording) continue;
        const std::string file = (checked.folder / name).string();
        const play::Replay win = play::replay(*checked.level, *recording);
        if (win.difference) checked.failures.push_back({file, 0, "", *win.difference});
        if (!win.result.won)
            checked.failures.push_back(
                {file, 0, "", fmt::format("does not win: {}", vonk::name(win.result.reason.id))});
        const std::size_t before = checked.stars.size();
        keep(win.result);
        if (checked.stars.size() == before)
            checked.failures.push_back({file, 0, "", "earns no star that the wins before it do not"});
    }
    const auto& stars = checked.win->result.stars;
    for (std::size_t i = 0; i < stars.size(); ++i)
        if (!checked.stars.contains(i))
            checked.failures.push_back(
                {(checked.folder / "level.toml").string(), 0, "stars",
                 fmt::format("\"{}\" of {:g} is earned by no win that is stored; win.toml reaches {:.3g}",
                             level::name(stars[i].star.kind), stars[i].star.limit, stars[i].value)});
}

// Whoever reads gets three hints; the last one does the next move of win.toml, so there must be one to do.
void checkHints(Checked& checked) {
    const level::Level& level = *checked.level;
    if (level.band != level::AgeBand::Groep12 && level.hints.size() != wanted_hints)
        checked.failures.push_back(
            {(checked.folder / "level.toml").string(), 0, "hints",
             fmt::format("{} hints; {} are wanted, each more direct", level.hints.size(), wanted_hints)});
    Checked unheard = {};
    unheard.folder = checked.folder;
    const auto recording = readBeside(unheard, "win.toml");
    if (!recording) return;
    const bool builds = std::any_of(
        recording->commands.begin(), recording->commands.end(), [](const record::RecordedCommand& command) {
            return command.kind == "place" || command.kind == "connect" || command.kind == "move-joint";
        });
    if (!builds)
        checked.failures.push_back({(checked.folder / "win.toml").string(), 0, "",
                                    "places nothing: the last hint has no move to do"});
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
    checkWin(checked);
    checkStars(checked);
    checkHints(checked);
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
