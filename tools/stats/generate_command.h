// `vonk-stats generate --visits N --seed S --out DB`: records of visits that never were, for trying out
// reports and for measuring how long they take. The same seed gives the same records.
#pragma once

#include <cstdint>
#include <string>

namespace vonk::stats {

inline constexpr std::uint32_t most_visits = 5'000'000;

// 0: written, all of it. 2: `path` is there already and was not to be overwritten, cannot be written, or
// SIGINT or SIGTERM came; stderr names it, and nothing of it is left behind.
int runGenerate(std::uint32_t visits, std::uint64_t seed, const std::string& path, bool overwrite);

}  // namespace vonk::stats
