// Every screen painted once, on several sizes: it must not stop the program, and the pictures lie in
// test-out/ to look at.
#include "player.h"

using namespace vonk;
using namespace vonk::screens;

TEST_CASE("attract and choose can be painted", "[pictures]") {
    Stage stage;
    stage.pass(2.0);
    stage.show("attract");
    stage.tapAt({960, 500});
    stage.pass(1.0);
    REQUIRE(stage.screen() == "choose");
    stage.show("choose");
}

TEST_CASE("play can be painted", "[pictures]") {
    Stage stage;
    stage.exhibit->openLevel("cheese-truck");
    stage.pass(1.0);
    stage.show("play");
    stage.tap("hint");
    stage.pass(0.5);
    stage.show("play-hint");
    stage.exhibit->openLevel("plank-and-sheep");
    stage.pass(1.0);
    stage.show("play-youngest");
    stage.exhibit->openLevel("first-lamp");
    stage.pass(1.0);
    stage.show("play-lamp");
}

namespace {

// One visit on a screen of this size, with a picture of each of its screens.
void visit(const std::string& name, ui::ScreenSize screen, data::Config config = {}) {
    Stage stage(screen, std::move(config));
    const int w = screen.width, h = screen.height;
    stage.pass(3.0);
    stage.show(name + "-attract", w, h);
    stage.tapAt({float(w) / 2, float(h) / 2});
    REQUIRE(stage.screen() == "choose");
    stage.pass(1.0);
    stage.show(name + "-choose", w, h);
    stage.tap("level.cheese-truck");
    stage.pass(1.0);
    build(stage, "fail.toml");
    stage.show(name + "-play", w, h);
    stage.tap("hint");
    stage.pass(0.5);
    stage.show(name + "-hint", w, h);
    stage.tap("hint.card");
    stage.tap("start");
    for (int k = 0; k < 40 && stage.screen() == "play"; ++k) stage.pass(0.5);
    REQUIRE(stage.screen() == "failure");
    stage.pass(5.0);
    stage.show(name + "-failure", w, h);
    stage.tap("self");
    stage.pass(1.0);
    while (stage.exhibit->session()->canUndo()) stage.tap("undo");
    build(stage, "win.toml");
    stage.tap("start");
    for (int k = 0; k < 80 && stage.screen() == "play"; ++k) {
        stage.pass(0.5);
        if (k == 6) stage.show(name + "-running", w, h);
    }
    REQUIRE(stage.screen() == "result");
    stage.pass(3.0);
    stage.show(name + "-result", w, h);
}

}  // namespace

// Slow: only when asked for by its tag.
TEST_CASE("a visit on a tablet", "[.sizes]") {
    visit("tablet", ui::screenFromInches(1280, 800, 10.1));
}
TEST_CASE("a visit on a totem", "[.sizes]") {
    visit("totem", ui::screenFromInches(1080, 1920, 32));
}
TEST_CASE("a visit on a 4K wall", "[.sizes]") {
    ui::ScreenSize size = ui::screenFromInches(3840, 2160, 65);
    size.reach_high_mm = 400;
    visit("wall", size);
}
TEST_CASE("a visit on a 55-inch table, left hand", "[.sizes]") {
    ui::ScreenSize size = ui::screenFromInches(1920, 1080, 55);
    size.hand = ui::Hand::Left;
    size.reach_high_mm = 315;
    visit("table", size);
}
TEST_CASE("a visit in English", "[.sizes]") {
    data::Config config;
    config.language = "en";
    visit("english", ui::screenFromInches(1920, 1080, 24), config);
}
TEST_CASE("a visit in high contrast", "[.sizes]") {
    ui::ScreenSize size = ui::screenFromInches(1920, 1080, 24);
    size.high_contrast = true;
    visit("contrast", size);
}
