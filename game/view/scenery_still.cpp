// The part of the land that stands still, drawn once into the kept background.
#include <algorithm>
#include <array>

#include "engine/core/random.h"
#include "game/view/scenery.h"

namespace vonk::view {

namespace {

struct Stop {
    float at;
    gfx::Color colour;
};
constexpr std::array day{Stop{0.0F, gfx::hex(0x5FB3DE)}, Stop{0.34F, gfx::hex(0x94CFEC)},
                         Stop{0.66F, gfx::hex(0xC9E7F3)}, Stop{0.9F, gfx::hex(0xFBEFD6)},
                         Stop{1.0F, gfx::hex(0xFFE9C4)}};
constexpr std::array evening{Stop{0.0F, gfx::hex(0x16224A)}, Stop{0.34F, gfx::hex(0x3A3F78)},
                             Stop{0.66F, gfx::hex(0x8A5E8C)}, Stop{0.9F, gfx::hex(0xE58E7B)},
                             Stop{1.0F, gfx::hex(0xFFCB8E)}};

}  // namespace

void Scenery::drawSky(gfx::Canvas& canvas) const {
    const auto& stops = dusk_ ? evening : day;
    const float tall = horizon_ + 10.0F * unit_;
    for (std::size_t i = 1; i < stops.size(); ++i) {
        const float top = tall * stops[i - 1].at;
        const float bottom = tall * stops[i].at;
        canvas.gradient({0.0F, top, width_, bottom - top + 1.0F}, stops[i - 1].colour, stops[i].colour);
    }
    const float u = unit_;
    if (dusk_) {
        Random random(5);
        for (int k = 0; k < 70; ++k) {
            const gfx::Point at{static_cast<float>(random.between(0.0, width_)),
                                static_cast<float>(random.between(0.0, 0.46 * horizon_))};
            const auto bright =
                static_cast<float>(random.between(0.3, 0.9)) * (1.0F - at.y / (0.54F * horizon_));
            canvas.circle(at, static_cast<float>(random.between(0.8, 2.2)) * u,
                          gfx::hex(0xFFF3D0, std::max(0.0F, bright)));
        }
        canvas.glow({x(1500.0F), horizon_ - 10.0F * u}, 520.0F * u, gfx::hex(0xFFC88A, 0.62F));
        return;
    }
    const gfx::Point sun{sun_ * width_, 0.28F * horizon_};
    canvas.sprite(graphics_.sprite("scenery/sun-glow"), sun, u);
    gfx::SpriteStyle rays = gfx::SpriteStyle::scaled(u);
    rays.alpha = 0.8F;
    canvas.sprite(graphics_.sprite("scenery/sun-rays"), sun, rays);
    canvas.sprite(graphics_.sprite("scenery/sun"), sun, 0.9F * u);
    Random random(8);
    for (int k = 0; k < 6; ++k) {
        gfx::SpriteStyle sliver = gfx::SpriteStyle::scaled(u);
        sliver.scaleX = u * static_cast<float>(random.between(0.5, 1.2));
        canvas.sprite(graphics_.sprite("scenery/cirrus"),
                      {static_cast<float>(random.between(0.0, 0.95)) * width_,
                       static_cast<float>(random.between(0.06, 0.46)) * horizon_},
                      sliver);
    }
    for (const float board : {100.0F, 1180.0F, 1840.0F}) {
        gfx::SpriteStyle low = gfx::SpriteStyle::scaled(0.75F * u);
        low.haze = 0.35F;
        low.alpha = 0.85F;
        canvas.sprite(graphics_.sprite("scenery/cloud-low"), {x(board), horizon_ - 26.0F * u}, low);
    }
    canvas.sprite(graphics_.sprite("animals/birds-flock"), {x(610.0F), 0.5F * horizon_}, 0.8F * u);
}

void Scenery::drawFar(gfx::Canvas& canvas) const {
    const float u = unit_;
    const float h = horizon_;
    const auto hazed = [&](std::string_view name, gfx::Point at, float scale_x, float scale_y, float haze) {
        gfx::SpriteStyle look;
        look.scaleX = scale_x;
        look.scaleY = scale_y;
        look.haze = haze;
        look.hazeColour = dusk_ ? gfx::palette::duskHaze : gfx::palette::dayHaze;
        canvas.sprite(graphics_.sprite(name), at, look);
    };
    const gfx::Color haze_colour = dusk_ ? gfx::palette::duskHaze : gfx::palette::dayHaze;
    const auto mist = [&](std::uint32_t colour, float t) {
        return gfx::mix(gfx::hex(colour), haze_colour, t);
    };
    drawSky(canvas);
    // Sea, trees beyond it, and the ground down to the bottom: whatever comes later lies on this.
    canvas.gradient({0.0F, h - 26.0F * u, width_, 40.0F * u}, mist(0x7FB9D6, 0.45F), mist(0x4F9AC6, 0.35F));
    for (float at = 0.0F; at < x(520.0F); at += 500.0F * u)
        hazed("scenery/treeline-far", {at, h - 8.0F * u}, u, 0.8F * u, 0.45F);
    for (float at = x(1080.0F); at < width_; at += 500.0F * u)
        hazed("scenery/treeline-far", {at, h - 6.0F * u}, u, 0.95F * u, 0.42F);
    canvas.gradient({0.0F, h + 2.0F * u, width_, height_ - h}, mist(dusk_ ? 0x6A6A72 : 0x9CCB7E, 0.3F),
                    mist(dusk_ ? 0x4A5A5A : 0x6DB454, 0.2F));
    for (float at = 0.0F; at < width_; at += 1920.0F * u)
        hazed("scenery/dike-far", {at, h - 2.0F * u}, u, u, dusk_ ? 0.55F : 0.22F);
    for (const Piece& piece : far_) canvas.sprite(piece.sprite, piece.at, style(piece));
    if (!dusk_) {
        // The vanishing point of the strips lies at 980 of 1920: stretched, it stays in the picture's middle.
        hazed("scenery/polder-strips", {0.0F, h + 20.0F * u}, width_ / 1920.0F, 1.0F * u, 0.16F);
        hazed("scenery/tulip-field", {x(1440.0F), h + 56.0F * u}, u, 0.62F * u, 0.30F);
        hazed("scenery/treeline-near", {x(1180.0F), h + 26.0F * u}, 0.8F * u, 0.8F * u, 0.42F);
    }
    for (const Piece& piece : fields_) canvas.sprite(piece.sprite, piece.at, style(piece));
    const std::uint32_t glare = dusk_ ? 0xFFB07A : 0xFFF6E0;
    canvas.gradient({0.0F, h - 50.0F * u, width_, 65.0F * u}, gfx::hex(glare, 0.0F), gfx::hex(glare, 0.32F));
    canvas.gradient({0.0F, h + 15.0F * u, width_, 65.0F * u}, gfx::hex(glare, 0.32F), gfx::hex(glare, 0.0F));
    if (!dusk_) {
        for (float at = 0.0F; at < width_; at += 1920.0F * u)
            hazed("scenery/dike-near", {at, h + 122.0F * u}, u, u, 0.12F);
        const float foot = h + 240.0F * u;
        canvas.gradient({0.0F, foot, width_, std::max(1.0F, height_ - foot)}, mist(0x4E9C50, 0.1F),
                        mist(0x3C8440, 0.0F));
        for (const Piece& piece : near_) {
            if (piece.at.y < h + 140.0F * u) canvas.sprite(piece.sprite, piece.at, style(piece));
        }
    }
    drawBackWater(canvas);
    if (!dusk_) canvas.glow({0.14F * width_, 0.1F * height_}, 0.8F * width_, gfx::hex(0xFFF1C9, 0.16F));
}

void Scenery::drawBackWater(gfx::Canvas& canvas) const {
    const float u = unit_;
    Random random(12);
    const auto ripples = [&](float from, float to, float top, float bottom, int count, gfx::Color light) {
        for (int k = 0; k < count; ++k) {
            const auto near = static_cast<float>(random.unit());
            gfx::SpriteStyle look;
            look.scaleX = u * (0.14F + 0.9F * near) * static_cast<float>(random.between(0.6, 1.3));
            look.scaleY = u * (0.2F + 0.5F * near);
            const bool dark = random.unit() > 0.58;
            look.alpha = dark ? 0.8F : 0.7F;
            look.multiply = light;
            canvas.sprite(graphics_.sprite(dark ? "scenery/ripple-dark" : "scenery/ripple-light"),
                          {static_cast<float>(random.between(from, to)), top + (bottom - top) * near}, look);
        }
    };
    if (dusk_) {
        const float top = horizon_ + 92.0F * u;
        canvas.gradient({0.0F, top - 34.0F * u, width_, 10.0F * u}, gfx::hex(0x8A6F7C), gfx::hex(0x7A5F6C));
        canvas.gradient({0.0F, top - 24.0F * u, width_, 26.0F * u}, gfx::hex(0x5A3A48), gfx::hex(0x4A3040));
        canvas.gradient({0.0F, top, width_, 60.0F * u}, gfx::hex(0xE9A48A), gfx::hex(0xA9708C));
        canvas.gradient({0.0F, top + 60.0F * u, width_, 140.0F * u}, gfx::hex(0xA9708C), gfx::hex(0x4F4F86));
        canvas.gradient({0.0F, top + 200.0F * u, width_, std::max(1.0F, height_ - top - 200.0F * u)},
                        gfx::hex(0x4F4F86), gfx::hex(0x16224A));
        ripples(0.0F, width_, top + 4.0F * u, top + 330.0F * u, 130, gfx::hex(0xFFD0A0));
        return;
    }
    if (!river_) return;
    // The river going away behind the cut: from the foot of the dike to the surface.
    const float water = terrain_->waterY();
    const float back = std::max(horizon_ + 216.0F * u, water - 78.0F * u);
    if (water - back < 12.0F * u) return;
    for (const Terrain::Shore& shore : terrain_->shores()) {
        const float from = shore.left - 120.0F * u;
        const float to = shore.right + 120.0F * u;
        canvas.pushClip({from, back - 60.0F * u, to - from, water - back + 70.0F * u});
        canvas.gradient({from, back - 18.0F * u, to - from, 24.0F * u}, gfx::hex(0x3C8440),
                        gfx::hex(0x2F6F4A));
        canvas.gradient({from, back, to - from, 0.4F * (water - back)}, gfx::hex(0xCFEAF4),
                        gfx::hex(0x8CC9E6));
        canvas.gradient({from, back + 0.4F * (water - back), to - from, 0.6F * (water - back) + 4.0F * u},
                        gfx::hex(0x8CC9E6), gfx::hex(0x4FA6D6));
        canvas.rect({from, back, to - from, 3.0F * u}, gfx::hex(0xEAF8FF, 0.7F));
        ripples(from, to, back + 6.0F * u, water, static_cast<int>((to - from) / (18.0F * u)),
                gfx::hex(0xFFFFFF));
        for (float at = from; at < to; at += 232.0F * u)
            canvas.sprite(graphics_.sprite("scenery/grass-strip"), {at, back + 1.0F * u}, 0.8F * u);
        canvas.popClip();
        if (to - from > 500.0F * u) {
            gfx::SpriteStyle reeds = gfx::SpriteStyle::scaled(0.42F * u);
            reeds.haze = 0.15F;
            canvas.sprite(graphics_.sprite("scenery/reeds-middle"),
                          {from + 0.26F * (to - from), back + 6.0F * u}, reeds);
            canvas.sprite(graphics_.sprite("scenery/reeds-low"),
                          {from + 0.72F * (to - from), back + 6.0F * u}, 0.8F * u);
        }
    }
}

void Scenery::drawNear(gfx::Canvas& canvas) const {
    if (dusk_) return;
    for (const Piece& piece : near_) {
        if (piece.at.y >= horizon_ + 140.0F * unit_) canvas.sprite(piece.sprite, piece.at, style(piece));
    }
    if (!shop_there_) return;
    canvas.sprite(graphics_.sprite("scenery/cheese-shop"), shop_, unit_);
    const std::string word = label_ ? label_("scene.shop") : std::string();
    if (!word.empty()) {
        gfx::TextStyle style{.font = gfx::Font::Title,
                             .size = 21.0F * unit_,
                             .colour = gfx::hex(0xFFE07A),
                             .align = gfx::Align::Centre,
                             .anchor = gfx::Anchor::Middle};
        // A word longer than the board is written smaller.
        const float room = 62.0F * unit_;
        style.size *= std::min(1.0F, room / std::max(1.0F, canvas.measure(word, style).w));
        canvas.text(word, shop_ + gfx::Point{0.0F, -103.0F} * unit_, style);
    }
}

}  // namespace vonk::view
