// What crosses the bridge, each vehicle of game/world/vehicles.h by its key: the cheese truck with its driver
// and load here, machines and walkers by their own painters. One without a picture is drawn as a plain box.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "game/level/level.h"
#include "game/view/machine_painter.h"
#include "game/view/paint.h"
#include "game/view/walker_painter.h"
#include "game/world/snapshot.h"
#include "game/world/vehicles.h"

namespace vonk::view {

// One vehicle as it stands with its first axle over `front`, m: appends its bodies.
void addStanding(std::vector<world::BodyView>& bodies, const world::VehicleRow& row, Vec2 front,
                 std::uint32_t variant);

// Everything that has to cross, as it stands ready before the bridge while one builds.
std::vector<world::BodyView> waitingTraffic(const level::Level& level);

class VehiclePainter {
  public:
    explicit VehiclePainter(const gfx::Graphics& graphics);

    // Whether a vehicle of this key has a picture of its own.
    static bool knows(std::string_view vehicle);

    struct Look {
        bool scared = false;              // the driver
        bool celebrating = false;         // hops
        std::optional<float> water = {};  // y of its surface, px
        bool thrown = false;              // walkers have lost their balance
    };
    // All vehicles, walkers and cargo of the snapshot.
    void draw(const Brush& brush, std::span<const world::BodyView> bodies, const Look& look) const;

  private:
    // The truck that a cheese still lies on; nullptr: it is on its own.
    static const world::BodyView* carrier(const world::BodyView& cargo,
                                          std::span<const world::BodyView> bodies);
    void vehicle(const Brush& brush, const world::BodyView& body, std::span<const world::BodyView> bodies,
                 const MachinePainter::Look& look) const;
    void truck(const Brush& brush, const world::BodyView& chassis, std::span<const world::BodyView> bodies,
               const MachinePainter::Look& look) const;
    void floating(const Brush& brush, const world::BodyView& body, const Look& look) const;
    void plain(const Brush& brush, const world::BodyView& body) const;
    void cheese(const Brush& brush, const world::BodyView& body, bool wet) const;
    void wheel(const Brush& brush, const world::BodyView& body, const MachinePainter::Look& look) const;

    WalkerPainter walkers_;
    MachinePainter machines_;
    gfx::SpriteId back_, front_, shadow_, wheel_, cheese_, driver_, scared_, puff_;
};

}  // namespace vonk::view
