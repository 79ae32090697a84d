#include "game/screens/career_screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace vonk::screens {

using gfx::Rect;
using ui::TextLook;
using ui::TextSize;
namespace theme = ui::theme;

namespace {
constexpr float least_what = 0.9F;  // of its size
}

void addRoute(ui::Widgets& list, const Services& services, const std::string& career, const Rect& road,
              double delay, const Rect& card) {
    const float unit = services.space.unit();
    const auto add = [&](std::string name, const Rect& rect, ui::Look look) {
        list.push_back(
            {.id = std::move(name), .rect = rect, .look = std::move(look), .delay = delay, .around = card});
    };
    add("career.road", road, ui::PictureLook{{"road/stations"}});
    // What one learns there is said where all of it can be read, else on the full card alone.
    const bool said = std::ranges::all_of(std::array{"vmbo", "mbo", "hbo", "wo"}, [&](const char* level) {
        gfx::TextStyle style;
        style.size = least_what * services.space.font(TextSize::Label);
        style.width = road.w / 4 - 22 * unit;
        const gfx::Size size = services.graphics.fonts().measure(
            services.text(fmt::format("career.{}.{}", career, level)), style);
        return size.w <= style.width && size.h <= 60 * unit;
    });
    const float wide = road.w / 4, station = std::min(road.w / 592.0F, road.h / 190.0F);
    int k = 0;
    for (const char* level : {"vmbo", "mbo", "hbo", "wo"}) {
        // The road climbs, and the words with it.
        const float top = routeHeight(road, 0.125F + 0.25F * float(k)) + 34 * station;
        // The outer ones keep away from the edge of the card.
        const float before = (!said ? 0 : k == 0 ? 9 : 4) * unit, after = (!said ? 0 : k == 3 ? 9 : 4) * unit;
        const Rect words{road.x + wide * float(k) + before, top, wide - before - after,
                         std::min(108 * unit, road.bottom() - 8 * unit - top)};
        add(fmt::format("career.{}", level), {words.x, words.y, words.w, words.h * (said ? 0.45F : 0.7F)},
            TextLook{.text = std::string(services.text(fmt::format("career.{}", level))),
                     .size = TextSize::Label,
                     .font = gfx::Font::Title,
                     .colour = theme::meadowInk,
                     .align = gfx::Align::Centre});
        if (said && road.w >= 500 * unit)
            add(fmt::format("career.{}.what", level),
                {words.x, words.y + words.h * 0.44F, words.w, words.h * 0.56F},
                TextLook{.text = std::string(services.text(fmt::format("career.{}.{}", career, level))),
                         .size = TextSize::Label,
                         .colour = theme::meadowInk,
                         .align = gfx::Align::Centre,
                         .middle = false});
        ++k;
    }
}

CareerScreen::CareerScreen(Services& services, std::string id) : Screen(services), id_(std::move(id)) {
    services.visit.careerOpened(id_);
    resized();
}

void CareerScreen::resized() {
    layout_ = careerLayout(services().space, services().languages().size() > 1);
}

ui::Widgets CareerScreen::widgets() const {
    ui::Widgets list;
    const float unit = services().space.unit();
    const Rect card = layout_.at("card");
    const std::string key = "career." + id_;
    const auto add = [&](const char* name, const Rect& rect, ui::Look look) {
        list.push_back({.id = name, .rect = rect, .look = std::move(look), .around = card});
    };
    const auto said = [&](const std::string& text) { return std::string(services().text(text)); };
    list.push_back({.id = "card", .rect = card, .look = ui::CardLook{}});
    add("career.picture", layout_.at("picture"), ui::PictureLook{{"career/" + id_}});
    add("career.name", layout_.at("name"),
        TextLook{.text = said(key + ".name"), .size = TextSize::Title, .font = gfx::Font::Title});
    // A small head, then what it is about.
    const auto part = [&](const char* name, const char* place, const char* head, const std::string& text) {
        const Rect rect = layout_.at(place);
        const float high = 46 * unit;
        add(name, {rect.x, rect.y, rect.w, high},
            TextLook{.text = said(head), .size = TextSize::Label, .colour = theme::softInk});
        add(place, {rect.x, rect.y + high, rect.w, rect.h - high}, TextLook{.text = text, .middle = false});
    };
    std::string day = said(key + ".day");
    if (services().strings.has(services().language, key + ".more")) day += " " + said(key + ".more");
    part("day.head", "day", "career.a_day", day);
    part("surprise.head", "surprise", "career.unexpected", said(key + ".surprise"));
    addRoute(list, services(), id_, layout_.at("road"), 0.0, card);
    ui::KeyLook close{.face = ui::KeyLook::Face::Go, .icon = "check"};
    close.label = services().text("career.close");
    list.push_back(
        {.id = "close", .rect = layout_.at("close"), .look = close, .touchable = true, .delay = 0.1});
    if (const ui::Place* language = layout_.find("language"))
        list.push_back(languageKey(language->rect, 0.1));
    return list;
}

void CareerScreen::tapped(const std::string& id, int) {
    if (id == "language") return services().otherLanguage();
    services().go(Request::Kind::Back);
}

gfx::Painted CareerScreen::prepare(gfx::Canvas& canvas) {
    services().backdrops.prepare("night", canvas, services().space, services().now,
                                 services().reducedMotion());
    return gfx::Painted::Whole;
}

void CareerScreen::drawScene(gfx::Canvas& canvas) {
    services().backdrops.draw("night", canvas, services().space);
}

}  // namespace vonk::screens
