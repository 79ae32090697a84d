// What stands in each land, far to near: the polder, a town's quay, a harbour, a polder with a railway.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/random.h"
#include "game/view/scenery.h"

namespace vonk::view {

namespace {

constexpr float mill_rate = 20.0F * 3.14159265F / 180.0F;     // rad/s
constexpr float turbine_rate = 45.0F * 3.14159265F / 180.0F;  // rad/s
constexpr float cyclist_speed = 40.0F;                        // kit px/s
constexpr float train_speed = 95.0F;                          // kit px/s
constexpr float boat_high = 112.0F;                           // kit px from its mast's top to the water
constexpr double train_every = 26.0;                          // s

struct House {
    const char* name;
    float wide;  // kit px from wall to wall
};
constexpr std::array town{House{"scenery/house-2-step", 92.0F},  House{"scenery/house-4-bell", 92.0F},
                          House{"scenery/house-3-neck", 80.0F},  House{"scenery/house-8-step", 96.0F},
                          House{"scenery/house-1-plain", 72.0F}, House{"scenery/house-6-bell", 84.0F},
                          House{"scenery/house-5-step", 100.0F}, House{"scenery/house-7-neck", 84.0F},
                          House{"scenery/house-9-plain", 84.0F}};
constexpr std::array town_at_dusk{
    House{"scenery/house-dusk-1-step", 62.0F}, House{"scenery/house-dusk-2-bell", 56.0F},
    House{"scenery/house-dusk-3-neck", 54.0F}, House{"scenery/house-dusk-4-plain", 56.0F}};

}  // namespace

void Scenery::layOutLand() {
    switch (land_) {
        case Land::Town:
            return layOutTown();
        case Land::Harbour:
            return layOutHarbour();
        case Land::Delta:
            return layOutDelta();
        case Land::Railway:
        case Land::Polder:
            return layOutPolder();
    }
}

// Towers and their rotors: the far row of turbines, from and to a place across the board.
void Scenery::layOutTurbines(float from, float to) {
    const float h = horizon_;
    const float u = unit_;
    Random random(9);
    const int turbines = std::clamp(static_cast<int>(x(to - from) / (70.0F * u)), 2, 8);
    for (int k = 0; k < turbines; ++k) {
        const float share = static_cast<float>(k) / static_cast<float>(turbines - 1);
        const float at = x(from + (to - from) * share) + static_cast<float>(random.between(-14.0, 14.0)) * u;
        const float tall =
            (150.0F - 70.0F * std::fabs(share - 0.35F) + static_cast<float>(random.between(-10.0, 18.0))) /
            164.0F;
        const float haze = 0.34F + 0.2F * share;
        put(far_, "scenery/turbine-tower", {at, h + 2.0F * u}, tall, haze);
        put(sails_, "scenery/turbine-rotor", {at, h + 2.0F * u - 160.0F * tall * u}, tall, haze, turbine_rate,
            static_cast<float>(random.between(0.0, 2.0)));
    }
}

void Scenery::layOutMills(std::span<const Mill> mills) {
    const float u = unit_;
    for (const Mill mill : mills) {
        const float scale = mill.tall / 155.0F;
        const float haze = mill.tall > 110.0F ? 0.30F : 0.42F;
        const gfx::Point foot{x(mill.board), horizon_ + 10.0F * u};
        put(far_, "scenery/windmill-body", foot, scale, haze);
        put(sails_, "scenery/windmill-sails", foot + gfx::Point{-3.2F, -190.0F} * (scale * u), scale, haze,
            mill_rate, mill.board * 0.01F);
    }
}

void Scenery::layOutPolder() {
    const float h = horizon_;
    const float u = unit_;
    layOutTurbines(820.0F, 1330.0F);
    constexpr std::array mills{Mill{330.0F, 150.0F}, Mill{1470.0F, 118.0F}, Mill{150.0F, 100.0F}};
    layOutMills(mills);
    for (int k = 0; k < 5; ++k) {
        const auto step = static_cast<float>(k);
        put(fields_, "scenery/poplar", {x(560.0F) + step * 44.0F * u, h + (56.0F + 2.0F * step) * u},
            (104.0F - 5.0F * step) / 118.0F, 0.34F);
    }
    // The town, small and pale.
    put(fields_, "scenery/church", {x(985.0F), h + 74.0F * u}, 0.40F, 0.48F);
    float at = x(985.0F) - 96.0F * u;
    for (std::size_t k = 0; k < 7; ++k) {
        put(fields_, town[k].name, {at, h + 80.0F * u}, 0.44F, 0.46F);
        at += 42.0F * u;
    }
    put(fields_, "scenery/treeline-near", {x(985.0F) - 230.0F * u, h + 82.0F * u}, 0.36F, 0.46F);
    put(fields_, "scenery/treeline-near", {x(985.0F) + 196.0F * u, h + 82.0F * u}, 0.36F, 0.46F);
    put(fields_, "animals/cow-black", {x(700.0F), h + 112.0F * u}, 0.5F, 0.3F);
    put(fields_, "animals/cow-red", {x(770.0F), h + 124.0F * u}, 0.55F, 0.28F, 0.0F, 0.0F, true);
    put(fields_, "animals/sheep-standing", {x(840.0F), h + 118.0F * u}, 0.36F, 0.2F);
    put(near_, "scenery/willow-small", {x(650.0F), h + 128.0F * u}, 0.78F, 0.22F);
    put(near_, "scenery/willow", {x(1330.0F), h + 122.0F * u}, 0.62F, 0.22F);
    put(ships_, "vehicles/coaster-far", {0.0F, h - 8.0F * u}, 0.6F, 0.35F, 5.0F, 700.0F);
    if (land_ == Land::Railway) {
        const float rail = h + 120.0F * u;
        put(fields_, "scenery/station", {x(1180.0F), h + 112.0F * u}, 0.5F, 0.34F);
        for (float mast = 60.0F * u; mast < width_ + 80.0F * u; mast += 250.0F * u)
            put(moored_, "scenery/rail-mast", {mast, rail}, 0.62F, 0.22F);
        for (const char* coach : {"vehicles/train-nose", "vehicles/train-coach", "vehicles/train-nose"})
            put(trains_, coach, {0.0F, rail - 5.0F * u}, 0.36F, 0.26F);
        return;
    }
    put(cyclists_, "people/cyclist-red", {0.0F, h + 126.0F * u}, 0.6F, 0.1F, cyclist_speed, 1045.0F);
    put(cyclists_, "people/cyclist-blue", {0.0F, h + 125.0F * u}, 0.52F, 0.16F, 0.8F * cyclist_speed, 300.0F);
}

// A row of gables from and to these px, with an alley here and there, where one sees trees.
void Scenery::addGables(float from, float to, float size, float haze) {
    const std::span<const House> row =
        sky_ == Sky::Dusk ? std::span<const House>(town_at_dusk) : std::span<const House>(town);
    Random random(31);
    std::size_t k = 0;
    for (float at = from; at < to; ++k) {
        const House& house = row[k * 5U % row.size()];
        const float wide = house.wide * size * unit_;
        put(fields_, house.name, {at + wide / 2.0F, horizon_ + 118.0F * unit_}, size, haze);
        at += wide + 2.0F * unit_;
        if (random.unit() < 0.16) at += 70.0F * unit_;
    }
}

// Gables along a quay, with lamps and a church behind them.
void Scenery::layOutTown() {
    const float h = horizon_;
    const float u = unit_;
    layOutTurbines(90.0F, 420.0F);
    constexpr std::array mills{Mill{520.0F, 112.0F}};
    layOutMills(mills);
    const bool dark = sky_ == Sky::Dusk;
    const float foot = h + 118.0F * u;
    const float size = dark ? 1.25F : 0.80F;
    put(fields_, "scenery/church", {x(1290.0F), h + 96.0F * u}, 0.72F, 0.44F);
    for (const float board : {200.0F, 690.0F, 1120.0F, 1660.0F})
        put(fields_, "scenery/tree", {x(board), h + 112.0F * u}, 0.9F, 0.38F);
    addGables(0.0F, width_ + 60.0F * u, size, dark ? 0.12F : 0.34F);
    for (float at = 70.0F * u; at < width_; at += 310.0F * u)
        put(moored_, "scenery/street-lamp", {at, foot + 4.0F * u}, 0.9F, 0.2F);
    for (const Terrain::Shore& shore : terrain_->shores()) {
        if (shore.right - shore.left < 420.0F * u) continue;
        // Under the road and all of it in the water; where that is too low for it, none.
        const float y = h + 162.0F * u + boat_high * u;
        if (y > terrain_->waterY() - 8.0F * u) continue;
        put(moored_, "vehicles/boat", {shore.left + 0.27F * (shore.right - shore.left), y}, 0.56F, 0.2F);
    }
    put(cyclists_, "people/cyclist-green", {0.0F, h + 124.0F * u}, 0.6F, 0.16F, cyclist_speed, 1045.0F);
    put(cyclists_, "people/cyclist-pink", {0.0F, h + 123.0F * u}, 0.56F, 0.18F, 0.8F * cyclist_speed, 300.0F);
}

void Scenery::layOutDelta() {
    const float h = horizon_;
    const float u = unit_;
    layOutTurbines(640.0F, 1090.0F);
    constexpr std::array mills{Mill{420.0F, 150.0F}, Mill{560.0F, 110.0F}, Mill{150.0F, 128.0F}};
    layOutMills(mills);
    quay_from_ = std::max(x(1210.0F), width_ - 720.0F * u);
    for (int k = 0; k < 5; ++k) {
        const auto step = static_cast<float>(k);
        put(fields_, "scenery/poplar", {x(680.0F) + step * 44.0F * u, h + (56.0F + 2.0F * step) * u},
            (104.0F - 5.0F * step) / 118.0F, 0.24F);
    }
    put(fields_, "scenery/farmhouse", {quay_from_ - 120.0F * u, h + 84.0F * u}, 0.7F, 0.2F);
    put(fields_, "scenery/tree-small", {quay_from_ - 50.0F * u, h + 86.0F * u}, 0.9F, 0.2F);
    put(fields_, "scenery/church", {quay_from_ + 290.0F * u, h + 104.0F * u}, 0.86F, 0.18F);
    addGables(quay_from_ + 16.0F * u, width_ + 60.0F * u, 0.9F, 0.10F);
    put(fields_, "animals/cow-black", {x(760.0F), h + 108.0F * u}, 0.55F, 0.2F);
    put(fields_, "animals/cow-red", {x(850.0F), h + 118.0F * u}, 0.6F, 0.18F, 0.0F, 0.0F, true);
    put(fields_, "animals/sheep-standing", {x(930.0F), h + 114.0F * u}, 0.4F, 0.12F);
    put(near_, "scenery/willow", {x(640.0F), h + 126.0F * u}, 0.8F, 0.12F);
    for (float at = quay_from_ + 90.0F * u; at < width_; at += 210.0F * u)
        put(moored_, "scenery/street-lamp", {at, h + 122.0F * u}, 0.9F, 0.06F);
    put(moored_, "people/child-wave-blue", {quay_from_ + 190.0F * u, h + 124.0F * u}, 0.4F, 0.06F);
    put(cyclists_, "people/cyclist-red", {0.0F, h + 126.0F * u}, 0.7F, 0.06F, cyclist_speed, 1045.0F);
    put(cyclists_, "people/cyclist-green", {0.0F, h + 125.0F * u}, 0.6F, 0.08F, 0.8F * cyclist_speed, 300.0F);
}

// A sailing ship on the river behind the bridge, to and fro.
void Scenery::drawBoat(const Brush& brush) const {
    if (land_ != Land::Delta) return;
    const double time = brush.still ? 0.0 : brush.time;
    for (const Terrain::Shore& shore : terrain_->shores()) {
        const float wide = shore.right - shore.left;
        if (wide < 420.0F * unit_) continue;
        const double way = 0.05 * time;
        gfx::SpriteStyle look = gfx::SpriteStyle::scaled(0.74F * unit_);
        if (std::cos(way) < 0.0) look.scaleX = -look.scaleX;
        look.haze = 0.08F;
        look.hazeColour = hazeColour();
        look.snap = false;
        look.angle = 0.0175F * static_cast<float>(std::sin(two_pi * 0.4 * time));
        const float along = 0.5F + 0.26F * static_cast<float>(std::sin(way));
        const float bob = 2.0F * unit_ * static_cast<float>(std::sin(two_pi * 0.4 * time + 1.0));
        brush.canvas.sprite(graphics_.sprite("vehicles/boat"),
                            {shore.left + along * wide, terrain_->waterY() - 6.0F * unit_ + bob}, look);
    }
}

// A skyline beyond the water, cranes and ships with boxes.
void Scenery::layOutHarbour() {
    const float h = horizon_;
    const float u = unit_;
    layOutTurbines(60.0F, 330.0F);
    struct Tower {
        const char* name;
        float board, tall, haze;
    };
    constexpr std::array towers{
        Tower{"scenery/tower-4", 500.0F, 0.7F, 0.46F},  Tower{"scenery/tower-1", 590.0F, 0.86F, 0.5F},
        Tower{"scenery/tower-3", 660.0F, 1.0F, 0.54F},  Tower{"scenery/tower-2", 752.0F, 0.98F, 0.46F},
        Tower{"scenery/tower-4", 856.0F, 0.66F, 0.52F}, Tower{"scenery/tower-1", 926.0F, 0.7F, 0.5F},
        Tower{"scenery/tower-2", 1010.0F, 0.6F, 0.54F}, Tower{"scenery/tower-3", 1074.0F, 0.66F, 0.56F},
        Tower{"scenery/tower-4", 1150.0F, 0.5F, 0.54F}};
    for (const Tower& tower : towers)
        put(far_, tower.name, {x(tower.board), h + 22.0F * u}, tower.tall, tower.haze);
    for (const auto& [board, tall] :
         {std::pair{1330.0F, 0.86F}, std::pair{1520.0F, 1.0F}, std::pair{1740.0F, 0.9F}})
        put(far_, "scenery/crane", {x(board), h + 26.0F * u}, tall, 0.40F);
    for (const float board : {1270.0F, 1410.0F, 1620.0F, 1850.0F})
        put(fields_, "scenery/warehouse", {x(board), h + 28.0F * u}, 0.56F, 0.42F);
    put(ships_, "scenery/box-ship", {0.0F, h + 74.0F * u}, 0.62F, 0.30F, 7.0F, 1180.0F);
    put(moored_, "vehicles/boat", {x(300.0F), h + 100.0F * u}, 0.46F, 0.28F);
    put(cyclists_, "people/cyclist-blue", {0.0F, h + 128.0F * u}, 0.6F, 0.14F, cyclist_speed, 600.0F);
}

void Scenery::layOutClouds() {
    const float h = horizon_;
    const float u = unit_;
    // Clouds that move hang above all that stands on the horizon.
    const float lowest = std::max(h - 190.0F * u, 0.12F * seen_);
    if (sky_ == Sky::Dusk) {
        put(clouds_, "scenery/cloud-dusk", {0.0F, lowest}, 0.9F, 0.0F, 5.0F, 1560.0F);
        put(clouds_, "scenery/cloud-dusk", {0.0F, lowest - 60.0F * u}, 0.6F, 0.1F, 4.0F, 700.0F);
        return;
    }
    if (sky_ == Sky::Storm) {
        put(clouds_, "scenery/cloud-storm", {0.0F, lowest - 20.0F * u}, 0.9F, 0.0F, 22.0F, 1500.0F);
        put(clouds_, "scenery/cloud-storm", {0.0F, lowest - 60.0F * u}, 0.7F, 0.1F, 18.0F, 560.0F);
        return;
    }
    put(clouds_, "scenery/cloud-big", {0.0F, lowest - 10.0F * u}, 0.80F, 0.0F, 7.0F, 1500.0F);
    put(clouds_, "scenery/cloud-small", {0.0F, lowest - 70.0F * u}, 1.0F, 0.0F, 5.0F, 830.0F);
    put(clouds_, "scenery/cloud-low", {0.0F, lowest}, 0.85F, 0.05F, 4.0F, 60.0F);
}

void Scenery::layOutDusk() {
    const float h = horizon_;
    const float u = unit_;
    for (int k = 0; k < 4; ++k) {
        const float at = x(1300.0F + 190.0F * static_cast<float>(k));
        const float tall = 0.65F + 0.12F * static_cast<float>(k % 3);
        put(far_, "scenery/turbine-tower", {at, h + 8.0F * u}, tall, 0.45F);
        put(sails_, "scenery/turbine-rotor", {at, h + 8.0F * u - 160.0F * tall * u}, tall, 0.45F,
            turbine_rate, static_cast<float>(k) * 0.7F);
    }
    const gfx::Point mill{x(1395.0F), h + 8.0F * u};
    put(far_, "scenery/windmill-body-lit", mill, 0.95F, 0.22F);
    put(sails_, "scenery/windmill-sails", mill + gfx::Point{-3.2F, -190.0F} * (0.95F * u), 0.95F, 0.25F,
        mill_rate, 0.6F);
    constexpr std::array houses{"scenery/house-dusk-1-step", "scenery/house-dusk-2-bell",
                                "scenery/house-dusk-3-neck", "scenery/house-dusk-4-plain"};
    put(fields_, "scenery/church", {x(1660.0F), h + 60.0F * u}, 0.62F, 0.34F);
    float at = x(1500.0F);
    for (std::size_t k = 0; at < width_ + 40.0F * u; ++k) {
        put(fields_, houses[k % houses.size()], {at, h + 64.0F * u}, 1.0F, 0.04F);
        at += 64.0F * u;
    }
    put(clouds_, "scenery/cloud-dusk", {0.0F, h - 190.0F * u}, 0.95F, 0.0F, 5.0F, 1660.0F);
    put(clouds_, "scenery/cloud-dusk", {0.0F, h - 330.0F * u}, 0.6F, 0.2F, 4.0F, 1200.0F);
    const float room = width_ - clear_;
    lighthouse_.place({clear_ + 0.40F * room, h + 72.0F * u}, std::min(520.0F * u, h - 40.0F * u));
    put(near_, "vehicles/boat-dusk", {clear_ + 0.64F * room, std::min(h + 250.0F * u, floor_ - 24.0F * u)},
        1.0F, 0.0F, 0.4F, 0.0F, true);
}

void Scenery::drawTrain(const Brush& brush) const {
    if (trains_.empty()) return;
    const double time = brush.still ? 0.0 : brush.time;
    const float coach = 476.0F * trains_.front().scale;
    const float whole = coach * static_cast<float>(trains_.size());
    const auto along = static_cast<float>(std::fmod(time + 6.0, train_every)) * train_speed * unit_;
    if (along > width_ + whole) return;
    for (std::size_t k = 0; k < trains_.size(); ++k) {
        gfx::SpriteStyle look = style(trains_[k]);
        if (k + 1 == trains_.size()) look.scaleX = -look.scaleX;
        look.snap = false;
        brush.canvas.sprite(trains_[k].sprite,
                            {along - coach * (static_cast<float>(k) + 0.5F), trains_[k].at.y}, look);
    }
}

// Slanting lines, each on a path of its own; at rest they hang in the air.
void Scenery::drawRain(const Brush& brush) const {
    if (sky_ != Sky::Storm) return;
    const auto time = static_cast<float>(brush.still ? 0.0 : brush.time);
    const float fall = std::max(1.0F, terrain_->waterY());
    const int drops = std::clamp(static_cast<int>(width_ / (17.0F * unit_)), 20, 120);
    Random random(77);
    for (int k = 0; k < drops; ++k) {
        const auto start = static_cast<float>(random.unit());
        const auto across = static_cast<float>(random.between(0.0, 1.15));
        const auto pace = static_cast<float>(random.between(0.85, 1.25));
        const float y = std::fmod(start * fall + 760.0F * pace * unit_ * time, fall);
        const gfx::Point head{across * width_ - 0.28F * y, y};
        const float long_ = 26.0F * pace * unit_;
        brush.canvas.line(head, head + gfx::Point{0.28F * long_, -long_}, 2.0F * unit_,
                          gfx::hex(0xF2F8FA, 0.6F));
    }
}

}  // namespace vonk::view
