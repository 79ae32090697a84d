// Where a circuit is open: what a battery feeds and the current cannot leave. Read from the design alone, so
// that the picture can show it without asking the physics.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "game/world/design.h"

namespace vonk::view {

struct OpenEnds {
    // Terminals without a wire that hang together with a battery by wires and things.
    std::vector<world::Terminal> loose;
    // Two loose ends of different things, the nearest to each other, where joining them closes a ring with a
    // lamp in it. Or the two terminals of the switch that is open, where nothing else is.
    std::optional<std::pair<world::Terminal, world::Terminal>> gap;
    PartId open_switch;

    bool any() const { return !loose.empty() || gap.has_value(); }
};

// Nothing of it where no wire is laid yet or no battery stands there.
OpenEnds openEnds(const world::Design& design);

}  // namespace vonk::view
