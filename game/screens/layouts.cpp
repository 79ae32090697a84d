#include "game/screens/layouts.h"

#include <fmt/format.h>

namespace vonk::screens {

using ui::Rect;

namespace {

// The corner keys start at the top margin, or lower where no child reaches so high.
float cornerTop(const ScreenSpace& s) {
    return std::max(s.margin(), s.reachTop() + 1);
}

Rect cornerKey(const ScreenSpace& s, int index, float top) {
    const float side = s.target(88);
    return {s.margin() + float(index) * (side + s.gap()), top, side, side};
}

}  // namespace

Layout attractLayout(const ScreenSpace& s, int languages) {
    Layout layout;
    const Rect whole = s.whole();
    layout.ground("scene", whole);
    layout.read("logo", {s.units(52), s.units(34), s.units(250), s.units(98)});
    const float title_width = whole.w - 2 * s.units(s.portrait() ? 40 : 340);
    const float top = s.portrait() ? whole.h * 0.12F : s.units(96);
    layout.read("title", {whole.centre().x - title_width / 2, top, title_width, s.units(192)});
    layout.read("subtitle",
                {whole.centre().x - title_width / 2, top + s.units(200), title_width, s.units(64)});

    const float word = s.target(84), high = s.target(64), pad = s.units(12);
    const float wide = float(languages) * word + 2 * pad;
    const Rect pill{whole.centre().x - wide / 2, s.reachBottom() - s.units(14) - high - 2 * pad, wide,
                    high + 2 * pad};
    layout.ground("languages", pill);
    for (int k = 0; k < languages; ++k)
        layout.touch(fmt::format("language.{}", k),
                     {pill.x + pad + float(k) * word, pill.y + pad, word, high});
    return layout;
}

constexpr int board_of_places = 7;

Layout chooseLayout(const ScreenSpace& s, int places, bool language) {
    Layout layout;
    const Rect whole = s.whole();
    layout.ground("scene", whole);
    const float top = cornerTop(s);
    layout.touch("home", cornerKey(s, 0, top));
    if (language) layout.touch("language", cornerKey(s, 1, top));
    const float corner_right = cornerKey(s, 1, top).right() + s.gap();
    const bool beside = top <= s.margin() + 1;
    const float title_left = beside ? corner_right : s.margin();
    const float title_width = whole.w - 2 * title_left;
    layout.read("title", {title_left, s.margin(), title_width, s.units(96)});
    const float below = std::max(top + cornerKey(s, 0, top).h, s.margin() + s.units(96)) + s.gap() * 1.5F;
    // Where the band is narrow the places stand beside the corner keys, not below them.
    const bool narrow = s.reachBottom() - below < s.units(420) && !s.portrait();
    const Rect area = narrow ? Rect{corner_right, s.reachTop() + s.gap(), whole.w - corner_right - s.margin(),
                                    s.reachBottom() - s.reachTop() - 2 * s.gap()}
                             : Rect{s.margin() * 2, below, whole.w - 4 * s.margin(),
                                    s.reachBottom() - below - s.margin() * 2};
    // A whole subject of levels is a board of places; the first, for the youngest, is the largest.
    const gfx::Size most{s.units(550), s.units(473)};
    const auto rects = places < board_of_places ? ui::grid(area, places, most, s.units(56))
                                                : ui::gridWithLargeFirst(area, places, most, s.units(40));
    for (std::size_t k = 0; k < rects.size(); ++k) layout.touch(fmt::format("place.{}", k), rects[k]);
    return layout;
}

Layout failureLayout(const ScreenSpace& s, bool reading, bool language, bool show) {
    Layout layout;
    const Rect whole = s.whole();
    const float base = s.reachBottom() - s.units(28);
    const float wide = std::min(whole.w - 2 * s.margin(), s.units(1320));
    const float x = whole.centre().x - wide / 2, gap = s.units(26), key_high = s.target(150);
    const float corners = s.margin() + (language ? 2.0F : 1.0F) * (s.target(88) + s.gap());
    const float slow_wide = std::min(s.units(720), whole.w - 2 * corners);
    layout.read("slow", {whole.centre().x - slow_wide / 2, s.units(34), slow_wide, s.units(84)});
    float keys_top = base - key_high;
    const int others = show ? 3 : 2;
    const char* names[] = {"show-me", "again", "self"};
    const auto add = [&](int k, const Rect& rect) { layout.touch(names[k + (show ? 0 : 1)], rect); };
    if (s.portrait()) {
        const auto row = ui::row({x, base - key_high, wide, key_high}, others, gap);
        for (int k = 0; k < others; ++k) add(k, row[std::size_t(k)]);
        keys_top = base - 2 * key_high - gap;
        layout.touch("idea", {x, keys_top, wide, key_high});
    } else {
        const float idea = reading ? wide * (show ? 0.37F : 0.485F) : s.units(460);
        const float other = reading ? (wide - idea - float(others) * gap) / float(others) : key_high * 1.15F;
        float at = whole.centre().x - (idea + float(others) * (other + gap)) / 2;
        layout.touch("idea", {at, keys_top, idea, key_high});
        at += idea + gap;
        for (int k = 0; k < others; ++k, at += other + gap) add(k, {at, keys_top, other, key_high});
    }
    const float reason_high = s.units(132), reason_wide = reading ? wide : s.units(330);
    const float reason_top = keys_top - s.units(24) - reason_high;
    layout.read("reason", {whole.centre().x - reason_wide / 2, reason_top, reason_wide, reason_high});
    // Upright, with a band of reach that ends lower than the screen, the upper corners of the band are where
    // the bridge is: then these stand below it.
    const bool below = s.portrait() && s.reachTop() > s.margin();
    const float corner_top =
        below ? std::max(cornerTop(s), reason_top - s.gap() - s.target(88)) : cornerTop(s);
    layout.touch("home", cornerKey(s, 0, corner_top));
    if (language) layout.touch("language", cornerKey(s, 1, corner_top));
    return layout;
}

Layout showLayout(const ScreenSpace& s) {
    Layout layout;
    const Layout play = playLayout(s, {.tiles = 0});
    const Rect tray = play.at("tray"), stop = play.at("start"), whole = s.whole();
    layout.ground("scene", play.at("scene"));
    layout.ground("tray", tray);
    layout.touch("stop", stop);
    // Beside the key, on the side that is free.
    const float pad = s.units(48), gap = s.units(40);
    const bool left = stop.centre().x < whole.centre().x;
    const float from = left ? stop.right() + gap : pad, to = left ? whole.w - pad : stop.x - gap;
    layout.read("note", {from, stop.y, to - from, stop.h});
    return layout;
}

Layout historyLayout(const ScreenSpace& s, int tries, bool reading) {
    Layout layout;
    const float top = std::max(s.margin(), s.reachTop() + s.margin()), bottom = s.reachBottom() - s.margin(),
                pad = s.units(36), key = s.target(88), gap = s.units(24);
    const float wide = std::min(s.whole().w - 2 * s.margin(), s.units(1560));
    const Rect room{s.whole().centre().x - wide / 2, top, wide, bottom - top};
    const float head = key + gap;
    const Rect area{room.x + pad, room.y + pad + head, room.w - 2 * pad, room.h - 2 * pad - head};
    // In rows of four, or of two on a high screen; the card is as high as what is in it.
    const int columns = std::min(std::max(1, tries), s.portrait() ? 2 : tries > 4 ? (tries + 1) / 2 : 4);
    const int rows = (std::max(1, tries) + columns - 1) / columns;
    const float cell_wide = std::min(s.units(440), (area.w - gap * float(columns - 1)) / float(columns));
    const float cell_high = std::min(cell_wide * 0.66F, (area.h - gap * float(rows - 1)) / float(rows));
    const float high_all = float(rows) * cell_high + float(rows - 1) * gap;
    const float low = area.centre().y - high_all / 2, high = low + high_all;
    const Rect card{room.x, low - pad - head, room.w, high - low + 2 * pad + head};
    layout.ground("card", card);
    if (reading) layout.read("title", {card.x + pad, card.y + pad * 0.7F, card.w - 2 * pad - key - gap, key});
    layout.touch("close", {card.right() - pad - key, card.y + pad * 0.7F, key, key});
    for (int k = 0; k < tries; ++k) {
        const int row = k / columns, in_row = std::min(columns, tries - row * columns);
        const float from = area.centre().x - (float(in_row) * (cell_wide + gap) - gap) / 2 +
                           float(k % columns) * (cell_wide + gap);
        layout.touch(fmt::format("try.{}", k),
                     {from, low + float(row) * (cell_high + gap), cell_wide, cell_high});
    }
    return layout;
}

Layout languageLayout(const ScreenSpace& s, int languages) {
    Layout layout;
    const float pad = s.units(48), gap = s.units(32);
    const Rect room{s.margin() + pad, s.reachTop() + s.margin() + pad, s.whole().w - 2 * (s.margin() + pad),
                    s.reachBottom() - s.reachTop() - 2 * (s.margin() + pad)};
    const auto keys = ui::grid(room, languages, {s.units(520), s.target(150)}, gap);
    Rect card = keys.front();
    for (std::size_t k = 0; k < keys.size(); ++k) {
        layout.touch(fmt::format("language.{}", k), keys[k]);
        const float right = std::max(card.right(), keys[k].right()),
                    bottom = std::max(card.bottom(), keys[k].bottom());
        card.x = std::min(card.x, keys[k].x);
        card.y = std::min(card.y, keys[k].y);
        card.w = right - card.x;
        card.h = bottom - card.y;
    }
    layout.ground("card", card.inset(-pad));
    return layout;
}

}  // namespace vonk::screens
