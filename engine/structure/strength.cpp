#include "engine/structure/strength.h"

#include <array>
#include <cmath>

#include "engine/structure/beam.h"

namespace vonk::structure {

std::string_view name(Governs governs) {
    constexpr std::array<std::string_view, 4> names = {"yield", "buckling", "bending", "slack"};
    return names[static_cast<std::size_t>(governs)];
}

double eulerLoad(const MemberDef& member, double length) {
    return eulerLoad(member.young * member.inertia, length);
}

MemberStrength strength(const MemberDef& member, double length, double axial, double moment,
                        double negligible) {
    MemberStrength result;
    result.axial = axial;
    result.moment = moment;
    const double plastic = member.yield * member.area;
    result.capacity = plastic;
    const double size = std::fabs(axial);
    if (member.kind == MemberKind::Cable && axial <= negligible) {
        result.governs = Governs::Slack;
        return result;
    }
    result.use = size / plastic;
    if (axial < -negligible) {
        const double euler = eulerLoad(member, length);
        if (euler < plastic) {
            result.capacity = euler;
            result.use = size / euler;
            result.governs = Governs::Buckling;
        }
    }
    if (member.kind == MemberKind::Deck && member.modulus > 0.0 && moment != 0.0) {
        const double bending = (std::fabs(moment) / member.modulus + size / member.area) / member.yield;
        if (bending > result.use) {
            result.use = bending;
            result.governs = Governs::Bending;
        }
    }
    return result;
}

}  // namespace vonk::structure
