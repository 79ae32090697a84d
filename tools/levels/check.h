// Holds a level against its own words: it can be won as win.toml shows, it fails first as fail.toml shows,
// and it asks no more of a child than it may.
#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/core/error.h"
#include "game/level/level.h"
#include "game/play/session.h"

namespace vonk::levels {

struct Checked {
    std::filesystem::path folder;
    std::optional<level::Level> level;  // absent: the file is bad
    Errors errors;                      // files that cannot be read or are invalid
    Errors failures;                    // what is said but does not hold
    Errors notes;                       // what is good to know, and no failure: texts not yet translated
    std::optional<play::Replay> win, fail;
    std::set<std::size_t> stars;  // those of the level that a stored win earns

    bool ok() const { return errors.empty() && failures.empty(); }
};

// For primary levels.
inline constexpr std::uint32_t most_touches = 25;
inline constexpr double longest_win = 90.0;      // s of visitor time
inline constexpr double first_action_by = 15.0;  // s

inline constexpr std::size_t wanted_hints = 3;  // where one reads

// win-<why>.toml: further wins of a level, for stars that win.toml does not earn.
std::vector<std::string> otherWins(const std::filesystem::path& folder);

Checked checkLevel(const std::filesystem::path& folder);

// All, numbers and ids unique among them.
std::vector<Checked> checkLevels(const std::vector<std::filesystem::path>& folders);

}  // namespace vonk::levels
