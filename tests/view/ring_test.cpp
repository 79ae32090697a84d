#include <array>
#include <catch2/catch.hpp>

#include "game/view/snapshot_ring.h"

using namespace vonk;
using namespace vonk::view;

namespace {

struct Moment {
    std::vector<world::JointView> joints;
    std::vector<world::BodyView> bodies;

    world::Snapshot at(std::uint64_t tick) {
        const auto t = static_cast<double>(tick);
        joints = {{{0, 0}, {t, 2.0 * t}, false}};
        bodies.resize(1);
        bodies[0].id = BodyId{7};
        bodies[0].pose = {{-t, 0.0}, 0.1 * t};
        world::Snapshot snapshot;
        snapshot.tick = tick;
        snapshot.joints = joints;
        snapshot.bodies = bodies;
        return snapshot;
    }
};

}  // namespace

TEST_CASE("the ring keeps copies of the last snapshots and no more") {
    SnapshotRing ring(10);
    Moment moment;
    for (std::uint64_t tick = 0; tick < 35; ++tick) ring.push(moment.at(tick));
    CHECK(ring.size() == 10);
    CHECK(ring.first() == 25.0);
    CHECK(ring.last() == 34.0);
    // The source has moved on: what is kept has not.
    moment.at(999);
    CHECK(ring.at(28.0).joints[0].position == Vec2{28.0, 56.0});
    CHECK(ring.at(-5.0).tick == 25);
    CHECK(ring.at(1e9).tick == 34);
}

TEST_CASE("between two ticks joints and bodies move evenly") {
    SnapshotRing ring(10);
    Moment moment;
    for (std::uint64_t tick = 0; tick < 5; ++tick) ring.push(moment.at(tick));
    const world::Snapshot between = ring.at(2.25);
    CHECK(between.joints[0].position.x == Approx(2.25));
    CHECK(between.bodies[0].pose.position.x == Approx(-2.25));
    CHECK(between.bodies[0].pose.angle == Approx(0.225));
}

TEST_CASE("a body that appears in the next tick is not shown before it") {
    SnapshotRing ring(4);
    Moment moment;
    ring.push(moment.at(0));
    world::Snapshot next = moment.at(1);
    std::array bodies{moment.bodies[0], moment.bodies[0]};
    bodies[1].id = BodyId{8};
    next.bodies = bodies;
    ring.push(next);
    CHECK(ring.at(0.5).bodies.size() == 1);
    CHECK(ring.at(1.0).bodies.size() == 2);
}

TEST_CASE("a new run begins a new ring") {
    SnapshotRing ring(10);
    Moment moment;
    for (std::uint64_t tick = 0; tick < 5; ++tick) ring.push(moment.at(tick));
    ring.push(moment.at(1));
    CHECK(ring.size() == 1);
    CHECK(ring.first() == 1.0);
}
