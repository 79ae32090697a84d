// Where the keys that show more of forces lie on the play screen, and the card and the note of the engineer's
// view: a pure function of what else lies there.
#pragma once

#include "engine/ui/layout.h"

namespace vonk::screens {

struct EngineerContents {
    bool forces = false;    // the key for the path of the forces
    bool engineer = false;  // the key for the engineer's view
    bool open = false;      // the engineer's view is shown
};

// Adds to the layout of the play screen: forces, engineer (keys under the legend, within reach);
// engineer.card and engineer.note (ground: hints may lie on them).
void addEngineer(ui::Layout& layout, const ui::ScreenSpace& space, const EngineerContents& contents);

}  // namespace vonk::screens
