// Where labels find room, which way force flows, and the scales that are stated.
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/core/random.h"
#include "game/view/engineer_painter.h"
#include "game/view/force_path.h"
#include "game/view/labels.h"

using namespace vonk;
using namespace vonk::view;

namespace {

// A king post: two rafters on a tie, a load on the post's foot; supports at both ends.
struct KingPost {
    std::vector<world::JointView> joints{{{0, 0}, {0, 0}, true},
                                         {{8000, 0}, {8, 0}, true},
                                         {{4000, 0}, {4, 0}, false},
                                         {{4000, 3000}, {4, 3}, false}};
    std::vector<world::MemberView> members;
    std::vector<world::ReactionView> reactions{{0, {0, 500}, false}, {1, {0, 500}, true}};
    std::vector<world::LoadView> loads{{2, 0.75, {3, 0}, {0, -1000}}};

    KingPost() {
        const auto member = [&](std::uint32_t from, std::uint32_t to, double axial) {
            world::MemberView view;
            view.part = {std::uint32_t(members.size() + 1)};
            view.from = from;
            view.to = to;
            view.axial = axial;
            members.push_back(view);
        };
        member(0, 3, -833);  // rafter, from its foot
        member(3, 1, -833);
        member(0, 2, 667);  // tie
        member(1, 2, 667);
        member(3, 2, 1000);  // post
        member(0, 1, 5);     // as good as nothing
    }
    world::Snapshot snapshot() const {
        world::Snapshot view;
        view.joints = joints;
        view.members = members;
        view.reactions = reactions;
        view.loads = loads;
        return view;
    }
};

const ForceStream* between(const std::vector<ForceStream>& streams, Vec2 from, Vec2 to,
                           ForceStream::Kind kind) {
    for (const ForceStream& stream : streams)
        if (stream.kind == kind && distance(stream.from, from) < 1e-9 && distance(stream.to, to) < 1e-9)
            return &stream;
    return nullptr;
}

}  // namespace

TEST_CASE(
    "Force flows from the wheel to both joints, up what is pulled, down what is pushed, to the supports") {
    using Kind = ForceStream::Kind;
    const KingPost truss;
    const auto streams = forcePath(truss.snapshot());
    REQUIRE(between(streams, {3, 0}, {3, 0}, Kind::Load));
    CHECK(between(streams, {3, 0}, {3, 0}, Kind::Load)->force == 1000.0);
    REQUIRE(between(streams, {3, 0}, {4, 0}, Kind::Road));
    CHECK(between(streams, {3, 0}, {4, 0}, Kind::Road)->force == 750.0);
    REQUIRE(between(streams, {3, 0}, {0, 0}, Kind::Road));
    CHECK(between(streams, {3, 0}, {0, 0}, Kind::Road)->force == 250.0);
    CHECK(between(streams, {4, 0}, {4, 3}, Kind::Pulled));
    CHECK(between(streams, {4, 3}, {0, 0}, Kind::Pushed));
    CHECK(between(streams, {4, 3}, {8, 0}, Kind::Pushed));
    CHECK(between(streams, {4, 0}, {0, 0}, Kind::Pulled));
    CHECK(between(streams, {4, 0}, {8, 0}, Kind::Pulled));
    CHECK(between(streams, {0, 0}, {0, 0}, Kind::Support));
    CHECK(between(streams, {8, 0}, {8, 0}, Kind::Support));
    for (const ForceStream& stream : streams) CHECK(stream.force > 19.0);
}

TEST_CASE("What is broken or fallen carries nothing on") {
    KingPost truss;
    for (world::MemberView& member : truss.members) member.fallen = true;
    truss.members[4].fallen = false;
    truss.members[4].broken = true;
    truss.reactions.clear();
    CHECK(forcePath(truss.snapshot()).empty());
}

TEST_CASE("Labels never overlap, lie in their area, and take the first place that is free") {
    Random random(7);
    for (int round = 0; round < 50; ++round) {
        const gfx::Rect area{100, 50, 900, 500};
        LabelPlacer placer(area, 3.0F);
        const gfx::Rect key{400, 200, 100, 100};
        placer.block(key);
        std::vector<gfx::Rect> placed{key};
        int hidden = 0;
        for (int k = 0; k < 120; ++k) {
            std::vector<gfx::Point> centres;
            for (int c = 0; c < 3; ++c)
                centres.push_back({float(random.between(0, 1100)), float(random.between(0, 600))});
            const auto rect = placer.place(centres, {80, 30});
            if (!rect) {
                ++hidden;
                continue;
            }
            CHECK(rect->x >= area.x);
            CHECK(rect->bottom() <= area.bottom());
            for (const gfx::Rect& other : placed) {
                const bool apart = rect->right() <= other.x || other.right() <= rect->x ||
                                   rect->bottom() <= other.y || other.bottom() <= rect->y;
                CHECK(apart);
            }
            placed.push_back(*rect);
        }
        CHECK(hidden > 0);
        CHECK(placed.size() > 20);
    }
    LabelPlacer placer({0, 0, 200, 100}, 0.0F);
    const std::vector<gfx::Point> centres{{50, 50}, {150, 50}};
    CHECK(placer.place(centres, {80, 30})->centre() == gfx::Point{50, 50});
    CHECK(placer.place(centres, {80, 30})->centre() == gfx::Point{150, 50});
    CHECK_FALSE(placer.place(centres, {80, 30}));
}

TEST_CASE("Scales are round, only shrink within a run, and keep what is drawn within bounds") {
    KingPost truss;
    std::vector<world::MomentView> moments{{2, 0.5, 0.0}};
    EngineerScales scales;
    double before = 1e9;
    for (double sag = 1e-5; sag < 2.0; sag *= 1.3) {
        truss.joints[2].position.y = -sag;
        moments[0].moment = 1e6 * sag;
        world::Snapshot snapshot = truss.snapshot();
        snapshot.moments = moments;
        scales.see(snapshot);
        const double times = scales.deflection();
        CHECK(times <= before);
        before = times;
        const double digit = times / std::pow(10.0, std::floor(std::log10(times) + 1e-9));
        CHECK((std::fabs(digit - 1) < 1e-9 || std::fabs(digit - 2) < 1e-9 || std::fabs(digit - 5) < 1e-9));
        if (times > 1.0) CHECK(times * sag <= 8.0 / 16.0 + 1e-12);
        const double step = scales.momentStep();
        CHECK(step <= 1e6 * sag * (1 + 1e-12));
        CHECK(scales.momentHeight() * (1e6 * sag / step) <= 8.0 / 14.0 + 1e-9);
    }
    CHECK(scales.deflection() == 1.0);
    scales.begin();
    truss.joints[2].position.y = -0.01;
    scales.see(truss.snapshot());
    CHECK(scales.deflection() == 50.0);
}

TEST_CASE("Supports are named from left to right") {
    CHECK(supportName(0) == "A");
    CHECK(supportName(25) == "Z");
    CHECK(supportName(26) == "A1");
}
