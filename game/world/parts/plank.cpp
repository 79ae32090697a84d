// Plank 200 × 50 mm lying flat, C18. Animals walk on it, it bends between its joints.
#include "game/world/parts/rows.h"

namespace vonk::world {

// EN 338:2016 for C18: mean modulus of elasticity 9 GPa, mean density 380 kg/m³, bending 18 N/mm². EN
// 1995-1-1: k_mod = 0.9, γ_M = 1.3. A plank lives by bending, so that strength is taken.
PartRow plankRow() {
    constexpr double safety = 1.3 / 0.9;
    PartRow part;
    part.kind = kind::plank;
    part.key = "plank";
    part.placement = PlacementKind::BetweenJoints;
    part.longest = 4.0;
    part.member = solidRectangle(0.200, 0.050);
    part.member->modulus = 0.200 * 0.050 * 0.050 / 6;
    part.member->young = 9e9;
    part.member->density = 380.0;
    part.member->yield = 18e6 / safety;
    part.member->deck = true;
    part.member->grade = "C18";
    part.member->safety = safety;
    return part;
}

}  // namespace vonk::world
