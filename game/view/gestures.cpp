#include "game/view/gestures.h"

#include <algorithm>
#include <utility>

#include "game/world/parts.h"

namespace vonk::view {

namespace {

constexpr std::array one_side{play::Side::Both};
constexpr std::array two_sides{play::Side::Left, play::Side::Right};

}  // namespace

Gestures::Gestures(const play::Session& session)
    : session_(session), picking_(session), mirror_(session.level().scene) {
    for (const level::PaletteItem& item : session.level().palette) {
        const world::PartRow* row = world::findRow(item.part);
        if (!row) continue;
        for (Palm& palm : palms_) palm.selected = row->kind;
        break;
    }
}

void Gestures::setFrame(const ViewFrame& frame, double px_per_mm) {
    frame_ = frame;
    px_per_mm_ = px_per_mm;
}

std::span<const play::Side> Gestures::sides() const {
    if (session_.level().two_sided) return two_sides;
    return one_side;
}

play::Side Gestures::sideAt(Vec2 place) const {
    if (!session_.level().two_sided) return play::Side::Both;
    const level::Scene& scene = session_.level().scene;
    return place.x < 0.5 * (scene.left_bank + scene.right_bank) ? play::Side::Left : play::Side::Right;
}

// Whose finger comes down here: that of this half of the scene. Who has tapped a start in the other half and
// is waiting for its goal may find it over here, as far as the piece reaches.
play::Side Gestures::handAt(Vec2 place) const {
    const play::Side here = sideAt(place);
    if (here == play::Side::Both || palm(here).chain || palm(here).tool != Tool::Build) return here;
    const play::Side other = here == play::Side::Left ? play::Side::Right : play::Side::Left;
    const Palm& waits = palm(other);
    if (waits.tool != Tool::Build || !waits.chain.joint || !waits.selected) return here;
    const double reach = session_.longest(*waits.selected) + fingerRadius();
    return distance(waits.chain.joint->metres(), place) <= reach ? other : here;
}

std::size_t Gestures::at(play::Side side) const {
    if (!session_.level().two_sided) return 0;
    return side == play::Side::Right ? 2 : 1;
}

void Gestures::select(world::PartKind kind, play::Side side) {
    for (const play::Side one : sides()) {
        if (side != play::Side::Both && one != side) continue;
        Palm& own = palm(one);
        own.selected = kind;
        if (own.tool != Tool::Build) setTool(Tool::Build, one);
        if (!placesBetweenJoints(kind)) own.chain.joint.reset();
    }
}

std::optional<world::PartKind> Gestures::selected(play::Side side) const {
    return palm(side).selected;
}

void Gestures::setTool(Tool tool, play::Side side) {
    for (const play::Side one : sides()) {
        if (side != play::Side::Both && one != side) continue;
        Palm& own = palm(one);
        if (own.tool == tool) continue;
        own.tool = tool;
        own.chain = {};
        own.next_bay.clear();
    }
}

Tool Gestures::tool(play::Side side) const {
    return palm(side).tool;
}

void Gestures::setMirrored(bool mirrored) {
    mirrored_ = mirrored && !session_.level().two_sided;
    refresh();
}

bool Gestures::chained() const {
    return std::any_of(sides().begin(), sides().end(),
                       [&](play::Side side) { return static_cast<bool>(palm(side).chain); });
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

bool Gestures::idle(const Hold& hold) const {
    if (hold.from_palette) return false;
    if (hold.kind == Hold::Kind::Nothing) return true;
    if (hold.kind == Hold::Kind::Erase) return hold.wiped.empty() && !hold.part;
    if (!hold.chained || hold.dragged) return false;
    return hold.kind == Hold::Kind::Bay || !picking_.joint(frame_.metresOf(hold.down_px), fingerRadius());
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

std::vector<std::pair<Actor, Reason>> Gestures::takeTold() {
    return std::exchange(told_, {});
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

void Gestures::carry(Actor actor, world::PartKind kind, Vec2 px, play::Side side) {
    letGo(actor);
    if (locked()) return;
    Hold hold;
    hold.actor = actor;
    hold.side = session_.level().two_sided ? side : play::Side::Both;
    hold.part_kind = kind;
    hold.down_px = hold.px = px;
    hold.dragged = true;
    hold.from_palette = true;
    palm(hold.side).chain = {};
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
    hold.side = handAt(at);
    const Palm& own = palm(hold.side);
    const Chain& chain = own.chain;
    if (locked()) return hold;
    switch (own.tool) {
        case Tool::Build:
            downToBuild(hold, at);
            break;
        case Tool::Erase:
            hold.kind = Hold::Kind::Erase;
            break;
        case Tool::Move:
            downToMove(hold, at);
            break;
        case Tool::Copy:
            if (const auto bay = bayAt(session_, at); bay || chain.bay) {
                hold.kind = Hold::Kind::Bay;
                hold.bay = chain.bay ? chain.bay : bay;
                hold.chained = chain.bay.has_value();
            }
            break;
    }
    look(hold);
    return hold;
}

void Gestures::leave() {
    for (Palm& own : palms_) {
        own.chain = {};
        own.next_bay.clear();
    }
}

void Gestures::downToBuild(Hold& hold, Vec2 at) const {
    const Palm& own = palm(hold.side);
    const Chain& chain = own.chain;
    const auto selected = own.selected;
    if (const auto terminal = picking_.terminal(at, fingerRadius()); terminal && picking_.wireKind()) {
        hold.kind = Hold::Kind::Wire;
        hold.part_kind = *picking_.wireKind();
        hold.terminal = chain.terminal.value_or(*terminal);
        hold.chained = chain.terminal.has_value();
    } else if (const world::Part* device = picking_.device(at, 0.5 * fingerRadius())) {
        hold.kind = Hold::Kind::Device;
        hold.part = device->id;
        hold.part_kind = device->kind;
    } else if (selected && placesBetweenJoints(*selected)) {
        hold.part_kind = *selected;
        const auto joint = picking_.joint(at, fingerRadius());
        if (chain.joint) {
            hold.kind = Hold::Kind::Member;
            hold.start = *chain.joint;
            hold.chained = true;
        } else if (joint) {
            hold.kind = Hold::Kind::Member;
            hold.start = *joint;
        }
    } else if (selected && world::row(*selected).placement == world::PlacementKind::AtPoint) {
        hold.kind = Hold::Kind::Carry;
        hold.part_kind = *selected;
    }
}

void Gestures::downToMove(Hold& hold, Vec2 at) const {
    const Chain& chain = palm(hold.side).chain;
    const auto joint = picking_.joint(at, fingerRadius());
    const world::Part* device = picking_.device(at, 0.5 * fingerRadius());
    if (chain.moving || (joint && !chain.device)) {
        hold.kind = Hold::Kind::Joint;
        hold.start = chain.moving ? *chain.moving : *joint;
        hold.chained = chain.moving.has_value();
    } else if (chain.device || device) {
        hold.kind = Hold::Kind::Device;
        hold.part = chain.device ? *chain.device : device->id;
        hold.chained = chain.device.has_value();
        if (const world::Part* part = session_.design().find(hold.part)) hold.part_kind = part->kind;
    }
}

// What is pulled from somewhere else than from the tapped start is a drag of its own.
void Gestures::leaveChain(Hold& hold) {
    if (!hold.chained) return;
    const Vec2 from = frame_.metresOf(hold.down_px);
    Chain& chain = palm(hold.side).chain;
    switch (hold.kind) {
        case Hold::Kind::Member:
        case Hold::Kind::Joint:
            if (const auto under = picking_.joint(from, fingerRadius()); under && *under != hold.start) {
                hold.start = *under;
                hold.chained = false;
                chain.joint.reset();
                chain.moving.reset();
                if (const play::Side here = sideAt(from); here != hold.side) {
                    hold.side = here;
                    hold.part_kind = palm(here).selected.value_or(hold.part_kind);
                }
            }
            return;
        case Hold::Kind::Wire:
            if (const auto under = picking_.terminal(from, fingerRadius())) {
                hold.terminal = *under;
                hold.chained = false;
                chain.terminal.reset();
            }
            return;
        case Hold::Kind::Device:
            if (const world::Part* under = picking_.device(from, 0.5 * fingerRadius())) {
                hold.part = under->id;
                hold.part_kind = under->kind;
                hold.chained = false;
                chain.device.reset();
            }
            return;
        case Hold::Kind::Bay:
            if (const auto under = bayAt(session_, from)) {
                hold.bay = under;
                hold.chained = false;
                chain.bay.reset();
            }
            return;
        default:
            return;
    }
}

void Gestures::move(Hold& hold, Vec2 px) {
    const Vec2 before = hold.px;
    hold.px = px;
    if (!hold.dragged && distance(px, hold.down_px) > tap_slack_mm * px_per_mm_) {
        hold.dragged = true;
        leaveChain(hold);
        if (hold.kind == Hold::Kind::Erase) wipe(hold, hold.down_px, hold.down_px);
    }
    if (hold.dragged && hold.kind == Hold::Kind::Erase) wipe(hold, before, px);
    // A member out of the palette begins at the first joint that the finger meets.
    if (hold.kind == Hold::Kind::Nothing && hold.from_palette && placesBetweenJoints(hold.part_kind)) {
        if (const auto joint = picking_.joint(frame_.metresOf(px), fingerRadius())) {
            hold.kind = Hold::Kind::Member;
            hold.start = *joint;
        }
    }
    look(hold);
}

// Everything that the finger passes over; where it came down also what is beside it, since that lit up.
void Gestures::wipe(Hold& hold, Vec2 from, Vec2 to) {
    const auto add = [&](PartId id) {
        const world::Part* part = session_.design().find(id);
        if (!part || part->fixed || hold.wiped.size() == play::most_together) return;
        if (std::find(hold.wiped.begin(), hold.wiped.end(), id) == hold.wiped.end()) hold.wiped.push_back(id);
    };
    if (from == to) {
        if (const world::Part* part = picking_.part(frame_.metresOf(from), fingerRadius())) add(part->id);
    }
    const double step = 0.25 * finger_radius_mm * px_per_mm_;
    const int steps = std::clamp(static_cast<int>(distance(from, to) / step) + 1, 1, 400);
    for (int k = 1; k <= steps; ++k) {
        const Vec2 at = frame_.metresOf(lerp(from, to, static_cast<double>(k) / steps));
        for (const PartId id : picking_.parts(at, 0.4 * fingerRadius())) add(id);
    }
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
        for (Palm& own : palms_) own.chain = {};
        for (Hold& hold : holds_) {
            hold.kind = Hold::Kind::Nothing;
            hold.dragged = true;
        }
    }
    for (Palm& own : palms_) {
        Chain& chain = own.chain;
        if (chain.joint && gone(*chain.joint)) chain.joint.reset();
        if (chain.moving && gone(*chain.moving)) chain.moving.reset();
        if (chain.terminal && goneTerminal(*chain.terminal)) chain.terminal.reset();
        if (chain.device && !session_.design().find(*chain.device)) chain.device.reset();
        if (chain.bay && membersOf(session_, *chain.bay).empty()) chain.bay.reset();
        lookNextBay(own);
    }
    for (Hold& hold : holds_) {
        const bool from_joint = hold.kind == Hold::Kind::Member || hold.kind == Hold::Kind::Joint;
        const bool lost = (from_joint && gone(hold.start)) ||
                          (hold.kind == Hold::Kind::Wire && goneTerminal(hold.terminal)) ||
                          (hold.kind == Hold::Kind::Bay && membersOf(session_, *hold.bay).empty()) ||
                          (hold.kind == Hold::Kind::Device && !session_.design().find(hold.part));
        if (lost) hold.kind = Hold::Kind::Nothing;
        std::erase_if(hold.wiped, [&](PartId id) { return !session_.design().find(id); });
        look(hold);
    }
}

}  // namespace vonk::view
