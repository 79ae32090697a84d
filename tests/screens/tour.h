// Goes through every screen and every state of the exhibit on one kind of screen, and says at each where it
// is. Whoever listens reads the widgets that are there then.
#pragma once

#include <functional>

#include "player.h"

namespace vonk::screens {

struct KindOfScreen {
    const char* name;
    ui::ScreenSize size;
};

// 24 and 55 inch, a table and a wall, a tablet, a totem, and two with many pixels; the reach of children
// where the lower edge hangs at 700 mm.
inline std::vector<KindOfScreen> kindsOfScreens() {
    const auto reached = [](ui::ScreenSize size, double low, double high) {
        size.reach_low_mm = low;
        size.reach_high_mm = high;
        return size;
    };
    return {{"1920x1080, 24 inch", reached(ui::screenFromInches(1920, 1080, 24), 0, 299)},
            {"1920x1080, 55 inch table", ui::screenFromInches(1920, 1080, 55)},
            {"1920x1080, 55 inch wall", reached(ui::screenFromInches(1920, 1080, 55), 0, 315)},
            {"1280x800, 10 inch", ui::screenFromInches(1280, 800, 10.1)},
            {"800x1280, 10 inch", ui::screenFromInches(800, 1280, 10.1)},
            {"1024x768, 15 inch", ui::screenFromInches(1024, 768, 15)},
            {"1080x1920, 32 inch", reached(ui::screenFromInches(1080, 1920, 32), 0, 600)},
            {"3840x2160, 65 inch", reached(ui::screenFromInches(3840, 2160, 65), 0, 400)}};
}

using Look = std::function<void(const std::string& where)>;

inline bool shows(const Stage& stage, std::string_view id) {
    return stage.exhibit->find(id).has_value();
}
inline bool untilScreen(Stage& stage, std::string_view name, double seconds) {
    for (double left = seconds; left > 0 && stage.screen() != name; left -= 0.25) stage.pass(0.25);
    return stage.screen() == name;
}

// One level: at rest, each hint, delete mode, running, failure, former tries, the way that is shown, won.
inline void tourOfLevel(Stage& stage, const std::string& id, const Look& look) {
    INFO(id);
    REQUIRE(stage.exhibit->openLevel(id));
    stage.pass(1.0);
    look(id);
    if (shows(stage, "hint"))
        for (int k = 0; k < 3; ++k) {
            stage.tap("hint");
            stage.pass(0.3);
            look(id + ", hint " + std::to_string(k + 1));
        }
    const bool tested = stage.exhibit->session()->level().mode == level::Mode::Test;
    const int sides = stage.exhibit->session()->level().two_sided ? 2 : 1;
    REQUIRE(stage.exhibit->openLevel(id));
    stage.pass(1.0);
    if (tested) {
        for (int k = 0; k < 3; ++k) {
            build(stage, "fail.toml");
            stage.tap((sides == 1 ? "" : "left.") + std::string("delete"));
            stage.pass(0.3);
            if (k == 0) look(id + ", taking away");
            stage.tap((sides == 1 ? "" : "left.") + std::string("delete"));
            stage.tap("start");
            stage.pass(0.5);
            if (k == 0) look(id + ", running");
            REQUIRE(untilScreen(stage, "failure", 120));
            for (int wait = 0; wait < 80 && !shows(stage, "self"); ++wait) stage.pass(0.25);
            stage.pass(1.0);
            look(id + ", failure " + std::to_string(k + 1));
            if (k == 2 && shows(stage, "show-me")) {
                stage.tap("show-me");
                stage.pass(1.0);
                look(id + ", shown how");
                stage.tap("stop");
                stage.pass(0.5);
            }
            if (shows(stage, "self")) stage.tap("self");
            stage.pass(1.0);
            // Where two have a tray each, turn by turn.
            for (int turn = 0; k < 2 && turn < 200 && stage.exhibit->session()->canUndo(); ++turn) {
                const std::string key = (sides == 1      ? ""
                                         : turn % 2 == 0 ? "left."
                                                         : "right.") +
                                        std::string("undo");
                if (shows(stage, key)) stage.tap(key);
            }
        }
        if (shows(stage, "history")) {
            look(id + ", with its tries");
            stage.tap("history");
            stage.pass(0.5);
            look(id + ", former tries");
            stage.tap("close");
            stage.pass(0.3);
        }
    }
    // Hints place what the stored way has; nobody else touches anything.
    REQUIRE(stage.exhibit->openLevel(id));
    stage.pass(1.0);
    for (int k = 0; k < 90 && stage.screen() == "play" && stage.exhibit->hand() != "start"; ++k) {
        stage.tap("hint");
        stage.pass(0.1);
        if (!tested && stage.exhibit->telling()) break;
    }
    if (tested) stage.tap("start");
    REQUIRE(untilScreen(stage, "result", 150));
    stage.pass(3.0);
    look(id + ", result");
    if (shows(stage, "career.open") || shows(stage, "key.career")) {
        stage.tap(shows(stage, "career.open") ? "career.open" : "key.career");
        stage.pass(1.0);
        look(id + ", career");
        stage.tap("close");
        stage.pass(0.5);
    }
}

// The screens around the levels.
inline void tourAround(Stage& stage, const Look& look) {
    const gfx::Rect whole{0, 0, float(stage.screen_size.width), float(stage.screen_size.height)};
    stage.pass(1.0);
    look("attract");
    stage.tapAt({whole.w * 0.5F, whole.h * 0.5F});
    REQUIRE(stage.screen() == "choose");
    stage.pass(2.5);
    look("choose");
    stage.tap("language");
    stage.pass(0.5);
    look("languages");
    stage.tap("language." + stage.config.language);
    stage.pass(stage.config.idleSeconds - stage.config.warningSeconds);
    REQUIRE(stage.exhibit->idleWarning());
    look("is somebody there");
    stage.tap("stay");
    stage.pass(0.2);
    stage.tap("home");
    REQUIRE(stage.screen() == "goodbye");
    stage.pass(1.0);
    look("goodbye");
    stage.exhibit->home();
}

}  // namespace vonk::screens
