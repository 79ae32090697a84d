#include <catch2/catch.hpp>

#include "game/world/design_codec.h"
#include "scene.h"

using namespace vonk;
using namespace vonk::play;
using namespace vonk::test;

TEST_CASE("Build, test, win: the result has its numbers and stars") {
    Session session(river());
    warren(session, 16, "steel", "wood");
    CHECK(session.phase() == Phase::Building);
    REQUIRE(does(session, Start{}) == ReasonId::None);
    CHECK(session.phase() == Phase::Running);
    run(session);
    REQUIRE(session.phase() == Phase::Won);
    REQUIRE(session.result());
    const play::Result& result = *session.result();
    CHECK(result.won);
    CHECK(result.attempt == 1);
    CHECK(result.rebuilt == 0);
    CHECK(result.cost == Approx(session.cost()));
    CHECK(result.cost == Approx(16 * 60 + 12 * 90 + 8 * 40 * std::sqrt(13.0)));
    REQUIRE(result.stars.size() == 3);
    CHECK(result.stars[0].earned);
    CHECK(result.stars[1].earned);  // 3194 euro of 3600
    CHECK(result.stars[1].value == Approx(result.cost));
    CHECK_FALSE(result.stars[2].earned);  // little to spare
    CHECK(result.stars[2].value == Approx(result.measures.greatest_use));
    CHECK(session.design().find(result.worst) != nullptr);
}

TEST_CASE("While it runs nothing can be built; after Stop it can, and what was tried stays known") {
    Session session(river());
    warren(session, 16, "wood", "wood");
    does(session, Start{});
    for (const Command& command : {member("wood", 0, 0, 0, 2), Command{Undo{}}, Command{Redo{}},
                                   Command{Start{}}, Command{Remove{{1}}}})
        CHECK(does(session, command) == ReasonId::NotWhileRunning);
    CHECK_FALSE(session.canUndo());
    run(session);
    REQUIRE(session.phase() == Phase::Lost);
    CHECK(session.result()->reason.id == ReasonId::Buckled);
    const PartId broken = session.result()->reason.parts.at(0);
    CHECK(does(session, Remove{{1}}) == ReasonId::NotWhileRunning);
    session.tick();  // it goes on falling
    REQUIRE(does(session, Stop{}) == ReasonId::None);
    CHECK(session.phase() == Phase::Building);
    CHECK(session.result());
    const auto peak = [&](PartId part) {
        for (const world::MemberView& view : session.snapshot().members)
            if (view.part == part) return view.peak_use;
        return -1.0;
    };
    CHECK(peak(broken) >= 1.0);
    CHECK(peak({1}) > 0.0);
    const auto& top = std::get<world::BetweenJoints>(session.design().find(broken)->placement);
    const PartId fresh = session.nextPart();
    REQUIRE(does(session, Place{kindOf("steel"), top}) == ReasonId::None);
    CHECK(peak(fresh) == 0.0);
    CHECK(peak({1}) > 0.0);
    CHECK(session.snapshot().bodies.empty());
}

TEST_CASE("Tests and rebuilding are counted") {
    Session session(river());
    does(session, member("road", 0, 0, 4, 0));
    const auto attempt = [&] {
        does(session, Start{});
        run(session);
        const play::Result result = *session.result();
        does(session, Stop{});
        return result;
    };
    CHECK(attempt().rebuilt == 0);
    CHECK(attempt().rebuilt == 0);
    does(session, member("road", 4, 0, 8, 0));
    const play::Result third = attempt();
    CHECK(third.attempt == 3);
    CHECK(third.rebuilt == 1);
}

TEST_CASE("Undo and redo go all the way, with the same ids") {
    Session session(river());
    std::vector<world::Design> seen{session.design()};
    const auto note = [&](const Command& command) {
        REQUIRE(does(session, command) == ReasonId::None);
        seen.push_back(session.design());
    };
    note(member("road", 0, 0, 4, 0));
    note(member("wood", 2, 0, 2, 3));
    note(MoveJoint{at(2, 3), at(3, 3)});
    note(member("steel", 2, 0, 3, 3));
    note(Remove{{1}});
    note(member("road", 0, 0, 2, 0));
    for (std::size_t i = seen.size() - 1; i-- > 0;) {
        REQUIRE(does(session, Undo{}) == ReasonId::None);
        CHECK(session.design() == seen[i]);
    }
    CHECK_FALSE(session.canUndo());
    CHECK(session.canRedo());
    for (std::size_t i = 1; i < seen.size(); ++i) {
        REQUIRE(does(session, Redo{}) == ReasonId::None);
        CHECK(session.design() == seen[i]);
    }
    CHECK_FALSE(session.canRedo());
    does(session, Undo{});
    const PartId next = session.nextPart();
    does(session, member("wood", 0, 0, 0, 2));
    CHECK(does(session, Redo{}) == ReasonId::NothingToRedo);
    for (const world::Design& design : seen)
        CHECK(design.find(next) == nullptr);  // not an id of the lost future
}

TEST_CASE("A former attempt is taken up again as one step, with its part numbers and what it bore") {
    Session session(river());
    warren(session, 16, "wood", "wood");
    CHECK(does(session, TakeUp{1}) == ReasonId::NoSuchPart);  // nothing was tested yet
    const world::Design first = session.design();
    does(session, Start{});
    run(session);
    REQUIRE(session.phase() == Phase::Lost);
    CHECK(does(session, TakeUp{1}) == ReasonId::NotWhileRunning);
    does(session, Stop{});
    CHECK(does(session, TakeUp{1}) == ReasonId::AlreadyThere);
    does(session, Remove{{1}});
    does(session, member("road", 0, 0, 2, 0));
    const world::Design second = session.design();
    const PartId next = session.nextPart();
    does(session, Start{});
    does(session, Stop{});
    for (const std::uint32_t attempt : {0U, 3U, 4000000000U})
        CHECK(does(session, TakeUp{attempt}) == ReasonId::NoSuchPart);
    REQUIRE(does(session, TakeUp{1}) == ReasonId::None);
    CHECK(session.design() == first);
    CHECK(session.nextPart() == next);
    does(session, member("wood", 0, 0, 0, 2));
    CHECK(session.design().find(next) != nullptr);
    does(session, Undo{});
    REQUIRE(does(session, Undo{}) == ReasonId::None);
    CHECK(session.design() == second);
    REQUIRE(does(session, Redo{}) == ReasonId::None);
    CHECK(session.design() == first);
    CHECK(session.result()->attempt == 1);
    const Replay again = replay(session.level(), session.recording());
    CHECK_FALSE(again.difference);
    CHECK_FALSE(again.refused);
}

TEST_CASE("Two fingers: each command stands by itself and carries its hand") {
    Session session(river());
    does(session, member("road", 0, 0, 4, 0), 0);
    const auto drawn = member("wood", 4, 0, 4, 3);  // one finger is still drawing from (4, 0) …
    does(session, Undo{}, 1);                       // … while the other takes that joint away
    CHECK(does(session, drawn, 0) == ReasonId::NotConnected);
    does(session, Redo{}, 1);
    CHECK(does(session, drawn, 0) == ReasonId::None);
    does(session, Start{}, 1);
    CHECK(does(session, drawn, 0) == ReasonId::NotWhileRunning);
    const auto& commands = session.recording().commands;
    REQUIRE(commands.size() == 5);
    CHECK(commands[0].actor.slot == 0);
    CHECK(commands[1].actor.slot == 1);
    CHECK(commands[4].kind == "start");
}

TEST_CASE("A live level runs while one builds; undo brings back the design, not the past") {
    Session session(board());
    CHECK(session.phase() == Phase::Running);
    does(session, device("battery", 0.5, 0.2));
    does(session, device("switch", 0.5, 0.7));
    does(session, device("lamp", 1.2, 0.7));
    does(session, wire(1, 0, 2, 0));
    does(session, wire(2, 1, 3, 0));
    does(session, Operate{{2}, 0, 1.0});
    does(session, wire(3, 1, 1, 1));
    const auto lamp = [&] { return session.snapshot().devices[2].brightness; };
    const auto charge = [&] { return session.snapshot().devices[0].charge; };
    for (int i = 0; i < 30; ++i) session.tick();
    CHECK(lamp() > 0.9);
    const double before = charge();
    CHECK(before < 1.0);
    does(session, Undo{});
    session.tick();
    CHECK(lamp() < 1e-9);
    CHECK(charge() == before);
    CHECK(session.design().find({2})->setting == 1.0);  // undo does not throw the switch
    does(session, Redo{});
    CHECK(does(session, Start{}) == ReasonId::NotWhileRunning);
    CHECK(does(session, Stop{}) == ReasonId::NotRunning);
    CHECK(does(session, Operate{{2}, 0, 0.5}) == ReasonId::NotOperable);
    CHECK(does(session, Operate{{2}, 1, 1.0}) == ReasonId::NotOperable);
    CHECK(session.assess().reason.id != ReasonId::ShortCircuit);
    for (int i = 0; i < 60; ++i) session.tick();
    CHECK(session.phase() == Phase::Won);
    REQUIRE(session.result());
    CHECK(session.result()->won);
    CHECK_FALSE(session.result()->stars[1].earned);  // nine touches
    CHECK(does(session, Remove{{3}}) == ReasonId::NotWhileRunning);
    CHECK(does(session, Stop{}) == ReasonId::None);  // play on
    CHECK(does(session, Remove{{3}}) == ReasonId::None);
    session.tick();
    CHECK(session.phase() == Phase::Running);
}

TEST_CASE("A design at rest shows joints where they were built") {
    Session session(river());
    does(session, member("road", 0, 0, 4, 0));
    const auto view = session.snapshot();
    REQUIRE(view.joints.size() == 3);
    CHECK(view.joints[0].anchor);
    CHECK(view.joints[1].anchor);
    CHECK_FALSE(view.joints[2].anchor);
    CHECK(view.joints[2].origin == at(4, 0));
    REQUIRE(view.members.size() == 1);
    CHECK(view.joints[view.members[0].to].position == Vec2{4, 0});
}

TEST_CASE("Where the load may be chosen, the chosen one comes, and the recording knows it") {
    level::Level level = river();
    level.choose_load = true;
    level.traffic = {{"sheep", 2, 0.6, 1.5}, {"cheese-truck", 1, 2.0, 3.0}};
    Session session(level);
    REQUIRE(session.loads().size() == 2);
    REQUIRE(session.level().traffic.size() == 1);
    CHECK(session.level().traffic.front().vehicle == "sheep");
    warren(session, 16, "wood", "wood");
    CHECK(does(session, ChooseLoad{0}) == ReasonId::AlreadyThere);
    CHECK(does(session, ChooseLoad{2}) == ReasonId::NotOperable);
    does(session, Start{});
    CHECK(does(session, ChooseLoad{1}) == ReasonId::NotWhileRunning);
    run(session);
    CHECK(session.phase() == Phase::Won);  // wood carries sheep
    CHECK(session.result()->measures.across == 2);
    does(session, Stop{});
    const world::Design before = session.design();
    REQUIRE(does(session, ChooseLoad{1}) == ReasonId::None);
    CHECK(session.load() == 1);
    CHECK(session.level().traffic.front().vehicle == "cheese-truck");
    CHECK(session.design() == before);
    // What the sheep asked of it says nothing about a truck.
    for (const world::MemberView& member : session.snapshot().members) CHECK(member.peak_use == 0.0);
    does(session, Start{});
    run(session);
    CHECK(session.phase() == Phase::Lost);
    CHECK(session.result()->rebuilt == 0);  // another load is no other design
    CHECK_FALSE(replay(level, session.recording()).difference);
    // Undo takes back what was built, not the choice.
    does(session, Stop{});
    REQUIRE(does(session, Undo{}) == ReasonId::None);
    CHECK(session.load() == 1);

    Session plain(river());
    CHECK(does(plain, ChooseLoad{0}) == ReasonId::NotOperable);
}
