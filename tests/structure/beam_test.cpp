// Deck members as beam-columns, against tables and against the deflection itself.
#include "engine/structure/beam.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "engine/core/math.h"
#include "engine/core/random.h"
#include "engine/structure/structure.h"

using namespace vonk;
using structure::Beam;
using structure::PointLoad;

namespace {

// Moments by the definition: EI·y'' = −M with M = M₀ − N·y and y = 0 at both ends, by central differences (a
// tridiagonal system), at the nodes; errors of order 1/n².
struct Shape {
    std::vector<double> deflection, moment;
};
Shape shapeOf(const Beam& beam, const std::vector<PointLoad>& loads, int n) {
    const double step = beam.length / n;
    const auto count = static_cast<std::size_t>(n) + 1;
    Shape shape{std::vector<double>(count), std::vector<double>(count)};
    std::vector<double> first(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double x = static_cast<double>(i) * step;
        first[i] = 0.5 * beam.weight * x * (beam.length - x);
        for (const PointLoad& load : loads) {
            const double a = load.position * beam.length;
            first[i] += load.across * std::min(x, a) * (beam.length - std::max(x, a)) / beam.length;
        }
    }
    // −y(i−1) + (2 + N·step²/EI)·y(i) − y(i+1) = M₀·step²/EI.
    const double middle = 2.0 + beam.axial * step * step / beam.stiffness;
    std::vector<double> factor(count), right(count);
    for (std::size_t i = 1; i + 1 < count; ++i) {
        const double pivot = middle - factor[i - 1];
        factor[i] = 1.0 / pivot;
        right[i] = (first[i] * step * step / beam.stiffness + right[i - 1]) / pivot;
    }
    for (std::size_t i = count - 2; i > 0; --i)
        shape.deflection[i] = right[i] + factor[i] * shape.deflection[i + 1];
    for (std::size_t i = 0; i < count; ++i) shape.moment[i] = first[i] - beam.axial * shape.deflection[i];
    return shape;
}

}  // namespace

TEST_CASE("thrust bends a loaded deck further as tables say, and a pull straightens it") {
    // Timoshenko & Gere, Theory of Elastic Stability, 1.4 and 1.5, u = kL/2: in the middle P·L/4·tan u/u, and
    // w·L²/8·2(sec u − 1)/u²; under a pull the hyperbolic ones.
    const double length = 6.0, stiffness = 6e6;
    for (const double share : {0.01, 0.1, 0.3, 0.8}) {
        INFO(share << " of Euler's load");
        const double force = share * pi * pi * stiffness / (length * length);
        const double u = 0.5 * length * std::sqrt(force / stiffness);
        const std::vector<PointLoad> load = {{0.5, 2000.0}};
        const Beam thrust{length, stiffness, -force, 0.0}, pull{length, stiffness, force, 0.0};
        CHECK(structure::greatestMoment(thrust, load) == Approx(3000.0 * std::tan(u) / u).epsilon(1e-9));
        CHECK(structure::greatestMoment(pull, load) == Approx(3000.0 * std::tanh(u) / u).epsilon(1e-9));
        CHECK(
            structure::middleDeflection(thrust, load) ==
            Approx(2000.0 * std::pow(length, 3) / (48.0 * stiffness) * 3.0 * (std::tan(u) - u) / (u * u * u))
                .epsilon(1e-7));
        const double own = 770.0 * length * length / 8.0;
        const Beam heavy_thrust{length, stiffness, -force, 770.0},
            heavy_pull{length, stiffness, force, 770.0};
        CHECK(structure::greatestMoment(heavy_thrust, {}) ==
              Approx(own * 2.0 * (1.0 / std::cos(u) - 1.0) / (u * u)).epsilon(1e-8));
        CHECK(structure::greatestMoment(heavy_pull, {}) ==
              Approx(own * 2.0 * (1.0 - 1.0 / std::cosh(u)) / (u * u)).epsilon(1e-8));
    }
}

TEST_CASE("moments and deflection of any beam-column satisfy the equation of its deflection") {
    Random random(7);
    for (int i = 0; i < 60; ++i) {
        Beam beam{random.between(0.5, 20.0), random.between(1e4, 1e8), 0.0, random.between(0.0, 5e3)};
        const double euler = structure::eulerLoad(beam.stiffness, beam.length);
        // Slack by thousandths, near Euler's load, and taut as a rope.
        beam.axial = euler * (i % 3 == 0 ? random.between(-1e-3, 1e-3)
                                         : random.between(-0.95, i % 3 == 1 ? 1.0 : 40.0));
        std::vector<PointLoad> loads;
        for (std::uint32_t k = random.below(4); k > 0; --k)
            loads.push_back({0.0025 * random.below(401), random.between(-2e4, 3e4)});
        const Shape truth = shapeOf(beam, loads, 4000);
        double greatest = 0.0, furthest = 0.0;
        for (std::size_t n = 0; n < truth.moment.size(); ++n) {
            greatest = std::max(greatest, std::fabs(truth.moment[n]));
            furthest = std::max(furthest, std::fabs(truth.deflection[n]));
        }
        INFO(i << ": " << loads.size() << " loads, N/Euler " << beam.axial / euler);
        for (std::size_t n = 0; n < truth.moment.size(); n += 160) {
            const double x = beam.length * static_cast<double>(n) / 4000.0;
            CHECK(structure::momentAt(beam, x, loads) == Approx(truth.moment[n]).margin(2e-4 * greatest));
        }
        CHECK(std::fabs(structure::greatestMoment(beam, loads)) == Approx(greatest).epsilon(2e-4));
        CHECK(structure::middleDeflection(beam, loads) ==
              Approx(truth.deflection[2000]).margin(2e-4 * furthest));
    }
}

TEST_CASE(
    "a deck between thrust and pull bears what its beam-column does, and stays finite beyond Euler's load") {
    structure::StructureDef def;
    def.joints = {{{0.0, 0.0}, true, true}, {{6.0, 0.0}, false, true}};
    def.members = {{0, 1, structure::MemberKind::Deck, 200e9, 1e-2, 3e-5, 3e-4, 7850.0, 1e9}};
    for (const double axial : {-1.64e6, -5e5, -1e3, 1e3, 5e5, 5e6, -5e6}) {
        INFO(axial << " N");
        structure::Structure bridge(def);
        bridge.setJointLoad(1, {axial, 0.0});
        REQUIRE(bridge.settle().found);
        const structure::MemberStrength now = bridge.strengthNow(0);
        const Beam beam{6.0, 6e6, axial, 7850.0 * 1e-2 * 9.81};
        CHECK(now.moment == Approx(structure::greatestMoment(beam, {})).epsilon(1e-6));
        CHECK(bridge.momentAt(0, 0.5) == Approx(now.moment));
        CHECK(bridge.sag(0) == Approx(structure::middleDeflection(beam, {})).epsilon(1e-6));
        CHECK(std::isfinite(now.use));
        if (axial < -1.645e6) CHECK(now.use > 1.0);
        const double bending = (now.moment / 3e-4 + std::fabs(axial) / 1e-2) / 1e9;
        const double buckling = std::max(0.0, -axial) / structure::eulerLoad(6e6, 6.0);
        CHECK(now.use == Approx(std::max(bending, buckling)).epsilon(1e-6));
        // The filtered values go on from there, and a step changes nothing at rest.
        bridge.step(1.0 / 120.0);
        CHECK(bridge.filteredStrength(0).moment == Approx(now.moment).epsilon(1e-4));
    }
}
