// Looking around in a level that is wider than the screen: where the camera rests, how two fingers pull it
// along, and how it glides when a key asks for it. It never shows more than there is.
//
// When do two fingers mean the picture, and when are they two children? Both must have come down within
// `together` of each other, on nothing that one can build with, with no other finger in the scene. A child
// who builds begins on a joint or a part, so whoever builds never moves the picture, and nobody can move it
// meanwhile.
#pragma once

#include <array>
#include <optional>

#include "engine/core/ids.h"
#include "game/view/view_frame.h"
#include "game/view/world_painter.h"

namespace vonk::view {

class LookAround {
  public:
    static constexpr double together = 0.4;  // s

    // The painter was resized: looks as one begins.
    void begin(const WorldPainter& painter, const Metrics& metrics);

    bool wide() const { return wide_; }
    const ViewFrame& frame() const { return frame_; }
    bool resting() const { return !pair_ && !glide_; }

    bool can(int direction) const;
    void look(int direction);
    bool atAll() const;
    void showAll(bool all);

    // Two fingers take hold of the picture.
    void take(Actor a, Vec2 a_px, Actor b, Vec2 b_px);
    bool holds(Actor actor) const;
    void move(Actor actor, Vec2 px);
    void letGo();
    // True if it has moved.
    bool update(double dt);

  private:
    struct Finger {
        Actor actor;
        Vec2 from, now;  // px
    };
    void glideTo(const ViewFrame& goal);
    ViewFrame settled(const ViewFrame& frame) const;

    const WorldPainter* painter_ = nullptr;
    bool wide_ = false, still_ = false;
    double px_per_mm_ = 3.6, width_ = 1920.0;
    ViewFrame frame_;
    std::optional<std::array<Finger, 2>> pair_;
    ViewFrame held_;       // as it was when they took hold
    bool moving_ = false;  // they have moved more than a tap does
    struct Glide {
        ViewFrame from, to;
        double done = 0.0;  // 0–1
    };
    std::optional<Glide> glide_;
};

}  // namespace vonk::view
