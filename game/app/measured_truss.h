// What --members measures: a bridge of that many members in the place of the visitor's own. It stands, the
// truck drives on to it, it breaks, and what the truck was on falls.
#pragma once

#include "game/level/level.h"

namespace vonk::app {

inline constexpr int fewest_members = 3;
inline constexpr int most_members = 5000;

// `level` with such a bridge standing there at first. Up to 140 members are one span, as wide as the level's
// own (up to 8 of them carry the truck); more are spans beside each other on piers, of which the first
// breaks. Below 9 members there are 3 or 7.
level::Level withTruss(level::Level level, int members);

}  // namespace vonk::app
