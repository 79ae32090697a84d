// `vonk --monkey SEED --events N [--out DIR]`: fingers that do anything anywhere, now and then keys, on a
// virtual clock. Fails when the program stalls, when a recording does not replay, or when after a visit
// something of it is left; a crash names seed and event. The seed alone brings it all back; in DIR
// (out/monkey) stand the events so far and the last recording.
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "engine/core/random.h"
#include "engine/platform/clock.h"
#include "engine/platform/input.h"
#include "engine/record/recording.h"
#include "game/app/builder.h"
#include "game/app/stage.h"
#include "game/app/visitor.h"

namespace vonk::app {
namespace {

using Kind = platform::PointerEvent::Kind;

constexpr double longest_stall = 1.0;         // CPU seconds for one event
constexpr std::uint32_t events_a_copy = 100;  // of the recording
constexpr std::uint32_t events_a_replay = 250;
constexpr std::uint32_t events_a_picture = 25;

// What a signal handler may still say.
std::array<char, 96> last_words{};

extern "C" void sayLastWords(int signal) {
    const auto ignored = ::write(STDERR_FILENO, last_words.data(), std::strlen(last_words.data()));
    static_cast<void>(ignored);
    ::signal(signal, SIG_DFL);
    ::raise(signal);
}

void rememberForCrash(std::uint64_t seed, std::uint32_t event) {
    std::snprintf(last_words.data(), last_words.size(), "monkey: seed %llu: crash at event %u\n",
                  static_cast<unsigned long long>(seed), event);
}

// All that a visitor could find out about the start screen.
std::string describe(const screens::Exhibit& exhibit) {
    std::string text = fmt::format("screen {}, language {}, {}\n", exhibit.screenName(), exhibit.language(),
                                   exhibit.session() == nullptr ? "no level" : "a level");
    for (const auto& touchable : exhibit.touchables())
        text += fmt::format("{} {} {} {} {} {}\n", touchable.id, touchable.rect.x, touchable.rect.y,
                            touchable.rect.w, touchable.rect.h, touchable.enabled);
    return text;
}

class Monkey {
  public:
    Monkey(const Options& options, const Contents& contents, Picture& picture, screens::Exhibit& exhibit)
        : options_(options),
          contents_(contents),
          picture_(picture),
          exhibit_(exhibit),
          random_(options.seed),
          folder_(options.out.empty() ? "out/monkey" : options.out),
          events_(fmt::format("{}/monkey-{}.events", folder_, options.seed)) {}

    // What went wrong; empty if nothing did.
    std::string run();
    // The event that took most CPU time.
    const std::string& longest() const { return longest_; }
    double longestPicture() const { return longest_picture_; }  // s of CPU time, the renderer's threads apart

  private:
    struct Finger {
        bool down = false;
        gfx::Point at;
    };

    void frames(int count) {
        for (int i = 0; i < count; ++i) exhibit_.update(Visitor::frame_seconds);
    }
    gfx::Point anywhere() {
        return {static_cast<float>(random_.between(-20.0, picture_.frame->width() + 20.0)),
                static_cast<float>(random_.between(-20.0, picture_.frame->height() + 20.0))};
    }
    gfx::Point somewhereUseful();
    void send(Kind kind, int finger, gfx::Point at);
    void touch();
    void press();
    void draw();
    void one();
    void helpOut();
    void liftAll();
    std::string compareWithStart();
    std::string replays();
    void keepRecording();

    const Options& options_;
    const Contents& contents_;
    Picture& picture_;
    screens::Exhibit& exhibit_;
    Random random_;
    std::string folder_;
    std::ofstream events_;
    std::array<Finger, platform::maximumPointers> fingers_{};
    std::string at_start_;
    std::string doing_;  // the event, for people
    std::uint32_t event_ = 0;
    double longest_seconds_ = 0.0, longest_picture_ = 0.0;
    std::string longest_ = "none";
};

gfx::Point Monkey::somewhereUseful() {
    const auto touchables = exhibit_.touchables();
    const std::uint32_t kind = random_.below(6);
    if (kind == 0) return anywhere();
    // A joint, so that things get built.
    if (kind < 4 && exhibit_.session() != nullptr) {
        const auto joints = exhibit_.session()->joints();
        if (!joints.empty())
            if (const auto at =
                    exhibit_.pixelOf(joints[random_.below(static_cast<std::uint32_t>(joints.size()))]))
                return *at;
    }
    if (touchables.empty()) return anywhere();
    const auto& key = touchables[random_.below(static_cast<std::uint32_t>(touchables.size()))];
    // Mostly on: who goes home all the time sees nothing.
    if (key.id == "home" && random_.below(12) != 0) return anywhere();
    const gfx::Rect& rect = key.rect;
    return {rect.x + rect.w * static_cast<float>(random_.unit()),
            rect.y + rect.h * static_cast<float>(random_.unit())};
}

// Opens a level, builds what wins it and tests it, so that the monkey is left alone with a win now and then.
void Monkey::helpOut() {
    liftAll();
    const auto& levels = contents_.levels;
    const level::Level& level = levels[random_.below(static_cast<std::uint32_t>(levels.size()))];
    doing_ = "being helped with " + level.id;
    events_ << event_ << ' ' << doing_ << std::endl;
    const auto moves = readMoves(level, "win.toml");
    if (!moves || !exhibit_.openLevel(level.id)) return;
    Visitor visitor(exhibit_);
    visitor.tap_seconds = visitor.after_tap_seconds = 0.05;
    visitor.untilScreen("play", 2.0);
    Builder builder(visitor);
    builder.drag_seconds = 0.1;
    builder.pause_seconds = 0.05;
    for (const play::Command& command : moves->commands)
        if (!builder.perform(command)) return;
    frames(static_cast<int>(random_.below(1500)));
}

void Monkey::send(Kind kind, int finger, gfx::Point at) {
    static constexpr const char* names[] = {"down", "move", "up", "cancel"};
    doing_ = fmt::format("{} finger {} at {:.0f},{:.0f} on {}", names[static_cast<int>(kind)], finger, at.x,
                         at.y, exhibit_.screenName());
    events_ << event_ << ' ' << doing_ << std::endl;  // flushed: a crash must not take it along
    Finger& is = fingers_[static_cast<std::size_t>(finger)];
    is = {kind == Kind::Down || kind == Kind::Move, at};
    exhibit_.pointer({kind, finger, at.x, at.y});
}

void Monkey::liftAll() {
    for (int finger = 0; finger < platform::maximumPointers; ++finger)
        if (fingers_[static_cast<std::size_t>(finger)].down)
            send(Kind::Cancel, finger, fingers_[static_cast<std::size_t>(finger)].at);
}

void Monkey::touch() {
    // Mostly one or two fingers, now and then all of them.
    const auto finger = static_cast<int>(random_.below(random_.below(8) == 0 ? 10 : 2));
    const Finger& is = fingers_[static_cast<std::size_t>(finger)];
    if (!is.down) return send(Kind::Down, finger, somewhereUseful());
    switch (random_.below(8)) {
        case 0:
        case 1:
        case 2:
            return send(Kind::Up, finger, is.at);
        case 3:
            return send(Kind::Up, finger, somewhereUseful());
        case 4:
            return send(random_.below(8) == 0 ? Kind::Cancel : Kind::Move, finger, is.at);
        default:
            return send(Kind::Move, finger, somewhereUseful());
    }
}

// A key that means something somewhere, half of the time pressed often or with others.
void Monkey::press() {
    using platform::Key;
    static constexpr Key named[] = {Key::Tab,    Key::Tab,       Key::Enter, Key::Enter, Key::Space,
                                    Key::Left,   Key::Right,     Key::Up,    Key::Down,  Key::Delete,
                                    Key::Escape, Key::Backspace, Key::F1,    Key::Other};
    static constexpr std::u32string_view letters = U"123456789urshlvmcazy";
    platform::KeyEvent event;
    const std::uint32_t which = random_.below(3);
    if (which == 0)
        event.letter = letters[random_.below(static_cast<std::uint32_t>(letters.size()))];
    else
        event.key = named[random_.below(static_cast<std::uint32_t>(std::size(named)))];
    event.shift = random_.below(6) == 0;
    event.control = random_.below(12) == 0;
    event.repeated = random_.below(6) == 0;
    doing_ = fmt::format("key {} letter {} on {}", static_cast<int>(event.key),
                         static_cast<std::uint32_t>(event.letter), exhibit_.screenName());
    events_ << event_ << ' ' << doing_ << std::endl;
    exhibit_.key(event);
    if (random_.below(8) == 0) return;  // held until another one comes
    event.down = false;
    exhibit_.key(event);
}

void Monkey::draw() {
    const double start = platform::threadCpuSeconds();
    picture_.draw(exhibit_);
    longest_picture_ = std::max(longest_picture_, platform::threadCpuSeconds() - start);
}

void Monkey::one() {
    const std::uint32_t kind = random_.below(1000);
    if (kind == 0) {
        liftAll();
        doing_ = "nobody touches until the visit ends";
        frames(static_cast<int>(60.0 * (contents_.config.idleSeconds + 2.0)));
    } else if (kind < 3) {
        doing_ = "waiting for ten seconds";
        frames(600);
    } else if (kind < 6) {
        doing_ = "going home";
        exhibit_.home();
    } else if (kind < 9) {
        helpOut();
    } else if (kind < 160) {
        press();
    } else {
        touch();
    }
    frames(static_cast<int>(1 + random_.below(4)));
}

void Monkey::keepRecording() {
    if (exhibit_.session() == nullptr) return;
    static_cast<void>(record::writeRecording(fmt::format("{}/monkey-{}.toml", folder_, options_.seed),
                                             exhibit_.session()->recording()));
}

std::string Monkey::replays() {
    if (exhibit_.session() == nullptr) return {};
    const record::Recording recording = exhibit_.session()->recording();
    // As it is offered: the session's own holds the chosen load alone.
    const auto level = std::ranges::find(contents_.levels, recording.level, &level::Level::id);
    if (level == contents_.levels.end()) return "its level is not offered";
    const play::Replay replay = play::replay(*level, recording);
    if (replay.refused)
        return "its recording does not replay: refused, " + std::string(name(replay.refused->id));
    if (replay.difference) return "its recording does not replay: " + *replay.difference;
    return {};
}

std::string Monkey::compareWithStart() {
    liftAll();
    frames(90);
    const std::string now = describe(exhibit_);
    if (now == at_start_) return {};
    return "after the visit the start screen is another one:\n" + now + "at the start it was:\n" + at_start_;
}

std::string Monkey::run() {
    frames(90);
    at_start_ = describe(exhibit_);
    bool visited = false;
    for (event_ = 1; event_ <= options_.events; ++event_) {
        rememberForCrash(options_.seed, event_);
        const double start = platform::threadCpuSeconds();
        one();
        // Waiting is many frames: it may take as long as it should.
        const bool waited =
            doing_.starts_with("waiting") || doing_.starts_with("nobody") || doing_.starts_with("being");
        const double seconds = platform::threadCpuSeconds() - start;
        if (!waited && seconds > longest_seconds_) {
            longest_seconds_ = seconds;
            longest_ = fmt::format("event {} ({}) with {:.0f} ms", event_, doing_, 1000.0 * seconds);
        }
        if (!waited && seconds > longest_stall)
            return fmt::format("event {} ({}) took {:.1f} s", event_, doing_, seconds);
        if (event_ % events_a_picture == 0) draw();
        if (event_ % events_a_copy == 0) keepRecording();
        std::string wrong;
        if (event_ % events_a_replay == 0) wrong = replays();
        const bool at_home = exhibit_.screenName() == "attract";
        if (wrong.empty() && visited && at_home) wrong = compareWithStart();
        visited = !at_home;
        if (!wrong.empty()) {
            keepRecording();
            return fmt::format("event {} ({}): {}", event_, doing_, wrong);
        }
    }
    return {};
}

}  // namespace

int runMonkey(const Options& options) {
    const auto contents = readContents(options);
    if (!contents) {
        print(contents.error());
        return exit_invalid;
    }
    const std::string folder = options.out.empty() ? "out/monkey" : options.out;
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    if (!std::filesystem::is_directory(folder)) {
        print({{folder, 0, "--out", "cannot be made a folder"}});
        return exit_invalid;
    }
    auto picture = openHiddenPicture(options.pictureSize(), contents->config);
    if (!picture) {
        print(picture.error());
        return exit_invalid;
    }
    engagement::NullVisitLog log;
    screens::Exhibit exhibit(unseen(*contents, *picture, log, options.language));
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGBUS}) ::signal(signal, sayLastWords);
    Monkey monkey(options, *contents, *picture, exhibit);
    const std::string wrong = monkey.run();
    if (wrong.empty()) {
        std::printf(
            "monkey: seed %llu: %u events, nothing went wrong; the longest was %s, the longest picture took "
            "%.0f ms\n",
            static_cast<unsigned long long>(options.seed), options.events, monkey.longest().c_str(),
            1000.0 * monkey.longestPicture());
        return exit_done;
    }
    std::fprintf(stderr, "monkey: seed %llu: %s\nmonkey: see %s/monkey-%llu.events and .toml\n",
                 static_cast<unsigned long long>(options.seed), wrong.c_str(), folder.c_str(),
                 static_cast<unsigned long long>(options.seed));
    return exit_failed;
}

}  // namespace vonk::app
