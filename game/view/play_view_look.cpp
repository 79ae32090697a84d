// Looking around in PlayView: two fingers, and the keys at the edges.
#include <algorithm>

#include "game/view/play_view.h"
#include "game/view/play_view_state.h"

namespace vonk::view {

void PlayView::State::takeHome() {
    home = around.frame();
    gestures.setFrame(home, metrics.px_per_mm);
    sounds.setFrame(home, metrics.width);
    moveCamera();
}

// True: the event belongs to the two fingers that hold the picture.
bool PlayView::State::lookAround(const platform::PointerEvent& event) {
    using Kind = platform::PointerEvent::Kind;
    const Actor actor{static_cast<std::uint8_t>(event.slot)};
    if (event.kind == Kind::Down) {
        came_down[actor] = time;
        // Somebody else comes: from now on everything stands still.
        around.letGo();
        takeHome();
        return false;
    }
    if (!around.holds(actor)) return false;
    if (event.kind == Kind::Move)
        around.move(actor, {event.x, event.y});
    else
        around.letGo();
    takeHome();
    return true;
}

// A finger has come down: with another one, both on nothing, it may take the picture.
void PlayView::State::takePicture(Actor actor) {
    if (!around.wide() || story.running()) return;
    const auto& holds = gestures.holds();
    if (holds.size() != 2) return;
    const Hold& a = holds[0].actor == actor ? holds[1] : holds[0];
    const Hold& b = holds[0].actor == actor ? holds[0] : holds[1];
    const auto since = came_down.find(a.actor);
    if (since == came_down.end() || time - since->second > LookAround::together) return;
    if (!gestures.idle(a) || !gestures.idle(b)) return;
    const Hold first = a, second = b;
    gestures.letGo(first.actor);
    gestures.letGo(second.actor);
    around.take(first.actor, first.px, second.actor, second.px);
}

bool PlayView::wide() const {
    return state_->around.wide();
}
bool PlayView::canLook(int direction) const {
    return state_->around.can(direction);
}
bool PlayView::looksAtAll() const {
    return state_->around.atAll();
}

void PlayView::look(int direction) {
    state_->around.look(direction);
    state_->takeHome();
}

void PlayView::lookAtAll(bool all) {
    state_->around.showAll(all);
    state_->takeHome();
}

play::Side PlayView::sideAt(Vec2 metres) const {
    return state_->gestures.sideAt(metres);
}

int PlayView::busyHands() const {
    const auto& holds = state_->gestures.holds();
    return static_cast<int>(std::count_if(holds.begin(), holds.end(), [&](const Hold& hold) {
        return hold.kind != Hold::Kind::Nothing && !state_->gestures.idle(hold);
    }));
}

}  // namespace vonk::view
