// Hot rolled square steel bar 60 × 60 mm, S235.
#include "game/world/parts/rows.h"

namespace vonk::world {

// Section: EN 10059. EN 10025-2 for S235: yield 215 N/mm² for thicknesses of 40 to 63 mm; EN 1993-1-1: 210
// GPa, 7850 kg/m³; EN 1993-2 (bridges): γ_M1 = 1.1. A solid bar is slender for its weight: in compression
// Euler governs.
PartRow steelRow() {
    constexpr double side = 0.060;
    constexpr double safety = 1.1;
    PartRow part;
    part.kind = kind::steel;
    part.key = "steel";
    part.placement = PlacementKind::BetweenJoints;
    part.longest = 6.0;
    part.member = solidRectangle(side, side);
    part.member->young = 210e9;
    part.member->density = 7850.0;
    part.member->yield = 215e6 / safety;
    part.member->grade = "S235";
    part.member->safety = safety;
    return part;
}

}  // namespace vonk::world
