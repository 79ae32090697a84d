// The exhibit before visitors: a real window, the machine's clock, sixty pictures a second.
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <random>

#include "engine/core/log.h"
#include "engine/platform/audio.h"
#include "engine/platform/clock.h"
#include "engine/platform/watchdog.h"
#include "game/app/stage.h"
#include "game/engagement/sqlite_visit_log.h"
#include "game/view/sound_names.h"

namespace vonk::app {
namespace {

double secondsSince1970() {
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

// Visits of different days must not get the same numbers.
std::uint64_t seedOfThisRun() {
    std::random_device device;
    return (std::uint64_t{device()} << 32U) | device();
}

int minuteOfDay() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return local.tm_hour * 60 + local.tm_min;
}

class Loudspeaker final : public view::SoundSink {
  public:
    explicit Loudspeaker(const data::Config& config)
        : config_(config),
          audio_({.enabled = !config.mute && config.volume > 0.0, .volume = config.volume}) {}
    void play(std::string_view name, double volume, double pan) override {
        if (const auto sound = view::soundNamed(name)) audio_.play(*sound, {.volume = volume, .pan = pan});
    }
    // Once a minute is often enough.
    void keepQuietHours() { audio_.setQuiet(config_.quietAt(minuteOfDay())); }

  private:
    const data::Config& config_;
    platform::Audio audio_;
};

// False: the window is closed or the service is stopped.
bool takeInput(Picture& picture, screens::Exhibit& exhibit, const data::Config& config) {
    for (const platform::InputEvent& event : picture.window->poll()) {
        if (std::holds_alternative<platform::QuitEvent>(event)) return false;
        if (const auto* resize = std::get_if<platform::ResizeEvent>(&event)) {
            if (resize->width < smallest_size.width || resize->height < smallest_size.height) continue;
            picture.frame->resize(resize->width, resize->height);
            exhibit.resize(screens::screenOf(config, resize->width, resize->height));
            continue;
        }
        exhibit.input(event);
    }
    return true;
}

}  // namespace

int runKiosk(const Options& options) {
    platform::RealClock clock;
    const double started = clock.now();
    auto contents = readContents(options);
    if (!contents) {
        print(contents.error());
        return exit_invalid;
    }
    const data::Config& config = contents->config;
    if (!options.level.empty() && contents->find(options.level) == nullptr) {
        print({{"", 0, "--level", "'" + options.level + "' is not among the levels"}});
        return exit_invalid;
    }
    platform::WindowDef def;
    def.fullscreen = !options.window;
    if (options.window) {
        def.width = options.window->width;
        def.height = options.window->height;
    }
    auto picture = openPicture(def, config);
    if (!picture) {
        print(picture.error());
        return exit_invalid;
    }
    if (picture->window->offscreen()) {
        print({{"", 0, "", "there is no display; --demo --out DIR shows the exhibit in pictures"}});
        return exit_invalid;
    }
    engagement::SqliteVisitLog log({.path = config.databasePath()}, seedOfThisRun());
    Loudspeaker loudspeaker(config);
    screens::Exhibit exhibit(
        {.config = &config,
         .strings = &contents->strings,
         .levels = contents->levels,
         .graphics = picture->graphics.get(),
         .sounds = &loudspeaker,
         .log = &log,
         .wall = secondsSince1970,
         .screen = screens::screenOf(config, picture->window->width(), picture->window->height()),
         .language = options.language});
    if (!options.level.empty()) exhibit.openLevel(options.level);
    platform::Watchdog watchdog(clock);
    platform::Pacer pacer(clock, 60.0);
    double next_look_at_the_day = 0.0;
    bool shown = false, told_where = false;
    while (takeInput(*picture, exhibit, config)) {
        if (clock.now() >= next_look_at_the_day) {
            loudspeaker.keepQuietHours();
            next_look_at_the_day = clock.now() + 60.0;
        }
        // Not before it is so: where it cannot be, the log says that instead.
        if (!told_where && log.health().opened) {
            logInfo("records of visits go to " + config.databasePath());
            told_where = true;
        }
        exhibit.update(pacer.wait());
        picture->draw(exhibit);
        picture->frame->present(*picture->window);
        if (!shown) {
            watchdog.ready();
            logInfo(fmt::format("the first picture stood after {:.2f} s", clock.now() - started));
            shown = true;
        }
        watchdog.alive();
    }
    watchdog.stopping();
    exhibit.home();  // a visit that goes on is recorded as it stands
    return exit_done;
}

}  // namespace vonk::app
