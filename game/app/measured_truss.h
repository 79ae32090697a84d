// What --members measures: a bridge of that many members in the place of the visitor's own. It stands, the
// lorry drives on to it, it breaks, and what the lorry was on falls.
#pragma once

#include "game/level/level.h"

namespace vonk::app {

inline constexpr int fewest_members = 30;  // fewer do not bear themselves over the gap
inline constexpr int most_members = 5000;

// `level` with such a bridge standing there at first; `members` within these bounds. Up to 140 are one span,
// as wide as the level's own; more are spans beside each other on piers, of which the first breaks.
level::Level withTruss(level::Level level, int members);

}  // namespace vonk::app
