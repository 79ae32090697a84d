#include "game/view/mirror.h"

#include <algorithm>
#include <cmath>

#include "game/play/building.h"

namespace vonk::view {

namespace {

bool sameEnds(const world::BetweenJoints& a, const world::BetweenJoints& b) {
    return (a.from == b.from && a.to == b.to) || (a.from == b.to && a.to == b.from);
}

}  // namespace

Mirror::Mirror(const level::Scene& scene) {
    const double step = std::max(1.0, std::floor(scene.grid * 1000.0 + 0.5));
    sum_mm_ = static_cast<std::int32_t>(
        step * std::floor((scene.left_bank + scene.right_bank) * 1000.0 / step + 0.5));
}

world::GridPoint Mirror::goal(world::GridPoint from, world::GridPoint to) const {
    return onAxis(from) ? world::GridPoint{from.x_mm, to.y_mm} : to;
}

std::optional<play::Single> Mirror::other(const play::Session& session, const play::Single& step) const {
    if (const auto* place = std::get_if<play::Place>(&step)) {
        const auto* ends = std::get_if<world::BetweenJoints>(&place->placement);
        if (ends == nullptr) return std::nullopt;
        const world::BetweenJoints mirrored{of(ends->from), of(ends->to)};
        if (sameEnds(*ends, mirrored)) return std::nullopt;
        return play::Place{place->kind, mirrored};
    }
    if (const auto* move = std::get_if<play::MoveJoint>(&step)) {
        const world::GridPoint from = of(move->from);
        if (from == move->from) return std::nullopt;
        const auto& parts = session.design().parts;
        const bool there = std::any_of(parts.begin(), parts.end(), [&](const world::Part& part) {
            const auto* ends = std::get_if<world::BetweenJoints>(&part.placement);
            return ends != nullptr && (ends->from == from || ends->to == from);
        });
        const auto& anchors = session.level().scene.anchors;
        const bool held = std::any_of(anchors.begin(), anchors.end(),
                                      [&](const level::Anchor& anchor) { return anchor.at == from; });
        if (!there || held) return std::nullopt;
        return play::MoveJoint{from, of(move->to)};
    }
    if (const auto* remove = std::get_if<play::Remove>(&step)) {
        const world::Part* part = session.design().find(remove->part);
        const auto* ends = part ? std::get_if<world::BetweenJoints>(&part->placement) : nullptr;
        if (ends == nullptr) return std::nullopt;
        const world::BetweenJoints mirrored{of(ends->from), of(ends->to)};
        for (const world::Part& known : session.design().parts) {
            const auto* there = std::get_if<world::BetweenJoints>(&known.placement);
            if (there != nullptr && known.id != part->id && !known.fixed && sameEnds(*there, mirrored))
                return play::Remove{known.id};
        }
    }
    return std::nullopt;
}

play::Command Mirror::both(const play::Session& session, const play::Command& command) const {
    play::Together group;
    if (const auto* given = std::get_if<play::Together>(&command)) {
        group = *given;
    } else if (const auto single = play::single(command)) {
        group.steps = {*single};
    } else {
        return command;
    }
    const std::vector<play::Single> own = group.steps;
    const bool several = own.size() > 1;
    for (const play::Single& step : own) {
        const auto mirrored = other(session, step);
        if (!mirrored || group.steps.size() == play::most_together) continue;
        if (std::find(group.steps.begin(), group.steps.end(), *mirrored) != group.steps.end()) continue;
        group.steps.push_back(*mirrored);
        const auto reason = session.check(group);
        // Of a wipe or a copied bay comes what can come.
        const bool left_out = reason && (several || reason->id == ReasonId::AlreadyThere);
        if (left_out && !session.check(command)) group.steps.pop_back();
    }
    if (group.steps == own) return command;
    return group;
}

}  // namespace vonk::view
