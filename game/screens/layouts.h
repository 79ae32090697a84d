// Where everything lies on each screen: pure functions of the screen's size, reach and hand, and of what
// there is to show.
#pragma once

#include <string>
#include <vector>

#include "engine/ui/layout.h"

namespace vonk::screens {

using ui::Layout;
using ui::ScreenSpace;

// title, subtitle, logo, languages (ground), language.0 …, scene (ground)
Layout attractLayout(const ScreenSpace& space, int languages);

// home, language, title, place.0 …
Layout chooseLayout(const ScreenSpace& space, int places, bool language);

struct PlayContents {
    int tiles = 4;
    bool reading = true;  // the goal in words; else only its picture
    bool money = true;    // the price card
    bool legend = true;
    bool language = true;
    bool run = true;  // Start; a live level has none
    int side = 2;     // keys beside those in the corner: pause and slow, or show and history
    std::vector<std::string> tools = {"undo", "redo", "delete"};
    bool two_sided = false;  // a tray for each bank
    bool wide = false;       // there is more of the scene than one sees at once
};
// home, hint, language, side.0 …, goal, price, legend, tray (ground), the tools, tile.0 …, start, scene
// (ground): what the interface leaves free, the hint card. With two sides "left." and "right." stand before
// tools and tiles; a wide scene has look.left, look.all and look.right.
Layout playLayout(const ScreenSpace& space, const PlayContents& contents);

// home, language, slow, reason, idea, show-me, again, self
Layout failureLayout(const ScreenSpace& space, bool reading, bool language = false, bool show = false);

// tray (ground), note, stop, scene (ground)
Layout showLayout(const ScreenSpace& space);

// card (ground), title, close, try.0 …
Layout historyLayout(const ScreenSpace& space, int tries, bool reading);

// card (ground), language.0 …
Layout languageLayout(const ScreenSpace& space, int languages);

struct ResultContents {
    bool reading = true;
    bool talent = true;
    bool real = true;
    int next = 2;
    bool language = false;  // its key; only where it can be reached at the top
    bool career = false;    // the key that opens its card
};
// language, stars, title, built, career, talent, real (all read), next.0 …, key.career, key.again, key.choose
Layout resultLayout(const ScreenSpace& space, const ResultContents& contents);

// card (ground), picture, name, day, surprise, road, close, language
Layout careerLayout(const ScreenSpace& space, bool language);

// card (ground), ring, question, answer, stay
Layout idleLayout(const ScreenSpace& space);

// title, again, picture
Layout goodbyeLayout(const ScreenSpace& space);

}  // namespace vonk::screens
