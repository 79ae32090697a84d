// Portraits of those who do it for a living, and the badges of what a visitor showed.
#include <cmath>
#include <string>
#include <vector>

#include "engine/ui/theme.h"
#include "game/screens/pictures.h"
#include "game/screens/pictures_parts.h"
#include "game/screens/sketch.h"

namespace vonk::screens {

using gfx::hex;
using gfx::Point;
using gfx::Rect;

void drawCareer(gfx::Canvas& canvas, std::string_view id, const Rect& rect) {
    canvas.roundedRect(rect, rect.h * 0.12F, hex(0xFFD9A0), hex(0xF2A65A));
    // A career without a portrait of its own has that of the technician.
    const std::string own = "people/portrait-" + std::string(id);
    auto portrait = canvas.graphics().atlas().find(own);
    if (!portrait) portrait = canvas.graphics().atlas().find("people/portrait-technicus");
    if (portrait) {
        canvas.spriteFit(*portrait, rect);
        return;
    }
    canvas.spriteFit(canvas.graphics().sprite("people/child-point-hat"), rect.inset(rect.h * 0.1F));
}

float routeHeight(const Rect& rect, float along) {
    return rect.y + rect.h * (0.32F - 0.22F * along - 0.04F * std::sin(along * 6.3F));
}

void drawRoute(gfx::Canvas& canvas, const Rect& rect) {
    const float unit = std::min(rect.w / 592.0F, rect.h / 190.0F), radius = 30 * unit;
    const auto height = [&](float x) { return routeHeight(rect, (x - rect.x) / rect.w); };
    std::vector<Point> crest;
    for (int k = 0; k <= 24; ++k) {
        const float x = rect.x + rect.w * float(k) / 24;
        crest.push_back({x, height(x)});
    }
    canvas.roundedRect({rect.x, rect.bottom() - 3 * radius, rect.w, 3 * radius}, radius, hex(0x9BD07A),
                       gfx::hex(0x8CCB66));
    for (std::size_t k = 0; k + 1 < crest.size(); ++k) {
        const gfx::Vertex piece[4]{{crest[k], hex(0xBFE3A0)},
                                   {crest[k + 1], hex(0xBFE3A0)},
                                   {{crest[k + 1].x, rect.bottom() - 2 * radius}, hex(0x9BD07A)},
                                   {{crest[k].x, rect.bottom() - 2 * radius}, hex(0x9BD07A)}};
        canvas.polygon(piece);
    }
    canvas.polyline(crest, 26 * unit, hex(0x3A4A58));
    canvas.polyline(crest, 21 * unit, hex(0x5A6A78));
    for (std::size_t k = 0; k + 1 < crest.size(); k += 2)
        canvas.line(crest[k], gfx::mix(crest[k], crest[k + 1], 0.6F), 3 * unit, hex(0xFFE07A));
    const Sketch trees(canvas, rect, {rect.w / unit, rect.h / unit});
    const auto stand = [&](std::string_view name, float x, float scale) {
        trees.sprite(name, x, (height(rect.x + x * unit) - rect.y) / unit - 10, scale);
    };
    const float wide = rect.w / unit;
    stand("people/cyclist-red", wide * 0.25F, 0.62F);
    stand("scenery/willow-small", wide * 0.5F, 0.6F);
    stand("scenery/tree-small", wide * 0.75F, 0.56F);
    for (int k = 0; k < 4; ++k) {
        const float x = rect.x + rect.w * (0.125F + 0.25F * float(k));
        const Point at{x, height(x)};
        canvas.circle({at.x + 2 * unit, at.y + 5 * unit}, 27 * unit, hex(0x0A1C30, 0.3F));
        canvas.circle(at, 27 * unit, gfx::palette::paper);
        canvas.circle(at, 22 * unit, k < 2 ? gfx::palette::skyState : gfx::palette::spark);
        gfx::TextStyle style;
        style.font = gfx::Font::Title;
        style.size = 26 * unit;
        style.align = gfx::Align::Centre;
        style.anchor = gfx::Anchor::Middle;
        canvas.text(std::to_string(k + 1), at, style);
    }
}

void drawBadge(gfx::Canvas& canvas, std::string_view talent, const Rect& rect) {
    const Sketch s(canvas, rect, {140, 182});
    const Point ribbon[2][3]{{{34, 100}, {20, 176}, {78, 130}}, {{106, 100}, {120, 176}, {62, 130}}};
    for (const auto& side : ribbon) {
        const Point points[3]{s.at(side[0].x, side[0].y), s.at(side[1].x, side[1].y),
                              s.at(side[2].x, side[2].y)};
        canvas.polygon(points, hex(0x0B4F8A));
    }
    canvas.circle(s.at(70, 70), s.size(64), hex(0xF2A32A));
    canvas.circle(s.at(70, 68), s.size(62), hex(0xFFC94A));
    canvas.circle(s.at(70, 70), s.size(52), hex(0xFFF6DC));
    const std::string_view icon = talent == "keeps_going" || talent == "mends" ? "icons/again"
                                  : talent == "neat"                           ? "icons/hand"
                                  : talent == "thrifty"                        ? "icons/coin"
                                  : talent == "strong"                         ? "icons/tri"
                                                                               : "icons/eye";
    s.sprite(icon, 70, 70, 1.5F);
    for (const float angle : {-2.2F, -0.9F, 0.3F})
        s.sprite("ui/spark-small", 70 + 64 * std::cos(angle), 70 + 64 * std::sin(angle), 0.8F);
}

}  // namespace vonk::screens
