#include "engine/platform/sdl_keys.h"

namespace vonk::platform {

namespace {

Key key(SDL_Keycode code) {
    if (code >= SDLK_F1 && code <= SDLK_F12)
        return static_cast<Key>(static_cast<int>(Key::F1) + static_cast<int>(code - SDLK_F1));
    switch (code) {
        case SDLK_ESCAPE:
            return Key::Escape;
        case SDLK_RETURN:
        case SDLK_KP_ENTER:
            return Key::Enter;
        case SDLK_SPACE:
            return Key::Space;
        case SDLK_TAB:
            return Key::Tab;
        case SDLK_BACKSPACE:
            return Key::Backspace;
        case SDLK_DELETE:
            return Key::Delete;
        case SDLK_LEFT:
            return Key::Left;
        case SDLK_RIGHT:
            return Key::Right;
        case SDLK_UP:
            return Key::Up;
        case SDLK_DOWN:
            return Key::Down;
        case SDLK_HOME:
            return Key::Home;
        case SDLK_END:
            return Key::End;
        case SDLK_PAGEUP:
            return Key::PageUp;
        case SDLK_PAGEDOWN:
            return Key::PageDown;
        default:
            return Key::Other;
    }
}

}  // namespace

KeyEvent keyEvent(const SDL_KeyboardEvent& event) {
    const SDL_Keycode code = event.keysym.sym;
    KeyEvent out;
    out.key = key(code);
    if (code >= 0x20 && code < 0x7F) out.letter = static_cast<char32_t>(code);
    out.down = event.type == SDL_KEYDOWN;
    out.repeated = event.repeat != 0;
    out.shift = (event.keysym.mod & KMOD_SHIFT) != 0;
    out.control = (event.keysym.mod & KMOD_CTRL) != 0;
    return out;
}

}  // namespace vonk::platform
