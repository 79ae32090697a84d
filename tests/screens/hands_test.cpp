// Two children at once.
#include "player.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

std::size_t parts(const Stage& stage) {
    return stage.exhibit->session()->design().parts.size();
}

struct Bridge : Stage {
    Bridge() {
        exhibit->openLevel("cheese-truck");
        pass(1.0);
    }
    // The first child draws a road over the gap: half way now.
    void begin(int slot) {
        down(slot, pixel(0, 0));
        move(slot, pixel(1, 0));
        pass(0.05);
        move(slot, pixel(2, 0));
        pass(0.05);
    }
    void finish(int slot, int x = 4) {
        move(slot, pixel(x, 0));
        pass(0.05);
        up(slot, pixel(x, 0));
        pass(0.05);
    }
};

}  // namespace

TEST_CASE("one child draws a member while the other taps another tile: the member is laid as it was begun") {
    Bridge stage;
    stage.tap("tile.road");
    stage.begin(0);
    stage.tap("tile.wood", 1);
    stage.finish(0);
    REQUIRE(parts(stage) == 1);
    CHECK(world::row(stage.exhibit->session()->design().parts[0].kind).key == "road");
}

TEST_CASE("one child draws while the other takes back: both happen") {
    Bridge stage;
    stage.drag(stage.pixel(0, 0), stage.pixel(4, 0));
    REQUIRE(parts(stage) == 1);
    stage.down(0, stage.pixel(16, 0));
    stage.move(0, stage.pixel(14, 0));
    stage.pass(0.05);
    stage.tap("undo", 1);
    CHECK(parts(stage) == 0);
    stage.move(0, stage.pixel(12, 0));
    stage.pass(0.05);
    stage.up(0, stage.pixel(12, 0));
    stage.pass(0.05);
    CHECK(parts(stage) == 1);
}

TEST_CASE("one child draws from a joint that the other takes away: nothing hangs in the air") {
    Bridge stage;
    stage.drag(stage.pixel(0, 0), stage.pixel(4, 0));
    stage.down(0, stage.pixel(4, 0));
    stage.move(0, stage.pixel(6, 0));
    stage.pass(0.05);
    stage.tap("undo", 1);
    stage.move(0, stage.pixel(8, 0));
    stage.up(0, stage.pixel(8, 0));
    stage.pass(0.05);
    CHECK(parts(stage) == 0);
}

TEST_CASE("one child draws while the other starts: the test shows what stood there, the drag is over") {
    Bridge stage;
    stage.drag(stage.pixel(0, 0), stage.pixel(4, 0));
    const auto before = parts(stage);
    stage.down(0, stage.pixel(16, 0));
    stage.move(0, stage.pixel(14, 0));
    stage.pass(0.05);
    stage.tap("start", 1);
    CHECK(stage.exhibit->session()->phase() != play::Phase::Building);
    stage.move(0, stage.pixel(12, 0));
    stage.up(0, stage.pixel(12, 0));
    stage.pass(0.1);
    CHECK(parts(stage) == before);
}

TEST_CASE("one child holds a member while the other goes home: nothing is left behind") {
    Bridge stage;
    stage.begin(0);
    stage.tap("home", 1);
    REQUIRE(stage.screen() == "choose");
    stage.move(0, {900, 500});
    stage.up(0, {900, 500});
    stage.pass(0.5);
    CHECK(stage.screen() == "choose");
}

TEST_CASE("two children draw at the same time") {
    Bridge stage;
    stage.down(0, stage.pixel(0, 0));
    stage.down(1, stage.pixel(16, 0));
    for (int k = 1; k <= 4; ++k) {
        stage.move(0, stage.pixel(k, 0));
        stage.move(1, stage.pixel(16 - k, 0));
        stage.pass(0.03);
    }
    stage.up(0, stage.pixel(4, 0));
    stage.up(1, stage.pixel(12, 0));
    stage.pass(0.1);
    CHECK(parts(stage) == 2);
}

TEST_CASE("two fingers on Start start once") {
    Bridge stage;
    stage.drag(stage.pixel(0, 0), stage.pixel(4, 0));
    const gfx::Point start = stage.middle("start");
    stage.down(0, start);
    stage.down(1, {start.x + 40, start.y});
    stage.pass(0.05);
    stage.up(1, {start.x + 40, start.y});
    stage.up(0, start);
    CHECK(stage.exhibit->session()->phase() != play::Phase::Building);
}

TEST_CASE("a part is dragged out of the palette by one finger while the other draws") {
    Bridge stage;
    stage.down(0, stage.pixel(0, 0));
    stage.move(0, stage.pixel(2, 0));
    stage.pass(0.05);
    const gfx::Point tile = stage.middle("tile.wood");
    stage.down(1, tile);
    stage.move(1, {tile.x, tile.y - 200});
    stage.pass(0.05);
    stage.up(1, {tile.x, tile.y - 200});
    stage.finish(0);
    CHECK(parts(stage) >= 1);
    CHECK(stage.screen() == "play");
}

TEST_CASE("delete is a mode: it takes a part away by a tap, and a tile ends it") {
    Bridge stage;
    stage.drag(stage.pixel(0, 0), stage.pixel(4, 0));
    REQUIRE(parts(stage) == 1);
    stage.tap("delete");
    stage.show("play-delete");
    stage.tapAt(stage.pixel(2, 0));
    CHECK(parts(stage) == 0);
    stage.tap("tile.road");
    stage.drag(stage.pixel(0, 0), stage.pixel(4, 0));
    CHECK(parts(stage) == 1);
}

TEST_CASE("a joint tapped and then another draws a member as a drag does") {
    Bridge stage;
    stage.tapAt(stage.pixel(0, 0));
    stage.tapAt(stage.pixel(4, 0));
    CHECK(parts(stage) == 1);
}

TEST_CASE("the bin sleeps while nothing of one's own stands, and its mode ends with the last part") {
    Bridge stage;
    const auto awake = [&] {
        for (const auto& key : stage.exhibit->touchables())
            if (key.id == "delete") return key.enabled;
        return false;
    };
    CHECK_FALSE(awake());
    stage.drag(stage.pixel(0, 0), stage.pixel(4, 0));
    REQUIRE(parts(stage) == 1);
    CHECK(awake());
    stage.tap("delete");
    CHECK(stage.exhibit->find("delete.note"));
    stage.tapAt(stage.pixel(2, 0));
    REQUIRE(parts(stage) == 0);
    CHECK_FALSE(awake());
    CHECK_FALSE(stage.exhibit->find("delete.note"));
}

TEST_CASE("the legend comes with the first test and stays") {
    Bridge stage;
    build(stage, "win.toml");
    CHECK_FALSE(stage.exhibit->find("legend"));
    stage.tap("start");
    CHECK(stage.exhibit->find("legend"));
    stage.tap("start");
    REQUIRE(stage.exhibit->session()->phase() == play::Phase::Building);
    CHECK(stage.exhibit->find("legend"));
}
