// Paints one widget with the sprites of the kit.
#pragma once

#include "engine/gfx/canvas.h"
#include "engine/ui/pane.h"

namespace vonk::ui {

struct Paint {
    gfx::Canvas& canvas;
    const ScreenSpace& space;
    const PicturePainter& pictures;
};

struct WidgetState {
    bool down = false;
    bool focused = false;
};

void paint(const Paint& paint, const Widget& widget, WidgetState state);

// Nearly all words of Dutch and English keep their size; a longer language is written smaller before it is
// cut off.
inline constexpr float least_share_of_text = 0.5F;

// A size at which the text fits into the box: `style.size`, or less down to `least` of it. The width of the
// box is where it wraps.
gfx::TextStyle fitted(gfx::Canvas& canvas, std::string_view text, gfx::TextStyle style, gfx::Size box,
                      float least = least_share_of_text);
// Draws it fitted into `box`, in the middle of its height where `middle`.
void textIn(gfx::Canvas& canvas, std::string_view text, gfx::TextStyle style, const Rect& box,
            bool middle = true);

// A text as it was painted.
struct WrittenText {
    std::string text;
    gfx::Font font = gfx::Font::Text;
    float asked = 0.0F, size = 0.0F;  // em, pixels: as the look asks for it, and as it fitted
    bool fits = true;                 // even at its smallest it lies in its box
    gfx::Color colour;
};
// As long as one lives it is told every text that paint() paints: how tests see that words fit and can be
// read.
class TextWatch {
  public:
    TextWatch();
    ~TextWatch();
    TextWatch(const TextWatch&) = delete;
    TextWatch& operator=(const TextWatch&) = delete;

    std::vector<WrittenText> texts;

  private:
    TextWatch* before_;
};

// The ring around what the keyboard is on: a light band and a dark one around it, so that one of the two has
// 3:1 on whatever lies below.
void paintFocus(const Paint& paint, const Rect& rect, float radius);
// Width of each of its two bands, pixels: 1 mm at least, and 2 pixels.
float focusBand(const ScreenSpace& space);

// How far beyond its rectangle a widget's shadow, edge and ring reach, pixels.
float reachOfPaint(const ScreenSpace& space);

}  // namespace vonk::ui
