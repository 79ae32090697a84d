// Where things are and where they may not be: grid, ground, what a device covers.
#pragma once

#include <vector>

#include "game/level/level.h"
#include "game/world/design.h"

namespace vonk::play {

// The nearest joint within `radius` (m), else the nearest point of the grid within the build area.
world::GridPoint snapTo(const level::Scene& scene, const std::vector<world::GridPoint>& joints, Vec2 point,
                        double radius);

bool onGrid(const level::Scene& scene, world::GridPoint point);

// On the grid, in the build area and not in the ground.
bool isFree(const level::Scene& scene, world::GridPoint point);

// Deeper than 5 cm below the surface of the ground, so that what lies on a bank is not in it.
bool insideGround(const level::Scene& scene, Vec2 point);
bool crossesGround(const level::Scene& scene, Vec2 from, Vec2 to);

// Offset of a point of a part after so many quarter turns counter-clockwise.
Vec2 turned(Vec2 offset, std::int32_t quarter_turns);

// What a part at a point covers, m. Its placement must be AtPoint.
Box coveredBy(const world::Part& part);
bool overlap(const Box& a, const Box& b);

// m; the origin if there is no such part or port.
Vec2 terminalPlace(const world::Design& design, world::Terminal terminal);

}  // namespace vonk::play
