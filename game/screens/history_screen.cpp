#include "game/screens/history_screen.h"

#include <fmt/format.h>

#include <charconv>

namespace vonk::screens {

namespace {

std::uint32_t numberAfter(std::string_view text, std::string_view before) {
    std::uint32_t number = 0;
    if (text.starts_with(before))
        std::from_chars(text.data() + before.size(), text.data() + text.size(), number);
    return number;
}

}  // namespace

HistoryScreen::HistoryScreen(Services& services) : Screen(services), challenge_(services.challenge) {
    challenge_->view().letGoAll();
    resized();
}

void HistoryScreen::resized() {
    layout_ = historyLayout(services().space, int(challenge_->tries().kept().size()), challenge_->reading());
}

ui::Widgets HistoryScreen::widgets() const {
    ui::Widgets list;
    list.push_back({.id = "card", .rect = layout_.at("card"), .look = ui::CardLook{}, .covers = true});
    const gfx::Rect card = layout_.at("card");
    if (challenge_->reading())
        list.push_back({.id = "title",
                        .rect = layout_.at("title"),
                        .look = ui::TextLook{.text = std::string(services().text("history.title")),
                                             .size = ui::TextSize::Head,
                                             .font = gfx::Font::Title},
                        .around = card});
    int at = 0;
    for (const Try& tried : challenge_->tries().kept()) {
        ui::KeyLook look;
        look.picture = {fmt::format("try/{}", tried.attempt), 0};
        look.stars = std::uint8_t(tried.stars);
        look.stars_of = std::uint8_t(tried.won ? tried.stars_of : 0);
        look.lit = challenge_->check(play::TakeUp{tried.attempt}).has_value();  // it stands there now
        list.push_back({.id = fmt::format("try.{}", tried.attempt),
                        .rect = layout_.at(fmt::format("try.{}", at++)),
                        .look = look,
                        .touchable = true,
                        .delay = 0.04 * at,
                        .around = card});
    }
    ui::KeyLook close;
    close.icon = "check";
    list.push_back(
        {.id = "close", .rect = layout_.at("close"), .look = close, .touchable = true, .around = card});
    return list;
}

void HistoryScreen::tapped(const std::string& id, int slot) {
    const play::TakeUp taken{numberAfter(id, "try.")};
    // The design that stands there now only closes the sheet.
    if (taken.attempt > 0 && !challenge_->check(taken)) {
        challenge_->apply(taken, Actor{std::uint8_t(slot)});
        challenge_->view().mark({});
        challenge_->propose({});
    }
    services().go(Request::Kind::Back);
}

void HistoryScreen::touchScene(const platform::PointerEvent& event) {
    if (event.kind == platform::PointerEvent::Kind::Down) services().go(Request::Kind::Back);
}

void HistoryScreen::drawScene(gfx::Canvas& canvas) {
    challenge_->view().draw(canvas);
    canvas.rect(services().space.whole(), ui::theme::deltaBlue.withAlpha(0.55F));
}

bool HistoryScreen::drawPicture(gfx::Canvas& canvas, const ui::PictureName& picture, const gfx::Rect& rect) {
    const Try* tried = challenge_->tries().find(numberAfter(picture.name, "try/"));
    if (tried) challenge_->drawTry(canvas, *tried, rect);
    return tried != nullptr;
}

}  // namespace vonk::screens
