// The way of a visit through the screens, by fingers.
#include "game/view/picking.h"
#include "player.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

void openByTouch(Stage& stage, const std::string& level) {
    stage.pass(0.5);
    stage.tapAt({960, 500});
    REQUIRE(stage.screen() == "choose");
    stage.pass(1.0);
    stage.tap("level." + level);
    REQUIRE(stage.screen() == "play");
    stage.pass(1.0);
}

// The line of a visit in Dutch, with how many levels were offered.
std::string began() {
    return "began nl " + std::to_string(Stage::readLevels().size());
}

}  // namespace

TEST_CASE("a visit goes from attract over a failure and a mend to the result and on") {
    Stage stage;
    REQUIRE(stage.screen() == "attract");
    openByTouch(stage, "cheese-truck");
    CHECK(stage.log.lines.at(0) == began());
    CHECK(stage.log.lines.at(1) == "opened cheese-truck");

    build(stage, "fail.toml");
    const auto placed = stage.exhibit->session()->design().parts.size();
    CHECK(placed >= 10);
    stage.show("play-built");
    stage.tap("start");
    for (int k = 0; k < 40 && stage.screen() == "play"; ++k) {
        stage.pass(0.5);
        if (k == 2) stage.show("play-running");
    }
    REQUIRE(stage.screen() == "failure");
    stage.pass(2.0);
    for (int k = 0; k < 20 && stage.exhibit->telling(); ++k) stage.pass(0.25);
    stage.pass(1.0);
    stage.show("failure");
    REQUIRE(stage.exhibit->find("idea"));
    CHECK(stage.exhibit->find("again"));
    CHECK(stage.exhibit->find("self"));
    REQUIRE(stage.log.attempts.size() == 1);
    CHECK(stage.log.attempts[0].outcome == engagement::AttemptOutcome::Lost);
    CHECK(stage.log.attempts[0].reason == ReasonId::Buckled);
    CHECK(stage.log.attempts[0].commands.placed >= 10);

    stage.tap("again");
    REQUIRE(stage.screen() == "failure");
    stage.tap("idea");
    REQUIRE(stage.screen() == "play");
    CHECK(stage.exhibit->session()->phase() == play::Phase::Building);
    stage.pass(1.5);
    stage.show("play-idea");

    // Taken back piece by piece, and built as the stored win.
    while (stage.exhibit->session()->canUndo()) stage.tap("undo");
    build(stage, "win.toml");
    stage.tap("start");
    for (int k = 0; k < 80 && stage.screen() == "play"; ++k) {
        stage.pass(0.5);
        if (stage.exhibit->telling()) stage.show("play-won");
    }
    REQUIRE(stage.screen() == "result");
    stage.pass(3.0);
    stage.show("result");
    REQUIRE(stage.log.attempts.size() == 2);
    CHECK(stage.log.attempts[1].outcome == engagement::AttemptOutcome::Won);
    CHECK(stage.log.attempts[1].rebuilt);
    CHECK(stage.log.attempts[1].stars >= 1);

    // Nobody has opened the card yet; who does is counted, each time.
    const auto careers = [&] {
        return std::count(stage.log.lines.begin(), stage.log.lines.end(), "career constructeur");
    };
    CHECK(careers() == 0);
    stage.tap("career.open");
    REQUIRE(stage.screen() == "career");
    CHECK(careers() == 1);
    stage.pass(1.0);
    stage.show("career");
    stage.tap("language");
    stage.tap("language.fr");
    CHECK(stage.log.lines.back() == "language fr");
    stage.tap("close");
    REQUIRE(stage.screen() == "result");
    stage.tap("career");
    CHECK(careers() == 2);
    stage.tap("close");
    stage.tap("language");
    stage.tap("language.de");
    CHECK(stage.screen() == "result");
    stage.pass(1.0);
    const auto touchables = stage.exhibit->touchables();
    const auto next = std::find_if(touchables.begin(), touchables.end(),
                                   [](const auto& t) { return t.id.starts_with("next."); });
    REQUIRE(next != touchables.end());
    const std::string id = next->id;
    stage.tap(id);
    REQUIRE(stage.screen() == "play");
    CHECK(stage.exhibit->session()->level().id == id.substr(5));
    CHECK(stage.log.lines.back() == "opened " + id.substr(5));
    stage.tap("home");
    CHECK(stage.screen() == "choose");
    stage.pass(1.0);
    stage.show("choose-stars");
    stage.tap("home");
    CHECK(stage.screen() == "goodbye");
    CHECK(stage.log.lines.back() == "ended 3");
    stage.pass(0.5);
    stage.show("goodbye");
    stage.pass(4.0);
    CHECK(stage.screen() == "attract");
}

TEST_CASE("the youngest fail and win without a word") {
    Stage stage;
    openByTouch(stage, "plank-and-sheep");
    build(stage, "fail.toml");
    stage.tap("start");
    for (int k = 0; k < 60 && stage.screen() == "play"; ++k) stage.pass(0.5);
    REQUIRE(stage.screen() == "failure");
    stage.pass(5.0);
    stage.show("failure-youngest");
    stage.tap("self");
    REQUIRE(stage.screen() == "play");
    stage.pass(1.0);  // the camera goes back
    while (stage.exhibit->session()->canUndo()) stage.tap("undo");
    build(stage, "win.toml");
    stage.tap("start");
    for (int k = 0; k < 80 && stage.screen() == "play"; ++k) stage.pass(0.5);
    REQUIRE(stage.screen() == "result");
    stage.pass(2.0);
    stage.show("result-youngest");
    stage.tap("again");
    CHECK(stage.screen() == "play");
    CHECK(stage.exhibit->session()->phase() == play::Phase::Building);
}

TEST_CASE("nobody there: the question comes, a touch stays, silence ends the visit") {
    data::Config config;
    config.idleSeconds = 40;
    config.warningSeconds = 20;
    Stage stage(ui::screenFromInches(1920, 1080, 24), config);
    openByTouch(stage, "cheese-truck");
    stage.pass(18.0);
    CHECK_FALSE(stage.exhibit->idleWarning());
    stage.pass(3.0);
    REQUIRE(stage.exhibit->idleWarning());
    stage.show("idle");
    stage.tap("stay");
    CHECK_FALSE(stage.exhibit->idleWarning());
    CHECK(stage.screen() == "play");
    CHECK(stage.exhibit->session()->design().parts.empty());
    for (int k = 0; k < 11; ++k) {  // as often as one likes
        stage.pass(25.0);
        REQUIRE(stage.exhibit->idleWarning());
        stage.tapAt({960, 300});
        REQUIRE_FALSE(stage.exhibit->idleWarning());
    }
    stage.pass(41.0);
    CHECK(stage.screen() == "attract");
    CHECK(stage.log.lines.back() == "ended 2");
    // The start screen asks nobody.
    stage.pass(100.0);
    CHECK_FALSE(stage.exhibit->idleWarning());
}

TEST_CASE("the language changes on every screen that reads, and starts anew with the next visitor") {
    Stage stage;
    stage.pass(0.5);
    stage.tap("language.en");
    CHECK(stage.screen() == "attract");
    CHECK(stage.exhibit->language() == "en");
    openByTouch(stage, "cheese-truck");
    for (const std::string& code : stage.config.languagesOffered) {
        stage.tap("language");
        REQUIRE(stage.screen() == "language");
        stage.pass(0.3);
        stage.show("language");
        // Each by its own name: whoever reads no other word finds it.
        for (const std::string& other : stage.config.languagesOffered) {
            const ui::Widget* key = ui::find(stage.exhibit->widgets(), "language." + other);
            REQUIRE(key != nullptr);
            const auto& look = std::get<ui::KeyLook>(key->look);
            CHECK(look.label == stage.strings.text(other, "language.name"));
            CHECK(look.lit == (other == stage.exhibit->language()));
        }
        stage.tap("language." + code);
        CHECK(stage.exhibit->language() == code);
        CHECK(stage.screen() == "play");
        stage.pass(0.3);
        stage.show("play-" + code);
    }
    CHECK(stage.log.lines.back() == "language fr");
    stage.exhibit->home();
    CHECK(stage.exhibit->language() == "nl");
}

TEST_CASE("beside the list of languages one touch leaves all as it was, and a test waits meanwhile") {
    Stage stage;
    openByTouch(stage, "cheese-truck");
    build(stage, "win.toml");
    stage.tap("start");
    stage.pass(1.0);
    REQUIRE(stage.exhibit->session()->phase() == play::Phase::Running);
    const auto tick = stage.exhibit->session()->ticks();
    stage.tap("language");
    REQUIRE(stage.screen() == "language");
    const auto began = stage.exhibit->session()->ticks();
    CHECK(began <= tick + 10);
    stage.pass(5.0);
    CHECK(stage.exhibit->session()->ticks() == began);
    const gfx::Rect card = *stage.exhibit->find("card");
    stage.tapAt({card.x - 10, card.y - 10});
    CHECK(stage.screen() == "play");
    CHECK(stage.exhibit->language() == "nl");
    stage.pass(0.5);
    CHECK(stage.exhibit->session()->ticks() > began + 20);
    // And a visit that ends while the list lies open begins anew like any other.
    stage.tap("language");
    stage.pass(stage.config.idleSeconds + 1);
    CHECK(stage.screen() == "attract");
}

TEST_CASE("where two languages are offered the key changes to the other one at once") {
    data::Config config;
    config.languagesOffered = {"nl", "de"};
    Stage stage(ui::screenFromInches(1920, 1080, 24), config);
    openByTouch(stage, "cheese-truck");
    for (const char* code : {"de", "nl"}) {
        stage.tap("language");
        CHECK(stage.screen() == "play");
        CHECK(stage.exhibit->language() == code);
    }
    config.languagesOffered = {"nl"};
    Stage one(ui::screenFromInches(1920, 1080, 24), config);
    openByTouch(one, "cheese-truck");
    CHECK_FALSE(one.exhibit->find("language"));
}

TEST_CASE("a level that lacks a language says it in Dutch, and no card is empty") {
    std::vector<level::Level> levels = Stage::readLevels();
    for (level::Level& level : levels) level.task.erase("fr");
    data::Config config;
    config.language = "fr";
    Stage stage(ui::screenFromInches(1920, 1080, 24), config, Stage::readStrings(), levels);
    openByTouch(stage, "cheese-truck");
    const ui::Widget* goal = ui::find(stage.exhibit->widgets(), "goal.text");
    REQUIRE(goal != nullptr);
    CHECK(std::get<ui::TextLook>(goal->look).text == stage.exhibit->session()->level().task.at("nl"));
}

TEST_CASE("leaving a level while it runs is an attempt that was given up") {
    Stage stage;
    openByTouch(stage, "cheese-truck");
    build(stage, "win.toml");
    stage.tap("start");
    stage.pass(0.5);
    stage.tap("home");
    REQUIRE(stage.log.attempts.size() == 1);
    CHECK(stage.log.attempts[0].outcome == engagement::AttemptOutcome::Abandoned);
    CHECK(stage.log.lines.back() == "left");
}

TEST_CASE("a late frame runs at most three ticks and drops the rest") {
    Stage stage;
    stage.exhibit->openLevel("cheese-truck");
    const auto before = stage.exhibit->session()->ticks();
    stage.exhibit->update(2.0);
    CHECK(stage.exhibit->session()->ticks() == before + 3);
    stage.exhibit->update(1.0 / 60);
    CHECK(stage.exhibit->session()->ticks() <= before + 4);
}

namespace {

gfx::Point terminal(const Stage& stage, PartId part, std::uint8_t port) {
    const play::Session& session = *stage.exhibit->session();
    const Vec2 at = view::terminalPosition(*session.design().find(part), port);
    const gfx::Point origin = *stage.exhibit->pixelOf(level::GridPoint{0, 0});
    const gfx::Point metre = *stage.exhibit->pixelOf(level::GridPoint{1000, 1000});
    return {origin.x + float(at.x) * (metre.x - origin.x), origin.y + float(at.y) * (metre.y - origin.y)};
}

}  // namespace

TEST_CASE("the lamp lights when the loop is closed, in whatever order it was built") {
    Stage stage;
    openByTouch(stage, "first-lamp");
    CHECK_FALSE(stage.exhibit->find("start"));
    const auto grid = [&](int x, int y) { return *stage.exhibit->pixelOf(level::GridPoint{x, y}); };
    // Not in the order of the stored win: switch, lamp, battery.
    stage.tap("tile.switch");
    stage.tapAt(grid(400, 600));
    stage.tap("tile.lamp");
    stage.tapAt(grid(1000, 600));
    stage.tap("tile.battery");
    stage.tapAt(grid(700, 200 + 200));
    const play::Session& session = *stage.exhibit->session();
    REQUIRE(session.design().parts.size() == 3);
    stage.pass(1.0);
    stage.show("lamp-parts");
    stage.tap("tile.wire");
    const PartId contact = session.design().parts[0].id, lamp = session.design().parts[1].id,
                 battery = session.design().parts[2].id;
    stage.drag(terminal(stage, battery, 0), terminal(stage, contact, 0));
    stage.drag(terminal(stage, contact, 1), terminal(stage, lamp, 0));
    stage.drag(terminal(stage, lamp, 1), terminal(stage, battery, 1));
    REQUIRE(session.design().parts.size() == 6);
    stage.pass(7.0);
    stage.show("lamp-hand");  // the hand points at the switch
    stage.tapAt(*stage.exhibit->pixelOf(contact));
    stage.pass(0.5);
    stage.show("lamp-lit");
    // The bin that is still on goes off when it is won.
    stage.tap("delete");
    CHECK(stage.exhibit->find("delete.note"));
    for (int k = 0; k < 40 && !stage.exhibit->telling(); ++k) stage.pass(0.25);
    REQUIRE(stage.screen() == "play");
    CHECK_FALSE(stage.exhibit->find("delete.note"));
    for (int k = 0; k < 40 && stage.screen() == "play"; ++k) stage.pass(0.5);
    REQUIRE(stage.screen() == "result");
    stage.pass(3.0);
    stage.show("lamp-result");
    REQUIRE(stage.log.attempts.size() == 1);
    CHECK(stage.log.attempts[0].outcome == engagement::AttemptOutcome::Won);
    stage.tap("again");
    CHECK(stage.screen() == "play");
    CHECK(stage.exhibit->session()->design().parts.empty());
}

TEST_CASE("the keyboard goes from key to key and presses them") {
    Stage stage;
    stage.exhibit->openLevel("cheese-truck");
    stage.pass(1.0);
    const platform::KeyEvent tab{.key = platform::Key::Tab}, enter{.key = platform::Key::Enter};
    stage.exhibit->key(tab);
    stage.pass(0.05);
    stage.show("play-focus");
    for (int k = 0; k < 12 && stage.screen() == "play"; ++k) {
        stage.exhibit->key(tab);
        stage.exhibit->key(enter);
        stage.pass(0.05);
    }
    CHECK(stage.screen() == "choose");
}

TEST_CASE("after six seconds of nothing a hand shows the next move, until somebody touches") {
    Stage stage;
    stage.exhibit->openLevel("cheese-truck");
    stage.pass(5.5);
    CHECK(stage.exhibit->hand().empty());
    stage.pass(1.0);
    // The first move of the stored win is a road, and the road is in the hand already.
    CHECK(stage.exhibit->hand() == "scene");
    stage.down(0, stage.pixel(8, 5));
    CHECK(stage.exhibit->hand().empty());
    stage.pass(10.0);
    CHECK(stage.exhibit->hand().empty());  // a finger is on the glass
    stage.up(0, stage.pixel(8, 5));
    // With another material in the hand it shows the tile first.
    stage.tap("tile.wood");
    stage.pass(6.5);
    CHECK(stage.exhibit->hand() == "tile.road");
    // When all is built it shows Start.
    build(stage, "win.toml");
    stage.pass(6.5);
    CHECK(stage.exhibit->hand() == "start");
}

TEST_CASE("who only changes the language and leaves is a visit that ends by itself") {
    Stage stage;
    stage.pass(0.5);
    stage.tap("language.en");
    CHECK(stage.log.lines.front() == began());
    stage.pass(stage.config.idleSeconds + 1);
    CHECK(stage.log.lines.back() == "ended 2");
    CHECK(stage.screen() == "attract");
    CHECK(stage.exhibit->language() == "nl");
}

TEST_CASE("a touch on the goodbye is no new visit") {
    Stage stage;
    openByTouch(stage, "cheese-truck");
    stage.tap("home");
    stage.pass(1.0);
    stage.tap("home");
    REQUIRE(stage.screen() == "goodbye");
    stage.pass(1.0);
    stage.tapAt({960, 500});
    CHECK(stage.screen() == "attract");
    CHECK(std::count(stage.log.lines.begin(), stage.log.lines.end(), began()) == 1);
    stage.tapAt({960, 500});
    CHECK(stage.screen() == "choose");
    CHECK(std::count(stage.log.lines.begin(), stage.log.lines.end(), began()) == 2);
}
