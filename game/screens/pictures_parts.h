// The families of small pictures; pictures.cpp chooses among them by name.
#pragma once

#include <string_view>

#include <cstdint>

#include "engine/gfx/canvas.h"
#include "game/screens/sketch.h"

namespace vonk::screens {

// What the little scenes are made of. Sky above and meadow below the horizon (share of the height), round
// corners.
enum class Weather : std::uint8_t { Day, Dusk, Storm };
void drawLand(gfx::Canvas& canvas, const gfx::Rect& rect, float horizon, Weather weather);
// Two banks that end at `from` and `to`, cut from the front, and the water between them; all in the sketch's
// units.
void drawRiver(const Sketch& s, const gfx::Rect& rect, float from, float to, float level);
// What comes over a bridge, its first axle over (x, y), `metre` units a metre.
enum class Act : std::uint8_t { Standing, Going, Jumping };
void drawVehicle(const Sketch& s, std::string_view key, float x, float y, float metre, std::uint32_t variant,
                 Act act);

// "<level id>/<kind>": a picture of the level's own, or one of its kind.
void drawPlace(gfx::Canvas& canvas, std::string_view what, const gfx::Rect& rect);
// The levels about bridges that have one of their own; false: not one of them.
bool drawBridgePlace(gfx::Canvas& canvas, std::string_view id, const gfx::Rect& rect);
void drawGoal(gfx::Canvas& canvas, std::string_view kind, const gfx::Rect& rect);
void drawCause(gfx::Canvas& canvas, std::string_view reason, const gfx::Rect& rect);
void drawIdea(gfx::Canvas& canvas, std::string_view idea, const gfx::Rect& rect);
void drawLegend(gfx::Canvas& canvas, bool pushed, const gfx::Rect& rect);
void drawCareer(gfx::Canvas& canvas, std::string_view id, const gfx::Rect& rect);
// A road that climbs to the right over a meadow, with four numbered stations.
void drawRoute(gfx::Canvas& canvas, const gfx::Rect& rect);
void drawBadge(gfx::Canvas& canvas, std::string_view talent, const gfx::Rect& rect);

}  // namespace vonk::screens
