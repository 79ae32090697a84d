// The families of small pictures; pictures.cpp chooses among them by name.
#pragma once

#include <string_view>

#include "engine/gfx/canvas.h"

namespace vonk::screens {

void drawPlace(gfx::Canvas& canvas, std::string_view kind, const gfx::Rect& rect);
void drawGoal(gfx::Canvas& canvas, std::string_view kind, const gfx::Rect& rect);
void drawCause(gfx::Canvas& canvas, std::string_view reason, const gfx::Rect& rect);
void drawIdea(gfx::Canvas& canvas, std::string_view idea, const gfx::Rect& rect);
void drawLegend(gfx::Canvas& canvas, bool pushed, const gfx::Rect& rect);
void drawCareer(gfx::Canvas& canvas, std::string_view id, const gfx::Rect& rect);
// A road that climbs to the right over a meadow, with four numbered stations.
void drawRoute(gfx::Canvas& canvas, const gfx::Rect& rect);
void drawBadge(gfx::Canvas& canvas, std::string_view talent, const gfx::Rect& rect);

}  // namespace vonk::screens
