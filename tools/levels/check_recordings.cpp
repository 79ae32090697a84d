#include <fmt/core.h>

#include <algorithm>

#include "game/play/outcome.h"
#include "game/play/replay.h"
#include "tools/levels/checking.h"

namespace vonk::levels {
namespace {

struct Stored {
    record::Recording recording;
    play::Replayed played;
    bool holds = false;  // it could be played to its end, so that what came of it means something

    bool wins() const { return holds && played.replay.result.won; }
};

constexpr const char* mended = "run vonk-levels renew";

// A stored win or fail says all that the program writes, and allows no more: else it would hold whatever
// happens. False where another physics made it; what it says of the state is then of no use.
bool checkWhole(Checked& checked, const std::string& name, const record::Recording& recording) {
    if (const auto other = play::madeByOtherPhysics(recording)) {
        failed(checked, name, "physics", fmt::format("{}: {}", *other, mended));
        return false;
    }
    record::Recording wanted;
    play::describe({}, wanted);
    for (const record::Quantity& quantity : wanted.quantities) {
        const auto found = std::ranges::find(recording.quantities, quantity.name, &record::Quantity::name);
        if (found == recording.quantities.end()) {
            failed(checked, name, "quantities", fmt::format("\"{}\" is missing: {}", quantity.name, mended));
            continue;
        }
        if (found->tolerance > quantity.tolerance)
            failed(checked, name,
                   fmt::format("quantities[{}].tolerance", found - recording.quantities.begin()),
                   fmt::format("{} of \"{}\" is more than what is written, {}", found->tolerance,
                               quantity.name, quantity.tolerance));
    }
    for (std::size_t i = 0; i < recording.checkpoints.size(); ++i)
        if (recording.checkpoints[i].trace.empty()) {
            failed(checked, name, fmt::format("checkpoints[{}]", i),
                   fmt::format("its trace is missing: {}", mended));
            break;
        }
    return true;
}

std::optional<Stored> readStored(Checked& checked, const std::string& name) {
    auto recording = play::readRecording((checked.folder / name).string());
    if (!recording) {
        append(checked.errors, recording.error());
        return std::nullopt;
    }
    Stored stored{std::move(*recording), {}, false};
    const std::size_t before = checked.failures.size();
    const bool same_physics = checkWhole(checked, name, stored.recording);
    const bool whole = checked.failures.size() == before;
    stored.played = play::replayed(*checked.level, stored.recording);
    const std::string& key = stored.played.key;
    stored.holds = !stored.played.replay.refused && key != "level" && key != "level_hash";
    // Where another physics made it or it is not whole, one renewal mends what differs as well.
    if (stored.played.replay.difference && ((same_physics && whole) || !stored.holds))
        failed(checked, name, key, *stored.played.replay.difference);
    return stored;
}

void checkWins(Checked& checked, const std::string& name, const Stored& stored) {
    if (stored.holds && !stored.wins())
        failed(checked, name, "outcome",
               fmt::format("does not win: {}", vonk::name(stored.played.replay.result.reason.id)));
}

void checkForChildren(Checked& checked, const Stored& stored) {
    if (checked.level->band > level::AgeBand::Groep68) return;
    const play::Replay& win = stored.played.replay;
    if (win.touches > most_touches)
        failed(checked, "win.toml", "commands",
               fmt::format("{} touches to win; at most {}", win.touches, most_touches));
    if (win.seconds > longest_win)
        failed(checked, "win.toml", "ticks",
               fmt::format("{:.0f} s to win; at most {:.0f}", win.seconds, longest_win));
    const auto& commands = stored.recording.commands;
    const double first =
        commands.empty() ? win.seconds : static_cast<double>(commands.front().tick) / world::ticks_per_second;
    if (first > first_action_by)
        failed(checked, "win.toml", "commands[0]",
               fmt::format("nothing happens for {:.0f} s; at most {:.0f}", first, first_action_by));
}

// Whoever reads gets three hints; the last one does the next move of win.toml, so there must be one to do.
void checkHints(Checked& checked, const std::optional<Stored>& win) {
    const level::Level& level = *checked.level;
    if (level.band != level::AgeBand::Groep12 && level.hints.size() != wanted_hints)
        failed(checked, "level.toml", "hints",
               fmt::format("{} {}; {} are wanted, each more direct", level.hints.size(),
                           level.hints.size() == 1 ? "hint" : "hints", wanted_hints));
    if (!win) return;
    const bool builds =
        std::ranges::any_of(win->recording.commands, [](const record::RecordedCommand& command) {
            return command.kind == "place" || command.kind == "connect" || command.kind == "move-joint";
        });
    if (!builds) failed(checked, "win.toml", "commands", "places nothing: the last hint has no move to do");
}

// Every star is earned by a win that is stored: by win.toml, or by another one beside it, win-<why>.toml.
void checkStars(Checked& checked, const std::optional<Stored>& win) {
    bool any_win = win && win->wins();
    const auto keep = [&](const Stored& stored) {
        const auto& stars = stored.played.replay.result.stars;
        for (std::size_t i = 0; i < stars.size(); ++i)
            if (stars[i].earned) checked.stars.insert(i);
    };
    if (any_win) keep(*win);
    for (const std::string& name : otherWins(checked.folder)) {
        const auto other = readStored(checked, name);
        if (!other) continue;
        checkWins(checked, name, *other);
        if (!other->wins()) continue;
        any_win = true;
        const std::size_t before = checked.stars.size();
        keep(*other);
        if (checked.stars.size() == before)
            failed(checked, name, "quantities", "earns no star that the wins before it do not");
    }
    if (!any_win) return;  // said already: what a loss reached says nothing of stars
    const auto& stars = checked.level->stars;
    for (std::size_t i = 0; i < stars.size(); ++i) {
        if (checked.stars.contains(i)) continue;
        std::string reason = fmt::format("\"{}\" of {:g} is earned by no win that is stored",
                                         level::name(stars[i].kind), stars[i].limit);
        if (win && win->wins())
            reason += fmt::format("; win.toml reaches {:.3g}", win->played.replay.result.stars[i].value);
        failed(checked, "level.toml", fmt::format("stars[{}].limit", i), std::move(reason));
    }
}

void checkFail(Checked& checked) {
    const auto stored = readStored(checked, "fail.toml");
    if (!stored) return;
    if (!stored->holds) return;
    checked.fail = stored->played.replay;
    const play::Result& result = stored->played.replay.result;
    const ReasonId expected = checked.level->expected_first_mistake;
    if (result.won)
        failed(checked, "fail.toml", "outcome", "wins, though it must fail");
    else if (result.reason.id != expected)
        failed(checked, "fail.toml", "reason",
               fmt::format("fails by \"{}\", but expected_first_mistake is \"{}\"", name(result.reason.id),
                           name(expected)));
}

// A star for few touches can still be earned by whoever makes the first mistake, stops, and builds anew.
void checkTouches(Checked& checked) {
    if (!checked.win || !checked.win->result.won || !checked.fail) return;
    const double mistake = checked.fail->touches, win = checked.win->touches;
    const double wanted = mistake + 1.0 + win;
    const auto& stars = checked.level->stars;
    for (std::size_t i = 0; i < stars.size(); ++i)
        if (stars[i].kind == level::StarKind::Touches && stars[i].limit < wanted)
            failed(checked, "level.toml", fmt::format("stars[{}].limit", i),
                   fmt::format("{:g} touches are lost with the first mistake: fail.toml {:g}, Stop, and "
                               "win.toml {:g} make {:g}",
                               stars[i].limit, mistake, win, wanted));
}

}  // namespace

void checkRecordings(Checked& checked) {
    const auto win = readStored(checked, "win.toml");
    if (win) {
        if (win->holds) checked.win = win->played.replay;
        checkWins(checked, "win.toml", *win);
        if (win->holds) checkForChildren(checked, *win);
    }
    checkStars(checked, win);
    checkHints(checked, win);
    checkFail(checked);
    checkTouches(checked);
}

}  // namespace vonk::levels
