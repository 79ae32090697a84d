// `vonk --measure-frames LEVEL --seconds S [--json]`: plays the level's win.toml in a loop before the real
// screens and measures each frame. Time is the wall's until the picture is finished in its own frame buffer
// (glFinish); a window adds what its system needs to show it. Phases are CPU time: `simulate` is the
// exhibit's update (fingers, physics, animation), `build` makes the draw lists of the picture, `draw` is all
// the rest: the graphics driver and its threads.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/platform/clock.h"
#include "game/app/builder.h"
#include "game/app/measured_truss.h"
#include "game/app/stage.h"

namespace vonk::app {
namespace {

using Json = nlohmann::ordered_json;

// Programs are compiled, caches filled and kept pictures made in the first frames.
constexpr int warm_up_frames = 60;
constexpr int frames_per_calibration = 4;

double processCpuSeconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// Milliseconds, one a frame.
class Series {
  public:
    void add(double seconds) { values_.push_back(1000.0 * seconds); }
    std::size_t size() const { return values_.size(); }
    // The smallest value that at least this share of all does not exceed.
    double at(double share) const {
        if (values_.empty()) return 0.0;
        std::vector<double> sorted = values_;
        const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
        const std::size_t index = std::clamp<std::size_t>(rank, 1, sorted.size()) - 1;
        std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(index), sorted.end());
        return sorted[index];
    }
    Json json() const {
        return {{"median", at(0.5)}, {"p95", at(0.95)}, {"p99", at(0.99)}, {"worst", at(1.0)}};
    }

  private:
    std::vector<double> values_;
};

struct Measured {
    Series frame, simulate, build, draw, calibration;
    std::map<std::string, Series> screens;  // frames by what they showed
    double worst = 0.0;                     // s, of the worst frame
    std::string worst_screen;               // what it showed
    double worst_at = 0.0;                  // s of play before it
};

// Plays frames one by one through Visitor's hook, so that the script's hands and the measure are in the same
// loop.
class Stopwatch {
  public:
    Stopwatch(Picture& picture, screens::Exhibit& exhibit, int frames)
        : picture_(picture),
          exhibit_(exhibit),
          quad_(*picture.graphics, picture.frame->width(), picture.frame->height()),
          left_(frames + warm_up_frames) {}

    bool done() const { return left_ <= 0; }
    const Measured& measured() const { return measured_; }

    // Around the exhibit's update.
    void begin() {
        gfx::Frame::finish();
        wall_ = clock_.now();
        process_ = processCpuSeconds();
        thread_ = platform::threadCpuSeconds();
    }
    void end() {
        const double updated = platform::threadCpuSeconds();
        const double driver = picture_.canvas->driverSeconds();
        picture_.draw(exhibit_);
        const double built = platform::threadCpuSeconds() - (picture_.canvas->driverSeconds() - driver);
        gfx::Frame::finish();
        const double finished = clock_.now(), process = processCpuSeconds();
        if (--left_ >= 0 && ++frames_ > warm_up_frames) {
            if (finished - wall_ > measured_.worst) {
                measured_.worst = finished - wall_;
                measured_.worst_screen = exhibit_.screenName();
                measured_.worst_at = frames_ * Visitor::frame_seconds;
            }
            measured_.frame.add(finished - wall_);
            measured_.screens[std::string(exhibit_.screenName())].add(finished - wall_);
            measured_.simulate.add(updated - thread_);
            measured_.build.add(built - updated);
            measured_.draw.add(std::max(0.0, process - process_ - (built - thread_)));
            if (frames_ % frames_per_calibration == 0) measured_.calibration.add(quad_.measure() / 1000.0);
        }
    }

  private:
    Picture& picture_;
    screens::Exhibit& exhibit_;
    gfx::Calibration quad_;
    platform::RealClock clock_;
    int left_;
    int frames_ = 0;
    double wall_ = 0.0, process_ = 0.0, thread_ = 0.0;
    Measured measured_;
};

// Builds, tests, wins, looks at it for two seconds, and begins anew, until enough is measured.
Result<void> playInALoop(Visitor& visitor, const level::Level& level, const StoredMoves& moves,
                         const Stopwatch& watch) {
    while (!watch.done()) {
        visitor.exhibit().home();
        visitor.exhibit().openLevel(level.id);
        visitor.untilScreen("play", 3.0);
        Builder builder(visitor);
        builder.drag_seconds = 0.15;
        builder.pause_seconds = 0.05;
        for (const play::Command& command : moves.commands) {
            if (watch.done() || !builder.perform(command)) break;
            if (std::holds_alternative<play::Start>(command)) break;
        }
        const auto decided = [&] {
            const play::Session* session = visitor.exhibit().session();
            return watch.done() || session == nullptr || session->phase() == play::Phase::Won ||
                   session->phase() == play::Phase::Lost;
        };
        visitor.until(decided, level.time_limit + 10.0, "the end of the test");
        for (int i = 0; i < 120 && !watch.done(); ++i) visitor.frame();
        if (!visitor.fine()) return fail({(level.folder / "win.toml").string(), 0, "", visitor.complaint()});
    }
    return {};
}

std::string table(const level::Level& level, const Picture& picture, const Measured& measured) {
    std::string text = fmt::format("{} at {}x{}, {} frames, ms\n{:<14}{:>9}{:>9}{:>9}{:>9}\n", level.id,
                                   picture.frame->width(), picture.frame->height(), measured.frame.size(), "",
                                   "median", "p95", "p99", "worst");
    const auto line = [&](const char* label, const Series& series) {
        text += fmt::format("{:<14}{:>9.2f}{:>9.2f}{:>9.2f}{:>9.2f}\n", label, series.at(0.5),
                            series.at(0.95), series.at(0.99), series.at(1.0));
    };
    line("frame (wall)", measured.frame);
    line("simulate", measured.simulate);
    line("build", measured.build);
    line("draw", measured.draw);
    line("calibration", measured.calibration);
    for (const auto& [screen, series] : measured.screens) line(("on " + screen).c_str(), series);
    text +=
        fmt::format("worst frame on screen '{}' after {:.1f} s\n", measured.worst_screen, measured.worst_at);
    return text + fmt::format("p95 is {:.2f} times the calibration's\n",
                              measured.frame.at(0.95) / std::max(1e-9, measured.calibration.at(0.95)));
}

Json byScreen(const Measured& measured) {
    Json screens = Json::object();
    for (const auto& [screen, series] : measured.screens) {
        Json entry = series.json();
        entry["frames"] = series.size();
        screens[screen] = entry;
    }
    return screens;
}

std::string json(const level::Level& level, const Picture& picture, const Measured& measured) {
    const Json object{{"level", level.id},
                      {"width", picture.frame->width()},
                      {"height", picture.frame->height()},
                      {"frames", measured.frame.size()},
                      {"frame_ms", measured.frame.json()},
                      {"phases",
                       {{"simulate", measured.simulate.json()},
                        {"build", measured.build.json()},
                        {"draw", measured.draw.json()}}},
                      {"screens", byScreen(measured)},
                      {"calibration_ms",
                       {{"median", measured.calibration.at(0.5)}, {"p95", measured.calibration.at(0.95)}}},
                      {"worst_at", {{"screen", measured.worst_screen}, {"seconds", measured.worst_at}}},
                      {"renderer", picture.window->renderer()},
                      {"measured_to", "glFinish on an own frame buffer"}};
    return object.dump(2) + "\n";
}

}  // namespace

int measureFrames(const Options& options) {
    auto contents = readContents(options);
    if (!contents) {
        print(contents.error());
        return exit_invalid;
    }
    const level::Level* level = contents->find(options.level);
    if (level == nullptr) {
        print({{"", 0, "--measure-frames", "'" + options.level + "' is not among the levels"}});
        return exit_invalid;
    }
    auto moves = readMoves(*level, "win.toml");
    if (!moves) {
        print(moves.error());
        return exit_invalid;
    }
    // What stands there already is tested as it is.
    for (level::Level& known : contents->levels)
        if (options.members > 0 && known.id == options.level) known = withTruss(known, options.members);
    if (options.members > 0)
        std::erase_if(moves->commands, [](const play::Command& command) {
            return !std::holds_alternative<play::Start>(command);
        });
    auto picture = openHiddenPicture(options.pictureSize(), contents->config);
    if (!picture) {
        print(picture.error());
        return exit_invalid;
    }
    engagement::NullVisitLog log;
    screens::Exhibit exhibit(unseen(*contents, *picture, log, options.language));
    Stopwatch watch(*picture, exhibit, static_cast<int>(std::lround(60.0 * options.seconds)));
    Visitor visitor(exhibit);
    visitor.tap_seconds = visitor.after_tap_seconds = 0.05;
    visitor.beforeFrame([&] { watch.begin(); });
    visitor.onFrame([&] { watch.end(); });
    const auto played = playInALoop(visitor, *level, *moves, watch);
    if (!played) {
        print(played.error());
        return exit_failed;
    }
    const std::string text =
        options.json ? json(*level, *picture, watch.measured()) : table(*level, *picture, watch.measured());
    std::fwrite(text.data(), 1, text.size(), stdout);
    return exit_done;
}

}  // namespace vonk::app
