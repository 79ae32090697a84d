// How far the joints of a bridge go up and down: of each the lowest and highest place within the last second,
// as the goal "steady" measures it. Drawn as dashed lines through the two extremes of the road, further apart
// than they are by a factor that stands beside them.
#pragma once

#include <optional>
#include <vector>

#include "game/view/member_painter.h"
#include "game/view/paint.h"
#include "game/world/snapshot.h"

namespace vonk::view {

class SwingWatch {
  public:
    void clear();
    // Every tick of a run, in order.
    void see(const world::Snapshot& snapshot);

    struct Extremes {
        double low = 0.0, high = 0.0;  // m
        double middle() const { return 0.5 * (low + high); }
        double by() const { return 0.5 * (high - low); }
    };
    // Of the joint with this index; nothing before it was seen.
    std::optional<Extremes> of(std::uint32_t joint) const;

  private:
    struct Seen {
        Extremes now, before;
    };
    std::vector<Seen> joints_;  // by index
    int ticks_ = 0;
};

// The swing of the road at one moment, as it is drawn.
struct SwingPicture {
    struct Piece {
        Vec2 from, to;  // m, in the middle of their swing
        double from_by = 0.0, to_by = 0.0;
    };
    std::vector<Piece> road;
    Vec2 place;          // m, of the joint that swings most, in the middle of its swing
    double by = 0.0;     // m, how far it goes up and down from there
    double limit = 0.0;  // m, how far it may
};

// Nothing while no joint of the road is known to swing.
std::optional<SwingPicture> swingPicture(const SwingWatch& watch, const world::Snapshot& snapshot,
                                         const MemberPainter& members, double limit);

// How many times larger than it is a swing is drawn, so that `limit` m can be seen: a whole number.
int swingFactor(const Brush& brush, double limit);

// Dashed lines through the extremes and the bounds that may not be passed; `telling`: with arrows up and
// down.
void drawSwing(const Brush& brush, const SwingPicture& swing, int factor, bool telling);

}  // namespace vonk::view
