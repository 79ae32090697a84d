// Breaks: what stands on, what falls, and that nothing ever flies apart.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

#include "engine/core/math.h"
#include "examples.h"
#include "trusses.h"

using namespace vonk;
using namespace vonk::bridge;

namespace {

void runTicks(BridgeRun& run, int ticks) {
    for (int tick = 0; tick < ticks; ++tick) {
        const int substeps = run.substeps();
        for (int i = 0; i < substeps; ++i) run.step(1.0 / (60.0 * substeps));
    }
}

BridgeDef overRiver(const examples::Example& example) {
    BridgeDef def;
    def.structure = example.def;
    const Vec2 left = example.def.joints[static_cast<std::size_t>(example.road.front())].position;
    const Vec2 right = example.def.joints[static_cast<std::size_t>(example.road.back())].position;
    def.ground = driven::banks(right.x);
    for (std::size_t corner = 2; corner < 4; ++corner) {
        def.ground[0].line[corner].y = left.y;
        def.ground[1].line[corner].y = std::max(right.y, -11.0);
    }
    return def;
}

std::uint64_t hashOf(const BridgeRun& run) {
    Hash hash;
    run.addTo(hash);
    return hash.value();
}

// What a finger may do to any bridge: steep roads, arms that stick out, a joint on top of another, members
// that are there twice, joints nearly in line.
void deform(Random& random, examples::Example& example) {
    auto& joints = example.def.joints;
    auto& members = example.def.members;
    const auto any = [&](std::size_t size) { return random.below(static_cast<std::uint32_t>(size)); };
    switch (random.below(8)) {
        case 0: {  // uphill, down to nothing one could drive on
            const double slope = random.between(-0.7, 0.7);
            for (structure::JointDef& joint : joints) joint.position.y += slope * joint.position.x;
            break;
        }
        case 1: {  // an arm, its end far out or nearly where it began
            const std::size_t at = any(joints.size());
            const double reach = vonk::exp(random.between(-4.0, 1.5));
            joints.push_back({joints[at].position + Vec2{reach, random.between(0.0, reach)}, false, false});
            const int tip = static_cast<int>(joints.size()) - 1;
            members.push_back(driven::steel(static_cast<int>(at), tip, 0.001));
            members.push_back(driven::steel(example.road[0], tip, 0.001));
            if (distance(joints[static_cast<std::size_t>(example.road[0])].position, joints.back().position) <
                1e-3)
                members.pop_back();
            break;
        }
        case 2:  // twice the same, once the other way round
            for (int i = 0; i < 3; ++i) {
                members.push_back(members[any(members.size())]);
                std::swap(members.back().from, members.back().to);
            }
            break;
        case 3: {  // a joint a hair from another
            const std::size_t at = any(joints.size());
            joints.push_back({joints[at].position + Vec2{1e-3, 0.0}, false, false});
            const int twin = static_cast<int>(joints.size()) - 1;
            members.push_back(driven::steel(static_cast<int>(at), twin, 0.001));
            for (structure::MemberDef& member : members) {
                if (member.from == static_cast<int>(at) && member.to != twin && random.below(2) == 0)
                    member.from = twin;
            }
            break;
        }
        case 4:  // as flat as can be
            for (structure::JointDef& joint : joints) joint.position.y *= 0.02;
            break;
        case 5:  // feathers or lead
            for (structure::MemberDef& member : members) member.density *= random.below(2) == 0 ? 0.01 : 20.0;
            break;
        default:
            break;
    }
}

void addTraffic(Random& random, BridgeDef& def) {
    const double mass = vonk::exp(random.between(4.6, 10.6));
    rigid::VehicleDef vehicle = driven::truck(-2.0, mass, random.between(1.0, 8.0));
    vehicle.front.y = def.ground[0].line[2].y;
    switch (random.below(7)) {
        case 0:
            vehicle.axles = {{0.0, mass}};
            vehicle.body_size = {0.8, 0.8};
            break;
        case 1:
            vehicle.axles = {{0.0, 0.2 * mass}, {2.0, 0.2 * mass}, {3.2, 0.2 * mass}, {7.0, 0.4 * mass}};
            vehicle.body_size = {1.0, 1.0};
            vehicle.chassis = rigid::Chassis::PerAxle;
            break;
        case 2:
            def.vehicles.push_back(vehicle);
            vehicle.front.x = -9.0;
            break;
        case 3:  // a train
            vehicle.axles.clear();
            for (int coach = 0; coach < 3; ++coach)
                for (const double place : {0.0, 1.2, 5.6, 6.8})
                    vehicle.axles.push_back({coach * 9.6 + place, mass / 12.0});
            vehicle.body_size = {1.1, 2.3};
            vehicle.wheel_radius = 0.35;
            vehicle.chassis = rigid::Chassis::PerAxle;
            break;
        case 4:  // a bike
            vehicle.axles = {{0.0, 35.0}, {1.05, 60.0}};
            vehicle.body_size = {1.75, 1.2};
            vehicle.wheel_radius = 0.35;
            break;
        case 5:  // people who jump in step
            vehicle.axles = {{0.0, 75.0}};
            vehicle.chassis = rigid::Chassis::PerAxle;
            vehicle.body_size = {0.4, 1.5};
            vehicle.wheel_radius = 0.2;
            for (int i = 0; i < 4; ++i) {
                vehicle.jump = rigid::JumpDef{4.0 - 0.6 * i, random.between(1.0, 3.5), 3.0, 0.5};
                def.vehicles.push_back(vehicle);
                vehicle.front.x -= 0.6;
            }
            break;
        default:
            break;
    }
    def.vehicles.push_back(vehicle);
}

// A pupil's bridge: any kind, sections from far too thin to stout, members forgotten, cables where bars
// should be.
BridgeDef pupilsBridge(Random& random) {
    examples::Example example = examples::random(random);
    const double scale = vonk::exp(random.between(-3.0, 0.7));
    for (structure::MemberDef& member : example.def.members) {
        member.area *= scale;
        member.inertia *= scale * scale;
        member.modulus *= scale * std::sqrt(scale);
    }
    for (std::uint32_t i = random.below(3); i > 0; --i) {
        const std::size_t at = random.below(static_cast<std::uint32_t>(example.def.members.size()));
        if (example.def.members[at].kind != structure::MemberKind::Deck) {
            example.def.members.erase(example.def.members.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
    if (random.below(10) < 3) {
        for (structure::MemberDef& member : example.def.members) {
            if (member.kind == structure::MemberKind::Bar && random.below(4) == 0)
                member.kind = structure::MemberKind::Cable;
        }
    }
    deform(random, example);
    BridgeDef def = overRiver(example);
    if (random.below(2) == 0) def.water = -5.0;
    addTraffic(random, def);
    return def;
}

}  // namespace

TEST_CASE("random bridges are driven over and broken, and nothing runs away") {
    const char* more = std::getenv("VONK_MANY");  // a longer run: how many bridges
    const int count = more != nullptr ? std::atoi(more) : 60;
    const char* seed = std::getenv("VONK_SEED");  // other bridges
    Random random(seed != nullptr ? static_cast<std::uint64_t>(std::atoll(seed)) : 20);
    int lost = 0, crossed = 0;
    for (int i = 0; i < count; ++i) {
        INFO("bridge " << i);
        const BridgeDef def = pupilsBridge(random);
        BridgeRun run(def);
        const double end = def.ground[1].line[0].x;
        bool finite = true;
        double fastest = 0.0;  // m/s, of vehicles
        double snapped = 0.0;  // of joints: one of 200 g that snaps through under a car is quick
        // Some break where and when nothing asked for it.
        const int breaks = static_cast<int>(random.below(4));
        std::vector<std::pair<int, int>> breaking;
        for (int k = 0; k < breaks; ++k) {
            breaking.emplace_back(
                static_cast<int>(random.below(600)),
                static_cast<int>(random.below(static_cast<std::uint32_t>(def.structure.members.size()))));
        }
        const int ticks = std::min(60 * 12, static_cast<int>(60.0 * (end + 15.0) / def.vehicles[0].speed));
        for (int tick = 0; tick < ticks && finite; ++tick) {
            for (const auto& [when, member] : breaking)
                if (when == tick) run.breakMember(member, BreakCause::Snapped);
            runTicks(run, 1);
            finite = run.rigid().isFinite();
            for (const Piece& piece : run.pieces()) {
                finite = finite && length(piece.from) < 500.0 && length(piece.to) < 500.0;
            }
            for (int v = 0; v < run.rigid().vehicleCount(); ++v) {
                fastest = std::max(fastest, length(run.rigid().vehicle(v).velocity));
            }
            if (!run.isLost()) {
                for (const Vec2 velocity : run.structure().velocities())
                    snapped = std::max(snapped, length(velocity));
            }
        }
        CHECK(finite);
        CHECK(fastest < 30.0);
        CHECK(snapped < 100.0);
        lost += run.isLost() ? 1 : 0;
        crossed += run.rigid().vehicle(0).rear > end ? 1 : 0;
    }
    // Both happen, or the bridges above prove nothing.
    CHECK(lost > count / 5);
    CHECK(crossed > count / 20);
}

TEST_CASE("the same run gives the same bits, through breaks and fall") {
    Random random(4);
    int lost = 0;
    for (int i = 0; i < 6; ++i) {
        const BridgeDef def = pupilsBridge(random);
        BridgeRun a(def), b(def);
        for (int part = 0; part < 6; ++part) {
            runTicks(a, 60);
            runTicks(b, 60);
            CHECK(hashOf(a) == hashOf(b));
        }
        lost += a.isLost() ? 1 : 0;
    }
    CHECK(lost > 0);
}

TEST_CASE("a lost bridge falls without gaining energy") {
    for (const examples::Example& example :
         {examples::kingPost(false), examples::warren(5, 20.0, 3.5, false),
          examples::warren(9, 36.0, 4.0, false),
          examples::pratt(8, 32.0, 4.0, false, examples::Diagonals::Single), examples::kTruss(8, 40.0, 6.0),
          examples::warren(30, 40.0, 3.0, false), examples::suspension(10, 40.0, 5.0)}) {
        INFO(example.name);
        BridgeRun run(overRiver(example));
        for (int member = 0; !run.isLost(); ++member) run.breakMember(member, BreakCause::Snapped);
        double mass = 0.0;
        for (const RigidBodyState& body : run.rigid().state().bodies) mass += body.mass;
        // Above the river bed, 14 m down.
        const auto energy = [&] { return run.rigid().energy() + mass * 9.81 * 14.0; };
        const double start = energy();
        double least = start;
        double gained = 0.0;
        for (int tick = 0; tick < 60 * 10; ++tick) {
            for (int i = 0; i < 4; ++i) {
                run.step(1.0 / 240.0);
                least = std::min(least, energy());
                gained = std::max(gained, energy() - least);
            }
        }
        CHECK(gained < 0.02 * start);
        CHECK(energy() < start);
    }
}

TEST_CASE("through the gap of a broken deck in a bridge that stands a vehicle falls") {
    // Two side spans that hold by themselves, a plank between them.
    BridgeDef def;
    def.structure.joints = {{{0.0, 0.0}, true, true},
                            {{4.0, 0.0}, true, true},
                            {{8.0, 0.0}, true, true},
                            {{12.0, 0.0}, true, true}};
    for (int i = 0; i < 3; ++i)
        def.structure.members.push_back(driven::steel(i, i + 1, 0.01, structure::MemberKind::Deck));
    def.ground = driven::banks(12.0);
    def.vehicles = {driven::truck(-2.0, 2000.0, 3.0)};
    BridgeRun run(def);
    run.breakMember(1, BreakCause::Bent);
    CHECK_FALSE(run.isLost());
    CHECK(run.structure().isAlive(0));
    CHECK(run.structure().isAlive(2));
    runTicks(run, 60 * 6);
    CHECK(run.rigid().vehicle(0).body.position.y < -4.0);
}

TEST_CASE("a truck on a deck that breaks is not lifted by the pieces, however thick they are") {
    BridgeDef def;
    def.structure = driven::warren(5, 20.0, 3.5, 0.004);
    for (structure::MemberDef& member : def.structure.members) {
        if (member.kind != structure::MemberKind::Deck) continue;
        member.area = 0.09;  // 0.3 m thick
        member.young = 1e10;
        member.density = 400.0;
    }
    for (const bool reversed : {false, true}) {
        if (reversed) {
            for (structure::MemberDef& member : def.structure.members) std::swap(member.from, member.to);
        }
        BridgeDef driven_over = def;
        driven_over.ground = driven::banks(20.0);
        driven_over.vehicles = {driven::truck(-4.0, 6000.0, 3.0)};
        driven_over.breaking = false;
        BridgeRun run(driven_over);
        while (run.rigid().vehicle(0).front < 11.5) run.step(1.0 / 120.0);
        std::vector<double> before;
        for (const Pose& wheel : run.rigid().vehicle(0).wheels) before.push_back(wheel.position.y);
        run.breakMember(6, BreakCause::Snapped);
        REQUIRE(run.isLost());
        double lifted = 0.0;
        for (int i = 0; i < 60; ++i) {
            run.step(1.0 / 240.0);
            for (std::size_t w = 0; w < before.size(); ++w)
                lifted = std::max(lifted, run.rigid().vehicle(0).wheels[w].position.y - before[w]);
        }
        CHECK(lifted < 0.005);
        CHECK(run.rigid().vehicle(0).wheels[0].position.y < before[0] - 0.1);
    }
}

TEST_CASE("bars that dangle after a break hang from what stands, the road stays") {
    // The king post's hanger gone, its post would dangle: a truss with a side arm that one member held.
    auto example = examples::warren(5, 20.0, 3.5, false);
    const int tip = static_cast<int>(example.def.joints.size());
    example.def.joints.push_back({{8.0, 6.0}, false, false});
    const int top = example.road.back() + 2;
    example.def.members.push_back(driven::steel(top, tip, 0.001));
    example.def.members.push_back(driven::steel(top + 1, tip, 0.001));
    BridgeRun run(overRiver(example));
    REQUIRE(run.rest().found);
    const int last = static_cast<int>(example.def.members.size()) - 1;
    run.breakMember(last, BreakCause::Snapped);
    CHECK_FALSE(run.isLost());
    CHECK_FALSE(run.structure().isAlive(last - 1));
    CHECK(run.breaks().size() == 1);
    // The other arm swings from the joint that stands.
    runTicks(run, 60 * 25);
    bool hangs = false;
    for (const Piece& piece : run.pieces()) {
        if (piece.member != last - 1) continue;
        hangs = distance(piece.from, run.structure().positions()[static_cast<std::size_t>(top)]) < 0.01;
        CHECK(piece.to.y < piece.from.y - 0.9 * distance(piece.from, piece.to));
    }
    CHECK(hangs);
}

TEST_CASE("a bridge that never held is lost at its first step") {
    auto example = examples::warren(5, 20.0, 3.5, false);
    example.def.members.erase(example.def.members.begin() + 7);
    BridgeRun run(overRiver(example));
    CHECK_FALSE(run.rest().found);
    CHECK_FALSE(run.rest().movable.empty());
    // Before anything runs it is seen as it was built, in one piece and where it stands.
    CHECK_FALSE(run.isLost());
    for (const Piece& piece : run.pieces()) {
        const structure::MemberDef& row = example.def.members[static_cast<std::size_t>(piece.member)];
        CHECK_FALSE(piece.body);
        CHECK(distance(piece.from, example.def.joints[static_cast<std::size_t>(row.from)].position) == 0.0);
    }
    run.step(1.0 / 120.0);
    CHECK(run.isLost());
    runTicks(run, 60 * 3);
    double lowest = 0.0;
    for (const Piece& piece : run.pieces()) lowest = std::min({lowest, piece.from.y, piece.to.y});
    CHECK(lowest < -2.0);
}

TEST_CASE("every cause of a break is told") {
    const auto firstCause = [](structure::MemberDef change, Vec2 load) {
        BridgeDef def;
        // Two legs and a tie: a load at the top pushes or pulls the legs.
        def.structure.joints = {
            {{0.0, 0.0}, true, true}, {{4.0, 0.0}, true, true}, {{2.0, 2.0}, false, false}};
        def.structure.members = {change, change};
        def.structure.members[0].from = 0;
        def.structure.members[0].to = def.structure.members[1].to = 2;
        def.structure.members[1].from = 1;
        def.joint_loads = {{2, load}};
        BridgeRun run(def);
        runTicks(run, 30);
        REQUIRE_FALSE(run.breaks().empty());
        CHECK(run.breaks()[0].strength.use > 1.0);
        return run.breaks()[0].cause;
    };
    structure::MemberDef slender = driven::steel(0, 2, 0.0004);
    structure::MemberDef stout = slender;
    stout.inertia *= 1000.0;
    CHECK(firstCause(slender, {0.0, 3e5}) == BreakCause::Snapped);
    CHECK(firstCause(stout, {0.0, -3e5}) == BreakCause::Crushed);
    slender.inertia *= 0.05;
    CHECK(firstCause(slender, {0.0, -1e5}) == BreakCause::Buckled);
}
