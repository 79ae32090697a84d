// What helps a child on: hints, the solution that is shown, what was tried before, and time that stands still
// or goes slowly. What the log hears of it.
#include "game/screens/tries.h"
#include "player.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

const level::Level& levelOf(const Stage& stage) {
    return stage.exhibit->session()->level();
}
const world::Design& designOf(const Stage& stage) {
    return stage.exhibit->session()->design();
}

// Tests what stands there until it has failed, and sits through the story.
void fail(Stage& stage) {
    stage.tap("start");
    for (int k = 0; k < 120 && stage.screen() == "play"; ++k) stage.pass(0.5);
    REQUIRE(stage.screen() == "failure");
    stage.pass(2.0);
    for (int k = 0; k < 40 && stage.exhibit->telling(); ++k) stage.pass(0.25);
    stage.pass(1.0);
}

void failAndBack(Stage& stage) {
    fail(stage);
    stage.tap("self");
    stage.pass(1.0);
}

bool enabled(const Stage& stage, const std::string& id) {
    for (const auto& touchable : stage.exhibit->touchables())
        if (touchable.id == id) return touchable.enabled;
    return false;
}

}  // namespace

TEST_CASE("three hints, each more direct; the last one places a part, which can be undone") {
    Stage stage;
    stage.exhibit->openLevel("cheese-truck");
    stage.pass(1.0);
    REQUIRE(levelOf(stage).hints.size() == 3);
    stage.tap("hint");
    CHECK(stage.exhibit->find("hint.card"));
    stage.tap("hint");
    CHECK(stage.exhibit->find("hint.card"));
    CHECK(designOf(stage).parts.empty());
    stage.tap("hint");
    CHECK(stage.exhibit->find("hint.card"));
    stage.show("hint-last");
    CHECK(designOf(stage).parts.size() == 1);
    REQUIRE(stage.exhibit->session()->recording().commands.size() == 1);
    CHECK(stage.exhibit->session()->recording().commands[0].kind == "place");
    // From then on each touch does one more.
    stage.tap("hint");
    CHECK_FALSE(stage.exhibit->find("hint.card"));
    CHECK(designOf(stage).parts.size() == 2);
    stage.tap("undo");
    stage.tap("undo");
    CHECK(designOf(stage).parts.empty());
    build(stage, "fail.toml");
    stage.tap("start");
    CHECK_FALSE(enabled(stage, "hint"));
    for (int k = 0; k < 60 && stage.log.attempts.empty(); ++k) stage.pass(0.5);
    REQUIRE(stage.log.attempts.size() == 1);
    CHECK(stage.log.attempts[0].hints == 4);
    CHECK(stage.log.attempts[0].shown == 0);
}

TEST_CASE("a hint drags a joint where the solution does, and knows the pieces that went along") {
    Stage stage;
    stage.exhibit->openLevel("the-swan");
    stage.pass(1.0);
    build(stage, "fail.toml");  // the stays, from the low mast
    const std::size_t pieces = designOf(stage).parts.size();
    for (int k = 0; k < 3; ++k) stage.tap("hint");
    REQUIRE(stage.exhibit->session()->recording().commands.size() == 4);
    CHECK(stage.exhibit->session()->recording().commands.back().kind == "move-joint");
    CHECK(designOf(stage).parts.size() == pieces);
    // Nothing is lacking then, though no rope hangs where the stored ones were hung.
    stage.tap("hint");
    CHECK(stage.exhibit->session()->recording().commands.size() == 4);
    stage.tap("start");
    for (int k = 0; k < 60 && stage.log.attempts.empty(); ++k) stage.pass(0.5);
    REQUIRE(stage.log.attempts.size() == 1);
    CHECK(stage.log.attempts[0].reason == ReasonId::None);
}

TEST_CASE("without reading the hints are the hand, the piece where it goes, and the piece itself") {
    Stage stage;
    stage.exhibit->openLevel("plank-and-sheep");
    stage.pass(1.0);
    stage.tap("hint");
    CHECK_FALSE(stage.exhibit->hand().empty());
    CHECK(designOf(stage).parts.empty());
    stage.tap("hint");
    CHECK_FALSE(stage.exhibit->hand().empty());
    CHECK(designOf(stage).parts.empty());
    stage.pass(1.0);
    stage.show("hint-youngest");
    stage.tap("hint");
    CHECK(designOf(stage).parts.size() == 1);
    CHECK_FALSE(stage.exhibit->find("hint.card"));
}

TEST_CASE("who does nothing but ask for hints wins every level") {
    Stage stage;
    for (const level::Level& level : Stage::readLevels()) {
        INFO(level.id);
        stage.exhibit->home();
        REQUIRE(stage.exhibit->openLevel(level.id));
        stage.pass(1.0);
        for (int k = 0; k < 80 && stage.exhibit->hand() != "start" && stage.screen() == "play"; ++k) {
            stage.tap("hint");
            stage.pass(0.1);
            if (level.mode == level::Mode::Live && stage.exhibit->telling()) break;
        }
        if (level.mode == level::Mode::Test) {
            REQUIRE(stage.exhibit->hand() == "start");
            stage.tap("start");
        }
        for (int k = 0; k < 240 && stage.screen() == "play"; ++k) stage.pass(0.5);
        CHECK(stage.screen() == "result");
    }
}

TEST_CASE("a level that a child only gets wrong always has a next idea one touch away") {
    Stage stage;
    for (const level::Level& level : Stage::readLevels()) {
        if (level.mode != level::Mode::Test) continue;
        INFO(level.id);
        stage.exhibit->home();
        REQUIRE(stage.exhibit->openLevel(level.id));
        stage.pass(1.0);
        build(stage, "fail.toml");
        CHECK_FALSE(stage.exhibit->find("show-me"));
        fail(stage);
        CHECK(enabled(stage, "idea"));
        CHECK_FALSE(stage.exhibit->find("show-me"));  // not before the third
        stage.tap("idea");
        stage.pass(1.0);
        CHECK(stage.screen() == "play");
        CHECK(enabled(stage, "hint"));
        // Wrong again, and again.
        failAndBack(stage);
        CHECK_FALSE(stage.exhibit->find("show-me"));
        failAndBack(stage);
        CHECK(enabled(stage, "show-me"));
        // The hints lead on from what stands there, to the test or to what is in the way.
        for (int k = 0; k < 60 && stage.exhibit->hand() != "start" && stage.exhibit->hand() != "delete";
             ++k) {
            stage.tap("hint");
            stage.pass(0.1);
        }
        CHECK_FALSE(stage.exhibit->hand().empty());
    }
}

TEST_CASE("after three failures the solution is shown in the level itself, and the own design comes back") {
    Stage stage;
    stage.exhibit->openLevel("cheese-truck");
    stage.pass(1.0);
    build(stage, "fail.toml");
    const world::Design own = designOf(stage);
    failAndBack(stage);
    failAndBack(stage);
    fail(stage);
    REQUIRE(stage.exhibit->find("show-me"));
    stage.show("failure-show-me");
    const auto commands = stage.exhibit->session()->recording().commands.size();
    stage.tap("show-me");
    REQUIRE(stage.screen() == "show");
    stage.pass(4.0);
    stage.show("show-me");
    double shown = 4.0;
    for (; shown < 30.0 && stage.screen() == "show"; shown += 0.25) stage.pass(0.25);
    CHECK(shown <= 20.0);
    REQUIRE(stage.screen() == "play");
    CHECK(stage.exhibit->session()->phase() == play::Phase::Building);
    CHECK(designOf(stage) == own);
    CHECK(stage.exhibit->session()->recording().commands.size() == commands + 1);  // Stop
    stage.tap("undo");
    CHECK(designOf(stage).parts.size() < own.parts.size());
    stage.tap("redo");
    CHECK(designOf(stage) == own);

    // Again from the level, and one touch anywhere stops it.
    stage.tap("show-me");
    REQUIRE(stage.screen() == "show");
    stage.pass(1.0);
    stage.down(0, {700, 500});
    stage.pass(0.05);
    CHECK(stage.screen() == "play");
    stage.up(0, {700, 500});
    CHECK(designOf(stage) == own);
    stage.tap("start");
    stage.pass(1.0);
    stage.tap("start");
    REQUIRE(stage.log.attempts.size() == 4);
    CHECK(stage.log.attempts[2].shown == 0);
    CHECK(stage.log.attempts[3].shown == 2);
    CHECK(stage.log.attempts[3].hints == 0);
}

TEST_CASE("the shown solution wins in at most twenty seconds, in every level") {
    Stage stage;
    for (const level::Level& level : Stage::readLevels()) {
        if (level.mode != level::Mode::Test) continue;
        INFO(level.id);
        stage.exhibit->home();
        REQUIRE(stage.exhibit->openLevel(level.id));
        stage.pass(1.0);
        build(stage, "fail.toml");
        for (int k = 0; k < 3; ++k) failAndBack(stage);
        stage.tap("show-me");
        REQUIRE(stage.screen() == "show");
        bool won = false;
        double shown = 0.0;
        for (; shown < 40.0 && stage.screen() == "show"; shown += 0.25) {
            stage.pass(0.25);
            won = won || stage.exhibit->telling();
        }
        CHECK(won);
        CHECK(shown <= 20.0);
    }
}

TEST_CASE("in a level that cannot fail the solution is shown once the hints are used up") {
    Stage stage;
    stage.exhibit->openLevel("first-lamp");
    stage.pass(1.0);
    const std::size_t hints = levelOf(stage).hints.size();
    for (std::size_t k = 0; k < hints; ++k) {
        CHECK_FALSE(stage.exhibit->find("show-me"));
        stage.tap("hint");
    }
    const world::Design own = designOf(stage);
    stage.tap("show-me");
    REQUIRE(stage.screen() == "show");
    double shown = 0.0;
    bool won = false;
    for (; shown < 40.0 && stage.screen() == "show"; shown += 0.25) {
        stage.pass(0.25);
        won = won || stage.exhibit->telling();
    }
    CHECK(won);
    CHECK(shown <= 20.0);
    CHECK(stage.screen() == "play");
    CHECK(designOf(stage) == own);
    CHECK_FALSE(stage.exhibit->find("history"));
    stage.tap("home");
    REQUIRE(stage.log.attempts.size() == 1);  // given up, and all of it is told
    CHECK(stage.log.attempts[0].shown == 1);
    CHECK(stage.log.attempts[0].hints == hints);
}

TEST_CASE("the log tells what hands did between two tests, and which mistake was made") {
    Stage stage;
    stage.exhibit->openLevel("cheese-truck");
    stage.pass(1.0);
    build(stage, "fail.toml");
    stage.tap("tile.wood");
    stage.drag(stage.pixel(0, 0), stage.pixel(2, 3));  // it is there already: refused
    failAndBack(stage);
    failAndBack(stage);  // the same once more
    stage.tap("undo");
    stage.tap("undo", 1);  // another finger, after the first one
    stage.tap("redo", 1);
    stage.tap("hint");
    fail(stage);
    const auto& attempts = stage.log.attempts;
    REQUIRE(attempts.size() == 3);
    for (std::uint32_t k = 0; k < 3; ++k) CHECK(attempts[k].attempt == k + 1);
    CHECK(attempts[0].reason == levelOf(stage).expected_first_mistake);
    CHECK(attempts[0].commands.refused == 1);
    CHECK(attempts[0].hands == 1);
    CHECK_FALSE(attempts[0].rebuilt);
    CHECK(attempts[0].greatest_use >= 1.0);
    CHECK(attempts[0].cost == Approx(attempts[1].cost));
    CHECK_FALSE(attempts[1].rebuilt);
    CHECK(attempts[1].commands == engagement::CommandCounts{});
    CHECK(attempts[2].rebuilt);
    CHECK(attempts[2].commands.undone == 2);
    CHECK(attempts[2].commands.redone == 1);
    CHECK(attempts[2].hands == 1);  // never two at the same time
    CHECK(attempts[2].hints == 1);
    CHECK(attempts[2].cost < attempts[1].cost);
}

TEST_CASE("a test can be held and slowed, and comes out the same") {
    const auto outcome = [](bool hold, bool slow) {
        Stage stage;
        stage.exhibit->openLevel("cheese-truck");
        stage.pass(1.0);
        CHECK_FALSE(stage.exhibit->find("pause"));
        build(stage, "win.toml");
        stage.tap("start");
        const play::Session& session = *stage.exhibit->session();
        stage.pass(1.0);
        if (hold) {
            stage.tap("pause");
            const auto before = session.ticks();
            stage.pass(2.0);
            CHECK(session.ticks() == before);
            stage.show("play-paused");
            stage.tap("pause");
        }
        if (slow) {
            stage.tap("slow");
            const auto before = session.ticks();
            stage.pass(2.0);
            CHECK(session.ticks() >= before + 29);
            CHECK(session.ticks() <= before + 31);
            stage.show("play-slow");
            stage.tap("slow");
        }
        for (int k = 0; k < 120 && session.phase() == play::Phase::Running; ++k) stage.pass(0.1);
        REQUIRE(session.phase() == play::Phase::Won);
        CHECK_FALSE(stage.exhibit->find("pause"));
        const play::Replay again = play::replay(session.level(), session.recording());
        CHECK_FALSE(again.difference);
        return std::pair(session.result()->measures.seconds, session.result()->measures.greatest_use);
    };
    const auto plain = outcome(false, false);
    CHECK(outcome(true, false) == plain);
    CHECK(outcome(false, true) == plain);
}

TEST_CASE("what was tried can be taken up again, as one step that can be undone") {
    Stage stage;
    stage.exhibit->openLevel("cheese-truck");
    stage.pass(1.0);
    CHECK_FALSE(stage.exhibit->find("history"));
    build(stage, "fail.toml");
    const world::Design first = designOf(stage);
    failAndBack(stage);
    REQUIRE(stage.exhibit->find("history"));
    for (int k = 0; k < 3; ++k) stage.tap("undo");
    const world::Design second = designOf(stage);
    failAndBack(stage);
    stage.tap("history");
    REQUIRE(stage.screen() == "history");
    stage.pass(0.5);
    REQUIRE(stage.exhibit->find("try.1"));
    REQUIRE(stage.exhibit->find("try.2"));
    stage.show("history");
    stage.tap("try.2");  // it stands there: the sheet closes, nothing else
    REQUIRE(stage.screen() == "play");
    CHECK(designOf(stage) == second);
    stage.tap("history");
    stage.tap("try.1");
    REQUIRE(stage.screen() == "play");
    CHECK(designOf(stage) == first);
    stage.tap("undo");
    CHECK(designOf(stage) == second);
    stage.tap("redo");
    stage.tap("history");
    stage.tap("close");
    CHECK(stage.screen() == "play");
    stage.tap("history");
    stage.tapAt({4, 4});  // beside the sheet
    CHECK(stage.screen() == "play");
    fail(stage);
    REQUIRE(stage.log.attempts.size() == 3);
    CHECK(stage.log.attempts[2].commands.taken_up == 1);
    CHECK(stage.log.attempts[2].rebuilt);
    const play::Session& session = *stage.exhibit->session();
    CHECK_FALSE(play::replay(session.level(), session.recording()).difference);
}

TEST_CASE("of many tries twelve are kept, the best one among them") {
    Tries tries;
    play::Result won;
    won.won = true;
    world::Design design;
    for (std::uint32_t k = 1; k <= 16; ++k) {
        world::Part part;
        part.id = {k};
        design.parts.push_back(part);
        tries.begin(design, 100.0 * k);
        if (k == 2) tries.decided(won);
    }
    REQUIRE(tries.kept().size() == Tries::most);
    CHECK(tries.best()->attempt == 2);
    CHECK(tries.find(2));
    CHECK_FALSE(tries.find(1));
    CHECK(tries.find(16));
    // The same design again takes its own place.
    tries.begin(design, 1.0);
    CHECK(tries.kept().size() == Tries::most);
    CHECK_FALSE(tries.find(16));
    CHECK(tries.kept().back().attempt == 17);
}

TEST_CASE(
    "a hand that nobody asked for tests what stands there, else begins the road, and does not give it away") {
    for (const level::Level& level : Stage::readLevels()) {
        if (level.mode == level::Mode::Live) continue;
        INFO(level.id);
        Stage stage;
        REQUIRE(stage.exhibit->openLevel(level.id));
        const bool young = level.band <= level::AgeBand::Groep35;
        for (int k = 0; k < (young ? 35 : 65); ++k) stage.pass(0.1);
        const bool stands = !stage.exhibit->session()->check(play::Start{});
        CHECK(stage.exhibit->hand() == (stands ? "start" : "scene"));
    }
}
