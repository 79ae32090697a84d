// Levels as little scenes, and what has to happen in them.
#include <array>

#include "game/screens/pictures_parts.h"
#include "game/screens/sketch.h"
#include "game/world/vehicles.h"

namespace vonk::screens {

using gfx::hex;
using gfx::Point;
using gfx::Rect;

namespace {

void plankPlace(gfx::Canvas& canvas, const Rect& rect) {
    drawLand(canvas, rect, 0.5F, Weather::Day);
    canvas.pushClip(rect);
    const Sketch s(canvas, rect, {400, 230}, Sketch::Fit::Cover);
    s.sprite("scenery/sun", 60, 46, 0.28F);
    s.sprite("scenery/cloud-small", 300, 62, 0.42F);
    s.tinted("scenery/windmill-body", 330, 132, 0.34F, 0.25F, gfx::palette::dayHaze);
    s.sprite("scenery/windmill-sails", 329, 67, 0.34F, 18);
    s.tinted("scenery/willow", 70, 142, 0.5F, 0.15F, gfx::palette::dayHaze);
    drawRiver(s, rect, 150, 262, 172);
    s.member("wood", {128, 166}, {284, 166}, 15);
    s.sprite("animals/sheep-standing", 96, 164, 0.62F, 0, true);
    s.sprite("animals/sheep-standing", 196, 159, 0.62F, 0, true);
    s.sprite("scenery/reeds-low", 250, 214, 0.7F);
    s.sprite("animals/sheep-waving-body", 336, 164, 0.5F);
    canvas.popClip();
}

void truckPlace(gfx::Canvas& canvas, const Rect& rect) {
    drawLand(canvas, rect, 0.52F, Weather::Day);
    canvas.pushClip(rect);
    const Sketch s(canvas, rect, {400, 230}, Sketch::Fit::Cover);
    s.sprite("scenery/sun", 150, 40, 0.24F);
    s.sprite("scenery/cloud-small", 266, 60, 0.46F);
    s.tinted("scenery/windmill-body", 66, 140, 0.36F, 0.25F, gfx::palette::dayHaze);
    s.sprite("scenery/windmill-sails", 65, 71, 0.36F, 30);
    s.sprite("scenery/cheese-shop", 352, 164, 0.48F);
    drawRiver(s, rect, 96, 304, 172);
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
    drawLand(canvas, rect, 0.6F, Weather::Dusk);
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
    drawLand(canvas, rect, 0.5F, Weather::Day);
    canvas.pushClip(rect);
    const Sketch s(canvas, rect, {400, 230}, Sketch::Fit::Cover);
    s.sprite("scenery/windmill-body", 280, 166, 0.5F);
    s.sprite("scenery/windmill-sails", 278, 71, 0.5F, 24);
    drawRiver(s, rect, 20, 200, 150);
    s.sprite("vehicles/boat", 100, 164, 0.4F);
    canvas.popClip();
}

// Any other level: what comes over it, on a beam bridge.
void crossingPlace(gfx::Canvas& canvas, std::string_view vehicle, const Rect& rect) {
    drawLand(canvas, rect, 0.5F, Weather::Day);
    canvas.pushClip(rect);
    const Sketch s(canvas, rect, {400, 230}, Sketch::Fit::Cover);
    s.sprite("scenery/sun", 60, 46, 0.28F);
    s.sprite("scenery/cloud-small", 300, 62, 0.42F);
    drawRiver(s, rect, 110, 290, 172);
    s.member("deck", {-40, 166}, {440, 166}, 13);
    const world::VehicleRow* row = world::findVehicle(vehicle);
    const double wide = row ? row->axles.back().behind + 2.0 * row->ahead : 1.0;
    const float metre = static_cast<float>(std::min(260.0 / wide, 60.0));
    drawVehicle(s, vehicle, 200 + 0.5F * metre * static_cast<float>(wide - 2.0 * (row ? row->ahead : 0.0)),
                160, metre, 0, Act::Going);
    canvas.popClip();
}

}  // namespace

void drawPlace(gfx::Canvas& canvas, std::string_view what, const Rect& rect) {
    const auto slash = what.find('/');
    const std::string_view id = what.substr(0, slash);
    const std::string_view kind = slash == std::string_view::npos ? what : what.substr(slash + 1);
    if (drawBridgePlace(canvas, id, rect)) return;
    if (kind == "lamp") return lampPlace(canvas, rect);
    if (kind == "water") return waterPlace(canvas, rect);
    if (kind == "sheep") return plankPlace(canvas, rect);
    if (kind == "cheese-truck" || !world::findVehicle(kind)) return truckPlace(canvas, rect);
    crossingPlace(canvas, kind, rect);
}

void drawGoal(gfx::Canvas& canvas, std::string_view kind, const Rect& rect) {
    drawLand(canvas, rect, 0.68F, kind == "lamp" ? Weather::Dusk : Weather::Day);
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
    } else if (kind == "child") {
        drawVehicle(s, kind, 74, 84, 46, 0, Act::Going);
        drawVehicle(s, kind, 36, 84, 46, 1, Act::Going);
        s.arrow(116, 60, 0.5F, 0);
    } else if (kind == "adult") {
        drawVehicle(s, kind, 74, 86, 40, 1, Act::Going);
        drawVehicle(s, kind, 36, 86, 40, 0, Act::Going);
        s.arrow(116, 60, 0.5F, 0);
    } else if (kind == "jump") {
        const gfx::Color motion = hex(0xFFFFFF, 0.95F);
        for (int k = 0; k < 2; ++k) {
            const float x = 40 + 44 * float(k);
            drawVehicle(s, "adult", x, 70, 38, std::uint32_t(1 - k), Act::Jumping);
            for (const float low : {0.0F, 7.0F})
                s.canvas().line(s.at(x - 13 + 0.5F * low, 78 + low), s.at(x + 13 - 0.5F * low, 78 + low),
                                s.size(3), motion);
        }
        s.arrow(120, 34, 0.44F, -90);
        s.arrow(120, 72, 0.44F, 90);
    } else if (kind == "bike") {
        drawVehicle(s, kind, 78, 84, 42, 0, Act::Going);
        s.arrow(122, 56, 0.44F, 0);
    } else if (kind == "car") {
        drawVehicle(s, kind, 86, 80, 24, 0, Act::Going);
        s.arrow(124, 60, 0.44F, 0);
    } else if (kind == "train") {
        drawVehicle(s, kind, 96, 78, 18, 0, Act::Going);
        s.arrow(124, 58, 0.4F, 0);
    } else {
        s.truck(58, 80, 0.37F);
        s.arrow(124, 62, 0.46F, 0);
    }
    canvas.popClip();
}

}  // namespace vonk::screens
