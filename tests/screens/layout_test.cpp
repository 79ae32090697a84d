#include <catch2/catch.hpp>

#include "game/screens/layouts.h"

using namespace vonk;
using namespace vonk::screens;
using ui::ScreenSpace;

namespace {

struct Screen {
    const char* name;
    ui::ScreenSize size;
};

ui::ScreenSize reached(ui::ScreenSize size, double low, double high) {
    size.reach_low_mm = low;
    size.reach_high_mm = high;
    return size;
}

std::vector<Screen> allScreens() {
    return {
        {"24 inch", ui::screenFromInches(1920, 1080, 24)},
        {"24 inch in the default reach", reached(ui::screenFromInches(1920, 1080, 24), 0, 299)},
        {"55 inch table", ui::screenFromInches(1920, 1080, 55)},
        {"55 inch wall, reach to 1015 mm", reached(ui::screenFromInches(1920, 1080, 55), 0, 315)},
        {"10 inch tablet", ui::screenFromInches(1280, 800, 10.1)},
        {"portrait totem", ui::screenFromInches(1080, 1920, 32)},
        {"portrait totem, low reach", reached(ui::screenFromInches(1080, 1920, 43), 60, 620)},
        {"4K wall", reached(ui::screenFromInches(3840, 2160, 65), 0, 400)},
        {"4K desk", ui::screenFromInches(3840, 2160, 27)},
    };
}

void check(const Layout& layout, const ScreenSpace& space, const std::string& what) {
    INFO(what);
    for (const std::string& mistake : layout.mistakes(space)) {
        INFO(mistake);
        CHECK(mistake.empty());
    }
}

}  // namespace

TEST_CASE("every screen has a sound layout on every size, reach and hand") {
    for (const Screen& screen : allScreens())
        for (const ui::Hand hand : {ui::Hand::Right, ui::Hand::Left}) {
            ui::ScreenSize size = screen.size;
            size.hand = hand;
            const ScreenSpace space(size);
            const std::string name = screen.name + std::string(hand == ui::Hand::Left ? ", left hand" : "");
            check(attractLayout(space, 2), space, name + ": attract");
            check(attractLayout(space, 4), space, name + ": attract with four languages");
            for (const int places : {1, 3, 6, 7, 10, 12, 15})
                check(chooseLayout(space, places, true), space, name + ": choose " + std::to_string(places));
            for (const int tiles : {1, 2, 4, 6})
                for (const bool reading : {true, false})
                    check(playLayout(space, {tiles, reading, reading, reading, reading, true, 2}), space,
                          name + ": play with " + std::to_string(tiles) +
                              (reading ? " tiles" : " tiles, no reading"));
            for (const bool money : {true, false}) {
                INFO(name << (money ? ", money" : ", no money"));
                const Layout play = playLayout(space, {4, true, money, true, true, true, 2});
                check(play, space, name + ": play, with and without money");
                // The task is a sentence: it has room for one.
                CHECK(play.at("goal").w >= space.units(500));
            }
            for (const int tiles : {1, 3, 5}) {
                const std::string with = name + ", " + std::to_string(tiles) + " tiles";
                PlayContents all{.tiles = tiles,
                                 .tools = {"undo", "redo", "delete", "move", "mirror", "copy"},
                                 .wide = true};
                check(playLayout(space, all), space, with + ": all tools, a wide scene");
                all.tools.resize(4);
                check(playLayout(space, all), space, with + ": four tools");
                for (const bool money : {true, false})
                    check(playLayout(space, {.tiles = tiles,
                                             .money = money,
                                             .tools = {"undo", "redo", "delete"},
                                             .two_sided = true,
                                             .wide = tiles == 3}),
                          space, with + ": two trays");
            }
            check(failureLayout(space, true, true), space, name + ": failure");
            check(failureLayout(space, false), space, name + ": failure, no reading");
            for (const bool reading : {true, false})
                check(failureLayout(space, reading, reading, true), space, name + ": failure, show me");
            check(showLayout(space), space, name + ": show me");
            for (const int languages : {3, 4, 6})
                check(languageLayout(space, languages), space,
                      name + ": " + std::to_string(languages) + " languages");
            for (const int tries : {1, 2, 5, 8})
                check(historyLayout(space, tries, tries != 2), space,
                      name + ": history of " + std::to_string(tries));
            check(resultLayout(space, {true, true, true, 2, true, true}), space, name + ": result");
            check(careerLayout(space, true), space, name + ": career");
            check(resultLayout(space, {true, false, true, 1, true, true}), space,
                  name + ": result, no talent");
            check(resultLayout(space, {false, false, false, 2, false}), space, name + ": result, no reading");
            check(idleLayout(space), space, name + ": idle");
            check(goodbyeLayout(space), space, name + ": goodbye");
        }
}

TEST_CASE("the left hand has Start at the left and the tools in the same order") {
    ui::ScreenSize size = ui::screenFromInches(1920, 1080, 24);
    size.hand = ui::Hand::Left;
    const Layout layout = playLayout(ScreenSpace(size), {});
    CHECK(layout.at("start").right() < layout.at("undo").x);
    CHECK(layout.at("undo").x < layout.at("redo").x);
    CHECK(layout.at("tile.0").x < layout.at("tile.1").x);
}

TEST_CASE("two trays lie in a mirror, with Start between them and each child's tiles read from the left") {
    for (const Screen& screen : allScreens()) {
        INFO(screen.name);
        const ScreenSpace space(screen.size);
        const Layout layout =
            playLayout(space, {.tiles = 3, .tools = {"undo", "redo", "delete"}, .two_sided = true});
        const float middle = space.whole().centre().x;
        CHECK(layout.at("start").centre().x == Approx(middle).margin(1.0));
        for (const char* name : {"undo", "redo", "delete", "tile.0", "tile.1", "tile.2"}) {
            CHECK(layout.at("left." + std::string(name)).right() <= middle);
            CHECK(layout.at("right." + std::string(name)).x >= middle);
        }
        CHECK(layout.at("left.undo").x == Approx(2 * middle - layout.at("right.undo").right()).margin(1.0));
        for (const std::string side : {"left.", "right."})
            CHECK((layout.at(side + "tile.0").x < layout.at(side + "tile.1").x ||
                   layout.at(side + "tile.0").y < layout.at(side + "tile.1").y));
    }
}

TEST_CASE("the scene keeps at least half of the height on a 24-inch screen") {
    const Layout layout = playLayout(ScreenSpace(ui::screenFromInches(1920, 1080, 24)), {});
    CHECK(layout.at("scene").h > 540);
}
