// Structures that no engineer would draw: nothing that a finger or a file can put together may run away.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>

#include "engine/core/math.h"
#include "engine/core/random.h"
#include "trusses.h"

using namespace vonk;
using namespace vonk::bridge;

namespace {

int given(const char* name, int usual) {
    const char* text = std::getenv(name);
    return text != nullptr ? std::atoi(text) : usual;
}

// By orders of magnitude.
double between(Random& random, double low, double high) {
    return vonk::exp(random.between(vonk::log(low), vonk::log(high)));
}

// Joints anywhere (some on top of each other, some in line), members between any two of them (crossing,
// twice, as long as the whole, a millimetre short), of anything from thread to girder; supports at, above and
// below the road, on one side or in the middle.
structure::StructureDef anything(Random& random, double span) {
    structure::StructureDef def;
    const int bays = 1 + static_cast<int>(random.below(8));
    const double slope = random.below(3) == 0 ? random.between(-0.7, 0.7) : 0.0;
    const double rough = random.below(3) == 0 ? random.between(0.0, 0.4) : 0.0;  // kinks
    for (int i = 0; i <= bays; ++i) {
        const double x = span * i / bays;
        const double y = i == 0 ? 0.0 : slope * x + rough * random.between(-1.0, 1.0);
        const bool end = i == 0 || i == bays;
        def.joints.push_back({{x, y},
                              end ? random.below(4) > 0 : random.below(12) == 0,
                              end ? random.below(8) > 0 : random.below(8) == 0});
    }
    for (std::uint32_t i = random.below(10); i > 0; --i) {
        const auto near = random.below(static_cast<std::uint32_t>(def.joints.size()));
        Vec2 place{random.between(-0.2, 1.2) * span, random.between(-0.5, 0.5) * span};
        if (random.below(4) == 0) {
            const double reach = between(random, 1e-4, 0.1);
            place = def.joints[near].position + Vec2{reach, random.between(-reach, reach)};
        }
        def.joints.push_back({place, random.below(5) == 0, random.below(4) == 0});
    }
    const double stout = between(random, 1e-5, 0.1);
    const auto add = [&](int from, int to, structure::MemberKind kind) {
        const auto at = [&](int j) { return def.joints[static_cast<std::size_t>(j)].position; };
        if (from == to || !(distance(at(from), at(to)) > 1e-6)) return;
        structure::MemberDef member = driven::steel(from, to, stout * between(random, 0.1, 10.0), kind);
        if (random.below(6) == 0) member.young *= between(random, 1e-4, 10.0);
        if (random.below(6) == 0) member.density *= between(random, 1e-3, 100.0);
        if (random.below(20) == 0) member.density = 0.0;
        if (random.below(4) == 0) member.yield *= between(random, 1e-2, 1e3);
        if (kind == structure::MemberKind::Deck && random.below(3) == 0) member.modulus = 0.0;
        if (random.below(2) == 0) std::swap(member.from, member.to);
        def.members.push_back(member);
    };
    for (int i = 0; i < bays; ++i) {
        if (random.below(10) > 0) add(i, i + 1, structure::MemberKind::Deck);
    }
    const auto joints = static_cast<std::uint32_t>(def.joints.size());
    const bool cables_only = random.below(4) == 0;
    for (std::uint32_t i = random.below(3 * joints); i > 0; --i) {
        const bool cable = cables_only || random.below(3) == 0;
        add(static_cast<int>(random.below(joints)), static_cast<int>(random.below(joints)),
            cable ? structure::MemberKind::Cable : structure::MemberKind::Bar);
    }
    if (random.below(2) == 0) {  // braced from everywhere, or most would fall at once
        for (int from = 0; from <= bays; ++from) {
            for (std::uint32_t to = static_cast<std::uint32_t>(bays) + 1; to < joints; ++to) {
                if (random.below(3) > 0) add(from, static_cast<int>(to), structure::MemberKind::Bar);
            }
        }
    }
    if (def.members.empty()) add(0, bays, structure::MemberKind::Deck);
    def.damping_ratio = random.below(4) == 0 ? 0.0 : 0.05;
    return def;
}

// Up to four of them, feathers and locomotives, on one axle or twelve, creeping and racing.
void addTraffic(Random& random, BridgeDef& def, double span) {
    double x = random.between(-4.0, 0.5 * span);
    for (std::uint32_t i = random.below(5); i > 0; --i) {
        const double mass = between(random, 1.0, 2e5);
        rigid::VehicleDef vehicle = driven::truck(x, mass, random.between(0.5, 12.0));
        if (random.below(3) == 0) {
            const auto axles = 1 + random.below(12);
            vehicle.axles.clear();
            for (std::uint32_t a = 0; a < axles; ++a)
                vehicle.axles.push_back({1.3 * a, mass / axles * random.between(0.3, 1.7)});
            vehicle.chassis = rigid::Chassis::PerAxle;
            vehicle.body_size = {1.0, 1.0};
            vehicle.wheel_radius = random.between(0.1, 0.6);
        }
        if (random.below(5) == 0) vehicle.jump = rigid::JumpDef{random.between(0.0, span), 2.0, 3.0, 0.5};
        def.vehicles.push_back(vehicle);
        x -= vehicle.axles.back().behind + random.between(3.0, 9.0);
    }
}

}  // namespace

TEST_CASE("whatever can be put together and driven over, nothing runs away") {
    const int count = given("VONK_MANY", 120);
    Random random(static_cast<std::uint64_t>(given("VONK_SEED", 41)));
    int stood = 0, lost = 0;
    for (int i = 0; i < count; ++i) {
        INFO("structure " << i);
        const double span = between(random, 0.5, 80.0);
        BridgeDef def;
        def.structure = anything(random, span);
        if (random.below(8) > 0) def.ground = driven::banks(span);
        if (random.below(2) == 0) def.water = -5.0;
        def.breaking = random.below(4) > 0;
        const auto joints = static_cast<std::uint32_t>(def.structure.joints.size());
        for (std::uint32_t k = random.below(4); k > 0; --k) {
            // A meganewton on what cannot break would truly shoot it away when a neighbour goes.
            const double force = between(random, 1e-3, def.breaking ? 1e8 : 1e4);
            def.joint_loads.emplace_back(static_cast<int>(random.below(joints)),
                                         force * Vec2{random.between(-1.0, 1.0), random.between(-1.0, 0.3)});
        }
        addTraffic(random, def, span);
        BridgeRun run(def);
        stood += run.rest().found ? 1 : 0;
        const int ticks = 60 * 6;
        std::vector<std::pair<int, int>> breaking;
        const auto members = static_cast<std::uint32_t>(def.structure.members.size());
        for (std::uint32_t k = random.below(6); k > 0; --k)
            breaking.emplace_back(static_cast<int>(random.below(ticks)),
                                  static_cast<int>(random.below(members)));
        bool finite = true;
        double fastest = 0.0, farthest = 0.0, after = 0.0;
        for (int tick = 0; tick < ticks && finite; ++tick) {
            for (const auto& [when, member] : breaking)
                if (when == tick) run.breakMember(member, BreakCause::Snapped);
            const int substeps = run.substeps();
            for (int s = 0; s < substeps; ++s) run.step(1.0 / (60.0 * substeps));
            finite = run.rigid().isFinite();
            for (const Vec2 p : run.structure().positions()) finite = finite && std::isfinite(p.x + p.y);
            for (const double force : run.structure().axialForces()) finite = finite && std::isfinite(force);
            for (const Piece& piece : run.pieces()) {
                finite = finite && std::isfinite(piece.from.x + piece.from.y + piece.to.x + piece.to.y);
                farthest = std::max({farthest, length(piece.from), length(piece.to)});
            }
            for (int v = 0; v < run.rigid().vehicleCount(); ++v)
                fastest = std::max(fastest, length(run.rigid().vehicle(v).velocity));
            if (!run.isLost()) continue;
            for (const RigidBodyState& body : run.rigid().state().bodies)
                after = std::max(after, length(body.velocity));
        }
        lost += run.isLost() ? 1 : 0;
        CHECK(finite);
        // Six seconds of falling, where there is no ground, and what it drove with.
        CHECK(fastest < 12.0 + 9.81 * 6.0 + 5.0);
        CHECK(after < 25.5);
        CHECK(farthest < 400.0);
    }
    CHECK(stood > count / 10);
    CHECK(lost > count / 10);
}

TEST_CASE("a joint under a load that nothing bears throws no piece out of the land") {
    BridgeDef def;
    for (int i = 0; i < 6; ++i) def.structure.joints.push_back({{2.0 * i, 0.0}, true, true});
    def.structure.joints.push_back({{5.0, 3.0}, false, false});
    for (int i = 0; i < 6; ++i) def.structure.members.push_back(driven::steel(i, 6, 1e-3));
    def.structure.members.push_back(driven::steel(0, 1, 1e-3, structure::MemberKind::Deck));
    def.joint_loads = {{6, {2e7, 2e7}}};
    def.ground = driven::banks(10.0);
    BridgeRun run(def);
    REQUIRE(run.rest().found);
    double fastest = 0.0;
    for (int i = 0; i < 480; ++i) {
        run.step(1.0 / 120.0);
        for (const RigidBodyState& body : run.rigid().state().bodies)
            fastest = std::max(fastest, length(body.velocity));
    }
    CHECK(run.breaks().size() >= 5);
    CHECK(run.structure().isAlive(6));
    CHECK(fastest > 5.0);
    CHECK(fastest < 25.5);
    for (const Piece& piece : run.pieces()) CHECK(length(piece.from) < 150.0);
}
