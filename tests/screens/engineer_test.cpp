// The window for engineers lies over the play screen and leaves it to the pupils.
#include <algorithm>

#include "player.h"

using namespace vonk;
using namespace vonk::screens;
using platform::Key;

namespace {

struct Engineer : Stage {
    using Stage::Stage;

    void f1() { exhibit->key({.key = Key::F1}); }
    std::size_t parts() const { return exhibit->session()->design().parts.size(); }

    gfx::Pixels picture() {
        gfx::Canvas canvas(graphics());
        gfx::Frame frame(1920, 1080);
        // The overlay shows a window from its second picture on.
        for (int k = 0; k < 2; ++k) {
            exhibit->prepare(canvas);
            canvas.begin(frame.target());
            exhibit->draw(canvas);
            canvas.end();
        }
        return frame.read();
    }

    // Where the window lies: where the picture of this same moment is another one without it.
    gfx::Rect window() {
        const gfx::Pixels with = picture();
        f1();
        const gfx::Pixels without = picture();
        f1();
        picture();
        int left = 1920, right = 0, top = 1080, bottom = 0;
        for (int y = 0; y < 1080; ++y)
            for (int x = 0; x < 1920; ++x) {
                if (with.at(x, y) == without.at(x, y)) continue;
                left = std::min(left, x), right = std::max(right, x);
                top = std::min(top, y), bottom = std::max(bottom, y);
            }
        return {float(left), float(top), float(right - left), float(bottom - top)};
    }
};

}  // namespace

TEST_CASE("F1 opens and closes the engineer's window; fingers beside it still build") {
    Engineer stage;
    stage.exhibit->openLevel("cheese-truck");
    stage.pass(1.0);
    build(stage, "win.toml");
    REQUIRE(stage.parts() > 4);
    const auto before = stage.picture();
    stage.f1();
    const gfx::Rect window = stage.window();
    CHECK(window.w > 300);
    CHECK(window.h > 150);
    stage.show("engineer-bridge");

    SECTION("what is built beside it counts") {
        const auto count = stage.parts();
        stage.tap("undo");
        CHECK(stage.parts() == count - 1);
        stage.tap("redo");
        CHECK(stage.parts() == count);
    }
    SECTION("a finger on it builds nothing below it, also a second one") {
        for (int k = 0; k < 30 && stage.exhibit->session()->canUndo(); ++k) stage.tap("undo");
        REQUIRE(stage.parts() == 0);
        // Dragged by its title until it covers the left end of the bridge.
        const gfx::Point grip{window.x + 200, window.y + 14};
        const gfx::Point anchor = stage.pixel(0, 0);
        stage.down(5, grip);
        stage.picture();
        stage.move(5, {anchor.x + 100, anchor.y - 100});
        stage.picture();
        stage.up(5, {anchor.x + 100, anchor.y - 100});
        stage.picture();
        stage.show("engineer-dragged");
        stage.tap("tile.road");
        stage.drag(stage.pixel(0, 0), stage.pixel(4, 0));
        CHECK(stage.parts() == 0);
        stage.down(6, {anchor.x + 60, anchor.y - 60});
        stage.drag(stage.pixel(0, 0), stage.pixel(4, 0));
        stage.up(6, {anchor.x + 60, anchor.y - 60});
        CHECK(stage.parts() == 0);
        stage.f1();
        stage.drag(stage.pixel(0, 0), stage.pixel(4, 0));
        CHECK(stage.parts() == 1);
    }
    SECTION("it shows a test that runs, and closes when one leaves") {
        stage.tap("start");
        stage.pass(4.0);
        CHECK(stage.window().w > 300);
        stage.show("engineer-running");
        stage.tap("home");
        REQUIRE(stage.screen() == "choose");
        const auto choose = stage.picture();
        stage.f1();
        const auto unchanged = stage.picture();
        CHECK(choose.at(1500, 300) == unchanged.at(1500, 300));
    }
    SECTION("the same moment looks as before once it is closed") {
        stage.f1();
        const auto after = stage.picture();
        CHECK(after.at(int(window.centre().x), int(window.centre().y)) ==
              before.at(int(window.centre().x), int(window.centre().y)));
    }
}

TEST_CASE("the engineer's window shows volts and amperes where there is a circuit") {
    Engineer stage;
    stage.exhibit->openLevel("first-lamp");
    stage.pass(1.0);
    for (const auto& [part, at] : {std::pair{"tile.battery", level::GridPoint{700, 400}},
                                   std::pair{"tile.lamp", level::GridPoint{1000, 600}}}) {
        stage.tap(part);
        stage.tapAt(*stage.exhibit->pixelOf(at));
    }
    REQUIRE(stage.parts() == 2);
    stage.f1();
    CHECK(stage.window().w > 300);
    stage.show("engineer-circuit");
}
