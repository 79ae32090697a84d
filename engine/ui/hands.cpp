#include "engine/ui/hands.h"

namespace vonk::ui {

using platform::PointerEvent;
using Kind = TouchResult::Kind;

TouchResult Hands::pointer(const PointerEvent& event, std::span<const Widget> widgets, float slack) {
    if (event.slot < 0 || event.slot >= platform::maximumPointers) return {};
    Finger& finger = fingers_[std::size_t(event.slot)];
    const Point at{event.x, event.y};

    if (event.kind == PointerEvent::Kind::Down) {
        finger = {};
        const Widget* widget = hit(widgets, at, slack);
        if (!widget) {
            const bool free = !covered(widgets, at);
            finger.owner = free ? Owner::Scene : Owner::Void;
            return {free ? Kind::Scene : Kind::Nothing, {}};
        }
        // A second finger on a held widget is the same press: Start must not start and stop.
        finger.first = !holds(widget->id) && widget->enabled;
        finger.owner = Owner::Widget;
        finger.id = widget->id;
        finger.inside = true;
        return finger.first ? TouchResult{Kind::Pressed, widget->id} : TouchResult{};
    }

    const Finger before = finger;
    const bool leaves = event.kind != PointerEvent::Kind::Move;
    if (leaves) finger = {};
    if (before.owner == Owner::Scene) return {Kind::Scene, {}};
    if (before.owner != Owner::Widget) return {};

    const Widget* widget = find(widgets, before.id);
    const bool inside = widget && distance(widget->rect, at) <= slack;
    if (event.kind == PointerEvent::Kind::Up)
        return inside && before.first && widget->enabled && widget->touchable
                   ? TouchResult{Kind::Tapped, before.id}
                   : TouchResult{};
    if (event.kind == PointerEvent::Kind::Cancel) return {};
    finger.inside = inside;
    if (!inside && before.first && !before.went_off) {
        finger.went_off = true;
        return {Kind::DraggedOff, before.id};
    }
    return {};
}

void Hands::giveToScene(int slot) {
    Finger& finger = fingers_[std::size_t(slot)];
    if (finger.owner == Owner::Widget) finger = {Owner::Scene, {}, false, false, false};
}

void Hands::letGo() {
    for (Finger& finger : fingers_)
        if (finger.owner != Owner::Nobody) finger = {Owner::Void, {}, false, false, false};
}

bool Hands::holds(std::string_view id) const {
    for (const Finger& finger : fingers_)
        if (finger.owner == Owner::Widget && finger.inside && finger.id == id) return true;
    return false;
}

int Hands::down() const {
    int count = 0;
    for (const Finger& finger : fingers_) count += finger.owner != Owner::Nobody;
    return count;
}

}  // namespace vonk::ui
