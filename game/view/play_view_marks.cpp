// What PlayView draws over a failure: what it is about, and what happened to it.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "game/view/play_view.h"
#include "game/view/play_view_state.h"
#include "game/view/told_shape.h"
#include "game/world/vehicles.h"

namespace vonk::view {

namespace {

constexpr float quarter = 1.57079633F;

// m above its middle that the picture of a body reaches: a sheep's head, a load and a rider reach higher than
// their boxes.
double pictureAbove(const world::BodyView& body) {
    if (body.kind == world::BodyKind::Walker) return body.vehicle == "sheep" ? 0.42 : 0.5 * body.size.y;
    if (body.kind != world::BodyKind::Chassis) return 0.5 * body.size.y;
    const world::VehicleRow* row = world::findVehicle(body.vehicle);
    if (row && !row->cargo.empty()) return 0.5 * body.size.y + 1.6;
    return 0.5 * body.size.y + (body.vehicle == "bike" ? 0.9 : 0.3);
}

}  // namespace

// What presses on a member between these places, px: its middle across, and as high as the pictures of what
// stands there reach. Where nothing stands, the member's own middle.
gfx::Point PlayView::State::loadOn(const Brush& brush, const world::Snapshot& snapshot, gfx::Point from,
                                   gfx::Point to) const {
    const float left = std::min(from.x, to.x);
    const float right = std::max(from.x, to.x);
    const gfx::Point middle = gfx::mix(from, to, 0.5F);
    float sum = 0.0F;
    int feet = 0;
    for (const world::BodyView& body : snapshot.bodies) {
        if (body.kind != world::BodyKind::Wheel && body.kind != world::BodyKind::Walker) continue;
        const float x = brush.at(body.pose.position).x;
        if (x < left || x > right) continue;
        sum += x;
        ++feet;
    }
    gfx::Point at{feet > 0 ? sum / static_cast<float>(feet) : middle.x, middle.y};
    for (const world::BodyView& body : snapshot.bodies) {
        if (body.kind == world::BodyKind::Debris) continue;
        const gfx::Point centre = brush.at(body.pose.position);
        if (std::fabs(centre.x - at.x) > brush.px(0.5 * body.size.x) + brush.kit(24.0)) continue;
        at.y = std::min(at.y, centre.y - brush.px(pictureAbove(body)));
    }
    return at;
}

// Nothing holds it: the panel that leans, its corner that is not square any more; or the joint that gave way.
void PlayView::State::drawFallen(const Brush& brush, const world::Snapshot& snapshot) {
    gfx::Canvas& canvas = brush.canvas;
    const gfx::Color was = gfx::hex(0xFFFFFF, 0.95F);
    const auto dashes = [&](Vec2 from, Vec2 to) {
        canvas.dashedLine(brush.at(from), brush.at(to), brush.kit(9.0), brush.kit(16.0), brush.kit(11.0),
                          gfx::palette::ink.withAlpha(0.5F));
        canvas.dashedLine(brush.at(from), brush.at(to), brush.kit(5.0), brush.kit(16.0), brush.kit(11.0),
                          was);
    };
    if (const auto panel = leaningPanel(snapshot)) {
        std::array<gfx::Point, 4> now;
        for (std::size_t k = 0; k < 4; ++k) now[k] = brush.at(panel->now[k]);
        canvas.polygon(now, gfx::palette::spark.withAlpha(0.30F));
        for (std::size_t k = 0; k < 4; ++k) dashes(panel->built[k], panel->built[(k + 1) % 4]);
        canvas.polyline(now, brush.kit(12.0), gfx::palette::paper, true);
        canvas.polyline(now, brush.kit(7.0), gfx::palette::spark, true);
        const gfx::Point at = now[panel->corner];
        const gfx::Point one = now[(panel->corner + 1) % 4] - at;
        const gfx::Point other = now[(panel->corner + 3) % 4] - at;
        float from = std::atan2(one.y, one.x);
        float to = std::atan2(other.y, other.x);
        if (to < from) std::swap(from, to);
        if (to - from > 2.0F * quarter) {
            from += 4.0F * quarter;
            std::swap(from, to);
        }
        const float radius = std::min(brush.kit(62.0), 0.4F * std::min(gfx::length(one), gfx::length(other)));
        canvas.arc(at, radius, brush.kit(13.0), from, to, gfx::palette::paper);
        canvas.arc(at, radius, brush.kit(7.0), from, to, gfx::palette::pushed);
        return;
    }
    // Where they and what hung on them were, and the way they went.
    const std::vector<MovedJoint> moved = movedJoints(snapshot);
    const auto went = [&](std::uint32_t joint) {
        return std::any_of(moved.begin(), moved.end(),
                           [&](const MovedJoint& one) { return one.joint == joint; });
    };
    for (const world::MemberView& member : snapshot.members) {
        if (!went(member.from) && !went(member.to)) continue;
        const world::Part* part = session.design().find(member.part);
        const auto* where = part ? std::get_if<world::BetweenJoints>(&part->placement) : nullptr;
        if (!where) continue;
        MemberDrawing before;
        before.kind = part->kind;
        before.from = brush.at(where->from.metres());
        before.to = brush.at(where->to.metres());
        before.unit = brush.unit;
        painter.members().outline(canvas, before, was, gfx::hex(0xFFFFFF, 0.10F));
    }
    for (const MovedJoint& one : moved) hands.wayArrow(brush, brush.at(one.built), brush.at(one.now));
}

// How far the road goes up and down: bounds, extremes, and when it is told the number.
void PlayView::State::drawShaken(const Brush& brush, const world::Snapshot& snapshot, bool telling) {
    if (!swing_limit) return;
    const auto picture = swingPicture(swing, snapshot, painter.members(), *swing_limit);
    if (!picture) return;
    const int factor = swingFactor(brush, *swing_limit);
    drawSwing(brush, *picture, factor, telling);
    if (!telling) return;
    const gfx::Point beside = brush.at(picture->place - Vec2{0.0, factor * picture->by}) +
                              gfx::Point{brush.kit(40.0), brush.kit(34.0)};
    const float scale =
        1.1F * uiScale() * static_cast<float>(painter.frame().pixelsPerMetre() / camera.pixelsPerMetre());
    hands.label(brush.canvas, beside + gfx::Point{70.0F * scale, 0.0F},
                fmt::format("{:.0f} cm  ({}×)", 200.0 * picture->by, factor), true, scale);
}

void PlayView::State::drawMark(const Brush& brush, const world::Snapshot& snapshot, double tick) {
    const bool now = story.running() && story.state().phase != FailurePhase::HitStop;
    if (now && marked_cause == ReasonId::NotHeldUp) drawFallen(brush, snapshot);
    if (now && marked_cause == ReasonId::Shaken) drawShaken(brush, snapshot, true);
    const world::Part* part = session.design().find(marked);
    const auto* member = part ? std::get_if<world::BetweenJoints>(&part->placement) : nullptr;
    if (!member) return;
    const MemberPainter& members = painter.members();
    // While it stands the mark goes with it; when it is gone the dashes show where it was.
    Vec2 from = member->from.metres();
    Vec2 to = member->to.metres();
    bool gone = false;
    for (const world::MemberView& view : snapshot.members) {
        if (view.part != marked || view.from >= snapshot.joints.size() || view.to >= snapshot.joints.size())
            continue;
        gone = view.fallen || view.broken;
        if (gone) break;
        from = snapshot.joints[view.from].position;
        to = snapshot.joints[view.to].position;
    }
    MemberDrawing drawing;
    drawing.kind = part->kind;
    drawing.from = brush.at(from);
    drawing.to = brush.at(to);
    drawing.unit = brush.unit;
    const bool telling = story.running();
    if (telling && story.state().phase == FailurePhase::HitStop) return;
    if (gone) members.outline(brush.canvas, drawing, gfx::hex(0xFFFFFF, 0.8F), gfx::hex(0xFFFFFF, 0.14F));
    if (telling) {
        const float turn = brush.still ? 0.0F : static_cast<float>(0.12 * brush.time);
        gfx::Point from_bolt = drawing.from;
        gfx::Point to_bolt = drawing.to;
        gfx::Point lift;
        if (const auto pieces = gone && told
                                    ? toldHalves(brush, snapshot, *told, tick, members.isRope(part->kind))
                                    : std::nullopt) {
            from_bolt = pieces->halves[0].from;
            to_bolt = pieces->halves[1].from;
            // The ring goes around the pieces.
            lift = (pieces->tip - gfx::mix(from_bolt, to_bolt, 0.5F)) * 0.5F;
        }
        hands.ringMark(brush, from_bolt + lift, to_bolt + lift, turn);
        const gfx::Rect room = freePicture();
        const gfx::Point top = pointOf(brush.frame.pixelOf(camera.metresOf(Vec2{0.0, room.y})));
        hands.causeArrows(brush, from_bolt, to_bolt, marked_cause,
                          loadOn(brush, snapshot, from_bolt, to_bolt), top.y);
    } else if (building()) {
        // A dashed edge and a sign above it: found again without colour.
        MemberDrawing wide = drawing;
        wide.grow = 1.3F;
        members.outline(brush.canvas, wide, gfx::palette::paper, gfx::hex(0xFFFFFF, 0.0F));
        members.outline(brush.canvas, drawing, gfx::palette::pushed, gfx::hex(0xFFFFFF, 0.0F));
        const float bob =
            brush.still ? 0.0F : brush.kit(5.0) * static_cast<float>(std::sin(two_pi * 0.7 * brush.time));
        const gfx::Point sign =
            gfx::mix(drawing.from, drawing.to, 0.5F) - gfx::Point{0.0F, brush.kit(58.0) + bob};
        const float half = 26.0F * uiScale();
        brush.canvas.spriteFit(graphics.sprite("icons/warn"),
                               {sign.x - half, sign.y - half, 2.0F * half, 2.0F * half});
    }
}

}  // namespace vonk::view
