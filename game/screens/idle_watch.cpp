#include "game/screens/idle_watch.h"

#include <cmath>

namespace vonk::screens {

bool IdleWatch::update(double seconds, bool watching, bool asks) {
    if (!watching) {
        quiet_ = 0.0;
        asking_ = false;
        return false;
    }
    quiet_ += seconds;
    const data::Config& config = services_.config;
    const bool ask = asks && quiet_ >= config.idleSeconds - config.warningSeconds;
    if (ask && !asking_) {
        pane_.set({}, services_.now);
        services_.sound("warning", 0.6);
    }
    asking_ = ask;
    if (asking_) pane_.set(widgets(), services_.now);
    return quiet_ >= config.idleSeconds;
}

void IdleWatch::pointer(const platform::PointerEvent& event) {
    pane_.pointer(event, services_.space.slack());
    if (event.kind == platform::PointerEvent::Kind::Down) stay();
}

void IdleWatch::stay() {
    touched();
    asking_ = false;
    pane_.hands().letGo();
}

ui::Widgets IdleWatch::widgets() const {
    const Layout layout = idleLayout(services_.space);
    const double left = std::max(0.0, services_.config.idleSeconds - quiet_);
    const double all = std::max(1.0, services_.config.warningSeconds);
    const gfx::Rect card = layout.at("card");
    ui::Widgets list;
    const auto add = [&](const char* id, ui::Look look) {
        list.push_back({.id = id, .rect = layout.at(id), .look = std::move(look), .around = card});
    };
    list.push_back({.id = "card", .rect = card, .look = ui::CardLook{}, .covers = true});
    add("ring", ui::CountdownLook{int(std::ceil(left)), std::round(60 * left / all) / 60});
    add("question", ui::TextLook{.text = std::string(services_.text("idle.question")),
                                 .size = ui::TextSize::Head,
                                 .font = gfx::Font::Title});
    add("answer", ui::TextLook{.text = std::string(services_.text("idle.answer"))});
    list.push_back({.id = "stay",
                    .rect = layout.at("stay"),
                    .look = ui::KeyLook{.face = ui::KeyLook::Face::Go,
                                        .icon = "hand",
                                        .label = std::string(services_.text("idle.stay"))},
                    .touchable = true,
                    .around = card});
    return list;
}

void IdleWatch::draw(gfx::Canvas& canvas, const ui::PicturePainter& pictures) {
    canvas.rect(services_.space.whole(), ui::theme::night.withAlpha(0.5F));
    pane_.draw(canvas, services_.space, pictures, services_.now);
}

}  // namespace vonk::screens
