#include "game/screens/language_screen.h"

#include <fmt/format.h>

namespace vonk::screens {

LanguageScreen::LanguageScreen(Services& services, Screen& below)
    : Screen(services), below_(below), chosen_("language." + services.language) {
    resized();
}

void LanguageScreen::resized() {
    layout_ = languageLayout(services().space, int(services().languages().size()));
}

ui::Widgets LanguageScreen::widgets() const {
    ui::Widgets list;
    const gfx::Rect card = layout_.at("card");
    list.push_back({.id = "card", .rect = card, .look = ui::CardLook{}, .covers = true});
    int k = 0;
    for (const std::string& code : services().languages()) {
        ui::KeyLook look;
        look.label = services().strings.text(code, "language.name");
        look.lit = code == services().language;
        list.push_back({.id = "language." + code,
                        .rect = layout_.at(fmt::format("language.{}", k)),
                        .look = look,
                        .touchable = true,
                        .delay = 0.04 * k,
                        .around = card});
        ++k;
    }
    return list;
}

void LanguageScreen::tapped(const std::string& id, int) {
    if (id.starts_with("language.")) services().speak(id.substr(9));
    services().go(Request::Kind::Back);
}

void LanguageScreen::touchScene(const platform::PointerEvent& event) {
    if (event.kind == platform::PointerEvent::Kind::Down) services().go(Request::Kind::Back);
}

bool LanguageScreen::key(const platform::KeyEvent& event) {
    if (event.key != platform::Key::Escape || event.repeated) return false;
    services().go(Request::Kind::Back);
    return true;
}

void LanguageScreen::drawScene(gfx::Canvas& canvas) {
    below_.drawScene(canvas);
    canvas.rect(services().space.whole(), ui::theme::deltaBlue.withAlpha(0.55F));
}

}  // namespace vonk::screens
