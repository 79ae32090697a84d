#include <catch2/catch.hpp>

#include "scene.h"

using namespace vonk;
using namespace vonk::play;
using namespace vonk::test;

namespace {

const world::BetweenJoints& ends(const Session& session, std::uint32_t part) {
    const world::Part* found = session.design().find({part});
    REQUIRE(found != nullptr);
    return std::get<world::BetweenJoints>(found->placement);
}

}  // namespace

TEST_CASE("Each refusal has its reason, and changes nothing") {
    auto level = river();
    level.scene.grounds.push_back({{{8, -3}, {9, -3}, {9, -1.5}, {8, -1.5}}});
    level.palette.push_back({"cable", 1.0, 0.0, 1U});
    level.budget = 600.0;
    Session session(level);
    REQUIRE(does(session, member("road", 0, 0, 4, 0)) == ReasonId::None);
    REQUIRE(does(session, member("cable", 4, 0, 5, 0)) == ReasonId::None);
    const auto design = session.design();
    const auto refused = [&](const Command& command) {
        const auto checked = session.check(command);
        const auto reason = session.apply(command, {});
        CHECK(checked == reason);
        CHECK(session.design() == design);
        return reason ? reason->id : ReasonId::None;
    };
    CHECK(refused(member("wood", 0, 0, 0, 0)) == ReasonId::SameJoint);
    CHECK(refused(member("wood", 0, 0, 4, 3)) == ReasonId::TooLong);
    CHECK(refused(member("road", 0, 0, 4, 0)) == ReasonId::AlreadyThere);
    CHECK(refused(member("road", 4, 0, 0, 0)) == ReasonId::AlreadyThere);
    CHECK(refused(member("road", 0, 0, 2, 0)) == ReasonId::AlreadyThere);  // half of what is there
    CHECK(refused(member("wood", 0, 0, -1, 0)) == ReasonId::OutsideScene);
    CHECK(refused(member("wood", 0, 0, 0.5, 1)) == ReasonId::OutsideScene);  // not on the grid
    CHECK(refused(member("wood", 4, 0, 4, 7)) == ReasonId::OutsideScene);
    CHECK(refused(member("wood", 0, 0, 0, -2)) == ReasonId::InsideGround);
    CHECK(refused(member("wood", 7, 0, 8, 1)) == ReasonId::NotConnected);
    CHECK(refused(member("steel", 4, 0, 9, 0)) == ReasonId::TooExpensive);
    CHECK(refused(member("cable", 4, 0, 4, 2)) == ReasonId::NoneLeft);
    CHECK(refused(member("tube", 0, 0, 2, 0)) == ReasonId::NotInPalette);
    CHECK(refused(device("wood", 1, 1)) == ReasonId::NotInPalette);
    CHECK(refused(Place{world::PartKind{4711}, world::AtPoint{}}) == ReasonId::NotInPalette);
    CHECK(refused(Remove{{99}}) == ReasonId::NoSuchPart);
    CHECK(refused(Move{{99}, world::BetweenJoints{at(0, 0), at(2, 0)}}) == ReasonId::NoSuchPart);
    CHECK(refused(MoveJoint{at(0, 0), at(0, 1)}) == ReasonId::FixedPart);  // an anchor
    CHECK(refused(MoveJoint{at(3, 3), at(0, 1)}) == ReasonId::NoSuchPart);
    CHECK(refused(MoveJoint{at(4, 0), at(5, 0)}) == ReasonId::SameJoint);  // the cable would have no length
    CHECK(refused(MoveJoint{at(4, 0), at(4, 4)}) == ReasonId::TooLong);
    CHECK(refused(Operate{{1}, 0, 1.0}) == ReasonId::NotOperable);
    CHECK(refused(Operate{{77}, 0, 1.0}) == ReasonId::NoSuchPart);
    CHECK(refused(Stop{}) == ReasonId::NotRunning);
    CHECK(refused(Redo{}) == ReasonId::NothingToRedo);
    const auto too_long = session.check(member("wood", 0, 0, 4, 3));
    REQUIRE(too_long);
    CHECK(too_long->numbers.at(0) == Approx(5.0));
    CHECK(too_long->numbers.at(1) == Approx(4.0));
    CHECK(session.recording().commands.size() == 2);
}

TEST_CASE("Nothing built: nothing to undo, nothing to start") {
    Session session(river());
    CHECK(does(session, Undo{}) == ReasonId::NothingToUndo);
    CHECK(does(session, Start{}) == ReasonId::DesignEmpty);
    CHECK(session.phase() == Phase::Building);
}

TEST_CASE("A joint put on the inside of a member cuts it in two, and it is whole again when the joint goes") {
    Session session(river());
    does(session, member("road", 0, 0, 4, 0));
    const double before = session.cost();
    REQUIRE(does(session, member("wood", 2, 0, 2, 3)) == ReasonId::None);
    REQUIRE(session.design().parts.size() == 3);
    CHECK(ends(session, 1).from == at(0, 0));
    CHECK(ends(session, 1).to == at(2, 0));
    CHECK(ends(session, 2).from == at(2, 0));  // the piece of wood
    CHECK(ends(session, 3).from == at(2, 0));
    CHECK(ends(session, 3).to == at(4, 0));
    CHECK(session.design().find({3})->cut_from == PartId{1});
    CHECK(session.cost() == Approx(before + 3 * 40));
    REQUIRE(does(session, Remove{{2}}) == ReasonId::None);
    REQUIRE(session.design().parts.size() == 1);
    CHECK(ends(session, 1).to == at(4, 0));
    CHECK(session.cost() == Approx(before));
    CHECK(session.nextPart() == PartId{4});  // ids are never used twice
}

TEST_CASE("A member drawn over joints is cut at each of them, and takes nobody's place") {
    Session session(river());
    does(session, member("wood", 0, 0, 1, 2));
    does(session, member("wood", 1, 2, 2, 0));
    REQUIRE(does(session, member("road", 0, 0, 4, 0)) == ReasonId::None);
    REQUIRE(session.design().parts.size() == 4);
    CHECK(ends(session, 3).to == at(2, 0));
    CHECK(ends(session, 4).from == at(2, 0));
    CHECK(ends(session, 4).to == at(4, 0));
    CHECK(session.design().find({4})->cut_from == PartId{3});
}

TEST_CASE("Another material drawn over a member takes its place") {
    Session session(river());
    does(session, member("wood", 0, 0, 2, 3));
    CHECK(session.cost(member("steel", 0, 0, 2, 3)) == Approx(50 * std::sqrt(13.0)));
    REQUIRE(does(session, member("steel", 2, 3, 0, 0)) == ReasonId::None);
    REQUIRE(session.design().parts.size() == 1);
    CHECK(session.design().parts[0].kind == kindOf("steel"));
    CHECK(session.design().parts[0].id == PartId{2});
    does(session, Undo{});
    CHECK(session.design().parts[0].kind == kindOf("wood"));
    CHECK(session.design().parts[0].id == PartId{1});
}

TEST_CASE("A cut member counts once where pieces are counted") {
    auto level = river();
    level.palette[2].count = 2;
    Session session(level);
    does(session, member("road", 0, 0, 4, 0));
    does(session, member("wood", 2, 0, 2, 3));
    CHECK(does(session, member("road", 4, 0, 8, 0)) == ReasonId::None);
    CHECK(does(session, member("road", 8, 0, 12, 0)) == ReasonId::NoneLeft);
    does(session, Remove{{1}});  // one of its two pieces
    CHECK(does(session, member("road", 8, 0, 12, 0)) == ReasonId::NoneLeft);
    does(session, Remove{{3}});
    CHECK(does(session, member("road", 8, 0, 12, 0)) == ReasonId::None);
}

TEST_CASE("A joint moves with everything that hangs on it") {
    Session session(river());
    does(session, member("wood", 0, 0, 2, 2));
    does(session, member("wood", 2, 2, 4, 0));
    does(session, member("wood", 2, 2, 2, 4));
    REQUIRE(does(session, MoveJoint{at(2, 2), at(2, 1)}) == ReasonId::None);
    CHECK(ends(session, 1).to == at(2, 1));
    CHECK(ends(session, 2).from == at(2, 1));
    CHECK(ends(session, 3).from == at(2, 1));
    CHECK(does(session, MoveJoint{at(2, 1), at(2, 4)}) == ReasonId::SameJoint);
    CHECK(session.joints().size() == 5);  // two anchors and three joints
}

TEST_CASE("A member moves and keeps its id") {
    Session session(river());
    does(session, member("wood", 0, 0, 2, 2));
    does(session, member("road", 0, 0, 4, 0));
    REQUIRE(does(session, Move{{1}, world::BetweenJoints{at(2, 2), at(4, 0)}}) == ReasonId::None);
    CHECK(ends(session, 1).from == at(2, 2));
    CHECK(does(session, Move{{1}, world::BetweenJoints{at(2, 2), at(4, 0)}}) == ReasonId::AlreadyThere);
    CHECK(does(session, Move{{1}, world::AtPoint{at(2, 2), 0}}) == ReasonId::NoSuchPart);
}

TEST_CASE("What belongs to the level stays, costs nothing and can be built upon") {
    auto level = river();
    level.fixed = {{"road", at(0, 0), at(4, 0), 0.0}};
    Session session(level);
    REQUIRE(session.design().parts.size() == 1);
    CHECK(session.cost() == 0.0);
    CHECK(does(session, Remove{{1}}) == ReasonId::FixedPart);
    CHECK(does(session, member("wood", 0, 0, 4, 0)) == ReasonId::AlreadyThere);
    CHECK(does(session, MoveJoint{at(4, 0), at(4, 1)}) == ReasonId::FixedPart);
    REQUIRE(does(session, member("wood", 2, 0, 2, 2)) == ReasonId::None);
    CHECK(session.design().parts.size() == 3);
    CHECK(session.cost() == Approx(80));
    CHECK(does(session, Remove{{3}}) == ReasonId::FixedPart);  // the other half of the level's road
    CHECK(does(session, Remove{{2}}) == ReasonId::None);
    CHECK(session.design().parts.size() == 1);
}

TEST_CASE("What stands there loose is the visitor's own") {
    auto level = river();
    level.fixed = {{"wood", at(0, 0), at(2, 2), 0.0, true}, {"road", at(0, 0), at(4, 0), 0.0}};
    Session session(level);
    const double before = session.cost();
    CHECK(before > 0.0);
    CHECK(does(session, member("steel", 0, 0, 2, 2)) == ReasonId::None);  // takes its place
    CHECK(session.design().parts.size() == 2);
    CHECK(session.cost() > before);
    CHECK(does(session, Undo{}) == ReasonId::None);
    CHECK(session.cost() == before);
    CHECK(does(session, Undo{}) == ReasonId::NothingToUndo);
    CHECK(does(session, MoveJoint{at(2, 2), at(1, 2)}) == ReasonId::None);
    CHECK(does(session, Remove{{1}}) == ReasonId::None);
    CHECK(session.cost() == 0.0);
    CHECK(does(session, Remove{{2}}) == ReasonId::FixedPart);
}

TEST_CASE("Devices do not overlap, wires need terminals, and go with their devices") {
    Session session(board());
    REQUIRE(does(session, device("battery", 0.5, 0.3)) == ReasonId::None);
    CHECK(does(session, device("lamp", 0.6, 0.3)) == ReasonId::AlreadyThere);
    CHECK(does(session, device("lamp", 0.0, 0.3)) == ReasonId::OutsideScene);
    CHECK(does(session, device("lamp", 1.0, 0.5, 7)) == ReasonId::OutsideScene);
    CHECK(does(session, device("battery", 1.0, 0.5)) == ReasonId::NoneLeft);
    REQUIRE(does(session, device("lamp", 1.0, 0.5)) == ReasonId::None);
    CHECK(does(session, wire(1, 0, 1, 0)) == ReasonId::SameJoint);
    CHECK(does(session, wire(1, 0, 2, 5)) == ReasonId::NotConnected);
    CHECK(does(session, wire(1, 0, 9, 0)) == ReasonId::NoSuchPart);
    REQUIRE(does(session, wire(1, 0, 2, 0)) == ReasonId::None);
    CHECK(does(session, wire(2, 0, 1, 0)) == ReasonId::AlreadyThere);
    CHECK(does(session, wire(3, 0, 1, 0)) == ReasonId::NotConnected);  // a wire has no terminals
    REQUIRE(does(session, wire(1, 1, 2, 1)) == ReasonId::None);
    REQUIRE(does(session, Move{{2}, world::AtPoint{at(1.2, 0.6), 1}}) == ReasonId::None);
    CHECK(session.design().parts.size() == 4);
    REQUIRE(does(session, Remove{{2}}) == ReasonId::None);
    CHECK(session.design().parts.size() == 1);
    does(session, Undo{});
    CHECK(session.design().parts.size() == 4);
}

TEST_CASE("A finger snaps to the nearest joint, else to the grid within the build area") {
    Session session(river());
    CHECK(session.snap({0.3, 0.2}, 0.5) == at(0, 0));
    CHECK(session.snap({0.6, 1.3}, 0.5) == at(1, 1));
    CHECK(session.snap({-9, 99}, 0.5) == at(0, 6));
    CHECK(session.snap({1e300, -1e300}, 0.5) == at(16, -3));
    CHECK(session.buildable(at(3, 2)));
    CHECK(session.buildable(at(0, 0)));
    CHECK_FALSE(session.buildable(at(0, -2)));   // in the bank
    CHECK_FALSE(session.buildable(at(3, 7)));    // beyond the build area
    CHECK_FALSE(session.buildable(at(3, 2.5)));  // off the grid
    CHECK(session.longest(kindOf("wood")) == 4.0);
    CHECK(session.longest(kindOf("steel")) == world::row(kindOf("steel")).longest);
}
