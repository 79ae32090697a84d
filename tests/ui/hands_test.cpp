#include "engine/ui/hands.h"

#include <catch2/catch.hpp>

using namespace vonk;
using platform::PointerEvent;
using ui::Hands;
using ui::TouchResult;
using Kind = TouchResult::Kind;

namespace {

constexpr float slack = 20.0F;

ui::Widgets keys() {
    ui::Widgets list;
    list.push_back({.id = "tray", .rect = {0, 300, 800, 200}, .look = ui::TrayLook{}, .covers = true});
    list.push_back({.id = "undo", .rect = {50, 350, 100, 100}, .look = ui::BareLook{}, .touchable = true});
    list.push_back({.id = "start", .rect = {600, 350, 150, 100}, .look = ui::BareLook{}, .touchable = true});
    return list;
}

PointerEvent at(PointerEvent::Kind kind, int slot, float x, float y) {
    return {kind, slot, x, y};
}

struct Glass {
    Hands hands;
    ui::Widgets widgets = keys();
    TouchResult down(int slot, float x, float y) { return send(PointerEvent::Kind::Down, slot, x, y); }
    TouchResult move(int slot, float x, float y) { return send(PointerEvent::Kind::Move, slot, x, y); }
    TouchResult up(int slot, float x, float y) { return send(PointerEvent::Kind::Up, slot, x, y); }
    TouchResult send(PointerEvent::Kind kind, int slot, float x, float y) {
        return hands.pointer(at(kind, slot, x, y), widgets, slack);
    }
};

}  // namespace

TEST_CASE("a widget acts when the finger that pressed it leaves within it") {
    Glass glass;
    CHECK(glass.down(0, 100, 400).kind == Kind::Pressed);
    CHECK(glass.hands.holds("undo"));
    const TouchResult tap = glass.up(0, 110, 405);
    CHECK(tap.kind == Kind::Tapped);
    CHECK(tap.id == "undo");
    CHECK_FALSE(glass.hands.holds("undo"));
}

TEST_CASE("a finger that leaves elsewhere does nothing") {
    Glass glass;
    glass.down(0, 100, 400);
    CHECK(glass.move(0, 300, 100).kind == Kind::DraggedOff);
    CHECK_FALSE(glass.hands.holds("undo"));
    CHECK(glass.move(0, 310, 100).kind == Kind::Nothing);
    CHECK(glass.up(0, 310, 100).kind == Kind::Nothing);
}

TEST_CASE("a finger that comes back onto its widget still taps it") {
    Glass glass;
    glass.down(0, 100, 400);
    glass.move(0, 300, 100);
    glass.move(0, 100, 400);
    CHECK(glass.hands.holds("undo"));
    CHECK(glass.up(0, 100, 400).kind == Kind::Tapped);
}

TEST_CASE("two fingers hold two widgets and both taps count") {
    Glass glass;
    glass.down(0, 100, 400);
    CHECK(glass.down(1, 700, 400).kind == Kind::Pressed);
    CHECK(glass.up(0, 100, 400).id == "undo");
    CHECK(glass.up(1, 700, 400).id == "start");
}

TEST_CASE("two fingers on one widget are one press") {
    Glass glass;
    glass.down(0, 640, 400);
    CHECK(glass.down(1, 700, 400).kind == Kind::Nothing);
    CHECK(glass.up(0, 640, 400).kind == Kind::Tapped);
    CHECK(glass.up(1, 700, 400).kind == Kind::Nothing);
}

TEST_CASE("the scene keeps its finger, even over a widget, while another finger taps that widget") {
    Glass glass;
    CHECK(glass.down(3, 400, 100).kind == Kind::Scene);
    CHECK(glass.move(3, 700, 400).kind == Kind::Scene);
    CHECK(glass.down(4, 700, 400).kind == Kind::Pressed);
    CHECK(glass.up(4, 700, 400).kind == Kind::Tapped);
    CHECK(glass.up(3, 700, 400).kind == Kind::Scene);
}

TEST_CASE("a finger that lands a little beside a widget hits it, and one far off does not") {
    Glass glass;
    CHECK(glass.down(0, 50 - slack + 1, 400).kind == Kind::Pressed);
    CHECK(glass.up(0, 50 - slack + 1, 400).id == "undo");
    // On the tray, far from both keys: neither a key nor the scene behind it.
    CHECK(glass.down(0, 400, 400).kind == Kind::Nothing);
    CHECK(glass.up(0, 400, 400).kind == Kind::Nothing);
}

TEST_CASE("a pale widget takes the finger and does nothing") {
    Glass glass;
    glass.widgets[1].enabled = false;
    CHECK(glass.down(0, 100, 400).kind == Kind::Nothing);
    CHECK(glass.up(0, 100, 400).kind == Kind::Nothing);
}

TEST_CASE("a widget that turns pale while it is held is not tapped") {
    Glass glass;
    glass.down(0, 100, 400);
    glass.widgets[1].enabled = false;
    CHECK(glass.up(0, 100, 400).kind == Kind::Nothing);
}

TEST_CASE("a widget that goes away while it is held is not tapped") {
    Glass glass;
    glass.down(0, 100, 400);
    glass.widgets.erase(glass.widgets.begin() + 1);
    CHECK(glass.up(0, 100, 400).kind == Kind::Nothing);
}

TEST_CASE("after letting go, fingers that are still down do nothing until they come down again") {
    Glass glass;
    glass.down(0, 100, 400);
    glass.down(1, 400, 100);
    glass.hands.letGo();
    CHECK(glass.move(1, 410, 100).kind == Kind::Nothing);
    CHECK(glass.up(0, 100, 400).kind == Kind::Nothing);
    CHECK(glass.up(1, 410, 100).kind == Kind::Nothing);
    CHECK(glass.down(1, 400, 100).kind == Kind::Scene);
}

TEST_CASE("a finger handed to the scene stays there") {
    Glass glass;
    glass.down(0, 100, 400);
    glass.move(0, 300, 100);
    glass.hands.giveToScene(0);
    CHECK(glass.move(0, 310, 120).kind == Kind::Scene);
    CHECK(glass.up(0, 310, 120).kind == Kind::Scene);
}

TEST_CASE("a cancelled finger taps nothing") {
    Glass glass;
    glass.down(0, 100, 400);
    CHECK(glass.send(PointerEvent::Kind::Cancel, 0, 100, 400).kind == Kind::Nothing);
    CHECK(glass.hands.down() == 0);
}

TEST_CASE("events of slots that do not exist are dropped") {
    Glass glass;
    CHECK(glass.down(-1, 100, 400).kind == Kind::Nothing);
    CHECK(glass.down(platform::maximumPointers, 100, 400).kind == Kind::Nothing);
}
