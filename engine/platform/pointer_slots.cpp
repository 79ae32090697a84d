#include "engine/platform/pointer_slots.h"

#include <cmath>

namespace vonk::platform {

namespace {

PointerEvent event(PointerEvent::Kind kind, std::size_t slot, float x, float y) {
    return {kind, static_cast<int>(slot), x, y};
}

bool finite(float x, float y) {
    return std::isfinite(x) && std::isfinite(y);
}

}  // namespace

std::optional<std::size_t> PointerSlots::find(Finger finger) const {
    for (std::size_t i = 0; i < slots_.size(); ++i)
        if (slots_[i] && slots_[i]->finger == finger) return i;
    return std::nullopt;
}

void PointerSlots::down(Finger finger, float x, float y, std::vector<InputEvent>& out) {
    if (!finite(x, y)) return;
    if (const auto known = find(finger)) {
        out.push_back(event(PointerEvent::Kind::Cancel, *known, slots_[*known]->x, slots_[*known]->y));
        slots_[*known].reset();
    }
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (slots_[i]) continue;
        slots_[i] = Slot{finger, x, y};
        out.push_back(event(PointerEvent::Kind::Down, i, x, y));
        return;
    }
}

void PointerSlots::move(Finger finger, float x, float y, std::vector<InputEvent>& out) {
    const auto known = find(finger);
    if (!known || !finite(x, y)) return;
    slots_[*known] = Slot{finger, x, y};
    out.push_back(event(PointerEvent::Kind::Move, *known, x, y));
}

void PointerSlots::up(Finger finger, float x, float y, std::vector<InputEvent>& out) {
    const auto known = find(finger);
    if (!known) return;
    if (!finite(x, y)) {
        x = slots_[*known]->x;
        y = slots_[*known]->y;
    }
    slots_[*known].reset();
    out.push_back(event(PointerEvent::Kind::Up, *known, x, y));
}

void PointerSlots::cancelAll(std::vector<InputEvent>& out) {
    for (std::size_t i = 0; i < slots_.size(); ++i) {
        if (!slots_[i]) continue;
        out.push_back(event(PointerEvent::Kind::Cancel, i, slots_[i]->x, slots_[i]->y));
        slots_[i].reset();
    }
}

int PointerSlots::count() const {
    int count = 0;
    for (const auto& slot : slots_) count += slot ? 1 : 0;
    return count;
}

}  // namespace vonk::platform
