#include <catch2/catch.hpp>
#include <cmath>
#include <map>

#include "engine/circuit/diode.h"
#include "engine/circuit/simulation.h"
#include "engine/circuit/waveform.h"
#include "ngspice.h"

using namespace vonk;
using namespace vonk::circuit;

namespace {

constexpr double turn = 6.283185307179586;

// Columns by name, all of them.
struct Course {
    std::vector<double> time;
    std::map<std::string, std::vector<double>> columns;

    const std::vector<double>& operator[](const std::string& name) const { return columns.at(name); }
};

Course run(const std::string& cards) {
    const Result<Netlist> netlist = parseNetlist(cards, "n.cir");
    INFO(cards << (netlist ? "" : toString(netlist.error().front())));
    REQUIRE(netlist);
    Simulation simulation(*netlist);
    Course course;
    const auto fault = simulation.run([&](double time) {
        course.time.push_back(time);
        for (std::size_t i = 1; i < netlist->nodes.size(); ++i)
            course.columns["v(" + netlist->nodes[i] + ")"].push_back(simulation.voltage(static_cast<int>(i)));
        for (std::size_t i = 0; i < netlist->elements.size(); ++i)
            course.columns["i(" + netlist->elements[i].name + ")"].push_back(
                simulation.current(static_cast<int>(i)));
    });
    INFO((fault ? describe(*fault, *netlist) : ""));
    REQUIRE_FALSE(fault);
    return course;
}

// The greatest difference from a formula of time.
template <class Formula>
double worst(const Course& course, const std::string& name, Formula formula) {
    double most = 0.0;
    for (std::size_t i = 0; i < course.time.size(); ++i)
        most = std::max(most, std::fabs(course[name][i] - formula(course.time[i])));
    return most;
}

void compareWithNgspice(const std::string& cards, const std::string& options,
                        const std::vector<std::string>& names, double tolerance) {
    const Course ours = run(cards);
    const Course oracle = [&] {
        const auto columns = test::ngspiceTransient(cards, options, names);
        return Course{columns.at("time"), columns};
    }();
    INFO(cards);
    REQUIRE(oracle.time.size() == ours.time.size());
    for (const std::string& name : names) {
        double largest = 0.0, most = 0.0;
        for (std::size_t i = 0; i < ours.time.size(); ++i) {
            largest = std::max(largest, std::fabs(oracle[name][i]));
            most = std::max(most, std::fabs(oracle[name][i] - ours[name][i]));
        }
        INFO(name);
        CHECK(most <= tolerance * largest);
    }
}

std::string faultOf(const std::string& cards) {
    const Result<Netlist> netlist = parseNetlist(cards, "n.cir");
    REQUIRE(netlist);
    Simulation simulation(*netlist);
    const auto fault = simulation.run([](double) {});
    REQUIRE(fault);
    return describe(*fault, *netlist);
}

}  // namespace

TEST_CASE("rows stand at 0, step, … stop") {
    Course course = run("t\nV1 1 0 1\nR1 1 0 1\n.tran 0.1 1\n");
    REQUIRE(course.time.size() == 11);
    CHECK(course.time[3] == 3 * 0.1);
    CHECK(course.time.back() == 1);
    course = run("t\nV1 1 0 1\nR1 1 0 1\n.tran 0.3 1\n");
    CHECK(course.time == std::vector<double>{0, 0.3, 0.6, 3 * 0.3, 1});
}

TEST_CASE("a capacitor charges through a resistor as the exponential says") {
    const Course course = run("t\nV1 1 0 5\nR1 1 2 1k\nC1 2 0 1u IC=1\n.tran 0.1m 10m uic\n");
    CHECK(worst(course, "v(2)", [](double t) { return 5 - 4 * std::exp(-t / 1e-3); }) < 5e-6);
    CHECK(worst(course, "i(v1)", [](double t) { return -4e-3 * std::exp(-t / 1e-3); }) < 1e-8);
}

TEST_CASE("a coil's current rises as the exponential says, from its initial value") {
    const Course course = run("t\nV1 1 0 10\nR1 1 2 5\nL1 2 0 10m IC=-1\n.tran 0.1m 20m uic\n");
    CHECK(worst(course, "i(l1)", [](double t) { return 2 - 3 * std::exp(-t / 2e-3); }) < 5e-6);
    CHECK(course["v(2)"].front() == Approx(15).epsilon(1e-6));
}

TEST_CASE("a ringing circuit keeps its phase and its damping over fifty periods") {
    // L = 1 mH, C = 1 µF, R = 0.2 ohm in series.
    const Course course = run("t\nC1 1 0 1u ic=5\nL1 1 2 1m\nR1 2 0 0.2\n.tran 10u 10m uic\n");
    const double a = 0.2 / (2 * 1e-3), w = std::sqrt(1e9 - a * a);
    CHECK(worst(course, "v(1)", [&](double t) {
              return 5 * std::exp(-a * t) * (std::cos(w * t) + a / w * std::sin(w * t));
          }) < 2e-3);
    CHECK(worst(course, "i(l1)",
                [&](double t) { return 5 / (w * 1e-3) * std::exp(-a * t) * std::sin(w * t); }) < 5e-5);
}

TEST_CASE("a filter turns and weakens a sine as its transfer function says") {
    const Course course = run("t\nV1 1 0 SIN(0 1 1k)\nR1 1 2 1k\nC1 2 0 1u\n.tran 20u 20m\n");
    const double w = turn * 1000, tau = 1e-3, gain = 1 / std::sqrt(1 + w * w * tau * tau),
                 phase = std::atan(w * tau);
    CHECK(worst(course, "v(2)", [&](double t) {
              return gain * (std::sin(w * t - phase) + std::sin(phase) * std::exp(-t / tau));
          }) < 2e-5);
}

TEST_CASE("a capacitor straight across a source takes the current of its derivative") {
    const Course course = run("t\nV1 1 0 SIN(0 1 1k)\nC1 1 0 1u\n.tran 10u 3m\n");
    // The first row may still hold the start from rest.
    double most = 0;
    for (std::size_t i = 2; i < course.time.size(); ++i)
        most = std::max(most, std::fabs(course["i(c1)"][i] -
                                        1e-6 * turn * 1000 * std::cos(turn * 1000 * course.time[i])));
    CHECK(most < 3e-4 * 1e-6 * turn * 1000);
}

TEST_CASE("pulses begin after their delay, end with their period and rise in one step by default") {
    Course course = run("t\nV1 1 0 PULSE(1 5 0.2 0 0 0.2 1)\nR1 1 0 1\n.tran 0.1 2.4\n");
    const std::vector<double> expected = {1, 1, 1, 5, 5, 5, 1, 1, 1, 1, 1, 1, 1,
                                          5, 5, 5, 1, 1, 1, 1, 1, 1, 1, 5, 5};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        INFO(i);
        CHECK(course["v(1)"][i] == Approx(expected[i]).margin(1e-9));
    }
    // A period that ends before the pulse: the last moment still belongs to it.
    course = run("t\nV1 1 0 PULSE(0 1 0.1 0.1 0.1 5 0.5)\nR1 1 0 1\n.tran 0.1 1.2\n");
    const std::vector<double> cut = {0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    for (std::size_t i = 0; i < cut.size(); ++i) {
        INFO(i);
        CHECK(course["v(1)"][i] == Approx(cut[i]).margin(1e-9));
    }
    // Without width and period: up for good.
    course = run("t\nV1 1 0 PULSE(0 3 0.5)\nR1 1 0 1\n.tran 0.1 2\n");
    CHECK(course["v(1)"][5] == 0);
    CHECK(course["v(1)"][6] == Approx(3));
    CHECK(course["v(1)"].back() == Approx(3));
}

TEST_CASE("sines wait for their delay at the value they start with; polygons hold their ends") {
    Course course = run("t\nV1 1 0 SIN(1 2 1 0.25 0.5 90)\nR1 1 0 1\n.tran 0.05 2\n");
    CHECK(worst(course, "v(1)", [](double t) {
              const double since = std::max(0.0, t - 0.25);
              return 1 + 2 * std::exp(-0.5 * since) * std::sin(turn * since + turn / 4);
          }) < 1e-12);
    course = run("t\nV1 1 0 SIN(0 1)\nR1 1 0 1\n.tran 0.1 2\n");
    CHECK(worst(course, "v(1)", [](double t) { return std::sin(turn * t / 2); }) < 1e-12);
    course = run("t\nV1 1 0 PWL(0.5 2 1 4 1.5 -1)\nR1 1 0 1\n.tran 0.25 2\n");
    const std::vector<double> expected = {2, 2, 2, 3, 4, 1.5, -1, -1, -1};
    for (std::size_t i = 0; i < expected.size(); ++i) CHECK(course["v(1)"][i] == Approx(expected[i]));
}

TEST_CASE("the operating point takes the DC value, a transient starts with the waveform") {
    const std::string cards =
        "t\nV1 1 0 DC 7 SIN(2 1 1k)\nR1 1 2 1k\nC1 2 0 1u\nV2 3 0 PULSE(4 5)\nR2 3 0 1\n";
    const Course course = run(cards + ".tran 1u 10u\n");
    CHECK(course["v(2)"].front() == Approx(2));
    const Result<Netlist> netlist = parseNetlist(cards, "n.cir");
    Simulation simulation(*netlist);
    REQUIRE_FALSE(simulation.operatingPoint());
    CHECK(simulation.voltage(2) == Approx(7));
    CHECK(simulation.voltage(3) == Approx(4));
}

TEST_CASE("a diode's point lies on its curve") {
    const Result<Netlist> netlist = parseNetlist(
        "t\nV1 1 0 5\nR1 1 2 1k\nD1 2 3 dm\nD2 3 0 dn\nD3 0 2 dm\n"
        ".model dm d\n.model dn d(is=1e-9 n=2 rs=10)\n",
        "n.cir");
    REQUIRE(netlist);
    Simulation simulation(*netlist);
    REQUIRE_FALSE(simulation.operatingPoint());
    const double current = simulation.current(2), first = simulation.voltage(2) - simulation.voltage(3);
    CHECK(current == Approx(1e-14 * (std::exp(first / 0.0258649) - 1) + 1e-12 * first).epsilon(1e-6));
    const double second = simulation.voltage(3) - 10 * current;
    CHECK(current == Approx(1e-9 * (std::exp(second / (2 * 0.0258649)) - 1) + 1e-12 * second).epsilon(1e-6));
    CHECK(simulation.current(0) == Approx(-(5 - simulation.voltage(2)) / 1000).epsilon(1e-9));
    // Blocked: saturation and leak.
    CHECK(simulation.current(4) == Approx(-1e-14 - 1e-12 * simulation.voltage(2)).epsilon(1e-3));
}

TEST_CASE("diodes find their point from anywhere: against a stiff source, in long strings, crossed") {
    for (const char* cards :
         {"t\nV1 1 0 1k\nR1 1 2 1m\nD1 2 0 dm\n.model dm d\n", "t\nI1 0 1 1k\nD1 1 0 dm\n.model dm d\n",
          "t\nV1 1 0 -1meg\nR1 1 2 1\nD1 2 0 dm\nD2 0 3 dm\nR2 3 2 1\n.model dm d\n",
          "t\nI1 0 1 1u\nD1 1 2 dm\nD2 2 3 dm\nD3 3 4 dm\nD4 4 5 dm\nD5 5 0 dm\n.model dm d(is=1e-18)\n",
          "t\nI1 1 0 1m\nD1 1 0 dm\n.model dm d\n"}) {
        const Result<Netlist> netlist = parseNetlist(cards, "n.cir");
        REQUIRE(netlist);
        Simulation simulation(*netlist);
        INFO(cards);
        CHECK_FALSE(simulation.operatingPoint());
    }
}

TEST_CASE("a switch changes at the moment its control passes the threshold, not at the next row") {
    // The control rises 1 V/s: on at 0.6 V, off again at 0.4 V on the way down.
    const Course course =
        run("t\nVc c 0 PWL(0 0 1 1 2 0)\nRc c 0 1\nV1 1 0 1\nS1 1 2 c 0 sm\nR1 2 3 1\nC1 3 0 1\nR2 3 0 1meg\n"
            ".model sm sw(vt=0.5 vh=0.1 ron=1m roff=1g)\n.tran 0.5 2 uic\n");
    CHECK(course["v(3)"][1] == Approx(0).margin(1e-6));
    CHECK(course["v(3)"][2] == Approx(1 - std::exp(-(1 - 0.6) / 1.001)).epsilon(1e-5));
    CHECK(course["v(3)"][4] == Approx(1 - std::exp(-(1.6 - 0.6) / 1.001)).epsilon(1e-5));
}

TEST_CASE("a relaxation oscillator keeps its period") {
    const Course course =
        run("t\nV1 1 0 10\nR1 1 2 10k\nC1 2 0 1u\nS1 2 0 2 0 sm\n"
            ".model sm sw(vt=5 vh=2 ron=10 roff=1g)\n.tran 0.1m 500m uic\n");
    int falls = 0;
    double first = 0, last = 0;
    for (std::size_t i = 1; i < course.time.size(); ++i)
        if (course["v(2)"][i] < 5 && course["v(2)"][i - 1] >= 5) {
            if (falls++ == 0) first = course.time[i];
            last = course.time[i];
        }
    // Up from 3 V to 7 V towards 10 V, then down through 10 ohm in about 8 µs.
    const double period = 10e-3 * std::log(7.0 / 3) + 10e-6 * std::log(7.0 / 3);
    REQUIRE(falls > 50);
    CHECK((last - first) / (falls - 1) == Approx(period).epsilon(2e-3));
    // It has no rest: a transient without uic starts with the switch off, an operating point is refused.
    CHECK(run("t\nV1 1 0 10\nR1 1 2 10k\nC1 2 0 1u\nS1 2 0 2 0 sm\n"
              ".model sm sw(vt=5 vh=2 ron=10 roff=1g)\n.tran 1m 100m\n")["v(2)"]
              .front() == Approx(10).epsilon(1e-4));
}

TEST_CASE("a coil that loses its path does not ring") {
    const Course course =
        run("t\nV1 1 0 10\nR1 1 2 10\nL1 2 3 10m\nS1 3 0 c 0 sm\nR2 3 0 1k\nVc c 0 PWL(0 1 10m 1 10.001m 0)\n"
            ".model sm sw(vt=0.5 ron=1m roff=1g)\n.tran 10u 12m\n");
    for (std::size_t i = 1002; i < course.time.size(); ++i) {
        INFO(course.time[i]);
        // 1 A (nearly) decays through 1 kohm to 10 mA, without a sign change.
        CHECK(course["i(l1)"][i] <= course["i(l1)"][i - 1] + 1e-9);
        CHECK(course["i(l1)"][i] > 0.0099);
    }
}

TEST_CASE("a floating island fed through capacitors answers with finite numbers") {
    const Course course =
        run("t\nV1 1 0 SIN(0 1 1k)\nR1 1 0 1k\nC1 1 a 1n\nR2 a b 1k\nC2 b 0 1n\n"
            "V2 x y SIN(0 1 1k)\nR3 x y 1k\n.tran 20u 2m\n");
    CHECK(worst(course, "v(1)", [](double t) { return std::sin(turn * 1000 * t); }) < 1e-9);
    for (std::size_t i = 0; i < course.time.size(); ++i)
        CHECK(course["v(x)"][i] - course["v(y)"][i] ==
              Approx(std::sin(turn * 1000 * course.time[i])).margin(1e-9));
}

TEST_CASE("rectifiers, converters and multipliers follow ngspice") {
    const std::string diode = ".model dm d(is=1e-14 n=1 rs=0.1)\n";
    SECTION("bridge rectifier") {
        // Without series resistance: ngspice 39 gives up on its internal nodes here.
        compareWithNgspice(
            "t\nV1 a b SIN(0 10 50)\nD1 a p dm\nD2 b p dm\nD3 0 a dm\nD4 0 b dm\nR1 p 0 1k\nC1 p 0 47u\n"
            ".model dm d\n.tran 0.1m 60m\n",
            "0.1m 60m 0 2u", {"v(p)", "v(a)"}, 1e-4);
    }
    SECTION("buck converter") {
        compareWithNgspice(
            "t\nV1 in 0 12\nS1 in sw g 0 sm\nD1 0 sw dm\nL1 sw out 100u\nC1 out 0 47u\nR1 out 0 5\n"
            "Vg g 0 PULSE(0 5 0 10n 10n 4u 10u)\n.model sm sw(vt=2.5 ron=0.05 roff=1meg)\n" +
                diode + ".tran 1u 300u\n",
            "1u 300u 0 20n", {"v(out)", "i(l1)"}, 1e-4);
    }
    SECTION("voltage doubler") {
        compareWithNgspice(
            "t\nV1 1 0 SIN(0 5 1k)\nC1 1 2 10u\nD1 0 2 dm\nD2 2 3 dm\nC2 3 0 10u\nR1 3 0 10k\n" + diode +
                ".tran 20u 10m\n",
            "20u 10m 0 0.5u", {"v(3)", "v(2)"}, 1e-4);
    }
}

TEST_CASE("a transient that has no course says why") {
    CHECK(faultOf("t\nV1 1 0 1\nV2 1 0 2\n.tran 1 2\n").find("v2, v1") != std::string::npos);
    CHECK(faultOf("t\nR9 1 0 1\nI1 0 2 1\nC1 2 0 1u\n.tran 1 2\n").find("i1") != std::string::npos);
    // With initial values the capacitor carries the current.
    CHECK(run("t\nR9 1 0 1\nI1 0 2 1\nC1 2 0 1\n.tran 1 2 uic\n")["v(2)"].back() == Approx(2).epsilon(1e-6));
}

TEST_CASE("every reading of one netlist gives the same bits") {
    const std::string cards =
        "t\nV1 1 0 SIN(0 10 50)\nD1 1 2 dm\nR1 2 0 1k\nC1 2 0 100u\nS1 2 0 1 0 sm\n"
        ".model dm d(rs=1)\n.model sm sw(vt=9 ron=100)\n.tran 1m 60m\n";
    CHECK(run(cards).columns == run(cards).columns);
}
