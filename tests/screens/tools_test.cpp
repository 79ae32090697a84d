// The tools of the tray, two trays, and looking around, with real fingers.
#include <set>

#include "player.h"
#include "typist.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

std::vector<level::Level> altered(const std::function<void(level::Level&)>& alter) {
    std::vector<level::Level> levels = Stage::readLevels();
    for (level::Level& level : levels)
        if (level.id == "cheese-truck") alter(level);
    return levels;
}

struct Bridge : Stage {
    explicit Bridge(
        const std::function<void(level::Level&)>& alter = [](level::Level&) {}, data::Config given = {})
        : Stage(ui::screenFromInches(1920, 1080, 24), std::move(given), readStrings(), altered(alter)) {
        exhibit->openLevel("cheese-truck");
        pass(1.0);
    }
    const play::Session& session() const { return *exhibit->session(); }
    std::size_t parts() const { return session().design().parts.size(); }
    gfx::Point at(double x, double y) const {
        const gfx::Point zero = pixel(0, 0), one = pixel(1, 1);
        return {zero.x + float(x) * (one.x - zero.x), zero.y + float(y) * (one.y - zero.y)};
    }
    bool joint(int x_mm, int y_mm) const {
        const auto joints = session().joints();
        return std::find(joints.begin(), joints.end(), level::GridPoint{x_mm, y_mm}) != joints.end();
    }
    void draw(const std::string& key, int x0, int y0, int x1, int y1, int slot = 0) {
        tap("tile." + key, slot);
        drag(pixel(x0, y0), pixel(x1, y1), slot);
    }
    std::uint32_t handsOfNextTest() {
        const auto before = log.attempts.size();
        tap("start");
        pass(0.3);
        if (screen() == "failure") {
            pass(8.0);
            tap("self");
        } else {
            tap("start");
        }
        pass(1.0);
        REQUIRE(log.attempts.size() == before + 1);
        return log.attempts.back().hands;
    }
};

void twoSided(level::Level& level) {
    level.two_sided = true;
}

void wideLevel(level::Level& level) {
    Box& reach = level.scene.reach;
    reach = level.scene.view;
    reach.low.x -= 30.0;
    reach.high.x += 30.0;
}

}  // namespace

TEST_CASE("the tray offers more tools with age, and those of bridges only where one is built") {
    const auto tools = [](const std::string& id) {
        Stage stage;
        stage.exhibit->openLevel(id);
        stage.pass(1.0);
        std::string all;
        for (const char* key : {"undo", "redo", "delete", "move", "mirror", "copy", "load", "sky"})
            if (stage.exhibit->find(key)) all += std::string(key) + ' ';
        return all;
    };
    CHECK(tools("plank-and-sheep") == "undo redo delete ");
    CHECK(tools("wobbly-frames") == "undo redo delete move ");
    CHECK(tools("cheese-truck") == "undo redo delete move mirror copy ");
    CHECK(tools("first-lamp") == "undo redo delete move ");
    CHECK(tools("free-build") == "undo redo delete move mirror copy load sky ");
}

TEST_CASE("who builds freely chooses what comes over, and the sky") {
    Stage stage;
    stage.exhibit->openLevel("free-build");
    stage.pass(1.0);
    const play::Session& session = *stage.exhibit->session();
    const auto told = [&] {
        for (const ui::Widget& widget : stage.exhibit->widgets())
            if (widget.id == "goal.text") return std::get<ui::TextLook>(widget.look).text;
        return std::string();
    };
    std::set<std::string> sentences;
    for (std::size_t k = 0; k < session.loads().size(); ++k) {
        CHECK(session.load() == k);
        sentences.insert(told());
        stage.tap("load");
        stage.pass(0.2);
    }
    CHECK(session.load() == 0);  // round again
    CHECK(sentences.size() == session.loads().size());
    CHECK(sentences.count("") == 0);
    const std::uint64_t touches = session.recording().commands.size();
    stage.tap("sky");
    gfx::Canvas canvas(Stage::graphics());
    CHECK(stage.exhibit->prepare(canvas));                  // whole at once: nothing blue between two taps
    CHECK(session.recording().commands.size() == touches);  // only what is seen
    stage.tap("load");
    build(stage, "win.toml");
    stage.tap("start");
    REQUIRE(session.phase() == play::Phase::Running);
    stage.tap("load");  // not while it runs
    CHECK(session.load() == 1);
}

TEST_CASE("a joint is moved by the hand's key, by drag and by taps") {
    for (const bool taps : {false, true}) {
        Bridge stage;
        stage.draw("road", 0, 0, 4, 0);
        stage.draw("wood", 0, 0, 2, 3);
        stage.draw("wood", 2, 3, 4, 0);
        REQUIRE(stage.joint(2000, 3000));
        stage.tap("move");
        if (taps) {
            stage.tapAt(stage.pixel(2, 3));
            stage.tapAt(stage.pixel(2, 2));
        } else {
            stage.drag(stage.pixel(2, 3), stage.pixel(2, 2));
        }
        CHECK(stage.joint(2000, 2000));
        CHECK_FALSE(stage.joint(2000, 3000));
        CHECK(stage.parts() == 3);
        stage.tap("undo");
        CHECK(stage.joint(2000, 3000));
        // A tile takes the hand away again: a drag builds.
        stage.draw("wood", 2, 3, 4, 3);
        CHECK(stage.parts() == 4);
    }
}

TEST_CASE("mirror, copy and wipe by their keys, each one step for undo") {
    Bridge stage;
    const auto& scene = stage.session().level().scene;
    const int width = int(scene.right_bank - scene.left_bank + 0.5);
    stage.tap("mirror");
    stage.draw("road", 0, 0, 4, 0);
    CHECK(stage.parts() == 2);
    CHECK(stage.joint((width - 4) * 1000, 0));
    stage.tap("mirror");
    stage.draw("wood", 0, 0, 2, 3);
    stage.draw("wood", 2, 3, 4, 0);
    CHECK(stage.parts() == 4);
    stage.tap("copy");
    stage.tapAt(stage.at(2, 1));
    stage.tapAt(stage.at(2, 1));
    CHECK(stage.parts() == 7);
    CHECK(stage.joint(6000, 3000));
    stage.tap("delete");
    stage.drag(stage.at(0.5, 1.5), stage.at(7.5, 1.5));
    CHECK(stage.parts() == 3);
    stage.tap("undo");
    CHECK(stage.parts() == 7);
    stage.tap("undo");
    CHECK(stage.parts() == 4);
}

TEST_CASE("in a level for two banks each side has its tiles, its delete and its own undo") {
    Bridge stage(twoSided);
    CHECK_FALSE(stage.exhibit->find("undo"));
    CHECK_FALSE(stage.exhibit->find("left.mirror"));
    for (const char* side : {"left.", "right."})
        for (const char* key : {"undo", "redo", "delete", "tile.wood", "tile.road"})
            CHECK(stage.exhibit->find(std::string(side) + key));
    const int width = int(stage.session().level().scene.right_bank + 0.5);
    stage.tap("left.tile.road", 0);
    stage.tap("right.tile.wood", 1);
    stage.drag(stage.pixel(0, 0), stage.pixel(4, 0), 0);
    stage.drag(stage.pixel(width, 0), stage.pixel(width - 3, 0), 0);
    REQUIRE(stage.parts() == 2);
    CHECK(world::row(stage.session().design().parts[0].kind).key == "road");
    CHECK(world::row(stage.session().design().parts[1].kind).key == "wood");
    stage.tap("left.undo");
    REQUIRE(stage.parts() == 1);
    CHECK(world::row(stage.session().design().parts[0].kind).key == "wood");
    // What the left has taken back it has again; the right one has nothing to have again.
    CHECK_FALSE(stage.session().canRedo(play::Side::Right));
    stage.tap("left.redo");
    REQUIRE(stage.parts() == 2);
    CHECK_FALSE(stage.session().canRedo(play::Side::Left));
    // The left deletes, the right builds on meanwhile.
    stage.tap("left.delete");
    stage.drag(stage.pixel(width, 0), stage.pixel(width - 2, 2), 1);
    CHECK(stage.parts() == 3);
    stage.tapAt(stage.at(2, 0), 0);
    CHECK(stage.parts() == 2);
    // A tile of the one side is carried into the scene by a finger of that side.
    stage.drag(stage.middle("right.tile.wood"), stage.pixel(width, 0), 1);
    CHECK(stage.parts() == 2);
    CHECK(stage.handsOfNextTest() == 2);
}

TEST_CASE("in a level for two banks a key takes back and has again where the cursor stands") {
    Bridge stage(twoSided);
    Typist typist(stage);
    const int width = int(stage.session().level().scene.right_bank + 0.5);
    const auto left = [&] { return stage.joint(2000, 2000); };
    const auto right = [&] { return stage.joint((width - 2) * 1000, 2000); };
    REQUIRE(typist.tabTo("scene"));
    // The left is the newest: a key without a place would take that back.
    stage.drag(stage.pixel(width, 0), stage.pixel(width - 2, 2));
    stage.drag(stage.pixel(0, 0), stage.pixel(2, 2));
    REQUIRE((left() && right()));
    REQUIRE(typist.tabTo("scene"));
    REQUIRE(typist.walkTo(stage.pixel(width, 0)));
    typist.letter(U'u');
    CHECK((left() && !right()));
    typist.letter(U'r');
    CHECK((left() && right()));
    REQUIRE(typist.walkTo(stage.pixel(0, 0)));
    typist.letter(U'u');
    CHECK((!left() && right()));
    typist.letter(U'r');
    CHECK((left() && right()));
}

TEST_CASE(
    "the log counts hands that build at the same time or from both sides, not fingers that come again") {
    Bridge stage;
    stage.draw("road", 0, 0, 4, 0, 0);
    stage.draw("wood", 0, 0, 2, 3, 3);  // the touch screen gave the finger another number
    CHECK(stage.handsOfNextTest() == 1);
    stage.tap("tile.wood");
    stage.down(0, stage.pixel(4, 0));
    stage.down(1, stage.pixel(2, 3));
    stage.move(0, stage.pixel(4, 2));
    stage.move(1, stage.pixel(4, 3));
    stage.pass(0.05);
    stage.up(0, stage.pixel(4, 3));
    stage.up(1, stage.pixel(5, 3));
    stage.pass(0.05);
    CHECK(stage.handsOfNextTest() == 2);
    stage.draw("wood", 0, 0, 0, 2);
    // A palm that rests in the sky builds nothing.
    stage.down(4, stage.pixel(6, 5));
    stage.draw("wood", 0, 2, 2, 3);
    stage.up(4, stage.pixel(6, 5));
    CHECK(stage.handsOfNextTest() == 1);
}

TEST_CASE("a piece that is let go in the very moment of Start is not built, and nobody is scolded for it") {
    Bridge stage;
    stage.draw("road", 0, 0, 4, 0);
    stage.down(0, stage.pixel(4, 0));
    stage.move(0, stage.pixel(6, 0));
    stage.pass(0.05);
    stage.down(1, stage.middle("start"));
    stage.up(1, stage.middle("start"));
    stage.up(0, stage.pixel(7, 0));  // before the next frame
    stage.pass(0.2);
    CHECK(stage.session().phase() != play::Phase::Building);
    CHECK(stage.parts() == 1);
    REQUIRE_FALSE(stage.log.attempts.empty());
    CHECK(stage.log.attempts.back().commands.refused == 0);
}

TEST_CASE("two fingers on nothing pull a wide level along; who builds never moves it") {
    data::Config calm;
    calm.reducedMotion = true;
    Bridge stage(wideLevel, calm);
    REQUIRE(stage.exhibit->find("look.left"));
    const gfx::Point before = stage.pixel(0, 0);
    const gfx::Point sky{700, 330}, other{1200, 330};
    const auto pull = [&](gfx::Point a, gfx::Point b, float by) {
        stage.down(0, a);
        stage.down(1, b);
        for (int k = 1; k <= 6; ++k) {
            stage.move(0, a + gfx::Point{by * float(k) / 6, 0});
            stage.move(1, b + gfx::Point{by * float(k) / 6, 0});
            stage.pass(1.0 / 60);
        }
        stage.up(0, a + gfx::Point{by, 0});
        stage.up(1, b + gfx::Point{by, 0});
        stage.pass(0.1);
    };
    pull(sky, other, 240);
    CHECK(stage.pixel(0, 0).x == Approx(before.x + 240).margin(1.5));
    CHECK(stage.pixel(0, 0).y == Approx(before.y).margin(1.0));
    CHECK(stage.parts() == 0);
    // What is built lands where the finger is.
    stage.draw("road", 0, 0, 4, 0);
    CHECK(stage.joint(4000, 0));
    pull(sky, other, -240);
    CHECK(stage.pixel(0, 0).x == Approx(before.x).margin(2.0));
    // Two children who draw at the same time, both to the right.
    stage.down(0, stage.pixel(4, 0));
    stage.down(1, stage.pixel(0, 0));
    for (int k = 1; k <= 6; ++k) {
        stage.move(0, stage.at(4 + 0.5 * k, 0));
        stage.move(1, stage.at(0.3 * k, 0.4 * k));
        stage.pass(1.0 / 60);
    }
    stage.up(0, stage.pixel(7, 0));
    stage.up(1, stage.pixel(2, 2));
    stage.pass(0.1);
    CHECK(stage.pixel(0, 0).x == Approx(before.x).margin(2.0));
    CHECK(stage.parts() == 3);
    // One who builds and one who wipes over the sky.
    stage.down(5, stage.pixel(7, 0));
    pull({900, 330}, {1300, 330}, 100);
    stage.up(5, stage.pixel(7, 0));
    CHECK(stage.pixel(0, 0).x == Approx(before.x).margin(2.0));
    // Two who touch nothing, one long after the other.
    stage.down(0, sky);
    stage.pass(1.0);
    stage.down(1, other);
    stage.move(0, sky + gfx::Point{100, 0});
    stage.move(1, other + gfx::Point{100, 0});
    stage.up(0, sky);
    stage.up(1, other);
    stage.pass(0.1);
    CHECK(stage.pixel(0, 0).x == Approx(before.x).margin(2.0));
}

TEST_CASE("two fingers that spread or pinch come nearer and go away, never beyond what there is") {
    data::Config calm;
    calm.reducedMotion = true;
    Bridge stage(wideLevel, calm);
    const auto scale = [&] { return stage.pixel(1, 0).x - stage.pixel(0, 0).x; };
    const float before = scale();
    const auto spread = [&](float from, float to) {
        const auto at = [](float half, float sign) { return gfx::Point{960 + sign * half, 330}; };
        stage.down(0, at(from, -1));
        stage.down(1, at(from, 1));
        for (int k = 1; k <= 8; ++k) {
            const float half = from + (to - from) * float(k) / 8;
            stage.move(0, at(half, -1));
            stage.move(1, at(half, 1));
            stage.pass(1.0 / 60);
        }
        stage.up(0, at(to, -1));
        stage.up(1, at(to, 1));
        stage.pass(0.1);
    };
    spread(200, 280);
    CHECK(scale() > before * 1.3F);
    spread(100, 700);
    CHECK(scale() < before * 1.7F);
    spread(600, 60);
    spread(600, 60);
    const float least = scale();
    CHECK(least < before * 0.6F);
    spread(600, 60);
    CHECK(scale() == Approx(least));
    const Box& reach = stage.session().level().scene.reach;
    CHECK(stage.at(reach.low.x, 0).x < 2.0F);
    CHECK(stage.at(reach.high.x, 0).x > 1918.0F);
}

TEST_CASE("the keys at the edges look to the left, to the right and at all of it") {
    data::Config calm;
    calm.reducedMotion = true;
    Bridge stage(wideLevel, calm);
    const gfx::Point before = stage.pixel(0, 0);
    stage.tap("look.left");
    CHECK(stage.pixel(0, 0).x > before.x + 400);
    stage.tap("look.right");
    CHECK(stage.pixel(0, 0).x == Approx(before.x).margin(2.0));
    for (int k = 0; k < 6; ++k) stage.tap("look.right");
    const Box& reach = stage.session().level().scene.reach;
    CHECK(stage.at(reach.high.x, 0).x == Approx(1920.0F).margin(120.0));
    stage.tap("look.all");
    CHECK(stage.at(reach.low.x, 0).x >= -1.0F);
    CHECK(stage.at(reach.high.x, 0).x <= 1921.0F);
    // It can be built while all of it is seen.
    stage.draw("road", 0, 0, 4, 0);
    CHECK(stage.joint(4000, 0));
    stage.tap("look.all");
    CHECK(stage.pixel(1, 0).x - stage.pixel(0, 0).x > 40.0F);
    CHECK_FALSE(Bridge().exhibit->find("look.all"));
}
