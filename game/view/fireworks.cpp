#include "game/view/fireworks.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/core/random.h"

namespace vonk::view {

namespace {

constexpr double pause = 0.42;  // s from one to the next: 2.4 a second
constexpr double life = 1.5;    // s
constexpr double paper_life = 3.0;
constexpr int rays = 16;
constexpr int papers = 14;       // thrown by each
constexpr float reach = 150.0F;  // kit px
constexpr float half_turn = 3.14159265F;

// Strong colours: seen on a pale sky as well as on a dark one.
constexpr std::array strokes{0xE85D04U, 0x1559B7U, 0xC9186FU};
constexpr std::array paper_colours{0xFF7A1AU, 0x1E6FD9U, 0xFFC21AU, 0xD92C7CU, 0x1C9A5BU};

// The one with this number: the same each time it is asked.
Random dice(int number) {
    return Random(static_cast<std::uint64_t>(number) * 7U + 3U);
}

}  // namespace

Fireworks::Fireworks(const gfx::Graphics& graphics) {
    bursts_[0] = graphics.sprite("scenery/firework-orange");
    bursts_[1] = graphics.sprite("scenery/firework-blue");
    bursts_[2] = graphics.sprite("scenery/firework-pink");
}

void Fireworks::begin(double left) {
    running_ = true;
    time_ = 0.0;
    left_ = std::clamp(left, 0.0, 0.9);
}

bool Fireworks::update(double dt) {
    if (!running_) return false;
    const auto before = static_cast<int>(time_ / pause);
    const bool first = time_ == 0.0;
    time_ += dt;
    return first || static_cast<int>(time_ / pause) > before;
}

double Fireworks::across(Random& random) const {
    const double t = random.between(0.08, 0.92);
    return left_ + (1.0 - left_) * t;
}

double Fireworks::lastAt() const {
    Random random = dice(static_cast<int>(time_ / pause));
    return across(random);
}

void Fireworks::draw(gfx::Canvas& canvas, gfx::Size screen, float unit, bool still) const {
    if (!running_) return;
    const auto newest = static_cast<int>(time_ / pause);
    // Beside something tall they go up higher.
    const double lowest = left_ > 0.0 ? 0.20 : 0.30;
    for (int k = std::max(0, newest - static_cast<int>(paper_life / pause)); k <= newest; ++k) {
        const double age = time_ - k * pause;
        Random random = dice(k);
        const gfx::Point at{screen.w * static_cast<float>(across(random)),
                            screen.h * static_cast<float>(random.between(0.12, lowest))};
        const float size =
            unit * static_cast<float>(random.between(0.75, 1.15)) * (left_ > 0.0 ? 0.8F : 1.0F);
        const auto turn = static_cast<float>(random.between(0.0, two_pi));
        const std::size_t colour = random.below(3);
        if (!still && age < paper_life) paper(canvas, at, unit, age, random);
        if (age < life) burst(canvas, at, size, turn, colour, age, still);
    }
}

void Fireworks::burst(gfx::Canvas& canvas, gfx::Point at, float size, float turn, std::size_t colour,
                      double age, bool still) const {
    const auto t = static_cast<float>(age / life);
    // Bursts at once, then hangs and falls a little while it goes out.
    const float open = still ? 0.8F : 0.2F + 0.7F * (1.0F - std::pow(1.0F - t, 3.0F));
    const float alpha = still ? std::sin(half_turn * t) : std::min(1.0F, 2.2F * (1.0F - t));
    const gfx::Point middle = at + gfx::Point{0.0F, still ? 0.0F : 40.0F * size * t * t};
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(size * open);
    style.angle = turn;
    style.alpha = alpha;
    style.snap = false;
    canvas.sprite(bursts_[colour], middle, style);
    const gfx::Color stroke = gfx::hex(strokes[colour], alpha);
    const gfx::Color light = gfx::hex(0xFFF3C4, alpha);
    for (int i = 0; i < rays; ++i) {
        const float angle = turn + 2.0F * half_turn * static_cast<float>(i) / static_cast<float>(rays);
        const float far = size * reach * open * (i % 2 == 0 ? 1.0F : 0.72F);
        const gfx::Point way{std::cos(angle), std::sin(angle)};
        const float inner = still ? 0.35F : 0.25F + 0.4F * t;
        canvas.line(middle + way * (inner * far), middle + way * far, 6.0F * size, stroke);
        canvas.circle(middle + way * far, 7.5F * size, stroke);
        canvas.circle(middle + way * far, 3.5F * size, light);
    }
}

// Scraps of paper that sink and flutter.
void Fireworks::paper(gfx::Canvas& canvas, gfx::Point at, float unit, double age, Random& random) const {
    const auto seconds = static_cast<float>(age);
    const float alpha = static_cast<float>(std::clamp((paper_life - age) / 0.6, 0.0, 1.0));
    for (int i = 0; i < papers; ++i) {
        const auto angle = static_cast<float>(random.between(0.0, two_pi));
        const auto speed = static_cast<float>(random.between(60.0, 230.0)) * unit;
        const auto sink = static_cast<float>(random.between(90.0, 150.0)) * unit;
        const auto phase = static_cast<float>(random.between(0.0, two_pi));
        const auto rate = static_cast<float>(random.between(3.0, 7.0));
        const gfx::Color colour = gfx::hex(paper_colours[random.below(paper_colours.size())], alpha);
        const float out = 0.5F * speed * (1.0F - std::exp(-2.5F * seconds)) * 2.0F;
        const gfx::Point place =
            at + gfx::Point{std::cos(angle) * out + 10.0F * unit * std::sin(rate * seconds + phase),
                            std::sin(angle) * 0.6F * out + sink * seconds};
        const float wide = 8.0F * unit;
        const float tall = 5.5F * unit * std::cos(rate * seconds + phase);  // turns over
        const float lean = 0.5F * std::sin(0.6F * rate * seconds + phase);
        const gfx::Point a{wide * std::cos(lean), wide * std::sin(lean)};
        const gfx::Point b{-tall * std::sin(lean), tall * std::cos(lean)};
        const gfx::Point none{};
        canvas.polygon(std::array{place + a + b, place + a + (none - b), place + (none - a) + (none - b),
                                  place + (none - a) + b},
                       colour);
    }
}

}  // namespace vonk::view
