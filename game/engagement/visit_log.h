// What a visit leaves behind: the calls that the screens make, in the order in which things happen to one
// visitor. Nothing here names a person, and nothing is read back by the exhibit. Times are seconds since
// 1970-01-01 UTC by a clock that the caller owns (a demo counts from a fixed moment); they never run
// backwards within a visit.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/core/reason.h"

namespace vonk::engagement {

// A level as records know it: the number outlives every renaming.
struct LevelName {
    std::uint32_t number = 0;
    std::string id;               // "cheese-truck"
    double expected_seconds = 0;  // what the level says it takes; 0: not known

    friend bool operator==(const LevelName&, const LevelName&) = default;
};

// What hands did between two tests, or before the first one.
struct CommandCounts {
    std::uint32_t placed = 0;
    std::uint32_t moved = 0;  // a part, or a joint with what hangs on it
    std::uint32_t connected = 0;
    std::uint32_t removed = 0;
    std::uint32_t operated = 0;
    std::uint32_t undone = 0;
    std::uint32_t redone = 0;
    std::uint32_t refused = 0;   // asked for, and told why not
    std::uint32_t taken_up = 0;  // a former attempt

    friend bool operator==(const CommandCounts&, const CommandCounts&) = default;
};

// How an attempt (one run of a design) ended. Stored as the number: append only.
enum class AttemptOutcome : std::uint8_t {
    Won = 1,
    Lost = 2,
    Stopped = 3,    // the visitor pressed stop before it was decided
    Abandoned = 4,  // left the level or the exhibit while it ran
};

// How a visit ended. Stored as the number: append only.
enum class VisitEnd : std::uint8_t {
    Left = 1,     // back to the start screen by the visitor's own touch
    Timeout = 2,  // nobody touched any more
    Goodbye = 3,  // through the goodbye screen
};

struct Attempt {
    LevelName level;
    std::uint32_t attempt = 1;  // 1 for the first test of this level in this visit
    AttemptOutcome outcome = AttemptOutcome::Stopped;
    ReasonId reason = ReasonId::None;  // why it failed; None when won
    CommandCounts commands;            // since the attempt before
    double build_seconds =
        0.0;                   // building before this run, since the level was opened or the run before ended
    double run_seconds = 0.0;  // from start to the outcome
    double cost = 0.0;         // euro, of the design that was tested; 0 where nothing has a price
    double greatest_use = 0.0;  // share of what the worst part can bear; above 1 it broke
    std::uint32_t stars = 0;    // 0–3, of this attempt
    std::uint32_t hints = 0;    // shown since the attempt before
    std::uint32_t shown = 0;    // how often the stored solution was shown since the attempt before
    std::uint32_t hands =
        0;  // most hands seen to build at the same time, or sides, since the attempt before; never persons
    bool rebuilt = false;  // the design differs from the one tested before it

    friend bool operator==(const Attempt&, const Attempt&) = default;
};

// Exactly one visit is open between visitBegan and visitEnded; calls outside of one are ignored. No call
// waits or throws.
class VisitLog {
  public:
    virtual ~VisitLog() = default;

    // The first touch. `language` as a code ("nl"); `offered`: how many levels the visitor can choose from.
    virtual void visitBegan(double at, std::string_view language, std::uint32_t offered) = 0;
    virtual void languageChosen(double at, std::string_view language) = 0;
    // `band` as in level files ("groep-6-8"): what the visitor chose, which need not be how old they are.
    virtual void ageBandChosen(double at, std::string_view band) = 0;
    virtual void levelOpened(double at, const LevelName& level) = 0;
    // Back to the choice of levels, or on to another one. visitEnded closes the open level by itself.
    virtual void levelLeft(double at) = 0;
    // An attempt was decided, stopped or abandoned at `at`, in the level that is open.
    virtual void attemptEnded(double at, const Attempt& attempt) = 0;
    virtual void careerOpened(double at, std::string_view career) = 0;
    // After a timeout `at` is when the last touch was, so that waiting for nobody is not counted as dwell.
    virtual void visitEnded(double at, VisitEnd end) = 0;
};

// Keeps nothing: attract mode, tests of screens.
class NullVisitLog final : public VisitLog {
  public:
    void visitBegan(double, std::string_view, std::uint32_t) override {}
    void languageChosen(double, std::string_view) override {}
    void ageBandChosen(double, std::string_view) override {}
    void levelOpened(double, const LevelName&) override {}
    void levelLeft(double) override {}
    void attemptEnded(double, const Attempt&) override {}
    void careerOpened(double, std::string_view) override {}
    void visitEnded(double, VisitEnd) override {}
};

}  // namespace vonk::engagement
