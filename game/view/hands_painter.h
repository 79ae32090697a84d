// What hands do, drawn over the world: the part in the hand with its shadow, how far it reaches and where it
// may go, its length and price, a speech bubble that says why not, and the hand that shows a move.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "game/level/level.h"
#include "game/view/member_painter.h"

namespace vonk::view {

class HandsPainter {
  public:
    explicit HandsPainter(const gfx::Graphics& graphics);

    // Circle of what can be reached from `start`, with the places where the part may go: dots, and rings
    // around those of the `joints` that are there already.
    void reach(const Brush& brush, world::GridPoint start, double longest,
               std::span<const world::GridPoint> places, std::span<const world::GridPoint> joints) const;
    // Places where a part at a point may go.
    void places(const Brush& brush, std::span<const world::GridPoint> places) const;
    void hotJoint(const Brush& brush, gfx::Point at, JointLook look, const MemberPainter& members) const;
    // A joint in the hand, or one that was tapped and waits for its goal.
    void carriedJoint(const Brush& brush, gfx::Point at, const MemberPainter& members) const;
    // A few words on a pill in the middle of something.
    void label(gfx::Canvas& canvas, gfx::Point at, std::string_view text, bool wrong, float scale) const;
    void hotTerminal(const Brush& brush, gfx::Point at) const;
    void snapTarget(const Brush& brush, gfx::Point at) const;
    // Length and price, above and to the right of the finger, inside the picture. `scale`: px per kit px of
    // the interface.
    void tag(gfx::Canvas& canvas, gfx::Point finger, std::string_view length, std::string_view price,
             bool blocked, float scale, gfx::Size screen) const;
    // Says something at a place. `age`, s since it came; `left`, s until it goes.
    void bubble(gfx::Canvas& canvas, gfx::Point at, std::string_view text, float scale, gfx::Size screen,
                double age, double left) const;
    // `pressed` 0–1: the tap; `rings` 0–1: the rings that go out from it.
    void hand(gfx::Canvas& canvas, gfx::Point tip, float scale, float alpha, float pressed,
              float rings) const;
    // Ring of dots and, for a cause, arrows that repeat it, around a member.
    void ringMark(const Brush& brush, gfx::Point from, gfx::Point to, float turn) const;
    // `load`: the top of what presses on it; `free`: px below which the picture is free.
    void causeArrows(const Brush& brush, gfx::Point from, gfx::Point to, ReasonId cause, gfx::Point load,
                     float free) const;
    // The way that something went, from a ring where it was.
    void wayArrow(const Brush& brush, gfx::Point from, gfx::Point to) const;

  private:
    gfx::SpriteId place_, target_, hand_, ring_[3], arrow_, glow_;
    gfx::SpriteId tail_;
};

}  // namespace vonk::view
