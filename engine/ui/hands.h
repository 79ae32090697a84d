// Which finger holds what. Each finger belongs, from the moment it comes down until it leaves, to the widget
// it came down on, or to the scene; so two hands never disturb each other. A widget acts when the finger that
// pressed it leaves within it, and does nothing when the finger leaves elsewhere.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "engine/platform/input.h"
#include "engine/ui/widget.h"

namespace vonk::ui {

struct TouchResult {
    enum class Kind {
        Scene,       // the scene's finger: give it the event
        Pressed,     // came down on `id`
        Tapped,      // `id` was pressed and let go
        DraggedOff,  // went off `id`, the first time; give() may hand it to the scene
        Nothing,     // the interface's, and nothing happens
    };
    Kind kind = Kind::Nothing;
    std::string id;
};

class Hands {
  public:
    // Where does this event go? `slack`: pixels beside a widget that still count.
    TouchResult pointer(const platform::PointerEvent& event, std::span<const Widget> widgets, float slack);

    // From now on this finger is the scene's.
    void giveToScene(int slot);
    // What was held is not held any more; fingers that are down do nothing until they come down again. Call
    // it when another screen takes over.
    void letGo();

    bool holds(std::string_view id) const;  // some finger is on it now
    bool onScene(int slot) const { return fingers_[std::size_t(slot)].owner == Owner::Scene; }
    int down() const;  // fingers on the glass

  private:
    enum class Owner { Nobody, Scene, Widget, Void };
    struct Finger {
        Owner owner = Owner::Nobody;
        std::string id;
        bool inside = false;  // on its widget now
        bool first = false;   // no other finger held the widget before
        bool went_off = false;
    };
    std::array<Finger, platform::maximumPointers> fingers_;
};

}  // namespace vonk::ui
