#include "engine/structure/strength.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/math.h"

namespace vonk::structure {

std::string_view name(Governs governs) {
    constexpr std::array<std::string_view, 4> names = {"yield", "buckling", "bending", "slack"};
    return names[static_cast<std::size_t>(governs)];
}

double eulerLoad(const MemberDef& member, double length) {
    return pi * pi * member.young * member.inertia / (length * length);
}

double momentAt(double x, double length, double weight_per_metre, std::span<const PointLoad> loads) {
    double moment = 0.5 * weight_per_metre * x * (length - x);
    for (const PointLoad& load : loads) {
        const double a = load.position * length;
        moment += load.across * (x <= a ? x * (length - a) : a * (length - x)) / length;
    }
    return moment;
}

double greatestMoment(double length, double weight_per_metre, std::span<const PointLoad> loads) {
    double greatest = 0.0;
    const auto consider = [&](double x) {
        const double moment = momentAt(x, length, weight_per_metre, loads);
        if (std::fabs(moment) > std::fabs(greatest)) greatest = moment;
    };
    consider(0.5 * length);
    for (const PointLoad& load : loads) consider(load.position * length);
    if (weight_per_metre == 0.0) return greatest;
    // Between loads the moment is a parabola; its top is where the shear force passes zero.
    double support = 0.5 * weight_per_metre * length;
    for (const PointLoad& load : loads) support += load.across * (1.0 - load.position);
    for (std::size_t i = 0; i <= loads.size(); ++i) {
        const double start = i == 0 ? 0.0 : loads[i - 1].position * length;
        double passed = 0.0;
        for (const PointLoad& load : loads) {
            if (i > 0 && load.position * length <= start) passed += load.across;
        }
        const double top = (support - passed) / weight_per_metre;
        if (top > 0.0 && top < length) consider(top);
    }
    return greatest;
}

double middleDeflection(double length, double stiffness, double weight_per_metre,
                        std::span<const PointLoad> loads) {
    double deflection = 5.0 * weight_per_metre * length * length * length * length / (384.0 * stiffness);
    for (const PointLoad& load : loads) {
        const double b = std::min(load.position, 1.0 - load.position) * length;
        deflection += load.across * b * (3.0 * length * length - 4.0 * b * b) / (48.0 * stiffness);
    }
    return deflection;
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
