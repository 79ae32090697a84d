#include "game/view/world_painter.h"

#include <algorithm>
#include <cmath>

#include "game/view/world_painter_state.h"
#include "game/world/vehicles.h"

namespace vonk::view {

namespace {

// A kit pixel is so large that a member of the usual length looks as on the boards (245 kit px), within
constexpr double member_length_kit = 245.0;
constexpr double smallest_unit = 0.75, largest_unit = 1.15;  // of the screen's own scale
// Of the bridge's gap to the picture's width, when the banks ask for room.
constexpr double smallest_bridge = 0.5;
constexpr double arrived = 0.5;    // m beyond the bank that the last wheel comes to rest
constexpr double air = 0.2;        // m behind what waits
constexpr double onlookers = 1.3;  // m before what has arrived
// A level is wide that cannot be seen whole at this share of its scale; nobody sees it smaller than at this.
constexpr double least_wide = 0.95, farthest = 0.3;
constexpr double ground_below = 0.2;  // of the screen's height, kept below it
// What is framed: the level's own view, and of each bank as much as the first that crosses is long, so that
// it is seen whole before it starts and when it has arrived. The bridge stays large.
Box framed(const level::Level& level) {
    Box view = level.scene.view;
    const world::VehicleRow* row =
        level.traffic.empty() ? nullptr : world::findVehicle(level.traffic.front().vehicle);
    const double gap = level.scene.right_bank - level.scene.left_bank;
    if (level.subject != level::Subject::Bridge || !row || row->axles.empty() || gap <= 0.0) return view;
    const double most = (1.0 / smallest_bridge - 1.0) * gap;
    const double before = std::min(1.0 + row->size.x + air, 0.5 * most);
    const double after = std::min(arrived + row->axles.back().behind + row->ahead + onlookers, 0.5 * most);
    view.low.x = std::min(view.low.x, level.scene.left_bank - before);
    view.high.x = std::max(view.high.x, level.scene.right_bank + after);
    return view;
}

}  // namespace

WorldPainter::WorldPainter(const level::Level& level, gfx::Graphics& graphics, SceneWords words)
    : state_(std::make_unique<State>(level, graphics, std::move(words))) {}

WorldPainter::~WorldPainter() = default;
WorldPainter::WorldPainter(WorldPainter&&) noexcept = default;
WorldPainter& WorldPainter::operator=(WorldPainter&&) noexcept = default;

// Of a wide level more is kept than the screen shows: what one can see when all of it is looked at, as large
// as it is seen at first. So to look around is to copy another part of it, moved by whole pixels.
void WorldPainter::State::keep() {
    near = all = ViewFrame::fit(framed(level), screen);
    metrics = screen;
    frame = near;
    const Box seen = framed(level);
    const Box& reach = level.scene.reach;
    const Box whole{{std::min(seen.low.x, reach.low.x), std::min(seen.low.y, reach.low.y)},
                    {std::max(seen.high.x, reach.high.x), std::max(seen.high.y, reach.high.y)}};
    if (isCircuit()) return;
    if (!(reach.width() > 0.0) || whole == seen) {
        // More ground below than the screen shows: the camera rises when cards cover what a break is about.
        metrics.height = std::ceil((1.0 + ground_below) * screen.height);
        metrics.insets.bottom += metrics.height - screen.height;
        return;
    }
    const ViewFrame far = ViewFrame::fit(whole, screen);
    if (far.pixelsPerMetre() > least_wide * near.pixelsPerMetre()) return;
    const double zoom = std::max(farthest, far.pixelsPerMetre() / near.pixelsPerMetre());
    all = far.zoomed(zoom * near.pixelsPerMetre() / far.pixelsPerMetre(), far.metresOf(Vec2{}), Vec2{});
    const Vec2 corner = near.pixelOf(all.metresOf(Vec2{}));
    const Vec2 origin{std::floor(corner.x), std::floor(corner.y)};
    metrics.width = std::ceil(screen.width / zoom) + 1.0;
    metrics.height = std::ceil(screen.height / zoom) + 1.0;
    metrics.insets.bottom = metrics.height + origin.y - (screen.height - screen.insets.bottom);
    frame = near.moved({-origin.x, -origin.y});
}

void WorldPainter::resize(const Metrics& metrics) {
    State& s = *state_;
    s.screen = metrics;
    s.keep();
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
    s.terrain.layOut(s.metrics, s.frame, s.unit);
    if (s.isCircuit()) s.scenery.keepRightOf(s.circuit.boardRight(s.frame, s.unit));
    s.scenery.layOut(s.metrics, s.screen.height, s.terrain, s.landUnit());
    s.background.invalidate();
    s.renewed.reset();
    s.nearer.invalidate();
    s.resting.reset();
    s.setting.reset();
    s.setting_as.reset();
}

const ViewFrame& WorldPainter::frame() const {
    return state_->frame;
}
const ViewFrame& WorldPainter::near() const {
    return state_->near;
}
const ViewFrame& WorldPainter::all() const {
    return state_->all;
}
const MemberPainter& WorldPainter::members() const {
    return state_->members;
}
const CircuitPainter& WorldPainter::circuit() const {
    return state_->circuit;
}
double WorldPainter::skyFrom() const {
    return state_->isCircuit() ? state_->circuit.boardRight(state_->frame, state_->unit) : 0.0;
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
    if (!state_->resting) state_->far_time += dt;
    state_->dt += dt;
}

gfx::Painted WorldPainter::prepare(gfx::Canvas& canvas, Haste haste, const std::optional<Resting>& resting,
                                   const std::optional<ViewFrame>& from) {
    return state_->prepare(canvas, haste, resting, from);
}

gfx::Affine WorldPainter::cameraTransform(const ViewFrame& camera) const {
    return state_->cameraTransform(camera);
}

ViewFrame WorldPainter::within(const ViewFrame& camera) const {
    const gfx::Affine shown = cameraTransform(camera);
    const Metrics& kept = state_->metrics;
    const Metrics& screen = state_->screen;
    const double x = std::clamp<double>(shown.tx, std::min(0.0, screen.width - kept.width * shown.a), 0.0);
    const double y = std::clamp<double>(shown.ty, std::min(0.0, screen.height - kept.height * shown.a), 0.0);
    return camera.moved({x - shown.tx, y - shown.ty});
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
    const bool moved = camera != s.frame;
    const bool veiled = s.drawLand(canvas, camera, look.veil);
    if (moved) canvas.push(shown);
    const Brush world_brush = brush(canvas);
    const Brush land = s.landBrush(canvas);
    const Mood mood{look.worried, look.celebrating};
    if (s.isCircuit()) {
        // The board stands before the land: what moves there is drawn beside it only.
        const float edge = s.circuit.boardRight(s.frame, s.unit);
        canvas.pushClip(
            {edge, 0.0F, static_cast<float>(s.metrics.width) - edge, static_cast<float>(s.metrics.height)});
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
        if (!veiled) {
            s.drawMovingLand(canvas);
            if (moved) canvas.pop();
            s.drawVeil(canvas, camera, look.veil);
            if (moved) canvas.push(shown);
        }
        s.scenery.drawFish(land);
        if (!look.celebrating) s.scenery.drawOnlookers(land, mood);
        s.effects.drawBehind(world_brush, look.tick);
        const std::optional<ToldHalves> told = s.toldBreak(world_brush, snapshot, look);
        if (told) s.effects.drawGlow(world_brush, told->tip);
        const gfx::SpriteId dot = s.graphics.sprite("bridge/grid-dot");
        for (const world::GridPoint point : look.grid)
            canvas.sprite(dot, world_brush.at(point.metres()), s.unit);
        const VehiclePainter::Look travellers{look.worried, look.celebrating, std::nullopt, look.thrown};
        // A train drives between two trusses: before it one sees what the nearer one bears.
        const bool within = look.waiting || s.ridesWithin(snapshot);
        if (within) s.drawVehicles(world_brush, snapshot, travellers);
        s.drawMembers(world_brush, snapshot, look);
        s.drawJoints(world_brush, snapshot, look);
        s.drawDebris(world_brush, snapshot, look, true);
        // What bent lies under what stands on it; everything else is told before it.
        const bool borne = told && told->member.cause == ReasonId::Bent;
        if (borne) s.drawTold(world_brush, *told, look);
        if (!within) s.drawVehicles(world_brush, snapshot, travellers);
        s.scenery.drawFlag(land, mood);
        // They dance before what has arrived.
        if (look.celebrating) s.scenery.drawOnlookers(land, mood);
        s.drawDebris(world_brush, snapshot, look, false);
        s.terrain.drawSurface(world_brush);
        s.scenery.drawReeds(land);
        if (told && !borne) s.drawTold(world_brush, *told, look);
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
    if (s.background.ready()) {
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
        const bool within = s.ridesWithin(snapshot);
        if (within) s.drawVehicles(world_brush, snapshot, VehiclePainter::Look{});
        s.drawMembers(world_brush, snapshot, look);
        s.drawJoints(world_brush, snapshot, look);
        if (!within) s.drawVehicles(world_brush, snapshot, VehiclePainter::Look{});
    }
    canvas.pop();
    canvas.popClip();
}

}  // namespace vonk::view
