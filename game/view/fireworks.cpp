#include "game/view/fireworks.h"

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"

namespace vonk::view {

namespace {

constexpr double pause = 0.42;  // s from one to the next: 2.4 a second
constexpr double life = 1.5;    // s

// The one with this number: the same each time it is asked.
Random dice(int number) {
    return Random(static_cast<std::uint64_t>(number) * 7U + 3U);
}
double across(Random& random) {
    return random.between(0.08, 0.92);
}

}  // namespace

bool Fireworks::update(double dt) {
    if (!running_) return false;
    const auto before = static_cast<int>(time_ / pause);
    const bool first = time_ == 0.0;
    time_ += dt;
    return first || static_cast<int>(time_ / pause) > before;
}

double Fireworks::lastAt() const {
    Random random = dice(static_cast<int>(time_ / pause));
    return across(random);
}

Fireworks::Fireworks(const gfx::Graphics& graphics) {
    bursts_[0] = graphics.sprite("scenery/firework-orange");
    bursts_[1] = graphics.sprite("scenery/firework-blue");
    bursts_[2] = graphics.sprite("scenery/firework-pink");
}

void Fireworks::draw(gfx::Canvas& canvas, gfx::Size screen, float unit, bool still) const {
    if (!running_) return;
    const auto newest = static_cast<int>(time_ / pause);
    for (int k = std::max(0, newest - static_cast<int>(life / pause)); k <= newest; ++k) {
        const double age = time_ - k * pause;
        if (age > life) continue;
        Random random = dice(k);
        const gfx::Point at{screen.w * static_cast<float>(across(random)),
                            screen.h * static_cast<float>(random.between(0.12, 0.30))};
        const auto t = static_cast<float>(age / life);
        // Bursts at once, then hangs and falls a little while it goes out.
        const float open = still ? 0.8F : 0.2F + 0.7F * (1.0F - std::pow(1.0F - t, 3.0F));
        gfx::SpriteStyle style =
            gfx::SpriteStyle::scaled(unit * open * static_cast<float>(random.between(0.75, 1.15)));
        style.angle = static_cast<float>(random.between(0.0, two_pi));
        style.alpha = still ? std::sin(3.14159F * t) : std::min(1.0F, 2.2F * (1.0F - t));
        style.snap = false;
        canvas.sprite(bursts_[random.below(3)], at + gfx::Point{0.0F, still ? 0.0F : 40.0F * unit * t * t},
                      style);
    }
}

}  // namespace vonk::view
