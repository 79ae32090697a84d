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

// One object; tools/README.md says what each key means.
std::string jsonOf(const engagement::Summary& summary);

// "2026-11-24T09:30:00Z"; the number itself where no date can be made of it.
std::string isoTime(double seconds_since_1970);

}  // namespace vonk::stats
