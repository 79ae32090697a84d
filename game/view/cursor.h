// Where the keyboard's cursor can stand: on joints, terminals, parts and points of the grid, whichever a tap
// means with what is in the hand now. Model metres; knows nothing of drawing.
#pragma once

#include <span>
#include <vector>

#include "engine/ui/focus.h"
#include "game/view/gestures.h"

namespace vonk::view {

// No two are nearer than a millimetre.
std::vector<Vec2> cursorStops(const play::Session& session, const Gestures& gestures);

// The stop that one means by an arrow: the nearest in that quarter of the plane, or else the nearest that
// lies that way at all. `from` itself if there is none.
Vec2 cursorTowards(std::span<const Vec2> stops, Vec2 from, ui::Direction direction);

// Where the cursor begins: `wished` or the stop nearest to it.
Vec2 cursorBeginning(std::span<const Vec2> stops, Vec2 wished);

}  // namespace vonk::view
