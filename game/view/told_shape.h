// What the picture of a bridge that nothing held up points at: the one panel that leans most, a square that
// has become a diamond; where no panel leans, the joints that went furthest.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "game/world/snapshot.h"

namespace vonk::view {

// Where the bolt of a joint is now, m: what still hangs together shows it better than a structure that is
// lost. `but`: a member that does not count.
Vec2 boltOf(const world::Snapshot& snapshot, std::uint32_t joint, PartId but = {});

// Four joints around a panel with a member at each side and none across.
struct LeaningPanel {
    std::array<std::uint32_t, 4> joints{};
    std::array<Vec2, 4> built, now;  // m
    std::size_t corner = 0;          // whose angle has changed most
    double lean = 0.0;               // rad, by how much
};
// Nothing where no panel leans by a degree or two.
std::optional<LeaningPanel> leaningPanel(const world::Snapshot& snapshot);

struct MovedJoint {
    std::uint32_t joint = 0;
    Vec2 built, now;  // m
    double way() const { return distance(built, now); }
};
// Those that went furthest, at most three, the first furthest of all; none that went a few centimetres only.
std::vector<MovedJoint> movedJoints(const world::Snapshot& snapshot);

}  // namespace vonk::view
