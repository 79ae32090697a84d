// What layouts ask of rectangles of the picture (pixels, y down).
#pragma once

#include <algorithm>

#include "engine/gfx/geometry.h"

namespace vonk::ui {

using gfx::Point;
using gfx::Rect;

// Lies wholly in `outer`, up to a twentieth of a pixel.
inline bool within(const Rect& inner, const Rect& outer) {
    constexpr float eps = 0.05F;
    return inner.x >= outer.x - eps && inner.y >= outer.y - eps && inner.right() <= outer.right() + eps &&
           inner.bottom() <= outer.bottom() + eps;
}
inline bool overlap(const Rect& a, const Rect& b) {
    constexpr float eps = 0.05F;
    return a.x < b.right() - eps && b.x < a.right() - eps && a.y < b.bottom() - eps && b.y < a.bottom() - eps;
}
// How far a point lies outside, pixels; 0 inside.
inline float distance(const Rect& r, Point p) {
    return gfx::length(
        {std::max({r.x - p.x, 0.0F, p.x - r.right()}), std::max({r.y - p.y, 0.0F, p.y - r.bottom()})});
}
inline Rect inset(const Rect& r, float x, float y) {
    return {r.x + x, r.y + y, r.w - 2 * x, r.h - 2 * y};
}
// The same middle, another size.
inline Rect scaled(const Rect& r, float by) {
    return {r.x + r.w * (1 - by) / 2, r.y + r.h * (1 - by) / 2, r.w * by, r.h * by};
}
// The same picture seen in a mirror at the middle of `whole`.
inline Rect mirrored(const Rect& r, const Rect& whole) {
    return {whole.x + whole.right() - r.right(), r.y, r.w, r.h};
}

}  // namespace vonk::ui
