// Levels as little scenes, and what has to happen in them.
#include <array>

#include "game/screens/pictures_parts.h"
#include "game/screens/sketch.h"

namespace vonk::screens {

using gfx::hex;
using gfx::Point;
using gfx::Rect;

namespace {

// Sky above, meadow below the horizon, the corners round.
void ground(gfx::Canvas& canvas, const Rect& rect, float horizon, bool night) {
    const float radius = std::min(rect.w, rect.h) * 0.1F;
    const gfx::Color sky_top = night ? hex(0x2B3670) : hex(0x8FCBEA),
                     sky_low = night ? hex(0xE08C7C) : hex(0xE9F5F7);
    const gfx::Color meadow = night ? hex(0x4A5F6A) : hex(0x8CCB66),
                     meadow_low = night ? hex(0x2F4454) : hex(0x5BA84A);
    canvas.roundedRect(rect, radius, meadow, meadow_low);
    const float high = rect.h * horizon;
    canvas.roundedRect({rect.x, rect.y, rect.w, high}, radius, sky_top, sky_low);
    canvas.gradient({rect.x, rect.y + high - radius, rect.w, radius},
                    gfx::mix(sky_top, sky_low, 1 - radius / high), sky_low);
    canvas.gradient({rect.x, rect.y + high, rect.w, rect.h * 0.16F}, meadow,
                    gfx::mix(meadow, meadow_low, 0.5F));
}

// Two banks, cut from the front, and the water between them; `rect` has round corners below.
void river(const Sketch& s, const Rect& rect, float from, float to, float level) {
    gfx::Canvas& canvas = s.canvas();
    const float top = s.at(0, level).y, left = s.at(from, 0).x, right = s.at(to, 0).x, bottom = rect.bottom();
    const float radius = std::min(rect.w, rect.h) * 0.1F, grass = s.size(9);
    canvas.roundedRect({rect.x, top, rect.w, bottom - top}, radius, hex(0xB98350), hex(0x85532F));
    for (const Rect& bank : {Rect{rect.x, top, left - rect.x, radius + grass},
                             Rect{right, top, rect.right() - right, radius + grass}}) {
        canvas.gradient(bank, hex(0xB98350), hex(0xB07A48));
        canvas.gradient({bank.x, top, bank.w, grass}, hex(0x8FD06A), hex(0x4F9A48));
    }
    for (int k = 0; k < 7; ++k) {
        const float x = rect.x + rect.w * (0.03F + 0.16F * float(k)),
                    y = top + (bottom - top) * (0.38F + 0.17F * float(k % 3));
        if (x > left - s.size(12) && x < right + s.size(4)) continue;
        canvas.circle({x, y}, s.size(3.4F), hex(0xD9B98A, 0.7F));
    }
    canvas.gradient({left, top + s.size(12), right - left, bottom - top - s.size(12)}, hex(0x4FAEDD),
                    hex(0x1B6DB0));
    canvas.gradient({left, top - s.size(2), right - left, s.size(14)}, hex(0x7CC45C), hex(0x2A6648));
    canvas.rect({left, top + s.size(12), right - left, s.size(2.5F)}, hex(0xEAF8FF));
}

void plankPlace(gfx::Canvas& canvas, const Rect& rect) {
    ground(canvas, rect, 0.5F, false);
    canvas.pushClip(rect);
    const Sketch s(canvas, rect, {400, 230}, Sketch::Fit::Cover);
    s.sprite("scenery/sun", 60, 46, 0.28F);
    s.sprite("scenery/cloud-small", 300, 62, 0.42F);
    s.tinted("scenery/windmill-body", 330, 132, 0.34F, 0.25F, gfx::palette::dayHaze);
    s.sprite("scenery/windmill-sails", 329, 67, 0.34F, 18);
    s.tinted("scenery/willow", 70, 142, 0.5F, 0.15F, gfx::palette::dayHaze);
    river(s, rect, 150, 262, 172);
    s.member("wood", {128, 166}, {284, 166}, 15);
    s.sprite("animals/sheep-standing", 96, 164, 0.62F, 0, true);
    s.sprite("animals/sheep-standing", 196, 159, 0.62F, 0, true);
    s.sprite("scenery/reeds-low", 250, 214, 0.7F);
    s.sprite("animals/sheep-waving-body", 336, 164, 0.5F);
    canvas.popClip();
}

void truckPlace(gfx::Canvas& canvas, const Rect& rect) {
    ground(canvas, rect, 0.52F, false);
    canvas.pushClip(rect);
    const Sketch s(canvas, rect, {400, 230}, Sketch::Fit::Cover);
    s.sprite("scenery/sun", 150, 40, 0.24F);
    s.sprite("scenery/cloud-small", 266, 60, 0.46F);
    s.tinted("scenery/windmill-body", 66, 140, 0.36F, 0.25F, gfx::palette::dayHaze);
    s.sprite("scenery/windmill-sails", 65, 71, 0.36F, 30);
    s.sprite("scenery/cheese-shop", 352, 164, 0.48F);
    river(s, rect, 96, 304, 172);
    s.sprite("scenery/brick-pier", 96, 174, 0.34F);
    s.sprite("scenery/brick-pier", 304, 174, 0.34F);
    const float top = 112, deck = 166;
    for (int k = 0; k < 2; ++k)
        s.member("steel", {124.0F + 52 * float(k), top}, {176.0F + 52 * float(k), top}, 10);
    s.member("steel", {228, top}, {276, top}, 10);
    for (int k = 0; k < 4; ++k) {
        const float x = 98 + 52 * float(k);
        s.member("wood", {x, deck}, {x + 26, top}, 10);
        s.member("wood", {x + 26, top}, {x + 52, deck}, 10);
    }
    s.member("deck", {-40, deck}, {440, deck}, 13);
    for (int k = 0; k < 5; ++k) s.joint(98 + 52 * float(k), deck, 6);
    for (int k = 0; k < 4; ++k) s.joint(124 + 52 * float(k), top, 6);
    s.truck(190, 161, 0.42F);
    canvas.popClip();
}

void lampPlace(gfx::Canvas& canvas, const Rect& rect) {
    ground(canvas, rect, 0.6F, true);
    canvas.pushClip(rect);
    const Sketch s(canvas, rect, {400, 230}, Sketch::Fit::Cover);
    s.sprite("scenery/cloud-dusk", 90, 60, 0.3F);
    s.sprite("scenery/house-dusk-1-step", 60, 168, 0.86F);
    s.sprite("scenery/house-dusk-2-bell", 124, 168, 0.86F);
    s.sprite("scenery/house-dusk-4-plain", 346, 168, 0.9F);
    s.sprite("circuit/lamp-glow", 236, 80, 0.32F);
    s.sprite("circuit/lamp-on", 236, 114, 0.54F);
    const gfx::Color red = hex(0xB5432F), blue = hex(0x2B4FA0);
    canvas.polyline(std::array<Point, 4>{s.at(198, 137), s.at(146, 137), s.at(146, 184), s.at(176, 184)},
                    s.size(7), red);
    canvas.polyline(std::array<Point, 4>{s.at(275, 137), s.at(322, 137), s.at(322, 184), s.at(294, 184)},
                    s.size(7), blue);
    s.sprite("circuit/battery", 236, 184, 0.34F);
    canvas.popClip();
}

void waterPlace(gfx::Canvas& canvas, const Rect& rect) {
    ground(canvas, rect, 0.5F, false);
    canvas.pushClip(rect);
    const Sketch s(canvas, rect, {400, 230}, Sketch::Fit::Cover);
    s.sprite("scenery/windmill-body", 280, 166, 0.5F);
    s.sprite("scenery/windmill-sails", 278, 71, 0.5F, 24);
    river(s, rect, 20, 200, 150);
    s.sprite("vehicles/boat", 100, 164, 0.4F);
    canvas.popClip();
}

}  // namespace

void drawPlace(gfx::Canvas& canvas, std::string_view kind, const Rect& rect) {
    if (kind == "lamp") return lampPlace(canvas, rect);
    if (kind == "water") return waterPlace(canvas, rect);
    if (kind == "sheep") return plankPlace(canvas, rect);
    truckPlace(canvas, rect);
}

void drawGoal(gfx::Canvas& canvas, std::string_view kind, const Rect& rect) {
    const bool night = kind == "lamp";
    ground(canvas, rect, 0.68F, night);
    canvas.pushClip(rect);
    const Sketch s(canvas, rect, {140, 96}, Sketch::Fit::Cover);
    if (kind == "lamp") {
        s.sprite("circuit/lamp-glow", 70, 38, 0.18F);
        s.sprite("circuit/lamp-on", 70, 58, 0.34F);
    } else if (kind == "sheep") {
        s.sprite("animals/sheep-standing", 54, 80, 0.62F, 0, true);
        s.arrow(116, 56, 0.5F, 0);
    } else if (kind == "water") {
        s.sprite("vehicles/boat", 62, 84, 0.4F);
        s.arrow(118, 56, 0.5F, 0);
    } else {
        s.truck(58, 80, 0.37F);
        s.arrow(124, 62, 0.46F, 0);
    }
    canvas.popClip();
}

}  // namespace vonk::screens
