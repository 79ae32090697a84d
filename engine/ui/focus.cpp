#include "engine/ui/focus.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vonk::ui {

namespace {

const FocusStop* stopOf(std::span<const FocusStop> stops, std::string_view id) {
    const auto found = std::ranges::find(stops, id, &FocusStop::id);
    return found == stops.end() ? nullptr : &*found;
}

// How far `to` lies from `from` along an arrow, and how far beside it; 0 beside where one could go straight.
struct Way {
    float along = 0.0F, beside = 0.0F;
};
Way way(const Rect& from, const Rect& to, Direction direction) {
    const Point a = from.centre(), b = to.centre();
    const auto gap = [](float low, float high, float other_low, float other_high) {
        return std::max({0.0F, other_low - high, low - other_high});
    };
    const float beside_x = gap(from.x, from.right(), to.x, to.right());
    const float beside_y = gap(from.y, from.bottom(), to.y, to.bottom());
    switch (direction) {
        case Direction::Left:
            return {a.x - b.x, beside_y};
        case Direction::Right:
            return {b.x - a.x, beside_y};
        case Direction::Up:
            return {a.y - b.y, beside_x};
        case Direction::Down:
            return {b.y - a.y, beside_x};
    }
    return {};
}

}  // namespace

std::vector<FocusStop> focusStops(std::span<const Widget> widgets, const Rect& scene) {
    std::vector<FocusStop> left;
    for (const Widget& widget : widgets)
        if (widget.touchable && widget.enabled) left.push_back({widget.id, widget.rect});
    if (scene.w > 0) left.push_back({std::string(scene_stop), scene});
    std::vector<FocusStop> stops;
    while (!left.empty()) {
        // A row is the highest that is left and all whose middle lies beside it.
        const Rect top = std::ranges::min_element(left, {}, [](const FocusStop& stop) {
                             return stop.rect.centre().y;
                         })->rect;
        const auto beside = [&](const FocusStop& stop) {
            return stop.rect.centre().y <= top.bottom() && stop.rect.centre().y >= top.y;
        };
        const auto rest = std::stable_partition(left.begin(), left.end(), beside);
        std::stable_sort(left.begin(), rest, [](const FocusStop& a, const FocusStop& b) {
            return a.rect.centre().x < b.rect.centre().x;
        });
        stops.insert(stops.end(), left.begin(), rest);
        left.erase(left.begin(), rest);
    }
    return stops;
}

std::string nextStop(std::span<const FocusStop> stops, std::string_view from, bool back) {
    if (stops.empty()) return {};
    const FocusStop* here = stopOf(stops, from);
    if (!here) return back ? stops.back().id : stops.front().id;
    const auto at = std::size_t(here - stops.data()), count = stops.size();
    return stops[back ? (at + count - 1) % count : (at + 1) % count].id;
}

std::string stopTowards(std::span<const FocusStop> stops, std::string_view from, Direction direction) {
    if (stops.empty()) return {};
    const FocusStop* here = stopOf(stops, from);
    if (!here) return stops.front().id;
    const FocusStop* best = here;
    float least = std::numeric_limits<float>::infinity();
    for (const FocusStop& stop : stops) {
        if (&stop == here) continue;
        const Way to = way(here->rect, stop.rect, direction);
        // What lies more beside than ahead is meant by another arrow.
        if (to.along <= 1 || to.beside > 2 * to.along) continue;
        const float far = to.along + 3 * to.beside;
        if (far >= least) continue;
        least = far;
        best = &stop;
    }
    return best->id;
}

std::string proposedStop(std::span<const Widget> widgets, std::span<const FocusStop> stops) {
    for (const Widget& widget : widgets) {
        const auto* key = std::get_if<KeyLook>(&widget.look);
        const auto* place = std::get_if<PlaceLook>(&widget.look);
        const bool orange = (key && key->face == KeyLook::Face::Go) || (place && place->proposed);
        if (orange && stopOf(stops, widget.id)) return widget.id;
    }
    return stops.empty() ? std::string() : stops.front().id;
}

}  // namespace vonk::ui
