// Sawn timber beam 100 × 100 mm, strength class C24.
#include "game/world/parts/rows.h"

namespace vonk::world {

// EN 338:2016 for C24: mean modulus of elasticity 11 GPa, mean density 420 kg/m³, tension along the
// grain 14.5 N/mm². EN 1995-1-1: short loads, service class 2: k_mod = 0.9; solid timber: γ_M = 1.3. Tension
// is the weakest of tension, compression and bending, so it stands for all three.
PartRow woodRow() {
    constexpr double side = 0.100;
    constexpr double safety = 1.3 / 0.9;
    PartRow part;
    part.kind = kind::wood;
    part.key = "wood";
    part.placement = PlacementKind::BetweenJoints;
    part.longest = 5.0;
    part.member = solidRectangle(side, side);
    part.member->young = 11e9;
    part.member->density = 420.0;
    part.member->yield = 14.5e6 / safety;
    part.member->grade = "C24";
    part.member->safety = safety;
    return part;
}

}  // namespace vonk::world
