// The tools of the tray: move a joint, mirror, copy a bay, wipe; each by drag and by taps.
#include <catch2/catch.hpp>

#include "game/play/building.h"
#include "hand.h"

using namespace vonk;
using namespace vonk::view;

namespace {

level::Level withRoad() {
    level::Level level = river();
    level::PaletteItem road;
    road.part = "road";
    road.price = 60.0;
    road.longest = 4.0;
    level.palette.push_back(road);
    return level;
}

void place(Hand& hand, const std::string& key, GridPoint from, GridPoint to) {
    REQUIRE_FALSE(
        hand.session.apply(play::Place{world::findRow(key)->kind, world::BetweenJoints{from, to}}, Actor{0}));
    hand.gestures.refresh();
}

// Two triangles at the left bank, with a road.
void triangle(Hand& hand) {
    place(hand, "road", {0, 0}, {4000, 0});
    place(hand, "wood", {0, 0}, {2000, 2000});
    place(hand, "wood", {2000, 2000}, {4000, 0});
}

bool undo(Hand& hand) {
    const bool done = !hand.session.apply(play::Undo{}, Actor{0});
    hand.gestures.refresh();
    return done;
}

}  // namespace

TEST_CASE("with the hand chosen a joint goes with all its members, by drag and by two taps") {
    for (const bool taps : {false, true}) {
        Hand hand(withRoad());
        triangle(hand);
        hand.gestures.setTool(Tool::Move);
        if (taps) {
            hand.tap({2.0, 2.0});
            CHECK(hand.gestures.chain().moving == GridPoint{2000, 2000});
            CHECK(hand.count() == 3);
            hand.tap({2.0, 3.0});
        } else {
            hand.drag({2.0, 2.0}, {2.0, 3.0});
        }
        CHECK_FALSE(hand.gestures.chain());
        CHECK(hand.count() == 3);
        CHECK(hand.has({0, 0}, {2000, 3000}));
        CHECK(hand.has({2000, 3000}, {4000, 0}));
        REQUIRE(undo(hand));
        CHECK(hand.has({0, 0}, {2000, 2000}));
    }
}

TEST_CASE("a drag from a joint pulls a member out of it, unless the hand is chosen") {
    Hand hand(withRoad());
    triangle(hand);
    hand.drag({2.0, 2.0}, {4.0, 3.0});
    CHECK(hand.count() == 4);
    CHECK(hand.has({2000, 2000}, {4000, 3000}));
}

TEST_CASE("while a joint is moved its members show how long they will be, and which is too long") {
    Hand hand(withRoad());
    triangle(hand);
    hand.gestures.setTool(Tool::Move);
    hand.send(0, PointerEvent::Kind::Down, {2.0, 2.0});
    hand.send(0, PointerEvent::Kind::Move, {1.0, 3.0});
    REQUIRE(hand.gestures.holds().size() == 1);
    const Hold& hold = hand.gestures.holds().front();
    CHECK(hold.kind == Hold::Kind::Joint);
    REQUIRE(hold.ghosts.size() == 2);
    CHECK(distance(hold.ghosts[0].from, hold.ghosts[0].to) == Approx(std::sqrt(10.0)));
    CHECK_FALSE(hold.ghosts[0].too_long);
    CHECK(hold.ghosts[1].too_long);  // from (1, 3) to (4, 0) is 4.24 m
    REQUIRE(hold.blocked);
    CHECK(hold.blocked->id == ReasonId::TooLong);
    hand.send(0, PointerEvent::Kind::Up, {1.0, 3.0});
    REQUIRE(hand.refused.size() == 1);
    CHECK(hand.refused[0].id == ReasonId::TooLong);
    CHECK(hand.has({0, 0}, {2000, 2000}));
}

TEST_CASE(
    "a joint that stays says so, also to a tap; one outside of the place to build, and one in the ground") {
    level::Level level = withRoad();
    level.scene.grounds = {{{{6.0, -3.0}, {9.0, -3.0}, {9.0, 2.6}, {6.0, 2.6}}}};
    Hand hand(level);
    triangle(hand);
    hand.gestures.setTool(Tool::Move);
    hand.tap({0.0, 0.0});
    CHECK_FALSE(hand.gestures.chain());
    auto told = hand.gestures.takeTold();
    REQUIRE(told.size() == 1);
    CHECK(told[0].second.id == ReasonId::FixedPart);
    hand.drag({0.0, 0.0}, {0.0, 2.0});
    REQUIRE(hand.refused.size() == 1);
    CHECK(hand.refused[0].id == ReasonId::FixedPart);
    hand.drag({4.0, 0.0}, {4.0, -4.0});
    REQUIRE(hand.refused.size() == 2);
    CHECK(hand.refused[1].id == ReasonId::OutsideScene);
    hand.drag({4.0, 0.0}, {7.0, 1.0});
    REQUIRE(hand.refused.size() == 3);
    CHECK(hand.refused[2].id == ReasonId::InsideGround);
    CHECK(hand.has({2000, 2000}, {4000, 0}));
}

TEST_CASE("a tapped joint is let go by a second tap on it, and forgotten when it is gone") {
    Hand hand(withRoad());
    triangle(hand);
    hand.gestures.setTool(Tool::Move);
    hand.tap({2.0, 2.0});
    hand.tap({2.0, 2.0});
    CHECK_FALSE(hand.gestures.chain());
    hand.tap({2.0, 2.0});
    undo(hand);
    undo(hand);
    CHECK_FALSE(hand.gestures.chain());
    CHECK(hand.refused.empty());
}

TEST_CASE("with the mirror on both sides are built, moved and taken away, and one undo takes both") {
    Hand hand(withRoad());
    hand.gestures.select(world::findRow("wood")->kind);
    hand.gestures.setMirrored(true);
    hand.drag({0.0, 0.0}, {2.0, 2.0});
    REQUIRE(hand.count() == 2);
    CHECK(hand.has({16000, 0}, {14000, 2000}));
    hand.tap({2.0, 2.0});
    hand.tap({4.0, 2.0});
    hand.tap({4.0, 2.0});
    REQUIRE(hand.count() == 4);
    CHECK(hand.has({14000, 2000}, {12000, 2000}));
    hand.gestures.setTool(Tool::Move);
    hand.drag({2.0, 2.0}, {2.0, 3.0});
    CHECK(hand.has({16000, 0}, {14000, 3000}));
    CHECK(hand.has({0, 0}, {2000, 3000}));
    hand.gestures.setTool(Tool::Erase);
    hand.tap({3.0, 2.5});
    CHECK(hand.count() == 2);
    REQUIRE(undo(hand));
    CHECK(hand.count() == 4);
    REQUIRE(undo(hand));
    REQUIRE(undo(hand));
    REQUIRE(undo(hand));
    CHECK(hand.count() == 0);
}

TEST_CASE("a member upright on the axis or across it is its own other side") {
    Hand hand(withRoad());
    place(hand, "wood", {0, 0}, {4000, 0});
    place(hand, "wood", {4000, 0}, {7000, 0});
    place(hand, "wood", {7000, 0}, {8000, 2000});
    hand.gestures.setMirrored(true);
    CHECK(hand.gestures.mirror().x() == 8.0);
    hand.drag({8.0, 2.0}, {8.0, 4.0});
    CHECK(hand.count() == 4);
    hand.drag({7.0, 0.0}, {9.0, 0.0});
    CHECK(hand.count() == 5);
    // Where the other side is as wished already, this one comes alone.
    place(hand, "wood", {9000, 0}, {8000, 2000});
    hand.drag({8.0, 2.0}, {6.0, 2.0});
    CHECK(hand.has({8000, 2000}, {10000, 2000}));
    // A joint on the axis stays on it.
    hand.gestures.setTool(Tool::Move);
    hand.drag({8.0, 4.0}, {9.0, 5.0});
    CHECK(hand.has({8000, 2000}, {8000, 5000}));
}

TEST_CASE("a mirrored pair that is too dear is refused as a whole") {
    level::Level level = withRoad();
    level.budget = 200.0;
    Hand hand(level);
    hand.gestures.select(world::findRow("wood")->kind);
    hand.gestures.setMirrored(true);
    hand.drag({0.0, 0.0}, {3.0, 0.0});  // 120, and 120
    REQUIRE(hand.refused.size() == 1);
    CHECK(hand.refused[0].id == ReasonId::TooExpensive);
    CHECK(hand.count() == 0);
    hand.gestures.setMirrored(false);
    hand.drag({0.0, 0.0}, {3.0, 0.0});
    CHECK(hand.count() == 1);
}

TEST_CASE("a middle between points of the grid puts the axis where the grid stays on the grid") {
    level::Level level = river();
    level.scene.left_bank = 0.3;
    level.scene.right_bank = 16.4;
    const Mirror mirror(level.scene);
    CHECK(mirror.of({4000, 1000}) == GridPoint{13000, 1000});
    CHECK(mirror.of(mirror.of({4000, 1000})) == GridPoint{4000, 1000});
}

TEST_CASE("a bay is copied to the next place by two taps on it, and on and on") {
    Hand hand(withRoad());
    triangle(hand);
    hand.gestures.setTool(Tool::Copy);
    hand.tap({2.0, 1.0});
    REQUIRE(hand.gestures.chain().bay);
    CHECK(hand.count() == 3);
    CHECK(hand.gestures.nextBay().size() == 3);  // what would come is shown
    hand.tap({2.0, 1.0});
    CHECK(hand.count() == 6);
    CHECK(hand.has({4000, 0}, {8000, 0}));
    CHECK(hand.has({6000, 2000}, {8000, 0}));
    // It goes on from the copy.
    hand.tap({6.0, 1.0});
    CHECK(hand.count() == 9);
    CHECK(hand.has({8000, 0}, {12000, 0}));
    REQUIRE(undo(hand));
    REQUIRE(undo(hand));
    CHECK(hand.count() == 3);
}

TEST_CASE("a bay is copied by a drag, or by a tap where it should go") {
    Hand dragged(withRoad());
    triangle(dragged);
    dragged.gestures.setTool(Tool::Copy);
    dragged.drag({2.0, 1.0}, {6.0, 1.0});
    Hand tapped(withRoad());
    triangle(tapped);
    tapped.gestures.setTool(Tool::Copy);
    tapped.tap({2.0, 1.0});
    tapped.tap({6.0, 1.5});
    CHECK(dragged.count() == 6);
    CHECK(tapped.session.design() == dragged.session.design());
    // Dragged back to where it came from nothing is meant.
    dragged.drag({2.0, 1.0}, {3.0, 2.0});
    CHECK(dragged.count() == 6);
    CHECK(dragged.refused.empty());
}

TEST_CASE("pieces of a bay that are not possible are left out, and why is said") {
    level::Level level = withRoad();
    level.budget = 1000.0;  // the triangle costs 466: the road fits and one of the two beams
    Hand hand(level);
    triangle(hand);
    hand.gestures.setTool(Tool::Copy);
    hand.drag({2.0, 1.0}, {6.0, 1.0});
    CHECK(hand.count() == 6);
    CHECK(hand.gestures.takeTold().empty());
    hand.drag({2.0, 1.0}, {10.0, 1.0});
    CHECK(hand.count() == 6);
    REQUIRE(hand.refused.size() == 1);
    CHECK(hand.refused[0].id == ReasonId::TooExpensive);
    undo(hand);
    level.budget = 800.0;
    Hand poor(level);
    triangle(poor);
    poor.gestures.setTool(Tool::Copy);
    poor.drag({2.0, 1.0}, {6.0, 1.0});
    CHECK(poor.count() == 4);
    CHECK(poor.has({4000, 0}, {8000, 0}));
    const auto told = poor.gestures.takeTold();
    REQUIRE(told.size() == 1);
    CHECK(told[0].second.id == ReasonId::TooExpensive);
    REQUIRE(undo(poor));
    CHECK(poor.count() == 3);
}

TEST_CASE("a bay that ends outside of the place to build says so") {
    Hand hand(withRoad());
    triangle(hand);
    hand.gestures.setTool(Tool::Copy);
    hand.drag({2.0, 1.0}, {-2.0, 1.0});
    CHECK(hand.count() == 3);
    REQUIRE(hand.refused.size() == 1);
    CHECK(hand.refused[0].id == ReasonId::OutsideScene);
}

TEST_CASE("a finger that drags in delete mode wipes all that it meets; one undo brings all back") {
    Hand hand(withRoad());
    triangle(hand);
    hand.drag({4.0, 0.0}, {4.0, 3.0});
    place(hand, "wood", {0, 0}, {0, 3000});
    const world::Design before = hand.session.design();
    hand.gestures.setTool(Tool::Erase);
    hand.send(0, PointerEvent::Kind::Down, {0.5, 1.2});
    hand.send(0, PointerEvent::Kind::Move, {3.0, 1.2});  // a fast finger: the event jumps over both beams
    REQUIRE(hand.gestures.holds().size() == 1);
    CHECK(hand.gestures.holds().front().wiped.size() >= 2);  // each lights up as it is met
    CHECK(hand.session.design() == before);
    hand.send(0, PointerEvent::Kind::Up, {3.0, 1.2});
    CHECK_FALSE(hand.has({0, 0}, {2000, 2000}));
    CHECK_FALSE(hand.has({2000, 2000}, {4000, 0}));
    CHECK(hand.has({0, 0}, {4000, 0}));
    CHECK(hand.has({4000, 0}, {4000, 3000}));
    REQUIRE(undo(hand));
    CHECK(hand.session.design() == before);
    // A tap takes one away; a wipe that is cancelled none.
    hand.tap({2.0, 0.0});
    CHECK(hand.count() == before.parts.size() - 1);
    hand.send(0, PointerEvent::Kind::Down, {0.5, 1.2});
    hand.send(0, PointerEvent::Kind::Move, {3.0, 1.2});
    hand.send(0, PointerEvent::Kind::Cancel, {3.0, 1.2});
    CHECK(hand.count() == before.parts.size() - 1);
}

TEST_CASE("what belongs to the level is not wiped, and says so where it alone was meant") {
    level::Level level = withRoad();
    level::FixedPart fixed;
    fixed.part = "road";
    fixed.from = {0, 0};
    fixed.to = {4000, 0};
    level.fixed = {fixed};
    Hand hand(level);
    place(hand, "wood", {4000, 0}, {4000, 3000});
    hand.gestures.setTool(Tool::Erase);
    hand.drag({1.0, 0.0}, {3.0, 0.0});
    REQUIRE(hand.refused.size() == 1);
    CHECK(hand.refused[0].id == ReasonId::FixedPart);
    hand.drag({2.0, 0.0}, {4.0, 1.5});
    CHECK(hand.count() == 1);
    CHECK(hand.refused.size() == 1);
}

TEST_CASE("what another hand takes back is not wiped any more") {
    Hand hand(withRoad());
    triangle(hand);
    hand.gestures.setTool(Tool::Erase);
    hand.send(0, PointerEvent::Kind::Down, {0.5, 1.2});
    hand.send(0, PointerEvent::Kind::Move, {3.0, 1.2});
    undo(hand);
    hand.send(0, PointerEvent::Kind::Up, {3.0, 1.2});
    CHECK(hand.refused.empty());
    CHECK(hand.count() == 1);
}

TEST_CASE("dragged onto a joint that is too far away, or far out of where one may build: it says why") {
    Hand hand(withRoad());
    hand.gestures.select(world::findRow("wood")->kind);
    place(hand, "wood", {16000, 0}, {13000, 0});
    place(hand, "wood", {0, 0}, {4000, 0});
    place(hand, "wood", {4000, 0}, {7000, 0});
    hand.drag({7.0, 0.0}, {13.0, 0.0});
    REQUIRE(hand.refused.size() == 1);
    CHECK(hand.refused[0].id == ReasonId::TooLong);
    CHECK(hand.refused[0].numbers == std::vector<double>{6.0, 4.0});
    hand.drag({0.0, 0.0}, {-5.0, 4.0});
    REQUIRE(hand.refused.size() == 2);
    CHECK(hand.refused[1].id == ReasonId::OutsideScene);
    hand.drag({0.0, 0.0}, {0.1, 0.1});
    CHECK(hand.refused.size() == 2);
    CHECK(hand.count() == 3);
}

TEST_CASE("in a level for two banks each side has its own part, tool and tapped start") {
    level::Level level = withRoad();
    level.two_sided = true;
    Hand hand(level);
    const auto wood = world::findRow("wood")->kind, steel = world::findRow("steel")->kind;
    hand.gestures.select(wood, play::Side::Left);
    hand.gestures.select(steel, play::Side::Right);
    hand.drag({0.0, 0.0}, {3.0, 0.0}, 0);
    hand.drag({16.0, 0.0}, {13.0, 0.0}, 1);
    REQUIRE(hand.count() == 2);
    CHECK(hand.session.design().parts[0].kind == wood);
    CHECK(hand.session.design().parts[1].kind == steel);
    // A tapped start on the left is not gone on with on the right.
    hand.tap({3.0, 0.0});
    hand.tap({13.0, 0.0}, {}, 1);
    CHECK(hand.gestures.chain(play::Side::Left).joint == GridPoint{3000, 0});
    CHECK(hand.gestures.chain(play::Side::Right).joint == GridPoint{13000, 0});
    CHECK(hand.count() == 2);
    hand.tap({6.0, 0.0});
    CHECK(hand.count() == 3);
    // Who waits for a goal may find it a little beyond the middle.
    hand.gestures.refresh();
    hand.tap({13.0, 0.0}, {}, 1);  // the right one lets go of its start
    hand.tap({9.0, 0.0});
    CHECK(hand.has({6000, 0}, {9000, 0}));
    REQUIRE(undo(hand));
    hand.gestures.setTool(Tool::Erase, play::Side::Right);
    CHECK(hand.gestures.tool(play::Side::Left) == Tool::Build);
    hand.tap({14.5, 0.0}, {}, 1);
    CHECK(hand.count() == 2);
    // What a side does is recorded as that side's, and the mirror stays off: the other half is another one's.
    const auto& commands = hand.session.recording().commands;
    CHECK(commands[0].whole("side") == 1);
    CHECK(commands[1].whole("side") == 2);
    hand.gestures.setMirrored(true);
    CHECK_FALSE(hand.gestures.mirrored());
}
