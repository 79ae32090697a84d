// Post of sawn timber 75 × 75 mm, C18: stands under a plank.
#include "game/world/parts/rows.h"

namespace vonk::world {

// EN 338:2016 for C18: 9 GPa, 380 kg/m³, tension along the grain 10 N/mm²; EN 1995-1-1: k_mod = 0.9, γ_M
// = 1.3.
PartRow postRow() {
    constexpr double side = 0.075;
    constexpr double safety = 1.3 / 0.9;
    PartRow part;
    part.kind = kind::post;
    part.key = "post";
    part.placement = PlacementKind::BetweenJoints;
    part.longest = 3.0;
    part.member = solidRectangle(side, side);
    part.member->young = 9e9;
    part.member->density = 380.0;
    part.member->yield = 10e6 / safety;
    part.member->grade = "C18";
    part.member->safety = safety;
    return part;
}

}  // namespace vonk::world
