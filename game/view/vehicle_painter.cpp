#include "game/view/vehicle_painter.h"

#include <algorithm>
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
constexpr float sheep_length = 98.0F;   // kit px of animals/sheep-standing
constexpr float sheep_feet = 2.5F;   // kit px that it stands deeper than its shadow: on the road, not over it
constexpr double bob_rate = 0.6;     // Hz, in the water
constexpr double bob_height = 0.06;  // of its height
constexpr double bob_angle = 0.06;   // rad
constexpr double hop_rate = 1.6;     // Hz
constexpr float hop_height = 12.0F;  // kit px

bool sameVehicle(const world::BodyView& a, const world::BodyView& b) {
    return a.vehicle == b.vehicle && a.variant == b.variant;
}

float hop(const Brush& brush, bool celebrating) {
    if (!celebrating || brush.still) return 0.0F;
    return brush.unit * hop_height *
           static_cast<float>(std::fabs(std::sin(0.5 * two_pi * hop_rate * brush.time)));
}

}  // namespace

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
            world::BodyView body;
            body.kind = row->walks ? world::BodyKind::Walker : world::BodyKind::Chassis;
            body.vehicle = row->key;
            body.variant = count;
            body.size = row->size;
            const double height = row->wheel_radius + row->clearance + 0.5 * row->size.y;
            for (std::size_t coach = 0; coach < world::coachCount(*row); ++coach) {
                const double first = front - row->axles[coach * row->axles_per_coach].behind;
                body.id = BodyId{static_cast<std::uint32_t>(bodies.size()) + 1};
                body.coach = static_cast<std::uint32_t>(coach);
                body.pose.position = {first + row->ahead - 0.5 * row->size.x, level.scene.road + height};
                bodies.push_back(body);
            }
            for (std::size_t axle = 0; axle < row->axles.size() && !row->walks; ++axle) {
                world::BodyView wheel = body;
                wheel.id = BodyId{static_cast<std::uint32_t>(bodies.size()) + 1};
                wheel.kind = world::BodyKind::Wheel;
                wheel.coach =
                    static_cast<std::uint32_t>(row->axles_per_coach != 0 ? axle / row->axles_per_coach : 0);
                wheel.size = {2.0 * row->wheel_radius, 2.0 * row->wheel_radius};
                wheel.pose.position = {front - row->axles[axle].behind, level.scene.road + row->wheel_radius};
                bodies.push_back(wheel);
            }
            front -= row->axles.back().behind + item.gap;
        }
    }
    return bodies;
}

VehiclePainter::VehiclePainter(const gfx::Graphics& graphics) {
    back_ = graphics.sprite("vehicles/truck-back");
    front_ = graphics.sprite("vehicles/truck-front");
    shadow_ = graphics.sprite("vehicles/truck-shadow");
    wheel_ = graphics.sprite("vehicles/truck-wheel");
    cheese_ = graphics.sprite("vehicles/cheese-wheel");
    label_ = graphics.sprite("vehicles/label-kaas-cheese");
    driver_ = graphics.sprite("people/driver");
    scared_ = graphics.sprite("people/driver-scared");
    puff_ = graphics.sprite("vehicles/exhaust-puff");
    sheep_ = graphics.sprite("animals/sheep-standing");
}

// Under water things look bluer and less solid.
gfx::SpriteStyle VehiclePainter::style(const world::BodyView& body, float scale) const {
    gfx::SpriteStyle look = gfx::SpriteStyle::scaled(scale);
    look.snap = false;
    if (body.in_water) {
        look.haze = 0.42F;
        look.hazeColour = gfx::hex(0x2B86C4);
        look.alpha = 0.92F;
    }
    return look;
}

void VehiclePainter::draw(const Brush& brush, std::span<const world::BodyView> bodies,
                          const Look& look) const {
    for (const world::BodyView& body : bodies) {
        if (body.kind == world::BodyKind::Walker) {
            swimming(brush, body, look, [&](const world::BodyView& shown) {
                shown.vehicle == "sheep" ? walker(brush, shown, bodies, look) : person(brush, shown, look);
            });
        }
        if (body.kind != world::BodyKind::Chassis) continue;
        if (body.vehicle == "cheese-truck") {
            truck(brush, body, bodies, look);
        } else {
            plain(brush, body);
            for (const world::BodyView& other : bodies)
                if (other.kind == world::BodyKind::Wheel && sameVehicle(other, body) &&
                    other.coach == body.coach)
                    wheel(brush, other, 0.0F);
        }
    }
    // Cargo that is no truck's any more, or never was.
    for (const world::BodyView& body : bodies) {
        if (body.kind != world::BodyKind::Cargo) continue;
        const bool owned = std::any_of(bodies.begin(), bodies.end(), [&](const world::BodyView& other) {
            return other.kind == world::BodyKind::Chassis && other.vehicle == "cheese-truck" &&
                   sameVehicle(other, body);
        });
        if (!owned) swimming(brush, body, look, [&](const world::BodyView& shown) { cheese(brush, shown); });
    }
}

void VehiclePainter::truck(const Brush& brush, const world::BodyView& chassis,
                           std::span<const world::BodyView> bodies, const Look& look) const {
    const float scale = brush.px(chassis.size.x) / truck_length;
    const auto angle = static_cast<float>(-chassis.pose.angle);
    const float lift = hop(brush, look.celebrating);
    const gfx::Affine turn = gfx::Affine::rotation(angle);
    const gfx::Point middle = brush.at(chassis.pose.position) - gfx::Point{0.0F, lift};
    const gfx::Point root = middle + turn(gfx::Point{truck_before * scale, truck_below * scale});
    const bool upright = std::fabs(chassis.pose.angle) < 0.3 && !chassis.in_water;

    gfx::SpriteStyle sprite = style(chassis, scale);
    sprite.angle = angle;
    if (upright && !look.scared) {
        gfx::SpriteStyle under = sprite;
        under.alpha = 0.8F * std::max(0.2F, 1.0F - lift / (3.0F * brush.kit(hop_height)));
        brush.canvas.sprite(shadow_, root + gfx::Point{0.0F, lift}, under);
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
    const auto onBed = [&](const world::BodyView& cargo) {
        const Vec2 away = cargo.pose.position - chassis.pose.position;
        const double c = std::cos(chassis.pose.angle);
        const double s = std::sin(chassis.pose.angle);
        const Vec2 local{c * away.x + s * away.y, -s * away.x + c * away.y};
        return local.x > -0.62 * chassis.size.x && local.x < 0.30 * chassis.size.x &&
               local.y > -0.4 * chassis.size.y;
    };
    const auto isMine = [&](const world::BodyView& body, world::BodyKind kind) {
        return body.kind == kind && sameVehicle(body, chassis);
    };
    for (const world::BodyView& body : bodies) {
        if (!isMine(body, world::BodyKind::Cargo) || !onBed(body)) continue;
        world::BodyView raised = body;
        raised.pose.position.y += lift / brush.frame.pixelsPerMetre();
        cheese(brush, raised);
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
        if (isMine(body, world::BodyKind::Wheel)) wheel(brush, body, lift);
    }
    for (const world::BodyView& body : bodies) {
        if (isMine(body, world::BodyKind::Cargo) && !onBed(body))
            swimming(brush, body, look, [&](const world::BodyView& shown) { cheese(brush, shown); });
    }
}

void VehiclePainter::walker(const Brush& brush, const world::BodyView& body,
                            std::span<const world::BodyView> bodies, const Look& look) const {
    const float scale = brush.px(body.size.x) / sheep_length;
    double foot = 0.33 * body.size.y;
    for (const world::BodyView& other : bodies) {
        if (other.kind == world::BodyKind::Wheel && sameVehicle(other, body)) foot = 0.5 * other.size.y;
    }
    const double below = 0.5 * body.size.y + foot;
    const double c = std::cos(body.pose.angle);
    const double s = std::sin(body.pose.angle);
    const Vec2 feet = body.pose.position + Vec2{s * below, -c * below};
    // Steps: the body rocks as far as it has walked, not as time goes.
    const double step = two_pi * body.pose.position.x / (0.45 * body.size.x);
    const bool walks = std::fabs(body.velocity.x) > 0.05 && std::fabs(body.pose.angle) < 0.3;
    gfx::SpriteStyle sprite = style(body, scale);
    sprite.scaleX = -scale;  // looks where it goes, to the right
    sprite.angle = static_cast<float>(-body.pose.angle + (walks ? 0.045 * std::sin(step) : 0.0));
    const float rise = walks ? 2.0F * scale * static_cast<float>(std::fabs(std::sin(0.5 * step))) : 0.0F;
    brush.canvas.sprite(
        sheep_, brush.at(feet) - gfx::Point{0.0F, rise - sheep_feet * scale + hop(brush, look.celebrating)},
        sprite);
}

// A person, plain: legs that stride as far as it has walked, a trunk and a head.
void VehiclePainter::person(const Brush& brush, const world::BodyView& body, const Look& look) const {
    const world::VehicleRow* row = world::findVehicle(body.vehicle);
    const double below = 0.5 * body.size.y + (row ? row->clearance + row->wheel_radius : 0.0);
    const float tall = brush.px(0.5 * body.size.y + below);
    const gfx::Point at = brush.at(body.pose.position);
    brush.canvas.push(gfx::Affine::translation(at.x, at.y - hop(brush, look.celebrating)) *
                      gfx::Affine::rotation(static_cast<float>(-body.pose.angle)));
    const float feet = brush.px(below);
    const float hip = feet - 0.45F * tall;
    const float top = feet - tall;
    const bool walks = std::fabs(body.velocity.x) > 0.05 && std::fabs(body.pose.angle) < 0.3;
    const auto stride = static_cast<float>(
        walks ? 0.16 * std::sin(two_pi * body.pose.position.x / (0.8 * (0.5 * body.size.y + below))) : 0.05);
    const gfx::Color dark = gfx::hex(0x274156);
    brush.canvas.line({0.0F, hip}, {stride * tall, feet}, 0.1F * tall, dark);
    brush.canvas.line({0.0F, hip}, {-stride * tall, feet}, 0.1F * tall, dark);
    brush.canvas.roundedRect({-0.12F * tall, top + 0.2F * tall, 0.24F * tall, 0.38F * tall}, 0.1F * tall,
                             gfx::hex(0xFF9A4A), gfx::hex(0xD95A08));
    brush.canvas.circle({0.0F, top + 0.11F * tall}, 0.11F * tall, gfx::hex(0xE0A878));
    brush.canvas.pop();
}

// What swims bobs, dry above the water's surface and blue below it.
void VehiclePainter::swimming(const Brush& brush, const world::BodyView& body, const Look& look,
                              const std::function<void(const world::BodyView&)>& paint) const {
    if (!body.in_water || !look.water) {
        paint(body);
        return;
    }
    world::BodyView shown = body;
    if (!brush.still) {
        const double beat = two_pi * bob_rate * brush.time + 1.7 * body.variant;
        shown.pose.position.y += bob_height * body.size.y * std::sin(beat);
        shown.pose.angle += bob_angle * std::sin(beat + 1.0);
    }
    const float far = 1e5F;
    const float surface = *look.water;
    brush.canvas.pushClip({-far, -far, 2.0F * far, far + surface});
    shown.in_water = false;
    paint(shown);
    brush.canvas.popClip();
    brush.canvas.pushClip({-far, surface, 2.0F * far, far});
    shown.in_water = true;
    paint(shown);
    brush.canvas.popClip();
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

void VehiclePainter::cheese(const Brush& brush, const world::BodyView& body) const {
    const float scale = brush.px(0.5 * body.size.x) / cheese_radius;
    gfx::SpriteStyle sprite = style(body, scale);
    sprite.angle = static_cast<float>(-body.pose.angle);
    brush.canvas.sprite(cheese_, brush.at(body.pose.position), sprite);
}

void VehiclePainter::wheel(const Brush& brush, const world::BodyView& body, float lift) const {
    const float scale = brush.px(0.5 * body.size.x) / wheel_radius;
    gfx::SpriteStyle sprite = style(body, scale);
    sprite.angle = static_cast<float>(-body.pose.angle);
    brush.canvas.sprite(wheel_, brush.at(body.pose.position) - gfx::Point{0.0F, lift}, sprite);
}

}  // namespace vonk::view
