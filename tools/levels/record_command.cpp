#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "engine/core/assert.h"
#include "engine/data/lines.h"
#include "game/play/command_codec.h"
#include "game/play/outcome.h"
#include "game/play/replay.h"
#include "game/world/catalog.h"
#include "tools/levels/check.h"
#include "tools/levels/commands.h"
#include "tools/levels/find.h"
#include "tools/levels/script.h"

namespace vonk::levels {
namespace {

constexpr std::uint64_t most_ticks = 60ULL * 60 * 10;  // a script that never ends

void tickFor(play::Session& session, double seconds) {
    for (int i = 0; i < static_cast<int>(seconds * world::ticks_per_second + 0.5); ++i) session.tick();
}

// What came of the session, as a recording keeps it.
record::Recording finished(const play::Session& session) {
    record::Recording recording = session.recording();
    if (recording.outcome.empty()) play::describe(session.assess(), recording);
    return recording;
}

std::optional<Error> play(play::Session& session, const ScriptStep& step, const std::string& file) {
    if (const auto* wait = std::get_if<Wait>(&step.what)) {
        tickFor(session, wait->seconds);
    } else if (std::holds_alternative<UntilDone>(step.what)) {
        // A live level never loses: there it is the level's own time that ends the wait.
        const double longest = session.level().time_limit * world::ticks_per_second;
        const std::uint64_t end = session.level().mode == level::Mode::Live
                                      ? session.ticks() + static_cast<std::uint64_t>(longest)
                                      : most_ticks;
        while (session.phase() == play::Phase::Running && session.ticks() < end) session.tick();
        tickFor(session, 2.0);
    } else {
        const auto& command = std::get<play::Command>(step.what);
        if (const auto reason = session.apply(command, step.hand))
            return Error{file, step.line, std::string(play::name(command)),
                         "refused: " + play::inWords(session.level(), *reason)};
    }
    return std::nullopt;
}

// Why what came of it does not go by this name: a win.toml or win-<why>.toml wins, a fail.toml fails by the
// level's first mistake. Any other name may hold anything.
std::optional<std::string> unfit(const level::Level& level, const std::string& path,
                                 const record::Recording& recording) {
    const std::string file = std::filesystem::path(path).filename().string();
    const bool won = recording.outcome == "won";
    const std::string came = won ? "wins" : fmt::format("does not win: {}", recording.reason);
    const std::string_view mistake = vonk::name(level.expected_first_mistake);
    if (file == "win.toml" || (file.starts_with("win-") && file.ends_with(".toml"))) {
        if (!won) return came + "; nothing is written";
    } else if (file == "fail.toml" && (won || recording.reason != mistake)) {
        return fmt::format("{}, but a fail.toml fails by \"{}\"; nothing is written", came, mistake);
    }
    return std::nullopt;
}

int write(const level::Level& level, const std::string& path, const record::Recording& recording) {
    if (const auto why = unfit(level, path, recording)) {
        printErrors({{path, 0, "", *why}});
        return 1;
    }
    if (const auto written = record::writeRecording(path, recording); !written) {
        printErrors(written.error());
        return 2;
    }
    fmt::print("{}: {}{}{}, {:.0f} s, {}\n", path, recording.outcome, recording.reason.empty() ? "" : ", ",
               recording.reason, static_cast<double>(recording.ticks) / world::ticks_per_second,
               counted(recording.commands.size(), "command", "commands"));
    return 0;
}

// The same commands at the same ticks on the level as it is now.
int renew(const level::Level& level, const std::string& path) {
    auto old = play::readRecording(path);
    if (!old) {
        printErrors(old.error());
        return 2;
    }
    play::Session session(level);
    std::size_t next = 0;
    for (std::uint64_t tick = 0; tick <= old->ticks; ++tick) {
        for (; next < old->commands.size() && old->commands[next].tick <= tick; ++next) {
            std::string why;
            const auto command = play::decode(old->commands[next], why);
            VONK_ASSERT(command.has_value());  // read with its commands
            if (const auto reason =
                    session.apply(*command, old->commands[next].actor, play::sideOf(old->commands[next]))) {
                const std::string key = fmt::format("commands[{}]", next);
                printErrors({{path, data::Lines(path).of(key), key,
                              fmt::format("{} is refused: {}", old->commands[next].kind,
                                          play::inWords(level, *reason))}});
                return 1;
            }
        }
        if (tick < old->ticks) session.tick();
    }
    return write(level, path, finished(session));
}

}  // namespace

int runScript(const std::string& name_or_folder, const std::string& file, const std::string& out) {
    auto level = readNamedLevel(name_or_folder);
    if (!level) {
        printErrors(level.error());
        return 2;
    }
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        printErrors({{file, 0, "", "cannot be read"}});
        return 2;
    }
    const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    const auto steps = parseScript(text, file);
    if (!steps) {
        printErrors(steps.error());
        return 2;
    }
    const bool empty = std::ranges::none_of(
        *steps, [](const ScriptStep& step) { return std::holds_alternative<play::Command>(step.what); });
    if (empty) {
        printErrors({{file, 0, "", "holds no command"}});
        return 2;
    }
    play::Session session(*level);
    for (const ScriptStep& step : *steps)
        if (const auto error = play(session, step, file)) {
            printErrors({*error});
            return 1;
        }
    return write(*level, out, finished(session));
}

int runRenew(const std::vector<std::string>& paths) {
    Errors bad;
    int code = 0;
    for (const auto& folder : findLevels(paths, bad)) {
        const auto level = world::readLevel(folder);
        if (!level) {
            printErrors(level.error());
            code = 2;
            continue;
        }
        std::vector<std::string> names{"win.toml", "fail.toml"};
        for (std::string& other : otherWins(folder)) names.push_back(std::move(other));
        for (const std::string& name : names) code = std::max(code, renew(*level, (folder / name).string()));
    }
    printErrors(bad);
    return bad.empty() ? code : 2;
}

}  // namespace vonk::levels
