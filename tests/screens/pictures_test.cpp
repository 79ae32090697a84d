// Every screen painted once, on several sizes: it must not stop the program, and the pictures lie in
// test-out/ to look at.
#include "stage.h"

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
