// What the bridge shows: joints, members, bodies, as the snapshot wants them.
#include <algorithm>

#include "engine/core/math.h"
#include "game/world/bridge_part.h"
#include "game/world/parts.h"
#include "game/world/vehicles.h"

namespace vonk::world {
namespace {

// Height of a section as it is drawn and as its debris is hit, m.
double thickness(const MemberRow& row) {
    if (row.cable) return 0.05;
    // A solid rectangle has I/A = h²/12; of profiles it is near enough.
    return clamp(std::sqrt(12.0 * row.inertia / row.area), 0.05, 0.4);
}

Governs governs(structure::Governs of) {
    switch (of) {
        case structure::Governs::Yield:
            return Governs::Yield;
        case structure::Governs::Buckling:
            return Governs::Buckling;
        case structure::Governs::Bending:
            return Governs::Bending;
        case structure::Governs::Slack:
            return Governs::Slack;
    }
    return Governs::Yield;
}

// A coach lies over its axles: on the line from the middle of the rear half of them to that of the front
// half.
Pose coachPose(const VehicleRow& row, const rigid::VehicleState& state, std::size_t coach) {
    const std::size_t first = coach * row.axles_per_coach;
    const std::size_t end = std::min(first + row.axles_per_coach, state.wheels.size());
    const std::size_t half = (end - first) / 2;
    const auto middle = [&](std::size_t from, std::size_t to) {
        Vec2 sum;
        for (std::size_t i = from; i < to; ++i) sum += state.wheels[i].position;
        return (1.0 / static_cast<double>(to - from)) * sum;
    };
    const Vec2 front = middle(first, first + std::max<std::size_t>(half, 1));
    const Vec2 rear = middle(half > 0 ? end - half : first, end);
    const double angle = half > 0 ? atan2(front.y - rear.y, front.x - rear.x) : 0.0;
    const double height = row.clearance + 0.5 * row.size.y;
    return {0.5 * (front + rear) + Vec2{-sin(angle) * height, cos(angle) * height}, angle};
}

}  // namespace

void BridgePart::refreshMembers() {
    const structure::Structure& structure = run_->structure();
    const bool fell = run_->isLost();
    const auto positions = structure.positions();
    for (std::size_t i = 0; i < view_of_joint_.size(); ++i)
        joints_[static_cast<std::size_t>(view_of_joint_[i])].position = positions[i];
    for (MemberView& member : members_) member.fallen = fell;
    for (const bridge::Piece& piece : run_->pieces())
        if (piece.body) members_[static_cast<std::size_t>(piece.member)].fallen = true;
    for (const bridge::Break& broke : run_->breaks()) {
        MemberView& member = members_[static_cast<std::size_t>(broke.member)];
        member.broken = true;
        member.cause = reasonOf(broke).id;
        member.peak_use = std::max(member.peak_use, 1.0);
    }
    greatest_use_ = 0.0;
    for (std::size_t i = 0; i < members_.size(); ++i) {
        MemberView& member = members_[i];
        if (member.fallen || member.broken) {
            member.use = 0.0;
            continue;
        }
        const int index = static_cast<int>(i);
        const structure::MemberStrength strength = structure.filteredStrength(index);
        member.axial = strength.axial;
        member.moment = strength.moment;
        member.capacity = strength.capacity;
        member.use = strength.use;
        member.governs = governs(strength.governs);
        member.peak_use = std::max(member.peak_use, strength.use);
        const bool leftward = joints_[member.to].position.x < joints_[member.from].position.x;
        member.sag = leftward ? structure.sag(index) : -structure.sag(index);
        greatest_use_ = std::max(greatest_use_, strength.use);
    }
    for (const MemberView& member : members_) peak_use_ = std::max(peak_use_, member.peak_use);
    if (!fell && !failure_)
        for (const JointView& joint : joints_)
            greatest_sag_ = std::max(greatest_sag_, joint.origin.metres().y - joint.position.y);
}

void BridgePart::refreshBodies() {
    bodies_.clear();
    const rigid::RigidWorld& rigid = run_->rigid();
    for (std::size_t v = 0; v < travellers_.size(); ++v) {
        const Traveller& traveller = travellers_[v];
        const VehicleRow& row = *traveller.row;
        const rigid::VehicleState& state = rigid.vehicle(static_cast<int>(v));
        BodyView view;
        view.vehicle = row.key;
        view.variant = traveller.variant;
        view.in_water = state.in_water;
        view.across = traveller.across;
        view.kind = row.walks ? BodyKind::Walker : BodyKind::Chassis;
        view.id = state.bodies.empty() ? BodyId{} : state.bodies.front();
        view.pose = state.body;
        view.leap = state.leap;
        view.pose.position.y += std::max(0.0, state.leap);
        view.velocity = state.velocity;
        view.size = row.size;
        for (std::size_t coach = 0; coach < coachCount(row); ++coach) {
            view.coach = static_cast<std::uint32_t>(coach);
            if (row.axles_per_coach != 0) {
                view.id = state.bodies[coach * row.axles_per_coach];
                view.pose = coachPose(row, state, coach);
                view.velocity = rigid.velocity(view.id);
            }
            bodies_.push_back(view);
        }
        const std::size_t chassis = state.bodies.size() - std::min(state.bodies.size(), state.wheels.size());
        for (std::size_t w = 0; w < state.wheels.size() && !row.walks; ++w) {
            view.coach = static_cast<std::uint32_t>(row.axles_per_coach != 0 ? w / row.axles_per_coach : 0);
            view.kind = BodyKind::Wheel;
            view.id = chassis + w < state.bodies.size() ? state.bodies[chassis + w] : BodyId{};
            view.pose = state.wheels[w];
            view.size = {2 * row.wheel_radius, 2 * row.wheel_radius};
            bodies_.push_back(view);
        }
        view.leap = 0.0;
        for (const BodyId id : traveller.cargo) {
            view.kind = BodyKind::Cargo;
            view.id = id;
            view.pose = rigid.pose(id);
            view.velocity = rigid.velocity(id);
            view.size = {2 * row.cargo_radius, 2 * row.cargo_radius};
            view.in_water = rigid.inWater(id);
            bodies_.push_back(view);
        }
    }
    for (const bridge::Piece& piece : run_->pieces()) {
        if (!piece.body && !run_->isLost()) continue;
        const auto member = static_cast<std::size_t>(piece.member);
        const Vec2 along = piece.to - piece.from;
        BodyView view;
        view.kind = BodyKind::Debris;
        view.id = piece.body;
        view.pose = {0.5 * (piece.from + piece.to), atan2(along.y, along.x)};
        if (piece.body) view.velocity = rigid.velocity(piece.body);
        view.slack = piece.slack;
        view.size = {length(along), thickness(*row(parts_[member].kind).member)};
        view.part = parts_[member].id;
        // Of a rope in several links those beside the break are its torn ends.
        const bool broke = members_[member].broken;
        const bool torn_right = broke && piece.end > 0.49 && piece.end < 0.51;
        const bool torn_left = broke && piece.start > 0.49 && piece.start < 0.51;
        view.end = torn_right ? 0 : torn_left ? 1 : 2;
        view.in_water = piece.in_water;
        bodies_.push_back(view);
    }
}

}  // namespace vonk::world
