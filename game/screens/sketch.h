// A small picture in its own coordinates: a box of given width and height is fitted into a rectangle of the
// screen, and the kit's sprites are set into it. y down, the origin in the upper left corner of the box.
#pragma once

#include <string_view>

#include "engine/gfx/canvas.h"

namespace vonk::screens {

class Sketch {
  public:
    enum class Fit { Inside, Cover };
    // `mirrored`: left and right change places, of the pictures too.
    Sketch(gfx::Canvas& canvas, const gfx::Rect& rect, gfx::Size box, Fit fit = Fit::Inside,
           bool mirrored = false);

    gfx::Point at(float x, float y) const {
        return {origin_.x + (mirrored_ ? wide_ - x : x) * scale_, origin_.y + y * scale_};
    }
    gfx::Rect box(float x, float y, float w, float h) const {
        return {at(mirrored_ ? x + w : x, y).x, origin_.y + y * scale_, w * scale_, h * scale_};
    }
    float size(float units) const { return units * scale_; }
    gfx::Canvas& canvas() const { return canvas_; }

    void sprite(std::string_view name, float x, float y, float scale = 1.0F, float degrees = 0.0F,
                bool flip = false) const;
    void tinted(std::string_view name, float x, float y, float scale, float haze, gfx::Color colour) const;
    // "wood", "steel", "deck", "cable": `width` across, in the sketch's units.
    void member(std::string_view material, gfx::Point from, gfx::Point to, float width) const;
    void joint(float x, float y, float radius, bool hot = false) const;
    // Nose to the right (or left), wheels on (x, y).
    void truck(float x, float y, float scale, bool scared = false, float degrees = 0.0F) const;
    void arrow(float x, float y, float scale, float degrees) const;

  private:
    gfx::Canvas& canvas_;
    gfx::Point origin_;
    float scale_ = 1.0F, wide_ = 0.0F;
    bool mirrored_ = false;
};

}  // namespace vonk::screens
