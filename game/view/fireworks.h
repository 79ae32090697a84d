// Fireworks and scraps of coloured paper over the delta: at most three a second, in the sky only, and no
// flash of the whole picture. A function of the time since it began.
#pragma once

#include "engine/core/random.h"
#include "game/view/paint.h"

namespace vonk::view {

class Fireworks {
  public:
    explicit Fireworks(const gfx::Graphics& graphics);

    // Only beyond `left`, 0–1 across the picture: what stands there is not covered.
    void begin(double left = 0.0);
    void end() { running_ = false; }
    bool running() const { return running_; }
    // True when one has just gone up; lastAt() tells where, 0–1 across the picture.
    bool update(double dt);
    double lastAt() const;
    // `unit`: px per kit px of the screen. With reduced motion they stand, and fade in and out.
    void draw(gfx::Canvas& canvas, gfx::Size screen, float unit, bool still) const;

  private:
    double across(Random& random) const;
    void burst(gfx::Canvas& canvas, gfx::Point at, float size, float turn, std::size_t colour, double age,
               bool still) const;
    void paper(gfx::Canvas& canvas, gfx::Point at, float unit, double age, Random& random) const;

    gfx::SpriteId bursts_[3];
    bool running_ = false;
    double time_ = 0.0;
    double left_ = 0.0;
};

}  // namespace vonk::view
