// What becomes of a lost bridge: it falls without gaining energy, splashes, and lies still.
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

constexpr double bed = -14.0;  // m, under every bridge here

int many(int usual) {
    const char* more = std::getenv("VONK_MANY");  // a longer run: how many bridges
    return more != nullptr ? std::atoi(more) : usual;
}

// Whoever may be on a bridge: trucks, a load on many axles, a train, bikes, people who jump, sheep; some
// parked.
void addTraffic(Random& random, BridgeDef& def, double span) {
    const auto kind = random.below(7);
    const double mass = vonk::exp(random.between(4.6, 10.3));
    rigid::VehicleDef vehicle = driven::truck(random.between(2.0, span), mass, random.between(1.0, 8.0));
    if (random.below(3) == 0) vehicle.speed = 0.0;
    double apart = 9.0;
    auto count = 1 + random.below(2);
    switch (kind) {
        case 0:
            return;
        case 1:
            vehicle.axles = {{0.0, 0.3 * mass}, {1.5, 0.3 * mass}, {3.5, 0.4 * mass}};
            vehicle.body_size = {1.0, 1.0};
            vehicle.chassis = rigid::Chassis::PerAxle;
            break;
        case 2:
            vehicle.axles.clear();
            for (int coach = 0; coach < 3; ++coach)
                for (const double place : {0.0, 1.2, 5.6, 6.8})
                    vehicle.axles.push_back({coach * 9.6 + place, mass / 12.0});
            vehicle.body_size = {1.1, 2.3};
            vehicle.wheel_radius = 0.35;
            vehicle.chassis = rigid::Chassis::PerAxle;
            break;
        case 3:
            vehicle.axles = {{0.0, 35.0}, {1.05, 60.0}};
            vehicle.body_size = {1.75, 1.2};
            vehicle.wheel_radius = 0.35;
            break;
        case 4:
        case 5:
            vehicle.axles = {{0.0, 60.0}};
            vehicle.body_size = {0.5, 1.0};
            vehicle.wheel_radius = 0.2;
            vehicle.chassis = rigid::Chassis::PerAxle;
            if (kind == 4) vehicle.jump = rigid::JumpDef{span, random.between(1.0, 3.5), 3.0, 0.5};
            apart = 0.7;
            count = 4;
            break;
        default:
            break;
    }
    for (; count > 0; --count) {
        def.vehicles.push_back(vehicle);
        vehicle.front.x -= apart;
    }
}

// Other bridges.
std::uint64_t seedOr(std::uint64_t usual) {
    const char* seed = std::getenv("VONK_SEED");
    return seed != nullptr ? static_cast<std::uint64_t>(std::atoll(seed)) : usual;
}

// A random bridge, what is on it, and a member of which it is lost.
BridgeRun wreck(Random& random, bool water, bool parked) {
    const examples::Example example = examples::random(random);
    const double span = example.def.joints[static_cast<std::size_t>(example.road.back())].position.x;
    BridgeDef def;
    def.structure = example.def;
    def.ground = driven::banks(span);
    def.breaking = false;
    if (water) def.water = -5.0;
    addTraffic(random, def, span);
    for (rigid::VehicleDef& vehicle : def.vehicles) vehicle.speed = parked ? 0.0 : vehicle.speed;
    BridgeRun run(def);
    for (int i = 0; i < 30; ++i) run.step(1.0 / 120.0);
    const auto members = static_cast<std::uint32_t>(def.structure.members.size());
    const auto stands = [&] {
        for (int m = 0; m < static_cast<int>(members); ++m)
            if (run.structure().isAlive(m)) return true;
        return false;
    };
    // Some lose piece after piece and are never lost as a whole: then there is nothing left to fall.
    while (!run.isLost() && stands())
        run.breakMember(static_cast<int>(random.below(members)), BreakCause::Snapped);
    return run;
}

}  // namespace

TEST_CASE("whatever is lost falls without gaining energy") {
    Random random(seedOr(31));
    double worst = 0.0;
    for (int i = 0, count = many(12); i < count; ++i) {
        BridgeRun run = wreck(random, i % 4 == 0, false);
        double mass = 0.0;
        for (const RigidBodyState& body : run.rigid().state().bodies) mass += body.mass;
        // Above the river bed, without what motors, grades and water put in.
        const auto energy = [&] { return run.rigid().energy() - run.rigid().work() - mass * 9.81 * bed; };
        const double start = energy();
        double least = start, gained = 0.0;
        for (int step = 0; step < 240 * 8; ++step) {
            run.step(1.0 / 240.0);
            least = std::min(least, energy());
            gained = std::max(gained, energy() - least);
        }
        INFO(i << " of " << run.structure().def().members.size() << " members, " << run.rigid().vehicleCount()
               << " vehicles: " << 100.0 * gained / start << " %");
        CHECK(gained < 0.02 * start);
        worst = std::max(worst, gained / start);
    }
    if (std::getenv("VONK_MANY") != nullptr) WARN("most gained: " << 100.0 * worst << " %");
}

TEST_CASE("what fell has splashed, and lies or swims still within half a minute") {
    Random random(seedOr(32));
    int splashed = 0;
    for (int i = 0, count = many(6); i < count; ++i) {
        const bool water = i % 2 == 0;
        BridgeRun run = wreck(random, water, true);
        int splashes = 0;
        double speed = 0.0;
        for (int step = 0; step < 240 * 31; ++step) {
            run.step(1.0 / 240.0);
            splashes += static_cast<int>(run.rigid().splashes().size());
            if (step < 240 * 30) continue;
            for (const RigidBodyState& body : run.rigid().state().bodies)
                speed = std::max(speed, length(body.velocity));
        }
        INFO(i << (water ? " over water" : ""));
        CHECK(speed < 0.1);
        splashed += splashes;
        if (!water) CHECK(splashes == 0);
        for (const Piece& piece : run.pieces()) {
            CHECK(std::min(piece.from.y, piece.to.y) > bed - 0.3);
        }
    }
    CHECK(splashed > 1);
}
