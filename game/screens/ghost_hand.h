// The hand that shows what to touch: it comes, taps, and rings spread from its finger, again and again.
#pragma once

#include "engine/gfx/canvas.h"

namespace vonk::screens {

// `since`: seconds that it has been there. `scale`: pixels per kit pixel.
void drawTappingHand(gfx::Canvas& canvas, gfx::Point at, double since, float scale, bool reduced_motion);

}  // namespace vonk::screens
