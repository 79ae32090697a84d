// The cards of the result: what was built, who does it for a living, what was shown, and the real work.
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

namespace {

std::string starKey(const level::Star& star, level::Subject subject) {
    if (star.kind == level::StarKind::Done)
        return subject == level::Subject::Circuit ? "star.done_lamp" : "star.done_bridge";
    return fmt::format("star.{}", level::name(star.kind));
}

// Of a bridge that uses this share of what it bears: so many times as strong as needed, with one digit.
double timesFor(double use) {
    return std::round(10.0 / std::max(use, 0.01)) / 10.0;
}

}  // namespace

// ---------------------------------------------------------------------------------------------------

std::string ResultScreen::nextStar() const {
    for (const auto& star : result_.stars) {
        if (star.earned || star.star.kind == level::StarKind::Done) continue;
        const bool share = star.star.kind == level::StarKind::SpareStrength;
        return services().format(starKey(star.star, challenge_->level().subject) + "_next",
                                 {{"limit", share ? timesFor(star.star.limit) : star.star.limit}});
    }
    return {};
}

double ResultScreen::timesAsStrong() const {
    const double use = result_.measures.greatest_use;
    double times = std::min(timesFor(use), 9.9);
    // Rounding must not say what the star denies.
    for (const auto& star : result_.stars) {
        if (star.star.kind != level::StarKind::SpareStrength || star.star.limit <= 0) continue;
        const double wanted = timesFor(star.star.limit);
        times = star.earned ? std::max(times, wanted) : std::min(times, wanted - 0.1);
    }
    return times;
}

void ResultScreen::addStarRow(ui::Widgets& list, const Rect& row, double delay) const {
    const float unit = services().space.unit();
    const Rect card = layout_.at("built");
    if (result_.stars.empty()) return;
    const float wide = row.w / float(result_.stars.size());
    int k = 0;
    for (const auto& star : result_.stars) {
        const float x = row.x + wide * float(k);
        list.push_back({.id = fmt::format("star.{}", k),
                        .rect = {x, row.centre().y - 21 * unit, 42 * unit, 42 * unit},
                        .look = ui::StarLook{star.earned},
                        .delay = delay,
                        .around = card});
        list.push_back({.id = fmt::format("star.{}.text", k),
                        .rect = {x + 52 * unit, row.y, wide - 60 * unit, row.h},
                        .look = TextLook{.text = std::string(services().text(
                                             starKey(star.star, challenge_->level().subject))),
                                         .size = TextSize::Label,
                                         .colour = star.earned ? theme::ink : theme::softInk},
                        .delay = delay,
                        .around = card});
        ++k;
    }
}

void ResultScreen::addBuilt(ui::Widgets& list) const {
    const float unit = services().space.unit();
    const Rect card = layout_.at("built");
    constexpr double delay = 0.3;
    const bool wide = card.w > 1.5F * card.h;  // portrait: picture beside the gauges
    const float pad = 18 * unit;
    list.push_back({.id = "built", .rect = card, .look = ui::CardLook{}, .delay = delay});
    const bool bridge = challenge_->level().subject == level::Subject::Bridge;
    const bool priced = challenge_->level().budget > 0;
    const std::string next = nextStar();
    // Where the number of touches earns a star it has a gauge like the others.
    const auto touches = std::find_if(result_.stars.begin(), result_.stars.end(), [](const auto& star) {
        return star.star.kind == level::StarKind::Touches && star.star.limit > 0;
    });
    const bool touched = touches != result_.stars.end();
    const int gauges = int(priced) + int(bridge) + int(touched);
    const float all = (float(gauges) * 84 + 56 + (next.empty() ? 0 : 40) + 22) * unit;
    // Lower where the card is too low for all of it; the picture gives way first.
    const float low =
        std::clamp((card.h - 2 * pad - (wide || gauges > 2 ? 0 : card.h * 0.22F)) / all, 0.7F, 1.0F);
    const float gauge_high = 84 * unit * low, star_high = 56 * unit * low,
                next_high = next.empty() ? 0 : 40 * unit * low;
    const float below = all * low;
    // The picture has what the numbers leave, but is never higher than the level is seen.
    const Box& seen = challenge_->level().scene.view;
    const float picture_wide = wide ? card.w * 0.46F : card.w - 2 * pad;
    const float free = wide ? card.h - 2 * pad : std::max(0.0F, card.h - pad - below - 8 * unit);
    const float picture_high = std::min(free, picture_wide * float(seen.height() / seen.width()));
    const Rect picture{card.x + pad, wide ? card.centre().y - picture_high / 2 : card.y + pad, picture_wide,
                       picture_high};
    const auto add = [&](std::string id, const Rect& rect, ui::Look look) {
        list.push_back(
            {.id = std::move(id), .rect = rect, .look = std::move(look), .delay = delay, .around = card});
    };
    if (picture_high > 40 * unit)
        add("built.picture", picture, ui::PictureLook{{"built", challenge_->designVersion()}, false});
    const float left = wide ? picture.right() + pad : card.x + pad + 4 * unit,
                right = card.right() - pad - 4 * unit;
    float y = wide ? card.centre().y - below / 2 + 6 * unit
                   : picture.bottom() + 8 * unit + (free - picture_high) / 2;
    const double counted = ui::easeOut(ui::progress(services().now, opened_ + delay, ui::motion::count_up));
    const auto gauge = [&](const char* id, const char* icon, const std::string& value,
                           const std::string& word, ui::GaugeLook look) {
        const float x = left + 72 * unit, w = right - x;
        const float icon_side = 54 * unit * low, split = word.empty() ? 1.0F : 0.42F;
        add(fmt::format("{}.icon", id), {left, y + 18 * unit * low, icon_side, icon_side},
            ui::IconLook{icon});
        add(fmt::format("{}.value", id), {x, y, w * split, 48 * unit * low},
            TextLook{
                .text = value, .size = low < 1 ? TextSize::Text : TextSize::Head, .font = gfx::Font::Title});
        if (!word.empty())
            add(fmt::format("{}.word", id), {x + w * split, y, w * (1 - split), 50 * unit * low},
                TextLook{.text = word,
                         .size = TextSize::Label,
                         .colour = theme::softInk,
                         .align = gfx::Align::Right});
        look.value *= counted;
        add(fmt::format("{}.gauge", id), {x, y + 50 * unit * low, w, 24 * unit * low}, look);
        y += gauge_high;
    };
    if (priced) {
        const double share = result_.cost / challenge_->level().budget;
        const bool thrifty = std::any_of(result_.stars.begin(), result_.stars.end(), [](const auto& star) {
            return star.star.kind == level::StarKind::Cost && star.earned;
        });
        gauge("cost", "coin", services().money(std::round(result_.cost * counted)),
              services().format("result.of_budget", {{"budget", challenge_->level().budget}}),
              {share, -1.0,
               share > 0.85 && !thrifty ? ui::GaugeLook::State::Warm : ui::GaugeLook::State::Good});
    }
    if (bridge) {
        const double use = result_.measures.greatest_use;
        double limit = -1.0;
        for (const auto& star : result_.stars)
            if (star.star.kind == level::StarKind::SpareStrength) limit = star.star.limit;
        // Who reads numbers gets one; for the others it is a word.
        const bool numbers = challenge_->level().band >= level::AgeBand::Groep68 && use > 0.01;
        const char* word = use < 0.6   ? "result.spare_much"
                           : use < 0.9 ? "result.spare_some"
                                       : "result.spare_little";
        const bool within = use <= (limit >= 0 ? limit : 0.9);
        gauge("use", within || use < 0.9 ? "check" : "warn",
              numbers ? services().format("result.times", {{"times", timesAsStrong() * counted}})
                      : std::string(services().text(word)),
              std::string(numbers ? services().text("result.as_needed") : std::string_view{}),
              {use, limit,
               within      ? ui::GaugeLook::State::Good
               : use > 0.9 ? ui::GaugeLook::State::Hot
                           : ui::GaugeLook::State::Warm});
    }
    if (touched) {
        const double full = 1.5 * touches->star.limit, share = touches->value / full;
        gauge("touches", "hand",
              services().format("result.touches", {{"count", std::round(touches->value * counted)}}),
              services().format("result.at_most", {{"limit", touches->star.limit}}),
              {share, 1 / 1.5, share > 1 / 1.5 ? ui::GaugeLook::State::Warm : ui::GaugeLook::State::Good});
    }
    addStarRow(list, {left, y + 2 * unit, right - left, star_high}, delay);
    if (!next.empty())
        add("star.next", {left, y + star_high, right - left, next_high},
            TextLook{.text = next, .size = TextSize::Label, .colour = theme::softInk});
}

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
    add("career.day",
        {x, card.y + pad + name_high, w, side + 4 * unit - name_high + (narrow ? surprise_high : 0)},
        TextLook{.text = std::string(services().text(key + ".day")), .middle = false});
    if (!narrow)
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
    const float label_high = card.h < 200 * unit ? 0.0F : 42 * unit;
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
