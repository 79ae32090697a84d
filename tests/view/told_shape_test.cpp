#include <array>
#include <catch2/catch.hpp>

#include "game/view/swing.h"
#include "game/view/told_shape.h"

using namespace vonk;
using namespace vonk::view;

namespace {

// A frame of two panels, 2 m wide and high; of the right one the top has gone sideways by `lean` m.
struct Frames {
    std::vector<world::JointView> joints;
    std::vector<world::MemberView> members;

    explicit Frames(double lean, bool braced = false) {
        const auto joint = [&](int x, int y, double off) {
            joints.push_back({{x, y}, Vec2{x / 1000.0 + off, y / 1000.0}, false});
        };
        joint(0, 0, 0.0);
        joint(2000, 0, 0.0);
        joint(4000, 0, 0.0);
        joint(0, 2000, 0.02);
        joint(2000, 2000, 0.02);
        joint(4000, 2000, lean);
        const auto member = [&](std::uint32_t from, std::uint32_t to) {
            world::MemberView view;
            view.part = PartId{static_cast<std::uint32_t>(members.size() + 1)};
            view.from = from;
            view.to = to;
            members.push_back(view);
        };
        for (const auto& [from, to] :
             {std::pair{0U, 1U}, std::pair{1U, 2U}, std::pair{3U, 4U}, std::pair{4U, 5U}, std::pair{0U, 3U},
              std::pair{1U, 4U}, std::pair{2U, 5U}})
            member(from, to);
        if (braced) {
            member(0, 4);
            member(1, 5);
        }
    }
    world::Snapshot snapshot() const {
        world::Snapshot view;
        view.joints = joints;
        view.members = members;
        return view;
    }
};

}  // namespace

TEST_CASE("the panel that leans most is pointed out, and none that is braced") {
    const Frames frames(0.3);
    const auto panel = leaningPanel(frames.snapshot());
    REQUIRE(panel);
    for (const std::uint32_t joint : panel->joints) CHECK((joint != 0 && joint != 3));
    CHECK(panel->lean > 0.13);
    CHECK(panel->lean < 0.16);
    CHECK_FALSE(leaningPanel(Frames(0.02).snapshot()));
    CHECK_FALSE(leaningPanel(Frames(0.3, true).snapshot()));
}

TEST_CASE("where no panel leans, the joints that went furthest are pointed out") {
    const Frames frames(0.5, true);
    const auto moved = movedJoints(frames.snapshot());
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].joint == 5);
    CHECK(moved[0].way() == Approx(0.5));
    CHECK(movedJoints(Frames(0.01, true).snapshot()).empty());
}

TEST_CASE("a joint whose members have fallen is where the end of one of them lies") {
    Frames frames(0.0);
    frames.members = {frames.members[1]};
    frames.members[0].fallen = true;
    world::BodyView bar;
    bar.kind = world::BodyKind::Debris;
    bar.part = frames.members[0].part;
    bar.end = 2;
    bar.size = {2.0, 0.1};
    bar.pose.position = {3.0, -1.0};
    const std::array bodies{bar};
    world::Snapshot snapshot = frames.snapshot();
    snapshot.bodies = bodies;
    CHECK(distance(boltOf(snapshot, 1), Vec2{2.0, -1.0}) < 1e-9);
    CHECK(distance(boltOf(snapshot, 2), Vec2{4.0, -1.0}) < 1e-9);
    // Left out, there is nothing to go by.
    CHECK(boltOf(snapshot, 1, bar.part) == snapshot.joints[1].position);
}

TEST_CASE("the swing of a joint is that of the last second") {
    SwingWatch watch;
    Frames frames(0.0);
    CHECK_FALSE(watch.of(0));
    const auto pass = [&](int ticks, double by) {
        for (int k = 0; k < ticks; ++k) {
            frames.joints[1].position.y = k % 2 == 0 ? by : -by;
            watch.see(frames.snapshot());
        }
    };
    pass(60, 0.05);
    REQUIRE(watch.of(1));
    CHECK(watch.of(1)->by() == Approx(0.05));
    CHECK(watch.of(0)->by() == Approx(0.0));
    pass(90, 0.01);
    CHECK(watch.of(1)->by() == Approx(0.01));
    watch.clear();
    CHECK_FALSE(watch.of(1));
}
