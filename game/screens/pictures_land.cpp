// What the little scenes of levels are made of.
#include <algorithm>
#include <cmath>

#include "game/screens/pictures_parts.h"
#include "game/screens/sketch.h"
#include "game/view/vehicle_painter.h"

namespace vonk::screens {

using gfx::hex;
using gfx::Rect;

// Sky above, meadow below the horizon, the corners round.
void drawLand(gfx::Canvas& canvas, const Rect& rect, float horizon, Weather weather) {
    const float radius = std::min(rect.w, rect.h) * 0.1F;
    struct Colours {
        std::uint32_t sky_top, sky_low, meadow, meadow_low;
    };
    constexpr Colours looks[]{{0x8FCBEA, 0xE9F5F7, 0x8CCB66, 0x5BA84A},
                              {0x2B3670, 0xE08C7C, 0x4A5F6A, 0x2F4454},
                              {0x5C7A92, 0xB9CDCF, 0x7FAE6E, 0x4C8650}};
    const Colours& look = looks[static_cast<std::size_t>(weather)];
    const gfx::Color sky_top = hex(look.sky_top), sky_low = hex(look.sky_low), meadow = hex(look.meadow),
                     meadow_low = hex(look.meadow_low);
    canvas.roundedRect(rect, radius, meadow, meadow_low);
    const float high = rect.h * horizon;
    canvas.roundedRect({rect.x, rect.y, rect.w, high}, radius, sky_top, sky_low);
    canvas.gradient({rect.x, rect.y + high - radius, rect.w, radius},
                    gfx::mix(sky_top, sky_low, 1 - radius / high), sky_low);
    canvas.gradient({rect.x, rect.y + high, rect.w, rect.h * 0.16F}, meadow,
                    gfx::mix(meadow, meadow_low, 0.5F));
}

// Two banks, cut from the front, and the water between them; `rect` has round corners below.
void drawRiver(const Sketch& s, const Rect& rect, float from, float to, float level) {
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

void drawVehicle(const Sketch& s, std::string_view key, float x, float y, float metre, std::uint32_t variant,
                 Act act) {
    const world::VehicleRow* row = world::findVehicle(key);
    if (!row || row->axles.empty()) return;
    const gfx::Point at = s.at(x, y);
    const view::ViewFrame frame({0.0, 0.0}, {at.x, at.y}, s.size(metre));
    std::vector<world::BodyView> bodies;
    view::addStanding(bodies, *row, {0.0, 0.0}, variant);
    for (world::BodyView& body : bodies) {
        if (act == Act::Going) body.velocity.x = 1.0;
        if (act == Act::Jumping) body.velocity.y = 1.0;
    }
    // A moment in which nobody waves.
    const view::Brush brush{s.canvas(), frame, s.size(1.0F), 1.5, true};
    view::VehiclePainter(s.canvas().graphics()).draw(brush, bodies, {});
}

}  // namespace vonk::screens
