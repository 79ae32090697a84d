#include "game/view/machine_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/view/walker_painter.h"
#include "game/world/vehicles.h"

namespace vonk::view {

namespace {

using gfx::Point;

// Kit px of the pictures.
constexpr float bike_base = 116.0F;  // from wheel to wheel
constexpr float bike_radius = 38.5F;
constexpr Point pedals{-10.0F, -34.0F};
constexpr float crank_length = 16.0F;
constexpr float gear = 2.2F;  // turns of the wheel to one of the pedals
constexpr Point saddle{-20.0F, -92.0F};
constexpr Point handle{25.0F, -107.0F};
constexpr Point carrier{-64.0F, -81.0F};
constexpr Point bars{60.0F, -84.0F};
constexpr float rider_size = 0.97F;
constexpr float passenger_size = 0.56F;
constexpr float car_length = 336.0F;
constexpr float car_radius = 24.8F;
constexpr Point driver{27.0F, -94.0F};
constexpr Point back_seat{-58.0F, -93.0F};
constexpr float seat_head = 0.46F;
constexpr Point roof{-30.0F, -119.0F};
constexpr float coach_length = 470.0F;
constexpr float train_radius = 17.5F;
constexpr float bogie_axles = 60.0F;
constexpr float buffers = 44.0F;  // above the rail
constexpr float coach_roof = 143.0F;
constexpr float upright = 0.3F;  // rad

constexpr std::array bike_paint{0x1F7FBFU, 0xD8433BU, 0x2FA39AU, 0x31404FU, 0xF2A32AU};
constexpr std::array car_paint{0x3FB8B0U, 0xF2CF4AU, 0xE35D50U, 0x6FAE4EU, 0x8FB4D9U};

gfx::SpriteStyle tinted(gfx::SpriteStyle style, std::uint32_t colour) {
    style.multiply = gfx::hex(colour);
    return style;
}

float turned(float clockwise, const world::BodyView& wheel) {
    return static_cast<float>(-wheel.pose.angle) - clockwise;
}

}  // namespace

MachinePainter::MachinePainter(const gfx::Graphics& graphics, const PeoplePainter& people) : people_(people) {
    bike_wheel_ = graphics.sprite("vehicles/bike-wheel");
    bike_frame_ = graphics.sprite("vehicles/bike-frame");
    bike_trim_ = graphics.sprite("vehicles/bike-trim");
    basket_ = graphics.sprite("vehicles/bike-basket");
    crate_ = graphics.sprite("vehicles/bike-crate");
    crank_ = graphics.sprite("vehicles/bike-crank");
    far_crank_ = graphics.sprite("vehicles/bike-crank-far");
    bike_shadow_ = graphics.sprite("vehicles/bike-shadow");
    car_body_ = graphics.sprite("vehicles/car-body");
    car_inside_ = graphics.sprite("vehicles/car-glass-behind");
    car_glass_ = graphics.sprite("vehicles/car-glass");
    car_trim_ = graphics.sprite("vehicles/car-trim");
    car_wheel_ = graphics.sprite("vehicles/car-wheel");
    car_shadow_ = graphics.sprite("vehicles/car-shadow");
    roof_box_ = graphics.sprite("vehicles/car-roof-box");
    nose_ = graphics.sprite("vehicles/train-nose");
    coach_ = graphics.sprite("vehicles/train-coach");
    bogie_ = graphics.sprite("vehicles/train-bogie");
    train_wheel_ = graphics.sprite("vehicles/train-wheel");
    coupling_ = graphics.sprite("vehicles/train-coupling");
    pantograph_ = graphics.sprite("vehicles/train-pantograph");
}

void MachinePainter::wheel(const Brush& brush, const world::BodyView& body, gfx::SpriteId sprite,
                           float kit_radius, const Look& look) const {
    gfx::SpriteStyle style = wetStyle(look.wet, brush.px(0.5 * body.size.x) / kit_radius);
    style.angle = static_cast<float>(-body.pose.angle);
    brush.canvas.sprite(sprite, brush.at(body.pose.position) - Point{0.0F, look.lift}, style);
}

void MachinePainter::bike(const Brush& brush, Bodies wheels, const Look& look) const {
    if (wheels.size() < 2) return;
    gfx::Canvas& canvas = brush.canvas;
    const world::BodyView &front = *wheels.front(), &back = *wheels.back();
    const Point ahead = brush.at(front.pose.position), behind = brush.at(back.pose.position);
    const Point along = ahead - behind;
    const float scale = gfx::length(along) / bike_base;
    if (!(scale > 0.0F)) return;
    const float angle = std::atan2(along.y, along.x);
    const Point down = gfx::perpendicular(along) * (bike_radius * scale / gfx::length(along));
    const Point root = gfx::mix(behind, ahead, 0.5F) + down - Point{0.0F, look.lift};
    const std::uint32_t who = back.variant;
    const PeoplePainter::Tone tone = wetTone(look.wet);
    const gfx::SpriteStyle style = wetStyle(look.wet, 1.0F);

    canvas.push(gfx::Affine::translation(root.x, root.y) * gfx::Affine::rotation(angle) *
                gfx::Affine::scaling(scale));
    if (std::fabs(angle) < upright && !look.wet && !look.scared)
        canvas.sprite(bike_shadow_, {0.0F, look.lift / scale}, style);
    for (const auto& [at, body] : {std::pair{-bike_base / 2, &back}, std::pair{bike_base / 2, &front}}) {
        gfx::SpriteStyle turning = style;
        turning.angle = turned(angle, *body);
        canvas.sprite(bike_wheel_, {at, -bike_radius}, turning);
    }
    const float crank = turned(angle, back) / gear;
    const auto pedal = [&](float turn) {
        return pedals + Point{-std::sin(turn), std::cos(turn)} * crank_length;
    };
    const float half = 3.14159265F;
    const std::array<Point, 2> feet{pedal(crank + half) * (1.0F / rider_size),
                                    pedal(crank) * (1.0F / rider_size)};
    const auto pedalling = [&](gfx::SpriteId sprite, float turn) {
        gfx::SpriteStyle turning = style;
        turning.angle = turn;
        canvas.sprite(sprite, pedals, turning);
    };
    const auto rider = [&](bool near) {
        canvas.push(gfx::Affine::scaling(rider_size));
        people_.rider(canvas, who, saddle * (1.0F / rider_size), handle * (1.0F / rider_size), feet,
                      look.scared, tone, near);
        canvas.pop();
    };
    pedalling(far_crank_, crank + half);
    rider(false);
    canvas.sprite(bike_frame_, {}, tinted(style, bike_paint[who % bike_paint.size()]));
    canvas.sprite(bike_trim_, {}, style);
    if (who % 3 == 1) {
        // A child on the carrier.
        Stance sits;
        sits.near_leg = sits.far_leg = {1.2F, 1.3F};
        sits.near_arm = sits.far_arm = {0.9F, 0.4F};
        sits.scared = look.scared;
        canvas.push(gfx::Affine::translation(carrier.x, carrier.y + 19.0F) *
                    gfx::Affine::scaling(passenger_size));
        people_.figure(canvas, Age::Child, who + 3, sits, tone);
        canvas.pop();
    } else if (who % 3 == 0) {
        canvas.sprite(crate_, carrier, style);
    }
    if (who % 3 != 0) canvas.sprite(basket_, bars, style);
    pedalling(crank_, crank);
    rider(true);
    canvas.pop();
}

void MachinePainter::car(const Brush& brush, const world::BodyView& chassis, Bodies wheels,
                         const Look& look) const {
    gfx::Canvas& canvas = brush.canvas;
    const world::VehicleRow* row = world::findVehicle(chassis.vehicle);
    const double below = 0.5 * chassis.size.y + (row ? row->clearance + row->wheel_radius : 0.0);
    const float scale = brush.px(chassis.size.x) / car_length;
    const auto angle = static_cast<float>(-chassis.pose.angle);
    const Point root = brush.at(chassis.pose.position) +
                       gfx::Affine::rotation(angle)(Point{0.0F, brush.px(below)}) - Point{0.0F, look.lift};
    const std::uint32_t who = chassis.variant;
    const gfx::SpriteStyle style = wetStyle(look.wet, 1.0F);
    const PeoplePainter::Tone tone = wetTone(look.wet);

    canvas.push(gfx::Affine::translation(root.x, root.y) * gfx::Affine::rotation(angle) *
                gfx::Affine::scaling(scale));
    if (std::fabs(angle) < upright && !look.wet && !look.scared)
        canvas.sprite(car_shadow_, {0.0F, look.lift / scale}, style);
    canvas.sprite(car_body_, {}, tinted(style, car_paint[who % car_paint.size()]));
    canvas.sprite(car_inside_, {}, style);
    people_.head(canvas, Age::Child, who + 1, back_seat, seat_head, 0.0F, look.scared, tone);
    people_.head(canvas, Age::Adult, who + 3, driver, seat_head, 0.0F, look.scared, tone);
    canvas.sprite(car_glass_, {}, style);
    canvas.sprite(car_trim_, {}, style);
    if (who % 2 == 0) canvas.sprite(roof_box_, roof, style);
    canvas.pop();
    for (const world::BodyView* body : wheels) wheel(brush, *body, car_wheel_, car_radius, look);
}

void MachinePainter::train(const Brush& brush, Bodies coaches, Bodies wheels, const Look& look) const {
    gfx::Canvas& canvas = brush.canvas;
    std::vector<Coach> places;
    for (const world::BodyView* body : coaches) {
        const world::VehicleRow* row = world::findVehicle(body->vehicle);
        const double below = 0.5 * body->size.y + (row ? row->clearance + row->wheel_radius : 0.0);
        Coach coach;
        coach.angle = static_cast<float>(-body->pose.angle);
        coach.scale = brush.px(body->size.x) / coach_length;
        coach.rail = brush.at(body->pose.position) +
                     gfx::Affine::rotation(coach.angle)(Point{0.0F, brush.px(below)}) -
                     Point{0.0F, look.lift};
        places.push_back(coach);
    }
    const gfx::SpriteStyle plain = wetStyle(look.wet, 1.0F);
    const auto on = [&](const Coach& coach, Point at) {
        return coach.rail + gfx::Affine::rotation(coach.angle)(at * coach.scale);
    };
    // Between two coaches, as they lean.
    for (std::size_t k = 0; k + 1 < places.size(); ++k) {
        const Coach &before = places[k], &after = places[k + 1];
        const Point a = on(before, {-coach_length / 2, -buffers}),
                    b = on(after, {coach_length / 2, -buffers});
        gfx::SpriteStyle style = wetStyle(look.wet, before.scale);
        style.scaleX *= std::clamp(gfx::length(a - b) / (14.0F * before.scale), 1.0F, 2.4F);
        style.angle = 0.5F * (before.angle + after.angle);
        canvas.sprite(coupling_, gfx::mix(a, b, 0.5F), style);
    }
    for (const world::BodyView* body : wheels) wheel(brush, *body, train_wheel_, train_radius, look);
    for (std::size_t k = 0; k < places.size(); ++k) {
        const Coach& coach = places[k];
        const bool first = k == 0, last = k + 1 == places.size();
        canvas.push(gfx::Affine::translation(coach.rail.x, coach.rail.y) *
                    gfx::Affine::rotation(coach.angle) * gfx::Affine::scaling(coach.scale));
        gfx::SpriteStyle style = plain;
        if (last && !first) style.scaleX = -1.0F;
        if (!first && !last) canvas.sprite(pantograph_, {0.0F, -coach_roof}, plain);
        canvas.sprite(first || last ? nose_ : coach_, {}, style);
        canvas.pop();
    }
    // The frames of the bogies, over the wheels: two axles each.
    for (std::size_t k = 0; k + 1 < wheels.size(); k += 2) {
        const world::BodyView &ahead = *wheels[k], &behind = *wheels[k + 1];
        const Point a = brush.at(ahead.pose.position), b = brush.at(behind.pose.position);
        const float apart = gfx::length(a - b);
        const float scale = brush.px(0.5 * ahead.size.x) / train_radius;
        if (!(apart > 0.0F) || apart > 2.0F * bogie_axles * scale) continue;
        gfx::SpriteStyle style = wetStyle(look.wet, scale);
        style.scaleX = apart / bogie_axles;
        style.angle = std::atan2(a.y - b.y, a.x - b.x);
        const Point below = gfx::perpendicular(a - b) * (train_radius * scale / apart);
        canvas.sprite(bogie_, gfx::mix(a, b, 0.5F) + below - Point{0.0F, look.lift}, style);
    }
}

}  // namespace vonk::view
