// What a visitor is told to have shown: only what happened.
#include "game/screens/talents.h"

#include <catch2/catch.hpp>

using namespace vonk;
using namespace vonk::screens;

namespace {

level::Level bridge() {
    level::Level level;
    level.subject = level::Subject::Bridge;
    level.budget = 1000;
    return level;
}

play::Result won() {
    play::Result result;
    result.won = true;
    result.attempt = 3;
    result.cost = 950;
    result.measures.greatest_use = 0.9;
    return result;
}

}  // namespace

TEST_CASE("who lost is told no talent") {
    play::Result result = won();
    result.won = false;
    result.rebuilt = 5;
    CHECK_FALSE(talentOf(bridge(), result));
}

TEST_CASE("who rebuilt keeps going, and the number is the one that was counted") {
    play::Result result = won();
    result.rebuilt = 3;
    const auto talent = talentOf(bridge(), result);
    REQUIRE(talent);
    CHECK(talent->key == "keeps_going");
    CHECK(talent->count == 3.0);
}

TEST_CASE("a first test that works is thinking ahead, but not where there is no test") {
    play::Result result = won();
    result.attempt = 1;
    CHECK(talentOf(bridge(), result)->key == "thinks_ahead");
    level::Level live = bridge();
    live.mode = level::Mode::Live;
    CHECK_FALSE(talentOf(live, result));
}

TEST_CASE("thrift is told with the money that was left") {
    play::Result result = won();
    result.cost = 700;
    const auto talent = talentOf(bridge(), result);
    REQUIRE(talent);
    CHECK(talent->key == "thrifty");
    CHECK(talent->amount == Approx(300));
}

TEST_CASE("nothing is praised whose star is missing") {
    play::Result result = won();
    result.cost = 300;
    result.measures.greatest_use = 0.3;
    result.stars = {{{level::StarKind::Cost, 200.0}, false, 300.0},
                    {{level::StarKind::SpareStrength, 0.2}, false, 0.3},
                    {{level::StarKind::Touches, 3.0}, false, 9.0}};
    CHECK_FALSE(talentOf(bridge(), result));
    result.rebuilt = 1;
    CHECK(talentOf(bridge(), result)->key == "mends");
    result.stars[1].earned = true;
    CHECK(talentOf(bridge(), result)->key == "strong");
    result.stars[0].earned = true;
    CHECK(talentOf(bridge(), result)->key == "thrifty");
}

TEST_CASE("where nothing stands out nothing is said") {
    CHECK_FALSE(talentOf(bridge(), won()));
}
