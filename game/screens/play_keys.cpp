// The play screen by keys: a cursor in the scene that taps where it stands, so that whatever a finger can tap
// a key can, and a letter for each key of the screen.
#include <array>
#include <utility>

#include "game/screens/keyboard.h"
#include "game/screens/play_screen.h"

namespace vonk::screens {

using platform::Key;
using platform::keyboardSlot;
using platform::PointerEvent;

namespace {

// By their English or Dutch words' first letter where it is free; README.md tells them to visitors' helpers.
constexpr std::array letters{
    std::pair{U'u', "undo"},   std::pair{U'r', "redo"},     std::pair{U's', "start"},
    std::pair{U'h', "hint"},   std::pair{U'l', "language"}, std::pair{U'p', "pause"},
    std::pair{U't', "slow"},   std::pair{U'm', "mirror"},   std::pair{U'c', "copy"},
    std::pair{U'f', "forces"}, std::pair{U'e', "engineer"}, std::pair{U'g', "history"},
    std::pair{U'v', "move"},   std::pair{U'a', "look.all"},
};

}  // namespace

gfx::Rect PlayScreen::keyScene() const {
    return building() ? layout_.at("scene") : gfx::Rect{};
}

bool PlayScreen::tapKey(std::string_view id) {
    const auto tap = [&](const std::string& name) {
        const ui::Widget* widget = ui::find(pane().widgets(), name);
        if (!widget || !widget->touchable || !widget->enabled) return false;
        tapped(name, keyboardSlot);
        return true;
    };
    if (tap(std::string(id))) return true;
    // A keyboard is for both banks; a step back or forth is for the one where its cursor stands.
    const bool step = id == "undo" || id == "redo";
    bool done = false;
    for (const play::Side side : challenge_->sides()) {
        if (step && side != challenge_->view().cursorSide()) continue;
        done = tap(prefixOf(side) + std::string(id)) || done;
    }
    return done;
}

bool PlayScreen::keyInScene(const platform::KeyEvent& event) {
    view::PlayView& view = challenge_->view();
    if (const auto arrow = arrowOf(event.key)) {
        stir();
        view.showCursor(true);
        view.moveCursor(*arrow, event.shift);
        return true;
    }
    if ((event.key != Key::Enter && event.key != Key::Space) || event.repeated) return false;
    const Vec2 at = view.cursor();
    for (const auto kind : {PointerEvent::Kind::Down, PointerEvent::Kind::Up})
        touchScene({kind, keyboardSlot, float(at.x), float(at.y)});
    return true;
}

bool PlayScreen::shortcut(const platform::KeyEvent& event) {
    if (event.repeated) return false;
    if (event.key == Key::Delete || event.key == Key::Backspace) return tapKey("delete");
    if (event.control && event.letter == U'z') return tapKey(event.shift ? "redo" : "undo");
    if (event.control && event.letter == U'y') return tapKey("redo");
    if (event.control) return false;
    if (event.letter >= U'1' && event.letter <= U'9') {
        const auto index = std::size_t(event.letter - U'1');
        const auto& palette = challenge_->level().palette;
        return index < palette.size() && tapKey("tile." + palette[index].part);
    }
    for (const auto& [letter, id] : letters)
        if (event.letter == letter) return tapKey(id);
    if (event.key != Key::Escape) return false;
    // First what was begun is left, then the level.
    if (tapKey("hint.card")) return true;
    switch (challenge_->view().tool(challenge_->view().cursorSide())) {
        case view::Tool::Erase:
            return tapKey("delete");
        case view::Tool::Move:
            return tapKey("move");
        case view::Tool::Copy:
            return tapKey("copy");
        case view::Tool::Build:
            break;
    }
    if (!challenge_->view().handOnScene()) return false;
    challenge_->view().leave();
    return true;
}

bool PlayScreen::key(const platform::KeyEvent& event) {
    if (building() && pane().focused() == ui::scene_stop && keyInScene(event)) return true;
    if (!shortcut(event)) return false;
    // What is in the hand now is for the scene.
    if (event.letter >= U'1' && event.letter <= U'9') pane().focus(ui::scene_stop);
    return true;
}

}  // namespace vonk::screens
