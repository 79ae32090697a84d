#include <algorithm>
#include <catch2/catch.hpp>

#include "game/view/gestures.h"
#include "game/world/parts.h"

using namespace vonk;
using namespace vonk::view;
using level::GridPoint;
using platform::PointerEvent;

namespace {

level::Level bench() {
    level::Level level;
    level.id = "test";
    level.subject = level::Subject::Circuit;
    level.mode = level::Mode::Live;
    level.scene.view = {{-0.1, 0.0}, {2.0, 1.0}};
    level.scene.build = {{0.0, 0.0}, {1.6, 1.0}};
    level.scene.grid = 0.1;
    for (const char* part : {"battery", "switch", "lamp", "wire"}) {
        level::PaletteItem item;
        item.part = part;
        level.palette.push_back(item);
    }
    return level;
}

struct Hand {
    play::Session session{bench()};
    Gestures gestures{session};
    ViewFrame frame{{0.95, 0.5}, {960.0, 540.0}, 900.0};
    std::vector<Reason> refused;

    Hand() { gestures.setFrame(frame, 3.6); }
    void send(int finger, PointerEvent::Kind kind, Vec2 metres) {
        const Vec2 px = frame.pixelOf(metres);
        ActorCommands commands;
        gestures.pointer({kind, finger, static_cast<float>(px.x), static_cast<float>(px.y)}, commands);
        for (const ActorCommand& command : commands) {
            if (auto reason = session.apply(command.command, command.actor)) refused.push_back(*reason);
        }
        if (!commands.empty()) gestures.refresh();
    }
    void tap(Vec2 metres) {
        send(0, PointerEvent::Kind::Down, metres);
        send(0, PointerEvent::Kind::Up, metres);
    }
    void drag(Vec2 from, Vec2 to) {
        send(0, PointerEvent::Kind::Down, from);
        for (int i = 1; i <= 6; ++i) send(0, PointerEvent::Kind::Move, lerp(from, to, i / 6.0));
        send(0, PointerEvent::Kind::Up, to);
    }
    PartId place(const char* key, GridPoint at) {
        const PartId id = session.nextPart();
        REQUIRE_FALSE(session.apply(play::Place{world::findRow(key)->kind, world::AtPoint{at, 0}}, Actor{}));
        gestures.refresh();
        return id;
    }
    Vec2 terminal(PartId part, std::uint8_t port) const {
        return terminalPosition(*session.design().find(part), port);
    }
    std::size_t wires() const {
        return static_cast<std::size_t>(std::count_if(
            session.design().parts.begin(), session.design().parts.end(), [](const world::Part& part) {
                return std::holds_alternative<world::PathBetween>(part.placement);
            }));
    }
};

}  // namespace

TEST_CASE("a wire is pulled or tapped from terminal to terminal") {
    Hand hand;
    const PartId battery = hand.place("battery", {300, 300});
    const PartId lamp = hand.place("lamp", {1000, 700});
    hand.drag(hand.terminal(battery, 1), hand.terminal(lamp, 1));
    CHECK(hand.wires() == 1);
    hand.tap(hand.terminal(battery, 0));
    CHECK(hand.gestures.chain().terminal == world::Terminal{battery, 0});
    // A little beside the terminal.
    hand.tap(hand.terminal(lamp, 0) + Vec2{-0.012, 0.01});
    CHECK(hand.wires() == 2);
    CHECK_FALSE(hand.gestures.chain());
    CHECK(hand.refused.empty());
}

TEST_CASE("a wire that ends nowhere is not placed") {
    Hand hand;
    const PartId battery = hand.place("battery", {300, 300});
    hand.drag(hand.terminal(battery, 1), {1.4, 0.8});
    CHECK(hand.wires() == 0);
    CHECK(hand.refused.empty());
}

TEST_CASE("a tap on a switch closes it, another opens it, a drag moves it") {
    Hand hand;
    const PartId id = hand.place("switch", {500, 500});
    hand.tap({0.5, 0.5});
    CHECK(hand.session.design().find(id)->setting > 0.5);
    hand.tap({0.5, 0.5});
    CHECK(hand.session.design().find(id)->setting < 0.5);
    hand.drag({0.5, 0.5}, {0.81, 0.68});
    const auto* moved = std::get_if<world::AtPoint>(&hand.session.design().find(id)->placement);
    REQUIRE(moved);
    CHECK(moved->at == GridPoint{800, 700});
    CHECK(hand.session.design().find(id)->setting < 0.5);
}

TEST_CASE("a part is dragged out of the palette or tapped to its place") {
    Hand hand;
    const world::PartKind lamp = world::findRow("lamp")->kind;
    hand.gestures.carry(Actor{0}, lamp, {960.0, 1000.0});
    hand.send(0, PointerEvent::Kind::Move, {0.9, 0.3});
    hand.send(0, PointerEvent::Kind::Move, {0.61, 0.52});
    hand.send(0, PointerEvent::Kind::Up, {0.61, 0.52});
    REQUIRE(hand.session.design().parts.size() == 1);
    CHECK(std::get<world::AtPoint>(hand.session.design().parts[0].placement).at == GridPoint{600, 500});

    hand.gestures.select(world::findRow("battery")->kind);
    hand.tap({1.2, 0.3});
    REQUIRE(hand.session.design().parts.size() == 2);
    CHECK(std::get<world::AtPoint>(hand.session.design().parts[1].placement).at == GridPoint{1200, 300});
}

TEST_CASE("in delete mode a tap on a wire's curve takes the wire away") {
    Hand hand;
    const PartId battery = hand.place("battery", {300, 300});
    const PartId lamp = hand.place("lamp", {1000, 700});
    hand.drag(hand.terminal(battery, 1), hand.terminal(lamp, 0));
    REQUIRE(hand.wires() == 1);
    const auto wire = std::find_if(
        hand.session.design().parts.begin(), hand.session.design().parts.end(),
        [](const world::Part& part) { return std::holds_alternative<world::PathBetween>(part.placement); });
    const std::vector<Vec2> path =
        wirePath(hand.session.design(), std::get<world::PathBetween>(wire->placement));
    hand.gestures.setTool(Tool::Erase);
    hand.tap(path[path.size() / 2] + Vec2{0.0, 0.02});
    CHECK(hand.wires() == 0);
    CHECK(hand.session.design().parts.size() == 2);
}
