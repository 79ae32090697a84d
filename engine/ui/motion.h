// How things move: eases and times, on the exhibit's own (virtual) seconds. Reduced motion is a
// value that every move asks: what flies becomes a short fade, what swings stands still.
#pragma once

#include <algorithm>

#include "engine/gfx/ease.h"

namespace vonk::ui {

using gfx::easeInOut;
using gfx::easeOut;
using gfx::easeOutBack;

// Share of a move that has passed: `duration` seconds long, begun `delay` seconds after `start`; 0–1.
inline double progress(double now, double start, double duration, double delay = 0.0) {
    return std::clamp((now - start - delay) / duration, 0.0, 1.0);
}

namespace motion {
inline constexpr double arrive = 0.220, lift = 0.160, snap = 0.180, press = 0.080;
inline constexpr double hand_move = 0.900, hand_tap = 0.120, hand_rings = 0.700, hand_pause = 1.600;
inline constexpr double hit_stop = 0.120, shake = 0.250, zoom = 0.450, veil = 0.300;
inline constexpr double reason_delay = 0.250, key_gap = 0.120, star_gap = 0.180, count_up = 0.600;
inline constexpr double reduced_fade = 0.150;
}  // namespace motion

// How a thing that arrives is to be drawn.
struct Arrival {
    double scale = 1.0;
    double alpha = 1.0;
    bool there = true;  // it stands still from now on
};
inline Arrival arrival(double now, double start, double delay, bool reduced) {
    const double t = progress(now, start, reduced ? motion::reduced_fade : motion::arrive, delay);
    if (t >= 1) return {};
    if (reduced) return {1.0, t, false};
    return {0.9 + 0.1 * easeOutBack(t), std::min(1.0, 2 * t), false};
}

}  // namespace vonk::ui
