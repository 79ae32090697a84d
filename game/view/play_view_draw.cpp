// What PlayView draws: the world as it is on the screen now, and over it hands, hints and marks.
#include <algorithm>
#include <cmath>

#include "engine/gfx/ease.h"
#include "game/view/force_path.h"
#include "game/view/play_view.h"
#include "game/view/play_view_state.h"
#include "game/world/parts.h"

namespace vonk::view {

std::span<const world::GridPoint> PlayView::State::placesFor(world::PartKind kind,
                                                             std::optional<world::GridPoint> start) {
    for (const Places& known_places : places) {
        if (known_places.kind == kind && known_places.start == start) return known_places.points;
    }
    if (places.size() > 12) places.clear();
    const Picking& picking = gestures.picking();
    places.push_back({kind, start, version, start ? picking.places(kind, *start) : picking.places(kind)});
    return places.back().points;
}

world::Snapshot PlayView::State::shownSnapshot(double& tick) {
    if (!ring.empty() && story.running()) {
        tick = story.shownTick();
        return ring.at(tick);
    }
    if (!ring.empty() && behind) {
        tick = shown;
        return ring.at(tick);
    }
    if (!ring.empty() && pace < 1.0 && session.phase() == play::Phase::Running) {
        tick = ring.last() - 1.0 + after_tick;
        return ring.at(tick);
    }
    const world::Snapshot snapshot = session.snapshot();
    tick = static_cast<double>(snapshot.tick);
    // A circuit goes on after it is won; what has crossed a bridge stops for the applause.
    if (won && session.level().mode == level::Mode::Test && !ring.empty() && tick > won_until) {
        tick = won_until;
        return ring.at(tick);
    }
    return snapshot;
}

void PlayView::prepare(gfx::Canvas& canvas) {
    State& s = *state_;
    // A camera that has arrived stays for a while: worth a background of its own.
    const bool arrived =
        s.story.nearness() >= 1.0 && s.story.veil() >= 1.0 && s.story.shake() == Vec2{} && s.story.running();
    std::optional<WorldPainter::Resting> resting;
    if (arrived) resting = {s.camera, {s.story.focus(), 1.0}};
    s.painter.prepare(canvas, resting);
}

void PlayView::draw(gfx::Canvas& canvas) {
    State& s = *state_;
    double tick = 0.0;
    world::Snapshot snapshot = s.shownSnapshot(tick);
    const bool drafting = s.drafting();
    if (drafting && snapshot.bodies.empty()) snapshot.bodies = s.waiting;
    world::Snapshot present = snapshot;
    if (drafting && (s.engineering || s.force_path)) present = s.rested();
    if (drafting && s.engineering) {
        snapshot.joints = present.joints;
        snapshot.members = present.members;
    } else if (drafting) {
        // At rest nobody is pushed or pulled to speak of: what is shown is how it was at its worst.
        s.peaks.assign(snapshot.members.begin(), snapshot.members.end());
        for (world::MemberView& member : s.peaks) {
            const auto worst = s.worst.find(member.part);
            if (worst != s.worst.end()) member.axial = worst->second.second ? 1.0 : -1.0;
        }
        snapshot.members = s.peaks;
    }
    const bool broken =
        std::any_of(snapshot.members.begin(), snapshot.members.end(),
                    [](const world::MemberView& member) { return member.broken || member.fallen; });
    WorldPainter::Look look;
    look.tick = tick;
    // Who sees numbers sees the signs of the same moment.
    look.peaks = drafting && !s.engineering;
    look.loads = !s.force_path;
    if (drafting && !s.story.running() && s.grid_shown) look.grid = s.grid;
    look.worried = broken || s.story.running();
    look.celebrating = s.won;
    look.still = s.metrics.reduced_motion;
    look.young = s.young;
    if (s.story.running()) {
        look.borne = s.borne;
        look.told = s.told;
    }
    look.veil = {s.story.focus(), s.story.veil()};
    s.painter.draw(canvas, s.camera, snapshot, look);

    const bool moved = s.camera != s.painter.frame();
    if (moved) canvas.push(s.painter.cameraTransform(s.camera));
    const Brush brush = s.painter.brush(canvas);
    if (s.building() && !s.story.running()) s.drawBuilding(brush);
    if (moved) canvas.pop();

    if (!s.story.running()) s.drawForces(canvas, present);
    if (s.marked || !s.marked_all.empty()) {
        if (moved) canvas.push(s.painter.cameraTransform(s.camera));
        s.drawMark(brush, snapshot, tick);
        if (moved) canvas.pop();
    }
    s.fireworks.draw(canvas, s.screen(), std::min(s.screen().w / 1920.0F, s.screen().h / 1080.0F),
                     s.metrics.reduced_motion);
    s.drawCursor(canvas);
    s.drawTags(canvas);
    s.drawMove(canvas);
    for (const State::Bubble& bubble : s.bubbles) {
        s.hands.bubble(canvas, bubble.at, bubble.text, s.uiScale(), s.screen(), bubble.age,
                       bubble_seconds - bubble.age);
    }
}

void PlayView::State::drawForces(gfx::Canvas& canvas, const world::Snapshot& snapshot) {
    if (!force_path && !engineering) return;
    scales.see(snapshot);
    const double nearer = camera.pixelsPerMetre() / painter.frame().pixelsPerMetre();
    const Brush seen{canvas, camera, painter.unit() * static_cast<float>(nearer), time,
                     metrics.reduced_motion};
    if (force_path) drawForcePath(seen, view::forcePath(snapshot));
    if (engineering) drawEngineering(seen, snapshot, readNumbers(), scales, *engineering);
}

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
    const auto isAnchor = [&](world::GridPoint point) {
        const auto& anchors = session.level().scene.anchors;
        return std::any_of(anchors.begin(), anchors.end(),
                           [&](const level::Anchor& anchor) { return anchor.at == point; });
    };
    const auto lookOf = [&](world::GridPoint point) {
        return isAnchor(point) ? JointLook::Anchor : JointLook::Plain;
    };

    // A touch that met nothing: this is where one can begin.
    if (missed > 0.0 && gestures.holds().empty() && !gestures.chain()) {
        for (const world::GridPoint joint : session.joints())
            hands.hotJoint(brush, brush.at(joint.metres()), lookOf(joint), members);
    }
    const Chain& chain = gestures.chain();
    const auto selected = gestures.selected();
    if (chain.joint && selected && gestures.holds().empty()) {
        hands.reach(brush, *chain.joint, session.longest(*selected), placesFor(*selected, *chain.joint),
                    session.joints());
        hands.hotJoint(brush, brush.at(chain.joint->metres()), lookOf(*chain.joint), members);
    }
    const auto showEnds = [&](world::PartKind kind, world::Terminal start) {
        for (const world::Terminal end : gestures.picking().ends(kind, start)) {
            const world::Part* part = session.design().find(end.part);
            if (part) hands.hotTerminal(brush, brush.at(terminalPosition(*part, end.port)));
        }
    };
    for (const Hold& hold : gestures.holds()) {
        if (hold.kind == Hold::Kind::Wire) showEnds(hold.part_kind, hold.terminal);
    }
    if (chain.terminal) {
        if (const auto wire = gestures.picking().wireKind(); wire && gestures.holds().empty()) {
            showEnds(*wire, *chain.terminal);
        }
        if (const world::Part* part = session.design().find(chain.terminal->part)) {
            hands.snapTarget(brush, brush.at(terminalPosition(*part, chain.terminal->port)));
        }
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

void PlayView::State::drawHold(const Brush& brush, const Hold& hold) {
    const MemberPainter& members = painter.members();
    gfx::Canvas& canvas = brush.canvas;
    switch (hold.kind) {
        case Hold::Kind::Nothing:
            return;
        case Hold::Kind::Member: {
            if (!hold.dragged && !hold.chained) return;
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
            if (hold.kind == Hold::Kind::Device && !hold.dragged) return;
            const PartPicture& look = picture(hold.part_kind);
            if (!look.device) return;
            if (hold.kind == Hold::Kind::Carry) hands.places(brush, placesFor(hold.part_kind, std::nullopt));
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
        case Hold::Kind::Erase: {
            const world::Part* part = hold.part ? session.design().find(hold.part) : nullptr;
            if (!part) return;
            if (const auto* member = std::get_if<world::BetweenJoints>(&part->placement)) {
                MemberDrawing drawing;
                drawing.kind = part->kind;
                drawing.from = brush.at(member->from.metres());
                drawing.to = brush.at(member->to.metres());
                drawing.unit = brush.unit;
                members.outline(canvas, drawing, gfx::palette::pushed, gfx::hex(0xFFFFFF, 0.35F));
            } else if (const auto middle = middleOf(hold.part)) {
                canvas.ring(brush.at(*middle), brush.kit(70.0), brush.kit(6.0), gfx::palette::pushed);
            }
            return;
        }
    }
}

void PlayView::State::drawTags(gfx::Canvas& canvas) {
    if (!building() || story.running()) return;
    for (const Hold& hold : gestures.holds()) drawTag(canvas, hold);
    if (const auto hold = hovering()) drawTag(canvas, *hold);
}

void PlayView::State::drawTag(gfx::Canvas& canvas, const Hold& hold) {
    if (hold.kind != Hold::Kind::Member || (!hold.dragged && !hold.chained) || !hold.would) return;
    const double span = distance(hold.start.metres(), hold.goal.at.metres());
    const std::string length_text = words.length ? words.length(span) : std::string();
    // Whole euros, as on the card of what it costs: cents are noise at a finger.
    const double price = std::round(session.cost(*hold.would));
    const std::string price_text = words.price && price > 0.0 ? words.price(price) : std::string();
    if (length_text.empty() && price_text.empty()) return;
    hands.tag(canvas, pointOf(hold.px), length_text, price_text, hold.blocked.has_value(), uiScale(),
              screen());
}

void PlayView::thumbnail(gfx::Canvas& canvas, Vec2 low, Vec2 high) {
    thumbnail(canvas, low, high, state_->session.snapshot());
}

void PlayView::thumbnail(gfx::Canvas& canvas, Vec2 low, Vec2 high, const world::Snapshot& of) {
    state_->painter.drawSmall(canvas,
                              {static_cast<float>(low.x), static_cast<float>(low.y),
                               static_cast<float>(high.x - low.x), static_cast<float>(high.y - low.y)},
                              of);
}

}  // namespace vonk::view
