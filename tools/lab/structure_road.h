// The road that a vehicle takes over a structure's deck members.
#pragma once

#include <vector>

#include "engine/structure/structure_def.h"

namespace vonk::lab {

// Joints of the road from left to right: it starts at the leftmost end of a deck member and goes on from
// joint to joint, over gaps too. Empty if there is no deck that one could drive on.
std::vector<int> roadOf(const structure::StructureDef& def);

}  // namespace vonk::lab
