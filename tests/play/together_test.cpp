// Groups that are one step, and the past of two who build at once.
#include <catch2/catch.hpp>

#include "game/play/building.h"
#include "scene.h"

using namespace vonk;
using namespace vonk::play;
using namespace vonk::test;

namespace {

Single step(const Command& command) {
    return *single(command);
}
ReasonId from(Session& session, Side side, const Command& command) {
    const auto reason = session.apply(command, Actor{0}, side);
    return reason ? reason->id : ReasonId::None;
}

}  // namespace

TEST_CASE("A group is done as a whole or not at all, and is one step for undo") {
    Session session(river());
    const world::Design empty = session.design();
    REQUIRE(does(session, Together{{step(member("road", 0, 0, 4, 0)), step(member("wood", 4, 0, 4, 3))}}) ==
            ReasonId::None);
    const world::Design two = session.design();
    REQUIRE(two.parts.size() == 2);
    // The second of these hangs in the air: nothing of it is done.
    CHECK(does(session, Together{{step(member("road", 4, 0, 8, 0)), step(member("wood", 10, 2, 10, 4))}}) ==
          ReasonId::NotConnected);
    CHECK(session.design() == two);
    CHECK(does(session, Together{}) == ReasonId::NoSuchPart);
    CHECK(does(session, Together{{Remove{{1}}, Remove{{1}}}}) == ReasonId::NoSuchPart);
    CHECK(session.design() == two);
    REQUIRE(does(session, Undo{}) == ReasonId::None);
    CHECK(session.design() == empty);
    REQUIRE(does(session, Redo{}) == ReasonId::None);
    CHECK(session.design() == two);
}

TEST_CASE("A group must be paid when all of it is there, not on the way") {
    level::Level level = river();
    level.budget = 200.0;
    Session session(level);
    REQUIRE(does(session, member("wood", 0, 0, 4, 0)) == ReasonId::None);  // 160
    CHECK(does(session, member("wood", 4, 0, 8, 0)) == ReasonId::TooExpensive);
    CHECK(does(session, Together{{step(member("wood", 0, 0, 2, 2)), Remove{{1}}}}) == ReasonId::None);
    CHECK(does(session, Together{{step(member("wood", 2, 2, 4, 2)), step(member("wood", 4, 2, 6, 2))}}) ==
          ReasonId::TooExpensive);
}

TEST_CASE("Joints of a group move at the same moment") {
    // A beam of wood between two joints, as long as wood may be: raised as one it stays so long.
    Session session(river());
    for (const auto& command :
         {member("wood", 0, 0, 2, 2), member("wood", 2, 2, 6, 2), member("wood", 6, 2, 8, 0)})
        REQUIRE(does(session, command) == ReasonId::None);
    CHECK(does(session, MoveJoint{at(2, 2), at(2, 3)}) == ReasonId::TooLong);
    REQUIRE(does(session, Together{{MoveJoint{at(2, 2), at(2, 3)}, MoveJoint{at(6, 2), at(6, 3)}}}) ==
            ReasonId::None);
    const auto joints = session.joints();
    CHECK(std::count(joints.begin(), joints.end(), at(2, 3)) == 1);
    CHECK(std::count(joints.begin(), joints.end(), at(2, 2)) == 0);
    // Two that change places are possible; two of one joint are not.
    CHECK(does(session, Together{{MoveJoint{at(2, 3), at(3, 3)}, MoveJoint{at(2, 3), at(1, 3)}}}) ==
          ReasonId::SameJoint);
}

TEST_CASE("What is wiped together is gone before the rest grows together again") {
    Session session(river());
    REQUIRE(does(session, member("road", 0, 0, 4, 0)) == ReasonId::None);
    REQUIRE(does(session, member("wood", 2, 0, 2, 3)) == ReasonId::None);  // cuts the road in two
    REQUIRE(session.design().parts.size() == 3);
    const PartId right = session.design().parts[2].id;
    REQUIRE(does(session, Together{{Remove{{2}}, Remove{right}}}) == ReasonId::None);
    REQUIRE(session.design().parts.size() == 1);
    const auto left = std::get<world::BetweenJoints>(session.design().parts[0].placement);
    CHECK(left == world::BetweenJoints{at(0, 0), at(2, 0)});
}

TEST_CASE("Undo of one bank takes back its own newest step and leaves the other's alone") {
    Session session(river());
    REQUIRE(from(session, Side::Left, member("road", 0, 0, 4, 0)) == ReasonId::None);
    REQUIRE(from(session, Side::Right, member("road", 16, 0, 12, 0)) == ReasonId::None);
    REQUIRE(from(session, Side::Right, member("road", 12, 0, 8, 0)) == ReasonId::None);
    CHECK(session.canUndo(Side::Left));
    REQUIRE(from(session, Side::Left, Undo{}) == ReasonId::None);
    CHECK(session.design().find({1}) == nullptr);
    CHECK(session.design().parts.size() == 2);
    CHECK_FALSE(session.canUndo(Side::Left));
    CHECK(from(session, Side::Left, Undo{}) == ReasonId::NothingToUndo);
    REQUIRE(from(session, Side::Right, Undo{}) == ReasonId::None);
    CHECK(session.design().find({3}) == nullptr);
    // Each takes its own back again, in any order.
    REQUIRE(from(session, Side::Left, Redo{}) == ReasonId::None);
    REQUIRE(from(session, Side::Right, Redo{}) == ReasonId::None);
    CHECK(session.design().parts.size() == 3);
    // A new step of the left forgets only what the left had taken back.
    REQUIRE(from(session, Side::Left, Undo{}) == ReasonId::None);
    REQUIRE(from(session, Side::Right, Undo{}) == ReasonId::None);
    REQUIRE(from(session, Side::Left, member("wood", 0, 0, 0, 2)) == ReasonId::None);
    CHECK_FALSE(session.canRedo(Side::Left));
    CHECK(session.canRedo(Side::Right));
    const Replay again = replay(session.level(), session.recording());
    CHECK_FALSE(again.difference);
}

TEST_CASE("A step that the other one has built on stays, and says so") {
    Session session(river());
    REQUIRE(from(session, Side::Left, member("road", 0, 0, 4, 0)) == ReasonId::None);
    REQUIRE(from(session, Side::Right, member("wood", 2, 0, 2, 3)) == ReasonId::None);  // cuts it
    const world::Design both = session.design();
    CHECK(from(session, Side::Left, Undo{}) == ReasonId::BuiltUpon);
    CHECK(session.design() == both);
    REQUIRE(from(session, Side::Right, Undo{}) == ReasonId::None);
    REQUIRE(from(session, Side::Left, Undo{}) == ReasonId::None);
    CHECK(session.design().parts.empty());
}

TEST_CASE("What was taken away does not come back onto what stands there now, nor for spent money") {
    level::Level level = river();
    level.budget = 330.0;
    Session session(level);
    REQUIRE(from(session, Side::Left, member("wood", 0, 0, 4, 0)) == ReasonId::None);
    REQUIRE(from(session, Side::Left, Remove{{1}}) == ReasonId::None);
    REQUIRE(from(session, Side::Right, member("road", 0, 0, 4, 0)) == ReasonId::None);
    CHECK(from(session, Side::Left, Undo{}) == ReasonId::BuiltUpon);
    REQUIRE(from(session, Side::Right, Undo{}) == ReasonId::None);
    REQUIRE(from(session, Side::Right, member("road", 16, 0, 12, 0)) == ReasonId::None);
    CHECK(from(session, Side::Left, Undo{}) == ReasonId::TooExpensive);
}
