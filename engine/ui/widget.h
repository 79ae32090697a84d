// A thing of the interface: a name, a place, a look, and whether a finger can use it. Screens make the list
// of their widgets anew from what is the case; the pane finds out what changed. The order of the list is the
// order of painting and of the keyboard's focus.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/ui/looks.h"

namespace vonk::ui {

struct Widget {
    std::string id;  // unique on its screen and stable: tests, demo and records of faults find it by this
    Rect rect;       // pixels: what is seen of it without shadow, and what a finger must hit
    Look look;
    bool touchable = false;
    bool enabled = true;  // else it is shown pale and takes the finger without doing anything
    bool covers = false;  // a card or tray: what lies below it is not touched through it
    double delay = 0.0;   // s after the screen opened (or after it is new) that it arrives
    bool arrives = true;  // false: it is there at once
    Rect around{};        // arrives about the middle of this (the card it lies on); empty: of itself

    friend bool operator==(const Widget&, const Widget&) = default;
};

using Widgets = std::vector<Widget>;

inline const Widget* find(std::span<const Widget> widgets, std::string_view id) {
    for (const Widget& widget : widgets)
        if (widget.id == id) return &widget;
    return nullptr;
}

// The touchable widget that a finger at `at` means: the last painted one that it lies in, or else the nearest
// one within `slack` pixels. Nothing if there is none.
const Widget* hit(std::span<const Widget> widgets, Point at, float slack);

// Something that covers the scene lies there.
bool covered(std::span<const Widget> widgets, Point at);

}  // namespace vonk::ui
