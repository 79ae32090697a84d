// The water between the banks, cut open: its face with light in it, and the surface that moves.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/random.h"
#include "game/view/terrain.h"

namespace vonk::view {

namespace {

constexpr float lip_period = 160.0F;  // kit px
constexpr float lip_speed = 20.0F;    // kit px/s

}  // namespace

void Terrain::drawWater(gfx::Canvas& canvas) const {
    if (!water_y_) return;
    const float top = *water_y_;
    const float deep = height_ - top;
    if (deep <= 0.0F) return;
    const float first = std::min(0.16F * deep, 60.0F * unit_);
    canvas.gradient({0.0F, top, width_, first}, gfx::hex(0x74BCE2), gfx::hex(0x3691CD));
    canvas.gradient({0.0F, top + first, width_, deep - first}, gfx::hex(0x3691CD), gfx::hex(0x0F5592));
    const gfx::SpriteId shaft = graphics_.sprite("water/light-shaft");
    const gfx::SpriteId curl = graphics_.sprite("scenery/ripple-light");
    const gfx::SpriteId bubble = graphics_.sprite("water/bubble");
    const std::array plants{graphics_.sprite("scenery/water-plant-1"),
                            graphics_.sprite("scenery/water-plant-2")};
    Random random(4);
    for (const Shore& shore : shores_) {
        const float wide = shore.right - shore.left;
        for (int k = 0; k < std::max(2, static_cast<int>(wide / (120.0F * unit_))); ++k) {
            gfx::SpriteStyle style = gfx::SpriteStyle::scaled(unit_);
            style.scaleX = unit_ * static_cast<float>(random.between(0.5, 1.5));
            style.scaleY = deep / 368.0F;
            style.alpha = 0.75F;
            canvas.sprite(shaft, {shore.left + wide * static_cast<float>(random.between(-0.05, 0.9)), top},
                          style);
        }
        for (int k = 0; k < static_cast<int>(wide / (17.0F * unit_)); ++k) {
            const auto u = static_cast<float>(random.unit());
            gfx::SpriteStyle style;
            style.scaleX = unit_ * static_cast<float>(random.between(0.14, 0.55));
            style.scaleY = unit_ * 0.28F;
            style.alpha = 0.55F * (1.0F - 0.7F * u);
            canvas.sprite(
                curl,
                {static_cast<float>(random.between(shore.left, shore.right)), top + 14.0F * unit_ + deep * u},
                style);
        }
        for (int k = 0; k < static_cast<int>(wide / (60.0F * unit_)); ++k) {
            canvas.sprite(bubble,
                          {static_cast<float>(random.between(shore.left, shore.right)),
                           static_cast<float>(random.between(top + 20.0F * unit_, height_))},
                          unit_ * static_cast<float>(random.between(0.4, 0.8)));
        }
    }
    // Plants and a lost bicycle on the bed, where there is room.
    for (const Shore& shore : shores_) {
        const float wide = shore.right - shore.left;
        if (wide < 320.0F * unit_) continue;
        const auto bed = [&](float x) {
            return std::min(groundAt(x).value_or(height_), top + 176.0F * unit_);
        };
        constexpr std::array places{0.24F, 0.33F, 0.46F, 0.83F};
        for (std::size_t k = 0; k < places.size(); ++k) {
            const float x = shore.left + wide * places[k];
            gfx::SpriteStyle style = gfx::SpriteStyle::scaled(unit_ * (k == 2 ? 0.8F : 1.0F));
            style.alpha = 0.86F;
            canvas.sprite(plants[k % 2], {x, bed(x)}, style);
        }
        if (wide < 620.0F * unit_) continue;
        const float x = shore.left + wide * 0.69F;
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(unit_);
        style.alpha = 0.75F;
        canvas.sprite(graphics_.sprite("scenery/sunken-bicycle"), {x, bed(x) + 8.0F * unit_}, style);
    }
}

void Terrain::drawSurface(const Brush& brush) const {
    if (!water_y_) return;
    const gfx::SpriteId lip = graphics_.sprite("water/lip-tile");
    const gfx::SpriteId foam = graphics_.sprite("water/foam-small");
    const float period = lip_period * unit_;
    const float slide =
        brush.still ? 0.0F : std::fmod(static_cast<float>(brush.time) * lip_speed * unit_, period);
    const float bob = brush.still ? 0.0F : 1.5F * unit_ * static_cast<float>(std::sin(brush.time * 1.3));
    for (const Shore& shore : surfaces_) {
        brush.canvas.pushClip(
            {shore.left, *water_y_ - 20.0F * unit_, shore.right - shore.left, 40.0F * unit_});
        gfx::SpriteStyle style = gfx::SpriteStyle::scaled(unit_);
        for (float x = shore.left - period + slide; x < shore.right; x += 2.0F * period) {
            brush.canvas.sprite(lip, {x, *water_y_ + bob}, style);
        }
        brush.canvas.popClip();
        const auto jitter = [&](double phase) {
            return brush.still ? 0.0F : 2.5F * unit_ * static_cast<float>(std::sin(brush.time * 2.1 + phase));
        };
        if (shore.left > 1.0F)
            brush.canvas.sprite(foam, {shore.left + 22.0F * unit_ + jitter(0.0), *water_y_ + 2.0F * unit_},
                                unit_);
        if (shore.right < width_ - 1.0F) {
            brush.canvas.sprite(foam, {shore.right - 22.0F * unit_ + jitter(1.7), *water_y_ + 2.0F * unit_},
                                unit_);
        }
    }
}

}  // namespace vonk::view
