// The whole exhibit by keys alone.
#include <algorithm>
#include <set>

#include "game/view/cursor.h"
#include "typist.h"

using namespace vonk;
using namespace vonk::screens;
using platform::Key;

namespace {

void openByKeys(Stage& stage, Typist& typist, const std::string& level) {
    stage.pass(0.5);
    typist.enter();
    REQUIRE(stage.screen() == "choose");
    stage.pass(1.0);
    REQUIRE(typist.tabTo("level." + level));
    typist.enter();
    REQUIRE(stage.screen() == "play");
    stage.pass(1.0);
}

bool untilScreen(Stage& stage, const std::string& name, double seconds) {
    for (double left = seconds; left > 0 && stage.screen() != name; left -= 0.25) stage.pass(0.25);
    return stage.screen() == name;
}

}  // namespace

TEST_CASE("every level is won by keys alone, from the start screen to the result and back") {
    for (const level::Level& level : Stage::readLevels()) {
        INFO(level.id);
        Stage stage;
        Typist typist(stage);
        openByKeys(stage, typist, level.id);
        REQUIRE(stage.exhibit->focused() == "scene");
        int number = 0;
        for (const play::Command& command : commandsOf(level, "win.toml")) {
            INFO("command " << ++number << ": " << play::name(command));
            REQUIRE(typist.perform(command));
        }
        REQUIRE(untilScreen(stage, "result", 90));
        stage.pass(2.5);
        REQUIRE(stage.log.attempts.size() == 1);
        CHECK(stage.log.attempts[0].outcome == engagement::AttemptOutcome::Won);
        CHECK(stage.log.attempts[0].hands == 1);  // the keyboard is a hand
        CHECK(stage.log.lines.front().starts_with("began"));
        // What to do next has the ring.
        CHECK(stage.exhibit->focused().starts_with("next."));
        typist.key(Key::Escape);
        REQUIRE(stage.screen() == "choose");
        typist.key(Key::Escape);
        REQUIRE(stage.screen() == "goodbye");
        stage.pass(1.0);
        typist.enter();
        CHECK(stage.screen() == "attract");
    }
}

TEST_CASE("a failure is seen, mended and left by keys") {
    for (const level::Level& level : Stage::readLevels()) {
        if (level.mode == level::Mode::Live) continue;
        INFO(level.id);
        Stage stage;
        Typist typist(stage);
        openByKeys(stage, typist, level.id);
        for (const play::Command& command : commandsOf(level, "fail.toml")) REQUIRE(typist.perform(command));
        // While it runs the ring is on what stops it.
        CHECK(stage.exhibit->focused() == "start");
        REQUIRE(untilScreen(stage, "failure", 90));
        for (int k = 0; k < 60 && !stage.exhibit->find("idea"); ++k) stage.pass(0.25);
        REQUIRE(stage.exhibit->focused() == "idea");
        typist.key(Key::Right);
        CHECK(stage.exhibit->focused() == "again");
        typist.key(Key::Right);
        REQUIRE(stage.exhibit->focused() == "self");
        typist.enter();
        REQUIRE(stage.screen() == "play");
        CHECK(stage.exhibit->session()->phase() == play::Phase::Building);
        break;
    }
}

TEST_CASE("Tab goes through all that can be touched, once round and back") {
    Stage stage;
    Typist typist(stage);
    const auto walk = [&](const std::string& what) {
        INFO(what);
        std::set<std::string> wanted;
        for (const auto& touchable : stage.exhibit->touchables())
            if (touchable.enabled) wanted.insert(touchable.id);
        std::vector<std::string> met;
        for (std::size_t k = 0; k < wanted.size() + 1; ++k) {
            typist.key(Key::Tab);
            met.push_back(stage.exhibit->focused());
        }
        for (const std::string& id : wanted) {
            INFO(id);
            CHECK(std::ranges::count(met, id) >= 1);
        }
        const std::string last = met.back();
        typist.key(Key::Tab);
        typist.key(Key::Tab, true);
        CHECK(stage.exhibit->focused() == last);
    };
    stage.pass(0.5);
    typist.key(Key::Tab);
    CHECK(stage.exhibit->focused() == "scene");
    walk("attract");
    typist.key(Key::Escape);
    CHECK(stage.screen() == "attract");
    REQUIRE(typist.tabTo("scene"));
    typist.enter();
    REQUIRE(stage.screen() == "choose");
    stage.pass(1.0);
    walk("choose");
    REQUIRE(typist.tabTo("level.cheese-truck"));
    typist.enter();
    stage.pass(1.0);
    walk("play");
    typist.letter(U'h');
    REQUIRE(stage.exhibit->find("hint.card"));
    walk("play with a hint");
    typist.key(Key::Escape);
    CHECK_FALSE(stage.exhibit->find("hint.card"));
    CHECK(stage.screen() == "play");
    typist.key(Key::Escape);
    CHECK(stage.screen() == "choose");
}

TEST_CASE("a language is chosen by keys") {
    Stage stage;
    Typist typist(stage);
    openByKeys(stage, typist, "cheese-truck");
    typist.letter(U'l');
    REQUIRE(stage.screen() == "language");
    stage.pass(0.5);
    // The ring begins at the language that is spoken.
    CHECK(stage.exhibit->focused() == "language.nl");
    typist.key(Key::Escape);
    CHECK(stage.screen() == "play");
    CHECK(stage.exhibit->language() == "nl");
    typist.letter(U'l');
    REQUIRE(typist.tabTo("language.fr"));
    typist.enter();
    CHECK(stage.screen() == "play");
    CHECK(stage.exhibit->language() == "fr");
}

TEST_CASE("letters are short ways to the keys of a level") {
    Stage stage;
    Typist typist(stage);
    openByKeys(stage, typist, "cheese-truck");
    const play::Session& session = *stage.exhibit->session();
    const auto commands = commandsOf(session.level(), "win.toml");
    REQUIRE(typist.perform(commands.front()));
    const auto parts = session.design().parts.size();
    typist.letter(U'u');
    CHECK(session.design().parts.size() == parts - 1);
    typist.letter(U'r');
    CHECK(session.design().parts.size() == parts);
    // Delete: the cursor stands on parts then, and Enter takes one away.
    typist.key(Key::Delete);
    typist.key(Key::Right);
    typist.enter();
    CHECK(session.design().parts.size() == parts - 1);
    CHECK(stage.screen() == "play");
    CHECK(stage.log.attempts.empty());
}

TEST_CASE(
    "a finger puts the ring away, a key brings it back, and asking whether one is there takes any key") {
    Stage stage;
    Typist typist(stage);
    openByKeys(stage, typist, "cheese-truck");
    CHECK(stage.exhibit->cursor());
    stage.tap("undo");
    CHECK(stage.exhibit->focused().empty());
    typist.key(Key::Right);
    CHECK(stage.exhibit->focused() == "scene");
    stage.pass(stage.config.idleSeconds - stage.config.warningSeconds + 1);
    REQUIRE(stage.exhibit->idleWarning());
    typist.key(Key::Down);
    stage.pass(0.1);
    CHECK_FALSE(stage.exhibit->idleWarning());
    CHECK(stage.screen() == "play");
}

TEST_CASE("arrows lead from every place of the scene to every other") {
    for (const level::Level& level : Stage::readLevels()) {
        INFO(level.id);
        play::Session session(level);
        view::Gestures gestures(session);
        int number = 0;
        for (const play::Command& command : commandsOf(level, "win.toml")) {
            INFO("after command " << number++);
            for (const level::PaletteItem& item : level.palette) {
                gestures.select(world::findRow(item.part)->kind);
                const auto stops = view::cursorStops(session, gestures);
                if (stops.empty()) continue;
                std::vector<char> reached(stops.size(), 0);
                std::vector<std::size_t> open{0};
                reached[0] = 1;
                while (!open.empty()) {
                    const Vec2 from = stops[open.back()];
                    open.pop_back();
                    for (const auto way : {ui::Direction::Left, ui::Direction::Right, ui::Direction::Up,
                                           ui::Direction::Down}) {
                        const auto to = std::size_t(
                            std::ranges::find(stops, view::cursorTowards(stops, from, way)) - stops.begin());
                        if (reached[to]) continue;
                        reached[to] = 1;
                        open.push_back(to);
                    }
                }
                CHECK(std::ranges::count(reached, 1) == std::ptrdiff_t(stops.size()));
            }
            if (std::holds_alternative<play::Start>(command)) break;
            REQUIRE_FALSE(session.apply(command, Actor{0}));
        }
    }
}
