// What is left of a bridge that stands on without a member: its halves hang from their joints, it carries
// them, and comes to rest where the exact solution says.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

#include "examples.h"
#include "oracle.h"
#include "trusses.h"

using namespace vonk;
using namespace vonk::bridge;

namespace {

constexpr double h = 1.0 / 120.0;

void runFor(BridgeRun& run, double seconds) {
    for (const double end = run.time() + seconds - 1e-9; run.time() < end;)
        run.step(1.0 / (60.0 * run.substeps()));
}

BridgeDef overRiver(const examples::Example& example) {
    BridgeDef def;
    def.structure = example.def;
    def.ground = driven::banks(example.def.joints[static_cast<std::size_t>(example.road.back())].position.x);
    return def;
}

Vec2 jointOf(const BridgeRun& run, int joint) {
    return run.structure().positions()[static_cast<std::size_t>(joint)];
}

std::vector<Piece> piecesOf(const BridgeRun& run, int member) {
    std::vector<Piece> found;
    for (const Piece& piece : run.pieces())
        if (piece.member == member) found.push_back(piece);
    return found;
}

// Greatest distance of the halves' hinges from their joints, m.
double apart(const BridgeRun& run, int member) {
    const structure::MemberDef& row = run.structure().def().members[static_cast<std::size_t>(member)];
    double greatest = 0.0;
    for (const Piece& piece : piecesOf(run, member)) {
        if (piece.start <= 0.0) greatest = std::max(greatest, distance(piece.from, jointOf(run, row.from)));
        if (piece.end >= 1.0) greatest = std::max(greatest, distance(piece.to, jointOf(run, row.to)));
    }
    return greatest;
}

double weightOf(const structure::StructureDef& def, int member) {
    const structure::MemberDef& row = def.members[static_cast<std::size_t>(member)];
    return 9.81 * row.density * row.area *
           distance(def.joints[static_cast<std::size_t>(row.from)].position,
                    def.joints[static_cast<std::size_t>(row.to)].position);
}

double fastest(const structure::Structure& structure) {
    double speed = 0.0;
    for (const Vec2 velocity : structure.velocities()) speed = std::max(speed, length(velocity));
    return speed;
}

// A broken member's halves weigh on the joints that they hang from.
std::vector<Vec2> hangingLoads(const structure::StructureDef& def, int member) {
    std::vector<Vec2> loads(def.joints.size());
    const structure::MemberDef& row = def.members[static_cast<std::size_t>(member)];
    for (const int joint : {row.from, row.to})
        loads[static_cast<std::size_t>(joint)].y -= 0.5 * weightOf(def, member);
    return loads;
}

// Greatest difference of a force, as a share of the greatest one.
double difference(const structure::Structure& structure, const oracle::Answer& truth) {
    double largest = 0.0, worst = 0.0;
    for (const double force : truth.axial) largest = std::max(largest, std::fabs(force));
    for (std::size_t m = 0; m < truth.axial.size(); ++m)
        worst = std::max(worst, std::fabs(structure.axialForces()[m] - truth.axial[m]));
    return worst / largest;
}

}  // namespace

TEST_CASE("the halves of a broken diagonal swing from its joints while a truck drives on") {
    const auto example = examples::pratt(8, 32.0, 4.0, false, examples::Diagonals::Crossed);
    BridgeDef def = overRiver(example);
    def.vehicles = {driven::truck(-3.0, 3000.0, 4.0)};
    BridgeRun run(def);
    const int diagonal = static_cast<int>(example.def.members.size()) - 1;
    run.breakMember(diagonal, BreakCause::Buckled);
    REQUIRE_FALSE(run.isLost());
    CHECK(run.substeps() == 2);
    double greatest = 0.0;
    for (int i = 0; i < 120 * 11; ++i) {
        run.step(h);
        greatest = std::max(greatest, apart(run, diagonal));
    }
    CHECK(greatest < 0.01);
    CHECK(run.breaks().size() == 1);
    CHECK(run.rigid().vehicle(0).rear > 32.0);
    const std::vector<Piece> halves = piecesOf(run, diagonal);
    REQUIRE(halves.size() == 2);
    runFor(run, 20.0);
    for (const Piece& half : piecesOf(run, diagonal)) {
        const bool upper = half.start <= 0.0;
        const Vec2 hinge = upper ? half.from : half.to;
        const Vec2 tip = upper ? half.to : half.from;
        CHECK(hinge.y - tip.y == Approx(distance(hinge, tip)).epsilon(0.02));  // hangs straight down
    }
}

TEST_CASE("halves that are far heavier than the bridge they hang from do not shake it") {
    for (const double heavy : {1.0, 30.0, 300.0}) {
        INFO(heavy << " times the weight");
        auto example = examples::pratt(8, 32.0, 4.0, false, examples::Diagonals::Crossed);
        const int diagonal = static_cast<int>(example.def.members.size()) - 1;
        example.def.members[static_cast<std::size_t>(diagonal)].density *= heavy;
        BridgeDef def = overRiver(example);
        def.breaking = false;
        BridgeRun run(def);
        REQUIRE(run.rest().found);
        run.breakMember(diagonal, BreakCause::Buckled);
        REQUIRE_FALSE(run.isLost());
        // Before the halves have swung: no faster than what falls.
        double speed = 0.0;
        double greatest = 0.0;
        for (int i = 0; i < 120 * 5; ++i) {
            run.step(h);
            speed = std::max(speed, fastest(run.structure()));
            greatest = std::max(greatest, apart(run, diagonal));
        }
        CHECK(speed < 3.0);
        CHECK(greatest < 0.02);
        runFor(run, 25.0);
        CHECK(fastest(run.structure()) < 0.02);
    }
}

TEST_CASE("supports bear what stands and what hangs from it") {
    const auto example = examples::pratt(8, 32.0, 4.0, false, examples::Diagonals::Crossed);
    BridgeDef def = overRiver(example);
    def.breaking = false;
    BridgeRun run(def);
    double weight = 0.0;
    for (int m = 0; m < static_cast<int>(example.def.members.size()); ++m) weight += weightOf(example.def, m);
    const int diagonal = static_cast<int>(example.def.members.size()) - 1;
    run.breakMember(diagonal, BreakCause::Snapped);
    REQUIRE_FALSE(run.isLost());
    runFor(run, 25.0);
    double hung = 0.0, support = 0.0;
    for (const structure::HungLoad& row : run.hung()) hung -= row.force.y;
    for (int j = 0; j < static_cast<int>(example.def.joints.size()); ++j)
        support += run.structure().reaction(j).y;
    CHECK(hung == Approx(weightOf(example.def, diagonal)).epsilon(0.002));
    CHECK(support == Approx(weight).epsilon(0.001));
}

TEST_CASE("halves of a gram weigh what they weigh") {
    auto example = examples::pratt(8, 32.0, 4.0, false, examples::Diagonals::Crossed);
    const int diagonal = static_cast<int>(example.def.members.size()) - 1;
    for (structure::JointDef& joint : example.def.joints) joint.position = 0.02 * joint.position;
    for (structure::MemberDef& row : example.def.members) {
        row.area *= 4e-4;
        row.inertia *= 1.6e-7;
    }
    BridgeDef def;
    def.structure = example.def;
    def.breaking = false;
    BridgeRun run(def);
    REQUIRE(run.rest().found);
    run.breakMember(diagonal, BreakCause::Snapped);
    REQUIRE_FALSE(run.isLost());
    runFor(run, 20.0);
    const oracle::Answer truth = oracle::solve(example.def, hangingLoads(example.def, diagonal), {diagonal});
    REQUIRE(truth.found);
    CHECK(difference(run.structure(), truth) < 0.005);
}

TEST_CASE("the halves of a broken cable hang as ropes") {
    const auto example = examples::cableStayed(5, 4.0, 9.0);
    BridgeDef def = overRiver(example);
    def.breaking = false;
    BridgeRun run(def);
    int cable = -1;
    for (std::size_t m = 0; m < example.def.members.size(); ++m) {
        if (example.def.members[m].kind == structure::MemberKind::Cable && cable < 0)
            cable = static_cast<int>(m);
    }
    run.breakMember(cable, BreakCause::Snapped);
    REQUIRE_FALSE(run.isLost());
    CHECK(piecesOf(run, cable).size() >= 6);
    double greatest = 0.0;
    for (int i = 0; i < 120 * 20; ++i) {
        run.step(h);
        greatest = std::max(greatest, apart(run, cable));
    }
    CHECK(greatest < 0.02);
    // Links in a chain: each begins where the one before it ends.
    const std::vector<Piece> links = piecesOf(run, cable);
    for (std::size_t i = 0; i + 1 < links.size(); ++i) {
        const double gap = distance(links[i].to, links[i + 1].from);
        if (links[i].end == Approx(0.5)) {
            CHECK(gap > 1.0);
        } else {
            CHECK(gap < 0.02);
        }
    }
}

TEST_CASE("the cables of a lost bridge fall as ropes that hold on to what they were tied to") {
    for (const auto& example : {examples::cableStayed(5, 4.0, 9.0), examples::suspension(10, 40.0, 5.0)}) {
        INFO(example.name);
        BridgeRun run(overRiver(example));
        REQUIRE(run.rest().found);
        for (int member = 0; !run.isLost(); ++member) run.breakMember(member, BreakCause::Bent);
        std::vector<double> longest;  // m, of each piece: what it was when all let go
        for (const Piece& piece : run.pieces())
            longest.push_back(
                std::max(distance(piece.from, piece.to), run.structure().restLength(piece.member)));
        double stretched = 0.0, fallen = 0.0;
        int ropes = 0;
        for (int i = 0; i < 240 * 8; ++i) {
            run.step(1.0 / 240.0);
            ropes = 0;
            for (std::size_t p = 0; p < run.pieces().size(); ++p) {
                const Piece& piece = run.pieces()[p];
                if (!piece.rope || piece.start > 0.0 || piece.end < 1.0) continue;
                ++ropes;
                stretched = std::max(stretched, distance(piece.from, piece.to) / longest[p] - 1.0);
                fallen = std::max(fallen, -std::min(piece.from.y, piece.to.y));
            }
        }
        CHECK(ropes >= 4);
        CHECK(fallen > 2.0);
        CHECK(stretched < 0.03);
    }
}

TEST_CASE("a bridge that has lost a member rests where the exact damaged solution is") {
    const char* more = std::getenv("VONK_MANY");  // a longer run: how many structures
    const int count = more != nullptr ? std::atoi(more) : 60;
    Random random(11);
    int compared = 0, others = 0;
    for (int i = 0; i < count; ++i) {
        const examples::Example example = examples::random(random);
        const int member =
            static_cast<int>(random.below(static_cast<std::uint32_t>(example.def.members.size())));
        // Over a bottomless valley: a half that lies on a bank weighs less.
        BridgeDef def;
        def.structure = example.def;
        def.breaking = false;
        BridgeRun run(def);
        if (!run.rest().found) continue;
        run.breakMember(member, BreakCause::Snapped);
        int alive = 0;
        for (int m = 0; m < static_cast<int>(example.def.members.size()); ++m)
            alive += run.structure().isAlive(m) ? 1 : 0;
        if (run.isLost() || alive + 1 < static_cast<int>(example.def.members.size())) continue;
        const std::vector<Vec2> loads = hangingLoads(example.def, member);
        oracle::Answer truth = oracle::solve(example.def, loads, {member});
        if (!truth.found) continue;
        INFO(i << " " << example.name << " without member " << member);
        double error = 1.0;
        // Light halves swing for long; a chain that went slack longer.
        for (int part = 0; part < 12 && error > 0.005; ++part) {
            runFor(run, 10.0);
            error = difference(run.structure(), truth);
        }
        if (error > 0.005) {
            // Where there are several equilibria (a deck of hinges may hang or lean), the one that it came
            // to.
            std::vector<Vec2> start;
            for (std::size_t j = 0; j < example.def.joints.size(); ++j)
                start.push_back(run.structure().positions()[j] - example.def.joints[j].position);
            truth = oracle::solveFrom(example.def, loads, {member}, start);
            REQUIRE(truth.found);
            error = difference(run.structure(), truth);
            ++others;
        }
        CHECK(error <= 0.005);
        ++compared;
    }
    CHECK(compared >= count / 4);
    CHECK(others <= compared / 50);
}
