// A lighthouse on the quay whose light is the visitor's lamp: it burns and turns as bright as the brightest
// lamp on the board.
#pragma once

#include "game/view/paint.h"

namespace vonk::view {

class Lighthouse {
  public:
    // `foot`: middle of its base, px; `height`: px from there to its top.
    void place(gfx::Point foot, float height) {
        foot_ = foot;
        height_ = height;
    }
    void drawTower(gfx::Canvas& canvas) const;
    // `light` 0–1.
    void drawLight(const Brush& brush, float light) const;

  private:
    gfx::Point lantern() const { return foot_ - gfx::Point{0.0F, 0.885F * height_}; }

    gfx::Point foot_{};
    float height_ = 0.0F;
};

}  // namespace vonk::view
