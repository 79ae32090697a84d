// The keyboard's cursor of PlayView: where it goes, and how it looks.
#include <algorithm>

#include "engine/ui/theme.h"
#include "game/view/cursor.h"
#include "game/view/play_view.h"
#include "game/view/play_view_state.h"

namespace vonk::view {

namespace {
constexpr Actor keyboard{platform::keyboardSlot};
constexpr double cursor_radius_mm = finger_radius_mm;  // it takes what a finger would
}  // namespace

Vec2 PlayView::State::cursorPlace() const {
    if (cursor) return *cursor;
    const std::vector<Vec2> stops = cursorStops(session, gestures);
    const Box& build = session.level().scene.build;
    const std::vector<level::GridPoint> joints = session.joints();
    // Where one would begin: at what glows, else at the first joint.
    const Vec2 wished = ghost_joint      ? ghost_joint->metres()
                        : joints.empty() ? 0.5 * (build.low + build.high)
                                         : joints.front().metres();
    return cursorBeginning(stops, wished);
}

std::optional<Hold> PlayView::State::hovering() const {
    if (!cursor_shown || !building()) return std::nullopt;
    return gestures.hover(keyboard, home.pixelOf(cursorPlace()));
}

void PlayView::showCursor(bool shown) {
    State& s = *state_;
    if (shown && !s.cursor_shown) s.cursor = s.cursorPlace();
    s.cursor_shown = shown;
}

void PlayView::moveCursor(ui::Direction direction, bool fine) {
    State& s = *state_;
    const Vec2 from = s.cursorPlace();
    if (!fine) {
        s.cursor = cursorTowards(cursorStops(s.session, s.gestures), from, direction);
        return;
    }
    const level::Scene& scene = s.session.level().scene;
    const double step = scene.grid > 0.0 ? scene.grid : 0.1;
    const bool flat = direction == ui::Direction::Left || direction == ui::Direction::Right;
    const double sign = direction == ui::Direction::Left || direction == ui::Direction::Down ? -1.0 : 1.0;
    const Vec2 to = from + (flat ? Vec2{sign * step, 0.0} : Vec2{0.0, sign * step});
    s.cursor = Vec2{std::clamp(to.x, scene.reach.low.x, scene.reach.high.x),
                    std::clamp(to.y, scene.reach.low.y, scene.reach.high.y)};
}

Vec2 PlayView::cursor() const {
    return state_->home.pixelOf(state_->cursorPlace());
}

play::Side PlayView::cursorSide() const {
    return state_->gestures.sideAt(state_->cursorPlace());
}

void PlayView::leave() {
    state_->gestures.letGoAll();
    state_->gestures.leave();
}

void PlayView::State::drawHover(const Brush& brush, const Hold& hold) {
    if (hold.kind == Hold::Kind::Wire && !hold.chained) {
        if (const world::Part* part = session.design().find(hold.terminal.part))
            hands.hotTerminal(brush, brush.at(terminalPosition(*part, hold.terminal.port)));
    }
    drawHold(brush, hold);
}

// Two bands, one light and one dark: one of them can be seen on whatever lies below. A cross where nothing
// would happen, a full ring where something would.
void PlayView::State::drawCursor(gfx::Canvas& canvas) {
    if (!cursor_shown || !building()) return;
    const gfx::Point at = pointOf(home.pixelOf(cursorPlace()));
    const auto radius = static_cast<float>(cursor_radius_mm * metrics.px_per_mm);
    const float band = std::max(2.0F, static_cast<float>(metrics.px_per_mm));
    canvas.ring(at, radius, band, ui::theme::focusLight);
    canvas.ring(at, radius + band, band, ui::theme::focusDark);
    for (const gfx::Point way : {gfx::Point{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
        const gfx::Point from = at + way * (radius * 0.72F), to = at + way * (radius + 2.5F * band);
        canvas.line(from, to, 3 * band, ui::theme::focusDark);
        canvas.line(from, to, band, ui::theme::focusLight);
    }
}

}  // namespace vonk::view
