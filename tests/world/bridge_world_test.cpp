#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/random.h"
#include "game/world/road.h"
#include "game/world/vehicles.h"
#include "scene.h"

using namespace vonk;
using namespace vonk::test;
using namespace vonk::world;

namespace {

int count(const std::vector<EventKind>& kinds, EventKind kind) {
    return static_cast<int>(std::count(kinds.begin(), kinds.end(), kind));
}

// All kinds of events until the end and two seconds more.
std::vector<EventKind> eventsOf(World& world) {
    std::vector<EventKind> kinds;
    int after = 0;
    for (int i = 0; i < 4000 && after < 120; ++i) {
        world.step();
        for (const Event& event : world.events()) kinds.push_back(event.kind);
        if (world.outcome() != Outcome::Running) ++after;
    }
    return kinds;
}

}  // namespace

TEST_CASE("A truss that is strong enough carries the truck across") {
    Drawing drawing;
    drawing.warren(16, kind::steel, kind::wood);
    World world(river(16), drawing.design);
    const auto kinds = eventsOf(world);
    CHECK(world.outcome() == Outcome::Won);
    CHECK(world.reason().id == ReasonId::None);
    CHECK(world.measures().across == 1);
    CHECK(world.measures().broken == 0);
    CHECK(world.measures().greatest_use > 0.5);
    CHECK(world.measures().greatest_use < 1.0);
    CHECK(count(kinds, EventKind::OnBridge) == 1);
    CHECK(count(kinds, EventKind::Across) == 1);
    CHECK(count(kinds, EventKind::GoalHeld) == 1);
    CHECK(count(kinds, EventKind::Won) == 1);
    CHECK(count(kinds, EventKind::Lost) == 0);
    CHECK(world.snapshot().across == 1);
    CHECK(world.snapshot().traffic == 1);
}

TEST_CASE("Long wooden pieces on top buckle, and the reason says which, how hard and how long") {
    Drawing drawing;
    drawing.warren(16, kind::wood, kind::wood);
    World world(river(16), drawing.design);
    const auto kinds = eventsOf(world);
    REQUIRE(world.outcome() == Outcome::Lost);
    const Reason& reason = world.reason();
    REQUIRE(reason.id == ReasonId::Buckled);
    REQUIRE(reason.parts.size() == 1);
    const PartId top = reason.parts[0];
    CHECK((top.value >= 5 && top.value <= 7));  // one of the three on top
    REQUIRE(reason.numbers.size() == 3);
    CHECK(std::fabs(reason.numbers[0]) >= 0.999 * reason.numbers[1]);
    CHECK(reason.numbers[1] == Approx(56545).epsilon(2e-3));  // Euler, 4 m
    CHECK(reason.numbers[2] == Approx(4.0).epsilon(1e-3));
    CHECK(reason.place.y == Approx(3.0).margin(0.1));
    CHECK(count(kinds, EventKind::MemberBroke) >= 1);
    CHECK(count(kinds, EventKind::Creak) >= 1);
    CHECK(count(kinds, EventKind::Collapse) == 1);
    CHECK(count(kinds, EventKind::Lost) == 1);
    CHECK(count(kinds, EventKind::Splash) >= 1);
    const auto members = world.snapshot().members;
    CHECK(
        std::all_of(members.begin(), members.end(), [](const MemberView& member) { return member.fallen; }));
    const auto broken =
        std::find_if(members.begin(), members.end(), [&](const MemberView& m) { return m.part == top; });
    REQUIRE(broken != members.end());
    CHECK(broken->broken);
    CHECK(broken->cause == ReasonId::Buckled);
}

TEST_CASE("The cheeses stay on the truck until it falls") {
    Drawing drawing;
    drawing.warren(16, kind::wood, kind::wood);
    World world(river(16), drawing.design);
    const auto cheeses = [&] {
        const auto bodies = world.snapshot().bodies;
        return std::count_if(bodies.begin(), bodies.end(),
                             [](const BodyView& body) { return body.kind == BodyKind::Cargo; });
    };
    world.step();
    CHECK(cheeses() == 0);
    runToEnd(world);
    world.step();
    CHECK(cheeses() == 9);
}

TEST_CASE("A plank bends by P·L/4 under one sheep in its middle") {
    auto level = river(4, "sheep");
    Drawing drawing;
    drawing.member(kind::plank, 0, 0, 4, 0);
    World world(level, drawing.design);
    runToEnd(world);
    CHECK(world.outcome() == Outcome::Won);
    const MemberRow& plank = *row(kind::plank).member;
    const double weight = plank.density * plank.area * 9.81;
    const double moment = 75 * 9.81 * 4 / 4 + weight * 16 / 8;
    CHECK(world.measures().greatest_use == Approx(moment / (plank.yield * plank.modulus)).epsilon(0.03));
}

TEST_CASE("One sheep too many bends the plank until it breaks; a post under its middle holds it") {
    auto level = river(4, "sheep");
    level.traffic = {{"sheep", 3, 1.0, 1.0}};
    level.scene.anchors.push_back({{2000, -1000}, true, false});
    Drawing alone;
    alone.member(kind::plank, 0, 0, 4, 0);
    World breaks(level, alone.design);
    runToEnd(breaks);
    CHECK(breaks.outcome() == Outcome::Lost);
    CHECK(breaks.reason().id == ReasonId::Bent);
    REQUIRE(breaks.reason().numbers.size() == 3);
    CHECK(breaks.reason().numbers[1] == Approx(1038.5).epsilon(1e-3));
    Drawing held;
    held.member(kind::plank, 0, 0, 2, 0).member(kind::plank, 2, 0, 4, 0).member(kind::post, 2, -1, 2, 0);
    World holds(level, held.design);
    runToEnd(holds);
    CHECK(holds.outcome() == Outcome::Won);
    CHECK(holds.measures().across == 3);
}

TEST_CASE("A loose chain is a mechanism, named with its joints before anything rolls") {
    Drawing drawing;
    for (int x = 0; x < 16; x += 4) drawing.member(kind::road, x, 0, x + 4, 0);
    World world(river(16), drawing.design);
    CHECK(world.outcome() == Outcome::Running);
    world.step();
    CHECK(world.outcome() == Outcome::Lost);
    CHECK(world.reason().id == ReasonId::NotHeldUp);
    CHECK(world.reason().parts.size() == 4);
    CHECK(world.reason().place.x > 2.0);
    CHECK(world.reason().place.x < 14.0);
    for (int i = 0; i < 300; ++i) world.step();
    CHECK(world.outcome() == Outcome::Lost);
}

TEST_CASE("A square leans over, a triangle does not") {
    Drawing square;
    square.member(kind::road, 0, 0, 4, 0)
        .member(kind::wood, 0, 0, 0, 3)
        .member(kind::wood, 0, 3, 4, 3)
        .member(kind::wood, 4, 3, 4, 0);
    World leans(river(4, "sheep"), square.design);
    leans.step();
    CHECK(leans.reason().id == ReasonId::NotHeldUp);
    square.member(kind::wood, 0, 0, 4, 3);
    World stands(river(4, "sheep"), square.design);
    runToEnd(stands);
    CHECK(stands.outcome() == Outcome::Won);
}

TEST_CASE("Where the road ends the reason says so") {
    auto level = river(8, "sheep");
    Drawing drawing;  // a held-up stretch of road that stops in the middle
    drawing.member(kind::road, 0, 0, 4, 0).member(kind::wood, 0, 3, 4, 0).member(kind::wood, 0, 3, 0, 0);
    level.scene.anchors.push_back({{0, 3000}, false, false});
    World world(level, drawing.design);
    runToEnd(world);
    CHECK(world.reason().id == ReasonId::NoRoad);
    CHECK(world.reason().numbers.at(0) == Approx(4.0));
    CHECK(roadGap(level.scene, drawing.design) == Approx(4.0));
    drawing.member(kind::road, 4, 0, 8, 0);
    CHECK_FALSE(roadGap(level.scene, drawing.design));
    CHECK(roadGap(level.scene, {}) == Approx(0.0));
}

TEST_CASE("Cables that are pushed give way, and are blamed before what breaks then") {
    Drawing drawing;
    drawing.member(kind::road, 0, 0, 4, 0)
        .member(kind::road, 4, 0, 8, 0)
        .member(kind::road, 8, 0, 12, 0)
        .member(kind::road, 12, 0, 16, 0);
    drawing.member(kind::steel, 4, 3, 8, 3)
        .member(kind::steel, 8, 3, 12, 3)
        .member(kind::steel, 0, 0, 4, 3)
        .member(kind::steel, 12, 3, 16, 0);
    drawing.member(kind::cable, 4, 0, 4, 3).member(kind::wood, 8, 0, 8, 3).member(kind::cable, 12, 0, 12, 3);
    drawing.member(kind::cable, 4, 3, 8, 0).member(kind::cable, 8, 0, 12, 3);
    World world(river(16), drawing.design);
    runToEnd(world);
    CHECK(world.outcome() == Outcome::Lost);
    CHECK(world.reason().id == ReasonId::CableSlack);
    CHECK_FALSE(world.reason().parts.empty());
}

TEST_CASE("Time runs out") {
    auto level = river(16);
    level.time_limit = 2.0;
    Drawing drawing;
    drawing.warren(16, kind::steel, kind::steel);
    World world(level, drawing.design);
    runToEnd(world);
    CHECK(world.outcome() == Outcome::Lost);
    CHECK(world.reason().id == ReasonId::NotAcross);
    CHECK(world.measures().seconds == Approx(2.0));
}

TEST_CASE("Nothing built: the truck falls and the missing road is the reason") {
    World world(river(16), {});
    runToEnd(world);
    CHECK(world.outcome() == Outcome::Lost);
    CHECK(world.reason().id == ReasonId::NoRoad);
}

TEST_CASE("A bridge that stands for so long wins where that is the goal") {
    auto level = river(4, "");
    level.goals = {{level::GoalKind::StaysUp, 2.0}};
    Drawing drawing;
    drawing.member(kind::road, 0, 0, 4, 0);
    World world(level, drawing.design);
    runToEnd(world);
    CHECK(world.outcome() == Outcome::Won);
    CHECK(world.measures().seconds == Approx(2.0).margin(0.03));
    World empty(level, {});
    runToEnd(empty);
    CHECK(empty.outcome() == Outcome::Lost);
}

TEST_CASE("The same level and design give the same bits; another design does not") {
    Drawing drawing;
    drawing.warren(16, kind::wood, kind::wood);
    const auto level = river(16);
    World one(level, drawing.design), two(level, drawing.design);
    Drawing stronger;
    stronger.warren(16, kind::steel, kind::wood);
    World other(level, stronger.design);
    bool differed = false;
    for (int i = 0; i < 600; ++i) {
        one.step();
        two.step();
        other.step();
        REQUIRE(one.stateHash() == two.stateHash());
        differed = differed || one.stateHash() != other.stateHash();
    }
    CHECK(differed);
    World moved = std::move(one);
    moved.step();
    two.step();
    CHECK(moved.stateHash() == two.stateHash());
}

TEST_CASE("Whatever is drawn: no crash, no endless number, one end") {
    Random random(7);
    for (int i = 0; i < 120; ++i) {
        auto level = river(8, random.below(2) == 0 ? "sheep" : "cheese-truck");
        level.time_limit = 8;
        Drawing drawing;
        const auto members = random.below(20);
        for (std::uint32_t k = 0; k < members; ++k) {
            const double x0 = random.below(9), y0 = random.below(4), x1 = random.below(9),
                         y1 = random.below(4);
            const std::array kinds{kind::wood, kind::steel, kind::cable, kind::road, kind::plank, kind::tube};
            if (x0 != x1 || y0 != y1) drawing.member(kinds[random.below(6)], x0, y0, x1, y1);
        }
        World world(level, drawing.design);
        int ends = 0;
        for (int tick = 0; tick < 540; ++tick) {
            world.step();
            for (const Event& event : world.events())
                ends += event.kind == EventKind::Lost || event.kind == EventKind::Won ? 1 : 0;
        }
        INFO("design " << i);
        CHECK(ends == 1);
        for (const BodyView& body : world.snapshot().bodies) {
            CHECK(std::isfinite(body.pose.position.x));
            CHECK(std::isfinite(body.pose.position.y));
        }
        for (const MemberView& member : world.snapshot().members) CHECK(std::isfinite(member.peak_use));
    }
}

TEST_CASE("Everything that can come over crosses a strong bridge, and is seen from end to end") {
    for (const VehicleRow& vehicle : vehicleRows()) {
        INFO(vehicle.key);
        Drawing drawing;
        drawing.warren(12, kind::steel, kind::steel);
        level::Level level = river(12, std::string(vehicle.key));
        level.time_limit = 60.0;
        World world(level, drawing.design);
        std::uint32_t coaches = 0;
        for (int i = 0; i < 3600 && world.outcome() == Outcome::Running; ++i) {
            world.step();
            coaches = 0;
            for (const BodyView& body : world.snapshot().bodies) {
                if (body.kind != BodyKind::Chassis && body.kind != BodyKind::Walker) continue;
                CHECK(body.vehicle == vehicle.key);
                CHECK(body.coach == coaches);
                ++coaches;
                if (std::fabs(body.pose.angle) > 0.2) FAIL(vehicle.key << " rears up");
                if (std::fabs(body.pose.position.y -
                              (vehicle.wheel_radius + vehicle.clearance + 0.5 * vehicle.size.y)) > 0.3)
                    FAIL(vehicle.key << " leaves the road");
            }
        }
        CHECK(world.outcome() == Outcome::Won);
        CHECK(coaches == coachCount(vehicle));
    }
}

TEST_CASE("The coaches of a train keep their distance and have their own wheels") {
    const VehicleRow& row = *findVehicle("train");
    Drawing drawing;
    drawing.warren(12, kind::steel, kind::steel);
    World world(river(12, "train"), drawing.design);
    for (int i = 0; i < 500; ++i) {
        world.step();
        std::vector<BodyView> coaches, wheels;
        for (const BodyView& body : world.snapshot().bodies)
            if (body.kind != BodyKind::Debris)
                (body.kind == BodyKind::Wheel ? wheels : coaches).push_back(body);
        REQUIRE(coaches.size() == 3);
        REQUIRE(wheels.size() == row.axles.size());
        for (std::size_t c = 0; c + 1 < coaches.size(); ++c)
            CHECK(coaches[c].pose.position.x - coaches[c + 1].pose.position.x == Approx(9.6).margin(0.1));
        for (const BodyView& wheel : wheels) {
            REQUIRE(wheel.coach < coaches.size());
            CHECK(std::fabs(wheel.pose.position.x - coaches[wheel.coach].pose.position.x) < 0.5 * row.size.x);
        }
    }
}

TEST_CASE("A cable that would have to push is to blame, one that moves along is not") {
    // A joint of two decks, held from the river bed.
    level::Level level = river(8);
    level.scene.anchors.push_back({{4000, -3000}, false, false});
    level.scene.anchors.push_back({{4000, 3000}, false, false});
    Drawing below;
    below.member(kind::road, 0, 0, 4, 0).member(kind::road, 4, 0, 8, 0).member(kind::rope, 4, -3, 4, 0);
    World slack(level, below.design);
    slack.step();
    CHECK(slack.outcome() == Outcome::Lost);
    CHECK(slack.reason().id == ReasonId::CableSlack);
    REQUIRE(slack.reason().parts.size() == 1);
    CHECK(slack.reason().parts.front() == PartId{3});
    CHECK(slack.reason().place.y == Approx(-1.5));

    Drawing pushed;
    pushed.member(kind::road, 0, 0, 4, 0).member(kind::road, 4, 0, 8, 0).member(kind::wood, 4, -3, 4, 0);
    World held(level, pushed.design);
    runToEnd(held);
    CHECK(held.outcome() == Outcome::Won);

    Drawing above;
    above.member(kind::road, 0, 0, 4, 0).member(kind::road, 4, 0, 8, 0).member(kind::cable, 4, 3, 4, 0);
    World hung(level, above.design);
    runToEnd(hung);
    CHECK(hung.outcome() == Outcome::Won);

    // A mast with nothing that holds it: bars would not help.
    Drawing mast;
    mast.member(kind::road, 0, 0, 4, 0).member(kind::wood, 0, 0, 0, 3).member(kind::rope, 0, 3, 4, 0);
    World toppling(level, mast.design);
    toppling.step();
    CHECK(toppling.reason().id == ReasonId::NotHeldUp);
}

TEST_CASE("A road that swings too far loses where it has to stay steady, and what gives most is to blame") {
    // Decks that meet over a springy cable: six who jump at about its own frequency.
    const auto outcome = [](PartKind stay, double limit) {
        level::Level level = river(16, "adult");
        level.scene.anchors.push_back({{0, 5000}, false, false});
        level.scene.anchors.push_back({{16000, 5000}, false, false});
        level.traffic = {{"adult", 5, 0.8, 2.0, level::Jumps{8.0, 2.4, 6.0}}};
        level.goals = {{level::GoalKind::AllAcross, 0.0}, {level::GoalKind::Steady, 0.0, limit}};
        Drawing drawing;
        for (int x = 0; x < 16; x += 4) drawing.member(kind::boards, x, 0, x + 4, 0);
        for (int x = 4; x < 16; x += 4) drawing.member(kind::wood, x, 0, x, -1);
        drawing.member(kind::wood, 4, 0, 8, -1).member(kind::wood, 12, 0, 8, -1);
        drawing.member(stay, 0, 0, 4, -1).member(stay, 4, -1, 8, -1);
        drawing.member(stay, 8, -1, 12, -1).member(stay, 12, -1, 16, 0);
        World world(level, drawing.design);
        runToEnd(world);
        return world.reason();
    };
    const Reason shaken = outcome(kind::cable, 0.08);
    REQUIRE(shaken.id == ReasonId::Shaken);
    REQUIRE(shaken.parts.size() == 1);
    CHECK(shaken.parts.front().value >= 10);  // a cable
    REQUIRE(shaken.numbers.size() == 2);
    CHECK(shaken.numbers[0] > 0.08);
    CHECK(shaken.numbers[1] == 0.08);
    CHECK(shaken.place.x == Approx(8.0).margin(4.1));
    CHECK(outcome(kind::cable, 0.5).id == ReasonId::None);  // strong enough all the same
    CHECK(outcome(kind::steel, 0.08).id == ReasonId::None);
}
