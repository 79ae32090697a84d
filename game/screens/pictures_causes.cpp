// Why it failed, in one look; and the two patterns of load.
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

// Two banks of brick, for roads that lie on them.
void banks(const Sketch& s, float top) {
    s.canvas().roundedRect(s.box(8, top, 26, 92 - top), s.size(5), hex(0xB5533C));
    s.canvas().roundedRect(s.box(188, top, 26, 92 - top), s.size(5), hex(0xB5533C));
}

// The road sinks between its ends, and between poles where there are some.
void sag(const Sketch& s, bool props) {
    banks(s, 34);
    const float x = props ? 74 : 21, y = props ? 24 : 30;
    if (props) {
        s.member("wood", {24, 78}, {x, y + 4}, 10);
        s.member("wood", {198, 78}, {222 - x, y + 4}, 10);
        s.member("wood", {21, y}, {x, y}, 12);
        s.member("wood", {222 - x, y}, {201, y}, 12);
    }
    s.member("wood", {x, y}, {111, 66}, 12);
    s.member("wood", {111, 66}, {222 - x, y}, 12);
    for (const float at : {x, 222 - x}) s.joint(at, y, 8);
    s.joint(111, 66, 9);
    s.arrow(111, 34, 0.5F, 90);
}

// A road that is held at one end only turns around it and falls.
void leaf(const Sketch& s) {
    banks(s, 40);
    s.canvas().dashedLine(s.at(34, 34), s.at(180, 34), s.size(4), s.size(8), s.size(7), hex(0x0B3C5D, 0.6F));
    s.member("wood", {32, 34}, {158, 78}, 14);
    s.joint(32, 34, 11);
    s.arrow(176, 52, 0.56F, 110);
}

// A mast goes over to the side to which a rope pulls it.
void mast(const Sketch& s) {
    s.canvas().roundedRect(s.box(20, 84, 182, 12), s.size(4), hex(0xB98350));
    s.canvas().dashedLine(s.at(84, 82), s.at(84, 14), s.size(4), s.size(8), s.size(7), hex(0x0B3C5D, 0.6F));
    s.member("rope", {120, 24}, {182, 78}, 9);
    s.member("wood", {84, 84}, {120, 24}, 14);
    s.joint(84, 84, 9);
    s.joint(182, 80, 8);
    s.joint(120, 24, 9);
    s.arrow(152, 20, 0.56F, 24);
}

// A long and a short piece of road: the long one bends.
void uneven(const Sketch& s) {
    banks(s, 40);
    s.member("wood", {83, 92}, {83, 36}, 13);
    s.member("wood", {21, 34}, {83, 34}, 13);
    bowed(s, {83, 34}, {201, 34}, 26, 13);
    s.joint(21, 34, 8);
    s.joint(83, 34, 9);
    s.joint(201, 34, 8);
    s.arrow(142, 22, 0.52F, 90);
}

void ropeSnapped(const Sketch& s) {
    s.member("rope", {34, 50}, {98, 50}, 15);
    s.member("rope", {124, 50}, {188, 50}, 15);
    s.sprite("bridge/splinter-3", 111, 34, 0.7F, 20);
    s.sprite("bridge/splinter-1", 110, 66, 0.7F, -30);
    s.arrow(18, 50, 0.5F, 180);
    s.arrow(204, 50, 0.5F, 0);
}

// From a low mast a rope lies nearly along the road.
void flatRope(const Sketch& s) {
    s.member("wood", {14, 84}, {208, 84}, 12);
    s.member("steel", {34, 84}, {34, 34}, 14);
    s.member("rope", {34, 34}, {100, 53}, 11);
    s.member("rope", {120, 60}, {184, 80}, 11);
    s.sprite("bridge/splinter-3", 114, 42, 0.7F, 20);
    s.joint(34, 34, 9);
    s.joint(186, 82, 9);
    s.arrow(76, 26, 0.46F, 196);
    s.arrow(164, 54, 0.46F, 17);
}

// A rope from below cannot push: the road sinks onto it.
void slackBelow(const Sketch& s) {
    s.canvas().roundedRect(s.box(82, 82, 58, 16), s.size(5), hex(0x8C9AA3));
    std::vector<Point> line;
    for (int k = 0; k <= 24; ++k) {
        const float t = float(k) / 24.0F;
        line.push_back(s.at(111 + 26 * std::sin(2 * std::numbers::pi_v<float> * t), 46 + 36 * t));
    }
    s.canvas().polyline(line, s.size(11), hex(0x5E4423));
    s.canvas().polyline(line, s.size(7), hex(0xC99A56));
    s.member("wood", {20, 22}, {111, 42}, 14);
    s.member("wood", {111, 42}, {202, 22}, 14);
    s.joint(20, 22, 8);
    s.joint(202, 22, 8);
    s.joint(111, 42, 10);
    s.joint(111, 82, 8);
    s.arrow(111, 14, 0.44F, 90);
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

void drawCause(gfx::Canvas& canvas, std::string_view seen, const Rect& rect) {
    struct Cause {
        std::string_view name;
        void (*draw)(const Sketch&);
    };
    static constexpr std::array causes{
        Cause{"buckled", buckled},
        Cause{"snapped", snapped},
        Cause{"rope", ropeSnapped},
        Cause{"flat-rope", flatRope},
        Cause{"crushed", crushed},
        Cause{"bent", bent},
        Cause{"uneven", uneven},
        Cause{"not-held-up", notHeldUp},
        Cause{"leaf", leaf},
        Cause{"mast", mast},
        Cause{"sag", [](const Sketch& s) { sag(s, false); }},
        Cause{"sag-props", [](const Sketch& s) { sag(s, true); }},
        Cause{"cable-slack", slack},
        Cause{"slack-below", slackBelow},
        Cause{"shaken", shaken},
        Cause{"fell-in-water", fell},
        Cause{"not-across", notAcross},
        Cause{"no-road", noRoad},
        Cause{"loop-open", loopOpen},
        Cause{"short-circuit", loopOpen},
        Cause{"battery-empty", loopOpen},
    };
    const bool mirrored = seen.ends_with('~');
    const std::string_view name = seen.substr(0, seen.size() - (mirrored ? 1 : 0));
    const Sketch s(canvas, rect, card, Sketch::Fit::Inside, mirrored);
    for (const Cause& cause : causes)
        if (cause.name == name) return cause.draw(s);
    s.sprite("icons/warn", 111, 50, 1.6F);
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
