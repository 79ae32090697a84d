// How the force in each member went while the load passed: what was seen of it in a run, kept until the next
// one. Plain numbers; knows no pixels.
#pragma once

#include <span>
#include <vector>

#include "game/world/snapshot.h"

namespace vonk::screens {

class ForceTrace {
  public:
    // One moment: where the load was (or when, s) and the force.
    struct Point {
        double at = 0.0;     // m from the left bank, or s since Start
        double force = 0.0;  // N, tension positive
    };
    struct Line {
        std::vector<Point> points;
        std::size_t least = 0, greatest = 0;  // indices of the extreme forces
        bool known() const { return points.size() > 1; }
    };

    // Where the load goes on without stopping its place is a better measure than time.
    ForceTrace(double left_bank, bool by_time) : left_bank_(left_bank), by_time_(by_time) {}

    void begin() { ticks_ = 0, members_.clear(), at_.clear(), forces_.clear(); }
    // After each tick of a run, in order.
    void record(const world::Snapshot& snapshot);

    bool byTime() const { return by_time_; }
    bool empty() const { return at_.empty(); }
    // Of one member, thinned to at most `most` points but with both extremes; empty if it was not in the run.
    Line line(PartId member, std::size_t most = 400) const;

  private:
    double left_bank_ = 0.0;
    bool by_time_ = false;
    std::size_t ticks_ = 0;
    std::vector<PartId> members_;
    std::vector<float> at_;
    std::vector<float> forces_;  // N, members_.size() for each moment; NaN once it is broken
};

}  // namespace vonk::screens
