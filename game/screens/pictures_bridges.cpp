// The levels about bridges as little scenes: each shows at a glance what it is about.
#include <algorithm>
#include <array>
#include <cmath>

#include "game/screens/pictures_parts.h"
#include "game/screens/sketch.h"

namespace vonk::screens {

using gfx::hex;
using gfx::Point;
using gfx::Rect;

namespace {

constexpr float deck_y = 166;  // units; the road of all these bridges
constexpr float on_deck = 160;

void fair(const Sketch& s, float sun, float cloud) {
    s.sprite("scenery/sun", sun, 42, 0.25F);
    s.sprite("scenery/cloud-small", cloud, 60, 0.44F);
}

void mill(const Sketch& s, float x, float scale) {
    s.tinted("scenery/windmill-body", x, 138, scale, 0.28F, gfx::palette::dayHaze);
    s.sprite("scenery/windmill-sails", x - 3.2F * scale, 138 - 190 * scale, scale, 22);
}

void curve(const Sketch& s, Point a, Point b, float bow, float width, gfx::Color colour) {
    std::vector<Point> line;
    for (int k = 0; k <= 16; ++k) {
        const float t = float(k) / 16;
        line.push_back(s.at(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t + bow * 4 * t * (1 - t)));
    }
    s.canvas().polyline(line, s.size(width), colour);
}

// A square leans over; the one with a beam across it stands.
void wobblyFrames(const Sketch& s, const Rect& rect) {
    fair(s, 330, 120);
    drawRiver(s, rect, 84, 316, 172);
    const float top = 84;
    const auto frame = [&](float x, float lean, bool braced) {
        s.member("wood", {x, deck_y}, {x + lean, top}, 11);
        s.member("wood", {x + 92, deck_y}, {x + 92 + lean, top}, 11);
        if (braced) s.member("wood", {x, deck_y}, {x + 92, top}, 11);
        s.member("wood", {x + lean, top}, {x + 92 + lean, top}, 11);
        s.joint(x + lean, top, 7);
        s.joint(x + 92 + lean, top, 7);
    };
    frame(94, 34, false);
    frame(214, 0, true);
    for (const float k : {0.0F, 1.0F}) {
        curve(s, {74 + 12 * k, 78 + 8 * k}, {88 + 10 * k, 52 + 12 * k}, -4, 4, hex(0xFFFFFF, 0.9F));
    }
    s.member("deck", {-40, deck_y}, {440, deck_y}, 13);
    for (const float x : {94.0F, 186.0F, 214.0F, 306.0F}) s.joint(x, deck_y, 7);
    drawVehicle(s, "bike", 80, on_deck, 50, 0, Act::Standing);
}

// A rope pulls from above, a pole pushes from below.
void ropeAndPole(const Sketch& s, const Rect& rect) {
    fair(s, 200, 300);
    drawRiver(s, rect, 76, 324, 172);
    s.sprite("scenery/brick-pier", 200, 214, 0.3F);
    for (const float x : {84.0F, 316.0F}) {
        s.canvas().pushClip(s.box(x - 30, 40, 60, 134));
        s.sprite("scenery/brick-pier", x, 50, 0.34F);
        s.sprite("scenery/brick-pier-tile", x, 76, 0.34F);
        s.sprite("scenery/brick-pier-tile", x, 142, 0.34F);
        s.canvas().popClip();
    }
    s.member("cable", {88, 52}, {140, deck_y - 4}, 9);
    s.member("cable", {312, 52}, {260, deck_y - 4}, 9);
    s.member("wood", {200, 212}, {200, 170}, 12);
    s.member("wood", {-40, deck_y}, {440, deck_y}, 13);
    for (const float x : {84.0F, 140.0F, 200.0F, 260.0F, 316.0F}) s.joint(x, deck_y, 7);
    s.joint(88, 50, 7);
    s.joint(312, 50, 7);
    s.sprite("bridge/squeeze-arrow", 226, 196, 0.44F, -90);
    s.sprite("bridge/squeeze-arrow", 146, 106, 0.44F, -116);
    drawVehicle(s, "child", 232, on_deck, 44, 1, Act::Going);
    drawVehicle(s, "child", 194, on_deck, 44, 0, Act::Going);
    drawVehicle(s, "child", 44, on_deck, 44, 3, Act::Going);
}

// The white gate with the road hung from it, a ship that waits, and the rope that is not there yet.
void drawbridge(const Sketch& s, const Rect& rect) {
    fair(s, 340, 84);
    mill(s, 350, 0.26F);
    drawRiver(s, rect, 166, 296, 172);
    const Point top{160, 50}, tip{288, 148};
    s.sprite("vehicles/boat", 232, 196, 0.3F);
    s.canvas().dashedLine(s.at(top.x, top.y), s.at(44, deck_y), s.size(5), s.size(10), s.size(8),
                          hex(0xFFFFFF));
    s.sprite("bridge/drawbridge-leaf", 166, deck_y, 0.37F, -8);
    s.sprite("bridge/drawbridge-tower", top.x, top.y, 0.425F);
    s.member("rope", top, tip, 9);
    for (const float x : {44.0F, 84.0F, 124.0F}) s.joint(x, deck_y + 2, 7);
    s.joint(top.x, top.y, 8, true);
    s.joint(166, deck_y, 8);
    s.joint(tip.x, tip.y, 7);
    drawVehicle(s, "child", 128, on_deck, 40, 2, Act::Standing);
    drawVehicle(s, "child", 94, on_deck, 40, 4, Act::Standing);
    drawVehicle(s, "child", 60, on_deck, 40, 1, Act::Standing);
}

// Where do the poles go? An old pier stands, and two poles are thought of.
void pierPlace(const Sketch& s, const Rect& rect) {
    fair(s, 120, 290);
    mill(s, 340, 0.3F);
    drawRiver(s, rect, 60, 340, 172);
    s.sprite("scenery/brick-pier", 122, 178, 0.4F);
    for (const float x : {198.0F, 272.0F}) {
        s.canvas().roundedRect(s.box(x - 11, 178, 22, 56), s.size(5), hex(0xFFFFFF, 0.22F));
        s.canvas().roundedFrame(s.box(x - 11, 178, 22, 56), s.size(5), s.size(3.4F), hex(0xFFFFFF, 0.9F));
    }
    s.member("deck", {-40, deck_y}, {62, deck_y}, 13);
    s.member("deck", {338, deck_y}, {440, deck_y}, 13);
    s.member("wood", {58, deck_y}, {342, deck_y}, 15);
    for (const float x : {60.0F, 122.0F, 340.0F}) s.joint(x, deck_y, 8);
    for (const float x : {198.0F, 272.0F}) s.joint(x, deck_y, 8, true);
    drawVehicle(s, "car", 196, on_deck - 2, 32, 0, Act::Going);
}

void stormRepair(const Sketch& s, const Rect& rect) {
    s.sprite("scenery/cloud-storm", 282, 86, 0.25F);
    s.sprite("scenery/cloud-storm", 104, 78, 0.2F);
    for (int k = 0; k < 26; ++k) {
        const float x = 14 + 15.4F * float(k), y = 52 + float(k * 37 % 64);
        s.canvas().line(s.at(x, y), s.at(x - 6, y + 20), s.size(2), hex(0xE4F1F7, 0.55F));
    }
    drawRiver(s, rect, 96, 304, 172);
    s.sprite("water/wave-crest", 170, 190, 0.34F);
    s.sprite("water/wave-crest", 252, 194, 0.3F);
    s.sprite("scenery/brick-pier", 96, 174, 0.34F);
    s.sprite("scenery/brick-pier", 304, 174, 0.34F);
    const float top = 104;
    s.member("steel", {126, top}, {174, top}, 11);
    s.member("steel", {226, top}, {278, top}, 11);
    for (const int k : {0, 1, 2, 3}) {
        const float x = 98 + 52 * float(k);
        s.member("wood", {x, deck_y}, {x + 26, top}, 11);
        if (k != 1) s.member("wood", {x + 26, top}, {x + 52, deck_y}, 11);
    }
    // The beams that the storm took: where they were, and what is left of one.
    s.canvas().dashedLine(s.at(152, top + 4), s.at(200, deck_y - 6), s.size(5), s.size(9), s.size(7),
                          hex(0xFFFFFF));
    s.canvas().dashedLine(s.at(182, top), s.at(224, top), s.size(5), s.size(9), s.size(7), hex(0xFFFFFF));
    s.member("deck", {-40, deck_y}, {440, deck_y}, 13);
    for (int k = 0; k < 5; ++k) s.joint(98 + 52 * float(k), deck_y, 6);
    for (int k = 0; k < 4; ++k) s.joint(124 + 52 * float(k), top, 6, k == 1);
    s.truck(44, on_deck, 0.34F);
    s.sprite("icons/coin", 352, 132, 1.0F);
}

// Two children build from both banks, and meet.
void twoBanks(const Sketch& s, const Rect& rect) {
    fair(s, 200, 92);
    drawRiver(s, rect, 108, 292, 172);
    s.member("wood", {-40, deck_y}, {172, deck_y}, 13);
    s.member("wood", {228, deck_y}, {440, deck_y}, 13);
    s.member("wood", {112, 196}, {168, deck_y + 4}, 11);
    s.member("wood", {288, 196}, {232, deck_y + 4}, 11);
    s.canvas().dashedLine(s.at(184, deck_y), s.at(218, deck_y), s.size(6), s.size(9), s.size(7),
                          hex(0xFFFFFF));
    for (const float x : {112.0F, 288.0F}) s.joint(x, 196, 6);
    s.joint(172, deck_y, 8, true);
    s.joint(228, deck_y, 8, true);
    s.sprite("people/child-point-orange", 62, 162, 0.86F);
    s.sprite("people/child-point-hat", 338, 162, 0.86F, 0, true);
    s.sprite("ui/ghost-hand-small", 150, 84, 0.56F, 18);
    s.sprite("ui/ghost-hand-small", 250, 84, 0.56F, -18);
}

// A low steel mast at dusk, and the stays that lie flat from it.
void swan(const Sketch& s, const Rect& rect) {
    for (const auto& [x, h, w] : {std::array{18.0F, 54.0F, 30.0F}, std::array{52.0F, 80.0F, 24.0F},
                                  std::array{80.0F, 46.0F, 40.0F}, std::array{290.0F, 66.0F, 28.0F},
                                  std::array{322.0F, 92.0F, 26.0F}, std::array{352.0F, 58.0F, 44.0F}}) {
        s.canvas().gradient(s.box(x, 148 - h, w, h), hex(0x77608F), hex(0xA98AA6));
        for (float y = 154 - h; y < 140; y += 10)
            s.canvas().rect(s.box(x + 4, y, w - 8, 3), hex(0xF6C98A, 0.7F));
    }
    drawRiver(s, rect, 120, 340, 172);
    const Point top{112, 92};
    s.member("cable", {top.x, top.y}, {34, deck_y}, 8);
    for (const float x : {172.0F, 228.0F, 284.0F}) s.member("rope", {top.x, top.y}, {x, deck_y}, 7);
    s.member("steel", {top.x, deck_y + 4}, {top.x, top.y}, 13);
    s.member("wood", {118, deck_y}, {342, deck_y}, 11);
    for (const float x : {118.0F, 172.0F, 228.0F, 284.0F, 342.0F}) s.joint(x, deck_y, 6);
    s.joint(34, deck_y, 6);
    s.joint(top.x, top.y, 9, true);
    s.arrow(top.x, 62, 0.5F, -90);
    for (int k = 0; k < 3; ++k)
        drawVehicle(s, "adult", 318 - 34 * float(k), on_deck, 36, std::uint32_t(k), Act::Going);
}

// They jump in step, and the bridge swings.
void inStep(const Sketch& s, const Rect& rect) {
    fair(s, 344, 70);
    drawRiver(s, rect, 60, 340, 178);
    for (const float k : {-14.0F, 14.0F}) curve(s, {52, 172}, {348, 172}, k, 5, hex(0xFFFFFF, 0.75F));
    // Held from below by posts on a cable.
    const std::array<Point, 5> cable{Point{54, 174}, {126, 206}, {200, 206}, {274, 206}, {346, 174}};
    for (std::size_t k = 0; k + 1 < cable.size(); ++k) s.member("cable", cable[k], cable[k + 1], 7);
    for (std::size_t k = 1; k + 1 < cable.size(); ++k) {
        s.member("wood", cable[k], {cable[k].x, 178}, 9);
        s.joint(cable[k].x, cable[k].y, 6);
    }
    curve(s, {52, 172}, {348, 172}, 5, 15, hex(0x5E3A1E));
    curve(s, {52, 172}, {348, 172}, 5, 11, hex(0xE0A660));
    s.canvas().line(s.at(-20, 172), s.at(56, 172), s.size(13), hex(0x4A5865));
    s.canvas().line(s.at(344, 172), s.at(420, 172), s.size(13), hex(0x4A5865));
    s.joint(54, 172, 9);
    s.joint(346, 172, 9);
    for (int k = 0; k < 4; ++k) {
        const float x = 108 + 62 * float(k);
        drawVehicle(s, "adult", x, 138, 52, std::uint32_t(k), Act::Jumping);
        curve(s, {x - 16, 152}, {x + 16, 152}, 5, 3, hex(0xFFFFFF, 0.9F));
    }
}

// The train is longer than the bridge it drives through; on top in the middle it is pushed hardest.
void longTrain(const Sketch& s, const Rect& rect) {
    fair(s, 348, 150);
    mill(s, 34, 0.24F);
    drawRiver(s, rect, 64, 336, 172);
    for (const float x : {64.0F, 336.0F}) s.sprite("scenery/brick-pier", x, 176, 0.34F);
    const float deck = deck_y, bay = 54;
    const std::array<float, 5> tops{96, 74, 66, 74, 96};
    s.member("rail", {-40, deck}, {440, deck}, 12);
    drawVehicle(s, "train", 362, deck - 5, 15.6F, 0, Act::Going);
    const auto above = [&](int k) { return Point{92 + bay * float(k), tops[std::size_t(k)]}; };
    for (int k = 0; k < 5; ++k) {
        const Point top = above(k);
        s.member("steel", {top.x - bay / 2, deck}, top, 8);
        s.member("steel", top, {top.x + bay / 2, deck}, 8);
        if (k < 4) s.member("steel", top, above(k + 1), 10);
    }
    for (int k = 0; k < 6; ++k) s.joint(65 + bay * float(k), deck, 6);
    for (int k = 0; k < 5; ++k) s.joint(above(k).x, above(k).y, 6, k == 2);
    s.arrow(172, 54, 0.44F, 12);
    s.arrow(228, 54, 0.44F, 168);
}

// A bridge that is still an idea, and all who want to cross it.
void freeBuild(const Sketch& s, const Rect& rect) {
    fair(s, 352, 168);
    drawRiver(s, rect, 176, 372, 172);
    const float top = 92;
    const auto idea = [&](float x0, float y0, float x1, float y1) {
        s.canvas().dashedLine(s.at(x0, y0), s.at(x1, y1), s.size(5), s.size(9), s.size(7), hex(0xFFFFFF));
    };
    idea(224, deck_y, 366, deck_y);
    idea(200, top, 342, top);
    idea(271, deck_y, 295, top);
    idea(295, top, 318, deck_y);
    idea(318, deck_y, 342, top);
    idea(342, top, 366, deck_y);
    idea(247, top, 271, deck_y);
    s.member("wood", {177, deck_y}, {200, top}, 11);
    s.member("steel", {200, top}, {224, deck_y}, 11);
    s.member("deck", {-40, deck_y}, {226, deck_y}, 12);
    s.member("deck", {366, deck_y}, {440, deck_y}, 12);
    for (const auto& [x, y] : {Point{177, deck_y}, Point{200, top}, Point{366, deck_y}}) s.joint(x, y, 7);
    s.joint(224, deck_y, 8, true);
    drawVehicle(s, "sheep", 150, on_deck, 50, 0, Act::Standing);
    drawVehicle(s, "child", 104, on_deck, 46, 0, Act::Standing);
    s.truck(46, on_deck, 0.42F);
    s.sprite("ui/ghost-hand-small", 236, 118, 0.56F, -18);
}

struct Place {
    std::string_view id;
    void (*draw)(const Sketch&, const Rect&);
    float horizon;
    Weather weather;
};
constexpr std::array places{Place{"wobbly-frames", wobblyFrames, 0.5F, Weather::Day},
                            Place{"rope-and-pole", ropeAndPole, 0.5F, Weather::Day},
                            Place{"drawbridge", drawbridge, 0.5F, Weather::Day},
                            Place{"pier-place", pierPlace, 0.5F, Weather::Day},
                            Place{"storm-repair", stormRepair, 0.52F, Weather::Storm},
                            Place{"two-banks", twoBanks, 0.5F, Weather::Day},
                            Place{"the-swan", swan, 0.62F, Weather::Dusk},
                            Place{"in-step", inStep, 0.5F, Weather::Day},
                            Place{"long-train", longTrain, 0.52F, Weather::Day},
                            Place{"free-build", freeBuild, 0.5F, Weather::Day}};

}  // namespace

bool drawBridgePlace(gfx::Canvas& canvas, std::string_view id, const Rect& rect) {
    for (const Place& place : places) {
        if (place.id != id) continue;
        drawLand(canvas, rect, place.horizon, place.weather);
        canvas.pushClip(rect);
        place.draw(Sketch(canvas, rect, {400, 230}, Sketch::Fit::Cover), rect);
        canvas.popClip();
        return true;
    }
    return false;
}

}  // namespace vonk::screens
