#include "game/screens/keyboard.h"

#include <algorithm>

namespace vonk::screens {

using platform::Key;
using platform::keyboardSlot;

namespace {

bool there(std::span<const ui::FocusStop> stops, std::string_view id) {
    return std::ranges::any_of(stops, [&](const ui::FocusStop& stop) { return stop.id == id; });
}

}  // namespace

std::optional<ui::Direction> arrowOf(Key key) {
    switch (key) {
        case Key::Left:
            return ui::Direction::Left;
        case Key::Right:
            return ui::Direction::Right;
        case Key::Up:
            return ui::Direction::Up;
        case Key::Down:
            return ui::Direction::Down;
        default:
            return std::nullopt;
    }
}

std::vector<ui::FocusStop> Keyboard::stops(const Screen& screen) const {
    return ui::focusStops(screen.pane().widgets(), screen.keyScene());
}

void Keyboard::focus(Screen& screen, std::string_view id) {
    screen.pane().focus(id);
    meant_ = true;
}

void Keyboard::refresh(Screen& screen) {
    if (!in_use_) return;
    const auto all = stops(screen);
    const auto now = screen.pane().focused();
    if (meant_ && now && there(all, *now)) return;
    meant_ = false;
    const std::string_view begin = screen.keysBegin();
    screen.pane().focus(there(all, begin) ? std::string(begin)
                                          : ui::proposedStop(screen.pane().widgets(), all));
}

void Keyboard::putAway(Screen& screen) {
    in_use_ = meant_ = false;
    screen.pane().focus({});
}

bool Keyboard::move(Screen& screen, const platform::KeyEvent& event) {
    const auto arrow = arrowOf(event.key);
    if (event.key != Key::Tab && !arrow) return false;
    const auto all = stops(screen);
    const std::string now = screen.pane().focused().value_or(std::string());
    focus(screen, arrow ? ui::stopTowards(all, now, *arrow) : ui::nextStop(all, now, event.shift));
    return true;
}

void Keyboard::enter(Screen& screen) {
    const auto now = screen.pane().focused();
    if (!now) return;
    if (*now != ui::scene_stop) {
        screen.pressed(*now, keyboardSlot);
        screen.tapped(*now, keyboardSlot);
        return;
    }
    const gfx::Point at = screen.keyScene().centre();
    screen.touchScene({platform::PointerEvent::Kind::Down, keyboardSlot, at.x, at.y});
    screen.touchScene({platform::PointerEvent::Kind::Up, keyboardSlot, at.x, at.y});
}

// The key that leads back, as each screen has one.
bool Keyboard::escape(Screen& screen) {
    for (const char* id : {"close", "stop", "home", "choose"}) {
        const ui::Widget* widget = ui::find(screen.pane().widgets(), id);
        if (!widget || !widget->touchable || !widget->enabled) continue;
        screen.tapped(id, keyboardSlot);
        return true;
    }
    return false;
}

bool Keyboard::type(Screen& screen, const platform::KeyEvent& event) {
    // The first key shows where the keys are; one that says what it does also does it.
    const bool shown = in_use_;
    in_use_ = true;
    if (!shown) refresh(screen);
    if (screen.key(event)) return true;
    if (arrowOf(event.key) || event.key == Key::Tab) return !shown || move(screen, event);
    if (event.repeated) return false;
    if (event.key == Key::Enter || event.key == Key::Space) {
        enter(screen);
        return true;
    }
    if (event.key == Key::Escape && escape(screen)) return true;
    if (!shown) in_use_ = false;  // a key that means nothing
    if (!in_use_) screen.pane().focus({});
    return false;
}

}  // namespace vonk::screens
