#include "game/screens/show_screen.h"

#include <algorithm>

#include "game/screens/play_insets.h"

namespace vonk::screens {

using play::Phase;

namespace {

constexpr double build_seconds = 8.0, piece_at_most = 0.9;  // s
constexpr double run_seconds = 8.0;
constexpr double won_seconds = 1.8;  // s that one looks at it
constexpr double hand_seconds = view::PlayView::hand_places;

// A level that is wider than the screen is shown whole.
level::Level whole(level::Level level) {
    level.scene.view = level.scene.reach;
    return level;
}

}  // namespace

ShowScreen::ShowScreen(Services& services)
    : Screen(services),
      challenge_(services.challenge),
      session_(whole(challenge_->level())),
      view_(session_, services.graphics, services.words(), services.sounds, services.metrics({})),
      move_since_(services.now) {
    const auto moves = double(std::max<std::size_t>(1, challenge_->winningMoves().size()));
    piece_seconds_ = std::min(piece_at_most, build_seconds / moves);
    pace_ = challenge_->live() ? 1.0 : std::max(1.0, challenge_->winningSeconds() / run_seconds);
    challenge_->solutionShown();
    resized();
    pointHand();
}

void ShowScreen::resized() {
    layout_ = showLayout(services().space);
    view_.resize(
        services().metrics(playInsets(services().space, challenge_->level(),
                                      playLayout(services().space, playContents(*challenge_, services())))));
}

bool ShowScreen::building() const {
    return next_ < challenge_->winningMoves().size() && ended_at_ < 0;
}

void ShowScreen::pointHand() {
    move_since_ = services().now;
    if (!building()) return view_.ghostMove(std::nullopt);
    view_.ghostMove(challenge_->winningMoves()[next_], hand_seconds / piece_seconds_);
}

void ShowScreen::tick() {
    due_ += session_.phase() == Phase::Running ? pace_ : 1.0;
    for (; due_ >= 1.0 && ended_at_ < 0; due_ -= 1.0) {
        const Phase before = session_.phase();
        session_.tick();
        view_.ticked();
        if (before == Phase::Running && session_.phase() != before) {
            ended_at_ = services().now;
            view_.ghostMove(std::nullopt);
            won_ = session_.phase() == Phase::Won;
            if (won_) view_.showWin();
        }
    }
    if (ended_at_ >= 0) due_ = 0.0;
}

void ShowScreen::update(double seconds) {
    view_.update(seconds);
    const double now = services().now;
    if (ended_at_ >= 0 && now - ended_at_ > won_seconds) return services().go(Request::Kind::Back);
    const bool run = !challenge_->live() && session_.phase() != Phase::Building;
    if (!building() || run || now - move_since_ < piece_seconds_) return;
    session_.apply(challenge_->winningMoves()[next_++], Actor{});
    pointHand();
    // A solution that ends without a test has been shown.
    if (!building() && !challenge_->live() && session_.phase() == Phase::Building) ended_at_ = now;
}

ui::Widgets ShowScreen::widgets() const {
    ui::Widgets list;
    const float unit = services().space.unit();
    list.push_back(
        {.id = "tray", .rect = layout_.at("tray"), .look = ui::TrayLook{}, .covers = true, .arrives = false});
    const gfx::Rect note = layout_.at("note");
    const float side = std::min(note.h, 84 * unit);
    list.push_back({.id = "note.icon",
                    .rect = {note.x, note.centre().y - side / 2, side, side},
                    .look = ui::IconLook{"show-light"}});
    if (challenge_->reading())
        list.push_back({.id = "note",
                        .rect = {note.x + side + 28 * unit, note.y, note.w - side - 28 * unit, note.h},
                        .look = ui::TextLook{.text = std::string(services().text("show.note")),
                                             .colour = ui::theme::paper}});
    ui::KeyLook stop;
    stop.icon = "stop";
    if (challenge_->reading()) stop.label = services().text("play.stop");
    list.push_back({.id = "stop", .rect = layout_.at("stop"), .look = stop, .touchable = true});
    return list;
}

void ShowScreen::tapped(const std::string&, int) {
    services().go(Request::Kind::Back);
}

// One touch anywhere ends it, and so does any key.
bool ShowScreen::takes(const platform::InputEvent& event) {
    const auto* finger = std::get_if<platform::PointerEvent>(&event);
    const auto* key = std::get_if<platform::KeyEvent>(&event);
    if ((finger && finger->kind == platform::PointerEvent::Kind::Down) || (key && key->down)) {
        services().sound("tap", 0.5);
        services().go(Request::Kind::Back);
    }
    return finger || key;
}

}  // namespace vonk::screens
