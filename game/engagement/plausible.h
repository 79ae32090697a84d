// What a value in a record can be. Kiosks are left alone for months: clocks start at 1970 after a power cut,
// disks rot, and files are mended by hand.
#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vonk::engagement {

// Nothing where all is well, else why the value cannot be.
using Doubt = std::optional<std::string_view>;

// Seconds since 1970 UTC at which a visit can have begun: before the first Vonk there was none.
inline constexpr double earliest_beginning = 1577836800.0;  // 2020-01-01
inline constexpr double latest_beginning = 4102444800.0;    // 2100-01-01

inline Doubt doubtAsBeginning(double at) {
    if (!std::isfinite(at)) return "is no time";
    if (at < earliest_beginning) return "before 2020";
    if (at >= latest_beginning) return "2100 or later";
    return std::nullopt;
}

// Of something that happens in one visit, which ends when nobody touches for an hour at most.
inline constexpr double longest_duration = 86400.0;  // s

inline Doubt doubtAsDuration(double seconds) {
    if (!std::isfinite(seconds)) return "is no number of seconds";
    if (seconds < 0.0) return "negative";
    if (seconds > longest_duration) return "longer than a day";
    return std::nullopt;
}

inline Doubt doubtAsCount(std::int64_t count, std::int64_t most) {
    if (count < 0) return "negative";
    if (count > most) return "more than can be";
    return std::nullopt;
}
inline constexpr std::int64_t most_offered = 1000;  // levels
inline constexpr std::int64_t most_in_attempt =
    10000;                                      // hints, solutions, takings-up: one each second for hours
inline constexpr std::int64_t most_hands = 10;  // fingers that a screen tells apart

inline constexpr std::int64_t highest_level_number = 99999;  // as in level files

// A name as Vonk gives them to levels, bands, languages and careers: a-z, 0-9 and '-', at most 64 of them.
inline Doubt doubtAsName(std::string_view text) {
    if (text.empty()) return "empty";
    if (text.size() > 64) return "longer than a name";
    for (const char c : text)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return "no name that Vonk gives";
    return std::nullopt;
}

}  // namespace vonk::engagement
