// What comes in from outside in one frame: fingers, keys, the window. The same values come from SDL, from a
// demo's script and from a test, so that everything above this room can be driven without a screen.
#pragma once

#include <string>
#include <variant>

namespace vonk::platform {

// A finger, or the mouse as one more finger.
struct PointerEvent {
    enum class Kind { Down, Move, Up, Cancel };
    Kind kind = Kind::Down;
    int slot = 0;    // 0..maximumPointers-1; free again after Up or Cancel
    float x = 0.0F;  // pixels from the left of the picture
    float y = 0.0F;  // pixels from its top

    friend bool operator==(const PointerEvent&, const PointerEvent&) = default;
};

inline constexpr int maximumPointers = 10;
// The slot of a hand on the keyboard: what it does counts as that of one more finger.
inline constexpr int keyboardSlot = maximumPointers;

enum class Key {
    Other,
    Escape,
    Enter,
    Space,
    Tab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    F1,
    F2,
    F3,
    F4,
    F5,
    F6,
    F7,
    F8,
    F9,
    F10,
    F11,
    F12
};

struct KeyEvent {
    Key key = Key::Other;
    char32_t letter = 0;  // of the key when it is a printable one, lower case: 'q', '1'
    bool down = true;
    bool repeated = false;
    bool shift = false;
    bool control = false;

    friend bool operator==(const KeyEvent&, const KeyEvent&) = default;
};

// What a person typed, UTF-8.
struct TextEvent {
    std::string text;

    friend bool operator==(const TextEvent&, const TextEvent&) = default;
};

// The mouse wheel, in notches, up positive. Only the overlay for adults uses it.
struct WheelEvent {
    float notches = 0.0F;

    friend bool operator==(const WheelEvent&, const WheelEvent&) = default;
};

// The picture has another size, pixels.
struct ResizeEvent {
    int width = 0;
    int height = 0;

    friend bool operator==(const ResizeEvent&, const ResizeEvent&) = default;
};

// The window is closed or the service is stopped.
struct QuitEvent {
    friend bool operator==(const QuitEvent&, const QuitEvent&) = default;
};

using InputEvent = std::variant<PointerEvent, KeyEvent, TextEvent, WheelEvent, ResizeEvent, QuitEvent>;

}  // namespace vonk::platform
