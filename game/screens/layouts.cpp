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

namespace {

// Tools at the outer left, Start at the outer right, tiles between them; in a mirror for the left hand.
void trayOf(Layout& layout, const ScreenSpace& s, int tiles, bool run) {
    const Rect whole = s.whole();
    const float tool = s.target(112), start_high = s.target(130), tile_high = s.target(152),
                pad = s.units(22);
    const float inner_left = s.units(48), inner_right = whole.w - s.units(48);
    const float tools_wide = 3 * tool + 2 * s.gap();
    const float start_wide = s.portrait() ? inner_right - inner_left - tools_wide - s.units(40)
                                          : std::min(s.units(372), whole.w * 0.22F);
    const float tile_gap = s.units(18);
    const float least_tile = s.target(104);
    const float between = inner_right - start_wide - s.units(40) - (inner_left + tools_wide + s.units(40));
    const bool two_rows = s.portrait() || between < float(tiles) * least_tile + float(tiles - 1) * tile_gap;
    const float base = s.reachBottom();
    const float row_high = std::max({tool, start_high, tile_high});
    const float high = two_rows ? pad * 3 + tile_high + std::max(tool, start_high) : pad * 2 + row_high;
    const Rect tray{s.units(20), base - high, whole.w - s.units(40), high};
    const float lower_middle = two_rows ? base - pad - std::max(tool, start_high) / 2 : tray.centre().y;
    const float upper_middle = two_rows ? tray.y + pad + tile_high / 2 : lower_middle;
    const bool left = s.size().hand == ui::Hand::Left;
    const auto place = [&](const Rect& rect) { return left ? ui::mirrored(rect, whole) : rect; };

    layout.ground("tray", {tray.x, tray.y, tray.w, whole.h - tray.y});
    const char* names[] = {"undo", "redo", "delete"};
    for (int k = 0; k < 3; ++k) {
        // The order of the three stays the same in both hands.
        const int at = left ? 2 - k : k;
        layout.touch(names[k],
                     place({inner_left + float(at) * (tool + s.gap()), lower_middle - tool / 2, tool, tool}));
    }
    const Rect room =
        two_rows
            ? Rect{inner_left, upper_middle - tile_high / 2, inner_right - inner_left, tile_high}
            : Rect{inner_left + tools_wide + s.units(40), upper_middle - tile_high / 2, between, tile_high};
    if (tiles > 0) {
        const float wide = std::min(s.target(168), (room.w - float(tiles - 1) * tile_gap) / float(tiles));
        const float all = float(tiles) * wide + float(tiles - 1) * tile_gap;
        for (int k = 0; k < tiles; ++k) {
            Rect tile{room.centre().x - all / 2 + float(k) * (wide + tile_gap), room.y, wide, tile_high};
            if (left && !two_rows) {  // the room is mirrored, the order is not
                tile = ui::mirrored(tile, room);
                tile = ui::mirrored(tile, whole);
            }
            layout.touch(fmt::format("tile.{}", k), tile);
        }
    }
    if (run)
        layout.touch("start", place({inner_right - start_wide, lower_middle - start_high / 2, start_wide,
                                     start_high}));
}

}  // namespace

Layout playLayout(const ScreenSpace& s, const PlayContents& contents) {
    Layout layout;
    const Rect whole = s.whole();
    const float m = s.margin(), high = s.units(118);
    trayOf(layout, s, contents.tiles, contents.run);
    const float tray_top = layout.at("tray").y;

    const int corners = (contents.language ? 3 : 2) + contents.side;
    const bool corners_on_top = s.reachTop() < m;
    float corners_wide = float(corners) * s.target(88) + float(corners - 1) * s.gap();
    const float price_wide = s.units(s.portrait() ? 470 : 440);
    const float legend_wide = s.units(312);
    // What stands at the right of the goal.
    const float beside = contents.money    ? price_wide + s.units(24)
                         : contents.legend ? legend_wide + s.units(24)
                                           : 0;
    // Where the words of the goal would have too little room beside them all, those at the side stand lower.
    const bool side_below = corners_on_top && !s.portrait() && contents.reading &&
                            whole.w - 2 * m - corners_wide - beside < s.units(660);
    if (side_below) corners_wide -= float(contents.side) * (s.target(88) + s.gap());
    const float card_top = m;
    float goal_bottom = card_top;
    Rect price{whole.w - m - price_wide, card_top, price_wide, high};
    if (s.portrait()) {
        if (contents.money) layout.read("price", price);
        const bool same_row = !contents.money && !corners_on_top;
        const float goal_top =
            same_row
                ? card_top
                : card_top + std::max(contents.money ? high : 0, corners_on_top ? s.target(88) : 0) + s.gap();
        const float wide = contents.reading ? whole.w - 2 * m : s.units(230);
        layout.read("goal",
                    {whole.centre().x - wide / 2, goal_top, wide, contents.reading ? high : s.units(150)});
    } else {
        if (contents.money) layout.read("price", price);
        const float from = m + (corners_on_top ? corners_wide + s.units(24) : 0);
        const float to = whole.w - m - beside;
        const float wide = contents.reading ? std::min(s.units(820), to - from) : s.units(230);
        // In the middle of the screen where it fits there.
        const float x = std::clamp(whole.centre().x - wide / 2, from, std::max(from, to - wide));
        layout.read("goal", {x, card_top, wide, contents.reading ? high : s.units(150)});
    }
    goal_bottom = layout.at("goal").bottom();
    const float legend_high = s.units(contents.reading ? 128 : 112);
    const float legend_top = (s.portrait() || !contents.money ? goal_bottom : price.bottom()) + s.units(18);
    if (contents.legend) {
        const bool on_top = !contents.money && !s.portrait();
        const float wide = contents.reading ? legend_wide : s.units(150);
        layout.read("legend", {whole.w - m - wide, on_top ? card_top : legend_top, wide, legend_high});
    }
    // In portrait with keys that may not stand at the top they stand below the cards.
    const float corner_top = corners_on_top ? m
                             : s.portrait() ? std::max(s.reachTop() + 1, goal_bottom + s.gap())
                                            : s.reachTop() + 1;
    // Where they stand beside the scene they stand in columns, so that they cover its edge alone.
    const bool columns = !corners_on_top && !s.portrait();
    const float key = s.target(88), step = key + s.gap();
    const int rows = columns ? std::max(1, int((tray_top - corner_top) / step)) : 1;
    int placed = 0;
    const auto corner = [&](const std::string& name) {
        const int column = columns ? placed / rows : placed, row = columns ? placed % rows : 0;
        layout.touch(name, {m + float(column) * step, corner_top + float(row) * step, key, key});
        ++placed;
    };
    corner("home");
    corner("hint");
    if (contents.language) corner("language");
    for (int k = 0; k < contents.side; ++k) {
        const std::string name = fmt::format("side.{}", k);
        if (side_below)
            layout.touch(name, {m + float(k) * step, corner_top + step, key, key});
        else
            corner(name);
    }
    layout.ground("scene", {0, goal_bottom, whole.w, tray_top - goal_bottom});
    // The hint is said below the key that asked for it.
    const float hint_left = side_below ? m + float(contents.side) * step : m;
    const float hint_wide = std::min(
        s.units(860), whole.w - m - hint_left - (side_below && contents.legend ? legend_wide + m : 0));
    float hint_top =
        columns ? goal_bottom + s.units(20) : std::max(goal_bottom, layout.at("hint").bottom()) + s.units(44);
    if (s.portrait() && contents.legend)
        hint_top = std::max(hint_top, layout.at("legend").bottom() + s.units(26));
    const float hint_high = s.units(132);
    const float lowest = (columns ? corner_top : tray_top) - hint_high - s.units(20);
    layout.read("hint-card", {hint_left, std::min(hint_top, lowest), hint_wide, hint_high});
    return layout;
}

Layout failureLayout(const ScreenSpace& s, bool reading, bool language, bool show) {
    Layout layout;
    const Rect whole = s.whole();
    const float base = s.reachBottom() - s.units(28);
    const float wide = std::min(whole.w - 2 * s.margin(), s.units(1320));
    const float x = whole.centre().x - wide / 2, gap = s.units(26), key_high = s.target(150);
    layout.touch("home", cornerKey(s, 0, cornerTop(s)));
    if (language) layout.touch("language", cornerKey(s, 1, cornerTop(s)));
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
    layout.read("reason", {whole.centre().x - reason_wide / 2, keys_top - s.units(24) - reason_high,
                           reason_wide, reason_high});
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

}  // namespace vonk::screens
