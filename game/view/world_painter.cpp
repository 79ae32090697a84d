#include "game/view/world_painter.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "engine/gfx/camera.h"
#include "engine/gfx/layer.h"
#include "game/view/effects.h"
#include "game/view/scenery.h"
#include "game/view/snapshot_ring.h"
#include "game/view/terrain.h"
#include "game/view/vehicle_painter.h"

namespace vonk::view {

namespace {

// A kit pixel is so large that a member of the usual length looks as on the boards (245 kit px), within
// limits.
constexpr double member_length_kit = 245.0;
constexpr double smallest_unit = 0.75, largest_unit = 1.15;  // of the screen's own scale
constexpr double snap_seconds = 0.18;
constexpr double strained = 0.9;       // use from which a member trembles
constexpr double tremble_rate = 23.0;  // Hz
constexpr float tremble_size = 1.4F;   // kit px
constexpr float road_half = 12.0F;     // kit px from the line of the joints to the top of the road

}  // namespace

struct WorldPainter::State {
    State(const level::Level& l, gfx::Graphics& g, SceneWords w)
        : level(l),
          graphics(g),
          words(std::move(w)),
          terrain(l, g),
          scenery(l, g, words.label),
          members(g),
          vehicles(g),
          effects(g),
          circuit(l, g) {}

    const level::Level& level;
    gfx::Graphics& graphics;
    SceneWords words;
    std::string sign;  // as it was painted last
    Metrics metrics;
    ViewFrame frame;
    float unit = 1.0F;
    double time = 0.0;
    double dt = 0.0;  // since the last draw
    bool still = false;

    Terrain terrain;
    Scenery scenery;
    MemberPainter members;
    VehiclePainter vehicles;
    Effects effects;
    CircuitPainter circuit;
    gfx::Layer background;
    gfx::Layer nearer;  // the background as a camera sees it that rests elsewhere
    std::optional<ViewFrame> nearer_camera;
    std::vector<world::PartKind> kinds;  // by part id, of the last snapshot: how debris looks

    bool isCircuit() const { return level.subject == level::Subject::Circuit; }
    void drawBackground(gfx::Canvas& canvas) const;
    void drawMembers(const Brush& brush, const world::Snapshot& snapshot, const Look& look) const;
    // `whole`: members that fell in one piece; else the halves of broken ones.
    void drawDebris(const Brush& brush, const world::Snapshot& snapshot, const Look& look, bool whole) const;
    void drawJoints(const Brush& brush, const world::Snapshot& snapshot, const Look& look) const;
    void drawVehicles(const Brush& brush, const world::Snapshot& snapshot,
                      const VehiclePainter::Look& look) const;
    MemberDrawing drawing(const Brush& brush, const world::Snapshot& snapshot,
                          const world::MemberView& member, const Look& look) const;
};

namespace {

// Upright pictures are narrow: the land is drawn larger in them, so that it fills some of the height.
double landUnit(const Metrics& metrics) {
    return std::min(metrics.width / (metrics.width < metrics.height ? 1250.0 : 1920.0),
                    metrics.height / 1080.0);
}

double grown(PartId part, const WorldPainter::Look& look) {
    for (const auto& [id, age] : look.young) {
        if (id == part && age < snap_seconds) return gfx::easeOutBack(age / snap_seconds, 1.4);
    }
    return 1.0;
}

}  // namespace

WorldPainter::WorldPainter(const level::Level& level, gfx::Graphics& graphics, SceneWords words)
    : state_(std::make_unique<State>(level, graphics, std::move(words))) {}

WorldPainter::~WorldPainter() = default;

void WorldPainter::resize(const Metrics& metrics) {
    State& s = *state_;
    s.metrics = metrics;
    s.frame = ViewFrame::fit(s.level.scene.view, metrics);
    const double screen = std::min(metrics.width / 1920.0, metrics.height / 1080.0);
    double longest = 0.0;
    int kinds = 0;
    for (const level::PaletteItem& item : s.level.palette) {
        const world::PartRow* row = world::findRow(item.part);
        if (!row || row->placement != world::PlacementKind::BetweenJoints) continue;
        longest += item.longest > 0.0 ? item.longest : row->longest;
        ++kinds;
    }
    double unit = screen;
    if (kinds > 0 && longest > 0.0) unit = longest / kinds * s.frame.pixelsPerMetre() / member_length_kit;
    s.unit = static_cast<float>(std::clamp(unit, smallest_unit * screen, largest_unit * screen));
    s.still = metrics.reduced_motion;
    s.terrain.layOut(metrics, s.frame, s.unit);
    if (s.isCircuit()) s.scenery.keepRightOf(s.circuit.boardRight(s.frame, s.unit));
    s.scenery.layOut(metrics, s.terrain, static_cast<float>(landUnit(metrics)));
    s.background.invalidate();
    s.nearer.invalidate();
    s.nearer_camera.reset();
}

const ViewFrame& WorldPainter::frame() const {
    return state_->frame;
}
const MemberPainter& WorldPainter::members() const {
    return state_->members;
}
const CircuitPainter& WorldPainter::circuit() const {
    return state_->circuit;
}
float WorldPainter::unit() const {
    return state_->unit;
}

Brush WorldPainter::brush(gfx::Canvas& canvas) const {
    return {canvas, state_->frame, state_->unit, state_->time, state_->still};
}

void WorldPainter::consume(std::span<const world::Event> events) {
    State& s = *state_;
    const double water = s.level.scene.water.value_or(s.level.scene.view.low.y);
    s.effects.consume(events, water, [&](PartId part) {
        const auto index = static_cast<std::size_t>(part.value);
        if (index >= s.kinds.size()) return false;
        const PartPicture& look = picture(s.kinds[index]);
        return look.member && look.member->broken != BrokenEnd::Splinters;
    });
}

void WorldPainter::clearEffects() {
    state_->effects.clear();
}

void WorldPainter::update(double dt) {
    state_->time += dt;
    state_->dt += dt;
}

void WorldPainter::State::drawBackground(gfx::Canvas& canvas) const {
    scenery.drawFar(canvas);
    if (isCircuit()) {
        circuit.drawBoard(canvas, frame, unit);
        return;
    }
    terrain.drawWater(canvas);
    terrain.drawGround(canvas);
    terrain.drawPiers(canvas);
    scenery.drawNear(canvas);
    terrain.drawRoad(canvas);
}

void WorldPainter::prepare(gfx::Canvas& canvas, const std::optional<ViewFrame>& camera) {
    State& s = *state_;
    const int width = static_cast<int>(s.metrics.width);
    const int height = static_cast<int>(s.metrics.height);
    // The shop's sign is painted into the background: another language, another sign.
    std::string sign = s.words.label ? s.words.label("scene.shop") : std::string();
    if (sign != s.sign) {
        s.sign = std::move(sign);
        s.background.invalidate();
        s.nearer.invalidate();
    }
    s.background.prepare(canvas, width, height, [&](gfx::Canvas& into) { s.drawBackground(into); });
    if (!camera || *camera == s.frame) return;
    if (s.nearer_camera != camera) s.nearer.invalidate();
    s.nearer.prepare(canvas, width, height, [&](gfx::Canvas& into) {
        into.push(cameraTransform(*camera));
        s.drawBackground(into);
        into.pop();
    });
    s.nearer_camera = camera;
}

gfx::Affine WorldPainter::cameraTransform(const ViewFrame& camera) const {
    const ViewFrame& rest = state_->frame;
    const double scale = camera.pixelsPerMetre() / rest.pixelsPerMetre();
    const Vec2 shift = camera.pixelOf(Vec2{}) - scale * rest.pixelOf(Vec2{});
    const auto k = static_cast<float>(scale);
    return {k, 0.0F, 0.0F, k, static_cast<float>(shift.x), static_cast<float>(shift.y)};
}

ViewFrame WorldPainter::within(const ViewFrame& camera) const {
    const gfx::Affine shown = cameraTransform(camera);
    const double width = state_->metrics.width;
    const double height = state_->metrics.height;
    const double x = std::clamp<double>(shown.tx, std::min(0.0, width * (1.0 - shown.a)), 0.0);
    const double y = std::clamp<double>(shown.ty, std::min(0.0, height * (1.0 - shown.a)), 0.0);
    return camera.moved({x - shown.tx, y - shown.ty});
}

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

void WorldPainter::State::drawMembers(const Brush& brush, const world::Snapshot& snapshot,
                                      const Look& look) const {
    const auto each = [&](const auto& act) {
        for (const world::MemberView& member : snapshot.members) {
            if (!member.fallen && member.from < snapshot.joints.size() && member.to < snapshot.joints.size())
                act(member);
        }
    };
    const auto body = [&](const world::MemberView& member) {
        const MemberDrawing picture = drawing(brush, snapshot, member, look);
        members.body(brush.canvas, picture);
        if (!look.loads) return;
        LoadDrawing load;
        load.use = static_cast<float>(look.peaks ? member.peak_use : member.use);
        load.pulled = member.axial > 0.0;
        load.time = brush.time;
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

// Wheels roll on the line of the joints; the road is drawn around that line, so they stand on top of it.
void WorldPainter::State::drawVehicles(const Brush& brush, const world::Snapshot& snapshot,
                                       const VehiclePainter::Look& look) const {
    brush.canvas.push(gfx::Affine::translation(0.0F, -road_half * brush.unit));
    vehicles.draw(brush, snapshot.bodies, look);
    brush.canvas.pop();
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
        const double half = 0.5 * body.size.x;
        const Vec2 along{std::cos(body.pose.angle), std::sin(body.pose.angle)};
        MemberDrawing drawing;
        drawing.kind = member->kind;
        drawing.unit = brush.unit;
        drawing.from = brush.at(body.pose.position - half * along);
        drawing.to = brush.at(body.pose.position + half * along);
        if (body.in_water) drawing.alpha = 0.72F;
        if (!body.in_water) {
            if (body.end != 1) bolt(drawing.from);
            if (body.end != 0) bolt(drawing.to);
        }
        if (whole) {
            members.body(brush.canvas, drawing);
        } else {
            // Teeth at the end that was the middle.
            if (body.end == 1) std::swap(drawing.from, drawing.to);
            if (member->cause == ReasonId::Buckled) {
                const float bow = 0.09F * gfx::length(drawing.to - drawing.from);
                drawing.bow = body.end == 1 ? bow : -bow;
            }
            members.half(brush.canvas, drawing, body.part.value * 2U + body.end);
        }
        const auto before = memberOf(look.borne, body.part);
        if (before == look.borne.end() || !members.showsLoad(drawing.kind) || body.in_water) continue;
        LoadDrawing load;
        load.use = static_cast<float>(before->use);
        load.pulled = before->axial > 0.0;
        load.time = brush.time;
        load.alpha = whole ? 0.9F : 1.0F;
        members.load(brush.canvas, drawing, load);
    }
    for (const gfx::Point at : bolts) members.joint(brush.canvas, at, 0.94F * brush.unit, JointLook::Plain);
}

void WorldPainter::draw(gfx::Canvas& canvas, const ViewFrame& camera, const world::Snapshot& snapshot,
                        const Look& look) {
    State& s = *state_;
    for (const world::MemberView& member : snapshot.members) {
        const auto index = static_cast<std::size_t>(member.part.value);
        if (s.kinds.size() <= index) s.kinds.resize(index + 1);
        s.kinds[index] = member.kind;
    }
    s.still = look.still;
    const gfx::Affine shown = cameraTransform(camera);
    const int width = static_cast<int>(s.metrics.width);
    const int height = static_cast<int>(s.metrics.height);
    const bool moved = camera != s.frame;
    if (!moved) {
        s.background.draw(canvas);
    } else if (s.nearer_camera == camera) {
        s.nearer.draw(canvas);
    } else if (shown.a == 1.0F) {
        // Shaken by a few pixels: what the edge uncovers shows the picture at rest.
        s.background.draw(canvas);
        s.background.draw(canvas, static_cast<int>(std::lround(shown.tx)),
                          static_cast<int>(std::lround(shown.ty)));
    } else {
        s.background.drawScaled(canvas, {shown.tx, shown.ty, shown.a * static_cast<float>(width),
                                         shown.a * static_cast<float>(height)});
    }
    if (moved) canvas.push(shown);
    const Brush world_brush = brush(canvas);
    Brush land = world_brush;
    land.unit = static_cast<float>(landUnit(s.metrics));
    const Mood mood{look.worried, look.celebrating};
    if (s.isCircuit()) {
        // The board stands before the land: what moves there is drawn beside it only.
        const float edge = s.circuit.boardRight(s.frame, s.unit);
        canvas.pushClip({edge, 0.0F, static_cast<float>(width) - edge, static_cast<float>(height)});
        s.scenery.drawMovingFar(land);
        float light = 0.0F;
        for (const world::DeviceView& device : snapshot.devices) {
            light = std::max(light, static_cast<float>(std::min(1.0, device.brightness)));
        }
        s.scenery.drawEvening(land, light);
        canvas.popClip();
        s.circuit.update(s.dt, snapshot);
        s.circuit.draw(world_brush, snapshot, s.words);
    } else {
        s.scenery.drawMovingFar(land);
        s.scenery.drawFish(land);
        s.scenery.drawFlag(land, mood);
        if (!look.celebrating) s.scenery.drawOnlookers(land, mood);
        s.effects.drawBehind(world_brush, look.tick);
        const gfx::SpriteId dot = s.graphics.sprite("bridge/grid-dot");
        for (const world::GridPoint point : look.grid)
            canvas.sprite(dot, world_brush.at(point.metres()), s.unit);
        s.drawMembers(world_brush, snapshot, look);
        s.drawJoints(world_brush, snapshot, look);
        s.drawDebris(world_brush, snapshot, look, true);
        s.drawVehicles(world_brush, snapshot, {look.worried, look.celebrating});
        // They dance before what has arrived.
        if (look.celebrating) s.scenery.drawOnlookers(land, mood);
        s.drawDebris(world_brush, snapshot, look, false);
        s.terrain.drawSurface(world_brush);
        s.scenery.drawReeds(land);
        s.effects.drawBefore(world_brush, look.tick);
    }
    s.dt = 0.0;
    if (moved) canvas.pop();
}

void WorldPainter::drawSmall(gfx::Canvas& canvas, const gfx::Rect& area, const world::Snapshot& snapshot) {
    State& s = *state_;
    const double scale = std::min(area.w / s.level.scene.view.width(), area.h / s.level.scene.view.height());
    const ViewFrame small(s.level.scene.view.centre(), vectorOf(area.centre()), scale);
    const gfx::Affine shown = cameraTransform(small);
    canvas.pushClip(area);
    if (s.background.target()) {
        s.background.drawScaled(canvas, {shown.tx, shown.ty, shown.a * static_cast<float>(s.metrics.width),
                                         shown.a * static_cast<float>(s.metrics.height)});
    }
    canvas.push(shown);
    const Brush world_brush = brush(canvas);
    Look look;
    look.loads = false;
    look.still = true;
    if (s.isCircuit()) {
        s.circuit.draw(world_brush, snapshot, {});
    } else {
        s.drawMembers(world_brush, snapshot, look);
        s.drawJoints(world_brush, snapshot, look);
        s.drawVehicles(world_brush, snapshot, {});
    }
    canvas.pop();
    canvas.popClip();
}

}  // namespace vonk::view
