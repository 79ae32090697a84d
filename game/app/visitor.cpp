#include "game/app/visitor.h"

#include <algorithm>
#include <cmath>

namespace vonk::app {

using Kind = platform::PointerEvent::Kind;

void Visitor::complain(const std::string& what) {
    if (complaint_.empty()) complaint_ = what;
}

void Visitor::frame() {
    if (before_frame_) before_frame_();
    exhibit_.update(frame_seconds);
    now_ = static_cast<double>(++frames_) * frame_seconds;
    if (each_frame_) each_frame_();
}

// Who watches a train cross for half a minute is asked as anybody would be.
void Visitor::answer() {
    if (!answers || answering_ || !exhibit_.idleWarning()) return;
    const auto stay = middleOf("stay");
    if (!stay) return;  // it is on its way in
    answering_ = true;
    tapAt(*stay);
    answering_ = false;
}

void Visitor::wait(double seconds) {
    const auto frames = static_cast<long>(std::lround(seconds / frame_seconds));
    for (long i = 0; i < frames && fine(); ++i) {
        answer();
        frame();
    }
}

bool Visitor::until(const std::function<bool()>& so, double at_most, const std::string& what) {
    const double latest = now_ + at_most;
    while (fine() && !so()) {
        if (now_ >= latest) {
            complain(what + " did not happen within " + std::to_string(std::lround(at_most)) +
                     " s, on screen '" + std::string(exhibit_.screenName()) + "'");
            return false;
        }
        answer();
        frame();
    }
    return fine();
}

bool Visitor::untilScreen(std::string_view name, double at_most) {
    return until([&] { return exhibit_.screenName() == name; }, at_most,
                 "screen '" + std::string(name) + "'");
}

std::optional<gfx::Point> Visitor::middleOf(std::string_view widget) const {
    for (const auto& touchable : exhibit_.touchables())
        if (touchable.id == widget && touchable.enabled) return touchable.rect.centre();
    return std::nullopt;
}

void Visitor::send(Kind kind, gfx::Point point, int finger) {
    if (fine()) exhibit_.pointer({kind, finger, point.x, point.y});
}

void Visitor::press(gfx::Point point, int finger) {
    send(Kind::Down, point, finger);
}
void Visitor::lift(gfx::Point point, int finger) {
    send(Kind::Up, point, finger);
}

bool Visitor::tap(std::string_view widget, int finger) {
    std::optional<gfx::Point> point;
    until([&] { return (point = middleOf(widget)).has_value(); }, 2.0,
          "a key '" + std::string(widget) + "' to touch");
    if (!point) return false;
    tapAt(*point, finger);
    return fine();
}

void Visitor::tapAt(gfx::Point point, int finger) {
    press(point, finger);
    wait(tap_seconds);
    lift(point, finger);
    wait(after_tap_seconds);
}

void Visitor::drag(gfx::Point from, gfx::Point to, double seconds, int finger,
                   const std::function<void(double)>& on_the_way) {
    press(from, finger);
    const int frames = std::max(3, static_cast<int>(std::lround(seconds / frame_seconds)));
    for (int i = 1; i <= frames && fine(); ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(frames);
        const float eased = share * share * (3.0F - 2.0F * share);  // as a hand does
        send(Kind::Move, gfx::mix(from, to, eased), finger);
        if (on_the_way) on_the_way(static_cast<double>(share));
        frame();
    }
    lift(to, finger);
    frame();
}

void Visitor::dragThrough(const std::vector<gfx::Point>& way, double seconds, int finger) {
    if (way.empty()) return;
    press(way.front(), finger);
    frame();
    const int frames = std::max(2, static_cast<int>(std::lround(seconds / frame_seconds)));
    for (std::size_t k = 1; k < way.size(); ++k)
        for (int i = 1; i <= frames && fine(); ++i) {
            const float share = static_cast<float>(i) / static_cast<float>(frames);
            send(Kind::Move, gfx::mix(way[k - 1], way[k], share), finger);
            frame();
        }
    lift(way.back(), finger);
    frame();
}

void Visitor::dragTwo(gfx::Point from, gfx::Point to, gfx::Point other_from, gfx::Point other_to,
                      double seconds, int finger, int other) {
    press(from, finger);
    press(other_from, other);
    const int frames = std::max(3, static_cast<int>(std::lround(seconds / frame_seconds)));
    for (int i = 1; i <= frames && fine(); ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(frames);
        send(Kind::Move, gfx::mix(from, to, share), finger);
        send(Kind::Move, gfx::mix(other_from, other_to, share), other);
        frame();
    }
    lift(to, finger);
    lift(other_to, other);
    frame();
}

}  // namespace vonk::app
