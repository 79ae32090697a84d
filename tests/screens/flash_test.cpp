// Nothing flashes more than three times a second, measured from pictures; and what stands still where
// somebody asked for little motion.
#include <fstream>
#include <regex>
#include <sstream>

#include "flash_meter.h"
#include "game/view/picking.h"
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

// What a recording does to a board, by taps.
void tapFor(Stage& stage, const play::Command& command) {
    const play::Session& session = *stage.exhibit->session();
    const auto take = [&](world::PartKind kind) {
        const auto& palette = session.level().palette;
        const auto at = std::ranges::find(palette, world::row(kind).key, &level::PaletteItem::part);
        stage.exhibit->key({.letter = char32_t(U'1' + (at - palette.begin()))});
    };
    const auto terminal = [&](const world::Terminal& end) {
        const Vec2 m = view::terminalPosition(*session.design().find(end.part), end.port);
        const gfx::Point zero = stage.pixel(0, 0), one = stage.pixel(1, 1);
        return gfx::Point{zero.x + float(m.x) * (one.x - zero.x), zero.y + float(m.y) * (one.y - zero.y)};
    };
    if (const auto* place = std::get_if<play::Place>(&command)) {
        take(place->kind);
        stage.tapAt(*stage.exhibit->pixelOf(std::get<world::AtPoint>(place->placement).at));
    } else if (const auto* connect = std::get_if<play::Connect>(&command)) {
        take(connect->kind);
        stage.tapAt(terminal(connect->from));
        stage.tapAt(terminal(connect->to));
    } else if (const auto* operate = std::get_if<play::Operate>(&command)) {
        stage.tapAt(*stage.exhibit->pixelOf(operate->part));
    }
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

TEST_CASE(
    "a level that runs while one builds does not flash: open, closed, and switched as fast as a child can") {
    for (const level::Level& level : Stage::readLevels()) {
        if (level.mode != level::Mode::Live) continue;
        INFO(level.id);
        Stage stage(small());
        Camera camera(stage);
        const auto perform = [&](const char* file) {
            REQUIRE(stage.exhibit->openLevel(level.id));
            stage.pass(1.0);
            for (const play::Command& command : commandsOf(level, file)) tapFor(stage, command);
        };
        perform("fail.toml");
        stage.pass(3.0);
        CHECK(camera.flashes(2.0) <= 3);  // its loose ends show themselves
        perform("win.toml");
        CHECK(stage.exhibit->session()->snapshot().wires.size() > 2);
        const auto commands = commandsOf(level, "win.toml");
        REQUIRE(std::holds_alternative<play::Operate>(commands.back()));
        FlashMeter meter;
        for (int k = 0; k < 45; ++k) {
            if (k % 2 == 0)
                tapFor(stage, commands.back());  // tapping takes a tenth of a second
            else
                stage.pass(0.05);
            meter.see(camera.take(), 0.075 * k);
        }
        CHECK(meter.worst() <= 3);
    }
}

// What beats is written as two_pi * rate * time.
TEST_CASE("nothing in a picture is written to beat faster than three times a second") {
    // These move a thing a little to and fro and change no light.
    const std::vector<std::string> shakes{"tremble_rate", "boat.rate"};
    const std::regex beat("two_pi \\* ([a-z_0-9.]+) \\*\\s+(?:brush\\.|load\\.)?time"),
        fast("two_pi \\* (?:brush\\.|load\\.)?time");
    int found = 0;
    for (const char* room : {"game/view", "game/screens", "engine/ui"})
        for (const auto& entry :
             std::filesystem::directory_iterator(std::string(VONK_SOURCE_DIR) + "/" + room)) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
            std::ifstream file(entry.path());
            std::stringstream read;
            read << file.rdbuf();
            const std::string text = read.str();
            found += int(std::distance(std::sregex_iterator(text.begin(), text.end(), fast), {}));
            for (std::sregex_iterator at(text.begin(), text.end(), beat), end; at != end; ++at) {
                const std::string rate = (*at)[1];
                if (std::ranges::find(shakes, rate) != shakes.end()) continue;
                ++found;
                INFO(entry.path().filename() << ": " << rate);
                std::vector<double> values;
                if (std::isdigit(rate[0]) != 0) {
                    values.push_back(std::stod(rate));
                } else {
                    // Its value stands in the same file or in the header beside it.
                    std::string whole = text;
                    std::ifstream header(std::filesystem::path(entry.path()).replace_extension(".h"));
                    std::stringstream more;
                    more << header.rdbuf();
                    whole += more.str();
                    const std::regex value("double (?:[a-z_]+, )*" + rate + " = ([^;]+);");
                    std::smatch known;
                    REQUIRE(std::regex_search(whole, known, value));
                    const std::string said = known[1];
                    const std::regex number("[0-9]+\\.[0-9]+");
                    for (std::sregex_iterator n(said.begin(), said.end(), number), last; n != last; ++n)
                        values.push_back(std::stod(n->str()));
                }
                REQUIRE_FALSE(values.empty());
                for (const double value : values) CHECK(value <= 3.0);
            }
        }
    CHECK(found > 12);
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
        REQUIRE(stage.exhibit->openLevel(level.id));
        still(level.id);
    }
}
