// Open spiral strand of 16 mm, wires of grade 1770. Pulls only.
#include "game/world/parts/rows.h"

namespace vonk::world {

// EN 1993-1-11: fill factor of spiral strands 0.76, breaking force 0.57·d²·R (EN 12385-10), E = 150 GPa,
// weight 83 kN/m³ of metal with its corrosion protection, safety 1.5 on the breaking force. Metal 0.76·π·d²/4
// = 152.8 mm²; it breaks at 258 kN, so 1.69 kN/mm² is reached on its metal.
PartRow cableRow() {
    constexpr double metal = 152.8e-6;
    constexpr double breaking = 0.57 * 16.0 * 16.0 * 1770.0;  // N
    constexpr double safety = 1.5;
    PartRow part;
    part.kind = kind::cable;
    part.key = "cable";
    part.placement = PlacementKind::BetweenJoints;
    part.longest = 12.0;
    MemberRow strand;
    strand.young = 150e9;
    strand.density = 83e3 / 9.81;
    strand.yield = breaking / metal / safety;
    strand.area = metal;
    strand.cable = true;
    strand.grade = "1770";
    strand.safety = safety;
    part.member = strand;
    return part;
}

}  // namespace vonk::world
