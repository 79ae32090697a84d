// What every painter of the world is handed: the canvas, the frame that turns metres into its pixels, how
// large a kit pixel is drawn, and the time of the animations.
#pragma once

#include <string_view>

#include "engine/gfx/canvas.h"
#include "game/view/view_frame.h"

namespace vonk::view {

inline gfx::Point pointOf(Vec2 px) {
    return {static_cast<float>(px.x), static_cast<float>(px.y)};
}
inline Vec2 vectorOf(gfx::Point point) {
    return {point.x, point.y};
}

struct Brush {
    gfx::Canvas& canvas;
    const ViewFrame& frame;
    float unit = 1.0F;   // pixels per kit pixel
    double time = 0.0;   // s, of the animations
    bool still = false;  // reduced motion: nothing sways

    gfx::Point at(Vec2 metres) const { return pointOf(frame.pixelOf(metres)); }
    float px(double metres) const { return static_cast<float>(metres * frame.pixelsPerMetre()); }
    float kit(double kit_px) const { return static_cast<float>(kit_px) * unit; }
};

inline constexpr double two_pi = 6.283185307179586;

// The colour towards the light (#FFF6E0) and towards the shade (#0A1C30), as the art's own rules have it.
constexpr gfx::Color lighter(gfx::Color colour, float t) {
    return gfx::mix(colour, gfx::hex(0xFFF6E0), t);
}
constexpr gfx::Color darker(gfx::Color colour, float t) {
    return gfx::mix(colour, gfx::hex(0x0A1C30), t);
}

}  // namespace vonk::view
