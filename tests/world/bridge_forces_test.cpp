// Reactions, loads, bending line and balance, as an engineer would reckon them.
#include <catch2/catch.hpp>
#include <cmath>

#include "scene.h"

using namespace vonk;
using namespace vonk::test;
using namespace vonk::world;

namespace {

constexpr double gravity = 9.81;

double weightOf(const Design& design) {
    double weight = 0.0;
    for (const Part& part : design.parts) {
        const auto& between = std::get<BetweenJoints>(part.placement);
        const MemberRow& member = *row(part.kind).member;
        weight +=
            member.density * member.area * gravity * distance(between.from.metres(), between.to.metres());
    }
    return weight;
}

double greatestMoment(const Snapshot& snapshot, std::uint32_t member) {
    double greatest = 0.0;
    for (const MomentView& point : snapshot.moments)
        if (point.member == member && std::fabs(point.moment) > std::fabs(greatest)) greatest = point.moment;
    return greatest;
}

}  // namespace

TEST_CASE("At rest each of two supports bears half of what a symmetric bridge weighs") {
    Drawing drawing;
    drawing.warren(16, kind::steel, kind::steel);
    const World world(river(16), drawing.design);
    const Snapshot snapshot = world.snapshot();
    const double weight = weightOf(drawing.design);
    REQUIRE(snapshot.reactions.size() == 2);
    CHECK(snapshot.joints[snapshot.reactions[0].joint].origin == Drawing::at(0, 0));
    CHECK(snapshot.joints[snapshot.reactions[1].joint].origin == Drawing::at(16, 0));
    CHECK_FALSE(snapshot.reactions[0].slides);
    CHECK(snapshot.reactions[1].slides);
    for (const ReactionView& reaction : snapshot.reactions) {
        CHECK(reaction.force.y == Approx(weight / 2).epsilon(1e-6));
        CHECK(reaction.force.x == Approx(0.0).margin(1e-3 * weight));
    }
    CHECK(snapshot.balance.weight == Approx(weight).epsilon(1e-9));
    CHECK(snapshot.balance.support == Approx(weight).epsilon(1e-6));
    CHECK(snapshot.balance.load == 0.0);
    CHECK(snapshot.loads.empty());
}

TEST_CASE("What drives over is borne by the supports: weight and load, by the rule of the lever") {
    Drawing drawing;
    drawing.warren(16, kind::steel, kind::steel);
    auto level = river(16);
    level.traffic[0].speed = 1.0;
    World world(level, drawing.design);
    const double weight = weightOf(drawing.design), truck = 7000.0 * gravity;
    int seen = 0;
    for (int tick = 0; tick < 1500 && world.outcome() == Outcome::Running; ++tick) {
        world.step();
        const Snapshot snapshot = world.snapshot();
        // Both axles well on the bridge: 2 400 kg in front, 4 600 kg 3.6 m behind it.
        if (snapshot.front < 5.0 || snapshot.front > 15.0) continue;
        ++seen;
        REQUIRE(snapshot.loads.size() == 2);
        const double centre = snapshot.front - 3.6 * 4600.0 / 7000.0;
        const double left = weight / 2 + truck * (16.0 - centre) / 16.0;
        CHECK(snapshot.balance.load == Approx(truck).epsilon(0.03));
        CHECK(snapshot.balance.support == Approx(weight + truck).epsilon(0.03));
        CHECK(snapshot.reactions[0].force.y == Approx(left).margin(0.03 * (weight + truck)));
        CHECK(snapshot.reactions[1].force.y == Approx(weight + truck - left).margin(0.03 * (weight + truck)));
    }
    CHECK(seen > 300);
}

TEST_CASE(
    "The bending line of a plank: w·L²/8 at rest, and a peak under the sheep; the underside is pulled") {
    for (const bool leftward : {false, true}) {
        Drawing drawing;
        if (leftward)
            drawing.member(kind::plank, 4, 0, 0, 0);
        else
            drawing.member(kind::plank, 0, 0, 4, 0);
        auto level = river(4, "sheep");
        level.traffic[0].speed = 1.0;
        World world(level, drawing.design);
        const double own = weightOf(drawing.design) * 4 / 8;
        Snapshot snapshot = world.snapshot();
        REQUIRE(snapshot.moments.size() > 8);
        CHECK(snapshot.moments.front().moment == Approx(0.0).margin(1e-9));
        CHECK(snapshot.moments.back().moment == Approx(0.0).margin(1e-6));
        CHECK(greatestMoment(snapshot, 0) == Approx(own).epsilon(1e-3));
        double peak = 0.0, at = 0.0;
        for (int tick = 0; tick < 900 && world.outcome() == Outcome::Running; ++tick) {
            world.step();
            snapshot = world.snapshot();
            if (const double moment = greatestMoment(snapshot, 0); moment > peak) {
                peak = moment;
                at = snapshot.front;
            }
        }
        CHECK(peak == Approx(own + 75 * gravity * 4 / 4).epsilon(0.05));
        CHECK(at == Approx(2.0).margin(0.2));
    }
}

TEST_CASE("What governs is named: slack, buckling, bending or strength") {
    Drawing drawing;
    // A cable along a chord that is pushed hangs slack.
    drawing.warren(16, kind::wood, kind::wood).member(kind::cable, 6, 3, 10, 3);
    const World world(river(16), drawing.design);
    int pushed = 0, pulled = 0, slack = 0, bent = 0;
    for (const MemberView& member : world.snapshot().members) {
        INFO(member.part.value);
        if (row(member.kind).member->deck) {
            CHECK(member.governs == Governs::Bending);
            ++bent;
        } else if (row(member.kind).member->cable) {
            CHECK(member.governs == Governs::Slack);
            ++slack;
        } else if (std::fabs(member.axial) > 100.0) {
            CHECK(member.governs == (member.axial < 0.0 ? Governs::Buckling : Governs::Yield));
            ++(member.axial < 0.0 ? pushed : pulled);
        }
    }
    CHECK(bent == 4);
    CHECK(slack == 1);
    CHECK(pushed > 3);
    CHECK(pulled > 2);
}

TEST_CASE("A bridge that is lost has no reactions any more") {
    Drawing drawing;
    drawing.warren(16, kind::wood, kind::wood);
    World world(river(16), drawing.design);
    runToEnd(world);
    for (int tick = 0; tick < 30; ++tick) world.step();
    REQUIRE(world.outcome() == Outcome::Lost);
    const Snapshot snapshot = world.snapshot();
    CHECK(snapshot.reactions.empty());
    CHECK(snapshot.moments.empty());
    CHECK(snapshot.balance.support == 0.0);
}
