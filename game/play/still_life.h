// A design at rest, as the snapshot shows it while one builds: everything where it was put, nothing moves.
#pragma once

#include <map>
#include <vector>

#include "game/level/level.h"
#include "game/world/design.h"
#include "game/world/snapshot.h"

namespace vonk::play {

class StillLife {
  public:
    // `peaks`: greatest use in the last run of the parts that were in it and are unchanged.
    void show(const level::Level& level, const world::Design& design, const std::map<PartId, double>& peaks);
    world::Snapshot snapshot() const;  // lives until the next show()

  private:
    std::vector<world::JointView> joints_;
    std::vector<world::MemberView> members_;
    std::vector<world::DeviceView> devices_;
    std::vector<world::WireView> wires_;
    double water_ = 0.0;
};

}  // namespace vonk::play
