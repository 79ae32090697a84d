// What letting go would do, looked at anew whenever a finger moves or the design changes.
#include <algorithm>
#include <cmath>

#include "game/play/building.h"
#include "game/view/gestures.h"
#include "game/world/parts.h"

namespace vonk::view {

namespace {

bool sameEnds(const MemberGhost& ghost, Vec2 from, Vec2 to) {
    return (ghost.from == from && ghost.to == to) || (ghost.from == to && ghost.to == from);
}

}  // namespace

std::vector<MemberGhost> ghostsOf(const play::Session& session, const play::Command& command) {
    std::vector<play::Single> steps;
    if (const auto* group = std::get_if<play::Together>(&command))
        steps = group->steps;
    else if (const auto one = play::single(command))
        steps = {*one};
    std::vector<MemberGhost> ghosts;
    const auto add = [&](world::PartKind kind, world::GridPoint from, world::GridPoint to, bool lent) {
        const double longest = session.longest(kind);
        const bool too_long = longest > 0.0 && distance(from.metres(), to.metres()) > longest + 1e-9;
        ghosts.push_back({kind, from.metres(), to.metres(), too_long, lent});
    };
    for (std::size_t k = 0; k < steps.size(); ++k)
        if (const auto* place = std::get_if<play::Place>(&steps[k]))
            if (const auto* ends = std::get_if<world::BetweenJoints>(&place->placement))
                add(place->kind, ends->from, ends->to, k > 0);
    for (const world::Part& part : session.design().parts) {
        const auto* ends = std::get_if<world::BetweenJoints>(&part.placement);
        if (!ends) continue;
        world::BetweenJoints moved = *ends;
        for (const play::Single& step : steps) {
            const auto* move = std::get_if<play::MoveJoint>(&step);
            if (!move) continue;
            if (ends->from == move->from) moved.from = move->to;
            if (ends->to == move->from) moved.to = move->to;
        }
        if (moved != *ends) add(part.kind, moved.from, moved.to, false);
    }
    return ghosts;
}

world::GridPoint Gestures::nearestGrid(Vec2 at) const {
    const double step = std::max(1.0, std::floor(session_.level().scene.grid * 1000.0 + 0.5));
    const auto along = [&](double metres) {
        const double lines = std::floor(metres * 1000.0 / step + 0.5);
        return static_cast<std::int32_t>(std::clamp(lines * step, -9e6, 9e6));
    };
    return {along(at.x), along(at.y)};
}

void Gestures::look(Hold& hold) const {
    hold.would.reset();
    hold.blocked.reset();
    hold.target.reset();
    hold.left_out.reset();
    hold.ghosts.clear();
    switch (hold.kind) {
        case Hold::Kind::Nothing:
            return;
        case Hold::Kind::Member:
            lookMember(hold);
            break;
        case Hold::Kind::Wire:
            lookWire(hold);
            break;
        case Hold::Kind::Carry: {
            const Vec2 at = frame_.metresOf(hold.px);
            hold.goal = {session_.snap(at, 0.0), at, false};
            hold.would = play::Place{hold.part_kind, world::AtPoint{hold.goal.at, 0}};
            break;
        }
        case Hold::Kind::Device:
            lookDevice(hold);
            break;
        case Hold::Kind::Erase:
            lookErase(hold);
            break;
        case Hold::Kind::Joint:
            lookJoint(hold);
            break;
        case Hold::Kind::Bay:
            lookBay(hold);
            break;
    }
    if (!hold.would) return;
    if (mirrored_) hold.would = mirror_.both(session_, *hold.would);
    hold.blocked = session_.check(*hold.would);
    if (hold.kind != Hold::Kind::Member && hold.kind != Hold::Kind::Joint && hold.kind != Hold::Kind::Bay)
        return;
    hold.ghosts = ghostsOf(session_, *hold.would);
    // The member in the hand is drawn as it is pulled, not as it will be.
    if (hold.kind == Hold::Kind::Member)
        std::erase_if(hold.ghosts, [&](const MemberGhost& ghost) {
            return sameEnds(ghost, hold.start.metres(), hold.goal.at.metres());
        });
}

void Gestures::lookMember(Hold& hold) const {
    const Vec2 at = frame_.metresOf(hold.px);
    hold.goal = picking_.goal(hold.start, at, session_.longest(hold.part_kind), fingerRadius());
    // A tap (not a drag) on a joint that is out of reach begins anew there; see upMember().
    if (hold.goal.at != hold.start)
        hold.would = play::Place{hold.part_kind, world::BetweenJoints{hold.start, hold.goal.at}};
    if (!hold.dragged || hold.from_palette) return;
    // Dragged onto a joint that is too far away, or out of where one may build: that is what is meant, and
    // why it cannot be is said.
    const auto meant = picking_.joint(at, 0.6 * fingerRadius());
    if (meant && *meant != hold.start && hold.goal.clamped && *meant != hold.goal.at)
        hold.would = play::Place{hold.part_kind, world::BetweenJoints{hold.start, *meant}};
    else if (hold.goal.at == hold.start && distance(at, hold.start.metres()) > fingerRadius() &&
             nearestGrid(at) != hold.start)
        hold.would = play::Place{hold.part_kind, world::BetweenJoints{hold.start, nearestGrid(at)}};
}

void Gestures::lookWire(Hold& hold) const {
    const Vec2 at = frame_.metresOf(hold.px);
    hold.goal = {session_.snap(at, 0.0), at, false};
    // A wire's end is a small goal at the end of a long way: half as much again as for a start.
    hold.target = picking_.terminal(at, 1.5 * fingerRadius());
    if (hold.target && *hold.target != hold.terminal) {
        hold.would = play::Connect{hold.part_kind, hold.terminal, *hold.target};
    } else if (hold.target == hold.terminal) {
        hold.target.reset();
    }
}

void Gestures::lookDevice(Hold& hold) const {
    const world::Part* part = session_.design().find(hold.part);
    const auto* point = part ? std::get_if<world::AtPoint>(&part->placement) : nullptr;
    if (!point) return;
    if (hold.dragged || hold.chained) {
        // In the hand it goes as far as the finger; tapped it goes to where the finger is.
        const Vec2 at = frame_.metresOf(hold.px);
        const Vec2 place = hold.chained ? at : point->at.metres() + at - frame_.metresOf(hold.down_px);
        hold.goal = {session_.snap(place, 0.0), place, false};
        if (hold.goal.at != point->at)
            hold.would = play::Move{hold.part, world::AtPoint{hold.goal.at, point->quarter_turns}};
    } else if (palm(hold.side).tool == Tool::Build && world::row(part->kind).electrical &&
               world::row(part->kind).electrical->is_switch) {
        hold.would = play::Operate{hold.part, 0, part->setting > 0.5 ? 0.0 : 1.0};
    }
}

void Gestures::lookErase(Hold& hold) const {
    const world::Part* part = picking_.part(frame_.metresOf(hold.px), fingerRadius());
    hold.part = part ? part->id : PartId{};
    if (!hold.dragged || hold.wiped.empty()) {
        if (part) hold.would = play::Remove{part->id};
        return;
    }
    if (hold.wiped.size() == 1) {
        hold.would = play::Remove{hold.wiped.front()};
        return;
    }
    play::Together all;
    for (const PartId id : hold.wiped) all.steps.emplace_back(play::Remove{id});
    hold.would = std::move(all);
}

void Gestures::lookJoint(Hold& hold) const {
    const Vec2 at = frame_.metresOf(hold.px);
    const bool begun = hold.dragged || hold.chained;
    // The joint goes with the finger: as far from it as it was when it was taken.
    const Vec2 grip = hold.chained ? Vec2{} : hold.start.metres() - frame_.metresOf(hold.down_px);
    const Vec2 place = begun ? at + grip : hold.start.metres();
    world::GridPoint to = nearestGrid(place);
    if (const auto joint = picking_.joint(place, 0.3 * session_.level().scene.grid)) to = *joint;
    if (mirrored_) to = mirror_.goal(hold.start, to);
    hold.goal = {to, place, false};
    if (begun && to != hold.start) hold.would = play::MoveJoint{hold.start, to};
}

void Gestures::lookBay(Hold& hold) const {
    const Bay& bay = *hold.bay;
    const Vec2 at = frame_.metresOf(hold.px);
    hold.goal = {bay.left, at, false};
    if (!hold.dragged && !hold.chained) return;
    const double wide = bay.right.metres().x - bay.left.metres().x;
    const auto shift =
        static_cast<std::int32_t>(std::clamp(std::floor((at.x - bay.left.metres().x) / wide), -500.0, 500.0));
    const CopyPlan plan =
        shift == 0 && !hold.dragged ? planNextCopy(session_, bay) : planCopy(session_, bay, shift);
    hold.goal.at = shifted(bay, plan.shift).left;
    if (plan.shift == 0) return;
    if (plan.steps) {
        hold.left_out = plan.left_out;
        hold.would = plan.steps;
        return;
    }
    // Nothing of it can be there: its first piece says why.
    const auto members = membersOf(session_, bay);
    if (members.empty()) return;
    const world::Part& first = *session_.design().find(members.front());
    auto ends = std::get<world::BetweenJoints>(first.placement);
    ends.from.x_mm += plan.shift * bay.width();
    ends.to.x_mm += plan.shift * bay.width();
    hold.would = play::Place{first.kind, ends};
}

void Gestures::lookNextBay(Palm& palm) const {
    palm.next_bay.clear();
    if (!palm.chain.bay || locked()) return;
    if (const CopyPlan plan = planNextCopy(session_, *palm.chain.bay); plan.steps)
        palm.next_bay = ghostsOf(session_, mirrored_ ? mirror_.both(session_, *plan.steps) : *plan.steps);
}

}  // namespace vonk::view
