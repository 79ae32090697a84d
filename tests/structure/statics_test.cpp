#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/structure/structure.h"
#include "examples.h"
#include "oracle.h"

using namespace vonk;
using vonk::structure::Structure;

namespace {

struct Difference {
    double worst = 0.0;  // of the largest force
    double median = 0.0;
    double deflection = 0.0;  // m
    double largest_deflection = 0.0;
};

Difference difference(const Structure& structure, const oracle::Answer& truth) {
    Difference d;
    double largest = 0.0;
    for (const double force : truth.axial) largest = std::max(largest, std::fabs(force));
    std::vector<double> errors;
    for (std::size_t m = 0; m < truth.axial.size(); ++m) {
        errors.push_back(std::fabs(structure.axialForces()[m] - truth.axial[m]) / largest);
    }
    std::sort(errors.begin(), errors.end());
    d.worst = errors.back();
    d.median = errors[errors.size() / 2];
    for (std::size_t j = 0; j < truth.displacement.size(); ++j) {
        const Vec2 moved = structure.positions()[j] - structure.def().joints[j].position;
        d.deflection = std::max(d.deflection, distance(moved, truth.displacement[j]));
        d.largest_deflection = std::max(d.largest_deflection, length(truth.displacement[j]));
    }
    return d;
}

std::vector<Vec2> displacements(const Structure& structure) {
    std::vector<Vec2> moved;
    for (std::size_t j = 0; j < structure.positions().size(); ++j) {
        moved.push_back(structure.positions()[j] - structure.def().joints[j].position);
    }
    return moved;
}

void checkAgainstTruth(const Structure& structure, const oracle::Answer& truth) {
    const Difference d = difference(structure, truth);
    CHECK(d.worst <= 1e-6);
    CHECK(d.median <= 1e-6);
    CHECK(d.deflection <= std::max(1e-6, 1e-5 * d.largest_deflection));
    for (std::size_t j = 0; j < truth.reaction.size(); ++j) {
        const Vec2 reaction = structure.reaction(static_cast<int>(j));
        CHECK(distance(reaction, truth.reaction[j]) <= 1e-5 * (1.0 + length(truth.reaction[j])) + 1e-2);
    }
}

}  // namespace

TEST_CASE("at rest every member carries what exact direct stiffness says") {
    for (const examples::Example& example : examples::all()) {
        INFO(example.name << ", " << example.def.members.size() << " members");
        for (const double load : {0.0, 20e3}) {
            Structure structure(example.def);
            std::vector<Vec2> loads(example.def.joints.size());
            const int loaded = example.road[example.road.size() / 2];
            loads[static_cast<std::size_t>(loaded)] = {0.2 * load, -load};
            structure.setJointLoad(loaded, loads[static_cast<std::size_t>(loaded)]);
            const structure::Rest rest = structure.settle();
            REQUIRE(rest.found);
            const oracle::Answer truth = oracle::solve(example.def, loads, {}, displacements(structure));
            REQUIRE(truth.found);
            checkAgainstTruth(structure, truth);
        }
    }
}

TEST_CASE("random structures agree with the truth") {
    Random random(7);
    int compared = 0;
    for (int i = 0; i < 200; ++i) {
        const examples::Example example = examples::random(random);
        INFO(i << " " << example.name);
        Structure structure(example.def);
        std::vector<Vec2> loads(example.def.joints.size());
        for (const int joint : example.road) {
            const Vec2 force{random.between(-1e3, 1e3), random.between(-2e4, 0.0)};
            loads[static_cast<std::size_t>(joint)] = force;
            structure.setJointLoad(joint, force);
        }
        const structure::Rest rest = structure.settle();
        const oracle::Answer truth = oracle::solve(example.def, loads, {}, displacements(structure));
        REQUIRE(rest.found);
        REQUIRE(truth.found);
        if (!truth.from_start) ++compared;
        checkAgainstTruth(structure, truth);
    }
    CHECK(compared >= 190);
}

TEST_CASE("a light load on very stiff members keeps its digits") {
    examples::Example bridge = examples::warren(6, 60.0, 4.0, false);
    bridge.def.gravity = 0.0;
    for (std::size_t m = 0; m < bridge.def.members.size(); ++m) {
        bridge.def.members[m].young = m % 2 == 0 ? 1e9 : 1e15;
        bridge.def.members[m].area = 0.1;
    }
    const auto axial = [&](double load) {
        Structure structure(bridge.def);
        structure.setJointLoad(bridge.road[2], {0.0, -load});
        REQUIRE(structure.settle().found);
        return std::vector<double>(structure.axialForces().begin(), structure.axialForces().end());
    };
    const std::vector<double> heavy = axial(1e2);
    const std::vector<double> light = axial(1e-3);
    const double greatest = std::fabs(*std::min_element(heavy.begin(), heavy.end()));
    REQUIRE(greatest > 50.0);
    for (std::size_t m = 0; m < heavy.size(); ++m)
        CHECK(1e5 * light[m] == Approx(heavy[m]).margin(1e-4 * greatest));
}
