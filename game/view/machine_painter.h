// What rolls over the bridge: bikes with their riders, cars, and a train whose coaches lie over their own
// axles.
#pragma once

#include <span>
#include <vector>

#include "game/view/paint.h"
#include "game/view/people_painter.h"
#include "game/world/snapshot.h"

namespace vonk::view {

class MachinePainter {
  public:
    // `people` outlives it.
    MachinePainter(const gfx::Graphics& graphics, const PeoplePainter& people);

    struct Look {
        bool wet = false;     // under water
        bool scared = false;  // who sits in it
        float lift = 0.0F;    // px, of a hop
    };
    using Bodies = std::span<const world::BodyView* const>;  // the foremost first
    void bike(const Brush& brush, Bodies wheels, const Look& look) const;
    void car(const Brush& brush, const world::BodyView& chassis, Bodies wheels, const Look& look) const;
    void train(const Brush& brush, Bodies coaches, Bodies wheels, const Look& look) const;

  private:
    struct Coach {
        gfx::Point rail;  // px, under its middle
        float angle = 0.0F;
        float scale = 1.0F;
    };
    void wheel(const Brush& brush, const world::BodyView& body, gfx::SpriteId sprite, float kit_radius,
               const Look& look) const;

    const PeoplePainter& people_;
    gfx::SpriteId bike_wheel_, bike_frame_, bike_trim_, basket_, crate_, crank_, far_crank_, bike_shadow_;
    gfx::SpriteId car_body_, car_inside_, car_glass_, car_trim_, car_wheel_, car_shadow_, roof_box_;
    gfx::SpriteId nose_, coach_, bogie_, train_wheel_, coupling_, pantograph_;
};

}  // namespace vonk::view
