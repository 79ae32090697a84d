// `vonk-stats summary DB… [--json]`: reads the databases as one and prints what they say.
#pragma once

#include <string>
#include <vector>

#include "game/engagement/summary.h"

namespace vonk::stats {

// 0: printed. 2: a database cannot be read, is none, or is not one of records; stderr names it, stdout stays
// empty.
int runSummary(const std::vector<std::string>& paths, bool json);

// Tables for a terminal, at most 100 columns wide.
std::string tableOf(const engagement::Summary& summary);

// One object; its keys are stable. Times are seconds, rates shares from 0 to 1; null where nothing is known.
// Q is {n, lower, median, upper}.
//
//   visits      {count, unfinished, left, timeout, goodbye, first, last (ISO 8601, UTC), dwell_s Q,
//               survival [{seconds, visits that lasted at least so long}],
//               with_attempt, rebuilt_after_test, diligent, repeated}
//   attempts    all of them
//   languages, age_bands ("" where none was chosen)   name → visits
//   careers     key → cards opened
//   levels      by number: [{level, id, visits, completed, completion, attempts, won, lost, stopped,
//               abandoned, rebuilt, hints, shown, taken_up, two_hands, attempts_per_visit Q, seconds Q,
//               build_seconds Q, holding_power Q, mistakes {reason → lost attempts}}]
std::string jsonOf(const engagement::Summary& summary);

// "2026-11-24T09:30:00Z"; the number itself where no date can be made of it.
std::string isoTime(double seconds_since_1970);

}  // namespace vonk::stats
