// Members between joints, and what a joint on the inside of one does to it: cuts it in two, pinned there; and
// makes it whole again when the joint is no longer needed.
#pragma once

#include <cstdint>

#include "game/level/level.h"
#include "game/world/design.h"

namespace vonk::play {

// Exact, in whole millimetres: strictly between the ends of a–b, on its line.
bool liesInside(world::GridPoint a, world::GridPoint b, world::GridPoint point);

double lengthOf(world::GridPoint a, world::GridPoint b);  // m

class Members {
  public:
    Members(const level::Level& level, world::Design& design, std::uint32_t& next)
        : level_(level), design_(design), next_(next) {}

    bool isAnchor(world::GridPoint point) const;
    bool isJoint(world::GridPoint point) const;     // an anchor or an end of a member
    bool isOnMember(world::GridPoint point) const;  // on the inside of one
    const world::Part* between(world::GridPoint a, world::GridPoint b) const;  // either way round

    // Cuts every member that has this point on its inside; the half at `from` keeps its id.
    void cutAt(world::GridPoint point);
    // Cuts one member at every joint on its inside; pieces that another member already takes are left out.
    void cutAtJoints(PartId id);
    // Joins two pieces of one placed member again if nothing else meets at this point.
    void healAt(world::GridPoint point);

    void sort();

  private:
    const level::Level& level_;
    world::Design& design_;
    std::uint32_t& next_;
};

}  // namespace vonk::play
