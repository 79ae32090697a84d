// The card of what was built: gauges of money, strength and touches, each with its star, and what is missing.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/ui/motion.h"
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

// Nothing of this kind, or what it takes to earn it.
const play::StarResult* starOf(const play::Result& result, level::StarKind kind) {
    const auto star = std::ranges::find_if(
        result.stars, [&](const auto& one) { return one.star.kind == kind && one.star.limit > 0; });
    return star == result.stars.end() ? nullptr : &*star;
}

}  // namespace

// ---------------------------------------------------------------------------------------------------

bool ResultScreen::readsNumbers() const {
    return challenge_->level().band >= level::AgeBand::Groep68;
}

std::string ResultScreen::starNeeds(const level::Star& star, const char* how) const {
    const bool share = star.kind == level::StarKind::SpareStrength;
    // Who reads no numbers of strength is told the way alone.
    std::string key = starKey(star, challenge_->level().subject) + how;
    if (share && !readsNumbers()) key += "_plain";
    return services().format(key, {{"limit", share ? timesFor(star.limit) : star.limit}});
}

std::vector<std::string> ResultScreen::missingStars() const {
    std::vector<std::string> missing;
    for (const auto& star : result_.stars)
        if (!star.earned && star.star.kind != level::StarKind::Done)
            missing.push_back(starNeeds(star.star, "_next"));
    return missing;
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
    return std::max(times, 1.0);
}

std::vector<ResultGauge> ResultScreen::gauges() const {
    using State = ui::GaugeLook::State;
    const level::Level& level = challenge_->level();
    std::vector<ResultGauge> list;
    const auto add = [&](const char* id, const char* icon, level::StarKind kind) -> ResultGauge& {
        ResultGauge gauge;
        gauge.id = id;
        gauge.icon = icon;
        gauge.star = starOf(result_, kind);
        if (gauge.star) gauge.needs = starNeeds(gauge.star->star, "_at");
        list.push_back(std::move(gauge));
        return list.back();
    };
    const auto limitOf = [](const ResultGauge& gauge) { return gauge.star->star.limit; };
    if (level.budget > 0 || starOf(result_, level::StarKind::Cost)) {
        ResultGauge& gauge = add("cost", "coin", level::StarKind::Cost);
        gauge.full = level.budget > 0 ? level.budget : 1.5 * limitOf(gauge);
        gauge.value = result_.cost;
        if (gauge.star) gauge.mark = limitOf(gauge);
        if (level.budget > 0) gauge.word = services().format("result.of_budget", {{"budget", level.budget}});
        gauge.state =
            gauge.star && !gauge.star->earned && gauge.value > 0.85 * gauge.full ? State::Warm : State::Good;
    }
    if (level.subject == level::Subject::Bridge) {
        // The bar shows strength: the longer, the more it could bear.
        const double use = result_.measures.greatest_use;
        ResultGauge& gauge = add("use", "tri", level::StarKind::SpareStrength);
        gauge.value = timesAsStrong();
        gauge.mark = gauge.star ? timesFor(limitOf(gauge)) : -1.0;
        gauge.full = std::max(2.0, 1.5 * gauge.mark);
        gauge.state = gauge.star && gauge.star->earned ? State::Good
                      : use > 0.95                     ? State::Hot
                      : gauge.star || use > 0.9        ? State::Warm
                                                       : State::Good;
        if (readsNumbers() && use > 0.01)
            gauge.word = std::string(services().text("result.as_needed"));
        else
            gauge.plain = use < 0.6   ? "result.spare_much"
                          : use < 0.9 ? "result.spare_some"
                                      : "result.spare_little";
    }
    if (starOf(result_, level::StarKind::Touches)) {
        ResultGauge& gauge = add("touches", "hand", level::StarKind::Touches);
        gauge.value = gauge.star->value;
        gauge.mark = limitOf(gauge);
        gauge.full = 1.5 * gauge.mark;
        gauge.state = gauge.star->earned ? State::Good : State::Warm;
    }
    return list;
}

void ResultScreen::addStarRow(ui::Widgets& list, const Rect& row, double delay) const {
    const float unit = services().space.unit();
    const Rect card = layout_.at("built");
    if (result_.stars.empty()) return;
    // Each word has room by its length; where all together are too long the stars stand closer.
    gfx::TextStyle style;
    style.size = services().space.font(TextSize::Label);
    std::vector<std::string> words;
    float longest = 0.0F;
    for (const auto& star : result_.stars) {
        words.emplace_back(services().text(starKey(star.star, challenge_->level().subject)));
        longest += services().graphics.fonts().measure(words.back(), style).w;
    }
    const float count = float(words.size());
    const bool close = longest + count * 68 * unit > row.w;
    const float side = (close ? 32 : 42) * unit, gap = (close ? 4 : 10) * unit,
                after = (close ? 6 : 16) * unit;
    const float room = row.w - count * (side + gap + after);
    float x = row.x;
    int k = 0;
    for (const auto& star : result_.stars) {
        const std::string& word = words[std::size_t(k)];
        const float wide =
            room * services().graphics.fonts().measure(word, style).w / std::max(longest, 1.0F);
        list.push_back({.id = fmt::format("star.{}", k),
                        .rect = {x, row.centre().y - side / 2, side, side},
                        .look = ui::StarLook{star.earned},
                        .delay = delay,
                        .around = card});
        list.push_back({.id = fmt::format("star.{}.text", k),
                        .rect = {x + side + gap, row.y, wide, row.h},
                        .look = TextLook{.text = word,
                                         .size = TextSize::Label,
                                         .colour = star.earned ? theme::ink : theme::softInk},
                        .delay = delay,
                        .around = card});
        x += side + gap + wide + after;
        ++k;
    }
}

void ResultScreen::addGauge(ui::Widgets& list, const ResultGauge& gauge, const Rect& row, float low,
                            double delay) const {
    const float unit = services().space.unit();
    const Rect card = layout_.at("built");
    const auto add = [&](const char* part, const Rect& rect, ui::Look look) {
        list.push_back(
            {.id = gauge.id + part, .rect = rect, .look = std::move(look), .delay = delay, .around = card});
    };
    const double counted = ui::easeOut(ui::progress(services().now, opened_ + delay, ui::motion::count_up));
    const double value = gauge.value * counted;
    const std::string said = !gauge.plain.empty() ? std::string(services().text(gauge.plain))
                             : gauge.id == "cost" ? services().money(std::round(value))
                             : gauge.id == "use"
                                 ? services().format("result.times", {{"times", value}})
                                 : services().format("result.touches", {{"count", std::round(value)}});
    const float side = 54 * unit * low, x = row.x + 72 * unit, w = row.right() - x;
    add(".icon", {row.x, row.y + 18 * unit * low, side, side}, ui::IconLook{gauge.icon});
    // The number is large; words go on one line.
    const bool large = low >= 1 && gauge.plain.empty();
    gfx::TextStyle label;
    label.size = services().space.font(TextSize::Label);
    const auto labelWide = [&](const std::string& text) {
        return services().graphics.fonts().measure(text, label).w;
    };
    const float split =
        gauge.word.empty() ? 1.0F : std::clamp(1.0F - (labelWide(gauge.word) + 4 * unit) / w, 0.28F, 0.5F);
    add(".value", {x, row.y, w * split, 48 * unit * low},
        TextLook{.text = said, .size = large ? TextSize::Head : TextSize::Text, .font = gfx::Font::Title});
    if (!gauge.word.empty())
        add(".word", {x + w * split, row.y, w * (1 - split), 50 * unit * low},
            TextLook{.text = gauge.word,
                     .size = TextSize::Label,
                     .colour = theme::softInk,
                     .align = gfx::Align::Right});
    // Right of the bar it is written what the star needs; the star stands on the bar where that is.
    const float bar_high = 24 * unit * low, bar_y = row.y + 50 * unit * low;
    const float needs = gauge.needs.empty() ? 0.0F : std::min(labelWide(gauge.needs) + 14 * unit, 0.54F * w);
    const Rect bar{x, bar_y, w - needs, bar_high};
    const double mark = gauge.mark > 0 ? gauge.mark / gauge.full : -1.0;
    add(".gauge", bar, ui::GaugeLook{value / gauge.full, mark, gauge.state});
    if (!gauge.star) return;
    const float star = 38 * unit * low, at = bar.x + bar.w * float(std::min(mark, 1.0));
    add(".star", {at - star / 2, bar.centre().y - star / 2, star, star}, ui::StarLook{gauge.star->earned});
    add(".needs", {bar.right() + 10 * unit, bar_y - 9 * unit, needs - 10 * unit, bar_high + 18 * unit},
        TextLook{.text = gauge.needs,
                 .size = TextSize::Label,
                 .colour = gauge.star->earned ? theme::ink : theme::softInk,
                 .align = gfx::Align::Right});
}

void ResultScreen::addBuilt(ui::Widgets& list) const {
    const float unit = services().space.unit();
    const Rect card = layout_.at("built");
    constexpr double delay = 0.3;
    const bool wide = card.w > 1.5F * card.h;  // portrait: picture beside the gauges
    const float pad = 18 * unit;
    list.push_back({.id = "built", .rect = card, .look = ui::CardLook{}, .delay = delay});
    const auto told = gauges();
    const auto missing = missingStars();
    const float next_high = (wide ? 50 : 48) * unit;  // of a line that says what the next star needs
    const float all = (float(told.size()) * 84 + 56 + (missing.empty() ? 0 : 4) + 22) * unit +
                      next_high * float(missing.size());
    // Lower where the card is too low for all of it; the picture gives way first.
    const float low = std::clamp(
        (card.h - 2 * pad - (wide || told.size() > 2 || missing.size() > 1 ? 0 : card.h * 0.22F)) / all, 0.7F,
        1.0F);
    const float below = all * low, next_rows = wide ? next_high * low * float(missing.size()) : 0.0F;
    // The picture has what the numbers leave, but is never higher than the level is seen.
    const Box& seen = challenge_->level().scene.view;
    const float picture_wide = wide ? card.w * 0.46F : card.w - 2 * pad;
    const float free = wide ? card.h - 2 * pad - next_rows : std::max(0.0F, card.h - pad - below - 8 * unit);
    const float picture_high = std::min(free, picture_wide * float(seen.height() / seen.width()));
    const Rect picture{card.x + pad, wide ? card.y + pad + (free - picture_high) / 2 : card.y + pad,
                       picture_wide, picture_high};
    const bool pictured = picture_high > 40 * unit;
    const auto add = [&](std::string id, const Rect& rect, ui::Look look) {
        list.push_back(
            {.id = std::move(id), .rect = rect, .look = std::move(look), .delay = delay, .around = card});
    };
    if (pictured)
        add("built.picture", picture, ui::PictureLook{{"built", challenge_->designVersion()}, false});
    const float left = wide ? picture.right() + pad : card.x + pad + 4 * unit,
                right = card.right() - pad - 4 * unit;
    float y = wide       ? card.y + (card.h - below) / 2 + 6 * unit
              : pictured ? picture.bottom() + 8 * unit + (free - picture_high) / 2
                         : card.centre().y - below / 2 + 6 * unit;
    for (const ResultGauge& gauge : told) {
        addGauge(list, gauge, {left, y, right - left, 84 * unit * low}, low, delay);
        y += 84 * unit * low;
    }
    addStarRow(list, {left, y + 2 * unit, right - left, 56 * unit * low}, delay);
    y += 56 * unit * low;
    // A star that is missing, and what earns it. Where the picture stands beside the numbers these lines have
    // the whole width below both.
    const float from = wide ? card.x + pad + 4 * unit : left, line = next_high * low, star = 34 * unit * low;
    if (wide) y = card.bottom() - pad - line * float(missing.size());
    int k = 0;
    for (const std::string& needs : missing) {
        add(fmt::format("star.next.{}.star", k), {from, y + (line - star) / 2, star, star},
            ui::StarLook{false});
        add(fmt::format("star.next.{}", k++),
            {from + star + 8 * unit, y, right - from - star - 8 * unit, line},
            TextLook{.text = needs, .size = wide ? TextSize::Text : TextSize::Label, .colour = theme::ink});
        y += line;
    }
}

}  // namespace vonk::screens
