// What becomes of a lost bridge: it falls without gaining energy, splashes, and lies still.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

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

// A random bridge with a parked truck on it or none, and a member of which it is lost.
BridgeRun wreck(Random& random, bool water) {
    const examples::Example example = examples::random(random);
    const double span = example.def.joints[static_cast<std::size_t>(example.road.back())].position.x;
    BridgeDef def;
    def.structure = example.def;
    def.ground = driven::banks(span);
    def.breaking = false;
    if (water) def.water = -5.0;
    if (random.below(3) > 0) {
        def.vehicles = {driven::truck(random.between(4.0, span - 0.5), 4000.0, 0.0)};
        if (random.below(2) == 0) {
            def.vehicles[0].axles = {{0.0, 900.0}, {1.5, 900.0}, {3.5, 900.0}};
            def.vehicles[0].body_size = {1.0, 1.0};
            def.vehicles[0].chassis = rigid::Chassis::PerAxle;
        }
    }
    BridgeRun run(def);
    for (int i = 0; i < 30; ++i) run.step(1.0 / 120.0);
    const auto members = static_cast<std::uint32_t>(def.structure.members.size());
    while (!run.isLost()) run.breakMember(static_cast<int>(random.below(members)), BreakCause::Snapped);
    return run;
}

}  // namespace

TEST_CASE("whatever is lost falls without gaining energy") {
    Random random(31);
    for (int i = 0, count = many(8); i < count; ++i) {
        BridgeRun run = wreck(random, false);
        double mass = 0.0;
        for (const RigidBodyState& body : run.rigid().state().bodies) mass += body.mass;
        const auto energy = [&] { return run.rigid().energy() - mass * 9.81 * bed; };
        const double start = energy();
        double least = start, gained = 0.0;
        for (int step = 0; step < 240 * 8; ++step) {
            run.step(1.0 / 240.0);
            least = std::min(least, energy());
            gained = std::max(gained, energy() - least);
        }
        INFO(i << " of " << run.structure().def().members.size() << " members, " << run.rigid().vehicleCount()
               << " vehicles: " << 100.0 * gained / start << " %");
        // A truck that lands on its bump stops is pushed out of the ground by a little more.
        CHECK(gained < (run.rigid().vehicleCount() > 0 ? 0.03 : 0.02) * start);
    }
}

TEST_CASE("what fell has splashed, and lies or swims still within half a minute") {
    Random random(32);
    int splashed = 0;
    for (int i = 0, count = many(6); i < count; ++i) {
        const bool water = i % 2 == 0;
        BridgeRun run = wreck(random, water);
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
