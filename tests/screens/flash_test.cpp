// Nothing flashes more than three times a second, measured from pictures; and what stands still where
// somebody asked for little motion.
#include "flash_meter.h"
#include "player.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

constexpr int width = 384, height = 216;

// Takes a picture every thirtieth of a second.
class Camera {
  public:
    explicit Camera(Stage& stage) : stage_(stage), canvas_(Stage::graphics()), frame_(width, height) {}

    gfx::Pixels take() {
        stage_.exhibit->prepare(canvas_);
        canvas_.begin(frame_.target());
        stage_.exhibit->draw(canvas_);
        canvas_.end();
        return frame_.read();
    }
    int flashes(double seconds) {
        FlashMeter meter;
        for (double t = 0; t < seconds; t += 1.0 / 30) {
            stage_.pass(1.0 / 30);
            meter.see(take(), t);
        }
        return meter.worst();
    }

  private:
    Stage& stage_;
    gfx::Canvas canvas_;
    gfx::Frame frame_;
};

ui::ScreenSize small() {
    return ui::screenFromInches(width, height, 24);
}

void startWith(Stage& stage, const std::string& level, const std::string& file) {
    REQUIRE(stage.exhibit->openLevel(level));
    stage.pass(1.0);
    for (const play::Command& command : commandsOf(stage.exhibit->session()->level(), file))
        if (const auto* place = std::get_if<play::Place>(&command))
            if (const auto* between = std::get_if<world::BetweenJoints>(&place->placement)) {
                stage.exhibit->key(
                    {.letter =
                         char32_t(U'1' +
                                  std::ranges::find(stage.exhibit->session()->level().palette,
                                                    world::row(place->kind).key, &level::PaletteItem::part) -
                                  stage.exhibit->session()->level().palette.begin())});
                stage.drag(*stage.exhibit->pixelOf(between->from), *stage.exhibit->pixelOf(between->to));
            }
    stage.exhibit->key({.letter = U's'});
}

constexpr int wide = 96, high = 54;

gfx::Pixels plain(std::uint8_t grey) {
    return {wide, high, std::vector<std::uint8_t>(std::size_t(wide * high * 4), grey)};
}

// Most flashes from a second before the test is decided until the story or the applause is told.
int flashesAround(const std::string& level, const std::string& file, double seconds) {
    Stage stage(small());
    Camera camera(stage);
    startWith(stage, level, file);
    REQUIRE(stage.exhibit->session()->phase() == play::Phase::Running);
    return camera.flashes(seconds);
}

}  // namespace

TEST_CASE("the meter tells flashes from what changes slowly, seldom, a little or in a corner") {
    const auto seen = [](double period, std::uint8_t dark, std::uint8_t light, bool everywhere) {
        FlashMeter meter;
        for (int k = 0; k < 75; ++k) {
            const bool on = std::fmod(k / 30.0, period) < period / 2;
            gfx::Pixels picture = plain(dark);
            for (int y = 0; on && y < (everywhere ? high : high / 9); ++y)
                for (int x = 0; x < (everywhere ? wide : wide / 12) * 4; ++x)
                    picture.bgra[std::size_t(y * wide * 4 + x)] = light;
            meter.see(picture, k / 30.0);
        }
        return meter.worst();
    };
    CHECK(seen(0.2, 20, 220, true) == 5);
    CHECK(seen(0.5, 20, 220, true) == 2);
    CHECK(seen(0.2, 100, 110, true) == 0);  // too little
    CHECK(seen(0.2, 240, 255, true) == 0);  // both bright
    CHECK(seen(0.2, 20, 220, false) == 0);  // too small
}

TEST_CASE("no break, win, lamp or fall flashes more than three times a second") {
    CHECK(flashesAround("cheese-truck", "fail.toml", 9.0) <= 3);
    CHECK(flashesAround("cheese-truck", "win.toml", 9.0) <= 3);
    CHECK(flashesAround("plank-and-sheep", "fail.toml", 9.0) <= 3);
    Stage attract(small());
    Camera camera(attract);
    attract.pass(8.0);
    CHECK(camera.flashes(8.0) <= 3);
}

TEST_CASE("no level flashes more than three times a second, whatever happens in it", "[.]") {
    for (const level::Level& level : Stage::readLevels()) {
        if (level.mode == level::Mode::Live) continue;
        INFO(level.id);
        CHECK(flashesAround(level.id, "fail.toml", 30.0) <= 3);
        CHECK(flashesAround(level.id, "win.toml", 30.0) <= 3);
    }
}

TEST_CASE("where little motion is asked for nothing moves by itself: in a level, on the map, at goodbye") {
    data::Config config;
    config.reducedMotion = true;
    config.idleSeconds = 600;
    Stage stage(small(), config);
    Camera camera(stage);
    const auto still = [&](const std::string& what) {
        stage.pass(9.0);  // the hand that shows the first move has come
        const gfx::Pixels before = camera.take();
        stage.pass(0.7);
        const gfx::Pixels middle = camera.take();
        stage.pass(1.6);
        const gfx::Pixels after = camera.take();
        INFO(what);
        CHECK(before.hash() == middle.hash());
        CHECK(before.hash() == after.hash());
    };
    still("attract");
    stage.tapAt({width * 0.5F, height * 0.4F});
    REQUIRE(stage.screen() == "choose");
    still("choose");
    for (const level::Level& level : Stage::readLevels()) {
        if (level.mode == level::Mode::Live) continue;
        REQUIRE(stage.exhibit->openLevel(level.id));
        still(level.id);
    }
}
