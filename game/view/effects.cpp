#include "game/view/effects.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "engine/core/random.h"

namespace vonk::view {

namespace {

constexpr double ticks_per_second = 60.0;
constexpr std::size_t most_effects = 64;  // the oldest go first
constexpr double longest_life = 4.0;      // s
constexpr double gravity = 520.0;         // kit px/s², a little floaty
constexpr int splinter_count = 22;
constexpr double glow_life = 1.1;
constexpr int most_glows = 2;  // at a time: they are large, and lie over each other
constexpr double splinter_life = 1.8;
constexpr double splash_life = 0.7;
constexpr double ripple_life = 2.4;
constexpr double dust_life = 0.9;
constexpr float drop_radius = 10.35F;  // kit px, as drawn
// What falls into the water so near to another, so soon after it, makes no splash of its own.
constexpr double one_splash = 0.8;         // m
constexpr double one_splash_ticks = 15.0;  // ticks

struct Flying {
    gfx::Point offset;  // kit px
    float angle = 0.0F;
};

// Thrown up and falling down, spinning.
Flying fly(Random& random, double age, double slowest, double fastest) {
    const double heading = random.between(-168.0, -12.0) * two_pi / 360.0;
    const double speed = random.between(slowest, fastest);
    const double spin = random.between(-9.0, 9.0);
    const double start = random.between(0.0, two_pi);
    // The first moment is fast: air holds splinters back.
    const double way = speed * (1.0 - std::exp(-3.0 * age)) / 3.0 * 1.9;
    return {{static_cast<float>(std::cos(heading) * way),
             static_cast<float>(std::sin(heading) * way + 0.5 * gravity * age * age)},
            static_cast<float>(start + spin * age)};
}

// A circle on the water, seen from so low that few corners do.
void ripple(gfx::Canvas& canvas, gfx::Point at, float radius, float thickness, gfx::Color colour) {
    constexpr float flat = 0.16F;
    std::array<gfx::Point, 28> points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double angle = two_pi * static_cast<double>(i) / static_cast<double>(points.size());
        points[i] = at + gfx::Point{radius * static_cast<float>(std::cos(angle)),
                                    flat * radius * static_cast<float>(std::sin(angle))};
    }
    canvas.polyline(points, thickness, colour, true);
}

}  // namespace

Effects::Effects(const gfx::Graphics& graphics) {
    for (int i = 0; i < 6; ++i) splinter_[i] = graphics.sprite("bridge/splinter-" + std::to_string(i + 1));
    glow_ = graphics.sprite("bridge/break-glow");
    splash_ = graphics.sprite("water/splash");
    drop_ = graphics.sprite("water/drop");
    foam_ = graphics.sprite("water/foam-small");
    puff_ = graphics.sprite("vehicles/exhaust-puff");
    spark_ = graphics.sprite("ui/spark-small");
}

void Effects::add(const Effect& effect) {
    if (effects_.size() >= most_effects) effects_.erase(effects_.begin());
    effects_.push_back(effect);
}

bool Effects::splashing(const Effect& beside) const {
    return std::any_of(effects_.begin(), effects_.end(), [&](const Effect& effect) {
        return effect.kind == Effect::Kind::Splash && beside.tick - effect.tick < one_splash_ticks &&
               std::fabs(beside.place.x - effect.place.x) < one_splash;
    });
}

void Effects::consume(std::span<const world::Event> events, double water_level,
                      const std::function<bool(PartId)>& torn) {
    for (const world::Event& event : events) {
        Effect effect;
        effect.tick = static_cast<double>(event.tick);
        effect.place = event.place;
        effect.seed =
            static_cast<std::uint32_t>(event.tick * 31U + event.part.value * 977U + effects_.size());
        switch (event.kind) {
            case world::EventKind::MemberBroke:
                effect.kind = torn(event.part) ? Effect::Kind::Sparks : Effect::Kind::Splinters;
                add(effect);
                break;
            case world::EventKind::Splash:
                if (splashing(effect)) break;
                effect.kind = Effect::Kind::Splash;
                effect.place.y = water_level;
                effect.strength =
                    static_cast<float>(std::clamp(0.35 + 0.16 * std::log10(1.0 + event.magnitude), 0.4, 1.5));
                add(effect);
                break;
            case world::EventKind::Impact:
                if (event.magnitude < 400.0) break;  // N·s; wheels that roll make none
                effect.kind = Effect::Kind::Dust;
                effect.strength = static_cast<float>(std::clamp(0.2 * std::log10(event.magnitude), 0.4, 1.2));
                add(effect);
                break;
            default:
                break;
        }
    }
}

void Effects::drawBehind(const Brush& brush, double tick) const {
    int glows = 0;
    for (auto effect = effects_.rbegin(); effect != effects_.rend() && glows < most_glows; ++effect) {
        const double age = (tick - effect->tick) / ticks_per_second;
        if (age < 0.0 || age > glow_life) continue;
        if (effect->kind != Effect::Kind::Splinters && effect->kind != Effect::Kind::Sparks) continue;
        const auto t = static_cast<float>(age / glow_life);
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(brush.unit * (0.55F + 0.55F * std::sqrt(t)));
        style.alpha = 0.95F * (1.0F - t);
        brush.canvas.sprite(glow_, brush.at(effect->place), style);
        ++glows;
    }
}

void Effects::drawGlow(const Brush& brush, gfx::Point at) const {
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(brush.unit * 1.15F);
    style.alpha = 0.85F;
    style.snap = false;
    brush.canvas.sprite(glow_, at, style);
}

void Effects::drawBefore(const Brush& brush, double tick) const {
    for (const Effect& effect : effects_) {
        const double age = (tick - effect.tick) / ticks_per_second;
        if (age < 0.0 || age > longest_life) continue;
        switch (effect.kind) {
            case Effect::Kind::Splinters:
                splinters(brush, effect, age);
                break;
            case Effect::Kind::Sparks:
                sparks(brush, effect, age);
                break;
            case Effect::Kind::Splash:
                splash(brush, effect, age);
                break;
            case Effect::Kind::Dust:
                dust(brush, effect, age);
                break;
        }
    }
}

void Effects::splinters(const Brush& brush, const Effect& effect, double age) const {
    if (age > splinter_life) return;
    Random random(effect.seed);
    const gfx::Point at = brush.at(effect.place);
    for (int k = 0; k < splinter_count; ++k) {
        const Flying piece = fly(random, age, 120.0, 430.0);
        gfx::SpriteStyle style =
            gfx::SpriteStyle::scaled(brush.unit * static_cast<float>(random.between(0.8, 1.25)));
        style.angle = piece.angle;
        style.alpha = static_cast<float>(std::clamp((splinter_life - age) / 0.4, 0.0, 1.0));
        brush.canvas.sprite(splinter_[k % 6], at + piece.offset * brush.unit, style);
    }
}

void Effects::sparks(const Brush& brush, const Effect& effect, double age) const {
    if (age > 1.0) return;
    Random random(effect.seed);
    const gfx::Point at = brush.at(effect.place);
    for (int k = 0; k < 14; ++k) {
        const Flying piece = fly(random, age, 160.0, 460.0);
        gfx::SpriteStyle style =
            gfx::SpriteStyle::scaled(brush.unit * static_cast<float>(random.between(0.45, 0.95)));
        style.angle = piece.angle;
        style.alpha = static_cast<float>(std::clamp((1.0 - age) / 0.5, 0.0, 1.0));
        brush.canvas.sprite(spark_, at + piece.offset * brush.unit, style);
    }
}

void Effects::splash(const Brush& brush, const Effect& effect, double age) const {
    const gfx::Point at = brush.at(effect.place);
    const float size = brush.unit * effect.strength;
    Random random(effect.seed);
    if (age < ripple_life) {
        const auto t = static_cast<float>(age / ripple_life);
        for (int k = 0; k < 2; ++k) {
            const float grown = std::clamp(t * 1.25F - 0.16F * static_cast<float>(k), 0.0F, 1.0F);
            if (grown <= 0.0F || grown >= 1.0F) continue;
            ripple(brush.canvas, at, (26.0F + 120.0F * grown) * size, 2.4F * size * (1.0F - 0.6F * grown),
                   gfx::hex(0xF4FCFF, 0.75F * (1.0F - grown)));
        }
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(size * (1.0F + 0.9F * t));
        style.alpha = 0.9F * (1.0F - t);
        style.snap = false;
        brush.canvas.sprite(foam_, at, style);
    }
    if (age < splash_life) {
        const double t = age / splash_life;
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(size);
        style.scaleY = size * static_cast<float>(std::sin(0.5 * two_pi * std::pow(t, 0.7)));
        style.snap = false;
        if (style.scaleY > 0.02F) brush.canvas.sprite(splash_, at, style);
    }
    for (int k = 0; k < 12; ++k) {
        const Flying drop = fly(random, age, 120.0, 330.0);
        const float radius = static_cast<float>(random.between(2.0, 5.0)) * size;
        if (drop.offset.y > 0.0F) continue;  // back in the water
        brush.canvas.sprite(drop_, at + drop.offset * size, radius / drop_radius);
    }
}

void Effects::dust(const Brush& brush, const Effect& effect, double age) const {
    if (age > dust_life) return;
    Random random(effect.seed);
    const gfx::Point at = brush.at(effect.place);
    const auto t = static_cast<float>(age / dust_life);
    for (int k = 0; k < 4; ++k) {
        const auto away = static_cast<float>(random.between(-46.0, 46.0));
        const auto rise = static_cast<float>(random.between(6.0, 30.0));
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(brush.unit * effect.strength * (0.4F + 0.9F * t));
        style.alpha = 0.55F * (1.0F - t);
        style.multiply = gfx::hex(0xE9D8A6);
        brush.canvas.sprite(puff_, at + gfx::Point{away * t, -rise * t} * brush.unit, style);
    }
}

}  // namespace vonk::view
