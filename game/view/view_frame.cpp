#include "game/view/view_frame.h"

#include <algorithm>

#include "engine/core/assert.h"

namespace vonk::view {

ViewFrame ViewFrame::fit(const Box& view, const Metrics& metrics) {
    VONK_ASSERT(view.width() > 0.0 && view.height() > 0.0);
    const Insets& inset = metrics.insets;
    const double width = std::max(1.0, metrics.width - inset.left - inset.right);
    const double height = std::max(1.0, metrics.height - inset.top - inset.bottom);
    const double scale = std::min(width / view.width(), height / view.height());
    const double bottom = metrics.height - inset.bottom;
    const double middle = inset.left + width / 2.0;
    return {view.centre(), {middle, bottom - scale * view.height() / 2.0}, scale};
}

}  // namespace vonk::view
