// Each screen and moment as it was approved. A picture is drawn on the virtual clock, so it is the same in
// every run.
#include "game/view/picking.h"
#include "golden.h"
#include "player.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

constexpr double sixtieth = 1.0 / 60;

// A stage whose pictures are compared.
struct Gallery : Stage {
    int width, height;

    explicit Gallery(ui::ScreenSize screen = ui::screenFromInches(1920, 1080, 24), data::Config given = {})
        : Stage(screen, std::move(given)), width(screen.width), height(screen.height) {}

    void picture(const std::string& name) {
        gfx::Canvas canvas(graphics());
        gfx::Frame frame(width, height);
        settle(canvas);
        canvas.begin(frame.target());
        exhibit->draw(canvas);
        canvas.end();
        CHECK(golden::matches(name, frame.read()));
    }
    void open(const std::string& level) {
        REQUIRE(exhibit->openLevel(level));
        pass(1.5);
    }
    template <class Condition>
    void until(double seconds, const std::string& what, Condition condition) {
        for (double left = seconds; !condition(); left -= sixtieth) {
            if (left < 0) FAIL("waited in vain for " << what);
            pass(sixtieth);
        }
    }
    void untilScreen(const std::string& name) {
        until(60.0, name, [&] { return screen() == name; });
    }
    void untilTold() {
        until(20.0, "the end of the story", [&] { return !exhibit->telling(); });
        pass(1.0);
    }
    void untilPhase(play::Phase phase) {
        until(60.0, "the end of the test", [&] { return exhibit->session()->phase() == phase; });
    }
    void otherLanguage(const std::string& name) {
        speak("en");
        picture(name);
        speak("nl");
    }
    void speak(const std::string& language) {
        tap("language");
        pass(0.8);
        tap("language." + language);
        pass(2.0);  // all that is said comes anew
    }
};

}  // namespace

TEST_CASE("attract: the title, then a bridge that somebody built, and its fall") {
    Gallery g;
    g.pass(2.0);
    g.picture("attract");
    g.pass(6.0);
    g.picture("attract-recording");
    g.pass(4.0);
    g.picture("attract-collapse");
    g.tap("language.en");
    g.pass(0.5);
    g.picture("attract-en");
}

TEST_CASE("choose, in both languages") {
    Gallery g;
    g.pass(1.0);
    g.tapAt({960, 500});
    g.untilScreen("choose");
    g.pass(1.5);
    g.picture("choose");
    g.otherLanguage("choose-en");
}

TEST_CASE("every level at rest") {
    for (const level::Level& level : Stage::readLevels()) {
        Gallery g;
        g.open(level.id);
        g.picture(level.id);
    }
}

TEST_CASE("a bridge that fails: built, tested, broken, explained") {
    Gallery g;
    g.open("cheese-truck");
    g.pass(6.0);
    g.picture("truck-first-move");
    build(g, "fail.toml");
    g.picture("truck-built");
    g.tap("hint");
    g.pass(0.8);
    g.picture("truck-hint");
    g.otherLanguage("truck-hint-en");
    g.tap("hint.card");
    g.tap("start");
    g.pass(1.5);
    g.picture("truck-running");
    g.untilPhase(play::Phase::Lost);
    g.pass(0.4);
    g.picture("truck-break");
    g.untilScreen("failure");
    g.pass(2.0);
    g.picture("truck-slow-motion");
    g.untilTold();
    g.picture("truck-failure");
    g.otherLanguage("truck-failure-en");
    g.tap("idea");
    g.pass(1.5);
    g.picture("truck-idea");
}

TEST_CASE("a member under the finger") {
    Gallery g;
    g.open("cheese-truck");
    g.tap("tile.wood");
    const gfx::Point from = g.pixel(0, 0), to = g.pixel(2, 2);
    g.down(0, from);
    for (int k = 1; k <= 6; ++k) {
        g.move(0, gfx::mix(from, to, float(k) / 6));
        g.pass(sixtieth);
    }
    g.pass(0.3);
    g.picture("truck-dragging");
}

TEST_CASE("a bridge that holds: crossed, won, its result") {
    Gallery g;
    g.open("cheese-truck");
    build(g, "win.toml");
    g.tap("start");
    g.pass(4.0);
    g.picture("truck-crossing");
    g.untilPhase(play::Phase::Won);
    g.pass(1.2);
    g.picture("truck-won");
    g.untilScreen("result");
    g.pass(3.0);
    g.picture("truck-result");
    g.otherLanguage("truck-result-en");
}

TEST_CASE("what helps: a test held still, the solution shown, what was tried, the card of a career") {
    Gallery g;
    g.open("cheese-truck");
    build(g, "fail.toml");
    for (int failure = 1; failure <= 3; ++failure) {
        g.tap("start");
        if (failure == 1) {
            g.pass(1.5);
            g.tap("pause");
            g.pass(0.5);
            g.picture("truck-paused");
            g.tap("pause");
        }
        g.untilScreen("failure");
        g.untilTold();
        if (failure == 3) break;
        g.tap("self");
        g.pass(1.0);
        if (failure == 1) g.tap("undo");
    }
    g.picture("truck-third-failure");
    g.tap("show-me");
    g.untilScreen("show");
    g.pass(4.0);
    g.picture("truck-show-me");
    g.tap("stop");
    g.untilScreen("play");
    g.pass(1.0);
    g.tap("history");
    g.pass(1.0);
    g.picture("truck-history");
    g.tap("close");
    while (g.exhibit->session()->canUndo()) g.tap("undo");
    build(g, "win.toml");
    g.tap("start");
    g.untilScreen("result");
    g.pass(1.0);
    g.tap("career.open");
    g.pass(1.0);
    g.picture("career");
    g.otherLanguage("career-en");
}

TEST_CASE("the youngest: failure and result without words") {
    Gallery g;
    g.open("plank-and-sheep");
    build(g, "fail.toml");
    g.tap("start");
    g.untilScreen("failure");
    g.untilTold();
    g.picture("plank-failure");
    g.tap("self");
    g.pass(1.0);
    while (g.exhibit->session()->canUndo()) g.tap("undo");
    build(g, "win.toml");
    g.tap("start");
    g.pass(3.0);
    g.picture("plank-crossing");
    g.untilScreen("result");
    g.pass(3.0);
    g.picture("plank-result");
}

TEST_CASE("the lamp: its parts on the board, lit, its result") {
    Gallery g;
    g.open("first-lamp");
    const auto grid = [&](int x, int y) { return *g.exhibit->pixelOf(level::GridPoint{x, y}); };
    const auto put = [&](const std::string& part, gfx::Point at) {
        g.tap("tile." + part);
        g.tapAt(at);
        return g.exhibit->session()->design().parts.back().id;
    };
    const PartId contact = put("switch", grid(400, 600)), lamp = put("lamp", grid(1000, 600)),
                 battery = put("battery", grid(700, 400));
    const auto terminal = [&](PartId part, std::uint8_t port) {
        const Vec2 at = view::terminalPosition(*g.exhibit->session()->design().find(part), port);
        const gfx::Point origin = grid(0, 0), metre = grid(1000, 1000);
        return gfx::Point{origin.x + float(at.x) * (metre.x - origin.x),
                          origin.y + float(at.y) * (metre.y - origin.y)};
    };
    g.tap("tile.wire");
    g.drag(terminal(battery, 0), terminal(contact, 0));
    g.drag(terminal(contact, 1), terminal(lamp, 0));
    g.pass(0.5);
    g.picture("lamp-open");
    g.drag(terminal(lamp, 1), terminal(battery, 1));
    g.tapAt(*g.exhibit->pixelOf(contact));
    g.pass(0.5);
    g.picture("lamp-lit");
    g.untilScreen("result");
    g.pass(3.0);
    g.picture("lamp-result");
}

TEST_CASE("nobody there, and goodbye") {
    data::Config config;
    config.idleSeconds = 40;
    config.warningSeconds = 20;
    Gallery g(ui::screenFromInches(1920, 1080, 24), config);
    g.pass(0.5);
    g.tapAt({960, 500});
    g.untilScreen("choose");
    g.until(40.0, "the question", [&] { return g.exhibit->idleWarning(); });
    g.pass(1.0);
    g.picture("idle");
    g.tap("stay");
    g.pass(0.5);
    g.tap("home");
    g.untilScreen("goodbye");
    g.pass(1.5);
    g.picture("goodbye");
}

TEST_CASE("other screens: a tablet and one that stands upright") {
    Gallery tablet(ui::screenFromInches(1280, 800, 10.1));
    tablet.open("cheese-truck");
    tablet.picture("tablet-play");
    Gallery totem(ui::screenFromInches(1080, 1920, 32));
    totem.pass(1.0);
    totem.tapAt({540, 900});
    totem.untilScreen("choose");
    totem.pass(1.5);
    totem.picture("totem-choose");
    totem.open("cheese-truck");
    totem.picture("totem-play");
}

TEST_CASE("the keyboard: its ring on the start screen, on the map and in the tray, its cursor in the scene") {
    Gallery g;
    const auto key = [&](platform::Key which) { g.exhibit->key({.key = which}); };
    g.pass(2.0);
    key(platform::Key::Tab);
    g.picture("keys-attract");
    key(platform::Key::Enter);
    g.untilScreen("choose");
    g.pass(1.5);
    g.picture("keys-choose");
    g.open("cheese-truck");
    g.exhibit->key({.letter = U'2'});
    key(platform::Key::Enter);
    key(platform::Key::Up);
    key(platform::Key::Up);
    key(platform::Key::Right);
    g.pass(0.3);
    g.picture("keys-scene");
    key(platform::Key::Tab);
    key(platform::Key::Tab);
    g.pass(0.3);
    g.picture("keys-tray");
}

TEST_CASE("high contrast: choosing, building, a result") {
    data::Config config;
    config.highContrast = true;
    ui::ScreenSize screen = ui::screenFromInches(1920, 1080, 24);
    screen.high_contrast = true;
    Gallery g(screen, config);
    g.pass(1.0);
    g.tapAt({960, 500});
    g.untilScreen("choose");
    g.pass(1.5);
    g.picture("contrast-choose");
    g.open("cheese-truck");
    build(g, "win.toml");
    g.picture("contrast-play");
    g.tap("start");
    g.untilScreen("result");
    g.pass(3.0);
    g.picture("contrast-result");
}

TEST_CASE("two pictures that differ are told apart, noise is not") {
    gfx::Pixels a{4, 4, std::vector<std::uint8_t>(64, 100)};
    gfx::Pixels b = a;
    b.bgra[5] = 102;
    CHECK(golden::compare(a, b)->different == 0);
    CHECK(golden::compare(a, b)->largest == 2);
    b.bgra[5] = 97;
    CHECK(golden::compare(a, b)->different == 1);
    CHECK_FALSE(golden::compare(a, a.shrunk(4)));
}
