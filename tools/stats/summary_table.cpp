#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/core/reason.h"
#include "tools/stats/summary_command.h"

namespace vonk::stats {
namespace {

using engagement::LevelSummary;
using engagement::Quartiles;
using engagement::Summary;

// What a database says may hold anything; a terminal gets letters only.
std::string plain(std::string_view text, std::size_t longest = 18) {
    std::string letters;
    for (const char letter : text.substr(0, longest)) {
        const auto byte = static_cast<unsigned char>(letter);
        letters += byte < 0x20 || byte > 0x7e ? '?' : letter;
    }
    return letters;
}

std::string share(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return "-";
    return fmt::format("{:.0f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

std::string minutes(double seconds) {
    const auto whole = static_cast<long long>(std::llround(std::max(0.0, seconds)));
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

std::string times(const Quartiles& quartiles) {
    if (quartiles.count == 0) return "-";
    return fmt::format("{} ({}-{})", minutes(quartiles.median), minutes(quartiles.lower),
                       minutes(quartiles.upper));
}

std::string numbers(const Quartiles& quartiles, int digits) {
    if (quartiles.count == 0) return "-";
    return fmt::format("{:.{}f} ({:.{}f}-{:.{}f})", quartiles.median, digits, quartiles.lower, digits,
                       quartiles.upper, digits);
}

std::string commonestMistake(const LevelSummary& level) {
    const auto worst = std::max_element(level.mistakes.begin(), level.mistakes.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    if (worst == level.mistakes.end()) return "-";
    return fmt::format("{} ({})", name(static_cast<ReasonId>(worst->first)), worst->second);
}

std::string counts(const std::map<std::string, std::uint64_t, std::less<>>& counted) {
    std::string line;
    for (const auto& [key, count] : counted)
        line +=
            fmt::format("{}{} {}", line.empty() ? "" : ", ", key.empty() ? "not chosen" : plain(key), count);
    return line.empty() ? "-" : line;
}

std::string visitsTable(const Summary& s) {
    std::string text;
    const auto line = [&](std::string_view label, const std::string& value) {
        text += fmt::format("{:<28}{}\n", label, value);
    };
    line("visits", std::to_string(s.visits));
    if (s.visits == 0) return text;
    line("from - to", s.dated == 0 ? "-" : isoTime(s.first_at) + " - " + isoTime(s.last_at));
    line("dwell, median (quartiles)", times(s.dwell) + " min");
    line("ended", fmt::format("{} goodbye, {} left, {} timeout, {} unfinished", s.ends[2], s.ends[0],
                              s.ends[1], s.unfinished));
    line("tested something", fmt::format("{} ({})", s.with_attempt, share(s.with_attempt, s.visits)));
    line("rebuilt after a test", fmt::format("{} ({})", s.rebuilders, share(s.rebuilders, s.visits)));
    line("opened over half the levels", fmt::format("{} ({})", s.diligent, share(s.diligent, s.visits)));
    line("attempts", std::to_string(s.attempts));
    line("languages", counts(s.languages));
    line("age bands, as chosen", counts(s.age_bands));
    line("career cards", counts(s.careers));
    if (s.repeated > 0) line("in several files, once here", std::to_string(s.repeated));
    return text;
}

// Nothing is left out in silence.
std::string leftOutTable(const Summary& s) {
    std::string text = "left out, as it cannot be (the rest of a row counts, unless it says otherwise)\n";
    for (const engagement::LeftOut& values : s.left_out)
        text += fmt::format("{:>8}  {:<22} {}\n", values.count, values.column, values.why);
    return text;
}

// What the words above mean, for who reads them the first time.
std::string terms(const Summary& s) {
    std::string text =
        "dwell            from the first to the last touch of a visit, min:s\n"
        "unfinished       visits without an end: the power went, or they last still; not in dwell\n"
        "median (quartiles)  half of them are below it (a quarter below the first, above the second)\n";
    if (s.levels.empty()) return text;
    return text +
           "completed        visits that won the level at least once, of those that opened it\n"
           "per visit        attempts in a visit that tested the level\n"
           "holding power    time spent on a level / time that the level says it takes; 1: as expected\n"
           "over half        visits that opened more than half of the levels offered: \"diligent\" in "
           "--json\n"
           "abandoned        attempts during which the visitor left the level or the exhibit\n"
           "stopped          attempts that the visitor stopped before they were decided\n"
           "rebuilt          attempts with another design than the test before\n"
           "taken up again   former attempts that were taken up from the pictures of them\n"
           "two hands        attempts that more than one hand built (hands, never persons)\n";
}

// Each line: how many of the visits with an end lasted at least so long.
std::string survivalCurve(const Summary& s) {
    constexpr double widest = 50.0;
    std::string text = "survival: visits that lasted at least so long, of those with an end\n";
    for (const engagement::Survival& point : s.survival) {
        const double part = static_cast<double>(point.visits) / static_cast<double>(s.dwell.count);
        text += fmt::format("{:>8} {:>6}  {}\n", minutes(point.seconds), share(point.visits, s.dwell.count),
                            std::string(static_cast<std::size_t>(std::lround(widest * part)), '#'));
    }
    return text;
}

std::string levelsTable(const Summary& s) {
    std::string text =
        fmt::format("{:>3} {:<18} {:>6} {:>14} {:>8} {:>12} {:>18} {:>14}\n", "nr", "level", "visits",
                    "completed", "attempts", "per visit", "time, min", "holding power");
    for (const LevelSummary& level : s.levels)
        text += fmt::format("{:>3} {:<18} {:>6} {:>14} {:>8} {:>12} {:>18} {:>14}\n", level.level,
                            plain(level.id), level.visits,
                            fmt::format("{} ({})", level.completed, share(level.completed, level.visits)),
                            level.attempts, numbers(level.attempts_per_visit, 0), times(level.seconds),
                            numbers(level.holding_power, 1));
    text += fmt::format("\n{:>3} {:<18} {:>6} {:>6} {:>8} {:>10} {:>8}  {}\n", "nr", "level", "won", "lost",
                        "stopped", "abandoned", "rebuilt", "commonest mistake");
    for (const LevelSummary& level : s.levels)
        text += fmt::format("{:>3} {:<18} {:>6} {:>6} {:>8} {:>10} {:>8}  {}\n", level.level, plain(level.id),
                            level.outcomes[0], level.outcomes[1], level.outcomes[2], level.outcomes[3],
                            level.rebuilt, commonestMistake(level));
    text += fmt::format("\n{:>3} {:<18} {:>6} {:>14} {:>14} {:>10}\n", "nr", "level", "hints",
                        "solution shown", "taken up again", "two hands");
    for (const LevelSummary& level : s.levels)
        text += fmt::format("{:>3} {:<18} {:>6} {:>14} {:>14} {:>10}\n", level.level, plain(level.id),
                            level.hints, level.shown, level.taken_up, level.two_hands);
    return text;
}

}  // namespace

std::string tableOf(const Summary& summary) {
    std::string text = visitsTable(summary);
    if (summary.dwell.count > 0) text += "\n" + survivalCurve(summary);
    if (!summary.levels.empty()) text += "\n" + levelsTable(summary);
    if (!summary.left_out.empty()) text += "\n" + leftOutTable(summary);
    if (summary.visits > 0) text += "\n" + terms(summary);
    return text;
}

}  // namespace vonk::stats
