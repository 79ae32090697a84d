// A mirror upright in the middle between the banks: what is done on one side is done on the other, too, as
// one step. Where the middle lies between points of the grid it stands on the nearest place that leaves the
// grid on the grid.
#pragma once

#include <optional>

#include "game/play/session.h"

namespace vonk::view {

class Mirror {
  public:
    explicit Mirror(const level::Scene& scene);

    double x() const { return 0.0005 * sum_mm_; }  // m, of its axis
    world::GridPoint of(world::GridPoint point) const { return {sum_mm_ - point.x_mm, point.y_mm}; }
    bool onAxis(world::GridPoint point) const { return of(point) == point; }
    // Where a joint may go: one on the axis stays on it.
    world::GridPoint goal(world::GridPoint from, world::GridPoint to) const;

    // `command` with what belongs to it on the other side. Both are done or none; the other side is left
    // alone only where it is as wished already, or where there is nothing to move or to take away.
    play::Command both(const play::Session& session, const play::Command& command) const;

  private:
    std::optional<play::Single> other(const play::Session& session, const play::Single& step) const;

    std::int32_t sum_mm_ = 0;  // twice the axis
};

}  // namespace vonk::view
