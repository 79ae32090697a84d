// The pieces of the member a story of a break is about, as the story shows them: each half hinges on the bolt
// it still hangs on, so that it is seen what happened to it. Pushed together they rise as a roof, bent by a
// load they sink as a V under what stands on them, torn they part.
#pragma once

#include <array>
#include <optional>

#include "engine/core/ids.h"
#include "game/view/member_painter.h"
#include "game/view/paint.h"
#include "game/world/snapshot.h"

namespace vonk::view {

// Which member, and when it broke.
struct BreakTold {
    PartId part;
    double tick = 0.0;  // of 1/60 s
};

struct ToldHalves {
    std::array<MemberDrawing, 2> halves;  // from the bolt to the broken end
    std::array<bool, 2> anchors{};        // whether a bank holds that bolt
    gfx::Point tip;                       // px, between the broken ends
    world::MemberView member;
};

// Nothing while the member is whole at `tick`. Joints of `snapshot` in metres; the result in pixels.
std::optional<ToldHalves> toldHalves(const Brush& brush, const world::Snapshot& snapshot,
                                     const BreakTold& told, double tick, bool rope);

}  // namespace vonk::view
