#include "engine/platform/clock.h"

#include <catch2/catch.hpp>

#include "engine/platform/watchdog.h"

using namespace vonk::platform;

TEST_CASE("a pacer keeps the rate on the whole, not frame by frame") {
    VirtualClock clock;
    Pacer pacer(clock, 60.0);
    for (int i = 0; i < 60; ++i) {
        clock.advance(i % 2 == 0 ? 0.002 : 0.014);  // work of changing length
        pacer.wait();
    }
    CHECK(clock.now() == Approx(1.0));
}

TEST_CASE("a missed deadline is forgiven and a long stop is cut") {
    VirtualClock clock;
    Pacer pacer(clock, 60.0);
    clock.advance(5.0);
    CHECK(pacer.wait() == Approx(Pacer::longestStep));
    CHECK(clock.now() == Approx(5.0));
    CHECK(pacer.wait() == Approx(1.0 / 60.0));
}

TEST_CASE("the real clock goes forward and does not oversleep into the past") {
    RealClock clock;
    const double start = clock.now();
    clock.sleepUntil(start - 1.0);
    clock.sleepUntil(start + 0.005);
    CHECK(clock.now() >= start + 0.005);
}

TEST_CASE("a watchdog that nobody set is silent") {
    unsetenv("WATCHDOG_USEC");
    unsetenv("NOTIFY_SOCKET");
    VirtualClock clock;
    Watchdog watchdog(clock);
    CHECK(watchdog.patience() == 0.0);
    watchdog.ready();
    watchdog.alive();
    watchdog.status("still here");
    watchdog.stopping();
}
