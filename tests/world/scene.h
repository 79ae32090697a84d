// Levels and designs for tests, made in code.
#pragma once

#include <string>

#include "../support/scene.h"
#include "game/world/parts.h"
#include "game/world/parts/rows.h"
#include "game/world/world.h"

namespace vonk::test {

// Everything for sale.
inline level::Level river(double span, const std::string& vehicle = "cheese-truck") {
    level::Level level = bareRiver(span, 8.0);
    for (const world::PartRow& row : world::partRows())
        if (row.member) level.palette.push_back({std::string(row.key), 10.0, 0.0, std::nullopt});
    if (!vehicle.empty()) level.traffic = {{vehicle, 1, 2.0, 3.0}};
    level.stars = {{level::StarKind::Done, 0.0}};
    return level;
}

inline level::Level board() {
    level::Level level = bareBoard();
    for (const char* key : {"battery", "switch", "lamp", "wire"})
        level.palette.push_back({key, 0.0, 0.0, std::nullopt});
    level.stars = {{level::StarKind::Done, 0.0}};
    return level;
}

// Adds parts one after another, ids from 1.
class Drawing {
  public:
    world::Design design;

    // Metres.
    Drawing& member(world::PartKind kind, double x0, double y0, double x1, double y1) {
        return add(kind, world::BetweenJoints{at(x0, y0), at(x1, y1)});
    }
    Drawing& device(world::PartKind kind, double x, double y) {
        return add(kind, world::AtPoint{at(x, y), 0});
    }
    Drawing& wire(std::uint32_t from, int from_port, std::uint32_t to, int to_port) {
        return add(world::kind::wire, world::PathBetween{{{from}, static_cast<std::uint8_t>(from_port)},
                                                         {{to}, static_cast<std::uint8_t>(to_port)}});
    }
    // A Warren truss of 4 m panels and 3 m height from 0 to `span`.
    Drawing& warren(int span, world::PartKind top, world::PartKind web) {
        for (int x = 0; x < span; x += 4) member(world::kind::road, x, 0, x + 4, 0);
        for (int x = 2; x + 4 < span; x += 4) member(top, x, 3, x + 4, 3);
        for (int x = 0; x < span; x += 4) member(web, x, 0, x + 2, 3).member(web, x + 2, 3, x + 4, 0);
        return *this;
    }

    static world::GridPoint at(double x, double y) { return test::at(x, y); }

  private:
    Drawing& add(world::PartKind kind, world::Placement placement) {
        world::Part part;
        part.id = {static_cast<std::uint32_t>(design.parts.size() + 1)};
        part.kind = kind;
        part.placement = placement;
        design.parts.push_back(part);
        return *this;
    }
};

inline void runToEnd(world::World& world, int most_ticks = 3600) {
    for (int i = 0; i < most_ticks && world.outcome() == world::Outcome::Running; ++i) world.step();
}

}  // namespace vonk::test
