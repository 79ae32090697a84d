#include "game/view/bay.h"

#include <algorithm>
#include <map>

#include "game/world/parts.h"

namespace vonk::view {

namespace {

const world::BetweenJoints* endsOf(const world::Part& part) {
    return std::get_if<world::BetweenJoints>(&part.placement);
}

bool carriesRoad(world::PartKind kind) {
    const auto& member = world::row(kind).member;
    return member && member->deck;
}

world::GridPoint moved(world::GridPoint point, std::int32_t by) {
    return {point.x_mm + by, point.y_mm};
}

}  // namespace

std::vector<Bay> bays(const play::Session& session) {
    // The joint nearest to the road at each place along it.
    std::map<std::int32_t, world::GridPoint> along;
    const double road = session.level().scene.road;
    const auto add = [&](world::GridPoint point) {
        const auto [at, fresh] = along.emplace(point.x_mm, point);
        if (!fresh && std::abs(point.metres().y - road) < std::abs(at->second.metres().y - road))
            at->second = point;
    };
    for (const world::Part& part : session.design().parts)
        if (const auto* ends = endsOf(part); ends && carriesRoad(part.kind)) {
            add(ends->from);
            add(ends->to);
        }
    if (along.size() < 2)
        for (const world::GridPoint joint : session.joints()) add(joint);
    std::vector<Bay> found;
    for (auto at = along.begin(); at != along.end() && std::next(at) != along.end(); ++at)
        found.push_back({at->second, std::next(at)->second});
    return found;
}

std::vector<PartId> membersOf(const play::Session& session, const Bay& bay) {
    std::vector<PartId> road, others;
    const auto within = [&](world::GridPoint point) {
        return point.x_mm >= bay.left.x_mm && point.x_mm <= bay.right.x_mm;
    };
    for (const world::Part& part : session.design().parts)
        if (const auto* ends = endsOf(part); ends && within(ends->from) && within(ends->to))
            (carriesRoad(part.kind) ? road : others).push_back(part.id);
    road.insert(road.end(), others.begin(), others.end());
    return road;
}

std::optional<Bay> bayAt(const play::Session& session, Vec2 at) {
    for (const Bay& bay : bays(session)) {
        const bool here = at.x >= bay.left.metres().x && at.x <= bay.right.metres().x;
        if (here && !membersOf(session, bay).empty()) return bay;
    }
    return std::nullopt;
}

Bay shifted(const Bay& bay, std::int32_t shift) {
    return {moved(bay.left, shift * bay.width()), moved(bay.right, shift * bay.width())};
}

CopyPlan planCopy(const play::Session& session, const Bay& bay, std::int32_t shift) {
    CopyPlan plan;
    plan.shift = shift;
    if (shift == 0) return plan;
    std::vector<play::Place> wanted;
    for (const PartId id : membersOf(session, bay)) {
        const world::Part& part = *session.design().find(id);
        const auto& ends = *endsOf(part);
        const std::int32_t by = shift * bay.width();
        wanted.push_back({part.kind, world::BetweenJoints{moved(ends.from, by), moved(ends.to, by)}});
    }
    // A piece may hang on another one of the copy: again and again what can be added now.
    play::Together steps;
    for (bool more = true; more;) {
        more = false;
        plan.left_out.reset();
        for (auto piece = wanted.begin(); piece != wanted.end();) {
            if (steps.steps.size() == play::most_together) break;
            steps.steps.emplace_back(*piece);
            const auto reason = session.check(steps);
            if (!reason) {
                piece = wanted.erase(piece);
                more = true;
                continue;
            }
            steps.steps.pop_back();
            if (!plan.left_out && reason->id != ReasonId::AlreadyThere) plan.left_out = reason;
            ++piece;
        }
    }
    if (!steps.steps.empty()) plan.steps = std::move(steps);
    return plan;
}

CopyPlan planNextCopy(const play::Session& session, const Bay& bay) {
    CopyPlan right = planCopy(session, bay, 1);
    if (right.steps) return right;
    CopyPlan left = planCopy(session, bay, -1);
    return left.steps ? left : right;
}

}  // namespace vonk::view
