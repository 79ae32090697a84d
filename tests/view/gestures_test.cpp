#include <catch2/catch.hpp>

#include "hand.h"

using namespace vonk;
using namespace vonk::view;

TEST_CASE("tap–tap places what a drag places") {
    Hand dragged;
    dragged.drag({0.0, 0.0}, {3.0, 2.0});
    Hand tapped;
    tapped.tap({0.0, 0.0});
    CHECK(tapped.count() == 0);
    CHECK(tapped.gestures.chain().joint == GridPoint{0, 0});
    tapped.tap({3.0, 2.0});
    REQUIRE(dragged.count() == 1);
    CHECK(dragged.session.design() == tapped.session.design());
    CHECK(dragged.has({0, 0}, {3000, 2000}));
}

TEST_CASE("a row of taps is a row of members, until a joint is tapped twice") {
    Hand hand;
    hand.tap({0.0, 0.0});
    hand.tap({3.0, 0.0});
    hand.tap({6.0, 0.0});
    CHECK(hand.count() == 2);
    CHECK(hand.has({3000, 0}, {6000, 0}));
    hand.tap({6.0, 0.0});
    CHECK_FALSE(hand.gestures.chain());
    hand.tap({8.0, 1.0});
    CHECK(hand.count() == 2);
    CHECK(hand.gestures.takeMiss());
}

TEST_CASE("two fingers pull two members at once") {
    Hand hand;
    hand.send(0, PointerEvent::Kind::Down, {0.0, 0.0});
    hand.send(1, PointerEvent::Kind::Down, {16.0, 0.0});
    hand.send(0, PointerEvent::Kind::Move, {2.0, 1.0});
    hand.send(1, PointerEvent::Kind::Move, {14.0, 2.0});
    CHECK(hand.gestures.holds().size() == 2);
    hand.send(1, PointerEvent::Kind::Up, {14.0, 2.0});
    CHECK(hand.has({16000, 0}, {14000, 2000}));
    hand.send(0, PointerEvent::Kind::Up, {3.0, 0.0});
    CHECK(hand.has({0, 0}, {3000, 0}));
    CHECK(hand.gestures.holds().empty());
}

TEST_CASE("the free end snaps to the grid and to joints within a finger's radius") {
    Hand hand;
    hand.drag({0.0, 0.0}, {2.8, 1.7});
    CHECK(hand.has({0, 0}, {3000, 2000}));
    // A finger is 8 mm = 28.8 px = 0.48 m here.
    hand.drag({16.0, 0.0}, {13.3, 1.6});
    CHECK(hand.has({16000, 0}, {13000, 2000}));
    hand.drag({0.0, 0.0}, {0.7, 3.2});
    CHECK(hand.has({0, 0}, {1000, 3000}));
}

TEST_CASE("a touch beside a joint means that joint") {
    Hand hand;
    hand.tap({0.0, 0.0}, {5.0, 5.0});
    CHECK(hand.gestures.chain().joint == GridPoint{0, 0});
    hand.tap({2.0, 2.0}, {-4.0, 3.0});
    CHECK(hand.has({0, 0}, {2000, 2000}));
    Hand far;
    far.tap({0.0, 0.0}, {9.0, 9.0});
    CHECK_FALSE(far.gestures.chain());
}

TEST_CASE("too long is cut at the reach, along the finger's direction") {
    Hand hand;
    hand.send(0, PointerEvent::Kind::Down, {0.0, 0.0});
    hand.send(0, PointerEvent::Kind::Move, {9.0, 0.2});
    REQUIRE(hand.gestures.holds().size() == 1);
    const Hold hold = hand.gestures.holds().front();
    CHECK(hold.goal.clamped);
    CHECK(length(hold.goal.end) == Approx(4.0));
    CHECK(hold.goal.at == GridPoint{4000, 0});
    CHECK_FALSE(hold.blocked);
    hand.send(0, PointerEvent::Kind::Up, {9.0, 0.2});
    CHECK(hand.has({0, 0}, {4000, 0}));
    CHECK(hand.refused.empty());

    Hand diagonal;
    diagonal.drag({0.0, 0.0}, {6.0, 6.0});
    REQUIRE(diagonal.count() == 1);
    const auto& member = std::get<world::BetweenJoints>(diagonal.session.design().parts.front().placement);
    CHECK(distance(member.from.metres(), member.to.metres()) <= 4.0 + 1e-9);
}

TEST_CASE("a tap far out of reach begins elsewhere instead of building") {
    Hand hand;
    hand.tap({0.0, 0.0});
    hand.tap({16.0, 0.0});
    CHECK(hand.count() == 0);
    CHECK(hand.gestures.chain().joint == GridPoint{16000, 0});
    hand.tap({8.0, 5.0});
    CHECK(hand.count() == 0);
    CHECK_FALSE(hand.gestures.chain());
}

TEST_CASE("dragged back to its start nothing is built") {
    Hand hand;
    hand.send(0, PointerEvent::Kind::Down, {0.0, 0.0});
    hand.send(0, PointerEvent::Kind::Move, {3.0, 1.0});
    hand.send(0, PointerEvent::Kind::Move, {0.1, 0.05});
    hand.send(0, PointerEvent::Kind::Up, {0.1, 0.05});
    CHECK(hand.count() == 0);
    CHECK(hand.refused.empty());
}

TEST_CASE("a drag that is cancelled builds nothing") {
    Hand hand;
    hand.send(0, PointerEvent::Kind::Down, {0.0, 0.0});
    hand.send(0, PointerEvent::Kind::Move, {3.0, 1.0});
    hand.send(0, PointerEvent::Kind::Cancel, {3.0, 1.0});
    CHECK(hand.count() == 0);
    CHECK(hand.gestures.holds().empty());
}

TEST_CASE("in delete mode a tap takes away the nearest part, also from beside it") {
    Hand hand;
    hand.drag({0.0, 0.0}, {4.0, 0.0});
    hand.drag({0.0, 0.0}, {2.0, 3.0});
    REQUIRE(hand.count() == 2);
    hand.gestures.setTool(Tool::Erase);
    hand.tap({3.0, 0.0}, {0.0, 6.0});
    CHECK(hand.count() == 1);
    CHECK(hand.has({0, 0}, {2000, 3000}));
    hand.tap({8.0, 5.0});
    CHECK(hand.count() == 1);
    hand.gestures.setTool(Tool::Build);
    hand.tap({1.0, 1.5});
    CHECK(hand.count() == 1);
}

TEST_CASE("the chosen part is what is placed") {
    Hand hand;
    const world::PartKind steel = world::findRow("steel")->kind;
    hand.gestures.select(steel);
    hand.drag({0.0, 0.0}, {2.0, 0.0});
    REQUIRE(hand.count() == 1);
    CHECK(hand.session.design().parts.front().kind == steel);
}

TEST_CASE("a member dragged out of the palette begins at the joint that the finger meets") {
    Hand hand;
    const world::PartKind steel = world::findRow("steel")->kind;
    hand.gestures.carry(Actor{3}, steel, {960.0, 1000.0});
    hand.send(3, PointerEvent::Kind::Move, {5.0, -3.0});
    hand.send(3, PointerEvent::Kind::Move, {0.1, 0.0});
    hand.send(3, PointerEvent::Kind::Move, {2.0, 2.0});
    hand.send(3, PointerEvent::Kind::Up, {2.0, 2.0});
    REQUIRE(hand.count() == 1);
    CHECK(hand.session.design().parts.front().kind == steel);
}

TEST_CASE("when another hand takes the start away, the member in this hand goes with it") {
    Hand hand;
    hand.drag({0.0, 0.0}, {3.0, 0.0});
    hand.send(0, PointerEvent::Kind::Down, {3.0, 0.0});
    hand.send(0, PointerEvent::Kind::Move, {5.0, 1.0});
    REQUIRE_FALSE(hand.session.apply(play::Undo{}, Actor{1}));
    hand.gestures.refresh();
    hand.send(0, PointerEvent::Kind::Up, {5.0, 1.0});
    CHECK(hand.count() == 0);
}

TEST_CASE("nothing can be built while the test runs, and a touch says so") {
    Hand hand;
    hand.tap({0.0, 0.0});
    hand.tap({4.0, 0.0});
    REQUIRE_FALSE(hand.session.apply(play::Start{}, Actor{0}));
    hand.gestures.refresh();
    CHECK_FALSE(hand.gestures.chain());
    hand.tap({4.0, 0.0});
    hand.drag({4.0, 0.0}, {6.0, 1.0});
    CHECK(hand.count() == 1);
    const auto locked = hand.gestures.takeTold();
    if (hand.session.phase() == play::Phase::Running) {
        REQUIRE_FALSE(locked.empty());
        CHECK(locked.front().second.id == ReasonId::NotWhileRunning);
    }
}
