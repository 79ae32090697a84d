// What was done in a level, tick by tick, and what came of it: the one mechanism behind attract mode, hints,
// stored solutions, bug reports and tests. A file of it (win.toml, fail.toml) can be read and compared by
// people.
//
// Outcome and quantities (within their tolerance) must hold on every build; the state hashes only within one
// physics version. What a command means is the player's business: here it is a word with named values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/core/error.h"
#include "engine/core/ids.h"

namespace vonk::record {

inline constexpr int formatVersion = 1;
inline constexpr std::uint64_t ticksBetweenCheckpoints = 60;

// A named value of a command. Names: a–z, digits and '_', not "tick", "actor" or "kind"; texts are at most
// 4096 bytes.
struct Field {
    std::string name;
    std::variant<std::int64_t, double, std::string> value;

    friend bool operator==(const Field&, const Field&) = default;
};

struct RecordedCommand {
    std::uint64_t tick = 0;
    Actor actor;
    std::string kind;           // a–z and '-': "place", "move-joint"
    std::vector<Field> fields;  // in the order in which they were given, each name once; at most 32

    // Null where there is no such field, or one of another type. A whole number is also found as a double.
    std::optional<std::int64_t> whole(std::string_view name) const;
    std::optional<double> number(std::string_view name) const;
    const std::string* text(std::string_view name) const;

    friend bool operator==(const RecordedCommand&, const RecordedCommand&) = default;
};

// Something measured in the run: "greatest_use", "seconds", "cost".
struct Quantity {
    std::string name;
    double value = 0.0;      // SI, or euro
    double tolerance = 0.0;  // absolute, in the same unit; 0: the same bits

    friend bool operator==(const Quantity&, const Quantity&) = default;
};

// What the state was after this many ticks: a hash of all of it and, so that a difference can be told by its
// first tick and by what it is, a few bits of the hash of each tick before it and some sums over the state.
struct Checkpoint {
    std::uint64_t tick = 0;
    std::uint64_t hash = 0;
    // Lowest 16 bits of the hash at the ticks up to this one, the last one `tick` itself; at most
    // ticksBetweenCheckpoints. Empty: not kept.
    std::vector<std::uint16_t> trace;
    std::vector<Quantity> sums;  // tolerance 0; names as those of a command's fields, not "hash" or "trace"

    friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

struct Recording {
    int physics = 0;              // version of the physics that made it
    std::string level;            // id
    std::uint64_t levelHash = 0;  // of the level's physics content
    std::uint64_t ticks = 0;      // length
    std::string outcome;          // "won", "lost", or empty when the visitor left
    std::string reason;           // name of the reason when lost: "buckled"
    std::vector<Quantity> quantities;
    std::vector<RecordedCommand> commands;  // by tick, then as they came
    std::vector<Checkpoint> checkpoints;    // by tick

    friend bool operator==(const Recording&, const Recording&) = default;
};

// Refused with file, line, key and reason: what is not such a file, of another format version, longer than 8
// MiB, 100,000 commands or 10 hours; ticks that go back; values that are not finite; names given twice.
Result<Recording> readRecording(const std::string& path);
Result<Recording> parseRecording(std::string_view text, std::string_view nameForErrors);

// The same recording comes back from it, bit for bit; equal recordings give equal text.
std::string toToml(const Recording& recording);
Result<void> writeRecording(const std::string& path, const Recording& recording);

// Why this recording cannot be replayed on a level: another level, or its physics content has changed since.
// Where the recording came from (`file`) stands in the error.
std::optional<Error> whyNotReplayable(const Recording& recording, std::string_view level,
                                      std::uint64_t levelHash, const std::string& file = "");

// The first thing in which a replay differs from what was recorded.
struct Difference {
    enum class What { State, Outcome, Quantity };
    What what{};
    // State: the first tick whose hash differs, as far as it was kept, else that of the checkpoint that
    // differs or that one of the two lacks.
    std::uint64_t tick = 0;
    std::string quantity;   // its name; State: the first sum that differs, empty if none does
    double recorded = 0.0;  // of the quantity
    double replayed = 0.0;  // of the quantity; NaN when it was not measured
    // "tick 108: state …, recorded …; at tick 120 forces 3, recorded 4", "greatest_use: 0.81, recorded 0.79 ±
    // …"
    std::string text;
};
// State first (only when both were made by the same physics version), then outcome, then quantities in
// recorded order.
std::optional<Difference> firstDifference(const Recording& recorded, const Recording& replayed);

}  // namespace vonk::record
