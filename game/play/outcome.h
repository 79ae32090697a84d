// What came of a run: the result with its stars, and how a recording keeps it.
#pragma once

#include "engine/record/recording.h"
#include "game/play/session.h"

namespace vonk::play {

// As if the run ended now; `world` may be null: nothing was tried. `touches`: commands so far.
Result judge(const level::Level& level, const world::Design& design, const world::World* world,
             std::uint32_t touches);

// Writes outcome, reason and measured quantities, with the tolerance in which every build must repeat them.
void describe(const Result& result, record::Recording& recording);

// What a checkpoint keeps of the state, so that a difference has a name: sums of the coordinates of joints
// and of bodies, of the members' forces, and of the devices' currents; SI.
std::vector<record::Quantity> sumsOf(const world::Snapshot& snapshot);

}  // namespace vonk::play
