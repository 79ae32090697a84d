// What is done when a finger is lifted: a drag ends, a tap begins or goes on.
#include <algorithm>

#include "game/view/gestures.h"

namespace vonk::view {

namespace {

// A tap this much beyond the reach still means "as far as it goes"; farther away it means something else.
constexpr double tap_beyond_reach = 1.35;

}  // namespace

void Gestures::give(const Hold& hold, ActorCommands& commands) const {
    if (hold.would) commands.push_back({hold.actor, *hold.would, hold.side});
}

void Gestures::up(Hold hold, ActorCommands& commands) {
    look(hold);
    switch (hold.kind) {
        case Hold::Kind::Nothing:
            upNothing(hold);
            break;
        case Hold::Kind::Member:
            upMember(hold, commands);
            break;
        case Hold::Kind::Wire:
            upWire(hold, commands);
            break;
        case Hold::Kind::Carry:
            palm(hold.side).chain = {};
            give(hold, commands);
            break;
        case Hold::Kind::Device:
            upDevice(hold, commands);
            break;
        case Hold::Kind::Erase:
            upErase(hold, commands);
            break;
        case Hold::Kind::Joint:
            upJoint(hold, commands);
            break;
        case Hold::Kind::Bay:
            upBay(hold, commands);
            break;
    }
}

void Gestures::upNothing(const Hold& hold) {
    if (!locked()) {
        palm(hold.side).chain = {};
        palm(hold.side).next_bay.clear();
        if (!hold.from_palette) miss_ = hold.px;
        return;
    }
    const Vec2 at = frame_.metresOf(hold.px);
    const bool on_design = picking_.joint(at, fingerRadius()) || picking_.part(at, fingerRadius());
    if (hold.dragged || !on_design || session_.phase() != play::Phase::Running) return;
    Reason reason;
    reason.id = ReasonId::NotWhileRunning;
    reason.place = at;
    told_.emplace_back(hold.actor, reason);
}

void Gestures::upMember(const Hold& hold, ActorCommands& commands) {
    Chain& chain = palm(hold.side).chain;
    const Vec2 at = frame_.metresOf(hold.px);
    const bool on_start = distance(at, hold.start.metres()) <= fingerRadius() && hold.goal.at == hold.start;
    if (!hold.dragged && !hold.chained) {
        chain = {};
        chain.joint = hold.start;  // first tap
        return;
    }
    if (hold.chained && !hold.dragged) {
        const auto joint = picking_.joint(at, fingerRadius());
        const double longest = session_.longest(hold.part_kind);
        if (joint == hold.start || on_start) {
            chain = {};  // tapped twice: enough
            return;
        }
        if (hold.goal.clamped) {
            if (joint) {
                chain.joint = joint;  // another start
                return;
            }
            if (distance(hold.start.metres(), at) > tap_beyond_reach * longest) {
                chain = {};
                return;
            }
        }
    }
    if (!hold.would) return;  // dragged back: nothing is meant
    give(hold, commands);
    if (hold.chained) {
        // The next tap goes on from here, so that a row of members is a row of taps.
        if (!hold.blocked) chain.joint = hold.goal.at;
    } else {
        chain = {};
    }
}

void Gestures::upWire(const Hold& hold, ActorCommands& commands) {
    Chain& chain = palm(hold.side).chain;
    chain = {};
    if (!hold.dragged && !hold.chained)
        chain.terminal = hold.terminal;
    else
        give(hold, commands);
}

// With the hand from the tray a thing is tapped and then its goal, as a joint is.
void Gestures::upDevice(const Hold& hold, ActorCommands& commands) {
    Palm& own = palm(hold.side);
    const bool taken = hold.chained || hold.dragged || own.tool != Tool::Move;
    own.chain = {};
    if (taken) {
        const world::Part* under = picking_.device(frame_.metresOf(hold.px), 0.5 * fingerRadius());
        // Tapped on another thing: that one is meant from now on.
        if (hold.chained && !hold.dragged && hold.blocked && under && under->id != hold.part)
            own.chain.device = under->id;
        else
            give(hold, commands);
        return;
    }
    // A thing that stays where it is says so at the first tap.
    const world::Part* part = session_.design().find(hold.part);
    if (part && part->fixed) {
        Reason fixed;
        fixed.id = ReasonId::FixedPart;
        fixed.place = frame_.metresOf(hold.px);
        fixed.parts = {hold.part};
        told_.emplace_back(hold.actor, fixed);
        return;
    }
    own.chain.device = hold.part;
}

void Gestures::upErase(const Hold& hold, ActorCommands& commands) {
    palm(hold.side).chain = {};
    give(hold, commands);
}

void Gestures::upJoint(const Hold& hold, ActorCommands& commands) {
    Chain& chain = palm(hold.side).chain;
    if (hold.dragged || hold.chained) {
        chain = {};
        give(hold, commands);
        return;
    }
    // A joint that stays where it is says so at the first tap.
    const double step = session_.level().scene.grid;
    const auto up = nearestGrid(hold.start.metres() + Vec2{0.0, step});
    const auto why = session_.check(play::MoveJoint{hold.start, up});
    if (why && (why->id == ReasonId::FixedPart || why->id == ReasonId::NoSuchPart)) {
        Reason fixed = *why;
        fixed.id = ReasonId::FixedPart;
        told_.emplace_back(hold.actor, fixed);
        return;
    }
    chain = {};
    chain.moving = hold.start;
}

void Gestures::upBay(const Hold& hold, ActorCommands& commands) {
    Palm& own = palm(hold.side);
    Chain& chain = own.chain;
    const auto under = bayAt(session_, frame_.metresOf(hold.px));
    if (!hold.dragged && !hold.chained) {
        chain = {};
        chain.bay = hold.bay;
        lookNextBay(own);
        return;
    }
    // Tapped where all of it stands already: that one is meant from now on.
    const bool there = hold.blocked && hold.blocked->id == ReasonId::AlreadyThere;
    if (hold.chained && !hold.dragged && there && under && under != hold.bay) {
        chain.bay = under;
        lookNextBay(own);
        return;
    }
    give(hold, commands);
    if (hold.would && !hold.blocked && hold.left_out) told_.emplace_back(hold.actor, *hold.left_out);
    // The next tap goes on from the copy.
    if (hold.chained && hold.would && !hold.blocked)
        chain.bay = Bay{hold.goal.at, {hold.goal.at.x_mm + hold.bay->width(), hold.bay->right.y_mm}};
    else if (!hold.chained)
        chain = {};
}

}  // namespace vonk::view
