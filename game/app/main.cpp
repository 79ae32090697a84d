// The exhibit and everything that drives it. Wiring only: each mode stands in a file of its own.
#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>

#include "engine/core/log.h"
#include "engine/core/output.h"
#include "game/app/measured_truss.h"
#include "game/app/options.h"
#include "tools/command_line/command_line.h"

namespace {

using vonk::app::Mode;
using vonk::app::Options;
using vonk::command_line::is_given;

const CLI::Validator is_size(
    [](std::string& text) {
        return vonk::app::parseSize(text)
                   ? std::string()
                   : "'" + text + "' is no size from 320x240 to 7680x4320, as in 1280x800";
    },
    "WxH");

// CLI::Range lets "nan" pass.
const CLI::Validator is_duration(
    [](std::string& text) {
        double seconds = 0.0;
        const bool fits = CLI::detail::lexical_cast(text, seconds) && seconds >= 0.1 && seconds <= 3600.0;
        return fits ? std::string() : "'" + text + "' is no number of seconds from 0.1 to 3600";
    },
    "0.1..3600");

// std::stoull takes "-1".
const CLI::Validator is_seed(
    [](std::string& text) {
        std::uint64_t seed = 0;
        const bool fits = text.find('-') == std::string::npos && CLI::detail::lexical_cast(text, seed);
        return fits ? std::string() : "'" + text + "' is no whole number from 0 to 18446744073709551615";
    },
    "0..");

struct Texts {
    std::string window, size, check_config, replay, measure;
    bool demo = false;
};

void describe(CLI::App& app, Options& options, Texts& texts) {
    app.add_option("--config", options.config, "The kiosk's config; without it, the one that came with Vonk")
        ->check(is_given);
    auto* windowed =
        app.add_option("--windowed", texts.window, "In a window instead of the whole screen")->check(is_size);
    auto* level = app.add_option("--level", options.level, "Id of the level to start in")->check(is_given);
    auto* language =
        app.add_option("--lang", options.language, "Language to start with, e.g. nl")->check(is_given);

    auto* check =
        app.add_option("--check-config", texts.check_config, "Names every mistake in a config by its line")
            ->expected(0, 1)
            ->check(is_given);
    auto* demo =
        app.add_flag("--demo", texts.demo, "A scripted visitor goes through the exhibit; needs no display");
    auto* replay = app.add_option("--replay", texts.replay, "Replays a recording and names what differs")
                       ->check(is_given);
    auto* monkey = app.add_option("--monkey", options.seed, "Random touches by this seed; needs no display")
                       ->check(is_seed);
    auto* measure = app.add_option("--measure-frames", texts.measure,
                                   "Plays the level's win.toml in a loop and prints how long frames take")
                        ->check(is_given);

    auto* out = app.add_option("--out", options.out, "Folder for the pictures")->check(is_given);
    auto* tour = app.add_option("--tour", options.tour, "Which way the demo goes: visit, subjects or all")
                     ->capture_default_str()
                     ->needs(demo);
    auto* size =
        app.add_option("--size", texts.size, "Size of pictures that nobody sees; 1920x1080")->check(is_size);
    auto* events = app.add_option("--events", options.events, "How many touches")
                       ->capture_default_str()
                       ->check(CLI::Range(1, 10'000'000))
                       ->needs(monkey);
    auto* seconds = app.add_option("--seconds", options.seconds, "How long to measure, seconds of play")
                        ->capture_default_str()
                        ->check(is_duration)
                        ->needs(measure);
    app.add_option("--members", options.members,
                   "Measures a truss of so many members that breaks, instead of the win")
        ->check(CLI::Range(vonk::app::fewest_members, vonk::app::most_members))
        ->needs(measure);
    app.add_flag("--json", options.json, "Measured frames as one JSON object instead of a table")
        ->needs(measure);

    // One mode at a time, each with the options that mean something to it.
    for (CLI::Option* one : {check, demo, replay, monkey, measure})
        for (CLI::Option* other : {check, demo, replay, monkey, measure})
            if (one != other) one->excludes(other);
    for (CLI::Option* mode : {check, demo, replay, monkey, measure}) mode->excludes(level);
    for (CLI::Option* mode : {check, replay, monkey, measure}) mode->excludes(windowed);
    for (CLI::Option* mode : {check, replay, monkey, measure}) mode->excludes(tour);
    check->excludes(size)->excludes(out)->excludes(language)->excludes(events)->excludes(seconds);
    measure->excludes(out);
    demo->needs(out);
}

// What describe() cannot say: options that only some modes understand.
void checkTogether(const CLI::App& app) {
    const auto given = [&](const char* name) { return app.count(name) > 0; };
    if (given("--out") && !given("--demo") && !given("--replay") && !given("--monkey"))
        throw CLI::RequiresError("--out", "--demo, --replay or --monkey");
    if (given("--size") && !given("--demo") && !given("--replay") && !given("--monkey") &&
        !given("--measure-frames"))
        throw CLI::RequiresError("--size", "--demo, --replay, --monkey or --measure-frames");
}

// CLI11 does not tell --check-config "" from --check-config.
void checkEmptyConfig(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const bool next_is_empty = i + 1 < argc && argv[i + 1][0] == '\0';
        if (word == "--check-config=" || (word == "--check-config" && next_is_empty))
            throw CLI::ValidationError("--check-config", "is empty");
    }
}

int run(const CLI::App& app, Options& options, const Texts& texts) {
    options.window = vonk::app::parseSize(texts.window);
    options.size = vonk::app::parseSize(texts.size);
    if (app.count("--check-config") > 0) {
        if (!texts.check_config.empty()) options.config = texts.check_config;
        return vonk::app::checkConfig(options);
    }
    if (app.count("--demo") > 0) return vonk::app::runDemo(options);
    if (app.count("--replay") > 0) {
        options.recording = texts.replay;
        return vonk::app::replayRecording(options);
    }
    if (app.count("--monkey") > 0) return vonk::app::runMonkey(options);
    if (app.count("--measure-frames") > 0) {
        options.level = texts.measure;
        return vonk::app::measureFrames(options);
    }
    return vonk::app::runKiosk(options);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Vonk: an exhibit in which one builds, tests and mends", "vonk"};
    Options options;
    Texts texts;
    describe(app, options, texts);
    vonk::command_line::complete(app);
    const auto check = [&] {
        checkTogether(app);
        checkEmptyConfig(argc, argv);
    };
    if (const auto code = vonk::command_line::parse(app, argc, argv, check)) return *code;
    try {
        return vonk::exitCodeOnceWritten(run(app, options, texts));
    } catch (const std::exception& error) {
        vonk::logError(error.what());
        return vonk::app::exit_invalid;
    }
}
