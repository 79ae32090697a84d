// Parts of a bridge that turn on a hinge: leaves of drawbridges, arms that hang.
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/structure/structure.h"
#include "oracle.h"

using namespace vonk;
using structure::MemberDef;
using structure::MemberKind;
using structure::Structure;
using structure::StructureDef;

namespace {

MemberDef bar(int from, int to, MemberKind kind = MemberKind::Bar) {
    return {from, to, kind, 210e9, 0.004, 1e-5, 1e-4, 7850.0, 235e6};
}
MemberDef rope(int from, int to) {
    return {from, to, MemberKind::Cable, 160e9, 0.0008, 0.0, 0.0, 7850.0, 600e6};
}

// A stiff leaf of 6 m on a hinge at the origin, and a tower beside it: joints 0 hinge, 1 middle, 2 tip, 3
// below, 4 the top of the tower.
StructureDef leaf() {
    StructureDef def;
    def.joints = {{{0.0, 0.0}, true, true},
                  {{3.0, 0.0}, false, false},
                  {{6.0, 0.0}, false, false},
                  {{3.0, -1.0}, false, false},
                  {{0.0, 6.0}, true, true}};
    def.members = {bar(0, 1, MemberKind::Deck), bar(1, 2, MemberKind::Deck), bar(0, 3), bar(3, 2), bar(1, 3)};
    return def;
}

double angleOf(const Structure& structure) {
    const Vec2 tip = structure.positions()[2];
    return std::atan2(tip.y, tip.x);
}

void checkExact(const Structure& structure) {
    std::vector<Vec2> start;
    for (std::size_t j = 0; j < structure.positions().size(); ++j)
        start.push_back(structure.positions()[j] - structure.def().joints[j].position);
    const oracle::Answer truth = oracle::solveFrom(structure.def(), {}, {}, start);
    REQUIRE(truth.found);
    double largest = 0.0;
    for (const double force : truth.axial) largest = std::max(largest, std::fabs(force));
    for (std::size_t m = 0; m < truth.axial.size(); ++m)
        CHECK(std::fabs(structure.axialForces()[m] - truth.axial[m]) < 1e-5 * largest);
}

}  // namespace

TEST_CASE("a leaf on a hinge with a straight cable holds") {
    StructureDef def = leaf();
    def.members.push_back(rope(4, 2));
    Structure structure(def);
    REQUIRE(structure.settle().found);
    CHECK(std::fabs(angleOf(structure)) < 0.01);
    checkExact(structure);
}

TEST_CASE("a leaf on a hinge without a cable is a mechanism") {
    Structure structure(leaf());
    const structure::Rest rest = structure.settle();
    CHECK_FALSE(rest.found);
    CHECK(rest.movable == std::vector<int>{1, 2, 3});
}

TEST_CASE("a leaf turns on its hinge until a slack chain is taut, and rests there") {
    // The chain's knot lies aside, so it is longer than the straight way by far.
    for (const double aside : {0.5, 1.5, 2.5}) {
        INFO("knot " << aside << " m aside");
        StructureDef def = leaf();
        def.joints.push_back({{3.0 + aside, 3.0 + aside}, false, false});
        def.members.push_back(rope(4, 5));
        def.members.push_back(rope(5, 2));
        Structure structure(def);
        REQUIRE(structure.settle().found);
        const double chain = structure.restLength(5) + structure.restLength(6);
        const Vec2 tip = structure.positions()[2];
        CHECK(distance(tip, {0.0, 6.0}) == Approx(chain).epsilon(0.01));
        CHECK(length(tip) == Approx(6.0).epsilon(1e-3));
        if (aside >= 1.5) CHECK(angleOf(structure) < -0.2);
        checkExact(structure);
        // It stays there, and swings about that place when it is pushed.
        structure.setJointLoad(2, {0.0, 200.0});
        for (int i = 0; i < 60; ++i) structure.step(1.0 / 120.0);
        structure.setJointLoad(2, {});
        for (int i = 0; i < 120 * 30; ++i) structure.step(1.0 / 120.0);
        CHECK(distance(structure.positions()[2], tip) < 0.02);
        CHECK(structure.movableNow().empty());
    }
}

TEST_CASE("a frame that leans over is a mechanism though a cable elsewhere is taut") {
    // A square without a diagonal beside a taut cable that has nothing to do with it.
    StructureDef def;
    def.joints = {{{0.0, 0.0}, true, true},   {{3.0, 0.0}, true, true}, {{0.0, 3.0}, false, false},
                  {{3.0, 3.0}, false, false}, {{9.0, 3.0}, true, true}, {{9.0, 0.0}, false, false},
                  {{12.0, 0.0}, true, true}};
    def.members = {bar(0, 2), bar(1, 3), bar(2, 3), rope(4, 5), bar(5, 6)};
    Structure structure(def);
    const structure::Rest rest = structure.settle();
    CHECK_FALSE(rest.found);
}

TEST_CASE("a leaf whose cable goes swings down as far as its hinge lets it") {
    StructureDef def = leaf();
    def.members.push_back(rope(4, 2));
    Structure structure(def);
    REQUIRE(structure.settle().found);
    structure.removeMember(5);
    CHECK_FALSE(structure.movableNow().empty());
    double lowest = 0.0;
    double stretched = 0.0;
    for (int i = 0; i < 120 * 3; ++i) {
        structure.step(1.0 / 120.0);
        REQUIRE(structure.isSound());
        lowest = std::min(lowest, structure.positions()[2].y);
        stretched = std::max(stretched, std::fabs(length(structure.positions()[2]) - 6.0));
    }
    CHECK(lowest < -5.9);  // straight down
    CHECK(stretched < 0.01);
}

TEST_CASE("planks of which only the outer joints hang from ropes: the middle is to blame, not a rope") {
    StructureDef def;
    def.joints = {{{0.0, 0.0}, true, true},    {{2.0, 0.0}, false, false}, {{6.0, 0.0}, false, false},
                  {{10.0, 0.0}, false, false}, {{12.0, 0.0}, false, true}, {{0.0, 4.0}, true, true},
                  {{12.0, 4.0}, true, true}};
    for (int joint = 0; joint < 4; ++joint)
        def.members.push_back(
            {joint, joint + 1, MemberKind::Deck, 9e9, 0.01, 2.083e-6, 8.333e-5, 380.0, 12.5e6});
    def.members.push_back({5, 1, MemberKind::Cable, 0.69e9, 3.14e-4, 0.0, 0.0, 881.7, 11.8e6});
    def.members.push_back({6, 3, MemberKind::Cable, 0.69e9, 3.14e-4, 0.0, 0.0, 881.7, 11.8e6});
    Structure structure(def);
    const structure::Rest rest = structure.settle();
    CHECK_FALSE(rest.found);
    CHECK(rest.movable == std::vector<int>{2});
    // A pole under it, and it stands.
    def.joints.push_back({{6.0, -2.0}, true, true});
    def.members.push_back({7, 2, MemberKind::Bar, 9e9, 0.005625, 2.637e-6, 0.0, 380.0, 6.92e6});
    CHECK(Structure(def).settle().found);
}
