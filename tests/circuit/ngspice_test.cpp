#include "ngspice.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/circuit/simulation.h"
#include "engine/core/random.h"

using namespace vonk;
using namespace vonk::circuit;

namespace {

struct Answer {
    Netlist netlist;
    std::map<std::string, double> values;
};

Answer solve(const std::string& cards) {
    Result<Netlist> netlist = parseNetlist(cards, "n.cir");
    INFO(cards << (netlist ? "" : toString(netlist.error().front())));
    REQUIRE(netlist);
    Answer answer{std::move(*netlist), {}};
    Simulation simulation(answer.netlist);
    REQUIRE_FALSE(simulation.operatingPoint());
    for (std::size_t i = 1; i < answer.netlist.nodes.size(); ++i)
        answer.values["v(" + answer.netlist.nodes[i] + ")"] = simulation.voltage(static_cast<int>(i));
    for (std::size_t i = 0; i < answer.netlist.elements.size(); ++i)
        answer.values["i(" + answer.netlist.elements[i].name + ")"] = simulation.current(static_cast<int>(i));
    return answer;
}

void compareWithNgspice(const std::string& cards, double tolerance) {
    const std::map<std::string, double> oracle = test::ngspiceOperatingPoint(cards),
                                        ours = solve(cards).values;
    double volts = 0, amperes = 0;
    for (const auto& [name, value] : oracle) {
        double& largest = name[0] == 'v' ? volts : amperes;
        largest = std::max(largest, std::fabs(value));
    }
    INFO(cards.substr(0, 2000));
    for (const auto& [name, value] : oracle) {
        INFO(name << ": ngspice " << value);
        REQUIRE(ours.contains(name));
        const double scale = name[0] == 'v' ? volts : amperes;
        CHECK(std::fabs(ours.at(name) - value) <= tolerance * scale + 1e-15);
    }
}

// A connected network of resistors with voltage sources that hang from a tree of nodes (so in no loop) and
// current sources.
std::string randomNetwork(Random& random, int nodes, int resistors) {
    std::string cards = "random\n";
    const auto pick = [&](int below) {
        return static_cast<int>(random.below(static_cast<std::uint32_t>(below)));
    };
    const auto value = [&](double low, double high) {
        return std::to_string(std::pow(10.0, random.between(low, high)));
    };
    int count = 0;
    for (int node = 1; node <= nodes; ++node) {
        const std::string ends = " " + std::to_string(node) + " " + std::to_string(pick(node));
        const std::string name = std::to_string(++count);
        switch (pick(5)) {
            case 0:
                cards += "V" + name + ends + " " + std::to_string(random.between(-20, 20)) + "\n";
                break;
            case 1:
                cards += "L" + name + ends + " 1m\n";
                break;
            default:
                cards += "R" + name + ends + " " + value(0, 6) + "\n";
        }
    }
    for (int i = 0; i < resistors; ++i) {
        const int a = pick(nodes + 1), b = pick(nodes + 1);
        if (a == b) continue;
        const std::string ends =
            std::to_string(++count) + " " + std::to_string(a) + " " + std::to_string(b) + " ";
        switch (pick(8)) {
            case 0:
                cards += "I" + ends + std::to_string(random.between(-0.1, 0.1)) + "\n";
                break;
            case 1:
                cards += "C" + ends + "1u\n";
                break;
            default:
                cards += "R" + ends + value(0, 6) + "\n";
        }
    }
    return cards;
}

}  // namespace

TEST_CASE("operating points of random networks agree with ngspice") {
    Random random(2024);
    for (int round = 0; round < 40; ++round) {
        const int nodes = 2 + static_cast<int>(random.below(40));
        // ngspice leaves 1e-12 S from each node to earth and stops at 1e-6 relative; linear circuits come out
        // far better.
        compareWithNgspice(randomNetwork(random, nodes, 3 * nodes), 1e-7);
    }
}

TEST_CASE("operating point of a large network agrees with ngspice") {
    Random random(7);
    compareWithNgspice(randomNetwork(random, 1000, 3000), 1e-7);
}

TEST_CASE("operating points of textbook circuits follow their closed forms") {
    SECTION("divider") {
        const auto v = solve("t\nV1 1 0 5\nR1 1 2 1k\nR2 2 0 1meg\n").values;
        CHECK(v.at("v(2)") == Approx(5 / 1.001).epsilon(1e-14));
        CHECK(v.at("i(v1)") == Approx(-5 / 1.001e6).epsilon(1e-12));
    }
    SECTION("R-2R ladder") {
        std::string cards = "t\nV1 1 0 16\n";
        for (int i = 1; i < 9; ++i)
            cards += "Ra" + std::to_string(i) + " " + std::to_string(i) + " " + std::to_string(i + 1) +
                     " 1k\nRb" + std::to_string(i) + " " + std::to_string(i + 1) + " 0 2k\n";
        const auto v = solve(cards + "Rend 9 0 2k\n").values;
        for (int i = 1; i < 9; ++i)
            CHECK(v.at("v(" + std::to_string(i + 1) + ")") ==
                  Approx(v.at("v(" + std::to_string(i) + ")") / 2).epsilon(1e-12));
    }
    SECTION("cube of equal resistors: 5/6 from corner to corner") {
        std::string cards = "t\nI1 0 n7 1\n";
        for (int a = 0; a < 8; ++a)
            for (int bit = 1; bit < 8; bit *= 2)
                if ((a & bit) == 0)
                    cards += "R" + std::to_string(a) + "_" + std::to_string(bit) + " " +
                             (a == 0 ? "0" : "n" + std::to_string(a)) + " n" + std::to_string(a | bit) +
                             " 1\n";
        CHECK(solve(cards).values.at("v(n7)") == Approx(5.0 / 6).epsilon(1e-13));
    }
    SECTION("a source in series with a source, nothing else") {
        const auto v = solve("t\nV1 a 0 3\nV2 b a 4\n").values;
        CHECK(v.at("v(b)") == Approx(7).epsilon(1e-14));
        CHECK(v.at("i(v2)") == 0.0);
    }
    SECTION("a resistance of 0 is a true short") {
        const auto v = solve("t\nV1 a 0 3\nR1 a b 0\nR2 b 0 1k\nR3 b c 0\nR4 c b 0\n").values;
        CHECK(v.at("v(b)") == Approx(3).epsilon(1e-14));
        CHECK(v.at("i(r1)") == Approx(0.003).epsilon(1e-13));
        CHECK(std::fabs(v.at("i(r3)")) < 1e-15);
    }
    SECTION("a floating island keeps its differences") {
        const auto v = solve("t\nV1 1 0 1\nR1 1 0 1\nV2 a b 6\nR2 a c 1k\nR3 c b 2k\n").values;
        CHECK(v.at("v(c)") - v.at("v(b)") == Approx(4).epsilon(1e-13));
    }
}

TEST_CASE("what has no operating point names the elements") {
    const auto fault = [](const std::string& cards) {
        const Result<Netlist> netlist = parseNetlist(cards, "n.cir");
        REQUIRE(netlist);
        Simulation simulation(*netlist);
        const auto found = simulation.operatingPoint();
        REQUIRE(found);
        return describe(*found, *netlist);
    };
    CHECK(fault("t\nV1 1 0 5\nV2 1 0 5\nR1 1 0 1\n") ==
          "ideal voltage sources in a loop, the current has no limit: v2, v1");
    CHECK(fault("t\nV1 1 0 5\nR1 1 2 1\nL1 1 3 1m\nR3 3 0 0\n") ==
          "ideal voltage sources in a loop, the current has no limit: v1, r3, l1");
    CHECK(fault("t\nR9 1 0 1\nI1 0 2 1\nR1 2 3 5\nC1 3 0 1u\n") ==
          "current that is forced into a part of the circuit cannot leave it: i1");
}

TEST_CASE("vonk-lab circuit prints one object, or mistakes and status 2") {
    const std::string path = test::scratchPath("command.cir");
    test::writeFile(path, "t\nV1 IN 0 DC 5\nR1 in Out 1k\nR2 out 0 1k\n.op\n.end\n");
    test::Ran ran = test::run(test::labPath() + " circuit --json '" + path + "'");
    CHECK(ran.status == 0);
    CHECK(ran.out == "{\"op\":{\"v(in)\":5.0,\"v(out)\":2.5,\"i(v1)\":-0.0025}}\n");
    CHECK(ran.err.empty());
    ran = test::run(test::labPath() + " circuit '" + path + "'");
    CHECK(ran.status == 0);
    CHECK(ran.out.find("v(out)") != std::string::npos);
    test::writeFile(path, "t\nR1 1 0 -5\nQ1 1 2 3\n");
    ran = test::run(test::labPath() + " circuit --json '" + path + "'");
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.starts_with(path + ":2: r1: "));
    CHECK(ran.err.find(path + ":3: q1: ") != std::string::npos);
    test::writeFile(path, "t\nV1 1 0 5\nV2 1 0 4\n.op\n");
    ran = test::run(test::labPath() + " circuit '" + path + "'");
    CHECK(ran.status == 2);
    CHECK(ran.err == path + ":3: v2: ideal voltage sources in a loop, the current has no limit: v2, v1\n");
    std::remove(path.c_str());
    ran = test::run(test::labPath() + " circuit '" + path + "'");
    CHECK(ran.status == 2);
    CHECK(ran.err == path + ": there is no such file\n");
}
