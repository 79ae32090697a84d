#include "engine/ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vonk::ui {

namespace {
double linear(float channel) {
    const double c = channel;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(gfx::Color c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}
}  // namespace

double contrast(gfx::Color a, gfx::Color b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::span<const ColourPair> themePairs() {
    using namespace theme;
    static const std::array pairs{
        ColourPair{"text on paper", ink, paper, 4.5},
        ColourPair{"quiet text on paper", softInk, paper, 4.5},
        ColourPair{"label on the orange key", ink, spark, 4.5},
        ColourPair{"label on the pressed orange key", ink, pressedSpark, 4.5},
        ColourPair{"title on its white rim", deltaBlue, white, 4.5},
        ColourPair{"words on the dark pill", paper, night, 4.5},
        ColourPair{"number on the dark pill", glow, night, 4.5},
        ColourPair{"words beside the road", meadowInk, meadow, 4.5},
        ColourPair{"language on the dark pill", paper, deltaBlue, 4.5},
        ColourPair{"cost at the finger", sparkEdge, paper, 4.5},
        ColourPair{"good gauge on paper", good, paper, 3.0},
        ColourPair{"hot gauge on paper", pushed, paper, 3.0},
        ColourPair{"mark on the warm gauge", ink, warning, 3.0},
        ColourPair{"light on the tray", paper, trayDark, 4.5},
        ColourPair{"what cannot be touched now", disabledInk, disabledFace, 3.0},
    };
    return pairs;
}

gfx::Color legible(gfx::Color colour, bool high_contrast) {
    if (!high_contrast) return colour;
    if (colour == theme::softInk || colour == theme::sparkEdge || colour == theme::meadowInk)
        return theme::ink;
    if (colour == theme::disabledInk) return theme::disabledInkHigh;
    return colour;
}

std::span<const ColourPair> highContrastPairs() {
    using namespace theme;
    static const std::array pairs{
        ColourPair{"text on paper", ink, paper, 7.0},
        ColourPair{"quiet text on paper", legible(softInk, true), paper, 7.0},
        ColourPair{"label on the orange key", ink, brightSpark, 7.0},
        ColourPair{"title on its white rim", deltaBlue, white, 7.0},
        ColourPair{"words on the dark pill", paper, night, 7.0},
        ColourPair{"number on the dark pill", glow, night, 7.0},
        ColourPair{"words beside the road", legible(meadowInk, true), meadow, 7.0},
        ColourPair{"language on the dark pill", paper, night, 7.0},
        ColourPair{"light on the tray", paper, trayDark, 7.0},
        ColourPair{"what cannot be touched now", disabledInkHigh, disabledFace, 7.0},
        ColourPair{"edge of a key on paper", ink, paper, 3.0},
        ColourPair{"good gauge on paper", good, paper, 3.0},
        ColourPair{"hot gauge on paper", pushed, paper, 3.0},
    };
    return pairs;
}

}  // namespace vonk::ui
