// The force in the shown member against the place of the load, or time: an influence line as it happens.
#include <algorithm>
#include <array>
#include <cmath>

#include "game/screens/challenge.h"
#include "game/screens/engineer_panel.h"
#include "game/view/paint.h"

namespace vonk::screens {

using gfx::Rect;

namespace {

// The step of 1, 2 or 5 times a power of ten that parts `range` into at most `parts`.
double roundStep(double range, int parts) {
    double power = 1.0;
    const double least = range / parts;
    while (power > least) power /= 10.0;
    while (power * 10.0 <= least) power *= 10.0;
    for (const double step : {1.0, 2.0, 5.0})
        if (power * step >= least) return power * step;
    return 10.0 * power;
}

}  // namespace

void EngineerPanel::paintGraph(gfx::Canvas& canvas, const Rect& area) const {
    gfx::TextStyle style;
    style.font = gfx::Font::Text;
    style.size = std::floor(0.8F * em());
    style.colour = ui::theme::softInk;
    style.anchor = gfx::Anchor::Middle;
    const float line = 1.2F * style.size;
    const ForceTrace::Line trace = trace_.line(shown_);
    const std::string axes = word(trace_.byTime() ? "engineer.against_time" : "engineer.against_place");
    gfx::TextStyle title = style;
    if (const float wide = canvas.measure(axes, style).w; wide > area.w)
        title.size = std::floor(style.size * area.w / wide);
    canvas.text(axes, {area.x, area.y + line / 2}, title);
    const Rect plot{area.x + 3.1F * style.size, area.y + 1.35F * line, area.w - 4.0F * style.size,
                    area.h - 2.6F * line};
    if (plot.w < 20 || plot.h < 20) return;
    if (!trace.known()) {
        style.width = area.w;
        style.anchor = gfx::Anchor::Top;
        canvas.text(word("engineer.no_run"), {area.x, area.y + 1.6F * line}, style);
        return;
    }
    const double low_x = std::min(0.0, trace.points.front().at);
    const level::Scene& scene = challenge_.level().scene;
    double high_x = trace.points.back().at;
    if (!trace_.byTime()) high_x = std::max(high_x, scene.right_bank - scene.left_bank);
    const double least = std::min(0.0, trace.points[trace.least].force) / 1000.0,
                 greatest = std::max(0.0, trace.points[trace.greatest].force) / 1000.0;
    // What is nothing beside the weight of it all is not drawn large.
    const double all = reading_.balance.weight + reading_.balance.load;
    const double range = std::max({greatest - least, 0.02 * all / 1000.0, 1e-6}), step = roundStep(range, 3);
    const double bottom = std::floor(least / step + 1e-9) * step,
                 top = std::max(std::ceil(greatest / step - 1e-9) * step, bottom + step);
    const auto at = [&](double x, double kilonewton) {
        return gfx::Point{
            plot.x + plot.w * float((x - low_x) / std::max(high_x - low_x, 1e-6)),
            plot.bottom() - plot.h * float((kilonewton - bottom) / std::max(top - bottom, 1e-9))};
    };
    const float thin = std::max(1.0F, 0.05F * em());
    style.align = gfx::Align::Right;
    for (double value = bottom; value <= top + 0.5 * step; value += step) {
        const gfx::Point left = at(low_x, value);
        const bool zero = std::fabs(value) < 0.5 * step;
        canvas.rect({plot.x, left.y, plot.w, zero ? 2 * thin : thin},
                    zero ? ui::theme::ink : ui::theme::cardEdge);
        canvas.text(number(zero ? 0.0 : value, decimalsOf(step)), {plot.x - 0.3F * style.size, left.y},
                    style);
    }
    style.align = gfx::Align::Centre;
    const double step_x = roundStep(high_x - low_x, 4);
    for (double x = std::ceil(low_x / step_x) * step_x; x <= high_x + 1e-6; x += step_x) {
        const float px = at(x, bottom).x;
        canvas.rect({px, plot.bottom(), thin, 0.3F * style.size}, ui::theme::ink);
        canvas.text(number(std::fabs(x) < 1e-9 ? 0.0 : x, decimalsOf(step_x)),
                    {px, plot.bottom() + 0.85F * style.size}, style);
    }
    std::vector<gfx::Point> curve;
    for (const ForceTrace::Point& point : trace.points) curve.push_back(at(point.at, point.force / 1000.0));
    canvas.polyline(curve, std::max(2.0F, 0.1F * em()), ui::theme::deltaBlue);
    // Both extremes, the greater one above its point, the least below it.
    style.font = gfx::Font::Title;
    for (const std::size_t index : {trace.least, trace.greatest}) {
        const ForceTrace::Point& point = trace.points[index];
        const gfx::Point place = at(point.at, point.force / 1000.0);
        const gfx::Color ink = point.force < 0.0 ? view::darker(gfx::palette::pushed, 0.32F)
                                                 : view::darker(gfx::palette::pulled, 0.12F);
        canvas.circle(place, 0.24F * em(), ink);
        const std::string text = force(std::fabs(point.force) < 1e-3 * all ? 0.0 : point.force);
        style.colour = ink;
        const float wide = canvas.measure(text, style).w, high = 1.1F * style.size;
        const bool above = index == trace.greatest;
        float y = place.y + (above ? -0.8F : 0.8F) * style.size;
        if (y < plot.y + 0.4F * high || y > plot.bottom() - 0.4F * high)
            y = place.y + (above ? 0.8F : -0.8F) * style.size;
        const float x =
            std::clamp(place.x, plot.x + wide / 2, std::max(plot.x + wide / 2, plot.right() - wide / 2));
        canvas.roundedRect({x - wide / 2 - 3, y - high / 2, wide + 6, high}, 0.3F * high,
                           ui::theme::paper.withAlpha(0.85F));
        canvas.text(text, {x, y}, style);
    }
}

}  // namespace vonk::screens
