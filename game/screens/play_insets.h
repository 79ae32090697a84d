// What the play screen shows of a level and what that leaves of the picture for its scene; the screens that
// show the same scene take the same.
#pragma once

#include "game/screens/challenge.h"
#include "game/screens/layouts.h"

namespace vonk::screens {

PlayContents playContents(const Challenge& challenge, const Services& services);
view::Insets playInsets(const ScreenSpace& space, const level::Level& level, const Layout& layout);

}  // namespace vonk::screens
