// Where everything lies on the play screen.
#include <fmt/format.h>

#include <algorithm>

#include "game/screens/layouts.h"

namespace vonk::screens {

using ui::Rect;

namespace {

// Tools at the outer left, Start at the outer right, tiles between them; in a mirror for the left hand.
void trayOf(Layout& layout, const ScreenSpace& s, const PlayContents& contents) {
    const int tiles = contents.tiles, tools = int(contents.tools.size());
    const Rect whole = s.whole();
    const float tool = s.target(tools > 4 ? 88 : 112), start_high = s.target(130), tile_high = s.target(152),
                pad = s.units(22);
    const float inner_left = s.units(48), inner_right = whole.w - s.units(48);
    // Upright, many tools stand in two rows, so that Start keeps its width.
    const float one_row = float(tools) * tool + float(tools - 1) * s.gap();
    const bool crowded = inner_right - inner_left - one_row - s.units(40) < s.target(300);
    const int rows = s.portrait() && tools > 1 && crowded ? 2 : 1, columns = (tools + rows - 1) / rows;
    const float tools_wide = float(columns) * tool + float(columns - 1) * s.gap();
    const float tools_high = float(rows) * tool + float(rows - 1) * s.gap();
    // Where nothing is started the tiles have its room.
    const float start_wide = !contents.run  ? 0.0F
                             : s.portrait() ? inner_right - inner_left - tools_wide - s.units(40)
                                            : std::min(s.units(372), whole.w * 0.22F);
    const float tile_gap = s.units(18);
    const float least_tile = s.target(104);
    const float between = inner_right - start_wide - s.units(40) - (inner_left + tools_wide + s.units(40));
    const bool two_rows = s.portrait() || between < float(tiles) * least_tile + float(tiles - 1) * tile_gap;
    const float base = s.reachBottom();
    const float row_high = std::max({tool, start_high, tile_high});
    const float lower_high = std::max(tools_high, start_high);
    const float high = two_rows ? pad * 3 + tile_high + lower_high : pad * 2 + row_high;
    const Rect tray{s.units(20), base - high, whole.w - s.units(40), high};
    const float lower_middle = two_rows ? base - pad - lower_high / 2 : tray.centre().y;
    const float upper_middle = two_rows ? tray.y + pad + tile_high / 2 : lower_middle;
    const bool left = s.size().hand == ui::Hand::Left;
    const auto place = [&](const Rect& rect) { return left ? ui::mirrored(rect, whole) : rect; };

    layout.ground("tray", {tray.x, tray.y, tray.w, whole.h - tray.y});
    for (int k = 0; k < tools; ++k) {
        // Their order stays the same in both hands.
        const int column = k % columns, at = left ? columns - 1 - column : column;
        const float top = lower_middle - tools_high / 2 + float(k / columns) * (tool + s.gap());
        layout.touch(contents.tools[std::size_t(k)],
                     place({inner_left + float(at) * (tool + s.gap()), top, tool, tool}));
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
    if (contents.run)
        layout.touch("start", place({inner_right - start_wide, lower_middle - start_high / 2, start_wide,
                                     start_high}));
}

// Each bank has its tiles and tools, the one on the left as the other in a mirror; Start stands between them.
// Where a side is too narrow for all in a row, the tiles stand above the tools, in rows if need be.
void traysOf(Layout& layout, const ScreenSpace& s, const PlayContents& contents) {
    const Rect whole = s.whole();
    const int tiles = contents.tiles, tools = int(contents.tools.size());
    const float start_high = s.target(130), tile_high = s.target(152), pad = s.units(22),
                tile_gap = s.units(18), least_tile = s.target(104), gap = s.units(32);
    const float inner = s.units(48), middle = whole.centre().x;
    const float start_wide = s.target(s.portrait() ? 240 : 200);
    const float side_wide = middle - inner - (contents.run ? start_wide / 2 + gap : gap);
    // Tools are as large as they fit beside Start; where they would be too small they stand in rows.
    const int most_tools = std::max(1, int((side_wide + s.gap()) / (s.target(0) + s.gap())));
    const int tool_rows = (tools + most_tools - 1) / most_tools,
              tools_in_row = (tools + tool_rows - 1) / tool_rows;
    const float tool = std::min(s.target(tools > 3 ? 88 : 100),
                                (side_wide - float(tools_in_row - 1) * s.gap()) / float(tools_in_row));
    const float tools_wide = float(tools_in_row) * tool + float(tools_in_row - 1) * s.gap();
    const float tools_high = float(tool_rows) * tool + float(tool_rows - 1) * s.gap();
    const auto tilesWide = [&](int count) { return float(count) * least_tile + float(count - 1) * tile_gap; };
    const bool one_row = tools_wide + gap + tilesWide(tiles) <= side_wide;
    // Above the tools there is room up to the middle, since Start stands lower.
    const float tiles_room = one_row ? side_wide - tools_wide - gap : middle - inner - gap / 2;
    const int in_row =
        std::clamp(int((tiles_room + tile_gap) / (least_tile + tile_gap)), 1, std::max(1, tiles));
    const int rows = one_row ? 1 : (std::max(1, tiles) + in_row - 1) / in_row;
    const float low_high = std::max({tools_high, start_high, one_row ? tile_high : 0.0F});
    const float tiles_high = float(rows) * tile_high + float(rows - 1) * tile_gap;
    const float high = one_row ? 2 * pad + low_high : 3 * pad + low_high + tiles_high;
    const Rect tray{s.units(20), s.reachBottom() - high, whole.w - s.units(40), high};
    const float low_middle = s.reachBottom() - pad - low_high / 2;
    layout.ground("tray", {tray.x, tray.y, tray.w, whole.h - tray.y});
    for (const bool left : {true, false}) {
        const std::string side = left ? "left." : "right.";
        const auto place = [&](const Rect& rect) { return left ? rect : ui::mirrored(rect, whole); };
        for (int k = 0; k < tools; ++k)
            layout.touch(side + contents.tools[std::size_t(k)],
                         place({inner + float(k % tools_in_row) * (tool + s.gap()),
                                low_middle - tools_high / 2 + float(k / tools_in_row) * (tool + s.gap()),
                                tool, tool}));
        const float from = one_row ? inner + tools_wide + gap : inner;
        for (int k = 0; k < tiles; ++k) {
            const int row = k / in_row, here = std::min(in_row, tiles - row * in_row);
            const float wide =
                std::min(s.target(168), (tiles_room - float(here - 1) * tile_gap) / float(here));
            const float all = float(here) * wide + float(here - 1) * tile_gap;
            // Both children read from the left.
            const int at = left ? k % in_row : here - 1 - k % in_row;
            const float x = from + (tiles_room - all) / 2 + float(at) * (wide + tile_gap);
            const float y =
                one_row ? low_middle - tile_high / 2 : tray.y + pad + float(row) * (tile_high + tile_gap);
            layout.touch(fmt::format("{}tile.{}", side, k), place({x, y, wide, tile_high}));
        }
    }
    if (contents.run)
        layout.touch("start", {middle - start_wide / 2, low_middle - start_high / 2, start_wide, start_high});
}

}  // namespace

Layout playLayout(const ScreenSpace& s, const PlayContents& contents) {
    Layout layout;
    const Rect whole = s.whole();
    const float m = s.margin(), high = s.units(118);
    contents.two_sided ? traysOf(layout, s, contents) : trayOf(layout, s, contents);
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
    const float left_over = whole.w - 2 * m - corners_wide - (s.portrait() && !contents.money ? 0 : beside);
    const bool side_below =
        corners_on_top && (s.portrait() ? left_over < 0 : contents.reading && left_over < s.units(660));
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
    const float foot = tray_top - (contents.wide ? step : 0);
    const int rows = columns ? std::max(1, int((foot - corner_top) / step)) : 1;
    const float side_top = s.portrait() ? goal_bottom + s.gap() : corner_top + step;
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
            layout.touch(name, {m + float(k) * step, side_top, key, key});
        else
            corner(name);
    }
    layout.ground("scene", {0, goal_bottom, whole.w, tray_top - goal_bottom});
    // The hint is said below the key that asked for it.
    const float hint_left = side_below && !s.portrait() ? m + float(contents.side) * step : m;
    const float hint_wide =
        std::min(s.units(860), whole.w - m - hint_left -
                                   (side_below && !s.portrait() && contents.legend ? legend_wide + m : 0));
    float hint_top =
        columns ? goal_bottom + s.units(20) : std::max(goal_bottom, layout.at("hint").bottom()) + s.units(44);
    if (s.portrait() && contents.legend)
        hint_top = std::max(hint_top, layout.at("legend").bottom() + s.units(26));
    if (s.portrait() && side_below) hint_top = std::max(hint_top, side_top + key + s.units(26));
    const float hint_high = s.units(132);
    if (contents.wide) {
        // At the edges to which they lead, low: there the land is, not the bridge.
        const float y = tray_top - step;
        layout.touch("look.left", {m, y, key, key});
        layout.touch("look.right", {whole.w - m - key, y, key, key});
        layout.touch("look.all", {whole.w - m - key - step, y, key, key});
    }
    const float lowest = (columns ? corner_top : foot) - hint_high - s.units(20);
    layout.read("hint-card", {hint_left, std::min(hint_top, lowest), hint_wide, hint_high});
    return layout;
}

}  // namespace vonk::screens
