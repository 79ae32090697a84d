#include "game/screens/goodbye_screen.h"

namespace vonk::screens {

namespace {
constexpr double seconds_shown = 3.0;
}

void GoodbyeScreen::resized() {
    layout_ = goodbyeLayout(services().space);
}

ui::Widgets GoodbyeScreen::widgets() const {
    ui::Widgets list;
    list.push_back({.id = "title",
                    .rect = layout_.at("title"),
                    .look = ui::StickerLook{std::string(services().text("goodbye.title")), 150.0, true}});
    list.push_back({.id = "line",
                    .rect = layout_.at("line"),
                    .look = ui::StickerLook{std::string(services().text("goodbye.line")), 54.0, false},
                    .delay = 0.2});
    return list;
}

void GoodbyeScreen::touchScene(const platform::PointerEvent& event) {
    if (event.kind == platform::PointerEvent::Kind::Down && services().now - opened_ > 0.4 && !gone_) {
        gone_ = true;
        services().go(Request::Kind::Attract);
    }
}

void GoodbyeScreen::update(double) {
    if (!gone_ && services().now - opened_ > seconds_shown) {
        gone_ = true;
        services().go(Request::Kind::Attract);
    }
}

gfx::Painted GoodbyeScreen::prepare(gfx::Canvas& canvas) {
    services().backdrops.prepare("attract", canvas, services().space, services().now,
                                 services().reducedMotion());
    return gfx::Painted::Whole;
}

void GoodbyeScreen::drawScene(gfx::Canvas& canvas) {
    services().backdrops.draw("attract", canvas, services().space);
    services().backdrops.drawOver("attract", canvas);
}

}  // namespace vonk::screens
