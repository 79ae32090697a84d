// What crosses the bridge: the cheese truck with its driver and load, sheep on their legs. A row for each
// vehicle of game/world/vehicles.h; one without a row is drawn as a plain box.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "game/level/level.h"
#include "game/view/paint.h"
#include "game/world/snapshot.h"

namespace vonk::view {

// Everything that has to cross, as it stands ready before the bridge while one builds.
std::vector<world::BodyView> waitingTraffic(const level::Level& level);

class VehiclePainter {
  public:
    explicit VehiclePainter(const gfx::Graphics& graphics);

    struct Look {
        bool scared = false;              // the driver
        bool celebrating = false;         // hops
        std::optional<float> water = {};  // y of its surface, px
    };
    // All vehicles, walkers and cargo of the snapshot.
    void draw(const Brush& brush, std::span<const world::BodyView> bodies, const Look& look) const;

  private:
    void truck(const Brush& brush, const world::BodyView& chassis, std::span<const world::BodyView> bodies,
               const Look& look) const;
    void walker(const Brush& brush, const world::BodyView& body, std::span<const world::BodyView> bodies,
                const Look& look) const;
    void person(const Brush& brush, const world::BodyView& body, const Look& look) const;
    void swimming(const Brush& brush, const world::BodyView& body, const Look& look,
                  const std::function<void(const world::BodyView&)>& paint) const;
    void plain(const Brush& brush, const world::BodyView& body) const;
    void cheese(const Brush& brush, const world::BodyView& body) const;
    void wheel(const Brush& brush, const world::BodyView& body, float lift) const;
    gfx::SpriteStyle style(const world::BodyView& body, float scale) const;

    gfx::SpriteId back_, front_, shadow_, wheel_, cheese_, label_, driver_, scared_, puff_, sheep_;
};

}  // namespace vonk::view
