// What a structure is before any load: joints and the straight members between them, in SI units.
#pragma once

#include <vector>

#include "engine/core/vec2.h"

namespace vonk::structure {

enum class MemberKind {
    Bar,    // pushes and pulls
    Cable,  // pulls only
    Deck,   // a bar that wheels roll on, bent between its joints by what stands on it
};

struct JointDef {
    Vec2 position;         // m, unloaded
    bool fixed_x = false;  // held by a support in that direction
    bool fixed_y = false;
};

struct MemberDef {
    int from = 0;  // indices of two joints at different places
    int to = 0;
    MemberKind kind = MemberKind::Bar;
    double young = 0.0;    // Pa, > 0
    double area = 0.0;     // m², > 0
    double inertia = 0.0;  // m⁴, least second moment in the plane; only a cable may have 0
    double modulus = 0.0;  // m³, elastic section modulus; 0: not checked in bending
    double density = 0.0;  // kg/m³, ≥ 0
    double yield = 0.0;    // Pa, > 0
};

struct StructureDef {
    std::vector<JointDef> joints;
    std::vector<MemberDef> members;
    double gravity = 9.81;        // m/s², downwards; 0: weightless members
    double damping_ratio = 0.05;  // of the lowest vertical mode
};

}  // namespace vonk::structure
