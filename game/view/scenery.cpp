#include "game/view/scenery.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/random.h"
#include "game/world/vehicles.h"

namespace vonk::view {

namespace {

constexpr float horizon_above_road = 182.0F;  // kit px
constexpr float horizon_above_quay = 134.0F;  // kit px: the far quay is about as high as the road
constexpr float child_scale = 0.62F;          // px per kit px of the figure
// Of the wardrobe: those who cross begin at its other end.
constexpr std::uint32_t first_onlooker = 4, onlookers = 4;
constexpr float sway = 3.0F * 3.14159265F / 180.0F;

}  // namespace

Scenery::Scenery(const level::Level& level, gfx::Graphics& graphics, Label label)
    : level_(level), graphics_(graphics), label_(std::move(label)), people_(graphics) {
    lighthouse_there_ = level.scene.backdrop.find("lighthouse") != std::string::npos;
    const auto says = [&](std::string_view word) {
        return level.scene.backdrop.find(word) != std::string::npos;
    };
    dusk_ = level.subject == level::Subject::Circuit;
    sky_ = dusk_ || says("dusk") ? Sky::Dusk : says("storm") ? Sky::Storm : Sky::Day;
    land_ = says("delta")     ? Land::Delta
            : says("town")    ? Land::Town
            : says("harbour") ? Land::Harbour
            : says("rail")    ? Land::Railway
                              : Land::Polder;
}

void Scenery::put(std::vector<Piece>& into, std::string_view name, gfx::Point at, float scale, float haze,
                  float rate, float phase, bool flip) {
    into.push_back({graphics_.sprite(name), at, scale * unit_, haze, rate, phase, flip});
}

gfx::Color Scenery::hazeColour() const {
    return sky_ == Sky::Dusk    ? gfx::palette::duskHaze
           : sky_ == Sky::Storm ? gfx::palette::stormHaze
                                : gfx::palette::dayHaze;
}

gfx::SpriteStyle Scenery::style(const Piece& piece) const {
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(piece.scale);
    if (piece.flip) style.scaleX = -style.scaleX;
    style.haze = piece.haze;
    style.hazeColour = hazeColour();
    return style;
}

void Scenery::layOut(const Metrics& metrics, double seen, const Terrain& terrain, float unit) {
    terrain_ = &terrain;
    width_ = static_cast<float>(metrics.width);
    sun_ = static_cast<float>(metrics.sun);
    height_ = static_cast<float>(metrics.height);
    seen_ = static_cast<float>(std::min(seen, metrics.height));
    floor_ = static_cast<float>(metrics.height - metrics.insets.bottom);
    unit_ = unit;
    for (auto* pieces :
         {&far_, &fields_, &near_, &sails_, &clouds_, &cyclists_, &reeds_, &ships_, &trains_, &moored_})
        pieces->clear();
    const float road = terrain.roadY();
    const bool quay = !dusk_ && (land_ == Land::Town || land_ == Land::Harbour);
    horizon_ = std::clamp(road - (quay ? horizon_above_quay : horizon_above_road) * unit_, 0.26F * seen_,
                          0.9F * seen_);
    river_ = terrain.hasWater();
    shop_there_ =
        std::any_of(level_.traffic.begin(), level_.traffic.end(),
                    [](const level::Traffic& traffic) { return traffic.vehicle == "cheese-truck"; });
    finish_ = level_.subject != level::Subject::Circuit && !level_.traffic.empty();
    if (dusk_) {
        layOutDusk();
    } else {
        layOutLand();
        layOutClouds();
        layOutBanks();
    }
}

// px, where the nose of the first that crosses comes to rest; the world lets its last wheel roll half a metre
// on.
float Scenery::arrivalEnd() const {
    const world::VehicleRow* row =
        level_.traffic.empty() ? nullptr : world::findVehicle(level_.traffic.front().vehicle);
    const double gap = level_.scene.right_bank - level_.scene.left_bank;
    if (!row || row->axles.empty() || gap <= 0.0) return terrain_->rightBank();
    const double metre = (terrain_->rightBank() - terrain_->leftBank()) / gap;
    return terrain_->rightBank() + static_cast<float>(metre * (0.5 + row->axles.back().behind + row->ahead));
}

void Scenery::layOutBanks() {
    const float u = unit_;
    const float road = terrain_->roadY();
    const float ground = road - 8.0F * u;
    const float right = terrain_->rightBank();
    const float room = width_ - right;
    shop_ = {std::max(right + 0.66F * room, std::min(right + 320.0F * u, width_ - 110.0F * u)), ground};
    // Beyond what has arrived, if there is room for most of it.
    if (shop_there_) shop_.x = std::max(shop_.x, std::min(arrivalEnd() + 84.0F * u, width_ - 66.0F * u));
    flag_ = {shop_.x - (shop_there_ ? 250.0F : 150.0F) * u, ground};
    // Whoever waits stands beyond the place where what arrives comes to rest, if there is room.
    child_ = {shop_.x + 128.0F * u, ground};
    sheep_ = {shop_.x + 206.0F * u, ground + 4.0F * u};
    if (!shop_there_) {
        sheep_ = shop_ + gfx::Point{20.0F * u, 4.0F * u};
        child_ = shop_ + gfx::Point{80.0F * u, 0.0F};
    }
    if (sheep_.x > width_ - 50.0F * u) {
        // Little room: one between the wheels of what arrives, one before its nose.
        sheep_ = {flag_.x + 110.0F * u, ground + 4.0F * u};
        child_ = {std::max(sheep_.x + 70.0F * u, width_ - 46.0F * u), ground};
    }
    if (finish_) {
        if (shop_.x + 330.0F * u < width_ || !shop_there_) {
            put(near_, "scenery/tree", {width_ - 50.0F * u, ground}, 0.95F, 0.0F);
        }
        if (terrain_->leftBank() > 260.0F * u)
            put(near_, "scenery/tree", {0.02F * width_, ground}, 1.0F, 0.0F);
    }
    for (const Terrain::Shore& shore : terrain_->shores()) {
        if (shore.right - shore.left < 120.0F * u) continue;
        const float y = terrain_->waterY() + 26.0F * u;
        const float size = std::clamp((shore.right - shore.left) / (760.0F * u), 0.5F, 0.9F);
        if (shore.left > 4.0F)
            put(reeds_, "scenery/reeds-middle", {shore.left + 52.0F * size * u, y}, size, 0.0F, 1.0F, 0.0F);
        if (shore.right < width_ - 4.0F)
            put(reeds_, "scenery/reeds-middle", {shore.right - 52.0F * size * u, y}, size, 0.0F, 1.0F, 1.9F,
                true);
    }
}

// Light on the river behind the cut drifts with the stream.
void Scenery::drawRipples(const Brush& brush) const {
    if (!river_ || dusk_) return;
    const double time = brush.still ? 0.0 : brush.time;
    const gfx::SpriteId ripple = graphics_.sprite("scenery/ripple-light");
    const float water = terrain_->waterY();
    const float back = std::max(horizon_ + 216.0F * unit_, water - 78.0F * unit_);
    if (water - back < 12.0F * unit_) return;
    Random random(21);
    for (const Terrain::Shore& shore : terrain_->shores()) {
        const float wide = shore.right - shore.left;
        const int count = std::clamp(static_cast<int>(wide / (70.0F * unit_)), 2, 18);
        for (int k = 0; k < count; ++k) {
            const auto near = static_cast<float>(random.unit());
            const auto start = static_cast<float>(random.unit());
            const float speed = (6.0F + 6.0F * near) * unit_;
            gfx::SpriteStyle look;
            look.scaleX = unit_ * (0.25F + 0.55F * near);
            look.scaleY = unit_ * (0.35F + 0.55F * near);
            look.snap = false;
            const float along = std::fmod(start * wide + speed * static_cast<float>(time), wide);
            // Comes and goes, so that none jumps from one bank to the other.
            look.alpha = 0.9F * std::sin(3.14159F * along / wide);
            brush.canvas.sprite(
                ripple, {shore.left + along, back + 8.0F * unit_ + (water - back - 14.0F * unit_) * near},
                look);
        }
    }
}

void Scenery::drawMovingFar(const Brush& brush) const {
    const double time = brush.still ? 0.0 : brush.time;
    const auto drift = [&](const Piece& piece, float alpha) {
        const float half = 0.5F * graphics_.atlas().sprite(piece.sprite).w * piece.scale;
        const float lap = width_ + 2.0F * half;
        const float along =
            std::fmod(x(piece.phase) + half + piece.rate * unit_ * static_cast<float>(time), lap);
        gfx::SpriteStyle look = style(piece);
        look.alpha = alpha;
        brush.canvas.sprite(piece.sprite, {along - half, piece.at.y}, look);
    };
    for (const Piece& ship : ships_) drift(ship, 0.9F);
    for (const Piece& cloud : clouds_) drift(cloud, dusk_ ? 0.9F : 1.0F);
    for (const Piece& sail : sails_) {
        gfx::SpriteStyle look = style(sail);
        look.angle = sail.phase + sail.rate * static_cast<float>(time);
        brush.canvas.sprite(sail.sprite, sail.at, look);
    }
    drawRipples(brush);
    drawTrain(brush);
    drawRain(brush);
    // They ride behind what stands on the banks.
    const float from =
        finish_ && terrain_->leftBank() > 260.0F * unit_ ? 0.02F * width_ + 60.0F * unit_ : 0.0F;
    const float to = !finish_ ? width_ : shop_there_ ? shop_.x - 96.0F * unit_ : width_ - 120.0F * unit_;
    brush.canvas.pushClip({from, horizon_, std::max(1.0F, to - from), 260.0F * unit_});
    for (const Piece& cyclist : cyclists_) {
        const float half = 60.0F * unit_;
        const float lap = width_ + 2.0F * half;
        const float along =
            std::fmod(x(cyclist.phase) + half + cyclist.rate * unit_ * static_cast<float>(time), lap) - half;
        const float crest =
            8.0F * std::sin(6.2832F * along / width_) + 5.0F * std::sin(12.566F * along / width_ + 1.0F);
        gfx::SpriteStyle look = style(cyclist);
        look.snap = false;
        brush.canvas.sprite(cyclist.sprite, {along, cyclist.at.y + 0.4F * crest * unit_}, look);
    }
    brush.canvas.popClip();
}

void Scenery::drawEvening(const Brush& brush, float light) const {
    if (lighthouse_there_) {
        // Clouds and sails pass behind it.
        lighthouse_.drawTower(brush.canvas);
        lighthouse_.drawLight(brush, light);
    }
    const double time = brush.still ? 0.0 : brush.time;
    for (const Piece& boat : near_) {
        gfx::SpriteStyle look = style(boat);
        look.snap = false;
        look.angle = 0.0175F * static_cast<float>(std::sin(two_pi * boat.rate * time));
        const float rise = 2.0F * unit_ * static_cast<float>(std::sin(two_pi * boat.rate * time + 1.0));
        brush.canvas.sprite(boat.sprite, boat.at + gfx::Point{0.0F, rise}, look);
    }
}

void Scenery::drawFlag(const Brush& brush, const Mood& mood) const {
    if (!finish_) return;
    const double time = brush.still ? 0.0 : brush.time;
    // The cloth waves by shearing; quicker when there is something to celebrate.
    const double pace = mood.celebrating ? 2.4 : 0.8;
    const float shear = 0.07F * static_cast<float>(std::sin(two_pi * pace * time));
    brush.canvas.push(gfx::Affine::translation(flag_.x, flag_.y) *
                      gfx::Affine{1.0F, shear, 0.0F, 1.0F, 0.0F, 0.0F});
    brush.canvas.sprite(graphics_.sprite("scenery/finish-flag"), {0.0F, 0.0F},
                        {.scaleX = unit_, .scaleY = unit_, .snap = false});
    brush.canvas.pop();
}

// A child of the level's own: which one it is stays the same whatever happens. `left`: looks to the left.
void Scenery::child(const Brush& brush, gfx::Point feet, std::uint32_t place, bool left,
                    const Mood& mood) const {
    const double time = brush.still ? 0.0 : brush.time;
    const std::uint32_t who = first_onlooker + (level_.number + place) % onlookers;
    Stance stance;
    float hop = 0.0F;
    if (mood.worried) {
        stance = place % 2 == 0 ? alarmed(time, who) : disappointed(time, who);
    } else if (mood.celebrating) {
        const double height = std::fabs(std::sin(two_pi * 1.1 * time + 0.8 * place));
        hop = 14.0F * unit_ * static_cast<float>(height);
        stance = jumping(0.7 + 0.3 * height);
    } else {
        stance = place % 2 == 0 ? waving(time, who) : pointing(time, who);
    }
    const float scale = child_scale * unit_;
    people_.shadow(brush.canvas, feet, scale);
    brush.canvas.push(gfx::Affine::translation(feet.x, feet.y - hop) *
                      gfx::Affine::scaling(left ? -scale : scale, scale));
    people_.figure(brush.canvas, Age::Child, who, stance, {});
    brush.canvas.pop();
}

// Who builds from a bank stands on the step below its road, where there is one with an anchor: on the road
// they would stand in the way of what comes.
gfx::Point Scenery::builder(const Brush& brush, bool left) const {
    const float bank = left ? terrain_->leftBank() : terrain_->rightBank();
    for (const level::Anchor& anchor : level_.scene.anchors) {
        const gfx::Point at = brush.at(anchor.at.metres());
        const float middle = 0.5F * (terrain_->leftBank() + terrain_->rightBank());
        if ((at.x < middle) != left || at.y < child_.y + 90.0F * unit_) continue;
        const gfx::Point feet{gfx::mix(gfx::Point{bank, 0.0F}, at, 0.45F).x, at.y};
        const auto ground = terrain_->groundAt(feet.x);
        if (ground && std::fabs(*ground - feet.y) < 10.0F * unit_) return {feet.x, *ground};
    }
    return {bank + (left ? -40.0F : 40.0F) * unit_, child_.y};
}

void Scenery::drawOnlookers(const Brush& brush, const Mood& mood) const {
    if (!finish_) return;
    const double time = brush.still ? 0.0 : brush.time;
    const float u = unit_;
    gfx::Canvas& canvas = brush.canvas;
    const auto hop = [&](double phase) {
        return mood.celebrating
                   ? -14.0F * u * static_cast<float>(std::fabs(std::sin(two_pi * 1.1 * time + phase)))
                   : 0.0F;
    };
    child(brush, child_, 0, true, mood);
    if (level_.two_sided) {
        // One at each bank: whose side it is.
        child(brush, builder(brush, true), 2, false, mood);
        child(brush, builder(brush, false), 3, true, mood);
    }
    if (!shop_there_) {
        // Where sheep arrive there are children only.
        child(brush, sheep_ - gfx::Point{0.0F, 4.0F * u}, 1, true, mood);
        return;
    }
    // The sheep waves its paw for 0.9 s, every 6 s.
    const gfx::Point sheep = sheep_ + gfx::Point{0.0F, hop(0.0)};
    const double beat = mood.celebrating ? std::fmod(time, 0.9) : std::fmod(time + 4.0, 6.0);
    const bool waving = beat < 0.9 && !mood.worried && !brush.still;
    canvas.sprite(graphics_.sprite("animals/sheep-waving-body"), sheep, 0.9F * u);
    gfx::SpriteStyle paw = gfx::SpriteStyle::scaled(0.9F * u);
    const double swing = waving ? std::sin(two_pi * beat / 0.45) : 0.0;
    paw.angle = 0.244F * static_cast<float>(swing);
    const gfx::Point shoulder = sheep + gfx::Point{-26.2F, -38.5F} * (0.9F * u);
    canvas.sprite(graphics_.sprite("animals/sheep-paw"), shoulder, paw);
    if (waving && std::fabs(swing) > 0.7)
        canvas.sprite(graphics_.sprite("animals/sheep-wave-lines"), shoulder, 0.9F * u);
}

void Scenery::drawFish(const Brush& brush) const {
    drawBoat(brush);
    if (!river_ || dusk_) return;
    struct Fish {
        const char* name;
        float depth, share, speed;
        double phase;
    };
    constexpr std::array fishes{Fish{"animals/fish-orange", 108.0F, 0.30F, 0.21F, 0.0},
                                Fish{"animals/fish-yellow", 76.0F, 0.42F, 0.29F, 2.1},
                                Fish{"animals/fish-pink", 114.0F, 0.62F, 0.17F, 4.0}};
    const double time = brush.still ? 0.0 : brush.time;
    for (const Terrain::Shore& shore : terrain_->shores()) {
        const float wide = shore.right - shore.left;
        if (wide < 260.0F * unit_) continue;
        for (const Fish& fish : fishes) {
            const double swim = fish.speed * time + fish.phase;
            const float range = std::min(0.22F * wide, 150.0F * unit_);
            const gfx::Point at{shore.left + wide * fish.share + range * static_cast<float>(std::sin(swim)),
                                terrain_->waterY() + fish.depth * unit_ +
                                    6.0F * unit_ * static_cast<float>(std::sin(2.3 * swim))};
            const auto ground = terrain_->groundAt(at.x);
            if (at.y > height_ || (ground && at.y > *ground - 16.0F * unit_)) continue;
            gfx::SpriteStyle look = gfx::SpriteStyle::scaled(unit_);
            if (std::cos(swim) > 0.0) look.scaleX = -unit_;
            look.alpha = 0.86F;
            look.snap = false;
            brush.canvas.sprite(graphics_.sprite(fish.name), at, look);
        }
    }
}

void Scenery::drawReeds(const Brush& brush) const {
    for (const Piece& reed : reeds_) {
        gfx::SpriteStyle look = style(reed);
        look.angle =
            brush.still ? 0.0F : sway * static_cast<float>(std::sin(two_pi * 0.5 * brush.time + reed.phase));
        brush.canvas.sprite(reed.sprite, reed.at, look);
    }
}

}  // namespace vonk::view
