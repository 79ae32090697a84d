// SDL's keys in our words. Only for this room.
#pragma once

#include <SDL.h>

#include "engine/platform/input.h"

namespace vonk::platform {

KeyEvent keyEvent(const SDL_KeyboardEvent& event);

}  // namespace vonk::platform
