#include "game/view/vehicle_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/world/vehicles.h"

namespace vonk::view {

namespace {

// The truck's picture: kit px of its body's length, and where its pivot (on the road, between the axles) lies
// from the middle of the body, before and below.
constexpr float truck_length = 272.0F;
constexpr float truck_before = 1.7F;
constexpr float truck_below = 68.0F;
constexpr float wheel_radius = 23.5F;   // kit px of vehicles/truck-wheel
constexpr float cheese_radius = 20.7F;  // kit px of vehicles/cheese-wheel
constexpr float hop_height = 12.0F;     // kit px
constexpr double bob_rate = 0.6;        // Hz, in the water
constexpr double bob_height = 0.06;     // of its height
constexpr double bob_angle = 0.06;      // rad

// Whether a cheese lies on the bed of the truck, between its boards.
bool onBed(const world::BodyView& chassis, const world::BodyView& cargo) {
    const Vec2 away = cargo.pose.position - chassis.pose.position;
    const double c = std::cos(chassis.pose.angle);
    const double s = std::sin(chassis.pose.angle);
    const Vec2 local{c * away.x + s * away.y, -s * away.x + c * away.y};
    return local.x > -0.62 * chassis.size.x && local.x < 0.30 * chassis.size.x &&
           local.y > -0.4 * chassis.size.y;
}

bool sameVehicle(const world::BodyView& a, const world::BodyView& b) {
    return a.vehicle == b.vehicle && a.variant == b.variant;
}

}  // namespace

void addStanding(std::vector<world::BodyView>& bodies, const world::VehicleRow& row, Vec2 front,
                 std::uint32_t variant) {
    world::BodyView body;
    body.kind = row.walks ? world::BodyKind::Walker : world::BodyKind::Chassis;
    body.vehicle = row.key;
    body.variant = variant;
    body.size = row.size;
    const double height = row.wheel_radius + row.clearance + 0.5 * row.size.y;
    const auto number = [&] { return BodyId{static_cast<std::uint32_t>(bodies.size()) + 1}; };
    for (std::size_t coach = 0; coach < world::coachCount(row); ++coach) {
        const double first = front.x - row.axles[coach * row.axles_per_coach].behind;
        body.id = number();
        body.coach = static_cast<std::uint32_t>(coach);
        body.pose.position = {first + row.ahead - 0.5 * row.size.x, front.y + height};
        bodies.push_back(body);
    }
    for (std::size_t axle = 0; axle < row.axles.size() && !row.walks; ++axle) {
        world::BodyView wheel = body;
        wheel.id = number();
        wheel.kind = world::BodyKind::Wheel;
        wheel.coach = static_cast<std::uint32_t>(row.axles_per_coach != 0 ? axle / row.axles_per_coach : 0);
        wheel.size = {2.0 * row.wheel_radius, 2.0 * row.wheel_radius};
        wheel.pose.position = {front.x - row.axles[axle].behind, front.y + row.wheel_radius};
        bodies.push_back(wheel);
    }
}

std::vector<world::BodyView> waitingTraffic(const level::Level& level) {
    constexpr double before_the_bridge = 1.0;  // m, as the world lets them start
    constexpr std::uint32_t most = 12;         // more are out of the picture
    std::vector<world::BodyView> bodies;
    double front = level.scene.left_bank - before_the_bridge;
    std::uint32_t count = 0;
    for (const level::Traffic& item : level.traffic) {
        const world::VehicleRow* row = world::findVehicle(item.vehicle);
        if (!row || row->axles.empty()) continue;
        for (std::uint32_t i = 0; i < item.count && count < most; ++i, ++count) {
            if (count == 0) front -= row->ahead;
            addStanding(bodies, *row, {front, level.scene.road}, count);
            front -= row->axles.back().behind + item.gap;
        }
    }
    return bodies;
}

VehiclePainter::VehiclePainter(const gfx::Graphics& graphics)
    : walkers_(graphics), machines_(graphics, walkers_.people()) {
    back_ = graphics.sprite("vehicles/truck-back");
    front_ = graphics.sprite("vehicles/truck-front");
    shadow_ = graphics.sprite("vehicles/truck-shadow");
    wheel_ = graphics.sprite("vehicles/truck-wheel");
    cheese_ = graphics.sprite("vehicles/cheese-wheel");
    driver_ = graphics.sprite("people/driver");
    scared_ = graphics.sprite("people/driver-scared");
    puff_ = graphics.sprite("vehicles/exhaust-puff");
}

bool VehiclePainter::knows(std::string_view vehicle) {
    constexpr std::array<std::string_view, 7> known{"cheese-truck", "sheep", "child", "adult",
                                                    "bike",         "car",   "train"};
    return std::find(known.begin(), known.end(), vehicle) != known.end();
}

void VehiclePainter::draw(const Brush& brush, std::span<const world::BodyView> bodies,
                          const Look& look) const {
    for (const world::BodyView& body : bodies) {
        if (body.kind == world::BodyKind::Walker)
            walkers_.draw(brush, body, {look.scared, look.celebrating, look.water, look.thrown});
        // The first of a train stands for all of it.
        if (body.kind != world::BodyKind::Chassis || body.coach != 0) continue;
        const float lift = gladHop(brush, look.celebrating);
        cutByWater(brush, body.in_water, look.water, [&](bool wet) {
            vehicle(brush, body, bodies, {wet, look.scared, lift});
        });
    }
    // Cargo that is no truck's any more, or never was, and what fell off one.
    for (const world::BodyView& body : bodies) {
        if (body.kind == world::BodyKind::Cargo && !carrier(body, bodies)) floating(brush, body, look);
    }
}

const world::BodyView* VehiclePainter::carrier(const world::BodyView& cargo,
                                               std::span<const world::BodyView> bodies) {
    for (const world::BodyView& body : bodies)
        if (body.kind == world::BodyKind::Chassis && sameVehicle(body, cargo) && onBed(body, cargo))
            return &body;
    return nullptr;
}

void VehiclePainter::vehicle(const Brush& brush, const world::BodyView& body,
                             std::span<const world::BodyView> bodies,
                             const MachinePainter::Look& look) const {
    std::vector<const world::BodyView*> wheels, coaches;
    for (const world::BodyView& other : bodies) {
        if (!sameVehicle(other, body)) continue;
        if (other.kind == world::BodyKind::Wheel) wheels.push_back(&other);
        if (other.kind == world::BodyKind::Chassis) coaches.push_back(&other);
    }
    if (body.vehicle == "cheese-truck") return truck(brush, body, bodies, look);
    if (body.vehicle == "bike") return machines_.bike(brush, wheels, look);
    if (body.vehicle == "car") return machines_.car(brush, body, wheels, look);
    if (body.vehicle == "train") return machines_.train(brush, coaches, wheels, look);
    for (const world::BodyView* coach : coaches) plain(brush, *coach);
    for (const world::BodyView* other : wheels) wheel(brush, *other, look);
}

void VehiclePainter::truck(const Brush& brush, const world::BodyView& chassis,
                           std::span<const world::BodyView> bodies, const MachinePainter::Look& look) const {
    const float scale = brush.px(chassis.size.x) / truck_length;
    const auto angle = static_cast<float>(-chassis.pose.angle);
    const gfx::Affine turn = gfx::Affine::rotation(angle);
    const gfx::Point middle = brush.at(chassis.pose.position) - gfx::Point{0.0F, look.lift};
    const gfx::Point root = middle + turn(gfx::Point{truck_before * scale, truck_below * scale});
    const bool upright = std::fabs(chassis.pose.angle) < 0.3 && !look.wet;

    gfx::SpriteStyle sprite = wetStyle(look.wet, scale);
    sprite.angle = angle;
    if (upright && !look.scared) {
        gfx::SpriteStyle under = sprite;
        under.alpha = 0.8F * std::max(0.2F, 1.0F - look.lift / (3.0F * brush.kit(hop_height)));
        brush.canvas.sprite(shadow_, root + gfx::Point{0.0F, look.lift}, under);
    }
    if (upright && !brush.still && length(chassis.velocity) > 0.05) {
        for (int k = 0; k < 3; ++k) {
            const double t = std::fmod(brush.time * 0.7 + k / 3.0, 1.0);
            gfx::SpriteStyle puff = gfx::SpriteStyle::scaled(scale * static_cast<float>(0.35 + 0.75 * t));
            puff.alpha = static_cast<float>(0.75 * (1.0 - t));
            puff.snap = false;
            const auto away = static_cast<float>(t);
            brush.canvas.sprite(
                puff_, root + gfx::Point{-138.0F - 42.0F * away, -30.0F - 34.0F * away} * scale, puff);
        }
    }
    brush.canvas.sprite(back_, root, sprite);
    // Cheeses that lie on the bed are seen behind its boards; the others fall in front of everything.
    const auto isMine = [&](const world::BodyView& body, world::BodyKind kind) {
        return body.kind == kind && sameVehicle(body, chassis);
    };
    for (const world::BodyView& body : bodies) {
        if (!isMine(body, world::BodyKind::Cargo) || !onBed(chassis, body)) continue;
        world::BodyView raised = body;
        raised.pose.position.y += look.lift / brush.frame.pixelsPerMetre();
        cheese(brush, raised, look.wet);
    }
    const bool loose = std::any_of(bodies.begin(), bodies.end(), [&](const world::BodyView& body) {
        return isMine(body, world::BodyKind::Cargo);
    });
    // As long as the load is tied down it is a part of the truck.
    if (const world::VehicleRow* row = world::findVehicle(chassis.vehicle); row && !loose) {
        gfx::SpriteStyle piece = sprite;
        for (std::size_t i = 0; i < row->cargo.size(); ++i) {
            const Vec2 place = row->cargo[i];
            piece.scaleX = piece.scaleY = brush.px(row->cargo_radius) / cheese_radius;
            piece.angle = angle + 0.3F * static_cast<float>(std::sin(2.4 * static_cast<double>(i)));
            brush.canvas.sprite(cheese_, root + turn(gfx::Point{brush.px(place.x), -brush.px(place.y)}),
                                piece);
        }
    }
    brush.canvas.sprite(front_, root, sprite);
    brush.canvas.sprite(look.scared || !upright ? scared_ : driver_, root, sprite);
    for (const world::BodyView& body : bodies) {
        if (isMine(body, world::BodyKind::Wheel)) wheel(brush, body, look);
    }
}

void VehiclePainter::plain(const Brush& brush, const world::BodyView& body) const {
    const gfx::Point at = brush.at(body.pose.position);
    brush.canvas.push(gfx::Affine::translation(at.x, at.y) *
                      gfx::Affine::rotation(static_cast<float>(-body.pose.angle)));
    const float w = brush.px(body.size.x);
    const float h = brush.px(body.size.y);
    brush.canvas.roundedRect({-w / 2.0F, -h / 2.0F, w, h}, 0.2F * h, gfx::hex(0xFF9A4A), gfx::hex(0xD95A08));
    brush.canvas.pop();
}

// What swims bobs, dry above the water's surface and blue below it.
void VehiclePainter::floating(const Brush& brush, const world::BodyView& body, const Look& look) const {
    world::BodyView shown = body;
    if (body.in_water && !brush.still) {
        const double beat = two_pi * bob_rate * brush.time + 1.7 * body.variant;
        shown.pose.position.y += bob_height * body.size.y * std::sin(beat);
        shown.pose.angle += bob_angle * std::sin(beat + 1.0);
    }
    cutByWater(brush, body.in_water, look.water, [&](bool wet) { cheese(brush, shown, wet); });
}

void VehiclePainter::cheese(const Brush& brush, const world::BodyView& body, bool wet) const {
    gfx::SpriteStyle sprite = wetStyle(wet, brush.px(0.5 * body.size.x) / cheese_radius);
    sprite.angle = static_cast<float>(-body.pose.angle);
    brush.canvas.sprite(cheese_, brush.at(body.pose.position), sprite);
}

void VehiclePainter::wheel(const Brush& brush, const world::BodyView& body,
                           const MachinePainter::Look& look) const {
    gfx::SpriteStyle sprite = wetStyle(look.wet, brush.px(0.5 * body.size.x) / wheel_radius);
    sprite.angle = static_cast<float>(-body.pose.angle);
    brush.canvas.sprite(wheel_, brush.at(body.pose.position) - gfx::Point{0.0F, look.lift}, sprite);
}

}  // namespace vonk::view
