// Which colour is written on which ground, and the contrast that it must have. The colours themselves are the
// palette of the house style in engine/gfx/color.h; here are the faces and edges of what can be touched.
#pragma once

#include <span>
#include <string_view>

#include "engine/gfx/color.h"

namespace vonk::ui {

namespace theme {
using namespace gfx::palette;
inline constexpr gfx::Color white = gfx::hex(0xFFFFFF);
inline constexpr gfx::Color pressedSpark = gfx::mix(spark, sparkEdge, 0.14F);
inline constexpr gfx::Color disabledFace = gfx::hex(0xF1ECE0);
inline constexpr gfx::Color disabledInk = gfx::hex(0x7E7A72);
inline constexpr gfx::Color brightSpark = gfx::hex(0xFFB066);  // the orange key in high contrast
inline constexpr gfx::Color disabledInkHigh = gfx::hex(0x4A4640);
inline constexpr gfx::Color night = gfx::hex(0x0B2A45);  // pills and veils
inline constexpr gfx::Color glow = gfx::hex(0xFFE27A);   // on night only
inline constexpr gfx::Color focusLight = glow;           // the keyboard's ring: its two bands
inline constexpr gfx::Color focusDark = night;
inline constexpr gfx::Color trayDark = gfx::hex(0x164E73);
inline constexpr gfx::Color meadow = gfx::hex(0x8CCB66);
inline constexpr gfx::Color meadowInk = gfx::hex(0x12301C);
}  // namespace theme

// Contrast ratio of two opaque colours, 1–21: relative luminance as WCAG 2.2 defines it.
double contrast(gfx::Color a, gfx::Color b);

// Text needs 4.5; large text, signs and the edges of what can be touched need 3.
struct ColourPair {
    std::string_view name;
    gfx::Color front, ground;
    double least = 4.5;
};
std::span<const ColourPair> themePairs();
// The same where high contrast is asked for: text needs 7.
std::span<const ColourPair> highContrastPairs();
// The colour to write with, as high contrast has it.
gfx::Color legible(gfx::Color colour, bool high_contrast);

}  // namespace vonk::ui
