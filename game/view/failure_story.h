// The story of a break, told by a clock: the picture stops for a moment and shakes, the camera comes nearer
// while the rest steps back, the moment plays again at a tenth of its speed, and the broken picture stays.
#pragma once

#include <cstdint>

#include "engine/core/vec2.h"

namespace vonk::view {

// Where the story of a failure is.
enum class FailurePhase { None, HitStop, Approach, Slow, Rest };
struct FailureState {
    FailurePhase phase = FailurePhase::None;
    double progress = 0.0;   // 0–1 through the slow replay; 1 at rest
    double slowness = 10.0;  // how many times slower than it was
};

// Seconds, and ticks of 1/60 s.
inline constexpr double hit_stop_seconds = 0.12;
inline constexpr double shake_seconds = 0.25;
inline constexpr double shake_px = 6.0;  // kit pixels
inline constexpr double zoom_seconds = 0.45;
inline constexpr double fall_seconds = 0.9;  // the camera watches the fall before it is shown again
inline constexpr double veil_seconds = 0.30;
inline constexpr double replay_slowness = 10.0;
inline constexpr double replay_before = 10.0;  // ticks before the cause
inline constexpr double replay_after = 20.0;   // ticks after it: where the picture rests
inline constexpr double nearest_zoom = 1.3;

// What a story is told of. Ticks of 1/60 s, metres.
struct FailureMoment {
    double now = 0.0;    // the newest tick of the world
    double cause = 0.0;  // when it failed; after `now`: nothing to show again
    double first = 0.0;  // the oldest tick that can be shown; a cause before it is not shown again
    double before = replay_before;
    double after = replay_after;
    double stands = replay_after;  // ticks after the cause at which the picture stands still
    Vec2 focus = {};               // where to look
    double zoom = nearest_zoom;
    bool reduced_motion = false;
    bool already_stopped = false;  // the picture has just stood still for this break
};

class FailureStory {
  public:
    void begin(const FailureMoment& moment);
    // Where to look from now on, m, and how near: what covers the picture has changed.
    void aim(Vec2 focus, double zoom) {
        focus_ = focus;
        nearest_ = zoom;
    }
    void replay();
    void skipToRest();
    void end();
    // `now`: the newest tick of the world.
    void update(double dt, double now);

    FailureState state() const;
    bool running() const { return phase_ != FailurePhase::None; }
    // What is shown lies in the past: keep it.
    bool holdsRing() const {
        return replayable() && (phase_ == FailurePhase::Slow || phase_ == FailurePhase::Rest);
    }
    Vec2 focus() const { return focus_; }
    double shownTick() const;                           // which moment of the world is on the screen
    double zoom() const { return zoomAt(nearness()); }  // 1–1.3, eased; also on the way back
    // How near the camera is at that nearness.
    double zoomAt(double nearness) const { return 1.0 + (nearest_ - 1.0) * nearness; }
    double nearness() const;  // 0–1, the same ease: how far the camera is from its place at rest
    double veil() const;      // 0–1
    Vec2 shake() const;       // kit pixels

  private:
    bool replayable() const { return to_ > from_; }

    FailurePhase phase_ = FailurePhase::None;
    double elapsed_ = 0.0;  // s in this phase
    double since_ = 0.0;    // s since the beginning
    double near_ = 0.0;     // 0–1, linear
    double veil_ = 0.0;
    double shown_ = 0.0;
    double stands_ = 0.0;           // tick that the replay does not go beyond
    double from_ = 0.0, to_ = 0.0;  // ticks that are shown slowly
    Vec2 focus_;
    double nearest_ = nearest_zoom;
    bool reduced_ = false;
};

}  // namespace vonk::view
