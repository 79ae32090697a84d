// A bay: what stands between two neighbouring joints of the road. It is copied as a whole to where there is
// room for it; pieces that cannot be there are left out.
#pragma once

#include <optional>
#include <vector>

#include "game/play/session.h"

namespace vonk::view {

struct Bay {
    world::GridPoint left, right;  // of the road

    std::int32_t width() const { return right.x_mm - left.x_mm; }  // mm
    friend bool operator==(const Bay&, const Bay&) = default;
};

// The bays of the design from left to right. Where there is no road yet, any two neighbouring joints make
// one.
std::vector<Bay> bays(const play::Session& session);
// The members with both ends within the bay, road first.
std::vector<PartId> membersOf(const play::Session& session, const Bay& bay);
// The bay above or below which this place is, if anything stands in it.
std::optional<Bay> bayAt(const play::Session& session, Vec2 at);

struct CopyPlan {
    std::int32_t shift = 0;               // bays to the right; negative: to the left
    std::optional<play::Together> steps;  // nothing where no piece can be placed
    std::optional<Reason> left_out;       // why the first of the others cannot; not where it is there already
};
CopyPlan planCopy(const play::Session& session, const Bay& bay, std::int32_t shift);
// To the next bay on the right, else on the left.
CopyPlan planNextCopy(const play::Session& session, const Bay& bay);
Bay shifted(const Bay& bay, std::int32_t shift);

}  // namespace vonk::view
