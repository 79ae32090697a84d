// Draws offscreen with the baked art.
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>

#include "engine/gfx/canvas.h"
#include "engine/gfx/frame.h"
#include "engine/platform/window.h"
#include "engine/record/recording.h"
#include "game/play/command_codec.h"
#include "game/view/play_view.h"
#include "game/world/parts.h"
#include "offscreen.h"

using namespace vonk;
using namespace vonk::view;

namespace {

test::Offscreen& offscreen() {
    static test::Offscreen one(0.5);
    return one;
}

level::Level levelOf(const char* folder) {
    auto level = level::readLevel(std::filesystem::path(VONK_SOURCE_DIR) / "levels" / folder);
    REQUIRE(level);
    return *level;
}

Metrics small(bool reduced_motion) {
    Metrics metrics;
    metrics.width = 960.0;
    metrics.height = 540.0;
    metrics.px_per_mm = 1.8;
    metrics.insets = {0.0, 80.0, 0.0, 98.0};
    metrics.reduced_motion = reduced_motion;
    return metrics;
}

gfx::Pixels draw(PlayView& view) {
    gfx::Canvas canvas(*offscreen().graphics);
    gfx::Frame frame(960, 540);
    view.prepare(canvas);
    canvas.begin(frame.target());
    view.draw(canvas);
    canvas.end();
    return frame.read();
}

struct Rgb {
    int r, g, b;
};
Rgb at(const gfx::Pixels& pixels, Vec2 px) {
    const std::uint32_t value = pixels.at(static_cast<int>(px.x), static_cast<int>(px.y));
    return {static_cast<int>(value >> 24U), static_cast<int>((value >> 16U) & 255U),
            static_cast<int>((value >> 8U) & 255U)};
}

// Plays a recording of the level until it is decided, with its view.
void playOut(play::Session& session, PlayView& view, const char* folder, const char* file) {
    const auto path = std::filesystem::path(VONK_SOURCE_DIR) / "levels" / folder / file;
    const auto recording = record::readRecording(path.string());
    REQUIRE(recording);
    std::size_t next = 0;
    for (std::uint64_t tick = 0; tick < recording->ticks; ++tick) {
        for (; next < recording->commands.size() && recording->commands[next].tick <= tick; ++next) {
            std::string why;
            const auto command = play::decode(recording->commands[next], why);
            REQUIRE(command);
            CHECK_FALSE(session.apply(*command, recording->commands[next].actor));
        }
        session.tick();
        view.ticked();
        view.update(1.0 / 60.0);
        if (session.phase() == play::Phase::Lost || session.phase() == play::Phase::Won) return;
    }
    FAIL("the recording was not decided");
}

}  // namespace

TEST_CASE("a placed beam is drawn where it was placed, and is gone when it is taken away") {
    play::Session session(levelOf("bridge/cheese-truck"));
    PlayView view(session, *offscreen().graphics, {}, nullptr, small(true));
    const PartId id = session.nextPart();
    REQUIRE_FALSE(session.apply(
        play::Place{world::findRow("wood")->kind, world::BetweenJoints{{0, 0}, {0, 4000}}}, Actor{}));
    view.update(1.0);
    view.update(1.0);
    const gfx::Pixels with = draw(view);
    // Beside the grain, over the sky.
    const Vec2 middle = view.frame().pixelOf(Vec2{0.0, 2.5});
    const Rgb wood = at(with, middle);
    CHECK(wood.r > wood.g + 20);
    CHECK(wood.g > wood.b + 20);
    REQUIRE(view.pixelOf(id));
    CHECK(*view.pixelOf(id) == view.frame().pixelOf(Vec2{0.0, 2.0}));

    REQUIRE_FALSE(session.apply(play::Remove{id}, Actor{}));
    view.update(1.0);
    view.update(1.0);
    const Rgb without = at(draw(view), middle);
    CHECK(std::abs(without.r - wood.r) + std::abs(without.b - wood.b) > 60);
}

TEST_CASE("with reduced motion a scene stands still, without it moves") {
    play::Session session(levelOf("bridge/cheese-truck"));
    for (const bool reduced : {true, false}) {
        PlayView view(session, *offscreen().graphics, {}, nullptr, small(reduced));
        view.update(0.1);
        const std::uint64_t before = draw(view).hash();
        view.update(2.3);
        CHECK((draw(view).hash() == before) == reduced);
    }
}

TEST_CASE("a break is told to its end and the broken picture rests") {
    play::Session session(levelOf("bridge/cheese-truck"));
    PlayView view(session, *offscreen().graphics, {}, nullptr, small(true));
    playOut(session, view, "bridge/cheese-truck", "fail.toml");
    REQUIRE(session.phase() == play::Phase::Lost);
    view.showFailure(session.result()->reason);
    double slow = 0.0;
    for (int frame = 0; frame < 900 && view.failure().phase != FailurePhase::Rest; ++frame) {
        session.tick();
        view.ticked();
        view.update(1.0 / 60.0);
        if (view.failure().phase == FailurePhase::Slow) slow += 1.0 / 60.0;
        if (frame % 60 == 0) draw(view);
    }
    CHECK(view.failure().phase == FailurePhase::Rest);
    // 30 ticks at a tenth of their speed.
    CHECK(slow == Approx(5.0).margin(0.2));
    const std::uint64_t rest = draw(view).hash();
    for (int frame = 0; frame < 500; ++frame) {
        session.tick();
        view.ticked();
        view.update(1.0 / 60.0);
    }
    CHECK(draw(view).hash() == rest);
    view.replayFailure();
    CHECK(view.failure().phase == FailurePhase::Slow);
    view.endFailure();
    view.update(1.0);
    CHECK(view.camera() == view.frame());
}

TEST_CASE("every level is drawn, built, run and won on wide, upright and small screens") {
    struct Case {
        const char* folder;
        double width, height;
    };
    for (const Case& one :
         {Case{"bridge/cheese-truck", 540.0, 960.0}, Case{"bridge/plank-and-sheep", 800.0, 480.0},
          Case{"circuit/first-lamp", 960.0, 540.0}}) {
        play::Session session(levelOf(one.folder));
        Metrics metrics = small(false);
        metrics.width = one.width;
        metrics.height = one.height;
        PlayView view(session, *offscreen().graphics, {}, nullptr, metrics);
        gfx::Canvas canvas(*offscreen().graphics);
        gfx::Frame frame(static_cast<int>(one.width), static_cast<int>(one.height));
        const auto show = [&] {
            view.prepare(canvas);
            canvas.begin(frame.target());
            view.draw(canvas);
            canvas.end();
            // All of the picture is painted.
            const gfx::Pixels pixels = frame.read();
            for (std::size_t i = 3; i < pixels.bgra.size(); i += 4 * 997) CHECK(pixels.bgra[i] == 255);
        };
        show();
        playOut(session, view, one.folder, "win.toml");
        CHECK(session.phase() == play::Phase::Won);
        view.showWin();
        for (int i = 0; i < 30; ++i) view.update(1.0 / 30.0);
        show();
        canvas.begin(frame.target());
        view.thumbnail(canvas, {10.0, 10.0}, {300.0, 200.0});
        canvas.end();
        view.clearWin();
        show();
    }
}

TEST_CASE("a level of another make is drawn too") {
    level::Level level;
    level.id = "odd";
    level.subject = level::Subject::Bridge;
    level.scene.view = {{-1.0, -30.0}, {3.0, 1.0}};
    level.scene.build = {{0.0, -0.5}, {2.0, 0.5}};
    level.scene.grid = 0.001;  // finer than any dot
    level.scene.left_bank = 5.0;
    level.scene.right_bank = -5.0;                              // the banks overlap
    level.scene.water = 40.0;                                   // everything is drowned
    level.scene.grounds.push_back({{{0.0, 0.0}, {1.0, 0.0}}});  // no area
    level.scene.grounds.push_back({{{0.0, 0.0}, {1.0, -1.0}, {0.5, 2.0}, {0.2, -3.0}, {-0.4, 1.0}}});
    level.scene.anchors = {{{0, 0}, true, false}, {{2000, 0}, false, false}};
    level.scene.backdrop = "nowhere";
    play::Session session(level);
    for (const auto& [width, height] : {std::pair{960.0, 540.0}, {200.0, 900.0}, {900.0, 100.0}}) {
        Metrics metrics;
        metrics.width = width;
        metrics.height = height;
        metrics.insets = {0.0, 600.0, 0.0, 600.0};  // more than there is
        PlayView view(session, *offscreen().graphics, {}, nullptr, metrics);
        view.update(0.5);
        gfx::Canvas canvas(*offscreen().graphics);
        gfx::Frame frame(static_cast<int>(width), static_cast<int>(height));
        view.prepare(canvas);
        canvas.begin(frame.target());
        view.draw(canvas);
        canvas.end();
        CHECK(frame.read().at(5, 5) % 256U == 255U);
    }
}

TEST_CASE("the tag at the finger names whole euros") {
    play::Session session(levelOf("bridge/cheese-truck"));
    std::vector<double> asked;
    Words words;
    words.price = [&](double euro) {
        asked.push_back(euro);
        return std::string("€");
    };
    PlayView view(session, *offscreen().graphics, words, nullptr, small(true));
    view.select(world::findRow("wood")->kind);
    const Vec2 from = view.pixelOf(world::GridPoint{0, 0}), to = view.pixelOf(world::GridPoint{2000, 3000});
    ActorCommands commands;
    using Kind = platform::PointerEvent::Kind;
    const auto send = [&](Kind kind, Vec2 px) {
        view.touch({kind, 0, static_cast<float>(px.x), static_cast<float>(px.y)}, commands);
    };
    send(Kind::Down, from);
    for (int k = 1; k <= 4; ++k) send(Kind::Move, from + (k / 4.0) * (to - from));
    view.update(0.1);
    draw(view);
    // 3,61 m of wood at € 40 is € 144,22.
    REQUIRE(!asked.empty());
    CHECK(asked.back() == 144.0);
}

TEST_CASE("a scene that is painted over several frames is in the end the same picture") {
    play::Session session(levelOf("bridge/cheese-truck"));
    gfx::Canvas canvas(*offscreen().graphics);
    PlayView at_once(session, *offscreen().graphics, {}, nullptr, small(true));
    PlayView bit_by_bit(session, *offscreen().graphics, {}, nullptr, small(true));
    int frames = 1;
    while (bit_by_bit.prepareSome(canvas) == gfx::Painted::NotYet && frames < 60) ++frames;
    CHECK(frames > 4);
    CHECK(frames < 20);
    CHECK(draw(at_once).hash() == draw(bit_by_bit).hash());

    // Another view of the same level takes the land over.
    PlayView again(session, *offscreen().graphics, {}, nullptr, small(true));
    again.takeLand(bit_by_bit);
    CHECK(again.prepareSome(canvas) == gfx::Painted::Whole);
    CHECK(draw(again).hash() == draw(at_once).hash());
}

TEST_CASE("another language paints another sign, while the old picture stays") {
    play::Session session(levelOf("bridge/cheese-truck"));
    gfx::Canvas canvas(*offscreen().graphics);
    std::string sign = "KAAS";
    Words words;
    words.label = [&](std::string_view) { return sign; };
    PlayView view(session, *offscreen().graphics, words, nullptr, small(true));
    const std::uint64_t dutch = draw(view).hash();
    const auto seen = [&] {
        gfx::Frame frame(960, 540);
        canvas.begin(frame.target());
        view.draw(canvas);
        canvas.end();
        return frame.read().hash();
    };
    sign = "CHEESE";
    int frames = 0;
    while (view.prepareSome(canvas) == gfx::Painted::Enough && frames < 60) {
        ++frames;
        CHECK(seen() == dutch);
    }
    CHECK(frames > 4);
    CHECK(frames < 20);
    CHECK(seen() != dutch);
    PlayView english(session, *offscreen().graphics, words, nullptr, small(true));
    CHECK(seen() == draw(english).hash());
}

TEST_CASE("the picture of a break is as sharp in the end when it was painted on the way") {
    play::Session session(levelOf("bridge/cheese-truck"));
    gfx::Canvas canvas(*offscreen().graphics);
    PlayView view(session, *offscreen().graphics, {}, nullptr, small(false));
    draw(view);
    playOut(session, view, "bridge/cheese-truck", "fail.toml");
    view.showFailure(session.result()->reason);
    const auto frame = [&](double seconds) {
        view.update(seconds);
        view.prepareSome(canvas);
        gfx::Frame picture(960, 540);
        canvas.begin(picture.target());
        view.draw(canvas);
        canvas.end();
        return picture.read();
    };
    for (int k = 0; k < 600 && view.failure().phase != FailurePhase::Rest; ++k) frame(1.0 / 60.0);
    REQUIRE(view.failure().phase == FailurePhase::Rest);
    const gfx::Pixels painted = frame(0.0);
    // The same land painted at once, as it is seen from there.
    CHECK(painted.hash() == draw(view).hash());
    const ViewFrame there = view.camera();
    view.endFailure();
    for (int k = 0; k < 60; ++k) frame(1.0 / 60.0);
    CHECK(view.camera() == view.frame());
    CHECK(there != view.camera());
}
