// The road that a vehicle takes over a structure's deck members.
#pragma once

#include <vector>

#include "engine/structure/structure_def.h"

namespace vonk::lab {

// Joints of the road from left to right: it starts at the leftmost end of a deck member and goes on from
// joint to joint, over gaps too. Empty if there is no deck that one could drive on.
std::vector<int> roadOf(const structure::StructureDef& def);

// Rise over run; no wheel is carried up a deck that is steeper (its normal leans by more than 60°).
inline constexpr double steepest_road = 1.73;

// Deck members that the road would lead over and that are too steep for it; of no road, all of those. What
// stands upright is a wall and none of them.
std::vector<int> tooSteep(const structure::StructureDef& def, const std::vector<int>& road);

}  // namespace vonk::lab
