#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <stdexcept>

#include "engine/rigid/rigid_world.h"

using namespace vonk;
using namespace vonk::rigid;

namespace {

constexpr double h = 1.0 / 120.0;

GroundDef field(double y) {
    return {{{-50.0, y}, {50.0, y}}, false, 0.9};
}

VehicleDef truck(double x) {
    VehicleDef def;
    def.front = {x, 0.0};
    def.speed = 3.0;
    def.axles = {{0.0, 2000.0}, {3.0, 4000.0}};
    def.body_size = {4.5, 1.2};
    return def;
}

void run(RigidWorld& world, double seconds) {
    for (int i = 0; i < static_cast<int>(std::lround(seconds / h)); ++i) world.step(h, 8, 3);
}

double totalLoad(const RigidWorld& world, int deck) {
    double load = 0.0;
    for (const WheelLoad& wheel : world.wheelLoads()) {
        if (wheel.deck == deck) load -= wheel.force.y;
    }
    return load;
}

}  // namespace

TEST_CASE("a vehicle holds its speed on level road") {
    RigidWorld world({});
    world.addGround(field(0.0));
    const int truck_index = world.addVehicle(truck(-10.0));
    run(world, 4.0);
    CHECK(world.vehicle(truck_index).velocity.x == Approx(3.0).epsilon(0.01));
    CHECK(world.vehicle(truck_index).front == Approx(2.0).margin(0.2));
    CHECK(std::fabs(world.vehicle(truck_index).body.angle) < 0.01);
    world.setSpeed(truck_index, 0.0);
    run(world, 4.0);
    CHECK(std::fabs(world.vehicle(truck_index).velocity.x) < 0.05);
}

TEST_CASE("each axle brings its own load on a deck, from the first step on") {
    for (const Chassis chassis : {Chassis::Stiff, Chassis::PerAxle}) {
        RigidWorld world({});
        const int front_deck = world.addDeck({-1.5, 0.0}, {50.0, 0.0});
        const int rear_deck = world.addDeck({-50.0, 0.0}, {-1.5, 0.0});
        world.joinDeck(front_deck, rear_deck, -1);
        world.joinDeck(rear_deck, -1, front_deck);
        VehicleDef def = truck(0.0);
        def.speed = 0.0;
        def.chassis = chassis;
        def.body_size.x = chassis == Chassis::Stiff ? 4.5 : 1.0;
        world.addVehicle(def);
        for (int i = 0; i < 240; ++i) {
            world.moveDeck(front_deck, {-1.5, 0.0}, {50.0, 0.0}, h);
            world.moveDeck(rear_deck, {-50.0, 0.0}, {-1.5, 0.0}, h);
            world.step(h, 8, 3);
        }
        CHECK(totalLoad(world, front_deck) == Approx(2000.0 * 9.81).epsilon(0.005));
        CHECK(totalLoad(world, rear_deck) == Approx(4000.0 * 9.81).epsilon(0.005));
        for (const WheelLoad& wheel : world.wheelLoads()) {
            if (wheel.deck == rear_deck) CHECK(wheel.position == Approx((50.0 - 3.0) / 48.5).margin(0.002));
        }
    }
}

TEST_CASE("on a slope a wheel's force is its weight, straight down") {
    RigidWorld world({});
    const Vec2 left{-30.0, -3.0}, right{30.0, 3.0};
    const int deck = world.addDeck(left, right);
    VehicleDef def;
    def.axles = {{0.0, 1000.0}, {2.0, 1000.0}, {4.0, 1000.0}};
    def.front = {-5.0, -0.5};
    def.slope = 0.1;
    def.body_size = {0.8, 0.8};
    def.chassis = Chassis::PerAxle;
    world.addVehicle(def);
    for (int i = 0; i < 600; ++i) {
        world.moveDeck(deck, left, right, h);
        world.step(h, 8, 3);
    }
    Vec2 sum;
    for (const WheelLoad& wheel : world.wheelLoads()) sum += wheel.force;
    CHECK(sum.y == Approx(-3000.0 * 9.81).epsilon(0.02));
    CHECK(std::fabs(sum.x) < 0.02 * 3000.0 * 9.81);
    CHECK(world.vehicle(0).velocity.x == Approx(3.0).epsilon(0.05));
}

TEST_CASE("a wheel rolls over the joints of a level road without a bump") {
    RigidWorld world({});
    std::vector<int> decks;
    for (int i = 0; i < 60; ++i) decks.push_back(world.addDeck({0.5 * i - 5.0, 0.0}, {0.5 * i - 4.5, 0.0}));
    for (std::size_t i = 0; i < decks.size(); ++i) {
        world.joinDeck(decks[i], i == 0 ? -1 : decks[i - 1], i + 1 == decks.size() ? -1 : decks[i + 1]);
    }
    VehicleDef def;
    def.axles = {{0.0, 1000.0}};
    def.body_size = {0.8, 0.8};
    world.addVehicle(def);
    double greatest = 0.0;
    double least = 1e9;
    for (int i = 0; i < 720; ++i) {
        for (std::size_t d = 0; d < decks.size(); ++d) {
            const double x = 0.5 * static_cast<double>(d) - 5.0;
            world.moveDeck(decks[d], {x, 0.0}, {x + 0.5, 0.0}, h);
        }
        world.step(h, 8, 3);
        double load = 0.0;
        for (const int deck : decks) load += totalLoad(world, deck);
        if (i < 60) continue;
        greatest = std::max(greatest, load);
        least = std::min(least, load);
    }
    CHECK(world.vehicle(0).front > 15.0);
    CHECK(greatest < 1.02 * 9810.0);
    CHECK(least > 0.98 * 9810.0);
}

TEST_CASE("over the crest of a road a wheel keeps its weight") {
    RigidWorld world({});
    const std::vector<Vec2> road = {{-10.0, 0.0}, {0.0, 0.0}, {2.0, 0.06},
                                    {4.0, 0.06},  {6.0, 0.0}, {20.0, 0.0}};
    std::vector<int> decks;
    for (std::size_t i = 0; i + 1 < road.size(); ++i) decks.push_back(world.addDeck(road[i], road[i + 1]));
    for (std::size_t i = 0; i < decks.size(); ++i) {
        world.joinDeck(decks[i], i == 0 ? -1 : decks[i - 1], i + 1 == decks.size() ? -1 : decks[i + 1]);
    }
    VehicleDef def;
    def.front = {-2.0, 0.0};
    def.speed = 1.0;
    def.axles = {{0.0, 1000.0}};
    def.spring_frequency = 0.7;
    def.body_size = {0.8, 0.8};
    world.addVehicle(def);
    double greatest = 0.0;
    for (int i = 0; i < 1100; ++i) {
        for (std::size_t d = 0; d < decks.size(); ++d) world.moveDeck(decks[d], road[d], road[d + 1], h);
        world.step(h, 8, 3);
        double load = 0.0;
        for (const int deck : decks) load += totalLoad(world, deck);
        if (i > 60) greatest = std::max(greatest, load);
    }
    CHECK(world.vehicle(0).front > 6.5);
    CHECK(greatest < 1.6 * 9810.0);
}

TEST_CASE(
    "over the edge of a steep crest a wheel rolls round the corner, on the way up and on the way down") {
    RigidWorld world({});
    const std::vector<Vec2> road = {{-10.0, 0.0}, {0.0, 0.0}, {2.0, 0.8},
                                    {4.0, 0.8},   {6.0, 0.0}, {20.0, 0.0}};
    std::vector<int> decks;
    for (std::size_t i = 0; i + 1 < road.size(); ++i) decks.push_back(world.addDeck(road[i], road[i + 1]));
    for (std::size_t i = 0; i < decks.size(); ++i) {
        world.joinDeck(decks[i], i == 0 ? -1 : decks[i - 1], i + 1 == decks.size() ? -1 : decks[i + 1]);
    }
    VehicleDef def;
    def.front = {-1.0, 0.0};
    def.speed = 0.4;
    def.axles = {{0.0, 1000.0}};
    def.body_size = {0.8, 0.8};
    world.addVehicle(def);
    double deepest = 0.0, highest = 0.0;
    for (int i = 0; i < 2900; ++i) {
        for (std::size_t d = 0; d < decks.size(); ++d) world.moveDeck(decks[d], road[d], road[d + 1], h);
        world.step(h, 8, 3);
        const Vec2 centre = world.vehicle(0).wheels[0].position;
        for (const Vec2 crest : {road[2], road[3]}) {
            const double away = distance(centre, crest) - 0.5;
            deepest = std::max(deepest, -away);
            if (std::fabs(centre.x - crest.x) < 0.1) highest = std::max(highest, away);
        }
    }
    CHECK(world.vehicle(0).front > 6.0);
    CHECK(deepest < 0.01);
    CHECK(highest < 0.03);
}

TEST_CASE("a wheel rolls on past the end of a road to level ground, and over the edge of a gap it falls") {
    for (const bool gap : {false, true}) {
        RigidWorld world({});
        // Ground a hair below the deck's line beyond its end.
        world.addGround({{{4.0, gap ? -9.0 : 0.0}, {30.0, gap ? -9.0 : 0.0}}, false, 0.9});
        CHECK(world.isGroundNear({4.0, 0.0}, 0.3) == !gap);
        const int deck = world.addDeck({-20.0, 0.0}, {4.0, 0.0});
        world.joinDeck(deck, RigidWorld::level_ground, gap ? RigidWorld::open_end : RigidWorld::level_ground);
        VehicleDef def;
        def.speed = 1.0;
        def.axles = {{0.0, 1000.0}};
        def.body_size = {0.8, 0.8};
        world.addVehicle(def);
        double worst = 0.0;  // how deep the wheel is in the end of the road
        for (int i = 0; i < 900; ++i) {
            world.moveDeck(deck, {-20.0, 0.0}, {4.0, 0.0}, h);
            world.step(h, 8, 3);
            worst = std::max(worst, 0.5 - distance(world.vehicle(0).wheels[0].position, {4.0, 0.0}));
        }
        CHECK(worst < 0.02);
        CHECK((world.vehicle(0).body.position.y < -5.0) == gap);
    }
}

TEST_CASE("what hangs from a moved place pulls at it with its weight and its inertia") {
    RigidWorld world({});
    const int anchor = world.addAnchor({0.0, 0.0});
    BarDef bar{{0.0, 0.0}, {0.0, -2.0}, {}, {}, 12.0, 0.1, false, 0.5};
    const BodyId first = world.addBar(bar);
    world.hang(first, anchor);
    // A uniform rod by its end: all of its mass along it, a quarter across (3/4 turn away).
    CHECK(world.anchorMass(anchor).yy == Approx(12.0).epsilon(0.01));
    CHECK(world.anchorMass(anchor).xx == Approx(3.0).epsilon(0.02));
    CHECK(world.anchorMass(anchor).xy == Approx(0.0).margin(1e-6));
    for (int i = 0; i < 240; ++i) {
        world.moveAnchor(anchor, {0.0, 0.0}, h);
        world.step(h, 8, 3);
    }
    CHECK(world.anchorForce(anchor).y == Approx(-12.0 * 9.81).epsilon(0.01));
    CHECK(world.anchorForce(anchor).x == Approx(0.0).margin(0.5));
    // Pulled up at 2 m/s² it weighs more by that.
    double y = 0.0, v = 0.0;
    for (int i = 0; i < 60; ++i) {
        v += 2.0 * h;
        y += v * h;
        world.moveAnchor(anchor, {0.0, y}, h);
        world.step(h, 8, 3);
    }
    CHECK(world.anchorForce(anchor).y == Approx(-12.0 * 11.81).epsilon(0.01));
    CHECK(world.hangs(first, anchor));
    world.removeAnchor(anchor);
    CHECK_FALSE(world.hangs(first, anchor));
    run(world, 1.0);
    CHECK(world.pose(first).position.y < -3.0);
}

TEST_CASE("a pin that is jerked far beyond its weight tears off") {
    RigidWorld world({});
    const int anchor = world.addAnchor({0.0, 0.0});
    const BodyId bar = world.addBar({{0.0, 0.0}, {0.0, -2.0}, {}, {}, 12.0, 0.1, false, 0.5});
    world.hang(bar, anchor);
    world.moveAnchor(anchor, {0.0, 0.1}, h);  // 12 m/s within a step
    world.step(h, 8, 3);
    CHECK_FALSE(world.hangs(bar, anchor));
    CHECK(length(world.anchorForce(anchor)) == 0.0);
}

TEST_CASE("loose bodies fall, are heard, splash and come to rest in the water") {
    WorldDef def;
    def.water = -5.0;
    RigidWorld world(def);
    world.addGround(field(-8.0));
    BodyDef crate;
    crate.outline = {{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}};
    crate.mass = 100.0;
    crate.buoyancy = 0.3;
    BodyDef ball;
    ball.radius = 0.4;
    ball.mass = 50.0;
    ball.buoyancy = 2.0;
    ball.pose.position = {4.0, 0.0};
    const BodyId sinks = world.addBody(crate);
    const BodyId floats = world.addBody(ball);
    int splashes = 0, impacts = 0;
    for (int i = 0; i < 2400; ++i) {
        world.step(h, 8, 3);
        splashes += static_cast<int>(world.splashes().size());
        impacts += static_cast<int>(world.impacts().size());
    }
    CHECK(splashes >= 2);  // the ball may leap once more
    CHECK(splashes <= 4);
    CHECK(impacts >= 1);
    CHECK(world.inWater(sinks));
    CHECK(world.pose(sinks).position.y == Approx(-7.5).margin(0.05));
    CHECK(length(world.velocity(sinks)) < 0.01);
    // Half of it under water carries a ball of twice its lift.
    CHECK(world.pose(floats).position.y == Approx(-5.0).margin(0.05));
}

TEST_CASE("the state tells what moves, and impulses push it") {
    RigidWorld world({});
    BodyDef box;
    box.outline = {{-1.0, -0.5}, {1.0, -0.5}, {1.0, 0.5}, {-1.0, 0.5}};
    box.mass = 12.0;
    box.pose = {{100.0, 3.0}, 0.0};
    const BodyId id = world.addBody(box);
    const RigidState before = world.state();
    REQUIRE(before.bodies.size() == 1);
    CHECK(before.bodies[0].id == id);
    CHECK(before.bodies[0].mass == Approx(12.0));
    CHECK(before.bodies[0].inertia == Approx(12.0 * (4.0 + 1.0) / 12.0));
    CHECK(before.bodies[0].outline.size() == 4);
    ImpulseSink sink;
    sink.push(id, {24.0, 0.0}, {100.0, 3.5});
    world.apply(sink);
    const RigidState after = world.state();
    CHECK(after.bodies[0].velocity.x == Approx(2.0));
    CHECK(after.bodies[0].spin == Approx(-24.0 * 0.5 / 5.0).epsilon(1e-5));
    world.remove(id);
    CHECK(world.state().bodies.empty());
}

TEST_CASE("a rope holds no more than its length, a pin holds its place") {
    RigidWorld world({});
    const BodyId bar = world.addBar({{0.0, 0.0}, {2.0, 0.0}, {}, {}, 10.0, 0.1, false, 0.5});
    world.pinToGround(bar, {0.0, 0.0});
    const BodyId knot = world.addKnot({5.0, 0.0}, {}, 5.0, 0.3);
    world.tie(BodyId{}, {5.0, 1.0}, knot, {5.0, 0.0}, 2.0);
    world.startCollapse();
    for (int i = 0; i < 2400; ++i) world.step(1.0 / 240.0, 20, 10);
    const auto [a, b] = world.barEnds(bar);
    CHECK(distance(a, {0.0, 0.0}) < 0.01);
    CHECK(b.y < -1.0);
    CHECK(world.pose(knot).position.y == Approx(-1.0).margin(0.02));
}

TEST_CASE("what cannot be built is refused") {
    RigidWorld world({});
    VehicleDef none;
    CHECK_THROWS_AS(world.addVehicle(none), std::invalid_argument);
    VehicleDef weightless = truck(0.0);
    weightless.axles[0].load = 0.0;
    CHECK_THROWS_AS(world.addVehicle(weightless), std::invalid_argument);
    BodyDef dent;
    dent.outline = {{0.0, 0.0}, {2.0, 0.0}, {0.5, 0.5}, {0.0, 2.0}};
    CHECK_THROWS_AS(world.addBody(dent), std::invalid_argument);
    BodyDef line;
    line.outline = {{0.0, 0.0}, {1.0, 0.0}, {2.0, 0.0}};
    CHECK_THROWS_AS(world.addBody(line), std::invalid_argument);
    // Ground of a single point is no ground.
    world.addGround({{{0.0, 0.0}, {0.0, 0.001}, {0.001, 0.0}}, true, 0.9});
    run(world, 0.1);
}

TEST_CASE("the same calls give the same bits") {
    const auto play = [] {
        RigidWorld world({});
        world.addGround(field(0.0));
        world.addVehicle(truck(-5.0));
        BodyDef ball;
        ball.radius = 0.3;
        ball.pose.position = {2.0, 3.0};
        ball.mass = 20.0;
        for (int i = 0; i < 5; ++i) {
            ball.pose.position += Vec2{0.1, 0.7};
            world.addBody(ball);
        }
        run(world, 5.0);
        Hash hash;
        world.addTo(hash);
        return hash.value();
    };
    CHECK(play() == play());
}

TEST_CASE("what a motor puts in after a collapse is counted, on the level and uphill") {
    for (const double slope : {0.0, 0.15}) {
        INFO("slope " << slope);
        WorldDef def;
        RigidWorld world(def);
        world.addGround({{{-50.0, -50.0 * slope}, {50.0, 50.0 * slope}}, false, 0.9});
        VehicleDef vehicle = truck(0.0);
        vehicle.slope = slope;
        vehicle.speed = 0.0;
        world.addVehicle(vehicle);
        run(world, 2.0);
        world.startCollapse();
        const double start = world.energy();
        world.setSpeed(0, 5.0);
        for (int i = 0; i < 240 * 5; ++i) world.step(1.0 / 240.0, 20, 10);
        const double gained = world.energy() - start;
        CHECK(world.vehicle(0).velocity.x > 4.5);
        CHECK(gained > 0.5 * 6000.0 * 20.0);
        CHECK(world.work() >= gained);
        CHECK(world.work() < 1.1 * gained);
    }
}

TEST_CASE("on a steep road a wheel rolls on to the next deck without a jerk") {
    // Decks of slightly different slopes, as bends under load make them.
    WorldDef def;
    RigidWorld world(def);
    std::vector<Vec2> joints{{0.0, 0.0}};
    for (int i = 0; i < 4; ++i) joints.push_back(joints.back() + Vec2{4.0, 4.0 * (0.6 + 0.001 * (i % 2))});
    world.addGround({{{-30.0, -18.0}, {0.0, 0.0}}, false, 0.9});
    for (int i = 0; i < 4; ++i)
        world.addDeck(joints[static_cast<std::size_t>(i)], joints[static_cast<std::size_t>(i + 1)]);
    for (int i = 0; i < 4; ++i) world.joinDeck(i, i - 1, i < 3 ? i + 1 : RigidWorld::level_ground);
    VehicleDef vehicle = truck(-2.0);
    vehicle.axles = {{0.0, 5000.0}};
    vehicle.front = {-2.0, -1.2};
    vehicle.slope = 0.6;
    vehicle.chassis = Chassis::PerAxle;
    vehicle.wheel_share = 0.05;
    vehicle.body_size = {0.4, 0.4};
    vehicle.body_clearance = 0.8;
    vehicle.spring_frequency = 0.5;
    world.addVehicle(vehicle);
    double sideways = 0.0, off = 0.0;
    for (int i = 0; i < 120 * 8 && world.vehicle(0).front < 14.0; ++i) {
        for (int d = 0; d < 4; ++d)
            world.moveDeck(d, joints[static_cast<std::size_t>(d)], joints[static_cast<std::size_t>(d + 1)],
                           h);
        world.step(h, 8, 3);
        if (world.vehicle(0).front < 2.0) continue;
        Vec2 force;
        for (const WheelLoad& wheel : world.wheelLoads()) force += wheel.force;
        sideways = std::max(sideways, std::fabs(force.x) / (5000.0 * 9.81));
        off = std::max(off, std::fabs(force.y / (5000.0 * 9.81) + 1.0));
    }
    CHECK(world.vehicle(0).front >= 14.0);
    CHECK(sideways < 0.02);
    CHECK(off < 0.01);
}
