// Why a bridge is lost, or not crossed yet: what BridgePart knows, told as a Reason.
#include <algorithm>

#include "game/world/bridge_part.h"

namespace vonk::world {
namespace {

ReasonId reasonId(bridge::BreakCause cause) {
    switch (cause) {
        case bridge::BreakCause::Snapped:
        case bridge::BreakCause::Removed:
            return ReasonId::Snapped;
        case bridge::BreakCause::Crushed:
            return ReasonId::Crushed;
        case bridge::BreakCause::Buckled:
            return ReasonId::Buckled;
        case bridge::BreakCause::Bent:
            return ReasonId::Bent;
    }
    return ReasonId::None;
}

}  // namespace

// With bars in the place of the cables it would stand, and these would be pushed: so they hang slack and it
// falls.
std::optional<Reason> BridgePart::cablesThatShouldPush() const {
    structure::StructureDef def = run_->structure().def();
    bool any = false;
    for (structure::MemberDef& member : def.members) {
        if (member.kind != structure::MemberKind::Cable) continue;
        any = true;
        member.kind = structure::MemberKind::Bar;
        member.inertia = member.area * member.area;  // asked for, and of no matter at rest
    }
    if (!any) return std::nullopt;
    structure::Structure stiff(def);
    if (!stiff.settle().found) return std::nullopt;
    Reason reason{ReasonId::CableSlack, {}, {}, {}};
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const structure::MemberDef& member = run_->structure().def().members[i];
        if (member.kind != structure::MemberKind::Cable) continue;
        if (stiff.strengthNow(static_cast<int>(i)).axial >= 0.0) continue;
        if (reason.parts.empty())
            reason.place = 0.5 * (def.joints[static_cast<std::size_t>(member.from)].position +
                                  def.joints[static_cast<std::size_t>(member.to)].position);
        reason.parts.push_back(parts_[i].id);
    }
    if (reason.parts.empty()) return std::nullopt;
    return reason;
}

Reason BridgePart::notHeldUp() const {
    Reason reason{ReasonId::NotHeldUp, {}, {}, {}};
    const auto& movable = run_->rest().movable;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const auto& def = run_->structure().def().members[i];
        if (std::any_of(movable.begin(), movable.end(), [&](int j) { return j == def.from || j == def.to; }))
            reason.parts.push_back(parts_[i].id);
    }
    const auto at = [&](int joint) {
        return run_->structure().def().joints[static_cast<std::size_t>(joint)].position;
    };
    // Of those the middlemost: between two of them there may be one that holds.
    Vec2 middle;
    for (const int joint : movable) middle += (1.0 / static_cast<double>(movable.size())) * at(joint);
    const auto nearest = std::min_element(movable.begin(), movable.end(), [&](int a, int b) {
        return distance(at(a), middle) < distance(at(b), middle);
    });
    if (nearest != movable.end()) reason.place = at(*nearest);
    if (movable.empty()) {
        for (const JointView& joint : joints_)
            reason.place += (1.0 / static_cast<double>(joints_.size())) * joint.position;
        for (const Part& part : parts_) reason.parts.push_back(part.id);
    }
    return reason;
}

Reason BridgePart::reasonOf(const bridge::Break& broke) const {
    const auto member = static_cast<std::size_t>(broke.member);
    const double length = run_->structure().restLength(broke.member);
    Reason reason{reasonId(broke.cause), broke.place, {parts_[member].id}, {}};
    if (broke.cause == bridge::BreakCause::Bent) {
        const double use = broke.strength.use > 0 ? broke.strength.use : 1.0;
        const auto& def = run_->structure().def().members[member];
        reason.numbers = {broke.strength.moment, broke.strength.moment / use, length};
        if (def.modulus > 0) reason.numbers[1] = def.modulus * def.yield;
    } else {
        reason.numbers = {broke.strength.axial, broke.strength.capacity};
        if (broke.cause == bridge::BreakCause::Buckled) reason.numbers.push_back(length);
    }
    return reason;
}

Reason BridgePart::firstCause(ReasonId otherwise, Vec2 place) const {
    if (slack_) return *slack_;
    if (!run_->breaks().empty()) return reasonOf(run_->breaks().front());
    Reason reason{otherwise, place, {}, {}};
    if (otherwise == ReasonId::NoRoad && road_gap_) {
        reason.place = {*road_gap_, scene_.road};
        reason.numbers = {*road_gap_};
    }
    return reason;
}

Reason BridgePart::notAcross() const {
    if (failure_) return *failure_;
    Vec2 place{scene_.right_bank, scene_.road};
    for (std::size_t v = 0; v < travellers_.size(); ++v)
        if (!travellers_[v].across) {
            place = run_->rigid().vehicle(static_cast<int>(v)).body.position;
            break;
        }
    return firstCause(road_gap_ ? ReasonId::NoRoad : ReasonId::NotAcross, place);
}

}  // namespace vonk::world
