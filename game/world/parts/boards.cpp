// Timber deck: two beams of 75 × 200 mm, C24, under boards, 2.5 m wide. Light wheels roll on it, it bends
// between its joints.
#include "game/world/parts/rows.h"

namespace vonk::world {

// EN 338:2016 for C24: 11 GPa, 420 kg/m³, bending 24 N/mm². EN 1995-1-1: k_mod = 0.9, γ_M = 1.3. It lives by
// bending, so that strength is taken. Boards of 50 mm weigh 52.5 kg/m and carry only from beam to beam: they
// are in the density.
PartRow boardsRow() {
    constexpr double safety = 1.3 / 0.9;
    constexpr double planks = 2.5 * 0.05 * 420.0;  // kg/m
    PartRow part;
    part.kind = kind::boards;
    part.key = "boards";
    part.placement = PlacementKind::BetweenJoints;
    part.longest = 8.0;
    MemberRow deck = solidRectangle(2 * 0.075, 0.200);
    deck.modulus = 2 * 0.075 * 0.200 * 0.200 / 6;
    deck.young = 11e9;
    deck.density = 420.0 + planks / deck.area;
    deck.yield = 24e6 / safety;
    deck.deck = true;
    deck.grade = "C24";
    deck.safety = safety;
    part.member = deck;
    return part;
}

}  // namespace vonk::world
