// Named rectangles of one screen. Screens compute theirs from a ScreenSpace alone, so a test can read them
// for any size of screen, reach and hand without a window.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/screen_space.h"

namespace vonk::ui {

struct Place {
    enum class Use {
        Touch,
        Read,
        Ground
    };  // Ground may lie under others (a card under its words, the scene)
    std::string name;
    Rect rect;
    Use use = Use::Read;
};

class Layout {
  public:
    void touch(std::string name, const Rect& rect) {
        places_.push_back({std::move(name), rect, Place::Use::Touch});
    }
    void read(std::string name, const Rect& rect) {
        places_.push_back({std::move(name), rect, Place::Use::Read});
    }
    void ground(std::string name, const Rect& rect) {
        places_.push_back({std::move(name), rect, Place::Use::Ground});
    }

    const std::vector<Place>& places() const { return places_; }
    const Place* find(std::string_view name) const;
    // Asserts that it is there.
    const Rect& at(std::string_view name) const;

    // What is wrong with it, one sentence each; empty: nothing lies outside of the screen, nothing that is
    // touched is smaller than 15 mm or out of reach, and what is touched or read lies on nothing else that
    // is.
    std::vector<std::string> mistakes(const ScreenSpace& space) const;

  private:
    std::vector<Place> places_;
};

// `count` equal rectangles in a row within `area`, `gap` apart.
std::vector<Rect> row(const Rect& area, int count, float gap);
// `count` rectangles of at most this size in as few rows as give the largest ones, centred in `area`.
std::vector<Rect> grid(const Rect& area, int count, gfx::Size most, float gap);
// The same, with the first as large as two by two of the others, in the upper left corner: where the youngest
// begin. From five on.
std::vector<Rect> gridWithLargeFirst(const Rect& area, int count, gfx::Size most, float gap);

}  // namespace vonk::ui
