// Eases of everything that moves in the picture. t is the share of the time that has passed, clamped to 0–1.
#pragma once

#include <algorithm>

namespace vonk::gfx {

inline double easeOut(double t) {
    const double left = 1 - std::clamp(t, 0.0, 1.0);
    return 1 - left * left * left;
}
inline double easeInOut(double t) {
    const double u = std::clamp(t, 0.0, 1.0);
    return u < 0.5 ? 4 * u * u * u : 1 - 4 * (1 - u) * (1 - u) * (1 - u);
}
// Overshoots 1 by a tenth or so on the way.
inline double easeOutBack(double t, double overshoot = 1.4) {
    const double u = std::clamp(t, 0.0, 1.0) - 1;
    return 1 + (overshoot + 1) * u * u * u + overshoot * u * u;
}

}  // namespace vonk::gfx
