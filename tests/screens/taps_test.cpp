// Every drag has a way by taps, and both come to the same: one visit drags, another taps.
#include "game/view/picking.h"
#include "player.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

struct Pair {
    Stage dragged, tapped;

    explicit Pair(const char* level) {
        for (Stage* stage : {&dragged, &tapped}) {
            REQUIRE(stage->exhibit->openLevel(level));
            stage->pass(1.0);
        }
    }
    static const world::Design& design(const Stage& stage) { return stage.exhibit->session()->design(); }
    void both(const std::function<void(Stage&)>& act) {
        act(dragged);
        act(tapped);
    }
    // Something has come of it, and the same of both.
    void same(const world::Design& before) {
        CHECK_FALSE(design(dragged) == before);
        CHECK(design(dragged) == design(tapped));
    }
};

gfx::Point terminal(const Stage& stage, std::size_t part, std::uint8_t port) {
    const Vec2 at = view::terminalPosition(Pair::design(stage).parts[part], port);
    const gfx::Point zero = stage.pixel(0, 0), one = stage.pixel(1, 1);
    return {zero.x + float(at.x) * (one.x - zero.x), zero.y + float(at.y) * (one.y - zero.y)};
}
gfx::Point grid(const Stage& stage, int x_mm, int y_mm) {
    return *stage.exhibit->pixelOf(level::GridPoint{x_mm, y_mm});
}

}  // namespace

TEST_CASE("a member: pulled from joint to joint, or both tapped") {
    Pair pair("cheese-truck");
    const auto before = Pair::design(pair.dragged);
    pair.both([](Stage& stage) { stage.tap("tile.wood"); });
    pair.dragged.drag(pair.dragged.pixel(0, 0), pair.dragged.pixel(2, 2));
    pair.tapped.tapAt(pair.tapped.pixel(0, 0));
    pair.tapped.tapAt(pair.tapped.pixel(2, 2));
    pair.same(before);
}

TEST_CASE("a member out of the palette: dragged from its tile over a joint to its goal, or three taps") {
    Pair pair("cheese-truck");
    const auto before = Pair::design(pair.dragged);
    Stage& stage = pair.dragged;
    const gfx::Point tile = stage.middle("tile.steel"), from = stage.pixel(0, 0), to = stage.pixel(2, 2);
    stage.down(0, tile);
    for (int k = 1; k <= 12; ++k) {
        stage.move(0, gfx::mix(tile, from, float(k) / 12));
        stage.pass(1.0 / 60);
    }
    for (int k = 1; k <= 6; ++k) {
        stage.move(0, gfx::mix(from, to, float(k) / 6));
        stage.pass(1.0 / 60);
    }
    stage.up(0, to);
    stage.pass(0.1);
    pair.tapped.tap("tile.steel");
    pair.tapped.tapAt(pair.tapped.pixel(0, 0));
    pair.tapped.tapAt(pair.tapped.pixel(2, 2));
    pair.same(before);
}

TEST_CASE("a thing out of the palette: dragged to its place, or its tile and then the place tapped") {
    Pair pair("first-lamp");
    const auto before = Pair::design(pair.dragged);
    pair.dragged.drag(pair.dragged.middle("tile.lamp"), grid(pair.dragged, 1000, 600));
    pair.tapped.tap("tile.lamp");
    pair.tapped.tapAt(grid(pair.tapped, 1000, 600));
    pair.same(before);
}

TEST_CASE("a wire: pulled from terminal to terminal, or both tapped") {
    Pair pair("first-lamp");
    pair.both([](Stage& stage) {
        stage.tap("tile.battery");
        stage.tapAt(grid(stage, 700, 400));
        stage.tap("tile.lamp");
        stage.tapAt(grid(stage, 1000, 600));
        stage.tap("tile.wire");
    });
    const auto before = Pair::design(pair.dragged);
    pair.dragged.drag(terminal(pair.dragged, 0, 1), terminal(pair.dragged, 1, 0));
    pair.tapped.tapAt(terminal(pair.tapped, 0, 1));
    pair.tapped.tapAt(terminal(pair.tapped, 1, 0));
    pair.same(before);
}
