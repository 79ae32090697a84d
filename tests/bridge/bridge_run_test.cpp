#include <catch2/catch.hpp>

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

}  // namespace

TEST_CASE("a truck crosses a bridge that holds") {
    BridgeDef def;
    def.structure = driven::warren(5, 20.0, 3.5, 0.004);
    def.ground = driven::banks(20.0);
    def.vehicles = {driven::truck(-4.0, 5000.0, 3.0)};
    BridgeRun run(def);
    REQUIRE(run.rest().found);
    double lowest = 0.0;
    for (int i = 0; i < 60 * 11; ++i) {
        runTicks(run, 1);
        for (const Vec2 p : run.structure().positions()) lowest = std::min(lowest, p.y);
    }
    CHECK(run.breaks().empty());
    CHECK(run.rigid().vehicle(0).rear > 20.0);
    CHECK(lowest < -1e-4);
    CHECK(lowest > -0.1);
}

TEST_CASE("a truck that is too heavy breaks the bridge and falls") {
    BridgeDef def;
    def.structure = driven::warren(5, 20.0, 3.5, 0.001);
    def.ground = driven::banks(20.0);
    def.water = -5.0;
    def.vehicles = {driven::truck(-4.0, 60000.0, 3.0)};
    BridgeRun run(def);
    REQUIRE(run.rest().found);
    runTicks(run, 60 * 12);
    CHECK_FALSE(run.breaks().empty());
    CHECK(run.isLost());
    CHECK(run.rigid().vehicle(0).body.position.y < -3.0);
    CHECK(run.rigid().vehicle(0).in_water);
}
