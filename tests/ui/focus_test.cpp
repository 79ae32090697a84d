#include "engine/ui/focus.h"

#include <catch2/catch.hpp>

#include "engine/ui/paint.h"
#include "engine/ui/pane.h"

using namespace vonk;
using ui::Direction;

namespace {

ui::Widget key(const char* id, float x, float y) {
    return {.id = id, .rect = {x, y, 80, 80}, .look = ui::KeyLook{}, .touchable = true};
}

// Three above, the scene, three below; painted in another order than they are read.
ui::Widgets screen() {
    return {key("undo", 0, 900),
            key("tile", 400, 890),
            key("start", 900, 900),
            key("home", 0, 0),
            key("hint", 120, 4),
            key("card", 800, 0),
            {.id = "words", .rect = {300, 0, 100, 80}, .look = ui::TextLook{}}};
}
const ui::Rect scene{0, 100, 1000, 780};

}  // namespace

TEST_CASE("the ring goes through what can be used as one reads, and round") {
    const auto stops = ui::focusStops(screen(), scene);
    std::vector<std::string> order;
    for (const auto& stop : stops) order.push_back(stop.id);
    CHECK(order == std::vector<std::string>{"home", "hint", "card", "scene", "undo", "tile", "start"});
    CHECK(ui::nextStop(stops, "card", false) == "scene");
    CHECK(ui::nextStop(stops, "start", false) == "home");
    CHECK(ui::nextStop(stops, "home", true) == "start");
    CHECK(ui::nextStop(stops, "gone", false) == "home");
    CHECK(ui::nextStop({}, "home", false).empty());
}

TEST_CASE("an arrow leads to the nearest in its direction, and nowhere where there is none") {
    const auto stops = ui::focusStops(screen(), scene);
    CHECK(ui::stopTowards(stops, "home", Direction::Right) == "hint");
    CHECK(ui::stopTowards(stops, "home", Direction::Down) == "scene");
    CHECK(ui::stopTowards(stops, "scene", Direction::Down) == "tile");
    CHECK(ui::stopTowards(stops, "undo", Direction::Right) == "tile");
    CHECK(ui::stopTowards(stops, "home", Direction::Left) == "home");
    CHECK(ui::stopTowards(stops, "start", Direction::Down) == "start");
}

TEST_CASE("the keys begin at the orange key that can be used") {
    ui::Widgets widgets = screen();
    widgets[2].look = ui::KeyLook{.face = ui::KeyLook::Face::Go};
    CHECK(ui::proposedStop(widgets, ui::focusStops(widgets)) == "start");
    widgets[2].enabled = false;
    CHECK(ui::proposedStop(widgets, ui::focusStops(widgets)) == "home");
}

TEST_CASE("the ring's bands are a millimetre wide at least, and one of them can be seen on any ground") {
    for (const double inches : {10.1, 24.0, 55.0}) {
        const ui::ScreenSpace space(ui::screenFromInches(1920, 1080, inches));
        CHECK(ui::focusBand(space) >= 2);
        CHECK(ui::focusBand(space) >= 0.999 * space.pixelsPerMillimetre());
    }
    for (int grey = 0; grey < 256; ++grey) {
        const gfx::Color ground = gfx::hex(std::uint32_t(grey) * 0x010101U);
        CHECK(std::max(ui::contrast(ui::theme::focusLight, ground),
                       ui::contrast(ui::theme::focusDark, ground)) >= 3.0);
    }
}

TEST_CASE("a ring on what cannot be used any more is none") {
    ui::Pane pane;
    pane.set(screen(), 0);
    pane.focus("undo");
    CHECK(pane.focused() == "undo");
    ui::Widgets off = screen();
    off[0].enabled = false;
    pane.set(off, 1);
    CHECK_FALSE(pane.focused());
    pane.focus(ui::scene_stop);
    CHECK(pane.focused() == "scene");
}
