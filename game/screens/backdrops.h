// The scenes behind the screens that have no level: the map of the delta by day, and the town at night with
// fireworks. What stands still is kept; what moves is drawn each frame.
#pragma once

#include <vector>

#include "engine/gfx/layer.h"
#include "engine/ui/screen_space.h"

namespace vonk::screens {

// The delta from a little way up: sky, dikes, polders, and a road that winds past the places.
class DeltaBackdrop {
  public:
    void invalidate() { still_.invalidate(); }
    // `stops`: where the road passes, pixels, in order.
    void prepare(gfx::Canvas& canvas, const ui::ScreenSpace& space, const std::vector<gfx::Point>& stops);
    void draw(gfx::Canvas& canvas, const ui::ScreenSpace& space, double now, bool reduced_motion) const;

  private:
    gfx::Layer still_;
};

class NightBackdrop {
  public:
    void invalidate() { still_.invalidate(); }
    void prepare(gfx::Canvas& canvas, const ui::ScreenSpace& space);
    // `since`: seconds that the fireworks go on; negative: none.
    void draw(gfx::Canvas& canvas, const ui::ScreenSpace& space, double since, bool reduced_motion) const;

  private:
    gfx::Layer still_;
};

}  // namespace vonk::screens
