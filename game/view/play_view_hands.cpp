// What PlayView draws of hands: what they hold, what was tapped, what letting go would do and why not.
#include <algorithm>
#include <cmath>

#include "game/view/play_view.h"
#include "game/view/play_view_state.h"
#include "game/world/parts.h"

namespace vonk::view {

void PlayView::State::drawBuilding(const Brush& brush) {
    const MemberPainter& members = painter.members();
    for (const auto& [part, age] : leaving) {
        const auto* member = std::get_if<world::BetweenJoints>(&part.placement);
        if (!member) continue;
        MemberDrawing drawing;
        drawing.kind = part.kind;
        drawing.from = brush.at(member->from.metres());
        drawing.to = brush.at(member->to.metres());
        drawing.unit = brush.unit;
        drawing.alpha = static_cast<float>(1.0 - age / leaving_seconds);
        drawing.grow = 0.4F + 0.6F * drawing.alpha;
        members.body(brush.canvas, drawing);
    }
    drawSuggestion(brush);
    drawOpenEnds(brush);
    const auto isAnchor = [&](world::GridPoint point) {
        const auto& anchors = session.level().scene.anchors;
        return std::any_of(anchors.begin(), anchors.end(),
                           [&](const level::Anchor& anchor) { return anchor.at == point; });
    };
    const auto lookOf = [&](world::GridPoint point) {
        return isAnchor(point) ? JointLook::Anchor : JointLook::Plain;
    };

    // A touch that met nothing: this is where one can begin.
    if (missed > 0.0 && gestures.holds().empty() && !gestures.chained()) {
        for (const world::GridPoint joint : session.joints())
            hands.hotJoint(brush, brush.at(joint.metres()), lookOf(joint), members);
    }
    if (gestures.mirrored()) drawAxis(brush);
    for (const play::Side side : gestures.sides()) drawChain(brush, side);
    const auto showEnds = [&](world::PartKind kind, world::Terminal start) {
        for (const world::Terminal end : gestures.picking().ends(kind, start)) {
            const world::Part* part = session.design().find(end.part);
            if (part) hands.hotTerminal(brush, brush.at(terminalPosition(*part, end.port)));
        }
    };
    for (const Hold& hold : gestures.holds()) {
        if (hold.kind == Hold::Kind::Wire) showEnds(hold.part_kind, hold.terminal);
    }
    for (const Hold& hold : gestures.holds()) {
        if (hold.kind != Hold::Kind::Member) continue;
        hands.reach(brush, hold.start, session.longest(hold.part_kind), placesFor(hold.part_kind, hold.start),
                    session.joints());
    }
    for (const Hold& hold : gestures.holds()) {
        drawHold(brush, hold);
        if (hold.kind == Hold::Kind::Member)
            hands.hotJoint(brush, brush.at(hold.start.metres()), lookOf(hold.start), members);
    }
    if (const auto hold = hovering()) {
        drawHover(brush, *hold);
        if (hold->kind == Hold::Kind::Member)
            hands.hotJoint(brush, brush.at(hold->start.metres()), lookOf(hold->start), members);
    }
}

// What was tapped and waits for its goal, while no finger of this side is doing anything.
void PlayView::State::drawChain(const Brush& brush, play::Side side) {
    const MemberPainter& members = painter.members();
    const Chain& chain = gestures.chain(side);
    const auto& holds = gestures.holds();
    const bool free =
        std::none_of(holds.begin(), holds.end(), [&](const Hold& hold) { return hold.side == side; });
    if (chain.terminal) {
        if (const auto wire = gestures.picking().wireKind(); wire && free) {
            for (const world::Terminal end : gestures.picking().ends(*wire, *chain.terminal))
                if (const world::Part* part = session.design().find(end.part))
                    hands.hotTerminal(brush, brush.at(terminalPosition(*part, end.port)));
        }
        if (const world::Part* part = session.design().find(chain.terminal->part))
            hands.snapTarget(brush, brush.at(terminalPosition(*part, chain.terminal->port)));
    }
    if (!free) return;
    const auto selected = gestures.selected(side);
    if (chain.joint && selected) {
        hands.reach(brush, *chain.joint, session.longest(*selected), placesFor(*selected, *chain.joint),
                    session.joints());
        hands.hotJoint(brush, brush.at(chain.joint->metres()), JointLook::Plain, members);
    }
    if (chain.moving) hands.carriedJoint(brush, brush.at(chain.moving->metres()), members);
    if (chain.device) {
        if (const world::Part* part = session.design().find(*chain.device))
            hands.places(brush, placesFor(part->kind, std::nullopt, part->id));
        drawLit(brush, *chain.device, gfx::palette::spark);
    }
    if (chain.bay) {
        drawBay(brush, *chain.bay);
        for (const MemberGhost& ghost : gestures.nextBay(side)) drawGhost(brush, ghost, false);
    }
}

// The mirror: a dashed line from the sky to the water.
void PlayView::State::drawAxis(const Brush& brush) {
    const double x = gestures.mirror().x();
    const Box& view = session.level().scene.reach;
    const gfx::Point top = brush.at({x, view.high.y});
    const gfx::Point foot = brush.at({x, view.low.y});
    brush.canvas.dashedLine(top, foot, brush.kit(9.0), brush.kit(22.0), brush.kit(16.0),
                            gfx::palette::deepWater.withAlpha(0.45F));
    brush.canvas.dashedLine(top, foot, brush.kit(5.0), brush.kit(22.0), brush.kit(16.0), gfx::palette::paper);
}

// What belongs to a bay lights up.
void PlayView::State::drawBay(const Brush& brush, const Bay& bay) {
    for (const PartId id : membersOf(session, bay)) drawLit(brush, id, gfx::palette::spark);
}

void PlayView::State::drawLit(const Brush& brush, PartId id, gfx::Color colour) {
    const world::Part* part = session.design().find(id);
    if (!part) return;
    if (const auto* member = std::get_if<world::BetweenJoints>(&part->placement)) {
        MemberDrawing drawing;
        drawing.kind = part->kind;
        drawing.from = brush.at(member->from.metres());
        drawing.to = brush.at(member->to.metres());
        drawing.unit = brush.unit;
        painter.members().outline(brush.canvas, drawing, colour, gfx::hex(0xFFFFFF, 0.35F));
    } else if (const auto middle = middleOf(id)) {
        brush.canvas.ring(brush.at(*middle), brush.kit(70.0), brush.kit(6.0), colour);
    }
}

void PlayView::State::drawGhost(const Brush& brush, const MemberGhost& ghost, bool blocked) {
    MemberDrawing drawing;
    drawing.kind = ghost.kind;
    drawing.from = brush.at(ghost.from);
    drawing.to = brush.at(ghost.to);
    drawing.unit = brush.unit;
    if (gfx::length(drawing.to - drawing.from) < brush.kit(12.0)) return;
    drawing.alpha = blocked ? 0.4F : 0.7F;
    drawing.lifted = true;
    painter.members().body(brush.canvas, drawing);
    painter.members().outline(brush.canvas, drawing,
                              ghost.too_long ? gfx::palette::pushed : gfx::palette::paper,
                              gfx::hex(0xFFFFFF, 0.12F));
}

// How long each will be, in its middle; not where there are so many that they would cover each other.
void PlayView::State::drawLengths(gfx::Canvas& canvas, const Hold& hold) {
    constexpr std::size_t most = 8;
    if (!words.length || hold.ghosts.size() > most) return;
    for (const MemberGhost& ghost : hold.ghosts) {
        const Vec2 middle = camera.pixelOf(lerp(ghost.from, ghost.to, 0.5));
        hands.label(canvas, pointOf(middle), words.length(distance(ghost.from, ghost.to)), ghost.too_long,
                    uiScale());
    }
}

void PlayView::State::drawHold(const Brush& brush, const Hold& hold) {
    const MemberPainter& members = painter.members();
    gfx::Canvas& canvas = brush.canvas;
    switch (hold.kind) {
        case Hold::Kind::Nothing:
            return;
        case Hold::Kind::Joint:
            if (!hold.dragged && !hold.chained) return;
            for (const MemberGhost& ghost : hold.ghosts) drawGhost(brush, ghost, hold.blocked.has_value());
            if (!hold.blocked && hold.goal.at != hold.start)
                hands.snapTarget(brush, brush.at(hold.goal.at.metres()));
            hands.carriedJoint(brush, brush.at(hold.goal.end), members);
            return;
        case Hold::Kind::Bay:
            drawBay(brush, *hold.bay);
            for (const MemberGhost& ghost : hold.ghosts) drawGhost(brush, ghost, hold.blocked.has_value());
            return;
        case Hold::Kind::Member: {
            if (!hold.dragged && !hold.chained) return;
            for (const MemberGhost& ghost : hold.ghosts) drawGhost(brush, ghost, hold.blocked.has_value());
            const bool has_goal = hold.goal.at != hold.start;
            if (has_goal) hands.snapTarget(brush, brush.at(hold.goal.at.metres()));
            MemberDrawing part;
            part.kind = hold.part_kind;
            part.from = brush.at(hold.start.metres());
            // The free end follows the finger, drawn towards its goal.
            const gfx::Point end = brush.at(hold.goal.end);
            part.to = has_goal ? gfx::mix(end, brush.at(hold.goal.at.metres()), 0.45F) : end;
            part.unit = brush.unit;
            part.grow = 1.06F;
            part.lifted = true;
            if (gfx::length(part.to - part.from) < brush.kit(24.0)) return;
            if (hold.blocked) part.alpha = 0.55F;
            members.shadow(canvas, part);
            members.body(canvas, part);
            members.joint(canvas, part.to, brush.unit, JointLook::Plain);
            const float halo = brush.kit(60.0);
            canvas.circle(part.to, halo, gfx::hex(0xFFFFFF, 0.18F));
            canvas.ring(part.to, halo, brush.kit(6.0),
                        hold.blocked ? gfx::palette::pushed : gfx::hex(0xFFFFFF, 0.95F));
            return;
        }
        case Hold::Kind::Wire: {
            if (!hold.dragged && !hold.chained) return;
            const world::Part* from = session.design().find(hold.terminal.part);
            if (!from) return;
            const Vec2 start = terminalPosition(*from, hold.terminal.port);
            Vec2 end = hold.goal.end;
            Vec2 outwards = (1.0 / std::max(1e-9, distance(start, end))) * (start - end);
            if (hold.target) {
                if (const world::Part* to = session.design().find(hold.target->part)) {
                    end = terminalPosition(*to, hold.target->port);
                    outwards = terminalOutwards(*to, hold.target->port);
                    hands.snapTarget(brush, brush.at(end));
                }
            }
            const std::vector<Vec2> path =
                wirePath(start, terminalOutwards(*from, hold.terminal.port), end, outwards);
            painter.circuit().drawWire(brush, path, painter.circuit().looseWire(),
                                       hold.blocked ? 0.5F : 0.95F);
            canvas.sprite(graphics.sprite("circuit/terminal"), brush.at(end),
                          CircuitPainter::deviceScale(brush.frame));
            return;
        }
        case Hold::Kind::Carry:
        case Hold::Kind::Device: {
            if (hold.kind == Hold::Kind::Device && !hold.dragged && !hold.chained) return;
            const PartPicture& look = picture(hold.part_kind);
            if (!look.device) return;
            // A part that hangs at the finger has no id yet.
            hands.places(brush, placesFor(hold.part_kind, std::nullopt, hold.part));
            DeviceState device;
            device.scale = CircuitPainter::deviceScale(brush.frame);
            device.lever = 1.0F;
            if (hold.would && !hold.blocked) {
                device.at = brush.at(hold.goal.at.metres());
                device.alpha = 0.35F;
                look.device(canvas, device);
            }
            device.at = brush.at(hold.goal.end) - gfx::Point{0.0F, brush.kit(10.0)};
            device.scale *= 1.06F;
            device.alpha = hold.blocked ? 0.6F : 1.0F;
            look.device(canvas, device);
            return;
        }
        case Hold::Kind::Erase:
            for (const PartId id : hold.wiped) drawLit(brush, id, gfx::palette::pushed);
            if (hold.part) drawLit(brush, hold.part, gfx::palette::pushed);
            if (hold.would && gestures.mirrored()) drawMirroredErase(brush, *hold.would);
            return;
    }
}

// The part on the other side that goes with it.
void PlayView::State::drawMirroredErase(const Brush& brush, const play::Command& command) {
    const auto* group = std::get_if<play::Together>(&command);
    if (!group) return;
    for (const play::Single& step : group->steps)
        if (const auto* remove = std::get_if<play::Remove>(&step))
            drawLit(brush, remove->part, gfx::palette::pushed);
}

void PlayView::State::drawTags(gfx::Canvas& canvas) {
    if (!building() || story.running()) return;
    for (const Hold& hold : gestures.holds()) drawTag(canvas, hold);
    if (const auto hold = hovering()) drawTag(canvas, *hold);
}

void PlayView::State::drawTag(gfx::Canvas& canvas, const Hold& hold) {
    if ((!hold.dragged && !hold.chained) || !hold.would) return;
    const bool member = hold.kind == Hold::Kind::Member;
    if (hold.kind == Hold::Kind::Erase || (hold.kind == Hold::Kind::Device && !hold.blocked)) return;
    if (hold.kind == Hold::Kind::Joint) drawLengths(canvas, hold);
    // Said while the finger is there, so that it can go where it is possible.
    if (const auto& why = hold.blocked ? hold.blocked : hold.left_out; why && words.reason) {
        hands.bubble(canvas, pointOf(hold.px), words.reason(*why), uiScale(), screen(), 1.0, 1.0);
        return;
    }
    const double span = distance(hold.start.metres(), hold.goal.at.metres());
    const std::string length_text = member && words.length ? words.length(span) : std::string();
    // Whole euros, as on the card of what it costs: cents are noise at a finger.
    const double price = std::round(session.cost(*hold.would));
    const std::string price_text = words.price && price > 0.0 ? words.price(price) : std::string();
    if (length_text.empty() && price_text.empty()) return;
    hands.tag(canvas, pointOf(hold.px), length_text.empty() ? price_text : length_text,
              length_text.empty() ? std::string() : price_text, hold.blocked.has_value(), uiScale(),
              screen());
}

}  // namespace vonk::view
