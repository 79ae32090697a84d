#include "game/view/labels.h"

#include <algorithm>

namespace vonk::view {

std::optional<gfx::Rect> LabelPlacer::place(std::span<const gfx::Point> centres, gfx::Size size) {
    for (const gfx::Point centre : centres) {
        const gfx::Rect rect{centre.x - size.w / 2, centre.y - size.h / 2, size.w, size.h};
        if (rect.x < area_.x || rect.y < area_.y || rect.right() > area_.right() ||
            rect.bottom() > area_.bottom())
            continue;
        const bool free = std::none_of(taken_.begin(), taken_.end(), [&](const gfx::Rect& other) {
            return rect.x < other.right() + gap_ && other.x < rect.right() + gap_ &&
                   rect.y < other.bottom() + gap_ && other.y < rect.bottom() + gap_;
        });
        if (!free) continue;
        taken_.push_back(rect);
        return rect;
    }
    return std::nullopt;
}

}  // namespace vonk::view
