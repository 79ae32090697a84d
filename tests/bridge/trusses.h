// Bridges that several tests drive over.
#pragma once

#include "engine/bridge/bridge_run.h"

namespace vonk::bridge::driven {

// Square steel tube of wall 1/10 of its side.
inline structure::MemberDef steel(int from, int to, double area,
                                  structure::MemberKind kind = structure::MemberKind::Bar) {
    structure::MemberDef member;
    member.from = from;
    member.to = to;
    member.kind = kind;
    member.young = 210e9;
    member.area = area;
    const double side = std::sqrt(area / 0.36);
    member.inertia = side * side * side * side * (1.0 - 0.8 * 0.8 * 0.8 * 0.8) / 12.0;
    member.modulus = 2.0 * member.inertia / side;
    member.density = 7850.0;
    member.yield = 235e6;
    return member;
}

// Warren truss of `bays` bays with a deck below, pinned left and on a roller right; 4·bays − 1 members.
inline structure::StructureDef warren(int bays, double span, double height, double area) {
    structure::StructureDef def;
    const double bay = span / bays;
    for (int i = 0; i <= bays; ++i) def.joints.push_back({{i * bay, 0.0}, i == 0, i == 0 || i == bays});
    for (int i = 0; i < bays; ++i) def.joints.push_back({{(i + 0.5) * bay, height}, false, false});
    for (int i = 0; i < bays; ++i) def.members.push_back(steel(i, i + 1, area, structure::MemberKind::Deck));
    for (int i = 0; i + 1 < bays; ++i) def.members.push_back(steel(bays + 1 + i, bays + 2 + i, area));
    for (int i = 0; i < bays; ++i) {
        def.members.push_back(steel(i, bays + 1 + i, area));
        def.members.push_back(steel(bays + 1 + i, i + 1, area));
    }
    return def;
}

// A road on both banks, level with the bridge, above a river bed.
inline std::vector<rigid::GroundDef> banks(double span) {
    return {{{{-60.0, -12.0}, {0.0, -12.0}, {0.0, 0.0}, {-60.0, 0.0}}, true, 0.9},
            {{{span, -12.0}, {span + 60.0, -12.0}, {span + 60.0, 0.0}, {span, 0.0}}, true, 0.9},
            {{{-1.0, -11.0},
              {-1.0, -14.0},
              {span + 1.0, -14.0},
              {span + 1.0, -11.0},
              {span, -10.0},
              {0.0, -10.0}},
             true,
             0.9}};
}

inline rigid::VehicleDef truck(double x, double mass, double speed) {
    rigid::VehicleDef def;
    def.front = {x, 0.0};
    def.speed = speed;
    def.axles = {{0.0, 0.5 * mass}, {3.0, 0.5 * mass}};
    def.body_size = {4.5, 1.2};
    return def;
}

}  // namespace vonk::bridge::driven
