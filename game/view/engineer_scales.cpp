#include <algorithm>
#include <array>
#include <cmath>

#include "game/view/engineer_painter.h"

namespace vonk::view {

namespace {

constexpr double drawn_deflection = 1.0 / 16.0;  // of the span, at most
constexpr double drawn_moment = 1.0 / 14.0;      // of the span, at most

// The largest of 1, 2 and 5 times a power of ten that is not above `value` (> 0).
double roundDown(double value) {
    double power = 1.0;
    while (power > value) power /= 10.0;
    while (power * 10.0 <= value) power *= 10.0;
    return power * (value >= 5.0 * power ? 5.0 : value >= 2.0 * power ? 2.0 : 1.0);
}

}  // namespace

void EngineerScales::see(const world::Snapshot& snapshot) {
    double low = 1e9, high = -1e9;
    for (const world::MemberView& member : snapshot.members) {
        if (member.broken || member.fallen) continue;
        for (const std::uint32_t index : {member.from, member.to}) {
            const world::JointView& joint = snapshot.joints[index];
            const Vec2 built = joint.origin.metres();
            low = std::min(low, built.x);
            high = std::max(high, built.x);
            greatest_ = std::max(greatest_, distance(joint.position, built));
            greatest_deflection_ = std::max(greatest_deflection_, std::fabs(joint.position.y - built.y));
        }
        // The middle of a piece of road lies lower than its joints by what it bends.
        const world::JointView& from = snapshot.joints[member.from];
        const world::JointView& to = snapshot.joints[member.to];
        const double along =
            (to.position.x - from.position.x) / std::max(distance(from.position, to.position), 1e-9);
        const double ends =
            0.5 * (from.position.y - from.origin.metres().y + to.position.y - to.origin.metres().y);
        greatest_deflection_ = std::max(greatest_deflection_, std::fabs(ends + along * member.sag));
    }
    if (high > low) span_ = high - low;
    for (const world::MomentView& point : snapshot.moments)
        greatest_moment_ = std::max(greatest_moment_, std::fabs(point.moment));
}

double EngineerScales::deflection() const {
    constexpr std::array steps{500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0};
    const double greatest = std::max(greatest_, greatest_deflection_);
    for (const double step : steps)
        if (step * greatest <= drawn_deflection * span_) return step;
    return 1.0;
}

double EngineerScales::momentStep() const {
    return greatest_moment_ > 0.0 ? roundDown(greatest_moment_) : 1.0;
}

double EngineerScales::momentHeight() const {
    // The step is at most 2.5 times smaller than the greatest moment.
    return greatest_moment_ > 0.0 ? drawn_moment * span_ / 2.5 : 0.0;
}

std::size_t governingMember(const world::Snapshot& snapshot) {
    std::size_t worst = snapshot.members.size();
    double greatest = 0.0;
    for (std::size_t i = 0; i < snapshot.members.size(); ++i) {
        const world::MemberView& member = snapshot.members[i];
        if (member.broken || member.fallen || member.use <= greatest) continue;
        greatest = member.use;
        worst = i;
    }
    return worst;
}

std::string supportName(std::size_t index) {
    std::string name(1, static_cast<char>('A' + index % 26));
    if (index >= 26) name += std::to_string(index / 26);
    return name;
}

}  // namespace vonk::view
