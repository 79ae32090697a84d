// Is there a road from bank to bank?
#pragma once

#include <optional>

#include "game/level/level.h"
#include "game/world/design.h"

namespace vonk::world {

// x where the first thing that rolls would find nothing under it; nothing if deck members lead from the left
// bank to the right one. The road may rise and fall, and turn into another deck at any joint.
std::optional<double> roadGap(const level::Scene& scene, const Design& design);

}  // namespace vonk::world
