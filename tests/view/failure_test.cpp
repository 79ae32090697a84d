#include <catch2/catch.hpp>
#include <cmath>

#include "game/view/failure_story.h"

using namespace vonk;
using namespace vonk::view;

namespace {

constexpr double frame = 1.0 / 60.0;

void pass(FailureStory& story, double seconds, double now) {
    for (double t = 0.0; t < seconds - 1e-9; t += frame) story.update(frame, now);
}

}  // namespace

TEST_CASE("a break stands still, comes nearer, plays again slowly and rests") {
    FailureStory story;
    story.begin({.now = 500.0, .cause = 495.0, .first = 300.0, .focus = {4.0, 2.0}});
    CHECK(story.state().phase == FailurePhase::HitStop);
    CHECK(story.zoom() == 1.0);
    pass(story, 0.06, 504.0);
    CHECK(story.shownTick() == 500.0);
    CHECK(length(story.shake()) > 0.0);
    CHECK(length(story.shake()) <= shake_px * 1.5);

    pass(story, 0.12, 510.0);
    CHECK(story.state().phase == FailurePhase::Approach);
    pass(story, zoom_seconds, 540.0);
    CHECK(story.zoom() == Approx(nearest_zoom));
    CHECK(story.shake() == Vec2{});
    CHECK(story.shownTick() > 500.0);

    pass(story, fall_seconds, 600.0);
    REQUIRE(story.state().phase == FailurePhase::Slow);
    const double from = story.shownTick();
    const double progress = story.state().progress;
    pass(story, 1.0, 700.0);
    // A tenth of 60 ticks a second.
    CHECK(story.shownTick() - from == Approx(6.0).margin(0.2));
    CHECK(story.state().progress > progress);

    pass(story, 10.0, 900.0);
    CHECK(story.state().phase == FailurePhase::Rest);
    CHECK(story.state().progress == 1.0);
    CHECK(story.shownTick() == 495.0 + replay_after);
    CHECK(story.veil() == 1.0);

    story.replay();
    CHECK(story.state().phase == FailurePhase::Slow);
    CHECK(story.shownTick() == 495.0 - replay_before);
    story.skipToRest();
    CHECK(story.shownTick() == 495.0 + replay_after);

    story.end();
    pass(story, 1.0, 900.0);
    CHECK(story.zoom() == 1.0);
    CHECK(story.veil() == 0.0);
    CHECK(story.state().phase == FailurePhase::None);
}

TEST_CASE("what did not break is not played again") {
    FailureStory story;
    story.begin({.now = 1800.0, .cause = 1801.0, .first = 1600.0});  // time ran out
    pass(story, 3.0, 1900.0);
    CHECK(story.state().phase == FailurePhase::Rest);
    story.replay();
    CHECK(story.state().phase == FailurePhase::Rest);
}

TEST_CASE("a break older than what is kept is not played again") {
    FailureStory story;
    story.begin({.now = 900.0, .cause = 100.0, .first = 700.0});
    pass(story, 3.0, 1000.0);
    CHECK(story.state().phase == FailurePhase::Rest);
}

TEST_CASE("what is wide is not brought so near that its ends leave the picture") {
    FailureStory story;
    story.begin({.now = 500.0, .cause = 495.0, .first = 300.0, .zoom = 1.1});
    pass(story, 2.0, 600.0);
    CHECK(story.zoom() == Approx(1.1));
}

TEST_CASE("reduced motion neither shakes nor glides") {
    FailureStory story;
    story.begin({.now = 500.0, .cause = 495.0, .first = 300.0, .focus = {4.0, 2.0}, .reduced_motion = true});
    pass(story, 0.06, 504.0);
    CHECK(story.shake() == Vec2{});
    CHECK(story.zoom() == 1.0);
    pass(story, 0.1, 504.0);
    CHECK(story.zoom() == nearest_zoom);
}
