// Where the model plane lies on the screen: the one transform between metres (y up) and pixels (y down).
#pragma once

#include "engine/core/vec2.h"
#include "game/level/level.h"

namespace vonk::view {

// What the interface covers at each edge, in pixels; the level's view is fitted into what is left.
struct Insets {
    double left = 0.0;
    double top = 0.0;
    double right = 0.0;
    double bottom = 0.0;

    friend bool operator==(const Insets&, const Insets&) = default;
};

struct Metrics {
    double width = 1920.0;   // px
    double height = 1080.0;  // px
    double px_per_mm = 3.6;  // of the real screen
    double unit = 1.0;       // px per board unit of the interface: how large words and hands are
    Insets insets;
    bool reduced_motion = false;  // no shake, no zoom, nothing that sways
    double sun = 0.235;           // where across the picture it hangs, share of the width

    friend bool operator==(const Metrics&, const Metrics&) = default;
};

// Radius within which a finger means a joint or a part, in millimetres.
inline constexpr double finger_radius_mm = 8.0;
// Movement below this is a tap, in millimetres.
inline constexpr double tap_slack_mm = 3.0;

class ViewFrame {
  public:
    ViewFrame() = default;
    // `centre` of the model plane (m) lies at `at` (px).
    ViewFrame(Vec2 centre, Vec2 at, double px_per_metre) : centre_(centre), at_(at), scale_(px_per_metre) {}

    // Shows all of `view` (m) within the screen less its insets, as large as possible, in the middle; where
    // room is left over at top or bottom, the view stands on the lower inset.
    static ViewFrame fit(const Box& view, const Metrics& metrics);

    Vec2 pixelOf(Vec2 metres) const {
        return {at_.x + (metres.x - centre_.x) * scale_, at_.y - (metres.y - centre_.y) * scale_};
    }
    Vec2 pixelOf(level::GridPoint point) const { return pixelOf(point.metres()); }
    Vec2 metresOf(Vec2 pixel) const {
        return {centre_.x + (pixel.x - at_.x) / scale_, centre_.y - (pixel.y - at_.y) / scale_};
    }
    double pixelsPerMetre() const { return scale_; }

    // The same frame after the camera has come `zoom` times nearer and brought `focus` (m) to `target` (px).
    ViewFrame zoomed(double zoom, Vec2 focus, Vec2 target) const { return {focus, target, scale_ * zoom}; }
    ViewFrame moved(Vec2 pixels) const { return {centre_, at_ + pixels, scale_}; }

    friend bool operator==(const ViewFrame&, const ViewFrame&) = default;

  private:
    Vec2 centre_;
    Vec2 at_;
    double scale_ = 1.0;
};

}  // namespace vonk::view
