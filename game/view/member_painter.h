// Members and joints: wood with grain, steel with rivets, cables that hang, decks that bend; their shadows,
// the load in them, their broken halves, and the dashed outline of one that is not there.
#pragma once

#include <optional>
#include <vector>

#include "game/view/part_picture.h"

namespace vonk::view {

// One member as it is to be drawn, in pixels.
struct MemberDrawing {
    world::PartKind kind{};
    gfx::Point from, to;
    float bow = 0.0F;   // px, the middle lies this much to the right of from→to as seen on the screen
    float unit = 1.0F;  // px per kit px
    float grow = 1.0F;  // of the width: the bounce when it snaps in
    float alpha = 1.0F;
    bool lifted = false;  // in the hand
    gfx::Color tint{};    // multiplied: old wood is grey
};

// How much it carries.
struct LoadDrawing {
    float use = 0.0F;  // 0–1
    bool pulled = false;
    double time = 0.0;  // s, for the pulse
    float alpha = 1.0F;
};

enum class JointLook { Plain, Anchor, Hot };

class MemberPainter {
  public:
    explicit MemberPainter(const gfx::Graphics& graphics);
    // Roads carry a railway: their pictures are those of rails on sleepers.
    void layRails(const gfx::Graphics& graphics);

    // px across, before `grow`.
    float width(world::PartKind kind, float unit) const;
    bool isDeck(world::PartKind kind) const;
    bool isRope(world::PartKind kind) const;
    bool showsLoad(world::PartKind kind) const;

    void shadow(gfx::Canvas& canvas, const MemberDrawing& member) const;
    void body(gfx::Canvas& canvas, const MemberDrawing& member) const;
    void load(gfx::Canvas& canvas, const MemberDrawing& member, const LoadDrawing& load) const;
    // The half that still hangs at `from`, with teeth at `to`.
    void half(gfx::Canvas& canvas, const MemberDrawing& member, std::uint32_t seed) const;
    // Dashes around where a member is not (any more, or yet).
    void outline(gfx::Canvas& canvas, const MemberDrawing& member, gfx::Color colour, gfx::Color fill) const;

    void joint(gfx::Canvas& canvas, gfx::Point at, float scale, JointLook look) const;

  private:
    struct Ids {
        const PartPicture* picture = nullptr;
        gfx::SpriteId start, middle, end;
    };
    struct LoadIds {
        gfx::SpriteId cap, middle, tile;
        float height = 0.0F;  // kit px of the capsule
        float pitch = 0.0F;   // kit px from symbol to symbol
    };
    const Ids& ids(world::PartKind kind) const;
    const MemberPicture& look(world::PartKind kind) const { return *ids(kind).picture->member; }

    std::vector<Ids> ids_;  // by row of the parts table
    LoadIds push_[3], pull_[3];
    gfx::SpriteId joint_, anchor_, hot_;
};

// The line of a bent member: `pieces` + 1 points from `from` to `to`.
std::vector<gfx::Point> bentLine(gfx::Point from, gfx::Point to, float bow, int pieces);

}  // namespace vonk::view
