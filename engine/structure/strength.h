// What a member bears: yield, Euler buckling, bending between its joints. Assumed: pin-ended members,
// buckling in the plane over the full length, braced out of the plane.
#pragma once

#include <span>
#include <string_view>

#include "engine/structure/structure_def.h"

namespace vonk::structure {

enum class Governs { Yield, Buckling, Bending, Slack };
std::string_view name(Governs governs);  // "yield", "buckling", "bending", "slack"

struct MemberStrength {
    double axial = 0.0;     // N, tension positive
    double moment = 0.0;    // N·m, the greatest between the joints (sagging positive); 0 but for decks
    double capacity = 0.0;  // N, axial force it bears in the sense of `axial`
    double use = 0.0;       // share of what it bears, by what governs; 1 breaks
    Governs governs = Governs::Yield;
};

// A force on a member between its joints.
struct PointLoad {
    double position = 0.0;  // 0 at the left end, 1 at the right one
    double across = 0.0;    // N, across the member, bending it down positive
};

// π² E I / L² (Euler 1744), the greatest thrust of a pin-ended bar of length L (m); N.
double eulerLoad(const MemberDef& member, double length);

// Moment at x metres from the left end of the beam of greatestMoment, N·m: superposition of P·a·b/L and
// w·x·(L − x)/2.
double momentAt(double x, double length, double weight_per_metre, std::span<const PointLoad> loads);

// Greatest moment (by size, with its sign) of a simply supported beam of length `length` under its own weight
// across it, `weight_per_metre` (N/m), and point loads: superposition of P·a·b/L and w·x·(L − x)/2; the exact
// maximum, N·m.
double greatestMoment(double length, double weight_per_metre, std::span<const PointLoad> loads);

// Deflection of the middle of that beam, m, downwards positive: 5wL⁴/384EI and P·b·(3L² − 4b²)/48EI with b
// the distance to the nearer end (Roark's Formulas for Stress and Strain, table 8.1).
double middleDeflection(double length, double stiffness, double weight_per_metre,
                        std::span<const PointLoad> loads);

// Stress = |M|/W + |N|/A against yield, thrust against eulerLoad. `negligible` (N, ≥ 0) is the force that
// counts as none.
MemberStrength strength(const MemberDef& member, double length, double axial, double moment,
                        double negligible);

}  // namespace vonk::structure
