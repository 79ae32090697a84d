// Road deck: two steel beams IPE 200 side by side under planks, 2.5 m wide. Wheels roll on it, it bends
// between its joints.
#include "game/world/parts/rows.h"

namespace vonk::world {

// IPE 200 (EN 10365): A = 28.5 cm², I = 1943 cm⁴, W_el = 194 cm³, 22.4 kg/m. S235 (EN 10025-2) up to 16 mm:
// 235 N/mm², γ_M1 = 1.1 (EN 1993-2). Planks of 50 mm C24 weigh 52.5 kg/m and carry only from beam to beam:
// they are in the density.
PartRow roadRow() {
    constexpr double safety = 1.1;
    constexpr double area = 2 * 28.5e-4;
    constexpr double planks = 2.5 * 0.05 * 420.0;  // kg/m
    PartRow part;
    part.kind = kind::road;
    part.key = "road";
    part.placement = PlacementKind::BetweenJoints;
    part.longest = 6.0;
    MemberRow deck;
    deck.young = 210e9;
    deck.density = (2 * 22.4 + planks) / area;
    deck.yield = 235e6 / safety;
    deck.area = area;
    deck.inertia = 2 * 1943e-8;
    deck.modulus = 2 * 194e-6;
    deck.deck = true;
    deck.grade = "S235";
    deck.safety = safety;
    part.member = deck;
    return part;
}

}  // namespace vonk::world
