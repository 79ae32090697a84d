#include <catch2/catch.hpp>
#include <limits>

#include "engine/core/froude.h"
#include "engine/core/tick_clock.h"

using namespace vonk;

TEST_CASE("a frame at 60 Hz runs one tick, and a minute of them 3600") {
    TickClock clock;
    int ticks = 0;
    for (int i = 0; i < 3600; ++i) ticks += clock.due(1.0 / 60.0);
    CHECK(ticks == 3600);
}

TEST_CASE("uneven frames lose no time") {
    TickClock clock;
    int ticks = 0;
    for (int i = 0; i < 600; ++i) ticks += clock.due(i % 2 ? 0.010 : 0.0233333333333);
    CHECK(ticks == Approx(600).margin(1));
}

TEST_CASE("a late frame runs three ticks and drops the rest") {
    TickClock clock;
    CHECK(clock.due(2.0) == 3);
    CHECK(clock.due(1.0 / 60.0) == 1);
    CHECK(clock.due(std::numeric_limits<double>::infinity()) == 3);
    CHECK(clock.due(std::numeric_limits<double>::quiet_NaN()) == 0);
    CHECK(clock.due(-1.0) == 0);
}

TEST_CASE("Froude's law scales a 1:25 model to its real work") {
    const FroudeScale scale{25.0};
    CHECK(scale.metres(0.12) == Approx(3.0));
    CHECK(scale.seconds(60.0) == Approx(300.0));
    CHECK(scale.metresPerSecond(0.5) == Approx(2.5));
    CHECK(scale.cubicMetresPerSecond(0.1) == Approx(0.1 * 3125.0));
    CHECK(scale.newtons(1.0) == Approx(15625.0));
}
