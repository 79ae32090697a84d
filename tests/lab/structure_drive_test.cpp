// What rolls over a bridge slowly loads it as if it stood still at each place.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/structure/structure.h"
#include "examples.h"
#include "oracle.h"
#include "tools/lab/structure_answer.h"

using namespace vonk;
using namespace vonk::lab;

namespace {

using Axles = std::vector<rigid::AxleDef>;
const Axles truck = {{0.0, 2500.0}, {3.0, 2500.0}};
const Axles cart = {{0.0, 5000.0}};
const Axles lorry = {{0.0, 1500.0}, {2.0, 3000.0}, {3.2, 3000.0}, {7.0, 2000.0}, {8.2, 2000.0}};

StructureFile asFile(const examples::Example& example, const Axles& axles, double speed) {
    StructureFile file;
    file.def = example.def;
    for (std::size_t i = 0; i < example.def.joints.size(); ++i) file.joint_ids.push_back(std::to_string(i));
    for (std::size_t i = 0; i < example.def.members.size(); ++i) file.member_ids.push_back(std::to_string(i));
    file.road = example.road;
    file.drive = Drive{axles, speed, false};
    return file;
}

// Loads on the deck with the first axle at x, by the lever rule at the present places of the joints.
std::vector<structure::MemberLoad> standing(const structure::Structure& structure, const Axles& axles,
                                            double x) {
    std::vector<structure::MemberLoad> loads;
    for (const rigid::AxleDef& axle : axles) {
        const double place = x - axle.behind;
        for (std::size_t m = 0; m < structure.def().members.size(); ++m) {
            const structure::MemberDef& row = structure.def().members[m];
            if (row.kind != structure::MemberKind::Deck) continue;
            const double from = structure.positions()[static_cast<std::size_t>(row.from)].x;
            const double to = structure.positions()[static_cast<std::size_t>(row.to)].x;
            if (place < std::min(from, to) || place >= std::max(from, to)) continue;
            loads.push_back(
                {static_cast<int>(m), (place - from) / (to - from), {0.0, -9.81 * axle.load}, 0.0});
        }
    }
    return loads;
}

struct Peaks {
    std::vector<MemberPeaks> members;
    double largest = 0.0;
};

Peaks staticPeaks(const examples::Example& example, const Axles& axles) {
    structure::Structure structure(example.def);
    REQUIRE(structure.settle().found);
    Peaks peaks;
    for (const double force : structure.axialForces()) peaks.members.push_back({force, force});
    const double left = example.def.joints[static_cast<std::size_t>(example.road.front())].position.x;
    const double right = example.def.joints[static_cast<std::size_t>(example.road.back())].position.x;
    std::vector<double> places;
    for (int i = 0; i <= 300; ++i) places.push_back(left + (right + axles.back().behind - left) * i / 300.0);
    // Peaks lie where an axle is at a joint, and just before it for the last one.
    for (const int joint : example.road) {
        for (const rigid::AxleDef& axle : axles) {
            const double place = structure.positions()[static_cast<std::size_t>(joint)].x + axle.behind;
            places.insert(places.end(), {place - 1e-6, place + 1e-6});
        }
    }
    for (const double x : places) {
        structure.setMemberLoads(standing(structure, axles, x));
        REQUIRE(structure.settle().found);
        for (std::size_t m = 0; m < peaks.members.size(); ++m) {
            MemberPeaks& range = peaks.members[m];
            range.least = std::min(range.least, structure.axialForces()[m]);
            range.greatest = std::max(range.greatest, structure.axialForces()[m]);
            peaks.largest = std::max({peaks.largest, std::fabs(range.least), std::fabs(range.greatest)});
        }
    }
    return peaks;
}

// Greatest difference of a peak, as a share of the member's own peak; of members that carry next to nothing,
// of a twentieth of the greatest.
double worstPeak(const DriveAnswer& drive, const Peaks& peaks) {
    double worst = 0.0;
    for (std::size_t m = 0; m < peaks.members.size(); ++m) {
        const MemberPeaks& is = drive.members[m];
        const MemberPeaks& should = peaks.members[m];
        const double own =
            std::max({std::fabs(should.least), std::fabs(should.greatest), 0.05 * peaks.largest});
        worst = std::max({worst, std::fabs(is.least - should.least) / own,
                          std::fabs(is.greatest - should.greatest) / own});
    }
    return worst;
}

}  // namespace

TEST_CASE("a vehicle at 3 m/s gives the static peaks") {
    std::vector<examples::Example> bridges = examples::all();
    // Soft pin-jointed decks that hang in cables really swing at 3 m/s: see the next test.
    std::erase_if(bridges, [](const examples::Example& e) { return e.name.starts_with("suspension"); });
    for (const examples::Example& bridge : bridges) {
        for (const Axles& axles : {truck, cart, lorry}) {
            INFO(bridge.name << ", " << axles.size() << " axles");
            const StructureAnswer found = answer(asFile(bridge, axles, 3.0));
            REQUIRE(found.drive);
            CHECK(worstPeak(*found.drive, staticPeaks(bridge, axles)) <
                  (bridge.name.starts_with("cable") ? 0.04 : 0.03));
        }
    }
}

TEST_CASE("the slower a vehicle, the nearer to the static peaks, on soft bridges too") {
    for (const examples::Example& bridge :
         {examples::suspension(10, 40.0, 5.0), examples::cableStayed(5, 4.0, 9.0)}) {
        INFO(bridge.name);
        const StructureAnswer found = answer(asFile(bridge, truck, 0.4));
        REQUIRE(found.drive);
        CHECK(worstPeak(*found.drive, staticPeaks(bridge, truck)) < 0.02);
    }
}

TEST_CASE("a light bridge under a heavy truck is not shaken") {
    // 150 kg of timber, 5 t of truck.
    for (const bool pinned : {false, true}) {
        const examples::Example bridge = examples::kingPost(pinned);
        const Axles axles = {{0.0, 2500.0}, {2.5, 2500.0}};
        const StructureAnswer found = answer(asFile(bridge, axles, 3.0));
        REQUIRE(found.drive);
        CHECK(worstPeak(*found.drive, staticPeaks(bridge, axles)) < 0.03);
    }
}

TEST_CASE("a bridge a hundredth of its load is not thrown about") {
    // 150 kg of timber, 15 t of truck: far too much for it, which does not matter here.
    const examples::Example bridge = examples::kingPost(false);
    const Axles axles = {{0.0, 7500.0}, {2.5, 7500.0}};
    const StructureAnswer found = answer(asFile(bridge, axles, 3.0));
    REQUIRE(found.drive);
    CHECK(worstPeak(*found.drive, staticPeaks(bridge, axles)) < 0.05);
}

TEST_CASE("cables that go slack and taut again do not jerk") {
    Random random(3);
    int compared = 0;
    for (int i = 0; i < 40; ++i) {
        const examples::Example bridge = examples::random(random);
        if (!bridge.name.starts_with("suspension")) continue;
        INFO(i << " " << bridge.name);
        const StructureAnswer found = answer(asFile(bridge, cart, 3.0));
        REQUIRE(found.drive);
        const Peaks peaks = staticPeaks(bridge, cart);
        for (const MemberPeaks& range : found.drive->members) CHECK(range.greatest < 1.2 * peaks.largest);
        ++compared;
    }
    CHECK(compared >= 3);
}

TEST_CASE("a deck drawn from right to left, a road uphill and a long train give the static peaks too") {
    examples::Example reversed = examples::warren(5, 20.0, 3.5, false);
    for (structure::MemberDef& member : reversed.def.members) std::swap(member.from, member.to);
    examples::Example uphill = examples::warren(5, 20.0, 3.5, false);
    for (structure::JointDef& joint : uphill.def.joints) joint.position.y += 0.08 * joint.position.x;
    const examples::Example level = examples::warren(9, 36.0, 4.0, true);
    Axles train;
    for (int wagon = 0; wagon < 6; ++wagon) {
        for (const double place : {0.0, 2.0, 8.0, 10.0}) train.push_back({wagon * 12.0 + place, 4000.0});
    }
    // A hump, as real bridges have: every deck has a slope of its own, and no vehicle jerks between them.
    examples::Example humped = examples::warren(8, 32.0, 3.0, false);
    for (structure::JointDef& joint : humped.def.joints)
        joint.position.y += 0.8 * joint.position.x * (32.0 - joint.position.x) / 256.0;
    const Axles tail_heavy = {{0.0, 3000.0}, {3.5, 9000.0}};
    for (const examples::Example& bridge : {reversed, uphill, humped}) {
        for (const Axles& axles : {truck, tail_heavy}) {
            INFO(bridge.name << ", " << axles.back().load << " kg behind");
            const StructureAnswer found = answer(asFile(bridge, axles, 3.0));
            REQUIRE(found.drive);
            CHECK(worstPeak(*found.drive, staticPeaks(bridge, axles)) < 0.015);
        }
    }
    const StructureAnswer found = answer(asFile(level, train, 3.0));
    REQUIRE(found.drive);
    CHECK(worstPeak(*found.drive, staticPeaks(level, train)) < 0.03);
}

TEST_CASE("a member bridge from bank to bank carries the wheels without axial force") {
    examples::Example plank;
    plank.def.joints = {{{0.0, 0.0}, true, true}, {{4.0, 0.0}, false, true}};
    plank.def.members = {{0, 1, structure::MemberKind::Deck, 11e9, 0.02, 3.3e-5, 4.7e-4, 420.0, 24e6}};
    plank.road = {0, 1};
    const StructureAnswer found = answer(asFile(plank, cart, 3.0));
    REQUIRE(found.drive);
    CHECK(std::fabs(found.drive->members[0].greatest) < 0.01 * 5000.0 * 9.81);
    CHECK(found.drive->lowest == Approx(0.0).margin(1e-9));
}

TEST_CASE("the rolling answer agrees with direct stiffness at the worst place") {
    const examples::Example bridge = examples::warren(5, 20.0, 3.5, false);
    const StructureAnswer found = answer(asFile(bridge, cart, 3.0));
    REQUIRE(found.drive);
    // The bottom chord in the middle is pulled most with the axle at joint 2 or 3; by direct stiffness at
    // joint 2.
    std::vector<Vec2> loads(bridge.def.joints.size());
    loads[2] = {0.0, -5000.0 * 9.81};
    const oracle::Answer truth = oracle::solve(bridge.def, loads);
    REQUIRE(truth.found);
    CHECK(found.drive->members[2].greatest == Approx(truth.axial[2]).epsilon(0.02));
    CHECK(found.drive->members[1].greatest == Approx(0.0).margin(truth.axial[2]));
}
