#include "engine/ui/widget.h"

namespace vonk::ui {

const Widget* hit(std::span<const Widget> widgets, Point at, float slack) {
    const Widget* nearest = nullptr;
    float least = slack;
    for (const Widget& widget : widgets) {
        if (!widget.touchable) continue;
        const float away = distance(widget.rect, at);
        // `<=`: of two that lie on each other the upper one is meant.
        if (away <= least) {
            least = away;
            nearest = &widget;
        }
    }
    return nearest;
}

bool covered(std::span<const Widget> widgets, Point at) {
    for (const Widget& widget : widgets)
        if (widget.covers && widget.rect.contains(at)) return true;
    return false;
}

}  // namespace vonk::ui
