#include <catch2/catch.hpp>
#include <cmath>

#include "scene.h"

using namespace vonk;
using namespace vonk::test;
using namespace vonk::world;

namespace {

const DeviceView& device(const World& world, std::uint32_t part) {
    for (const DeviceView& view : world.snapshot().devices)
        if (view.part.value == part) return view;
    throw std::runtime_error("no such device");
}

// Battery 1, switch 2, lamp 3; wires 4, 5, 6 close the loop.
Drawing loop() {
    Drawing drawing;
    drawing.device(kind::battery, 0.5, 0.2).device(kind::switch_, 0.5, 0.7).device(kind::lamp, 1.2, 0.7);
    drawing.wire(1, 0, 2, 0).wire(2, 1, 3, 0).wire(3, 1, 1, 1);
    return drawing;
}

void close(Drawing& drawing) {
    drawing.design.parts[1].setting = 1.0;
}

void run(World& world, int ticks) {
    for (int i = 0; i < ticks; ++i) world.step();
}

}  // namespace

TEST_CASE("A closed loop lights the lamp with the current that Ohm's law says") {
    Drawing drawing = loop();
    close(drawing);
    World world(board(), drawing.design);
    run(world, 1);
    const double ohm = 1.5 + 0.02 + 3.8 / 0.3 + 3 * 0.02;
    CHECK(device(world, 3).current == Approx(4.5 / ohm).epsilon(1e-9));
    CHECK(device(world, 1).voltage == Approx(4.5 - 1.5 * 4.5 / ohm).epsilon(1e-9));
    CHECK(device(world, 3).brightness > 0.9);
    const auto wires = world.snapshot().wires;
    REQUIRE(wires.size() == 3);
    for (const WireView& wire : wires) CHECK(wire.current == Approx(4.5 / ohm).epsilon(1e-6));
    run(world, 60);
    CHECK(world.outcome() == Outcome::Won);
}

TEST_CASE("The switch opens and closes the loop") {
    World world(board(), loop().design);
    run(world, 1);
    CHECK(device(world, 3).brightness < 1e-9);
    CHECK(world.whyNotYet().id == ReasonId::LoopOpen);
    CHECK(world.whyNotYet().parts.at(0).value == 2);
    world.operate({2}, 0, 1.0);
    run(world, 1);
    CHECK(device(world, 3).brightness > 0.9);
    REQUIRE(world.events().size() == 1);
    CHECK(world.events()[0].kind == EventKind::LampLit);
    CHECK(world.events()[0].part.value == 3);
    world.operate({2}, 0, 0.0);
    run(world, 1);
    CHECK(device(world, 3).brightness < 1e-9);
    CHECK(world.events()[0].kind == EventKind::LampOut);
    world.operate({3}, 0, 1.0);  // not a switch
    world.operate({99}, 0, 1.0);
    run(world, 1);
}

TEST_CASE("A wire taken away while it runs puts the lamp out; the charge stays through it") {
    Drawing drawing = loop();
    close(drawing);
    World world(board(), drawing.design);
    run(world, 50);
    const double charge = device(world, 1).charge;
    CHECK(charge < 1.0);
    Design cut = drawing.design;
    cut.parts.erase(cut.parts.begin() + 4);
    world.reconcile(cut);
    CHECK(device(world, 1).charge == charge);
    run(world, 10);
    CHECK(device(world, 3).brightness < 1e-9);
    CHECK(device(world, 1).charge == charge);
    CHECK(world.whyNotYet().id == ReasonId::LoopOpen);
    world.reconcile(drawing.design);
    CHECK(device(world, 1).charge == charge);
    run(world, 10);
    CHECK(device(world, 1).charge < charge);
    // Another battery in its place is a new one.
    Design other = drawing.design;
    other.parts[0].id = {50};
    other.parts[3].placement = PathBetween{{{50}, 0}, {{2}, 0}};
    std::rotate(other.parts.begin(), other.parts.begin() + 1, other.parts.end());
    world.reconcile(other);
    CHECK(device(world, 50).charge == 1.0);
}

TEST_CASE("The charge that flowed is the charge that is gone") {
    Drawing drawing = loop();
    close(drawing);
    World world(board(), drawing.design);
    run(world, 600);
    const double ampere = device(world, 3).current;
    CHECK(device(world, 1).charge == Approx(1.0 - ampere * 10.0 / 7200.0).epsilon(1e-9));
}

TEST_CASE("A wire straight from plus to minus is a short circuit") {
    Drawing drawing = loop();
    close(drawing);
    drawing.wire(1, 0, 1, 1);
    World world(board(), drawing.design);
    run(world, 1);
    CHECK(device(world, 3).brightness < 0.01);
    CHECK(world.whyNotYet().id == ReasonId::ShortCircuit);
    CHECK(world.whyNotYet().parts.at(0).value == 1);
}

TEST_CASE("A loose end is where the open loop is") {
    Drawing drawing;
    drawing.device(kind::battery, 0.5, 0.2).device(kind::lamp, 1.2, 0.7).wire(1, 0, 2, 0);
    World world(board(), drawing.design);
    run(world, 1);
    const Reason why = world.whyNotYet();
    CHECK(why.id == ReasonId::LoopOpen);
    CHECK(why.parts.at(0).value == 1);
    CHECK(why.place.x == Approx(0.67));
    CHECK(why.place.y == Approx(0.2));
}

TEST_CASE("Nonsense in a design does no harm") {
    Drawing drawing;
    drawing.wire(1, 0, 2, 0).wire(7, 3, 9, 9).device(kind::lamp, 1, 0.5).wire(3, 0, 3, 0).wire(3, 5, 3, 1);
    World world(board(), drawing.design);
    run(world, 10);
    CHECK(world.outcome() == Outcome::Running);
    World empty(board(), {});
    run(empty, 100);
    CHECK(empty.outcome() == Outcome::Running);
}
