// Every drag has a way by taps, and both come to the same: one visit drags, another taps.
//
// All that a finger can pull (Hold::Kind in game/view/hold.h, two fingers in look_around.h, tiles):
//   a member, from a joint or out of the palette      a thing out of the palette, or to another place
//   a wire        a joint        a bay        a wipe        the picture of a wide level
#include "game/view/picking.h"
#include "typist.h"

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
gfx::Point device(const Stage& stage, std::size_t part) {
    return *stage.exhibit->pixelOf(Pair::design(stage).parts[part].id);
}
void wood(Stage& stage, int x0, int y0, int x1, int y1) {
    stage.drag(stage.pixel(x0, y0), stage.pixel(x1, y1));
}
// A triangle on a piece of road at the left bank.
void triangle(Stage& stage) {
    stage.tap("tile.road");
    wood(stage, 0, 0, 4, 0);
    stage.tap("tile.wood");
    wood(stage, 0, 0, 2, 3);
    wood(stage, 2, 3, 4, 0);
}
gfx::Point inside(const Stage& stage, double x, double y) {
    const gfx::Point zero = stage.pixel(0, 0), one = stage.pixel(1, 1);
    return {zero.x + float(x) * (one.x - zero.x), zero.y + float(y) * (one.y - zero.y)};
}
// Two fingers that come down together in the sky go from `a`, `b` to `c`, `d`.
void pull(Stage& stage, gfx::Point a, gfx::Point b, gfx::Point c, gfx::Point d) {
    stage.down(0, a);
    stage.down(1, b);
    for (int k = 1; k <= 12; ++k) {
        stage.move(0, gfx::mix(a, c, float(k) / 12));
        stage.move(1, gfx::mix(b, d, float(k) / 12));
        stage.pass(1.0 / 60);
    }
    stage.up(0, c);
    stage.up(1, d);
    stage.pass(1.0);
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

TEST_CASE("a thing on its board: dragged to another place, or with the hand it and then its place tapped") {
    for (const bool keys : {false, true}) {
        Pair pair("first-lamp");
        pair.both([](Stage& stage) {
            int x = 400;
            for (const char* key : {"tile.battery", "tile.lamp", "tile.switch"}) {
                stage.tap(key);
                stage.tapAt(grid(stage, x, 300));
                x += 300;
            }
        });
        for (std::size_t part = 0; part < 3; ++part) {
            INFO("part " << part << (keys ? " by keys" : ""));
            const auto before = Pair::design(pair.dragged);
            const level::GridPoint to{400 + 300 * int(part), 600};
            pair.dragged.drag(device(pair.dragged, part), *pair.dragged.exhibit->pixelOf(to));
            if (keys) {
                Typist typist(pair.tapped);
                const auto& moved = before.parts[part];
                REQUIRE(typist.tabTo("scene"));
                CHECK(typist.perform(play::Move{moved.id, world::AtPoint{to, 0}}));
            } else {
                pair.tapped.tap("move");
                pair.tapped.tapAt(device(pair.tapped, part));
                pair.tapped.tapAt(*pair.tapped.exhibit->pixelOf(to));
                pair.tapped.tap("move");
            }
            pair.same(before);
        }
    }
}

TEST_CASE("with the hand a tap on a switch takes it, a second one lays it down, and neither throws it") {
    Stage stage;
    REQUIRE(stage.exhibit->openLevel("first-lamp"));
    stage.pass(1.0);
    stage.tap("tile.switch");
    stage.tapAt(grid(stage, 700, 400));
    stage.tap("tile.lamp");
    stage.tapAt(grid(stage, 1100, 400));
    const auto before = Pair::design(stage);
    stage.tap("move");
    stage.tapAt(device(stage, 0));
    stage.tapAt(device(stage, 0));
    CHECK(Pair::design(stage) == before);
    // The other thing is meant when it is tapped next.
    stage.tapAt(device(stage, 0));
    stage.tapAt(device(stage, 1));
    stage.tapAt(grid(stage, 1000, 600));
    CHECK(std::get<world::AtPoint>(Pair::design(stage).parts[0].placement).at == level::GridPoint{700, 400});
    CHECK(std::get<world::AtPoint>(Pair::design(stage).parts[1].placement).at == level::GridPoint{1000, 600});
    stage.tap("move");
    stage.tapAt(device(stage, 0));
    CHECK(Pair::design(stage).parts[0].setting == 1.0);
}

TEST_CASE("a joint: with the hand dragged to another place, or it and its place tapped") {
    Pair pair("cheese-truck");
    pair.both(triangle);
    const auto before = Pair::design(pair.dragged);
    pair.both([](Stage& stage) { stage.tap("move"); });
    pair.dragged.drag(pair.dragged.pixel(2, 3), pair.dragged.pixel(3, 2));
    pair.tapped.tapAt(pair.tapped.pixel(2, 3));
    pair.tapped.tapAt(pair.tapped.pixel(3, 2));
    pair.same(before);
}

TEST_CASE("two banks: each side has a hand of its own, and moves its joints by drags and by taps") {
    Pair pair("two-banks");
    const auto at = [](const Stage& stage, int x_mm, int y_mm) { return grid(stage, x_mm, y_mm); };
    pair.both([&](Stage& stage) {
        stage.tap("left.tile.wood");
        stage.drag(at(stage, 1000, -3000), at(stage, 3000, -1000));
        stage.tap("right.tile.wood");
        stage.drag(at(stage, 9000, -3000), at(stage, 7000, -1000));
        REQUIRE(Pair::design(stage).parts.size() == 2);
    });
    for (const bool left : {true, false}) {
        const auto before = Pair::design(pair.dragged);
        const int x = left ? 3000 : 7000, to = left ? 2000 : 8000;
        pair.both([&](Stage& stage) { stage.tap(left ? "left.move" : "right.move"); });
        pair.dragged.drag(at(pair.dragged, x, -1000), at(pair.dragged, to, -1000));
        pair.tapped.tapAt(at(pair.tapped, x, -1000));
        pair.tapped.tapAt(at(pair.tapped, to, -1000));
        pair.same(before);
    }
}

TEST_CASE("a bay: its copy dragged to the next place, or it and the place tapped") {
    Pair pair("cheese-truck");
    pair.both(triangle);
    const auto before = Pair::design(pair.dragged);
    pair.both([](Stage& stage) { stage.tap("copy"); });
    pair.dragged.drag(inside(pair.dragged, 2, 1), inside(pair.dragged, 6, 1));
    pair.tapped.tapAt(inside(pair.tapped, 2, 1));
    pair.tapped.tapAt(inside(pair.tapped, 6, 1));
    pair.same(before);
    CHECK(Pair::design(pair.tapped).parts.size() > before.parts.size());
}

TEST_CASE("what is not wanted: wiped away, or each piece tapped") {
    Pair pair("cheese-truck");
    pair.both(triangle);
    const auto before = Pair::design(pair.dragged);
    pair.both([](Stage& stage) { stage.tap("delete"); });
    pair.dragged.drag(inside(pair.dragged, 0.2, 1.5), inside(pair.dragged, 3.8, 1.5));
    pair.tapped.tapAt(inside(pair.tapped, 1, 1.5));
    pair.tapped.tapAt(inside(pair.tapped, 3, 1.5));
    pair.same(before);
    CHECK(Pair::design(pair.tapped).parts.size() == 1);
}

TEST_CASE("a wide level: pulled, spread and pinched by two fingers, or looked around by the keys") {
    Pair pair("long-train");
    const auto seen = [](const Stage& stage) { return std::pair{stage.pixel(0, 0), stage.pixel(20, 5)}; };
    const auto same = [&] {
        const auto a = seen(pair.dragged), b = seen(pair.tapped);
        CHECK(gfx::length(a.first - b.first) < 2);
        CHECK(gfx::length(a.second - b.second) < 2);
    };
    const auto start = seen(pair.dragged);
    const gfx::Point sky{960, 420};
    const auto off = [&](float x, float y) { return sky + gfx::Point{x, y}; };
    // To the right end and to the left one.
    for (const float way : {-1.0F, 1.0F}) {
        for (int k = 0; k < 6; ++k)
            pull(pair.dragged, off(-450 * way - 60, 0), off(-450 * way + 60, 0), off(450 * way - 60, 0),
                 off(450 * way + 60, 0));
        for (int k = 0; k < 6; ++k) {
            pair.tapped.tap(way < 0 ? "look.right" : "look.left");
            pair.tapped.pass(1.0);
        }
        CHECK(gfx::length(seen(pair.tapped).first - start.first) > 20);
        same();
    }
    // All of it.
    for (int k = 0; k < 3; ++k) pull(pair.dragged, off(-600, 0), off(600, 0), off(-90, 0), off(90, 0));
    pair.tapped.tap("look.all");
    pair.tapped.pass(1.0);
    same();
}
