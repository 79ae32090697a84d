#include "engine/circuit/circuit.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/random.h"

using namespace vonk;
using namespace vonk::circuit;

TEST_CASE("a voltage divider and its source's current follow Ohm's law") {
    Circuit circuit;
    const Node top = circuit.addNode(), middle = circuit.addNode();
    const int source = circuit.addVoltageSource({.positive = top, .negative = earth, .volt = 9});
    const int upper = circuit.addResistor({.a = top, .b = middle, .ohm = 1000});
    const int lower = circuit.addResistor({.a = middle, .b = earth, .ohm = 2000});
    REQUIRE_FALSE(circuit.solve());
    CHECK(circuit.voltage(middle) == Approx(6).epsilon(1e-14));
    CHECK(circuit.current(upper) == Approx(0.003).epsilon(1e-14));
    CHECK(circuit.current(lower) == Approx(0.003).epsilon(1e-14));
    CHECK(circuit.current(source) == Approx(-0.003).epsilon(1e-14));
    CHECK(circuit.power(lower) == Approx(0.018).epsilon(1e-14));
    CHECK(circuit.power(source) == Approx(-0.027).epsilon(1e-14));
}

TEST_CASE("an unbalanced Wheatstone bridge agrees with its closed form") {
    Circuit circuit;
    const Node top = circuit.addNode(), left = circuit.addNode(), right = circuit.addNode();
    circuit.addVoltageSource({.positive = top, .negative = earth, .volt = 10, .ohm = 0});
    circuit.addResistor({.a = top, .b = left, .ohm = 100});
    circuit.addResistor({.a = left, .b = earth, .ohm = 220});
    circuit.addResistor({.a = top, .b = right, .ohm = 330});
    circuit.addResistor({.a = right, .b = earth, .ohm = 470});
    const int meter = circuit.addResistor({.a = left, .b = right, .ohm = 50});
    REQUIRE_FALSE(circuit.solve());
    // Thévenin seen from the meter.
    const double open = 10 * (220.0 / 320 - 470.0 / 800), inner = 100 * 220.0 / 320 + 330 * 470.0 / 800;
    CHECK(circuit.current(meter) == Approx(open / (inner + 50)).epsilon(1e-13));
}

TEST_CASE("current sources drive their current whatever stands in its way") {
    Circuit circuit;
    const Node a = circuit.addNode(), b = circuit.addNode();
    circuit.addCurrentSource({.from = earth, .to = a, .ampere = 0.5});
    const int near = circuit.addResistor({.a = a, .b = b, .ohm = 10});
    circuit.addResistor({.a = b, .b = earth, .ohm = 20});
    REQUIRE_FALSE(circuit.solve());
    CHECK(circuit.voltage(a) == Approx(15).epsilon(1e-14));
    CHECK(circuit.current(near) == Approx(0.5).epsilon(1e-14));
}

TEST_CASE("a lamp lights when its loop closes and goes out when it opens") {
    Circuit circuit;
    const Node plus = circuit.addNode(), lit = circuit.addNode();
    const int battery = circuit.addBattery({.positive = plus, .negative = earth, .volt = 4.5, .ohm = 0.5});
    const int key = circuit.addSwitch({.a = plus, .b = lit});
    const int lamp = circuit.addResistor({.a = lit, .b = earth, .ohm = 8.5});
    REQUIRE_FALSE(circuit.step(1.0 / 120));
    CHECK(circuit.power(lamp) == 0.0);
    CHECK(circuit.voltage(plus) == 4.5);
    CHECK(circuit.charge(battery) == 5000);
    circuit.setClosed(key, true);
    REQUIRE_FALSE(circuit.step(1.0 / 120));
    CHECK(circuit.current(lamp) == Approx(0.5).epsilon(1e-14));
    CHECK(circuit.current(key) == Approx(0.5).epsilon(1e-14));
    CHECK(circuit.current(battery) == Approx(-0.5).epsilon(1e-14));
    CHECK(circuit.charge(battery) == Approx(5000 - 0.5 / 120).epsilon(1e-14));
    circuit.setClosed(key, false);
    REQUIRE_FALSE(circuit.step(1.0 / 120));
    CHECK(circuit.current(lamp) == 0.0);
}

TEST_CASE("a battery gives its voltage until a tenth is left, then fades as an exponential") {
    Circuit circuit;
    const Node plus = circuit.addNode();
    const int battery = circuit.addBattery(
        {.positive = plus, .negative = earth, .volt = 4, .ohm = 1, .capacity = 100, .charge = 100});
    const int lamp = circuit.addResistor({.a = plus, .b = earth, .ohm = 3});
    const double h = 1.0 / 120;
    for (int i = 0; i < 90 * 120; ++i) REQUIRE_FALSE(circuit.step(h));
    CHECK(circuit.current(lamp) == Approx(1).epsilon(1e-9));
    CHECK(circuit.charge(battery) == Approx(10).epsilon(1e-9));
    for (int i = 0; i < 10 * 120; ++i) REQUIRE_FALSE(circuit.step(h));
    CHECK(circuit.charge(battery) == Approx(10 * std::exp(-1.0)).epsilon(1e-3));
    CHECK(circuit.current(lamp) == Approx(std::exp(-1.0)).epsilon(2e-3));
    for (int i = 0; i < 100000; ++i) REQUIRE_FALSE(circuit.step(1.0));
    CHECK(circuit.charge(battery) >= 0);
    CHECK(circuit.charge(battery) < 1e-9);
    circuit.setCharge(battery, 50);
    REQUIRE_FALSE(circuit.solve());
    CHECK(circuit.current(lamp) == Approx(1).epsilon(1e-14));
}

TEST_CASE("a stronger battery charges a weaker one, never beyond its capacity") {
    Circuit circuit;
    const Node plus = circuit.addNode();
    circuit.addVoltageSource({.positive = plus, .negative = earth, .volt = 6, .ohm = 0.5});
    const int battery = circuit.addBattery(
        {.positive = plus, .negative = earth, .volt = 4.5, .ohm = 0.5, .capacity = 10, .charge = 8});
    REQUIRE_FALSE(circuit.step(1));
    CHECK(circuit.charge(battery) == Approx(9.5).epsilon(1e-12));
    REQUIRE_FALSE(circuit.step(1));
    CHECK(circuit.charge(battery) == 10);
}

TEST_CASE("a short circuit over a real battery is a large current, not a fault") {
    Circuit circuit;
    const Node plus = circuit.addNode();
    const int battery = circuit.addBattery({.positive = plus, .negative = earth, .volt = 4.5, .ohm = 0.5});
    const int wire = circuit.addResistor({.a = plus, .b = earth, .ohm = 0});
    const int lamp = circuit.addResistor({.a = plus, .b = earth, .ohm = 10});
    REQUIRE_FALSE(circuit.solve());
    CHECK(circuit.current(battery) == Approx(-9));
    CHECK(circuit.current(wire) == Approx(9));
    CHECK(circuit.current(lamp) == 0.0);
}

TEST_CASE("shorts in a ring share their current as equal resistances do") {
    Circuit circuit;
    const Node a = circuit.addNode(), b = circuit.addNode(), c = circuit.addNode();
    circuit.addVoltageSource({.positive = a, .negative = earth, .volt = 3});
    const int direct = circuit.addResistor({.a = a, .b = c, .ohm = 0});
    const int first = circuit.addResistor({.a = a, .b = b, .ohm = 0});
    const int second = circuit.addResistor({.a = b, .b = c, .ohm = 0});
    circuit.addResistor({.a = c, .b = earth, .ohm = 1});
    REQUIRE_FALSE(circuit.solve());
    CHECK(circuit.voltage(c) == Approx(3));
    CHECK(circuit.current(direct) == Approx(2));
    CHECK(circuit.current(first) == Approx(1));
    CHECK(circuit.current(second) == Approx(1));
}

TEST_CASE("islands without earth get finite voltages whose differences are right") {
    Circuit circuit;
    const Node a = circuit.addNode(), b = circuit.addNode(), c = circuit.addNode(), alone = circuit.addNode();
    circuit.addVoltageSource({.positive = a, .negative = b, .volt = 5});
    circuit.addResistor({.a = a, .b = c, .ohm = 1000});
    const int last = circuit.addResistor({.a = c, .b = b, .ohm = 4000});
    REQUIRE_FALSE(circuit.solve());
    CHECK(circuit.voltage(a) - circuit.voltage(b) == Approx(5).epsilon(1e-14));
    CHECK(circuit.voltage(c) - circuit.voltage(b) == Approx(4).epsilon(1e-14));
    CHECK(circuit.current(last) == Approx(0.001).epsilon(1e-14));
    CHECK(circuit.voltage(alone) == 0.0);
}

TEST_CASE("a ring of ideal sources is refused with its elements, in their order") {
    Circuit circuit;
    const Node a = circuit.addNode(), b = circuit.addNode(), c = circuit.addNode();
    const int first = circuit.addVoltageSource({.positive = a, .negative = earth, .volt = 1});
    const int spur = circuit.addVoltageSource({.positive = c, .negative = earth, .volt = 1});
    const int wire = circuit.addResistor({.a = a, .b = b, .ohm = 0});
    const int second = circuit.addVoltageSource({.positive = b, .negative = earth, .volt = 1});
    const std::optional<Fault> fault = circuit.solve();
    REQUIRE(fault);
    CHECK(fault->kind == Fault::Kind::SourceLoop);
    CHECK(fault->branches == std::vector<int>{second, first, wire});
    CHECK(spur == 1);
}

TEST_CASE("a source whose ends are one node, or shorted, is refused") {
    Circuit same;
    const int source = same.addVoltageSource({.positive = same.addNode(), .negative = 1, .volt = 1});
    CHECK(same.solve() == Fault{Fault::Kind::SourceLoop, {source}});
    Circuit shorted;
    const Node a = shorted.addNode();
    const int cell = shorted.addVoltageSource({.positive = a, .negative = earth, .volt = 1});
    const int key = shorted.addSwitch({.a = a, .b = earth});
    CHECK_FALSE(shorted.solve());
    shorted.setClosed(key, true);
    CHECK(shorted.solve() == Fault{Fault::Kind::SourceLoop, {cell, key}});
    shorted.setClosed(key, false);
    CHECK_FALSE(shorted.solve());
}

TEST_CASE("a current that cannot leave is refused with its sources") {
    Circuit circuit;
    const Node a = circuit.addNode(), b = circuit.addNode();
    const int feed = circuit.addCurrentSource({.from = earth, .to = a, .ampere = 1});
    circuit.addResistor({.a = a, .b = b, .ohm = 5});
    CHECK(circuit.solve() == Fault{Fault::Kind::CurrentCut, {feed}});
    // A second source that takes as much away makes it whole again.
    const int drain = circuit.addCurrentSource({.from = b, .to = earth, .ampere = 1});
    REQUIRE_FALSE(circuit.solve());
    CHECK(circuit.voltage(a) - circuit.voltage(b) == Approx(5));
    circuit.setAmpere(drain, 0.9);
    CHECK(circuit.solve() == Fault{Fault::Kind::CurrentCut, {feed, drain}});
    circuit.setAmpere(feed, 0);
    circuit.setAmpere(drain, 0);
    REQUIRE_FALSE(circuit.solve());
}

TEST_CASE("a current of milliamperes through a nano-ohm stays exact beside a giga-ohm") {
    Circuit circuit;
    const Node a = circuit.addNode(), b = circuit.addNode();
    circuit.addVoltageSource({.positive = a, .negative = earth, .volt = 5});
    const int wire = circuit.addResistor({.a = a, .b = b, .ohm = 1e-9});
    circuit.addResistor({.a = b, .b = earth, .ohm = 1e9});
    REQUIRE_FALSE(circuit.solve());
    CHECK(circuit.current(wire) == Approx(5e-9).epsilon(1e-12));
}

TEST_CASE("parts that hang together by a trillionth keep their voltages") {
    // A loaded cell far from earth: 5 V through 1e15 ohm, against 1e15 ohm to earth.
    Circuit circuit;
    const Node feed = circuit.addNode(), a = circuit.addNode(), b = circuit.addNode();
    circuit.addVoltageSource({.positive = feed, .negative = earth, .volt = 5});
    circuit.addResistor({.a = feed, .b = a, .ohm = 1e15});
    circuit.addResistor({.a = a, .b = b, .ohm = 1});
    circuit.addVoltageSource({.positive = a, .negative = b, .volt = 2, .ohm = 1});
    const int leak = circuit.addResistor({.a = b, .b = earth, .ohm = 1e15});
    REQUIRE_FALSE(circuit.solve());
    CHECK(circuit.voltage(a) - circuit.voltage(b) == Approx(1).epsilon(1e-14));
    CHECK(circuit.voltage(b) == Approx(2).epsilon(1e-12));
    CHECK(circuit.current(leak) == Approx(2e-15).epsilon(1e-12));
    // The same with nothing but a wire between two such resistances.
    Circuit divider;
    const Node top = divider.addNode(), left = divider.addNode(), right = divider.addNode();
    divider.addVoltageSource({.positive = top, .negative = earth, .volt = 6});
    divider.addResistor({.a = top, .b = left, .ohm = 1e18});
    divider.addResistor({.a = left, .b = right, .ohm = 1});
    divider.addResistor({.a = right, .b = earth, .ohm = 2e18});
    REQUIRE_FALSE(divider.solve());
    CHECK(divider.voltage(right) == Approx(4).epsilon(1e-12));
}

TEST_CASE("currents of random networks of resistors, sources, shorts and switches balance in every node") {
    Random random(17);
    for (int round = 0; round < 300; ++round) {
        Circuit circuit;
        const int nodes = 2 + static_cast<int>(random.below(30));
        for (int i = 1; i < nodes; ++i) circuit.addNode();
        struct Ends {
            Node a, b;
        };
        std::vector<Ends> ends;
        double power = 0;
        const auto pick = [&] { return static_cast<Node>(random.below(static_cast<std::uint32_t>(nodes))); };
        for (int i = 0; i < 3 * nodes; ++i) {
            const Ends e{pick(), pick()};
            ends.push_back(e);
            switch (random.below(8)) {
                case 0:
                    circuit.addBattery({.positive = e.a, .negative = e.b, .volt = random.between(1, 9)});
                    break;
                case 1:
                    circuit.addResistor({.a = e.a, .b = e.b, .ohm = 0});
                    break;
                case 2:
                    circuit.addSwitch({.a = e.a, .b = e.b, .closed = random.below(2) == 0});
                    break;
                case 3:
                    circuit.addResistor({.a = e.a, .b = e.b, .ohm = 1e-5});
                    break;
                default:
                    circuit.addResistor({.a = e.a, .b = e.b, .ohm = std::pow(10.0, random.between(-1, 6))});
            }
        }
        REQUIRE_FALSE(circuit.solve());
        std::vector<double> net(static_cast<std::size_t>(nodes)),
            largest(static_cast<std::size_t>(nodes), 1e-9);
        for (int i = 0; i < circuit.elementCount(); ++i) {
            const Ends& e = ends[static_cast<std::size_t>(i)];
            net[static_cast<std::size_t>(e.a)] -= circuit.current(i);
            net[static_cast<std::size_t>(e.b)] += circuit.current(i);
            power += circuit.power(i);
        }
        for (int i = 0; i < nodes; ++i) CHECK(std::fabs(net[static_cast<std::size_t>(i)]) < 1e-10);
        CHECK(std::fabs(power) < 1e-9);
    }
}

TEST_CASE("switching to and fro leaves no trace in a solution") {
    Random random(23);
    Circuit circuit;
    std::vector<int> keys;
    for (int i = 0; i < 12; ++i) circuit.addNode();
    circuit.addVoltageSource({.positive = 1, .negative = earth, .volt = 12, .ohm = 0.1});
    for (Node n = 1; n <= 12; ++n) {
        circuit.addResistor({.a = n, .b = n % 12 + 1, .ohm = 10.0 * n});
        circuit.addResistor({.a = n, .b = earth, .ohm = 100.0 + n});
        keys.push_back(circuit.addSwitch({.a = n, .b = (n * 5) % 12 + 1, .closed = false, .ohm = 0.01}));
    }
    REQUIRE_FALSE(circuit.solve());
    std::vector<double> before;
    for (Node n = 0; n <= 12; ++n) before.push_back(circuit.voltage(n));
    for (int i = 0; i < 200; ++i) {
        circuit.setClosed(keys[random.below(12)], random.below(2) == 0);
        REQUIRE_FALSE(circuit.solve());
    }
    for (const int key : keys) circuit.setClosed(key, false);
    REQUIRE_FALSE(circuit.solve());
    for (Node n = 0; n <= 12; ++n) CHECK(circuit.voltage(n) == before[static_cast<std::size_t>(n)]);
}

TEST_CASE("a grid of a hundred by hundred resistors has the known resistance between its middle points") {
    Circuit circuit;
    constexpr int side = 100;
    const auto node = [](int x, int y) { return 1 + y * side + x; };
    for (int i = 0; i < side * side; ++i) circuit.addNode();
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            if (x + 1 < side) circuit.addResistor({.a = node(x, y), .b = node(x + 1, y), .ohm = 1});
            if (y + 1 < side) circuit.addResistor({.a = node(x, y), .b = node(x, y + 1), .ohm = 1});
        }
    circuit.addCurrentSource({.from = node(50, 50), .to = node(51, 50), .ampere = 1});
    REQUIRE_FALSE(circuit.solve());
    // Half an ohm between neighbours of the infinite grid (F. Flanders, 1972); the edge adds about 1 / side².
    CHECK(circuit.voltage(node(51, 50)) - circuit.voltage(node(50, 50)) == Approx(0.5).margin(1e-3));
}
