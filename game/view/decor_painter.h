// What a level's own things look like: the mast and leaf of a drawbridge, weathered wood, and what lies about
// and only tells a story.
#pragma once

#include <vector>

#include "engine/core/ids.h"
#include "game/level/level.h"
#include "game/view/member_painter.h"
#include "game/view/paint.h"
#include "game/view/terrain.h"

namespace vonk::view {

class DecorPainter {
  public:
    // `level` outlives it.
    DecorPainter(const level::Level& level, const gfx::Graphics& graphics);

    // Into the kept background: stumps, beams and ships.
    void drawStill(gfx::Canvas& canvas, const ViewFrame& frame, float unit, const Terrain& terrain,
                   const MemberPainter& members) const;
    // Draws the part if it is one with a look of its own; false: it looks like any other.
    bool drawFixed(gfx::Canvas& canvas, const MemberDrawing& drawing, PartId part,
                   const MemberPainter& members) const;
    gfx::Color tintOf(PartId part) const;

  private:
    level::FixedLook lookOf(PartId part) const;
    void lay(gfx::Canvas& canvas, const level::Decor& decor, const ViewFrame& frame, float unit,
             const MemberPainter& members) const;
    void mast(gfx::Canvas& canvas, const MemberDrawing& drawing) const;
    void leaf(gfx::Canvas& canvas, const MemberDrawing& drawing) const;
    void worn(gfx::Canvas& canvas, const MemberDrawing& drawing, std::uint32_t seed,
              const MemberPainter& members) const;

    const level::Level& level_;
    std::vector<level::FixedLook> looks_;  // by the number of a part, from 1: the order of the level's file
    gfx::SpriteId tower_, leaf_, ship_;
    float ship_length_ = 1.0F;  // kit px
};

}  // namespace vonk::view
