#include "game/view/people_painter.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace vonk::view {

namespace {

using gfx::hex;
using gfx::Point;

enum Hair : std::uint8_t { Short, Tail, Bob, Curls, Braids, Bun, Long, Cap, Scarf, Thin, Grey };
constexpr std::array hair_names{"short", "tail", "bob",   "curls", "braids", "bun",
                                "long",  "cap",  "scarf", "thin",  "grey"};

struct Outfit {
    Hair hair;
    std::uint32_t hair_colour, skin, shirt, trousers;
    bool skirt = false;
    std::uint32_t pack = 0;  // colour of a bag; 0: none
    bool glasses = false;
};

constexpr std::array children{
    Outfit{Tail, 0xE0A33B, 0xF2C7A5, 0x3A93CF, 0x2F5580, false, 0xF2A32A},
    Outfit{Curls, 0x2A1D18, 0x8A5A3C, 0xFFC83D, 0x3E6F52},
    Outfit{Short, 0x5A3620, 0xEDBE98, 0x5BA84A, 0x55493F, false, 0xC8452F},
    Outfit{Scarf, 0xC774A0, 0xD9A578, 0x8E5BB5, 0x3D4F78},
    Outfit{Braids, 0x1F1714, 0x6E4630, 0xE8604A, 0x2F6FA8, true},
    Outfit{Short, 0xC8652E, 0xF7D5BA, 0x2FA39A, 0x2F5580, false, 0, true},
    Outfit{Bob, 0x1C1716, 0xE9C49A, 0xE9E3D2, 0xB5433A, true, 0x3A93CF},
    Outfit{Cap, 0xD8433B, 0xC08A5E, 0xF0933A, 0x3E4C5E},
};
constexpr std::array grownups{
    Outfit{Long, 0x6B3E22, 0xF2C7A5, 0xD8433B, 0x2F4A6B, false, 0x8A5A34},
    Outfit{Short, 0x1C1614, 0x7A4B32, 0x2F7FBF, 0x4A453F},
    Outfit{Grey, 0xD9D6D2, 0xF0C6A6, 0x5F8F58, 0x6A5A4A, false, 0, true},
    Outfit{Bun, 0x1F1714, 0xD9A578, 0x8E5BB5, 0x3A4560, true, 0xE9C46A},
    Outfit{Scarf, 0x2F8F8A, 0xC89468, 0xE6DCC4, 0x2F5F66},
    Outfit{Thin, 0x8A6A52, 0xF5D2B6, 0xF2A32A, 0x35506E, false, 0x7C5130, true},
    Outfit{Curls, 0x241A16, 0x8E5C3E, 0x34A27E, 0x2F3E58},
    Outfit{Cap, 0x24476B, 0xE8B48F, 0x6B7C8C, 0x4A3D33},
};

const Outfit& outfit(Age age, std::uint32_t who) {
    // Neighbours in the row differ in everything; the row repeats after eight.
    const std::size_t at = who * 5U % 8U;
    return age == Age::Child ? children[at] : grownups[at];
}

constexpr float shade = 0.20F;  // of limbs on the far side

}  // namespace

PeoplePainter::PeoplePainter(const gfx::Graphics& graphics) {
    for (const Age age : {Age::Child, Age::Adult}) {
        const std::string who = age == Age::Child ? "people/child-" : "people/adult-";
        Limbs& l = limbs_[static_cast<std::size_t>(age)];
        l.thigh = graphics.sprite(who + "thigh");
        l.shin = graphics.sprite(who + "shin");
        l.shoe = graphics.sprite(who + "shoe");
        l.upper_arm = graphics.sprite(who + "upper-arm");
        l.fore_arm = graphics.sprite(who + "fore-arm");
        l.hand = graphics.sprite(who + "hand");
        l.torso = graphics.sprite(who + "torso");
        l.skirt = graphics.sprite(age == Age::Child ? "people/child-skirt" : "people/adult-coat");
        l.pack = graphics.sprite(age == Age::Child ? "people/child-backpack" : "people/adult-bag");
    }
    for (std::size_t k = 0; k < hair_.size(); ++k)
        hair_[k] = graphics.sprite(std::string("people/hair-") + hair_names[k]);
    head_ = graphics.sprite("people/head");
    scared_ = graphics.sprite("people/head-scared");
    glasses_ = graphics.sprite("people/glasses");
    shadow_ = graphics.sprite("people/shadow");
    ring_back_ = graphics.sprite("people/swim-ring-back");
    ring_front_ = graphics.sprite("people/swim-ring-front");
}

const PeoplePainter::Body& PeoplePainter::body(Age age) {
    static constexpr Body child{50.0F, 45.0F, 71.0F, 25.0F, 25.0F, 20.0F, 17.0F};
    static constexpr Body adult{82.0F, 55.0F, 82.0F, 40.0F, 42.0F, 28.0F, 25.0F};
    return age == Age::Child ? child : adult;
}

float PeoplePainter::tall(Age age) {
    return body(age).hip + body(age).head + 28.0F;
}

float PeoplePainter::legs(Age age) {
    return body(age).hip;
}

void PeoplePainter::limb(gfx::Canvas& canvas, gfx::SpriteId sprite, Point at, float angle, gfx::Color tint,
                         const Tone& tone) const {
    gfx::SpriteStyle style;
    style.angle = -angle;  // forward is anticlockwise on the screen
    style.multiply = tint;
    style.haze = tone.haze;
    style.hazeColour = tone.haze_colour;
    style.alpha = tone.alpha;
    style.snap = false;
    canvas.sprite(sprite, at, style);
}

void PeoplePainter::leg(gfx::Canvas& canvas, Age age, std::uint32_t who, Point hip, float thigh, float shin,
                        bool far, const Tone& tone) const {
    const Limbs& l = limbs(age);
    const Outfit& wears = outfit(age, who);
    gfx::Color cloth = wears.skirt ? darker(hex(wears.skin), 0.06F) : hex(wears.trousers);
    gfx::Color shoes{};
    if (far) {
        cloth = darker(cloth, shade);
        shoes = darker(shoes, shade);
    }
    const Point knee = hip + Point{std::sin(thigh), std::cos(thigh)} * body(age).thigh;
    limb(canvas, l.shin, knee, shin, cloth, tone);
    limb(canvas, l.thigh, hip, thigh, cloth, tone);
    limb(canvas, l.shoe, knee, shin, shoes, tone);
}

void PeoplePainter::arm(gfx::Canvas& canvas, Age age, std::uint32_t who, Point shoulder, float upper,
                        float fore, bool far, const Tone& tone) const {
    const Limbs& l = limbs(age);
    const Outfit& wears = outfit(age, who);
    gfx::Color cloth = hex(wears.shirt);
    gfx::Color skin = hex(wears.skin);
    if (far) {
        cloth = darker(cloth, shade);
        skin = darker(skin, 0.5F * shade);
    }
    const Point elbow = shoulder + Point{std::sin(upper), std::cos(upper)} * body(age).upper_arm;
    limb(canvas, l.hand, elbow, fore, skin, tone);
    limb(canvas, l.fore_arm, elbow, fore, cloth, tone);
    limb(canvas, l.upper_arm, shoulder, upper, cloth, tone);
}

void PeoplePainter::trunk(gfx::Canvas& canvas, Age age, std::uint32_t who, Point hip, float lean,
                          const Tone& tone, bool skirts) const {
    const Limbs& l = limbs(age);
    const Outfit& wears = outfit(age, who);
    const bool bag_behind = age == Age::Child;
    if (wears.pack != 0 && bag_behind) limb(canvas, l.pack, hip, -lean, hex(wears.pack), tone);
    if (wears.skirt && skirts) limb(canvas, l.skirt, hip, 0.0F, hex(wears.trousers), tone);
    limb(canvas, l.torso, hip, -lean, hex(wears.shirt), tone);
    if (wears.pack != 0 && !bag_behind) limb(canvas, l.pack, hip, -lean, hex(wears.pack), tone);
}

void PeoplePainter::head(gfx::Canvas& canvas, Age age, std::uint32_t who, Point at, float scale, float angle,
                         bool scared, const Tone& tone) const {
    const Outfit& wears = outfit(age, who);
    canvas.push(gfx::Affine::translation(at.x, at.y) * gfx::Affine::rotation(angle) *
                gfx::Affine::scaling(scale));
    limb(canvas, scared ? scared_ : head_, {}, 0.0F, hex(wears.skin), tone);
    if (wears.glasses) limb(canvas, glasses_, {}, 0.0F, gfx::Color{}, tone);
    limb(canvas, hair_[wears.hair], {}, 0.0F, hex(wears.hair_colour), tone);
    canvas.pop();
}

void PeoplePainter::figure(gfx::Canvas& canvas, Age age, std::uint32_t who, const Stance& stance,
                           const Tone& tone) const {
    const Body& b = body(age);
    // The hip is as high as the straighter leg holds it.
    const auto reach = [&](const Stance::Leg& leg) {
        return b.thigh * std::cos(leg.thigh) + b.shin * std::cos(leg.thigh - leg.knee);
    };
    const Point hip{0.0F, -std::max(reach(stance.far_leg), reach(stance.near_leg))};
    const Point up{std::sin(stance.lean), -std::cos(stance.lean)};
    const Point shoulder = hip + up * b.shoulder;
    const auto fore = [](const Stance::Arm& arm) { return arm.upper + arm.elbow; };
    arm(canvas, age, who, shoulder + Point{3.0F, 0.0F}, stance.far_arm.upper, fore(stance.far_arm), true,
        tone);
    const float step = age == Age::Child ? 6.0F : 5.0F;
    leg(canvas, age, who, hip + Point{step, 0.0F}, stance.far_leg.thigh,
        stance.far_leg.thigh - stance.far_leg.knee, true, tone);
    leg(canvas, age, who, hip - Point{step, 0.0F}, stance.near_leg.thigh,
        stance.near_leg.thigh - stance.near_leg.knee, false, tone);
    trunk(canvas, age, who, hip, stance.lean, tone, true);
    head(canvas, age, who, hip + up * b.head, 1.0F, stance.lean + stance.nod, stance.scared, tone);
    arm(canvas, age, who, shoulder - Point{9.0F, 0.0F}, stance.near_arm.upper, fore(stance.near_arm), false,
        tone);
}

void PeoplePainter::rider(gfx::Canvas& canvas, std::uint32_t who, Point hip, Point grip,
                          const std::array<Point, 2>& feet, bool scared, const Tone& tone, bool near) const {
    constexpr Age age = Age::Adult;
    constexpr float lean = 0.22F;
    const Body& b = body(age);
    // Two bones between two places: the angles of both, the joint bent forward (+1) or back (-1).
    const auto bend = [](Point from, Point to, float first, float second, float side) {
        const Point way = to - from;
        const float away = std::clamp(gfx::length(way), std::fabs(first - second) + 0.01F, first + second);
        const float straight = std::atan2(way.x, way.y);
        const float open = std::acos(
            std::clamp((first * first + away * away - second * second) / (2.0F * first * away), -1.0F, 1.0F));
        const float upper = straight + side * open;
        const Point joint = from + Point{std::sin(upper), std::cos(upper)} * first;
        return std::pair{upper, std::atan2(to.x - joint.x, to.y - joint.y)};
    };
    const Point up{std::sin(lean), -std::cos(lean)};
    const Point shoulder = hip + up * b.shoulder;
    const auto [thigh, shin] = bend(hip, feet[near ? 1 : 0], b.thigh, b.shin - 3.0F, 1.0F);
    leg(canvas, age, who, hip, thigh, shin, !near, tone);
    if (near) {
        trunk(canvas, age, who, hip, lean, tone, false);
        head(canvas, age, who, hip + up * b.head, 1.0F, 0.06F, scared, tone);
    }
    const auto [upper, fore] = bend(shoulder, grip, b.upper_arm, b.fore_arm, -1.0F);
    arm(canvas, age, who, shoulder, upper, fore, !near, tone);
}

void PeoplePainter::shadow(gfx::Canvas& canvas, Point at, float scale) const {
    canvas.sprite(shadow_, at, scale);
}

void PeoplePainter::ring(gfx::Canvas& canvas, Point at, float scale, float angle, bool front) const {
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(scale);
    style.angle = angle;
    style.snap = false;
    canvas.sprite(front ? ring_front_ : ring_back_, at, style);
}

}  // namespace vonk::view
