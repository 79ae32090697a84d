#include "game/screens/engineer_layout.h"

#include <algorithm>

namespace vonk::screens {

using ui::Layout;
using ui::Place;
using ui::Rect;
using ui::ScreenSpace;

namespace {

bool meets(const Rect& one, const Rect& other, float gap) {
    return one.x < other.right() + gap && other.x < one.right() + gap && one.y < other.bottom() + gap &&
           other.y < one.bottom() + gap;
}

// Made narrower until it meets nothing that is touched or read; what is at its left pushes its left edge.
Rect narrowed(const Layout& layout, Rect rect, float gap, std::string_view but = {}) {
    for (const Place& place : layout.places()) {
        if (place.use == Place::Use::Ground || place.name == "hint-card" || place.name == but ||
            !meets(rect, place.rect, gap))
            continue;
        if (place.rect.centre().x < rect.centre().x) {
            const float left = place.rect.right() + gap;
            rect.w -= left - rect.x;
            rect.x = left;
        } else {
            rect.w = place.rect.x - gap - rect.x;
        }
    }
    return rect;
}

}  // namespace

void addEngineer(Layout& layout, const ScreenSpace& s, const EngineerContents& contents) {
    const Rect whole = s.whole();
    const float m = s.margin(), gap = s.gap(), key = s.target(88);
    const Rect tray = layout.at("tray");
    float under = layout.at("goal").y;
    for (const char* name : {"price", "legend"})
        if (const Place* place = layout.find(name)) under = std::max(under, place->rect.bottom());
    if (s.portrait()) under = std::max(under, layout.at("goal").bottom());
    const int keys = int(contents.forces) + int(contents.engineer);
    const float wide = float(keys) * key + float(std::max(0, keys - 1)) * gap;
    Rect row{whole.w - m - wide, std::max(under + gap, s.reachTop() + 1), wide, key};
    // Above the keys that look around in a wide level.
    const Place* look = layout.find("look.right");
    row.y = std::min(row.y, (look ? look->rect.y : tray.y) - gap - key);
    // An upright screen has room beside the legend, where hints do not lie.
    const Place* legend = layout.find("legend");
    if (s.portrait() && legend && legend->rect.y > s.reachTop()) {
        row.x = legend->rect.x - gap - wide;
        row.y = legend->rect.y;
    }
    // A small screen has its side keys in a row of their own: these stand below it.
    const Place *home = layout.find("home"), *side = layout.find("side.0");
    const bool narrow = !s.portrait() && home && side && side->rect.x <= home->rect.x &&
                        side->rect.y > home->rect.bottom() && home->rect.y <= m + 1;
    if (narrow) {
        row.x = side->rect.x;
        row.y = side->rect.bottom() + gap;
    }
    float x = row.x;
    for (const auto& [shown, name] :
         {std::pair{contents.forces, "forces"}, std::pair{contents.engineer, "engineer"}}) {
        if (!shown) continue;
        layout.touch(name, {x, row.y, key, key});
        x += key + gap;
    }
    if (!contents.open) return;
    const bool portrait = s.portrait();
    Rect card{m, layout.at("goal").bottom() + gap, whole.w - 2 * m, s.units(portrait ? 486 : 252)};
    if (portrait) {
        for (const Place& place : layout.places())
            if (place.use != Place::Use::Ground && place.name != "hint-card" && meets(card, place.rect, gap))
                card.y = place.rect.bottom() + gap;
    } else {
        // There the card takes the legend's place, too: it says what the signs mean.
        card = narrowed(layout, card, gap, narrow ? "legend" : "");
    }
    layout.ground("engineer.card", card);
    const float high = s.units(portrait ? 112 : 76);
    layout.ground("engineer.note",
                  narrowed(layout, {m, tray.y - high - s.units(8), whole.w - 2 * m, high}, gap));
}

}  // namespace vonk::screens
