// The way that force takes from the wheels through the members to the supports, as streams that can be drawn.
// What is pushed hands a load down, what is pulled hands it up; level members lead it towards the supports.
#pragma once

#include <cstdint>
#include <vector>

#include "game/view/paint.h"
#include "game/world/snapshot.h"

namespace vonk::view {

struct ForceStream {
    enum class Kind : std::uint8_t {
        Load,     // a wheel's or foot's weight, from above onto the road
        Road,     // along the road to the joint that takes it, by the rule of the lever
        Pushed,   // through a member
        Pulled,   // the same
        Support,  // what a support bears, down into it
    };
    Kind kind = Kind::Pushed;
    Vec2 from, to;       // m; of loads and supports `to` is the place and `from` equals it
    double force = 0.0;  // N, > 0
};

// Streams weaker than a fiftieth of the strongest are left out.
std::vector<ForceStream> forcePath(const world::Snapshot& snapshot);

// `time` moves the arrows; with `brush.still` they stand.
void drawForcePath(const Brush& brush, const std::vector<ForceStream>& streams);

}  // namespace vonk::view
