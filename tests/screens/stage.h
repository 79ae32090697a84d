// The whole exhibit on a stage without a screen: real levels, words and art, a clock that is told the time,
// and fingers that a test moves.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "engine/gfx/canvas.h"
#include "engine/gfx/frame.h"
#include "engine/platform/window.h"
#include "game/screens/exhibit.h"
#include "game/world/catalog.h"

namespace vonk::screens {

// What the exhibit tells its log, as words.
class WrittenLog final : public engagement::VisitLog {
  public:
    std::vector<std::string> lines;
    std::vector<engagement::Attempt> attempts;

    void visitBegan(double, std::string_view language, std::uint32_t offered) override {
        lines.push_back("began " + std::string(language) + " " + std::to_string(offered));
    }
    void languageChosen(double, std::string_view language) override {
        lines.push_back("language " + std::string(language));
    }
    void ageBandChosen(double, std::string_view) override {}
    void levelOpened(double, const engagement::LevelName& level) override {
        lines.push_back("opened " + level.id);
    }
    void levelLeft(double) override { lines.push_back("left"); }
    void attemptEnded(double, const engagement::Attempt& attempt) override {
        attempts.push_back(attempt);
        lines.push_back("attempt " + std::to_string(int(attempt.outcome)));
    }
    void careerOpened(double, std::string_view career) override {
        lines.push_back("career " + std::string(career));
    }
    void visitEnded(double, engagement::VisitEnd end) override {
        lines.push_back("ended " + std::to_string(int(end)));
    }
};

struct Stage {
    data::Config config;
    data::Strings strings;
    WrittenLog log;
    double now = 0.0;
    ui::ScreenSize screen_size;
    std::unique_ptr<Exhibit> exhibit;

    explicit Stage(ui::ScreenSize screen = ui::screenFromInches(1920, 1080, 24), data::Config given = {},
                   data::Strings words = readStrings(), std::vector<level::Level> levels = readLevels())
        : config(std::move(given)), strings(std::move(words)), screen_size(screen) {
        ExhibitSetup setup;
        setup.config = &config;
        setup.strings = &strings;
        setup.levels = std::move(levels);
        setup.graphics = &graphics();
        setup.log = &log;
        setup.wall = [this] { return 1000.0 + now; };
        setup.screen = screen;
        exhibit = std::make_unique<Exhibit>(std::move(setup));
    }

    static gfx::Graphics& graphics();
    static data::Strings readStrings() {
        auto strings = data::Strings::read(std::string(VONK_SOURCE_DIR) + "/assets/strings");
        if (!strings) FAIL(toString(strings.error().front()));
        return std::move(*strings);
    }
    static std::vector<level::Level> readLevels() {
        Errors bad;
        auto levels = world::readLevels(std::string(VONK_SOURCE_DIR) + "/levels", bad);
        if (!bad.empty()) FAIL(toString(bad.front()));
        return levels;
    }

    void pass(double seconds) {
        for (double left = seconds; left > 1e-9; left -= 1.0 / 60) {
            now += 1.0 / 60;
            exhibit->update(1.0 / 60);
        }
    }
    void down(int slot, gfx::Point at) { send(platform::PointerEvent::Kind::Down, slot, at); }
    void move(int slot, gfx::Point at) { send(platform::PointerEvent::Kind::Move, slot, at); }
    void up(int slot, gfx::Point at) { send(platform::PointerEvent::Kind::Up, slot, at); }
    void send(platform::PointerEvent::Kind kind, int slot, gfx::Point at) {
        exhibit->pointer({kind, slot, at.x, at.y});
    }
    gfx::Point middle(const std::string& id) const {
        const auto rect = exhibit->find(id);
        if (!rect) FAIL("no widget " + id + " on " + std::string(exhibit->screenName()));
        return rect->centre();
    }
    void tap(const std::string& id, int slot = 0) { tapAt(middle(id), slot); }
    void tapAt(gfx::Point at, int slot = 0) {
        down(slot, at);
        pass(0.05);
        up(slot, at);
        pass(0.05);
    }
    gfx::Point pixel(int x_m, int y_m) const {
        return *exhibit->pixelOf(level::GridPoint{x_m * 1000, y_m * 1000});
    }
    // A finger draws a member from joint to joint.
    void drag(gfx::Point from, gfx::Point to, int slot = 0) {
        down(slot, from);
        for (int k = 1; k <= 6; ++k) {
            move(slot, gfx::mix(from, to, float(k) / 6));
            pass(1.0 / 60);
        }
        up(slot, to);
        pass(1.0 / 60);
    }
    std::string screen() const { return std::string(exhibit->screenName()); }

    // Paints all that a screen paints over several frames.
    void settle(gfx::Canvas& canvas);
    // The picture now, to look at: in test-out/ of the build folder.
    void show(const std::string& name, int width = 1920, int height = 1080);
};

}  // namespace vonk::screens
