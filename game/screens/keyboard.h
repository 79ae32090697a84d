// The exhibit by keys alone: Tab and arrows move a ring over what can be touched, Enter or Space touches it,
// Escape goes back. What the keys touch counts as one more hand. The ring is shown from the first key until
// the next finger.
#pragma once

#include "engine/ui/focus.h"
#include "game/screens/screen.h"

namespace vonk::screens {

class Keyboard {
  public:
    // A key that goes down, on this screen. False: it means nothing here.
    bool type(Screen& screen, const platform::KeyEvent& event);
    // Another screen came: the keys begin where it says.
    void screenOpened() { meant_ = false; }
    // After the screen's widgets were set anew: the ring stays on what a key has put it on as long as that is
    // there, and is else where the keys begin.
    void refresh(Screen& screen);
    // A finger came: no ring.
    void putAway(Screen& screen);

  private:
    std::vector<ui::FocusStop> stops(const Screen& screen) const;
    void focus(Screen& screen, std::string_view id);
    bool move(Screen& screen, const platform::KeyEvent& event);
    void enter(Screen& screen);
    bool escape(Screen& screen);

    bool in_use_ = false;
    bool meant_ = false;  // a key has put the ring where it is
};

// Which arrow a key is.
std::optional<ui::Direction> arrowOf(platform::Key key);

}  // namespace vonk::screens
