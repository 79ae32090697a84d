#include "engine/ui/layout.h"

#include <fmt/format.h>

#include "engine/core/assert.h"

namespace vonk::ui {

const Place* Layout::find(std::string_view name) const {
    for (const Place& place : places_)
        if (place.name == name) return &place;
    return nullptr;
}

const Rect& Layout::at(std::string_view name) const {
    const Place* place = find(name);
    VONK_ASSERT(place != nullptr);
    return place->rect;
}

std::vector<std::string> Layout::mistakes(const ScreenSpace& space) const {
    std::vector<std::string> found;
    const float least = space.millimetres(least_target_mm) - 0.5F;
    for (std::size_t k = 0; k < places_.size(); ++k) {
        const Place& place = places_[k];
        if (!within(place.rect, space.whole())) found.push_back(place.name + " lies outside of the screen");
        if (place.rect.w <= 0 || place.rect.h <= 0) found.push_back(place.name + " is empty");
        if (place.use == Place::Use::Touch) {
            if (place.rect.w < least || place.rect.h < least)
                found.push_back(fmt::format("{} is {:.1f} x {:.1f} mm", place.name,
                                            place.rect.w / space.pixelsPerMillimetre(),
                                            place.rect.h / space.pixelsPerMillimetre()));
            if (place.rect.y < space.reachTop() - 0.5F || place.rect.bottom() > space.reachBottom() + 0.5F)
                found.push_back(place.name + " is out of reach");
        }
        if (place.use == Place::Use::Ground) continue;
        for (std::size_t j = k + 1; j < places_.size(); ++j)
            if (places_[j].use != Place::Use::Ground && overlap(place.rect, places_[j].rect))
                found.push_back(place.name + " lies on " + places_[j].name);
    }
    return found;
}

std::vector<Rect> row(const Rect& area, int count, float gap) {
    std::vector<Rect> rects;
    const float width = (area.w - gap * float(count - 1)) / float(count);
    for (int k = 0; k < count; ++k)
        rects.push_back({area.x + float(k) * (width + gap), area.y, width, area.h});
    return rects;
}

std::vector<Rect> grid(const Rect& area, int count, gfx::Size most, float gap) {
    int best_columns = 1;
    float best = -1;
    const auto size = [&](int columns) {
        const int rows = (count + columns - 1) / columns;
        return gfx::Size{std::min(most.w, (area.w - gap * float(columns - 1)) / float(columns)),
                         std::min(most.h, (area.h - gap * float(rows - 1)) / float(rows))};
    };
    for (int columns = 1; columns <= count; ++columns) {
        const gfx::Size s = size(columns);
        // The shorter share of the wanted size is what is seen of it.
        const float share = std::min(s.w / most.w, s.h / most.h);
        if (share > best) {
            best = share;
            best_columns = columns;
        }
    }
    std::vector<Rect> rects;
    const gfx::Size s = size(best_columns);
    const int rows = (count + best_columns - 1) / best_columns;
    const float high = float(rows) * s.h + float(rows - 1) * gap;
    for (int k = 0; k < count; ++k) {
        const int r = k / best_columns;
        const int in_row = std::min(best_columns, count - r * best_columns);
        const float wide = float(in_row) * s.w + float(in_row - 1) * gap;
        rects.push_back({area.centre().x - wide / 2 + float(k % best_columns) * (s.w + gap),
                         area.centre().y - high / 2 + float(r) * (s.h + gap), s.w, s.h});
    }
    return rects;
}

std::vector<Rect> gridWithLargeFirst(const Rect& area, int count, gfx::Size most, float gap) {
    const int cells = count + 3;
    // None is much higher than it is wide: the picture in it lies.
    const auto size = [&](int columns) {
        const int rows = (cells + columns - 1) / columns;
        const float wide = std::min(most.w, (area.w - gap * float(columns - 1)) / float(columns));
        return gfx::Size{wide,
                         std::min({most.h, (area.h - gap * float(rows - 1)) / float(rows), 0.92F * wide})};
    };
    int best_columns = 3;
    float best = -1;
    for (int columns = 3; (cells + columns - 1) / columns >= 2; ++columns) {
        const gfx::Size s = size(columns);
        const float share = std::min(s.w / most.w, s.h / most.h);
        if (share > best) {
            best = share;
            best_columns = columns;
        }
    }
    const gfx::Size s = size(best_columns);
    const int rows = (cells + best_columns - 1) / best_columns;
    const float wide = float(best_columns) * s.w + float(best_columns - 1) * gap;
    const float high = float(rows) * s.h + float(rows - 1) * gap;
    const gfx::Point corner{area.centre().x - wide / 2, area.centre().y - high / 2};
    std::vector<Rect> rects{{corner.x, corner.y, 2 * s.w + gap, 2 * s.h + gap}};
    int cell = 0;
    while (int(rects.size()) < count) {
        const int row = cell / best_columns, column = cell % best_columns;
        ++cell;
        if (row < 2 && column < 2) continue;
        // A last row that is not full stands in the middle.
        const int left = cells - row * best_columns;
        const float shift = left < best_columns ? float(best_columns - left) * (s.w + gap) / 2 : 0.0F;
        rects.push_back(
            {corner.x + float(column) * (s.w + gap) + shift, corner.y + float(row) * (s.h + gap), s.w, s.h});
    }
    return rects;
}

}  // namespace vonk::ui
