#include "game/view/gestures.h"

#include <algorithm>

#include "game/world/parts.h"

namespace vonk::view {

namespace {

// A tap this much beyond the reach still means "as far as it goes"; farther away it means something else.
constexpr double tap_beyond_reach = 1.35;

}  // namespace

Gestures::Gestures(const play::Session& session) : session_(session), picking_(session) {
    for (const level::PaletteItem& item : session.level().palette) {
        const world::PartRow* row = world::findRow(item.part);
        if (!row) continue;
        selected_ = row->kind;
        break;
    }
}

void Gestures::setFrame(const ViewFrame& frame, double px_per_mm) {
    frame_ = frame;
    px_per_mm_ = px_per_mm;
}

void Gestures::select(world::PartKind kind) {
    selected_ = kind;
    deleting_ = false;
    if (!placesBetweenJoints(kind)) chain_.joint.reset();
}

void Gestures::setDeleting(bool deleting) {
    deleting_ = deleting;
    chain_ = {};
}

bool Gestures::placesBetweenJoints(world::PartKind kind) const {
    return world::row(kind).placement == world::PlacementKind::BetweenJoints;
}

bool Gestures::locked() const {
    return session_.level().mode == level::Mode::Test && session_.phase() != play::Phase::Building;
}

Hold* Gestures::find(Actor actor) {
    const auto it =
        std::find_if(holds_.begin(), holds_.end(), [&](const Hold& hold) { return hold.actor == actor; });
    return it == holds_.end() ? nullptr : &*it;
}

void Gestures::letGo(Actor actor) {
    std::erase_if(holds_, [&](const Hold& hold) { return hold.actor == actor; });
}

void Gestures::letGoAll() {
    holds_.clear();
}

std::optional<Vec2> Gestures::takeMiss() {
    return std::exchange(miss_, std::nullopt);
}

std::optional<std::pair<Actor, Reason>> Gestures::takeLocked() {
    return std::exchange(locked_, std::nullopt);
}

void Gestures::pointer(const platform::PointerEvent& event, ActorCommands& commands) {
    const Actor actor{static_cast<std::uint8_t>(event.slot)};
    const Vec2 px{event.x, event.y};
    if (event.kind == platform::PointerEvent::Kind::Down) {
        letGo(actor);
        holds_.push_back(hover(actor, px));
        return;
    }
    Hold* hold = find(actor);
    if (!hold) return;
    if (event.kind == platform::PointerEvent::Kind::Move) {
        move(*hold, px);
    } else {
        if (event.kind == platform::PointerEvent::Kind::Up) move(*hold, px);
        const Hold done = *hold;
        letGo(actor);
        if (event.kind == platform::PointerEvent::Kind::Up) up(done, commands);
    }
}

void Gestures::carry(Actor actor, world::PartKind kind, Vec2 px) {
    letGo(actor);
    if (locked()) return;
    chain_ = {};
    Hold hold;
    hold.actor = actor;
    hold.part_kind = kind;
    hold.down_px = hold.px = px;
    hold.dragged = true;
    hold.from_palette = true;
    const world::PlacementKind placement = world::row(kind).placement;
    if (placement == world::PlacementKind::AtPoint) hold.kind = Hold::Kind::Carry;
    look(hold);
    holds_.push_back(hold);
}

Hold Gestures::hover(Actor actor, Vec2 px) const {
    Hold hold;
    hold.actor = actor;
    hold.down_px = hold.px = px;
    const Vec2 at = frame_.metresOf(px);
    if (locked()) return hold;
    if (deleting_) {
        hold.kind = Hold::Kind::Erase;
    } else if (const auto terminal = picking_.terminal(at, fingerRadius()); terminal && picking_.wireKind()) {
        hold.kind = Hold::Kind::Wire;
        hold.part_kind = *picking_.wireKind();
        hold.terminal = chain_.terminal.value_or(*terminal);
        hold.chained = chain_.terminal.has_value();
    } else if (const world::Part* device = picking_.device(at, 0.5 * fingerRadius())) {
        hold.kind = Hold::Kind::Device;
        hold.part = device->id;
        hold.part_kind = device->kind;
    } else if (selected_ && placesBetweenJoints(*selected_)) {
        hold.part_kind = *selected_;
        const auto joint = picking_.joint(at, fingerRadius());
        if (chain_.joint) {
            hold.kind = Hold::Kind::Member;
            hold.start = *chain_.joint;
            hold.chained = true;
        } else if (joint) {
            hold.kind = Hold::Kind::Member;
            hold.start = *joint;
        }
    } else if (selected_ && world::row(*selected_).placement == world::PlacementKind::AtPoint) {
        hold.kind = Hold::Kind::Carry;
        hold.part_kind = *selected_;
    }
    look(hold);
    return hold;
}

void Gestures::move(Hold& hold, Vec2 px) {
    hold.px = px;
    if (!hold.dragged && distance(px, hold.down_px) > tap_slack_mm * px_per_mm_) {
        hold.dragged = true;
        // Pulled out of another joint than the tapped one: a drag of its own.
        if (hold.kind == Hold::Kind::Member && hold.chained) {
            const auto under = picking_.joint(frame_.metresOf(hold.down_px), fingerRadius());
            if (under && *under != hold.start) {
                hold.start = *under;
                hold.chained = false;
                chain_.joint.reset();
            }
        }
        if (hold.kind == Hold::Kind::Wire && hold.chained) {
            if (const auto under = picking_.terminal(frame_.metresOf(hold.down_px), fingerRadius())) {
                hold.terminal = *under;
                hold.chained = false;
                chain_.terminal.reset();
            }
        }
    }
    // A member out of the palette begins at the first joint that the finger meets.
    if (hold.kind == Hold::Kind::Nothing && hold.from_palette && placesBetweenJoints(hold.part_kind)) {
        if (const auto joint = picking_.joint(frame_.metresOf(px), fingerRadius())) {
            hold.kind = Hold::Kind::Member;
            hold.start = *joint;
        }
    }
    look(hold);
}

void Gestures::refresh() {
    const std::vector<world::GridPoint> joints = session_.joints();
    const auto gone = [&](world::GridPoint point) {
        return std::find(joints.begin(), joints.end(), point) == joints.end();
    };
    const auto goneTerminal = [&](const world::Terminal& terminal) {
        return !session_.design().find(terminal.part);
    };
    if (locked()) {
        chain_ = {};
        for (Hold& hold : holds_) {
            hold.kind = Hold::Kind::Nothing;
            hold.dragged = true;
        }
    }
    if (chain_.joint && gone(*chain_.joint)) chain_.joint.reset();
    if (chain_.terminal && goneTerminal(*chain_.terminal)) chain_.terminal.reset();
    for (Hold& hold : holds_) {
        const bool lost = (hold.kind == Hold::Kind::Member && gone(hold.start)) ||
                          (hold.kind == Hold::Kind::Wire && goneTerminal(hold.terminal)) ||
                          (hold.kind == Hold::Kind::Device && !session_.design().find(hold.part));
        if (lost) hold.kind = Hold::Kind::Nothing;
        look(hold);
    }
}

void Gestures::look(Hold& hold) const {
    const Vec2 at = frame_.metresOf(hold.px);
    hold.would.reset();
    hold.blocked.reset();
    hold.target.reset();
    switch (hold.kind) {
        case Hold::Kind::Nothing:
            return;
        case Hold::Kind::Member:
            lookMember(hold);
            break;
        case Hold::Kind::Wire:
            lookWire(hold);
            break;
        case Hold::Kind::Carry:
            hold.goal = {session_.snap(at, 0.0), at, false};
            hold.would = play::Place{hold.part_kind, world::AtPoint{hold.goal.at, 0}};
            break;
        case Hold::Kind::Device: {
            const world::Part* part = session_.design().find(hold.part);
            const auto* point = part ? std::get_if<world::AtPoint>(&part->placement) : nullptr;
            if (!point) return;
            if (hold.dragged) {
                const Vec2 shift = at - frame_.metresOf(hold.down_px);
                const Vec2 place = point->at.metres() + shift;
                hold.goal = {session_.snap(place, 0.0), place, false};
                if (hold.goal.at != point->at) {
                    hold.would = play::Move{hold.part, world::AtPoint{hold.goal.at, point->quarter_turns}};
                }
            } else if (world::row(part->kind).electrical && world::row(part->kind).electrical->is_switch) {
                hold.would = play::Operate{hold.part, 0, part->setting > 0.5 ? 0.0 : 1.0};
            }
            break;
        }
        case Hold::Kind::Erase: {
            const world::Part* part = picking_.part(at, fingerRadius());
            hold.part = part ? part->id : PartId{};
            if (part) hold.would = play::Remove{part->id};
            break;
        }
    }
    if (hold.would) hold.blocked = session_.check(*hold.would);
}

void Gestures::lookMember(Hold& hold) const {
    const Vec2 at = frame_.metresOf(hold.px);
    hold.goal = picking_.goal(hold.start, at, session_.longest(hold.part_kind), fingerRadius());
    // A tap (not a drag) on a joint that is out of reach begins anew there; see upMember().
    if (hold.goal.at != hold.start) {
        hold.would = play::Place{hold.part_kind, world::BetweenJoints{hold.start, hold.goal.at}};
    }
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

void Gestures::up(Hold hold, ActorCommands& commands) {
    look(hold);
    switch (hold.kind) {
        case Hold::Kind::Nothing:
            if (locked()) {
                const Vec2 at = frame_.metresOf(hold.px);
                const bool on_design =
                    picking_.joint(at, fingerRadius()) || picking_.part(at, fingerRadius());
                if (!hold.dragged && on_design && session_.phase() == play::Phase::Running) {
                    Reason reason;
                    reason.id = ReasonId::NotWhileRunning;
                    reason.place = at;
                    locked_ = std::pair{hold.actor, reason};
                }
            } else {
                chain_ = {};
                if (!hold.from_palette) miss_ = hold.px;
            }
            break;
        case Hold::Kind::Member:
            upMember(hold, commands);
            break;
        case Hold::Kind::Wire:
            upWire(hold, commands);
            break;
        case Hold::Kind::Carry:
            chain_ = {};
            if (hold.would) commands.push_back({hold.actor, *hold.would});
            break;
        case Hold::Kind::Device:
        case Hold::Kind::Erase:
            chain_ = {};
            if (hold.would) commands.push_back({hold.actor, *hold.would});
            break;
    }
}

void Gestures::upMember(const Hold& hold, ActorCommands& commands) {
    const Vec2 at = frame_.metresOf(hold.px);
    const bool on_start = distance(at, hold.start.metres()) <= fingerRadius() && hold.goal.at == hold.start;
    if (!hold.dragged && !hold.chained) {
        chain_ = {hold.start, std::nullopt};  // first tap
        return;
    }
    if (hold.chained && !hold.dragged) {
        const auto joint = picking_.joint(at, fingerRadius());
        const double longest = session_.longest(hold.part_kind);
        if (joint == hold.start || on_start) {
            chain_ = {};  // tapped twice: enough
            return;
        }
        if (hold.goal.clamped) {
            if (joint) {
                chain_ = {*joint, std::nullopt};  // another start
                return;
            }
            if (distance(hold.start.metres(), at) > tap_beyond_reach * longest) {
                chain_ = {};
                return;
            }
        }
    }
    if (!hold.would) return;  // dragged back: nothing is meant
    commands.push_back({hold.actor, *hold.would});
    if (hold.chained) {
        // The next tap goes on from here, so that a row of members is a row of taps.
        if (!hold.blocked) chain_ = {hold.goal.at, std::nullopt};
    } else {
        chain_ = {};
    }
}

void Gestures::upWire(const Hold& hold, ActorCommands& commands) {
    if (!hold.dragged && !hold.chained) {
        chain_ = {std::nullopt, hold.terminal};
        return;
    }
    chain_ = {};
    if (hold.would) commands.push_back({hold.actor, *hold.would});
}

}  // namespace vonk::view
