// What the records of one or more kiosks say, in exact numbers for the operator: not for publication.
//
// Terms: dwell is from the first to the last touch of a visit. A level is completed in a visit that won it at
// least once; its completion rate is of the visits that opened it. Holding power is the time spent on a level
// over the time it is expected to take. Visit times are skewed, so medians and quartiles are given and no
// means. Quartiles interpolate linearly between the values around position p·(n−1) (definition 7 of Hyndman
// and Fan, 1996, The American Statistician 50).
//
// A value that no visit can have (game/engagement/plausible.h) is left out of what would be drawn from it,
// and counted: nothing is left out in silence.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/store/database.h"

namespace vonk::engagement {

struct Quartiles {
    std::size_t count = 0;  // of values; with 0 the others mean nothing
    double lower = 0.0;
    double median = 0.0;
    double upper = 0.0;
};

Quartiles quartilesOf(std::vector<double> values);

// How many visits lasted at least so long: the survival curve of visits that have an end.
struct Survival {
    double seconds = 0.0;
    std::uint64_t visits = 0;
};
inline constexpr std::array<double, 10> survival_seconds{0, 15, 30, 60, 120, 180, 300, 480, 720, 1200};

// Values of one column that cannot be, and why.
struct LeftOut {
    std::string column;  // "attempt.build_seconds"; of a row that is left out as a whole, its table
    std::string why;
    std::uint64_t count = 0;

    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

struct LevelSummary {
    std::uint32_t level = 0;      // number
    std::string id;               // its name in the latest record; empty where no record has one
    std::uint64_t visits = 0;     // that opened it
    std::uint64_t completed = 0;  // of those, that won it
    std::uint64_t attempts = 0;
    std::array<std::uint64_t, 4> outcomes{};  // won, lost, stopped, abandoned
    std::uint64_t rebuilt = 0;     // attempts with a design that differs from the one tested before it
    std::uint64_t hints = 0;       // shown
    std::uint64_t shown = 0;       // times that the stored solution was shown
    std::uint64_t taken_up = 0;    // former attempts taken up again
    std::uint64_t two_hands = 0;   // attempts that more than one hand built
    Quartiles attempts_per_visit;  // of visits that tested it
    Quartiles seconds;             // on the level, per visit, all its openings together
    Quartiles build_seconds;       // per attempt
    Quartiles holding_power;       // seconds / expected, per visit
    std::map<std::uint16_t, std::uint64_t> mistakes;  // ReasonId → lost attempts

    double completion() const {
        return visits == 0 ? 0.0 : static_cast<double>(completed) / static_cast<double>(visits);
    }
};

struct Summary {
    std::uint64_t visits = 0;
    std::uint64_t unfinished = 0;         // without an end: the power went, or it lasts still; not in `dwell`
    std::array<std::uint64_t, 3> ends{};  // left, timeout, goodbye
    std::uint64_t dated = 0;              // visits that say when they began; with 0 the next two mean nothing
    double first_at = 0.0;  // seconds since 1970 UTC of the first and the last visit's beginning
    double last_at = 0.0;
    Quartiles dwell;                 // seconds
    std::vector<Survival> survival;  // at survival_seconds
    std::uint64_t attempts = 0;
    std::uint64_t with_attempt = 0;  // visits that tested something
    std::uint64_t rebuilders = 0;    // visits that rebuilt after a test: active prolonged engagement
    std::uint64_t diligent = 0;      // visits that opened more than half of what was offered
    std::map<std::string, std::uint64_t, std::less<>> languages;
    std::map<std::string, std::uint64_t, std::less<>> age_bands;  // "" where none was chosen
    std::map<std::string, std::uint64_t, std::less<>> careers;    // cards opened
    std::uint64_t repeated = 0;        // visits that stand in more than one of the databases, counted once
    std::vector<LeftOut> left_out;     // by column
    std::vector<LevelSummary> levels;  // by number
};

// A database as a summary asks for it: several times if there are more of them.
struct Source {
    std::string name;  // for messages: its path
    std::function<store::Outcome<store::Database>()> open;
};

// Reads the databases as one, in any order of them: a visit that stands in several (a stick copied twice, an
// older copy beside a newer one) counts once, as it stands where most of it had been recorded. Each is read
// in one transaction; memory grows with the number of visits. Errors name the source.
Result<Summary> sumUp(const std::vector<Source>& sources);

}  // namespace vonk::engagement
