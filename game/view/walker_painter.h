// Whoever crosses on foot: sheep and people. Their legs take steps as far as they have walked; who falls
// waves its arms, and who lies in the water swims in a ring.
#pragma once

#include <optional>

#include "game/view/paint.h"
#include "game/view/people_painter.h"
#include "game/world/snapshot.h"

namespace vonk::view {

// A real jump of a few centimetres would hardly be seen: it is drawn so many times as high, and the
// engineer's view says so.
inline constexpr float seen_leap = 3.0F;

class WalkerPainter {
  public:
    explicit WalkerPainter(const gfx::Graphics& graphics);

    struct Look {
        bool scared = false;
        bool celebrating = false;
        std::optional<float> water = {};  // y of its surface, px
        bool thrown = false;              // has lost its balance
    };
    void draw(const Brush& brush, const world::BodyView& body, const Look& look) const;
    const PeoplePainter& people() const { return people_; }

  private:
    struct Place {
        gfx::Point feet;  // px
        float scale;      // px per kit px of the picture
        float angle;      // rad, clockwise
    };
    void sheep(const Brush& brush, const world::BodyView& body, const Place& place, bool wet) const;
    void person(const Brush& brush, const world::BodyView& body, const Place& place, const Look& look) const;

    PeoplePainter people_;
    gfx::SpriteId wool_, head_, leg_, shadow_;
};

// Draws what lies in the water twice: dry above its surface, bluer below it. `paint` takes whether it is
// below.
template <class Paint>
void cutByWater(const Brush& brush, bool in_water, const std::optional<float>& surface, const Paint& paint) {
    if (!in_water || !surface) {
        paint(in_water);
        return;
    }
    const float far = 1e5F;
    brush.canvas.pushClip({-far, -far, 2.0F * far, far + *surface});
    paint(false);
    brush.canvas.popClip();
    brush.canvas.pushClip({-far, *surface, 2.0F * far, far});
    paint(true);
    brush.canvas.popClip();
}

// How things look under water: bluer and less solid.
gfx::SpriteStyle wetStyle(bool wet, float scale);
PeoplePainter::Tone wetTone(bool wet);
// px that somebody who is glad jumps up and down.
float gladHop(const Brush& brush, bool celebrating, std::uint32_t who = 0);

}  // namespace vonk::view
