// What a member bears: yield, Euler buckling, bending between its joints. Assumed: pin-ended members,
// buckling in the plane over the full length, braced out of the plane.
#pragma once

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

// π² E I / L² (Euler 1744), the greatest thrust of a pin-ended bar of length L (m); N.
double eulerLoad(const MemberDef& member, double length);

// Stress = |M|/W + |N|/A against yield, thrust against eulerLoad. `negligible` (N, ≥ 0) is the force that
// counts as none.
MemberStrength strength(const MemberDef& member, double length, double axial, double moment,
                        double negligible);

}  // namespace vonk::structure
