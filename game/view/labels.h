// Finds room for labels in a picture: each goes to the first of its places where it covers nothing, or
// nowhere. What asks first is served first.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/gfx/geometry.h"

namespace vonk::view {

class LabelPlacer {
  public:
    // Labels lie within `area` and at least `gap` apart; px.
    LabelPlacer(const gfx::Rect& area, float gap) : area_(area), gap_(gap) {}

    // Nothing may lie there.
    void block(const gfx::Rect& rect) { taken_.push_back(rect); }
    // The label's rectangle about the first of `centres` where there is room; it is taken then.
    std::optional<gfx::Rect> place(std::span<const gfx::Point> centres, gfx::Size size);

  private:
    gfx::Rect area_;
    float gap_ = 0.0F;
    std::vector<gfx::Rect> taken_;
};

}  // namespace vonk::view
