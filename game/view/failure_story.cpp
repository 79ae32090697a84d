#include "game/view/failure_story.h"

#include <algorithm>
#include <cmath>

#include "engine/gfx/ease.h"

namespace vonk::view {

namespace {

constexpr double ticks_per_second = 60.0;

}  // namespace

void FailureStory::begin(const FailureMoment& moment) {
    phase_ = moment.already_stopped ? FailurePhase::Approach : FailurePhase::HitStop;
    elapsed_ = 0.0;
    since_ = moment.already_stopped ? shake_seconds : 0.0;
    shown_ = moment.now;
    focus_ = moment.focus;
    nearest_ = moment.zoom;
    reduced_ = moment.reduced_motion;
    from_ = std::max(moment.cause - moment.before, moment.first);
    to_ = moment.cause + moment.after;
    stands_ = moment.cause + std::min(moment.stands, moment.after);
    if (moment.cause > moment.now || moment.cause < moment.first) from_ = to_ = moment.now;
}

void FailureStory::replay() {
    if (phase_ == FailurePhase::None || !replayable()) return;
    phase_ = FailurePhase::Slow;
    elapsed_ = 0.0;
    shown_ = from_;
}

void FailureStory::skipToRest() {
    if (phase_ == FailurePhase::None) return;
    phase_ = FailurePhase::Rest;
    if (replayable()) shown_ = to_;
}

void FailureStory::end() {
    phase_ = FailurePhase::None;
    elapsed_ = 0.0;
}

void FailureStory::update(double dt, double now) {
    elapsed_ += dt;
    since_ += dt;
    const bool story = phase_ != FailurePhase::None;
    const bool approaching = story && phase_ != FailurePhase::HitStop;
    const double toward = dt / zoom_seconds;
    near_ = std::clamp(near_ + (approaching ? toward : -toward), 0.0, 1.0);
    const double veil_step = dt / veil_seconds;
    veil_ = std::clamp(veil_ + (approaching ? veil_step : -veil_step), 0.0, 1.0);

    switch (phase_) {
        case FailurePhase::None:
            break;
        case FailurePhase::HitStop:
            if (elapsed_ >= hit_stop_seconds) {
                phase_ = FailurePhase::Approach;
                elapsed_ = 0.0;
            }
            break;
        case FailurePhase::Approach:
            // The world goes on where it was stopped.
            shown_ = std::min(shown_ + dt * ticks_per_second, now);
            if (elapsed_ >= fall_seconds) {
                if (replayable()) {
                    replay();
                } else {
                    phase_ = FailurePhase::Rest;
                }
            }
            break;
        case FailurePhase::Slow:
            shown_ += dt * ticks_per_second / replay_slowness;
            if (shown_ >= to_) {
                shown_ = to_;
                phase_ = FailurePhase::Rest;
                elapsed_ = 0.0;
            }
            break;
        case FailurePhase::Rest:
            if (!replayable()) shown_ = now;
            break;
    }
}

FailureState FailureStory::state() const {
    FailureState state;
    state.phase = phase_;
    state.slowness = replay_slowness;
    if (phase_ == FailurePhase::Slow) state.progress = std::clamp((shown_ - from_) / (to_ - from_), 0.0, 1.0);
    if (phase_ == FailurePhase::Rest) state.progress = 1.0;
    return state;
}

double FailureStory::shownTick() const {
    return replayable() && (phase_ == FailurePhase::Slow || phase_ == FailurePhase::Rest)
               ? std::min(shown_, stands_)
               : shown_;
}

double FailureStory::nearness() const {
    // With reduced motion the picture is cut, not moved.
    if (reduced_) return running() && phase_ != FailurePhase::HitStop ? 1.0 : 0.0;
    return gfx::easeInOut(near_);
}

double FailureStory::veil() const {
    return veil_;
}

Vec2 FailureStory::shake() const {
    if (!running() || reduced_ || since_ >= shake_seconds) return {};
    const double strength = shake_px * (1.0 - since_ / shake_seconds);
    // Two rates that do not meet: it looks like a knock, not like a swing.
    return {strength * std::sin(since_ * 150.0), strength * std::cos(since_ * 113.0)};
}

}  // namespace vonk::view
