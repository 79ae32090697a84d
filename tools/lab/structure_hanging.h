// Pieces of broken members that still hang from what stands, and how fast they swing.
#pragma once

#include "engine/bridge/bridge_run.h"

namespace vonk::lab {

// m/s, of the middle of the fastest piece that hangs from a joint that stands or from a support, by other
// pieces too; what has come loose and falls does not count. 0 if nothing hangs, or once the run is lost.
double fastestHanging(const bridge::BridgeRun& run);

}  // namespace vonk::lab
