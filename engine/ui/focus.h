// The keyboard's way through a screen: which thing comes next, and which lies in the direction of an arrow.
// Pure functions of what can be used now, so that a test walks through any screen without one.
#pragma once

#include <string>
#include <vector>

#include "engine/ui/widget.h"

namespace vonk::ui {

// Where the focus can stand: a widget that can be used, or the scene behind the widgets.
struct FocusStop {
    std::string id;
    Rect rect;
};
inline constexpr std::string_view scene_stop = "scene";

enum class Direction { Left, Right, Up, Down };

// All widgets that can be used, and the scene where `scene` is not empty, as one reads: row by row from the
// top, from left to right in each.
std::vector<FocusStop> focusStops(std::span<const Widget> widgets, const Rect& scene = {});

// The stop after `from` or before it, round in a circle; the first one (or last) if `from` is none of them.
// Empty if there are no stops.
std::string nextStop(std::span<const FocusStop> stops, std::string_view from, bool back);

// The nearest stop that lies from `from` in this direction; `from` itself if there is none, the first stop
// if `from` is none of them.
std::string stopTowards(std::span<const FocusStop> stops, std::string_view from, Direction direction);

// What a hand would do next: the orange key or place that can be used, or else the first stop.
std::string proposedStop(std::span<const Widget> widgets, std::span<const FocusStop> stops);

}  // namespace vonk::ui
