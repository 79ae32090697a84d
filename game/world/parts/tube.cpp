// Cold formed circular hollow steel section 88.9 × 5.0 mm, S355.
#include "game/world/parts/rows.h"

namespace vonk::world {

// EN 10219-2, CHS 88.9 × 5.0: A = 13.2 cm², I = 116 cm⁴, W_el = 26.2 cm³, 10.3 kg/m. EN 10219-1, S355J2H:
// yield 355 N/mm² up to 16 mm; EN 1993-2: γ_M1 = 1.1. With a third of the bar's weight it is stiffer against
// buckling.
PartRow tubeRow() {
    constexpr double safety = 1.1;
    PartRow part;
    part.kind = kind::tube;
    part.key = "tube";
    part.placement = PlacementKind::BetweenJoints;
    part.longest = 6.0;
    MemberRow tube;
    tube.young = 210e9;
    tube.density = 7850.0;
    tube.yield = 355e6 / safety;
    tube.area = 13.2e-4;
    tube.inertia = 116e-8;
    tube.grade = "S355";
    tube.safety = safety;
    part.member = tube;
    return part;
}

}  // namespace vonk::world
