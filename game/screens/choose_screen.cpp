#include "game/screens/choose_screen.h"

#include <fmt/format.h>

#include "game/screens/ghost_hand.h"

namespace vonk::screens {

using gfx::Point;
using gfx::Rect;

namespace {
constexpr double ghost_after = 6.0;  // s of nothing
}

void ChooseScreen::opened() {
    opened_ = services().now;
    services().visit.levelLeft();
    services().challenge.reset();
}

void ChooseScreen::resized() {
    layout_ =
        chooseLayout(services().space, int(services().levels.size()), services().languages().size() > 1);
    delta_.invalidate();
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
        services().speak(services().nextLanguage());
    } else if (id.starts_with("level.")) {
        services().go(Request::Kind::Play, id.substr(6));
    }
}

void ChooseScreen::prepare(gfx::Canvas& canvas) {
    // The road passes under every place, from one edge of the screen to the other.
    const Rect whole = services().space.whole();
    std::vector<Point> stops;
    for (const ui::Place& place : layout_.places())
        if (place.name.starts_with("place."))
            stops.push_back({place.rect.centre().x, place.rect.bottom() + services().space.units(26)});
    if (!stops.empty()) {
        const Point first = stops.front(), last = stops.back();
        stops.insert(stops.begin(), {-whole.w * 0.06F, first.y + services().space.units(70)});
        stops.push_back({whole.w * 1.06F, last.y + services().space.units(40)});
    }
    delta_.prepare(canvas, services().space, stops);
}

void ChooseScreen::drawScene(gfx::Canvas& canvas) {
    delta_.draw(canvas, services().space, services().now, services().reducedMotion());
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
