#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/math.h"
#include "engine/structure/structure.h"
#include "examples.h"
#include "oracle.h"

using namespace vonk;
using vonk::structure::MemberKind;
using vonk::structure::MemberLoad;
using vonk::structure::Structure;
using vonk::structure::StructureDef;

namespace {

constexpr double h = 1.0 / 120.0;

// A mass that hangs on two bars, so soft that its period is many steps: EA and the mass of the bars decide.
StructureDef pendulumOfBars() {
    StructureDef def;
    def.joints = {{{-3.0, 4.0}, true, true}, {{3.0, 4.0}, true, true}, {{0.0, 0.0}, false, false}};
    for (const int support : {0, 1})
        def.members.push_back({support, 2, MemberKind::Bar, 4e6, 0.01, 1e-4, 0.0, 2000.0, 1e9});
    return def;
}

}  // namespace

TEST_CASE("at rest nothing moves") {
    for (const examples::Example& example : examples::all()) {
        INFO(example.name);
        Structure structure(example.def);
        REQUIRE(structure.settle().found);
        const std::vector<Vec2> before(structure.positions().begin(), structure.positions().end());
        for (int i = 0; i < 240; ++i) structure.step(h);
        for (std::size_t j = 0; j < before.size(); ++j)
            CHECK(distance(before[j], structure.positions()[j]) < 1e-6);
    }
}

TEST_CASE("a load that comes and stays ends at the exact solution") {
    for (const examples::Example& example :
         {examples::warren(9, 36.0, 4.0, true), examples::cableStayed(5, 4.0, 9.0),
          examples::suspension(10, 40.0, 5.0)}) {
        INFO(example.name);
        Structure structure(example.def);
        REQUIRE(structure.settle().found);
        std::vector<Vec2> loads(example.def.joints.size());
        const int joint = example.road[2];
        loads[static_cast<std::size_t>(joint)] = {0.0, -15e3};
        structure.setJointLoad(joint, loads[static_cast<std::size_t>(joint)]);
        for (int i = 0; i < 120 * 30; ++i) structure.step(h);
        const oracle::Answer truth = oracle::solve(example.def, loads);
        REQUIRE(truth.found);
        double largest = 0.0;
        for (const double force : truth.axial) largest = std::max(largest, std::fabs(force));
        for (std::size_t m = 0; m < truth.axial.size(); ++m) {
            CHECK(std::fabs(structure.axialForces()[m] - truth.axial[m]) < 1e-3 * largest);
        }
    }
}

TEST_CASE("a step load swings as one degree of freedom, and damping is what is stated") {
    // Vertical stiffness 2·(EA/L)·sin² and mass of half the bars give ω; a suddenly applied force overshoots
    // by 1 + exp(−πζ/√(1−ζ²)) with ζ = 5 % of the material and ω·h/2 of backward Euler (Hairer & Wanner,
    // Solving ODEs II).
    StructureDef def = pendulumOfBars();
    def.gravity = 0.0;
    Structure structure(def);
    REQUIRE(structure.settle().found);
    const double stiffness = 2.0 * (4e6 * 0.01 / 5.0) * 0.8 * 0.8;
    const double mass = 2.0 * 0.5 * 2000.0 * 0.01 * 5.0;
    const double omega = std::sqrt(stiffness / mass);
    const double force = 1e-3 * stiffness;  // 1 mm at rest
    structure.setJointLoad(2, {0.0, -force});
    double lowest = 0.0;
    double crossing = 0.0;
    double last = 0.0;
    for (int i = 1; i <= 120 * 12; ++i) {
        structure.step(h);
        const double y = structure.positions()[2].y;
        if (y < lowest) lowest = y;
        if (crossing == 0.0 && last < -1e-3 && y >= -1e-3) crossing = i * h;
        last = y;
    }
    const double zeta = 0.05 + 0.5 * omega * h;
    CHECK(-lowest ==
          Approx(1e-3 * (1.0 + std::exp(-pi * zeta / std::sqrt(1.0 - zeta * zeta)))).epsilon(0.02));
    // Three quarters of a period to pass the place of rest upwards.
    CHECK(crossing == Approx(0.75 * 2.0 * pi / omega).epsilon(0.05));
    CHECK(structure.positions()[2].y == Approx(-1e-3).epsilon(0.01));
}

TEST_CASE("free swinging dies away exactly as backward Euler damps") {
    for (const double ratio : {0.0, 0.02, 0.1}) {
        for (const double step : {1.0 / 120.0, 1.0 / 240.0}) {
            StructureDef def = pendulumOfBars();
            def.gravity = 0.0;
            def.damping_ratio = ratio;
            Structure structure(def);
            REQUIRE(structure.settle().found);
            const double stiffness = 2.0 * (4e6 * 0.01 / 5.0) * 0.8 * 0.8;
            const double omega = std::sqrt(stiffness / (2.0 * 0.5 * 2000.0 * 0.01 * 5.0));
            structure.setJointLoad(2, {0.0, -1e-5 * stiffness});
            for (int i = 0; i < 40; ++i) structure.step(step);
            structure.setJointLoad(2, {});
            // y(n+1)·D = 2(1 + ζωh)·y(n) − y(n−1), D = 1 + 2ζωh + ω²h²: from two places follows every later
            // one.
            std::vector<double> y;
            for (int i = 0; i < 200; ++i) {
                structure.step(step);
                y.push_back(structure.positions()[2].y);
            }
            const double d = 1.0 + 2.0 * ratio * omega * step + omega * omega * step * step;
            double greatest = 0.0, worst = 0.0;
            for (std::size_t n = 1; n + 1 < y.size(); ++n) {
                greatest = std::max(greatest, std::fabs(y[n]));
                const double next = (2.0 * (1.0 + ratio * omega * step) * y[n] - y[n - 1]) / d;
                worst = std::max(worst, std::fabs(y[n + 1] - next));
            }
            CHECK(greatest > 1e-6);
            CHECK(worst < 1e-3 * greatest);
            // The same as a damping: amplitudes at the tops of two swings.
            const double sigma = std::log(d) / (2.0 * step);
            const double phi = std::acos((1.0 + ratio * omega * step) / std::sqrt(d)) / step;
            const double zeta = sigma / std::hypot(sigma, phi);
            CHECK(zeta == Approx(ratio + 0.5 * omega * step).epsilon(0.1));
        }
    }
}

TEST_CASE("one load in the middle of a deck bends it by P·L/4 besides its weight") {
    StructureDef def;
    def.joints = {{{0.0, 0.0}, true, true}, {{5.0, 0.0}, false, true}};
    def.members = {{0, 1, MemberKind::Deck, 11e9, 0.04, 1.3e-4, 1.3e-3, 420.0, 24e6}};
    const double own = 420.0 * 0.04 * 9.81 * 25.0 / 8.0;
    for (const bool reversed : {false, true}) {
        if (reversed) std::swap(def.members[0].from, def.members[0].to);
        Structure structure(def);
        const std::vector<MemberLoad> middle = {{0, 0.5, {0.0, -8000.0}, 0.0}};
        structure.setMemberLoads(middle);
        REQUIRE(structure.settle().found);
        CHECK(structure.strengthNow(0).moment == Approx(8000.0 * 5.0 / 4.0 + own).epsilon(0.001));
        CHECK(structure.strengthNow(0).governs == structure::Governs::Bending);
        CHECK(structure.strengthNow(0).use ==
              Approx((8000.0 * 5.0 / 4.0 + own) / 1.3e-3 / 24e6).epsilon(0.001));
        // P·L³/48EI and 5wL⁴/384EI.
        const double ei = 11e9 * 1.3e-4;
        const double sag = 8000.0 * 125.0 / (48.0 * ei) + 5.0 * 420.0 * 0.04 * 9.81 * 625.0 / (384.0 * ei);
        CHECK(structure.sag(0) == Approx(sag).epsilon(0.001));
        // P·a·b/L off the middle, lever rule at the supports.
        const std::vector<MemberLoad> side = {{0, reversed ? 0.8 : 0.2, {0.0, -8000.0}, 0.0}};
        structure.setMemberLoads(side);
        REQUIRE(structure.settle().found);
        CHECK(structure.strengthNow(0).moment > 8000.0 * 1.0 * 4.0 / 5.0);
        CHECK(structure.strengthNow(0).moment < 8000.0 * 1.0 * 4.0 / 5.0 + own);
        CHECK(structure.reaction(0).y == Approx(0.8 * 8000.0 + 0.5 * 420.0 * 0.04 * 5.0 * 9.81));
    }
}

TEST_CASE("two wheels on one deck add up; the worst place is P/2L·(L − a/2)² as tables say") {
    // AISC Steel Construction Manual, beam diagrams: two equal moving loads at distance a < 0.586 L.
    const double length = 6.0, apart = 2.0, load = 10e3;
    double worst = 0.0;
    for (int i = 0; i <= 4000; ++i) {
        const double first = (length - apart) * i / 4000.0;
        const std::vector<structure::PointLoad> loads = {{first / length, load},
                                                         {(first + apart) / length, load}};
        worst = std::max(worst, structure::greatestMoment({length, 1e6, 0.0, 0.0}, loads));
    }
    CHECK(worst ==
          Approx(load / (2.0 * length) * (length - 0.5 * apart) * (length - 0.5 * apart)).epsilon(1e-6));
}

TEST_CASE("the moment under its weight and loads is the true maximum") {
    const std::vector<structure::PointLoad> loads = {{0.7, 900.0}, {0.1, 300.0}, {0.0, 5000.0}};
    const double length = 4.0, weight = 700.0;
    double greatest = 0.0;
    for (int i = 0; i <= 100000; ++i) {
        const double x = length * i / 100000.0;
        double moment = 0.5 * weight * x * (length - x);
        for (const auto& p : loads) {
            const double a = p.position * length;
            moment += p.across * (x < a ? x * (length - a) : a * (length - x)) / length;
        }
        greatest = std::max(greatest, moment);
    }
    CHECK(structure::greatestMoment({length, 1e6, 0.0, weight}, loads) == Approx(greatest).epsilon(1e-8));
    CHECK(structure::greatestMoment({length, 1e6, 0.0, weight}, {}) == Approx(weight * length * length / 8.0));
}

TEST_CASE("what bears how much: yield, Euler, bending, slack") {
    structure::MemberDef bar{0, 1, MemberKind::Bar, 210e9, 1e-3, 1e-7, 1e-5, 7850.0, 235e6};
    const double euler = pi * pi * 210e9 * 1e-7 / 9.0;
    CHECK(structure::strength(bar, 3.0, 1000.0, 0.0, 0.0).capacity == Approx(235e3));
    CHECK(structure::strength(bar, 3.0, -1000.0, 0.0, 0.0).capacity == Approx(euler));
    CHECK(structure::strength(bar, 3.0, -euler, 0.0, 0.0).use == Approx(1.0));
    CHECK(structure::strength(bar, 3.0, -1000.0, 0.0, 0.0).governs == structure::Governs::Buckling);
    CHECK(structure::strength(bar, 0.3, -1000.0, 0.0, 0.0).governs == structure::Governs::Yield);
    // A bar is not bent by what the joints do; a deck is.
    CHECK(structure::strength(bar, 3.0, 1000.0, 500.0, 0.0).governs == structure::Governs::Yield);
    bar.kind = MemberKind::Deck;
    CHECK(structure::strength(bar, 3.0, 1000.0, 500.0, 0.0).use ==
          Approx((500.0 / 1e-5 + 1000.0 / 1e-3) / 235e6));
    bar.kind = MemberKind::Cable;
    CHECK(structure::strength(bar, 3.0, 0.0, 0.0, 0.0).governs == structure::Governs::Slack);
    CHECK(structure::strength(bar, 3.0, 0.0, 0.0, 0.0).use == 0.0);
}

TEST_CASE("without a member the rest settles to the exact damaged solution") {
    for (const examples::Example& example :
         {examples::pratt(8, 32.0, 4.0, false, examples::Diagonals::Crossed),
          examples::warren(9, 36.0, 4.0, true), examples::bowstring(8, 24.0, 5.0)}) {
        INFO(example.name);
        int checked = 0;
        for (int removed = 0; removed < static_cast<int>(example.def.members.size()); removed += 3) {
            Structure structure(example.def);
            REQUIRE(structure.settle().found);
            structure.removeMember(removed);
            if (structure.isMechanismNow()) continue;
            const oracle::Answer truth = oracle::solve(example.def, {}, {removed});
            double furthest = 0.0;
            for (const Vec2 moved : truth.displacement) furthest = std::max(furthest, length(moved));
            // What then hangs between its pins like a rope swings for minutes.
            if (!truth.found || furthest > 0.05) continue;
            for (int i = 0; i < 120 * 12; ++i) structure.step(h);
            double largest = 0.0;
            for (const double force : truth.axial) largest = std::max(largest, std::fabs(force));
            for (std::size_t m = 0; m < truth.axial.size(); ++m) {
                CHECK(std::fabs(structure.axialForces()[m] - truth.axial[m]) < 0.002 * largest);
            }
            ++checked;
        }
        CHECK(checked >= 3);
    }
}

TEST_CASE("a structure that is not redundant is a mechanism without any of its members") {
    const examples::Example example = examples::warren(5, 20.0, 3.5, false);
    for (int removed = 0; removed < static_cast<int>(example.def.members.size()); ++removed) {
        Structure structure(example.def);
        REQUIRE(structure.settle().found);
        structure.removeMember(removed);
        CHECK(structure.isMechanismNow());
    }
}

TEST_CASE("a light mass that falls into a stiff cable is caught, not thrown back") {
    // A knot of 1 kg on two cables of 20 MN/m, lifted by a force that lets go: both go taut within one step.
    for (const double lifted : {0.05, 0.15, 0.3}) {
        INFO("lifted by " << lifted << " m");
        StructureDef def;
        def.joints = {{{-2.0, 2.0}, true, true}, {{2.0, 2.0}, true, true}, {{0.0, 0.0}, false, false}};
        for (const int support : {0, 1})
            def.members.push_back({support, 2, MemberKind::Cable, 160e9, 3.5e-4, 0.0, 0.0, 1000.0, 1e12});
        Structure structure(def);
        REQUIRE(structure.settle().found);
        const double rest = structure.positions()[2].y;
        structure.setJointLoad(2, {0.0, 60.0});
        while (structure.positions()[2].y < rest + lifted) structure.step(h);
        structure.setJointLoad(2, {});
        double top = 0.0, lowest = 0.0, greatest_drop = 0.0;
        bool caught = false;
        for (int i = 0; i < 600; ++i) {
            structure.step(h);
            const double y = structure.positions()[2].y - rest;
            top = caught ? top : std::max(top, y);
            lowest = std::min(lowest, y);
            caught = caught || structure.axialForces()[0] > 0.0;
            if (caught) greatest_drop = std::max(greatest_drop, y);
        }
        CHECK(caught);
        CHECK(lowest > -0.002);
        CHECK(greatest_drop < 0.05 * top + 0.005);  // backward Euler swallows the jerk
    }
}

TEST_CASE("the filter follows a force in 50 ms") {
    StructureDef def = pendulumOfBars();
    def.gravity = 0.0;
    def.members[0].young = def.members[1].young = 210e9;
    Structure structure(def);
    REQUIRE(structure.settle().found);
    structure.setJointLoad(2, {0.0, -1000.0});
    REQUIRE(structure.settle().found);
    const double full = structure.strengthNow(0).axial;
    structure.setJointLoad(2, {0.0, 0.0});
    for (int i = 0; i < 6; ++i) structure.step(h);
    CHECK(structure.filteredStrength(0).axial == Approx(full * std::exp(-1.0)).epsilon(0.1));
}

TEST_CASE("the same steps give the same bits, a copy goes on as its original") {
    const examples::Example example =
        examples::pratt(8, 32.0, 4.0, false, examples::Diagonals::CrossedCables);
    const auto play = [&](Structure& structure, int from, int to) {
        for (int i = from; i < to; ++i) {
            const std::vector<MemberLoad> wheel = {{i / 30 % 8, (i % 30) / 30.0, {0.0, -2e4}, 300.0}};
            structure.setMemberLoads(wheel);
            structure.step(h);
        }
        Hash hash;
        structure.addTo(hash);
        return hash.value();
    };
    Structure a(example.def), b(example.def);
    REQUIRE(a.settle().found);
    REQUIRE(b.settle().found);
    CHECK(play(a, 0, 240) == play(b, 0, 240));
    Structure copy(a);
    CHECK(play(a, 240, 480) == play(copy, 240, 480));
}

TEST_CASE("a definition that makes no sense is refused") {
    StructureDef def = pendulumOfBars();
    def.members[0].to = 7;
    CHECK_THROWS_AS(Structure(def), std::invalid_argument);
    def = pendulumOfBars();
    def.members[0].area = 0.0;
    CHECK_THROWS_AS(Structure(def), std::invalid_argument);
    def = pendulumOfBars();
    def.joints[2].position.x = std::nan("");
    CHECK_THROWS_AS(Structure(def), std::invalid_argument);
    def = pendulumOfBars();
    def.joints[2].position = def.joints[0].position;
    CHECK_THROWS_AS(Structure(def), std::invalid_argument);
    CHECK(Structure(StructureDef{}).settle().found);
}
