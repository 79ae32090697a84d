// Colours (sRGB as on the paper, straight alpha) and the project's palette.
#pragma once

#include <cstdint>

namespace vonk::gfx {

struct Color {
    float r = 1.0F;
    float g = 1.0F;
    float b = 1.0F;
    float a = 1.0F;

    friend bool operator==(const Color&, const Color&) = default;
    constexpr Color withAlpha(float alpha) const { return {r, g, b, alpha}; }
};

// 0xRRGGBB
constexpr Color hex(std::uint32_t rgb, float alpha = 1.0F) {
    return {static_cast<float>((rgb >> 16U) & 255U) / 255.0F, static_cast<float>((rgb >> 8U) & 255U) / 255.0F,
            static_cast<float>(rgb & 255U) / 255.0F, alpha};
}

constexpr Color mix(Color from, Color to, float t) {
    return {from.r + (to.r - from.r) * t, from.g + (to.g - from.g) * t, from.b + (to.b - from.b) * t,
            from.a + (to.a - from.a) * t};
}

namespace palette {
inline constexpr Color deltaBlue = hex(0x0B3C5D);
inline constexpr Color sky = hex(0xBFE3F5);
inline constexpr Color water = hex(0x1F7FBF);
inline constexpr Color deepWater = hex(0x0B4F8A);
inline constexpr Color polder = hex(0x5BA84A);
inline constexpr Color sand = hex(0xE9D8A6);
inline constexpr Color brick = hex(0xB5533C);
inline constexpr Color spark = hex(0xFF7A1A);  // what you can do next; once a screen
inline constexpr Color ink = hex(0x12263A);
inline constexpr Color softInk = hex(0x45586B);  // the second line of a card
inline constexpr Color paper = hex(0xFFF9EF);
inline constexpr Color paperEdge = hex(0xD9C7A8);
inline constexpr Color cardEdge = hex(0xE7DAC2);
inline constexpr Color sparkEdge = hex(0xB94E06);
// State colours (Okabe and Ito), always with a second cue.
inline constexpr Color good = hex(0x009E73);
inline constexpr Color warning = hex(0xE69F00);
inline constexpr Color pushed = hex(0xD55E00);
inline constexpr Color pulled = hex(0x0072B2);
inline constexpr Color focus = hex(0x0072B2);
inline constexpr Color skyState = hex(0x56B4E9);
inline constexpr Color yellowState = hex(0xF0E442);
inline constexpr Color pinkState = hex(0xCC79A7);
inline constexpr Color dayHaze = hex(0xDCEBEE);
inline constexpr Color duskHaze = hex(0xB98392);
inline constexpr Color stormHaze = hex(0xAFC0C6);
}  // namespace palette

}  // namespace vonk::gfx
