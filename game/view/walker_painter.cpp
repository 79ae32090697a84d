#include "game/view/walker_painter.h"

#include <algorithm>
#include <cmath>

#include "game/world/vehicles.h"

namespace vonk::view {

namespace {

constexpr float sheep_length = 98.0F;  // kit px of the sheep's picture
constexpr float sheep_feet = 2.5F;  // kit px that it stands deeper than its shadow: on the road, not over it
constexpr gfx::Point sheep_head{-42.0F, -63.0F};                // of the picture, which looks left
constexpr std::array sheep_legs{-24.5F, 14.0F, -12.3F, 24.5F};  // kit px; two beside each other step together
constexpr float sheep_hip = 31.0F;
constexpr float sheep_draught = 46.0F;  // kit px of it that lie under water when it swims
constexpr double sheep_swing = 0.42;    // rad
constexpr double leg_turn = 0.46;  // rad, of a person's leg; one turn of both is 2π of this times its length
constexpr double slowest_step = 0.05;  // m/s
constexpr double upright = 0.3;        // rad
constexpr double drops = 1.6;          // m/s downwards: who falls faster waves
constexpr double jumps = 0.35;         // m/s upwards or downwards of who goes nowhere
constexpr double high_leap = 0.09;     // m, with the arms all up
constexpr double deep_crouch = 0.12;   // m
constexpr double hop_rate = 1.6;       // Hz
constexpr float hop_height = 12.0F;    // kit px
constexpr double bob_rate = 0.6;       // Hz, in the water
constexpr double bob_height = 0.05;    // of its height
constexpr double bob_angle = 0.06;     // rad
constexpr float ring_width = 0.95F;    // of the figure's own scale
constexpr float chest = 0.62F;         // of the height, where the ring lies

bool isChild(const world::BodyView& body) {
    return body.vehicle == "child";
}

double standsBelow(const world::BodyView& body) {
    const world::VehicleRow* row = world::findVehicle(body.vehicle);
    return 0.5 * body.size.y + (row ? row->clearance + row->wheel_radius : 0.0);
}

}  // namespace

gfx::SpriteStyle wetStyle(bool wet, float scale) {
    gfx::SpriteStyle look = gfx::SpriteStyle::scaled(scale);
    look.snap = false;
    if (wet) {
        look.haze = 0.42F;
        look.hazeColour = gfx::hex(0x2B86C4);
        look.alpha = 0.92F;
    }
    return look;
}

PeoplePainter::Tone wetTone(bool wet) {
    if (!wet) return {};
    const gfx::SpriteStyle look = wetStyle(true, 1.0F);
    return {look.haze, look.hazeColour, look.alpha};
}

float gladHop(const Brush& brush, bool celebrating, std::uint32_t who) {
    if (!celebrating || brush.still) return 0.0F;
    return brush.unit * hop_height *
           static_cast<float>(std::fabs(std::sin(0.5 * two_pi * hop_rate * brush.time + 0.8 * who)));
}

WalkerPainter::WalkerPainter(const gfx::Graphics& graphics) : people_(graphics) {
    wool_ = graphics.sprite("animals/sheep-wool");
    head_ = graphics.sprite("animals/sheep-head");
    leg_ = graphics.sprite("animals/sheep-leg");
    shadow_ = graphics.sprite("people/shadow");
}

void WalkerPainter::draw(const Brush& brush, const world::BodyView& body, const Look& look) const {
    const bool animal = body.vehicle == "sheep";
    const double below = standsBelow(body);
    world::BodyView shown = body;
    if (body.in_water && !brush.still) {
        const double beat = two_pi * bob_rate * brush.time + 1.7 * body.variant;
        shown.pose.position.y += bob_height * body.size.y * std::sin(beat);
        shown.pose.angle += bob_angle * std::sin(beat + 1.0);
    }
    const double c = std::cos(shown.pose.angle);
    const double s = std::sin(shown.pose.angle);
    Place place;
    place.feet = brush.at(shown.pose.position + Vec2{s * below, -c * below});
    place.angle = static_cast<float>(-shown.pose.angle);
    place.scale = animal ? brush.px(body.size.x) / sheep_length
                         : brush.px(below + 0.5 * body.size.y) /
                               PeoplePainter::tall(isChild(body) ? Age::Child : Age::Adult);
    // Wool floats.
    if (animal && body.in_water && look.water)
        place.feet.y = std::min(place.feet.y, *look.water + sheep_draught * place.scale);
    cutByWater(brush, body.in_water, look.water, [&](bool wet) {
        if (animal) {
            Place hopping = place;
            hopping.feet.y -= gladHop(brush, look.celebrating, body.variant);
            sheep(brush, shown, hopping, wet);
        } else {
            world::BodyView half = shown;
            half.in_water = wet;
            person(brush, half, place, look);
        }
    });
}

void WalkerPainter::sheep(const Brush& brush, const world::BodyView& body, const Place& place,
                          bool wet) const {
    const bool walks = std::fabs(body.velocity.x) > slowest_step && std::fabs(body.pose.angle) < upright;
    // Opposite legs step together; the feet go back as fast as the sheep goes forward.
    const double reach = sheep_hip * place.scale / std::max(1.0F, brush.px(1.0));  // m
    const double phase = body.pose.position.x / (sheep_swing * reach);
    const double swing = walks ? sheep_swing : body.in_water && !brush.still ? 0.3 : 0.0;
    const double beat = walks ? phase : two_pi * 0.9 * brush.time + body.variant;
    gfx::SpriteStyle style = wetStyle(wet, 1.0F);
    const auto rise = static_cast<float>(walks ? 2.2 * std::fabs(std::sin(beat)) : 0.0);
    brush.canvas.push(gfx::Affine::translation(place.feet.x, place.feet.y + sheep_feet * place.scale) *
                      gfx::Affine::rotation(place.angle) *
                      gfx::Affine::scaling(-place.scale, place.scale));  // looks where it goes, to the right
    if (!wet && std::fabs(place.angle) < upright) {
        gfx::SpriteStyle under = style;
        under.scaleX = 1.5F;
        brush.canvas.sprite(shadow_, {4.0F, 0.0F}, under);
    }
    for (std::size_t k = 0; k < sheep_legs.size(); ++k) {
        gfx::SpriteStyle leg = style;
        leg.angle = static_cast<float>(swing * std::sin(beat + (k < 2 ? 0.0 : 0.5 * two_pi)));
        brush.canvas.sprite(leg_, {sheep_legs[k], -sheep_hip - rise}, leg);
    }
    style.angle = static_cast<float>(walks ? 0.03 * std::sin(2.0 * beat) : 0.0);
    brush.canvas.sprite(wool_, {0.0F, -rise}, style);
    style.angle = static_cast<float>(walks ? 0.07 * std::sin(2.0 * beat + 0.8) : 0.0);
    brush.canvas.sprite(head_, sheep_head - gfx::Point{0.0F, 1.4F * rise}, style);
    brush.canvas.pop();
}

void WalkerPainter::person(const Brush& brush, const world::BodyView& body, const Place& place,
                           const Look& look) const {
    const Age age = isChild(body) ? Age::Child : Age::Adult;
    const float tall = PeoplePainter::tall(age);
    const double time = brush.still ? 0.0 : brush.time;
    const bool swims = look.water && place.feet.y > *look.water + 0.35F * tall * place.scale;
    const double metre = std::max(1.0F, brush.px(1.0));
    Stance stance;
    float hop = 0.0F;
    float tilt = 0.0F;
    if (swims) {
        stance = swimming(time, body.variant);
    } else if (body.velocity.y < -drops) {
        stance = falling(time, body.variant);
    } else if (look.celebrating) {
        hop = gladHop(brush, true, body.variant);
        stance = jumping(hop / std::max(1.0F, brush.kit(hop_height)));
    } else if (look.thrown) {
        stance = stumbling(time, body.variant);
        tilt = stumble(time, body.variant);
        hop = body.leap > 0.0 ? (seen_leap - 1.0F) * brush.px(body.leap) : 0.0F;
    } else if (body.leap != 0.0) {
        if (body.leap > 0.0) hop = (seen_leap - 1.0F) * brush.px(body.leap);
        stance = body.leap > 0.0 ? jumping(body.leap / high_leap) : crouching(-body.leap / deep_crouch);
    } else if (std::fabs(body.velocity.x) > slowest_step) {
        const double reach = PeoplePainter::legs(age) * place.scale / metre;  // m
        stance = walking(body.pose.position.x / (leg_turn * reach) + 1.7 * body.variant);
    } else if (std::fabs(body.velocity.y) > jumps) {
        stance = jumping(1.0);
    } else {
        stance = standing(time, body.variant);
    }
    stance.scared = stance.scared || look.scared;
    const bool dry = !body.in_water;
    if (dry && !swims && body.velocity.y > -drops && std::fabs(place.angle) < upright)
        people_.shadow(brush.canvas, place.feet + gfx::Point{0.0F, brush.px(std::max(0.0, body.leap))},
                       place.scale);
    const gfx::Point middle{place.feet.x, swims ? *look.water : place.feet.y};
    // In its ring it floats with the chest at the surface.
    const float sink = swims ? *look.water + chest * tall * place.scale - place.feet.y : 0.0F;
    if (swims && dry) people_.ring(brush.canvas, middle, ring_width * place.scale, place.angle, false);
    brush.canvas.push(gfx::Affine::translation(place.feet.x, place.feet.y - hop + std::min(0.0F, sink)) *
                      gfx::Affine::rotation(place.angle + tilt) * gfx::Affine::scaling(place.scale));
    people_.figure(brush.canvas, age, body.variant, stance, wetTone(body.in_water));
    brush.canvas.pop();
    if (swims) people_.ring(brush.canvas, middle, ring_width * place.scale, place.angle, true);
}

}  // namespace vonk::view
