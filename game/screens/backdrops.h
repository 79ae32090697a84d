// The scenes behind the screens that have no level: the map of the delta by day, the town at night with
// fireworks. Loaded when first shown and kept.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "engine/gfx/scenery.h"
#include "engine/ui/screen_space.h"

namespace vonk::screens {

class Backdrops {
  public:
    explicit Backdrops(gfx::Graphics& graphics) : graphics_(graphics) {}

    // Before the frame's target is begun. `now`: s of the exhibit's clock.
    void prepare(std::string_view name, gfx::Canvas& canvas, const ui::ScreenSpace& space, double now,
                 bool reduced_motion);
    void draw(std::string_view name, gfx::Canvas& canvas, const ui::ScreenSpace& space) const;
    // What stands in front of everything else in the scene.
    void drawOver(std::string_view name, gfx::Canvas& canvas) const;

  private:
    struct Kept {
        std::unique_ptr<gfx::Scenery> scenery;  // none: it could not be loaded
        double seen = 0.0;                      // when it was prepared last
    };
    gfx::Graphics& graphics_;
    std::map<std::string, Kept, std::less<>> kept_;
};

// `since`: seconds that they go on. At most three burst in a second.
void drawFireworks(gfx::Canvas& canvas, const ui::ScreenSpace& space, double since, bool reduced_motion);

}  // namespace vonk::screens
