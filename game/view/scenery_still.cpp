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

constexpr std::array storm{Stop{0.0F, gfx::hex(0x4F7391)}, Stop{0.30F, gfx::hex(0x6C92AA)},
                           Stop{0.62F, gfx::hex(0x9DB8C3)}, Stop{0.9F, gfx::hex(0xD3DCD2)},
                           Stop{1.0F, gfx::hex(0xF2E3C0)}};

}  // namespace

void Scenery::drawSky(gfx::Canvas& canvas) const {
    const auto& stops = sky_ == Sky::Dusk ? evening : sky_ == Sky::Storm ? storm : day;
    const float tall = horizon_ + 10.0F * unit_;
    for (std::size_t i = 1; i < stops.size(); ++i) {
        const float top = tall * stops[i - 1].at;
        const float bottom = tall * stops[i].at;
        canvas.gradient({0.0F, top, width_, bottom - top + 1.0F}, stops[i - 1].colour, stops[i].colour);
    }
    const float u = unit_;
    if (sky_ == Sky::Storm) {
        for (const auto& [board, height, size] :
             {std::array{260.0F, 0.34F, 1.0F}, std::array{1010.0F, 0.24F, 1.15F},
              std::array{1720.0F, 0.38F, 1.05F}}) {
            gfx::SpriteStyle cloud = gfx::SpriteStyle::scaled(size * u);
            cloud.alpha = 0.85F;
            canvas.sprite(graphics_.sprite("scenery/cloud-storm"), {x(board), height * horizon_ + 90.0F * u},
                          cloud);
        }
        return;
    }
    if (sky_ == Sky::Dusk) {
        Random random(5);
        for (int k = 0; k < 70; ++k) {
            const gfx::Point at{static_cast<float>(random.between(0.0, width_)),
                                static_cast<float>(random.between(0.0, 0.46 * horizon_))};
            const auto bright =
                static_cast<float>(random.between(0.3, 0.9)) * (1.0F - at.y / (0.54F * horizon_));
            canvas.circle(at, static_cast<float>(random.between(0.8, 2.2)) * u,
                          gfx::hex(0xFFF3D0, std::max(0.0F, bright)));
        }
        canvas.glow({dusk_ ? x(1500.0F) : x(1330.0F), horizon_ - 10.0F * u}, 520.0F * u,
                    gfx::hex(0xFFC88A, 0.62F));
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
    drawHighClouds(canvas);
}

// A high picture has much sky: clouds stand in it, smaller the nearer to the horizon.
void Scenery::drawHighClouds(gfx::Canvas& canvas) const {
    const float free = horizon_ - 430.0F * unit_;
    if (free < 260.0F * unit_) return;
    struct Cloud {
        const char* name;
        float board, height, size;
    };
    constexpr std::array clouds{
        Cloud{"scenery/cloud-big", 420.0F, 0.52F, 1.05F}, Cloud{"scenery/cloud-warm", 1500.0F, 0.66F, 1.15F},
        Cloud{"scenery/cloud-small", 1180.0F, 0.84F, 1.1F}, Cloud{"scenery/cloud-low", 260.0F, 0.98F, 1.0F}};
    for (const Cloud& cloud : clouds) {
        gfx::SpriteStyle look = gfx::SpriteStyle::scaled(cloud.size * unit_);
        look.alpha = 0.92F;
        canvas.sprite(graphics_.sprite(cloud.name), {x(cloud.board), 200.0F * unit_ + cloud.height * free},
                      look);
    }
}

void Scenery::drawFar(gfx::Canvas& canvas) const {
    const float u = unit_;
    const float h = horizon_;
    drawSky(canvas);
    drawGround(canvas);
    for (const Piece& piece : far_) canvas.sprite(piece.sprite, piece.at, style(piece));
    const bool polder = land_ == Land::Polder || land_ == Land::Railway || land_ == Land::Delta;
    if (!dusk_ && polder) drawPolder(canvas);
    if (land_ == Land::Harbour) {
        // The far bank, and the water before it.
        canvas.gradient({0.0F, h + 26.0F * u, width_, 12.0F * u}, mist(0x8C9C8E, 0.34F),
                        mist(0x6F8274, 0.3F));
        canvas.gradient({0.0F, h + 38.0F * u, width_, 90.0F * u}, mist(0xBFE0EE, 0.1F), mist(0x5FB0DA, 0.1F));
        if (sky_ == Sky::Dusk) drawSwan(canvas);
    }
    for (const Piece& piece : fields_) canvas.sprite(piece.sprite, piece.at, style(piece));
    const std::uint32_t glare = sky_ == Sky::Dusk ? 0xFFB07A : sky_ == Sky::Storm ? 0xDCE6E6 : 0xFFF6E0;
    canvas.gradient({0.0F, h - 50.0F * u, width_, 65.0F * u}, gfx::hex(glare, 0.0F), gfx::hex(glare, 0.32F));
    canvas.gradient({0.0F, h + 15.0F * u, width_, 65.0F * u}, gfx::hex(glare, 0.32F), gfx::hex(glare, 0.0F));
    if (!dusk_) {
        if (polder) drawDike(canvas);
        if (!polder || land_ == Land::Delta) drawQuay(canvas);
        for (const Piece& piece : near_) {
            if (piece.at.y < h + 140.0F * u) canvas.sprite(piece.sprite, piece.at, style(piece));
        }
    }
    drawBackWater(canvas);
    for (const Piece& piece : moored_) canvas.sprite(piece.sprite, piece.at, style(piece));
    if (sky_ == Sky::Day)
        canvas.glow({0.14F * width_, 0.1F * seen_}, 0.8F * width_, gfx::hex(0xFFF1C9, 0.16F));
}

gfx::Color Scenery::mist(std::uint32_t colour, float t) const {
    return gfx::mix(gfx::hex(colour), hazeColour(), t);
}

void Scenery::hazed(gfx::Canvas& canvas, std::string_view name, gfx::Point at, float scale_x, float scale_y,
                    float haze) const {
    gfx::SpriteStyle look;
    look.scaleX = scale_x;
    look.scaleY = scale_y;
    look.haze = haze;
    look.hazeColour = hazeColour();
    canvas.sprite(graphics_.sprite(name), at, look);
}

// Sea, trees beyond it, and the ground down to the bottom: whatever comes later lies on this.
void Scenery::drawGround(gfx::Canvas& canvas) const {
    const float u = unit_;
    const float h = horizon_;
    canvas.gradient({0.0F, h - 26.0F * u, width_, 40.0F * u}, mist(0x7FB9D6, 0.45F), mist(0x4F9AC6, 0.35F));
    for (float at = 0.0F; at < x(520.0F); at += 500.0F * u)
        hazed(canvas, "scenery/treeline-far", {at, h - 8.0F * u}, u, 0.8F * u, 0.45F);
    for (float at = x(1080.0F); at < width_; at += 500.0F * u)
        hazed(canvas, "scenery/treeline-far", {at, h - 6.0F * u}, u, 0.95F * u, 0.42F);
    canvas.gradient({0.0F, h + 2.0F * u, width_, height_ - h}, mist(dusk_ ? 0x6A6A72 : 0x9CCB7E, 0.3F),
                    mist(dusk_ ? 0x4A5A5A : 0x6DB454, 0.2F));
    for (float at = 0.0F; at < width_; at += 1920.0F * u)
        hazed(canvas, "scenery/dike-far", {at, h - 2.0F * u}, u, u, dusk_ ? 0.55F : 0.22F);
}

void Scenery::drawPolder(gfx::Canvas& canvas) const {
    const float u = unit_;
    const float h = horizon_;
    // The vanishing point of the strips lies at 980 of 1920: stretched, it stays in the picture's middle.
    hazed(canvas, "scenery/polder-strips", {0.0F, h + 20.0F * u}, width_ / 1920.0F, 1.0F * u, 0.16F);
    hazed(canvas, "scenery/tulip-field", {x(land_ == Land::Delta ? 480.0F : 1440.0F), h + 56.0F * u}, u,
          0.62F * u, 0.30F);
    hazed(canvas, "scenery/treeline-near", {x(1180.0F), h + 26.0F * u}, 0.8F * u, 0.8F * u, 0.42F);
}

// The near dike with its path, or with a railway on it.
void Scenery::drawDike(gfx::Canvas& canvas) const {
    const float u = unit_;
    const float h = horizon_;
    for (float at = 0.0F; at < width_; at += 1920.0F * u)
        hazed(canvas, "scenery/dike-near", {at, h + 122.0F * u}, u, u, 0.12F);
    const float foot = h + 240.0F * u;
    canvas.gradient({0.0F, foot, width_, std::max(1.0F, height_ - foot)}, mist(0x4E9C50, 0.1F),
                    mist(0x3C8440, 0.0F));
    if (land_ != Land::Railway) return;
    const float rail = h + 120.0F * u;
    for (float at = 0.0F; at < width_; at += 240.0F * u)
        hazed(canvas, "scenery/rail-track", {at, rail}, u, u, 0.2F);
    // The wire that the masts hold.
    canvas.rect({0.0F, rail - 77.0F * u, width_, 2.0F * u}, mist(0x3A4B5C, 0.45F));
    canvas.rect({0.0F, rail - 86.0F * u, width_, 1.4F * u}, mist(0x3A4B5C, 0.5F));
}

// A quay of bricks in a town, of concrete in a harbour, and the water at its foot.
void Scenery::drawQuay(gfx::Canvas& canvas) const {
    const float u = unit_;
    const bool harbour = land_ == Land::Harbour;
    const bool delta = land_ == Land::Delta;
    const float from = delta ? quay_from_ : 0.0F;
    const float pavement = horizon_ + 118.0F * u;
    const float foot = pavement + 44.0F * u;
    const float below = foot + 120.0F * u;
    if (!delta) {
        canvas.gradient({from, foot, width_ - from, 120.0F * u}, mist(0x9CCDE6, 0.12F),
                        mist(0x4FA6D6, 0.05F));
        canvas.gradient({from, below, width_ - from, std::max(1.0F, height_ - below)}, mist(0x4FA6D6, 0.05F),
                        mist(0x1F6FAE, 0.0F));
        canvas.rect({from, foot - 1.0F * u, width_ - from, 3.0F * u}, gfx::hex(0xEAF8FF, 0.5F));
    }
    for (float at = from; at < width_; at += 440.0F * u)
        hazed(canvas, harbour ? "scenery/quay-wall" : "scenery/quay", {at, pavement}, u, u,
              delta ? 0.06F : 0.26F);
}

// The bridge over the far water that a level is named after: a kinked white mast, ropes to one side of it as
// a fan, two thick ones to hold it back.
void Scenery::drawSwan(gfx::Canvas& canvas) const {
    const float u = unit_;
    const gfx::Point foot{x(1010.0F), horizon_ + 40.0F * u};
    const auto at = [&](float right, float up) { return foot + gfx::Point{right, -up} * u; };
    const gfx::Color white = mist(0xFFF6F0, 0.18F);
    const gfx::Color shade = mist(0x6C6484, 0.25F);
    constexpr float deck = 15.0F;                // kit px above the far water, as all that follows
    constexpr float kink = 92.0F, top = 186.0F;  // heights of the mast
    constexpr float kink_back = -34.0F, top_back = -24.0F;
    for (int k = 0; k < 8; ++k) {
        const float share = static_cast<float>(k) / 7.0F;
        const float high = kink + 16.0F + (top - kink - 18.0F) * share;
        const float back = kink_back + (top_back - kink_back) * (high - kink) / (top - kink);
        canvas.line(at(back, high), at(52.0F + 170.0F * share, deck), 1.6F * u, white.withAlpha(0.85F));
    }
    for (const float off : {0.0F, 9.0F})
        canvas.line(at(top_back, top - 6.0F), at(-112.0F - off, deck), 3.0F * u, white);
    canvas.rect({foot.x - 190.0F * u, foot.y - (deck + 3.0F) * u, 470.0F * u, 7.0F * u}, shade);
    canvas.rect({foot.x - 190.0F * u, foot.y - (deck + 3.0F) * u, 470.0F * u, 2.4F * u}, white);
    for (const float pier : {-176.0F, -116.0F, 236.0F})
        canvas.rect({foot.x + (pier - 6.0F) * u, foot.y - deck * u, 12.0F * u, (deck + 6.0F) * u}, shade);
    canvas.line(at(0.0F, -4.0F), at(kink_back, kink), 12.0F * u, white);
    canvas.line(at(3.5F, -4.0F), at(kink_back + 3.5F, kink), 4.0F * u, shade.withAlpha(0.55F));
    canvas.line(at(kink_back, kink), at(top_back, top), 8.0F * u, white);
}

void Scenery::drawLight(gfx::Canvas& canvas) const {
    if (dusk_ || sky_ == Sky::Day) return;
    const bool evening_light = sky_ == Sky::Dusk;
    const gfx::Color shade = evening_light ? gfx::hex(0x2A2358) : gfx::hex(0x2C4656);
    const float top = horizon_ - 40.0F * unit_;
    const float middle = horizon_ + 130.0F * unit_;
    const float strength = evening_light ? 0.40F : 0.28F;
    canvas.gradient({0.0F, top, width_, middle - top}, shade.withAlpha(0.0F), shade.withAlpha(strength));
    canvas.gradient({0.0F, middle, width_, std::max(1.0F, height_ - middle)}, shade.withAlpha(strength),
                    shade.withAlpha(strength + 0.08F));
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
    const bool quay = land_ == Land::Town || land_ == Land::Harbour;
    const float back = quay ? horizon_ + 162.0F * u : std::max(horizon_ + 216.0F * u, water - 78.0F * u);
    if (water - back < 12.0F * u) return;
    for (const Terrain::Shore& shore : terrain_->shores()) {
        const float from = shore.left - 120.0F * u;
        const float to = shore.right + 120.0F * u;
        canvas.pushClip({from, back - 60.0F * u, to - from, water - back + 70.0F * u});
        if (!quay) {
            canvas.gradient({from, back - 18.0F * u, to - from, 24.0F * u}, gfx::hex(0x3C8440),
                            gfx::hex(0x2F6F4A));
            canvas.gradient({from, back, to - from, 0.4F * (water - back)}, gfx::hex(0xCFEAF4),
                            gfx::hex(0x8CC9E6));
            canvas.gradient({from, back + 0.4F * (water - back), to - from, 0.6F * (water - back) + 4.0F * u},
                            gfx::hex(0x8CC9E6), gfx::hex(0x4FA6D6));
            canvas.rect({from, back, to - from, 3.0F * u}, gfx::hex(0xEAF8FF, 0.7F));
        }
        ripples(from, to, back + 6.0F * u, water, static_cast<int>((to - from) / (18.0F * u)),
                gfx::hex(0xFFFFFF));
        for (float at = from; at < to && !quay; at += 232.0F * u)
            canvas.sprite(graphics_.sprite("scenery/grass-strip"), {at, back + 1.0F * u}, 0.8F * u);
        canvas.popClip();
        if (to - from > 500.0F * u && !quay) {
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
