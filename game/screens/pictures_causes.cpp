// Why it failed and what to try next, each in one look; and the two patterns of load.
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

#include "engine/ui/theme.h"
#include "game/screens/pictures_parts.h"
#include "game/screens/sketch.h"

namespace vonk::screens {

using gfx::hex;
using gfx::Point;
using gfx::Rect;

namespace {

constexpr gfx::Size card{222, 100};

// A beam along an arc from a to b that bows by `bow` (up: negative).
void bowed(const Sketch& s, Point a, Point b, float bow, float width) {
    std::vector<Point> line;
    for (int k = 0; k <= 20; ++k) {
        const float t = float(k) / 20.0F;
        line.push_back(s.at(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t + bow * 4 * t * (1 - t)));
    }
    s.canvas().polyline(line, s.size(width + 5), hex(0x5E3A1E));
    s.canvas().polyline(line, s.size(width), hex(0xE8A95E));
}

void water(const Sketch& s, float y) {
    s.canvas().gradient(s.box(12, y, 198, 94 - y), hex(0x4FAEDD), hex(0x1B6DB0));
    s.canvas().rect(s.box(12, y, 198, 2.5F), gfx::palette::paper);
}

void buckled(const Sketch& s) {
    s.canvas().dashedLine(s.at(52, 76), s.at(170, 76), s.size(4), s.size(8), s.size(7), hex(0x0B3C5D, 0.6F));
    bowed(s, {52, 76}, {170, 76}, -52, 13);
    s.arrow(36, 78, 0.6F, 0);
    s.arrow(186, 78, 0.6F, 180);
}

void snapped(const Sketch& s) {
    s.member("wood", {46, 50}, {102, 50}, 24);
    s.member("wood", {120, 50}, {176, 50}, 24);
    s.sprite("bridge/splinter-3", 111, 28, 0.9F, 20);
    s.sprite("bridge/splinter-1", 108, 72, 0.9F, -30);
    s.arrow(24, 50, 0.6F, 180);
    s.arrow(198, 50, 0.6F, 0);
}

void crushed(const Sketch& s) {
    s.member("wood", {60, 50}, {108, 50}, 26);
    s.member("wood", {114, 50}, {162, 50}, 26);
    for (int k = 0; k < 4; ++k)
        s.sprite("bridge/splinter-4", 111, 32 + 12 * float(k), 0.8F, 60 + 40 * float(k));
    s.arrow(36, 50, 0.66F, 0);
    s.arrow(186, 50, 0.66F, 180);
}

void bent(const Sketch& s) {
    bowed(s, {34, 40}, {188, 40}, 30, 13);
    s.arrow(111, 34, 0.62F, 90);
    s.canvas().roundedRect(s.box(16, 46, 28, 46), s.size(5), hex(0xB5533C));
    s.canvas().roundedRect(s.box(178, 46, 28, 46), s.size(5), hex(0xB5533C));
}

void notHeldUp(const Sketch& s) {
    const std::array<Point, 4> now{Point{62, 84}, {154, 84}, {186, 30}, {94, 30}};
    for (std::size_t k = 0; k < 4; ++k) s.member("wood", now[k], now[(k + 1) % 4], 13);
    for (const Point p : now) s.joint(p.x, p.y, 9);
    s.arrow(52, 30, 0.62F, 0);
}

void slack(const Sketch& s) {
    std::vector<Point> line;
    for (int k = 0; k <= 20; ++k) {
        const float t = float(k) / 20.0F;
        line.push_back(s.at(36 + 150 * t, 30 + 44 * 4 * t * (1 - t)));
    }
    s.canvas().polyline(line, s.size(8), hex(0x3A4A58));
    s.joint(36, 30, 11);
    s.joint(186, 30, 11);
}

// The road as it is thrown up and down.
void shaken(const Sketch& s) {
    for (const float way : {-1.0F, 1.0F}) {
        std::vector<Point> line;
        for (int k = 0; k <= 20; ++k) {
            const float t = float(k) / 20.0F;
            line.push_back(s.at(20 + 182 * t, 52 + way * 22 * 4 * t * (1 - t)));
        }
        s.canvas().polyline(line, s.size(9), hex(way < 0 ? 0xE6BE8A : 0xB98350));
    }
    s.arrow(111, 20, 0.5F, -90);
    s.arrow(111, 84, 0.5F, 90);
    s.joint(20, 52, 10);
    s.joint(202, 52, 10);
}

void fell(const Sketch& s) {
    water(s, 58);
    s.truck(112, 66, 0.42F, true, 24);
    s.canvas().gradient(s.box(60, 62, 120, 32), hex(0x3B9ACF, 0.9F), hex(0x1B6DB0, 0.95F));
    for (int k = 0; k < 5; ++k)
        s.canvas().circle(s.at(66 + 24 * float(k), 54 - 10 * float(k % 2)), s.size(3.5F),
                          gfx::palette::paper);
}

void notAcross(const Sketch& s) {
    s.sprite("icons/clock", 58, 50, 1.35F);
    s.truck(148, 84, 0.42F);
}

void noRoad(const Sketch& s) {
    s.member("deck", {10, 72}, {84, 72}, 18);
    s.member("deck", {150, 72}, {214, 72}, 18);
    s.truck(50, 64, 0.34F);
    s.canvas().dashedLine(s.at(88, 72), s.at(148, 72), s.size(5), s.size(8), s.size(7), gfx::palette::spark);
}

void loopOpen(const Sketch& s) {
    const float w = s.size(7);
    gfx::Canvas& c = s.canvas();
    c.polyline(std::array<Point, 4>{s.at(140, 74), s.at(180, 74), s.at(180, 26), s.at(150, 26)}, w,
               hex(0x2B4FA0));
    c.polyline(std::array<Point, 4>{s.at(84, 74), s.at(42, 74), s.at(42, 26), s.at(72, 26)}, w,
               hex(0xB5432F));
    s.sprite("circuit/lamp-off", 111, 32, 0.3F);
    c.dashedLine(s.at(84, 74), s.at(140, 74), s.size(5), s.size(7), s.size(7), gfx::palette::spark);
}

}  // namespace

void drawCause(gfx::Canvas& canvas, std::string_view reason, const Rect& rect) {
    const Sketch s(canvas, rect, card);
    if (reason == "buckled") return buckled(s);
    if (reason == "snapped") return snapped(s);
    if (reason == "crushed") return crushed(s);
    if (reason == "bent") return bent(s);
    if (reason == "not-held-up") return notHeldUp(s);
    if (reason == "cable-slack") return slack(s);
    if (reason == "shaken") return shaken(s);
    if (reason == "fell-in-water") return fell(s);
    if (reason == "not-across") return notAcross(s);
    if (reason == "no-road") return noRoad(s);
    if (reason == "loop-open" || reason == "short-circuit" || reason == "battery-empty") return loopOpen(s);
    s.sprite("icons/warn", 111, 50, 1.6F);
}

void drawIdea(gfx::Canvas& canvas, std::string_view idea, const Rect& rect) {
    const Sketch s(canvas, rect, card);
    if (idea == "joint") {
        s.member("wood", {60, 86}, {111, 32}, 15);
        s.member("wood", {111, 32}, {162, 86}, 15);
        s.member("wood", {30, 32}, {111, 32}, 17);
        s.member("wood", {111, 32}, {192, 32}, 17);
        s.joint(30, 32, 9);
        s.joint(192, 32, 9);
        s.joint(111, 32, 13, true);
    } else if (idea == "support") {
        s.canvas().roundedRect(s.box(88, 80, 46, 22), s.size(5), hex(0xB5533C));
        s.member("wood", {111, 84}, {111, 36}, 17);
        s.member("wood", {24, 30}, {198, 30}, 18);
        s.joint(24, 30, 9);
        s.joint(198, 30, 9);
        s.joint(111, 30, 13, true);
    } else if (idea == "triangle") {
        const std::array<Point, 3> at{Point{54, 82}, {168, 82}, {111, 22}};
        for (std::size_t k = 0; k < 3; ++k) s.member("wood", at[k], at[(k + 1) % 3], 15);
        s.joint(at[0].x, at[0].y, 10);
        s.joint(at[1].x, at[1].y, 10);
        s.joint(at[2].x, at[2].y, 12, true);
    } else if (idea == "road") {
        s.member("deck", {10, 56}, {80, 56}, 20);
        s.member("deck", {142, 56}, {212, 56}, 20);
        s.member("deck", {80, 56}, {142, 56}, 20);
        s.joint(80, 56, 12, true);
        s.joint(142, 56, 12, true);
    } else if (idea == "stronger" || idea == "stiffer") {
        s.member("steel", {30, 50}, {192, 50}, 28);
        s.joint(30, 50, 12);
        s.joint(192, 50, 12);
    } else if (idea == "share") {
        s.member("rope", {111, 24}, {50, 84}, 14);
        s.member("rope", {111, 24}, {172, 84}, 14);
        s.joint(50, 84, 10);
        s.joint(172, 84, 10);
        s.joint(111, 24, 12, true);
    } else if (idea == "steeper") {
        s.member("rope", {60, 26}, {182, 86}, 14);
        s.member("steel", {60, 90}, {60, 26}, 16);
        s.joint(182, 86, 10);
        s.joint(60, 26, 12, true);
        s.arrow(92, 22, 0.55F, -90);
    } else if (idea == "shorter") {
        s.member("wood", {24, 34}, {150, 34}, 20);
        s.member("wood", {150, 44}, {150, 92}, 15);
        s.joint(24, 34, 11);
        s.joint(150, 34, 13, true);
        s.arrow(190, 34, 0.55F, 180);
    } else if (idea == "beam") {
        s.member("wood", {30, 50}, {192, 50}, 22);
        s.joint(30, 50, 12, true);
        s.joint(192, 50, 12, true);
    } else {
        s.sprite("icons/hand", 111, 50, 1.6F);
    }
}

void drawLegend(gfx::Canvas& canvas, bool pushed, const Rect& rect) {
    const Sketch s(canvas, rect, {120, 40});
    s.member("wood", {4, 20}, {116, 20}, 30);
    const std::string kit = pushed ? "bridge/load-push-60-" : "bridge/load-pull-60-";
    const gfx::Graphics& graphics = canvas.graphics();
    const float k = s.size(0.9F);
    canvas.spriteIn(graphics.sprite(kit + "mid"), s.box(36, 20 - 10.8F, 48, 21.6F));
    canvas.sprite(graphics.sprite(kit + "cap"), s.at(36, 20), k);
    gfx::SpriteStyle flipped = gfx::SpriteStyle::scaled(k);
    flipped.scaleX = -k;
    canvas.sprite(graphics.sprite(kit + "cap"), s.at(84, 20), flipped);
    // Pushed: the points look at each other. Pulled: away from each other.
    canvas.sprite(graphics.sprite(kit + "tile"), s.at(pushed ? 46 : 74, 20), k);
    canvas.sprite(graphics.sprite(kit + "tile"), s.at(pushed ? 74 : 46, 20), flipped);
}

}  // namespace vonk::screens
