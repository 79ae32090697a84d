// The cards of the result that tell of people and works: who does it for a living, what was shown, and the
// real work.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/ui/motion.h"
#include "game/screens/career_screen.h"
#include "game/screens/result_screen.h"

namespace vonk::screens {

using gfx::Rect;
using ui::TextLook;
using ui::TextSize;
namespace theme = ui::theme;

void ResultScreen::addCareer(ui::Widgets& list) const {
    if (challenge_->level().careers.empty()) return;
    const float unit = services().space.unit();
    const Rect card = layout_.at("career");
    constexpr double delay = 0.42;
    const std::string &id = challenge_->level().careers.front().id, key = "career." + id;
    const auto add = [&](std::string name, const Rect& rect, ui::Look look) {
        list.push_back(
            {.id = std::move(name), .rect = rect, .look = std::move(look), .delay = delay, .around = card});
    };
    // It opens by a touch too, where a child reaches it; else by its key.
    list.push_back({.id = "career",
                    .rect = card,
                    .look = ui::CardLook{},
                    .touchable = card.y >= services().space.reachTop(),
                    .delay = delay});
    const float pad = 18 * unit, side = std::min(card.h * 0.39F, card.w * 0.34F);
    add("career.picture", {card.x + pad, card.y + pad, side, side}, ui::PictureLook{{"career/" + id}});
    const float x = card.x + pad + side + 24 * unit, w = card.right() - pad - x;
    const std::string name{services().text(key + ".name")};
    const auto [name_size, name_high] = fitted(name, w, 60 * unit);
    add("career.name", {x, card.y + pad, w, name_high},
        TextLook{.text = name, .size = name_size, .font = gfx::Font::Title});
    // On a narrow card there is room for the day alone; the rest stands on the full card.
    const bool narrow = card.w < 500 * unit;
    const float surprise_high = 44 * unit, y = card.y + pad + side + 6 * unit;
    gfx::TextStyle quiet;
    quiet.size = services().space.font(TextSize::Label);
    const float told = services().graphics.fonts().measure(services().text(key + ".surprise"), quiet).w;
    const bool surprises = !narrow && 0.9F * told <= card.w - 2 * pad - 8 * unit;
    add("career.day",
        {x, card.y + pad + name_high, w, side + 4 * unit - name_high + (surprises ? 0 : surprise_high)},
        TextLook{.text = std::string(services().text(key + ".day")), .middle = false});
    if (surprises)
        add("career.surprise", {card.x + pad + 4 * unit, y, card.w - 2 * pad - 8 * unit, surprise_high},
            TextLook{.text = std::string(services().text(key + ".surprise")),
                     .size = TextSize::Label,
                     .colour = theme::softInk});
    const float road_top = y + surprise_high + 18 * unit;
    const Rect road{card.x, road_top, card.w, card.bottom() - road_top};
    addRoute(list, services(), id, road, delay, card);
}

// The largest size at which a name takes one line, and its height then. Where there is none: two lines, large
// if they take no more than `room`.
std::pair<TextSize, float> ResultScreen::fitted(const std::string& name, float width, float room) const {
    gfx::Fonts& fonts = services().graphics.fonts();
    const float unit = services().space.unit();
    gfx::TextStyle style;
    style.font = gfx::Font::Title;
    style.width = width;
    const auto high = [&](TextSize size) {
        style.size = services().space.font(size);
        return std::min(fonts.measure(name, style).h, 2.6F * style.size) + 6 * unit;
    };
    for (const TextSize size : {TextSize::Head, TextSize::Text, TextSize::Label})
        if (const float one = high(size); one < 1.5F * style.size + 6 * unit)
            return {size, std::max(one, std::min(room, 60 * unit))};
    const TextSize size = high(TextSize::Head) <= room ? TextSize::Head : TextSize::Label;
    return {size, high(size)};
}

void ResultScreen::addTalent(ui::Widgets& list) const {
    const ui::Place* place = layout_.find("talent");
    if (!place || !talent_) return;
    const float unit = services().space.unit();
    const Rect card = place->rect;
    constexpr double delay = 0.54;
    const auto add = [&](const char* id, const Rect& rect, ui::Look look) {
        list.push_back({.id = id, .rect = rect, .look = std::move(look), .delay = delay, .around = card});
    };
    list.push_back({.id = "talent", .rect = card, .look = ui::CardLook{}, .delay = delay});
    const float high = std::min(card.h - 40 * unit, 190 * unit), wide = high * 0.76F;
    add("talent.badge", {card.x + 28 * unit, card.centre().y - high / 2, wide, high},
        ui::PictureLook{{"badge/" + talent_->key}});
    const float x = card.x + 28 * unit + wide + 28 * unit, w = card.right() - 24 * unit - x,
                top = card.centre().y - (card.h < 226 * unit ? 124 : 100) * unit;
    // The fact first, then the word for it; on a low card these alone.
    if (card.h >= 226 * unit)
        add("talent.shown", {x, top, w, 44 * unit},
            TextLook{.text = std::string(services().text("result.shown")),
                     .size = TextSize::Label,
                     .colour = theme::softInk});
    add("talent.fact", {x, top + 42 * unit, w, 82 * unit},
        TextLook{
            .text = services().format("talent." + talent_->key + "_fact",
                                      {{"count", talent_->count}, {"amount", std::round(talent_->amount)}})});
    const std::string name{services().text("talent." + talent_->key)};
    const float pad = 20 * unit;
    const TextSize size = fitted(name, w + 6 * unit - 2 * pad, 0.0F).first;
    gfx::TextStyle style;
    style.font = gfx::Font::Title;
    style.size = services().space.font(size);
    const float said = services().graphics.fonts().measure(name, style).w;
    const Rect pill{x - 6 * unit, top + 132 * unit, std::min(w + 6 * unit, said + 2 * pad + 6 * unit),
                    64 * unit};
    add("talent.word", pill, ui::PillLook{});
    add("talent.name", ui::inset(pill, pad, 0),
        TextLook{.text = name,
                 .size = size,
                 .font = gfx::Font::Title,
                 .colour = theme::paper,
                 .align = gfx::Align::Centre});
}

void ResultScreen::addReal(ui::Widgets& list) const {
    const ui::Place* place = layout_.find("real");
    if (!place) return;
    const float unit = services().space.unit();
    const Rect card = place->rect;
    constexpr double delay = 0.66;
    const level::RealWork& real = challenge_->level().real;
    const auto add = [&](const char* id, const Rect& rect, ui::Look look) {
        list.push_back({.id = id, .rect = rect, .look = std::move(look), .delay = delay, .around = card});
    };
    list.push_back({.id = "real", .rect = card, .look = ui::CardLook{}, .delay = delay});
    const float x = card.x + 30 * unit, w = card.w - 60 * unit;
    const std::string name = services().text(real.name);
    const auto [size, name_high] = fitted(name, w, card.h < 340 * unit ? 0 : 1e6F);
    float y = card.y + 14 * unit;
    // On a low card the name says it alone.
    gfx::TextStyle told;
    told.size = services().space.font(TextSize::Text);
    told.width = w;
    const float fact_high = services().graphics.fonts().measure(services().text(real.fact), told).h;
    const float over = card.bottom() - 18 * unit - y - name_high - 4 * unit - fact_high;
    const float label_high = card.h < 200 * unit || over < 42 * unit ? 0.0F : 42 * unit;
    if (label_high > 0)
        add("real.label", {x, y, w, label_high},
            TextLook{.text = std::string(services().text("result.real")),
                     .size = TextSize::Label,
                     .colour = theme::softInk});
    y += label_high;
    add("real.name", {x, y, w, name_high}, TextLook{.text = name, .size = size, .font = gfx::Font::Title});
    y += name_high + 4 * unit;
    add("real.fact", {x, y, w, card.bottom() - 18 * unit - y},
        TextLook{.text = services().text(real.fact), .middle = false});
}

}  // namespace vonk::screens
