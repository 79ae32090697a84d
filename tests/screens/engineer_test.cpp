// The engineer's view on the play screen, the path of the forces, and the window for circuits.
#include <algorithm>

#include "game/screens/engineer_layout.h"
#include "game/screens/force_trace.h"
#include "game/screens/layouts.h"
#include "player.h"

using namespace vonk;
using namespace vonk::screens;
using platform::Key;

namespace {

struct Engineer : Stage {
    using Stage::Stage;

    void f1() { exhibit->key({.key = Key::F1}); }
    std::size_t parts() const { return exhibit->session()->design().parts.size(); }
    bool there(const std::string& id) const { return exhibit->find(id).has_value(); }

    gfx::Pixels picture() {
        gfx::Canvas canvas(graphics());
        gfx::Frame frame(1920, 1080);
        settle(canvas);
        // A window shows itself from its second picture on.
        for (int k = 0; k < 2; ++k) {
            exhibit->prepare(canvas);
            canvas.begin(frame.target());
            exhibit->draw(canvas);
            canvas.end();
        }
        return frame.read();
    }
};

// How many pixels of the two differ within `area`.
int different(const gfx::Pixels& one, const gfx::Pixels& other, const gfx::Rect& area) {
    int count = 0;
    for (int y = int(area.y); y < int(area.bottom()); ++y)
        for (int x = int(area.x); x < int(area.right()); ++x) count += !(one.at(x, y) == other.at(x, y));
    return count;
}

}  // namespace

TEST_CASE("Forces are for groep 6 and up, the engineer's view for secondary schools, F1 for all bridges") {
    for (const level::Level& level : Stage::readLevels()) {
        if (level.subject != level::Subject::Bridge) continue;
        Engineer stage;
        stage.exhibit->openLevel(level.id);
        stage.pass(1.0);
        INFO(level.id);
        CHECK(stage.there("forces") == (level.band >= level::AgeBand::Groep68));
        CHECK(stage.there("engineer") == (level.band >= level::AgeBand::Onderbouw));
        CHECK_FALSE(stage.there("engineer.card"));
        stage.f1();
        stage.pass(0.1);
        CHECK(stage.there("engineer.card"));
        CHECK(stage.there("engineer.note"));
        stage.f1();
        stage.pass(0.1);
        CHECK_FALSE(stage.there("engineer.card"));
    }
}

TEST_CASE("The engineer's view shows a design at rest, a run, and what was built beside it counts") {
    Engineer stage;
    stage.exhibit->openLevel("cheese-truck");
    stage.pass(1.0);
    build(stage, "win.toml");
    REQUIRE(stage.parts() > 4);
    const auto before = stage.picture();
    stage.f1();
    stage.pass(0.1);
    stage.show("engineer-rest");
    const gfx::Rect card = *stage.exhibit->find("engineer.card");
    const auto rest = stage.picture();
    CHECK(different(before, rest, card) > 0.9 * card.w * card.h);

    SECTION("what is built beside it counts, what lies below its card does not") {
        const auto count = stage.parts();
        stage.tap("undo");
        CHECK(stage.parts() == count - 1);
        stage.tap("redo");
        CHECK(stage.parts() == count);
        stage.drag({card.x + 30, card.centre().y}, {card.x + 300, card.centre().y});
        CHECK(stage.parts() == count);
    }
    SECTION("a run moves the numbers and leaves its course on the card") {
        stage.tap("start");
        stage.pass(6.0);
        stage.show("engineer-running");
        CHECK(different(rest, stage.picture(), card) > 1000);
        // Held: the world stands still and so do the numbers.
        stage.tap("pause");
        stage.pass(0.3);
        const auto held = stage.picture();
        stage.pass(0.5);
        CHECK(different(held, stage.picture(), card) == 0);
        stage.tap("pause");
        stage.tap("start");
        stage.pass(0.5);
        REQUIRE(stage.exhibit->session()->phase() == play::Phase::Building);
        stage.show("engineer-after");
        CHECK(different(rest, stage.picture(), card) > 1000);
    }
    SECTION("a tap on another member shows that one") {
        const auto& design = stage.exhibit->session()->design();
        const gfx::Pixels first = stage.picture();
        int changed = 0;
        for (const world::Part& part : design.parts) {
            const auto at = std::get<world::BetweenJoints>(part.placement);
            stage.tapAt(gfx::mix(*stage.exhibit->pixelOf(at.from), *stage.exhibit->pixelOf(at.to), 0.5F));
            stage.pass(0.1);
            changed += different(first, stage.picture(), card) > 50;
        }
        CHECK(changed > 2);
        CHECK(stage.parts() == design.parts.size());
    }
    SECTION("the same moment looks as before once it is closed") {
        stage.f1();
        stage.pass(0.1);
        CHECK(different(before, stage.picture(), card) < 0.25 * card.w * card.h);
    }
}

TEST_CASE("The path of the forces is shown by its key, also while a test is held") {
    Engineer stage;
    stage.exhibit->openLevel("cheese-truck");
    stage.pass(1.0);
    build(stage, "win.toml");
    stage.tap("start");
    stage.pass(6.0);
    stage.tap("pause");
    stage.pass(0.3);
    const gfx::Rect scene{300, 400, 1300, 300};
    const auto before = stage.picture();
    stage.tap("forces");
    stage.pass(0.1);
    stage.show("forces");
    const auto first = stage.picture();
    CHECK(different(before, first, scene) > 20000);
    stage.pass(0.3);
    CHECK(different(first, stage.picture(), scene) > 1000);
}

TEST_CASE("On every screen the keys for forces are large enough and in reach, and the card covers no key") {
    struct Screen {
        const char* name;
        ui::ScreenSize size;
    };
    const auto reached = [](ui::ScreenSize size, double low, double high) {
        size.reach_low_mm = low;
        size.reach_high_mm = high;
        return size;
    };
    const std::vector<Screen> all{
        {"24 inch", ui::screenFromInches(1920, 1080, 24)},
        {"55 inch table", ui::screenFromInches(1920, 1080, 55)},
        {"55 inch wall, reach to 1015 mm", reached(ui::screenFromInches(1920, 1080, 55), 0, 315)},
        {"10 inch tablet", ui::screenFromInches(1280, 800, 10.1)},
        {"portrait totem", ui::screenFromInches(1080, 1920, 32)},
        {"portrait totem, low reach", reached(ui::screenFromInches(1080, 1920, 43), 60, 620)},
        {"4K wall", reached(ui::screenFromInches(3840, 2160, 65), 0, 400)},
        {"4K desk", ui::screenFromInches(3840, 2160, 27)},
    };
    for (const Screen& screen : all)
        for (const ui::Hand hand : {ui::Hand::Right, ui::Hand::Left})
            for (const int tiles : {2, 4, 6}) {
                ui::ScreenSize size = screen.size;
                size.hand = hand;
                const ui::ScreenSpace space(size);
                PlayContents contents;
                contents.tiles = tiles;
                Layout layout = playLayout(space, contents);
                addEngineer(layout, space, {true, true, true});
                INFO(screen.name << ", " << tiles << " tiles");
                for (const std::string& mistake : layout.mistakes(space)) {
                    INFO(mistake);
                    CHECK(mistake.empty());
                }
                for (const char* name : {"engineer.card", "engineer.note"}) {
                    const gfx::Rect rect = layout.at(name);
                    INFO(name);
                    CHECK(rect.w > space.units(600));
                    CHECK(rect.x >= 0);
                    CHECK(rect.right() <= space.whole().w);
                    for (const ui::Place& place : layout.places()) {
                        if (place.use == ui::Place::Use::Ground || place.name == "hint-card" ||
                            place.name == "legend")
                            continue;
                        INFO(place.name);
                        const bool apart = rect.right() <= place.rect.x || place.rect.right() <= rect.x ||
                                           rect.bottom() <= place.rect.y || place.rect.bottom() <= rect.y;
                        CHECK(apart);
                    }
                }
                CHECK(layout.at("engineer.card").bottom() < layout.at("engineer.note").y);
            }
}

TEST_CASE("A trace keeps where the load was, both extremes, and ends where a member broke") {
    std::vector<world::JointView> joints(2);
    std::vector<world::MemberView> members(2);
    members[0].part = {7};
    members[1].part = {8};
    ForceTrace trace(2.0, false);
    for (int tick = 0; tick < 1200; ++tick) {
        world::Snapshot snapshot;
        snapshot.tick = std::uint64_t(tick);
        snapshot.front = 2.0 + 0.01 * tick;
        members[0].axial = tick == 400 ? 5000.0 : tick == 800 ? -3000.0 : 10.0;
        members[1].broken = tick >= 600;
        snapshot.joints = joints;
        snapshot.members = members;
        trace.record(snapshot);
    }
    const ForceTrace::Line line = trace.line({7}, 100);
    REQUIRE(line.known());
    CHECK(line.points.size() <= 104);
    CHECK(line.points[line.greatest].force == 5000.0);
    CHECK(line.points[line.greatest].at == Approx(4.0));
    CHECK(line.points[line.least].force == -3000.0);
    CHECK(line.points[line.least].at == Approx(8.0));
    CHECK(trace.line({8}).points.back().at < 6.0);
    CHECK_FALSE(trace.line({9}).known());
    trace.begin();
    CHECK_FALSE(trace.line({7}).known());
}

TEST_CASE("The engineer's window shows volts and amperes where there is a circuit, and only there") {
    Engineer stage;
    stage.exhibit->openLevel("first-lamp");
    stage.pass(1.0);
    for (const auto& [part, at] : {std::pair{"tile.battery", level::GridPoint{700, 400}},
                                   std::pair{"tile.lamp", level::GridPoint{1000, 600}}}) {
        stage.tap(part);
        stage.tapAt(*stage.exhibit->pixelOf(at));
    }
    REQUIRE(stage.parts() == 2);
    const auto before = stage.picture();
    stage.f1();
    const auto open = stage.picture();
    stage.show("engineer-circuit");
    CHECK(different(before, open, {0, 0, 1920, 1080}) > 300 * 150);
    CHECK_FALSE(stage.there("engineer.card"));
}
