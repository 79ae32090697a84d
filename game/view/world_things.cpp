// Members, joints, vehicles and debris of a snapshot, each as it is drawn.
#include <algorithm>
#include <cmath>

#include "engine/gfx/ease.h"
#include "game/view/world_painter_state.h"

namespace vonk::view {

namespace {

constexpr double snap_seconds = 0.18;
constexpr double strained = 0.9;       // use from which a member trembles
constexpr double tremble_rate = 23.0;  // Hz
constexpr float tremble_size = 1.4F;   // kit px
constexpr float road_half = 12.0F;     // kit px from the line of the joints to the top of the road

double grown(PartId part, const WorldPainter::Look& look) {
    for (const auto& [id, age] : look.young) {
        if (id == part && age < snap_seconds) return gfx::easeOutBack(age / snap_seconds, 1.4);
    }
    return 1.0;
}

}  // namespace

MemberDrawing WorldPainter::State::drawing(const Brush& brush, const world::Snapshot& snapshot,
                                           const world::MemberView& member, const Look& look) const {
    MemberDrawing drawing;
    drawing.kind = member.kind;
    drawing.from = brush.at(snapshot.joints[member.from].position);
    drawing.to = brush.at(snapshot.joints[member.to].position);
    drawing.unit = brush.unit;
    drawing.grow = static_cast<float>(grown(member.part, look));
    // A positive sag lies to the left of from→to in the model; on the screen y goes down, so it lies the
    // other way.
    drawing.bow = -brush.px(member.sag);
    if (members.isRope(member.kind) && member.use < 0.02) {
        drawing.bow =
            (drawing.to.x >= drawing.from.x ? 1.0F : -1.0F) * 0.05F * gfx::length(drawing.to - drawing.from);
    }
    if (member.use > strained && !brush.still) {
        const gfx::Point along = drawing.to - drawing.from;
        const float size =
            tremble_size * brush.unit / std::max(gfx::length(along), 1.0F) *
            static_cast<float>(std::sin(two_pi * tremble_rate * brush.time + member.part.value));
        drawing.from = drawing.from + gfx::perpendicular(along) * size;
        drawing.to = drawing.to + gfx::perpendicular(along) * size;
    }
    return drawing;
}

void WorldPainter::State::drawBody(const Brush& brush, const MemberDrawing& drawing, PartId part) const {
    if (!decor.drawFixed(brush.canvas, drawing, part, members)) members.body(brush.canvas, drawing);
}

void WorldPainter::State::drawMembers(const Brush& brush, const world::Snapshot& snapshot,
                                      const Look& look) const {
    const auto each = [&](const auto& act) {
        for (const world::MemberView& member : snapshot.members) {
            if (look.told && look.told->part == member.part && member.broken) continue;
            if (!member.fallen && member.from < snapshot.joints.size() && member.to < snapshot.joints.size())
                act(member);
        }
    };
    const auto body = [&](const world::MemberView& member) {
        const MemberDrawing picture = drawing(brush, snapshot, member, look);
        drawBody(brush, picture, member.part);
        if (!look.loads) return;
        LoadDrawing load;
        load.use = static_cast<float>(look.peaks ? member.peak_use : member.use);
        // A road bends more than it is pulled: the sign tells of the latter.
        const double along = member.capacity > 0.0 ? std::fabs(member.axial) / member.capacity : 0.0;
        if (members.isDeck(member.kind)) load.use = look.peaks ? 0.0F : static_cast<float>(along);
        load.pulled = member.axial > 0.0;
        load.time = brush.still ? 0.0 : brush.time;
        load.alpha = look.peaks ? 0.75F : 1.0F;
        if (members.showsLoad(member.kind)) members.load(brush.canvas, picture, load);
    };
    each([&](const world::MemberView& member) {
        members.shadow(brush.canvas, drawing(brush, snapshot, member, look));
    });
    each([&](const world::MemberView& member) {
        if (members.isRope(member.kind)) body(member);
    });
    each([&](const world::MemberView& member) {
        if (!members.isRope(member.kind) && !members.isDeck(member.kind)) body(member);
    });
    each([&](const world::MemberView& member) {
        if (members.isDeck(member.kind)) body(member);
    });
}

void WorldPainter::State::drawJoints(const Brush& brush, const world::Snapshot& snapshot,
                                     const Look& look) const {
    std::vector<double> held(snapshot.joints.size(), -1.0);
    for (const world::MemberView& member : snapshot.members) {
        if (member.fallen) continue;
        for (const std::uint32_t joint : {member.from, member.to}) {
            if (joint < held.size()) held[joint] = std::max(held[joint], 2.0 - grown(member.part, look));
        }
    }
    for (std::size_t i = 0; i < held.size(); ++i) {
        const world::JointView& joint = snapshot.joints[i];
        if (held[i] < 0.0 && !joint.anchor) continue;
        const auto pop = static_cast<float>(held[i] < 0.0 ? 1.0 : std::clamp(held[i], 0.8, 1.3));
        members.joint(brush.canvas, brush.at(joint.position),
                      (joint.anchor ? 1.0F : 0.94F) * pop * brush.unit,
                      joint.anchor ? JointLook::Anchor : JointLook::Plain);
    }
}

bool WorldPainter::State::ridesWithin(const world::Snapshot& snapshot) const {
    return std::any_of(snapshot.bodies.begin(), snapshot.bodies.end(),
                       [](const world::BodyView& body) { return body.vehicle == "train"; });
}

// Wheels roll on the line of the joints; the road is drawn around that line, so they stand on top of it.
void WorldPainter::State::drawVehicles(const Brush& brush, const world::Snapshot& snapshot,
                                       const VehiclePainter::Look& look) const {
    brush.canvas.push(gfx::Affine::translation(0.0F, -road_half * brush.unit));
    VehiclePainter::Look here = look;
    if (level.scene.water) here.water = brush.at(Vec2{0.0, *level.scene.water}).y + road_half * brush.unit;
    vehicles.draw(brush, snapshot.bodies, here);
    brush.canvas.pop();
}

std::optional<ToldHalves> WorldPainter::State::toldBreak(const Brush& brush, const world::Snapshot& snapshot,
                                                         const Look& look) const {
    if (!look.told) return std::nullopt;
    const auto index = static_cast<std::size_t>(look.told->part.value);
    if (index >= kinds.size()) return std::nullopt;
    return toldHalves(brush, snapshot, *look.told, look.tick, members.isRope(kinds[index]));
}

void WorldPainter::State::drawTold(const Brush& brush, const ToldHalves& told, const Look& look) const {
    const auto before =
        std::find_if(look.borne.begin(), look.borne.end(),
                     [&](const world::MemberView& view) { return view.part == told.member.part; });
    for (const MemberDrawing& half : told.halves) members.shadow(brush.canvas, half);
    for (std::size_t end = 0; end < 2; ++end) {
        MemberDrawing half = told.halves[end];
        half.tint = decor.tintOf(told.member.part);
        members.half(brush.canvas, half, told.member.part.value * 2U + static_cast<std::uint32_t>(end));
        if (before == look.borne.end() || !members.showsLoad(half.kind)) continue;
        LoadDrawing load;
        load.use = static_cast<float>(before->use);
        load.pulled = before->axial > 0.0;
        load.time = brush.still ? 0.0 : brush.time;
        members.load(brush.canvas, half, load);
    }
    for (std::size_t end = 0; end < 2; ++end) {
        const bool anchor = told.anchors[end];
        members.joint(brush.canvas, told.halves[end].from, (anchor ? 1.0F : 0.94F) * brush.unit,
                      anchor ? JointLook::Anchor : JointLook::Plain);
    }
}

void WorldPainter::State::drawDebris(const Brush& brush, const world::Snapshot& snapshot, const Look& look,
                                     bool whole) const {
    const auto memberOf = [](std::span<const world::MemberView> members_of, PartId part) {
        return std::find_if(members_of.begin(), members_of.end(),
                            [&](const world::MemberView& view) { return view.part == part; });
    };
    std::vector<gfx::Point> bolts;
    const auto bolt = [&](gfx::Point at) {
        const bool there = std::any_of(bolts.begin(), bolts.end(), [&](gfx::Point other) {
            return gfx::length(other - at) < brush.kit(16.0);
        });
        if (!there) bolts.push_back(at);
    };
    for (const world::BodyView& body : snapshot.bodies) {
        if (body.kind != world::BodyKind::Debris || (body.end == 2) != whole) continue;
        const auto member = memberOf(snapshot.members, body.part);
        if (member == snapshot.members.end()) continue;
        if (look.told && look.told->part == body.part && member->broken) continue;
        const double half = 0.5 * body.size.x;
        const Vec2 along{std::cos(body.pose.angle), std::sin(body.pose.angle)};
        MemberDrawing drawing;
        drawing.kind = member->kind;
        drawing.unit = brush.unit;
        drawing.from = brush.at(body.pose.position - half * along);
        drawing.to = brush.at(body.pose.position + half * along);
        if (body.in_water) drawing.alpha = 0.72F;
        const bool rope = members.isRope(member->kind);
        if (rope) drawing.bow = (drawing.to.x >= drawing.from.x ? 1.0F : -1.0F) * brush.px(body.slack);
        if (!body.in_water && !rope) {
            if (body.end != 1) bolt(drawing.from);
            if (body.end != 0) bolt(drawing.to);
        }
        if (whole) {
            drawBody(brush, drawing, body.part);
        } else {
            // Teeth at the end that was the middle.
            if (body.end == 1) std::swap(drawing.from, drawing.to);
            if (member->cause == ReasonId::Buckled) {
                const float bow = 0.09F * gfx::length(drawing.to - drawing.from);
                drawing.bow = body.end == 1 ? bow : -bow;
            }
            drawing.tint = decor.tintOf(body.part);
            members.half(brush.canvas, drawing, body.part.value * 2U + body.end);
        }
        const auto before = memberOf(look.borne, body.part);
        if (before == look.borne.end() || !members.showsLoad(drawing.kind) || body.in_water) continue;
        LoadDrawing load;
        load.use = static_cast<float>(before->use);
        load.pulled = before->axial > 0.0;
        load.time = brush.still ? 0.0 : brush.time;
        load.alpha = whole ? 0.9F : 1.0F;
        members.load(brush.canvas, drawing, load);
    }
    for (const gfx::Point at : bolts) members.joint(brush.canvas, at, 0.94F * brush.unit, JointLook::Plain);
}

}  // namespace vonk::view
