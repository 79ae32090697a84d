#include "game/screens/choose_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "game/screens/ghost_hand.h"

namespace vonk::screens {

using gfx::Point;
using gfx::Rect;

namespace {
constexpr double ghost_after = 6.0;  // s of nothing
constexpr float road_below = 22.0F;  // units, under the lower edge of a place

// The colours of the stations from the first classes to the last.
gfx::Color station(level::AgeBand band) {
    switch (band) {
        case level::AgeBand::Groep12:
            return gfx::hex(0xF0E442);
        case level::AgeBand::Groep35:
            return gfx::hex(0xA6D98B);
        case level::AgeBand::Groep68:
            return gfx::palette::skyState;
        case level::AgeBand::Onderbouw:
            return gfx::hex(0xE9A8CE);
        case level::AgeBand::Bovenbouw:
            return gfx::hex(0xE6B34D);
    }
    return gfx::palette::skyState;
}

// From which age, years.
int youngest(level::AgeBand band) {
    switch (band) {
        case level::AgeBand::Groep12:
            return 4;
        case level::AgeBand::Groep35:
            return 6;
        case level::AgeBand::Groep68:
            return 9;
        case level::AgeBand::Onderbouw:
            return 12;
        case level::AgeBand::Bovenbouw:
            return 15;
    }
    return 4;
}

// A smooth line through the points, in short pieces.
std::vector<Point> smooth(const std::vector<Point>& points) {
    std::vector<Point> line;
    for (std::size_t k = 0; k + 1 < points.size(); ++k) {
        const Point a = points[k], b = points[k + 1];
        const Point before = k > 0 ? points[k - 1] : a, after = k + 2 < points.size() ? points[k + 2] : b;
        const Point ta = (b - before) * 0.5F, tb = (after - a) * 0.5F;
        for (int i = 0; i < 16; ++i) {
            const float t = float(i) / 16, t2 = t * t, t3 = t2 * t;
            line.push_back(a * (2 * t3 - 3 * t2 + 1) + ta * (t3 - 2 * t2 + t) + b * (3 * t2 - 2 * t3) +
                           tb * (t3 - t2));
        }
    }
    if (!points.empty()) line.push_back(points.back());
    return line;
}
void drawRoad(gfx::Canvas& canvas, const std::vector<Point>& line, float unit) {
    canvas.polyline(line, 60 * unit, gfx::hex(0x2F5E38, 0.28F));
    canvas.polyline(line, 54 * unit, gfx::hex(0xE9D8A6));
    canvas.polyline(line, 42 * unit, gfx::hex(0xF6E9C6));
    float along = 0;
    for (std::size_t k = 0; k + 1 < line.size(); ++k) {
        if (std::fmod(along, 60 * unit) < 30 * unit)
            canvas.line(line[k], line[k + 1], 6 * unit, gfx::hex(0xFFFFFF, 0.85F));
        along += gfx::length(line[k + 1] - line[k]);
    }
}
}  // namespace

void ChooseScreen::opened() {
    opened_ = services().now;
    services().challenge.reset();  // an undecided run is logged in its level
    services().visit.levelLeft();
}

void ChooseScreen::resized() {
    layout_ =
        chooseLayout(services().space, int(services().levels.size()), services().languages().size() > 1);
    road_.invalidate();
}

const level::Level* ChooseScreen::proposed() const {
    for (const level::Level& level : services().levels)
        if (!services().visit.won(level.number)) return &level;
    return nullptr;
}

ui::Widgets ChooseScreen::widgets() const {
    ui::Widgets list;
    const auto corner = [&](const char* id, const char* icon, double delay) {
        if (!layout_.find(id)) return;
        ui::KeyLook look;
        look.icon = icon;
        list.push_back({.id = id, .rect = layout_.at(id), .look = look, .touchable = true, .delay = delay});
    };
    corner("home", "home", 0.0);
    corner("language", "lang", 0.05);
    list.push_back({.id = "title",
                    .rect = layout_.at("title"),
                    .look = ui::StickerLook{std::string(services().text("choose.title")), 64.0, false},
                    .delay = 0.05});
    const level::Level* first = proposed();
    int k = 0;
    for (const level::Level& level : services().levels) {
        ui::PlaceLook look;
        look.picture = placePicture(level);
        look.title = services().text(level.title);
        look.stars = std::uint8_t(services().visit.stars(level.number));
        look.stars_of = std::uint8_t(level.stars.size());
        look.sign = fmt::format("{}+", youngest(level.band));
        look.station = station(level.band);
        look.proposed = &level == first;
        list.push_back({.id = "level." + level.id,
                        .rect = layout_.at(fmt::format("place.{}", k)),
                        .look = look,
                        .touchable = true,
                        .delay = 0.12 + 0.09 * k});
        ++k;
    }
    return list;
}

void ChooseScreen::tapped(const std::string& id, int) {
    if (id == "home") {
        services().go(Request::Kind::Goodbye);
    } else if (id == "language") {
        services().otherLanguage();
    } else if (id.starts_with("level.")) {
        services().go(Request::Kind::Play, id.substr(6));
    }
}

// The road passes under every place, from one edge of the screen to the other, once for each row of them.
std::vector<std::vector<Point>> ChooseScreen::roads() const {
    const Rect whole = services().space.whole();
    std::vector<std::vector<Point>> rows;
    for (const ui::Place& place : layout_.places()) {
        if (!place.name.starts_with("place.")) continue;
        const Point stop{place.rect.centre().x, place.rect.bottom() + services().space.units(road_below)};
        const auto same = [&](const std::vector<Point>& row) {
            return std::fabs(row.front().y - stop.y) < services().space.units(8);
        };
        const auto row = std::ranges::find_if(rows, same);
        if (row == rows.end())
            rows.push_back({stop});
        else
            row->push_back(stop);
    }
    for (std::vector<Point>& row : rows) {
        std::ranges::sort(row, {}, &Point::x);
        row.insert(row.begin(),
                   {-whole.w * 0.06F, row.front().y + services().space.units(rows.size() > 1 ? 14 : 70)});
        row.push_back({whole.w * 1.06F, row.back().y + services().space.units(rows.size() > 1 ? 8 : 40)});
    }
    return rows;
}

gfx::Painted ChooseScreen::prepare(gfx::Canvas& canvas) {
    services().backdrops.prepare("map", canvas, services().space, services().now, services().reducedMotion());
    road_.prepare(canvas, services().space.size().width, services().space.size().height,
                  [this](gfx::Canvas& on) {
                      const auto rows = roads();
                      const float unit = services().space.unit() * (rows.size() > 1 ? 0.62F : 1.0F);
                      for (const auto& row : rows) drawRoad(on, smooth(row), unit);
                  });
    return gfx::Painted::Whole;
}

void ChooseScreen::drawScene(gfx::Canvas& canvas) {
    services().backdrops.draw("map", canvas, services().space);
    road_.draw(canvas);
    services().backdrops.drawOver("map", canvas);
}

void ChooseScreen::drawOver(gfx::Canvas& canvas) {
    const double quiet = services().now - opened_ - ghost_after;
    const level::Level* level = proposed();
    if (quiet < 0 || !level || pane().hands().down() > 0) return;
    if (const ui::Widget* widget = ui::find(pane().widgets(), "level." + level->id))
        drawTappingHand(canvas, widget->rect.centre(), quiet, services().space.unit(),
                        services().reducedMotion());
}

}  // namespace vonk::screens
