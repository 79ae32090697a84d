// Trays, gauges, stars, bubbles, the countdown and the slow-motion line: what a pupil reads.
#include <numbers>

#include "engine/ui/paint_parts.h"

namespace vonk::ui {

void paintTray(const Paint& paint, const Rect& rect, const TrayLook& look) {
    const float unit = paint.space.unit();
    gfx::Canvas& canvas = paint.canvas;
    const float radius = 44 * unit;
    // Reaches below the screen, so that only the upper corners are round.
    const Rect body{rect.x, rect.y, rect.w, rect.h + 2 * radius};
    canvas.shadow(body.moved(0, -6 * unit), radius, 22 * unit, gfx::hex(0x0A1C30, 0.38F));
    canvas.roundedRect(body, radius, theme::trayDark, gfx::hex(0x082C47));
    canvas.roundedRect({rect.x + radius * 0.7F, rect.y + 2 * unit, rect.w - radius * 1.4F, 3 * unit},
                       1.5F * unit, gfx::hex(0x8CC4E2, 0.9F));
    for (const float x : look.dividers)
        canvas.roundedRect({x - 1.5F * unit, rect.y + rect.h * 0.2F, 3 * unit, rect.h * 0.6F}, 1.5F * unit,
                           gfx::hex(0x8CC4E2, 0.4F));
}

void paintGauge(const Paint& paint, const Rect& rect, const GaugeLook& look) {
    gfx::Canvas& canvas = paint.canvas;
    const float unit = paint.space.unit(), edge = 3 * unit;
    canvas.roundedRect(rect, rect.h / 2, theme::ink.withAlpha(0.16F));
    if (paint.space.size().high_contrast) canvas.roundedFrame(rect, rect.h / 2, 3 * unit, theme::ink);
    const Rect room = rect.inset(edge);
    const gfx::Color full = look.state == GaugeLook::State::Good   ? theme::good
                            : look.state == GaugeLook::State::Warm ? theme::warning
                                                                   : theme::pushed;
    const float share = float(std::clamp(look.value, 0.0, 1.0));
    if (share > 0.001F)
        canvas.roundedRect({room.x, room.y, std::max(room.h, room.w * share), room.h}, room.h / 2,
                           gfx::mix(full, gfx::hex(0xFFF6E0), 0.35F), full);
    // Hot also has stripes: never colour alone.
    if (look.state == GaugeLook::State::Hot)
        for (float x = room.x + room.h; x < room.x + room.w * share - room.h; x += 22 * unit)
            canvas.line({x, room.bottom() - 2 * unit}, {x + room.h * 0.7F, room.y + 2 * unit}, 4 * unit,
                        theme::ink.withAlpha(0.55F));
    if (look.limit >= 0) {
        const float x = rect.x + rect.w * float(std::min(look.limit, 1.0));
        canvas.roundedRect({x - 2 * unit, rect.y - 8 * unit, 4 * unit, rect.h + 16 * unit}, 2 * unit,
                           theme::ink);
    }
}

void paintStars(const Paint& paint, Point centre, float radius, int earned, int of) {
    const gfx::Graphics& graphics = paint.canvas.graphics();
    // The kit draws stars of radius 23, 34 and 70.
    const float in_units = radius / paint.space.unit();
    const char* size = in_units < 28 ? "23" : in_units < 50 ? "34" : "70";
    const float kit = in_units < 28 ? 23.0F : in_units < 50 ? 34.0F : 70.0F;
    for (int k = 0; k < of; ++k) {
        const Point at{centre.x + (float(k) - float(of - 1) / 2) * radius * 2.4F, centre.y};
        paint.canvas.sprite(graphics.sprite(std::string(k < earned ? "ui/star-on-" : "ui/star-off-") + size),
                            at, radius / kit);
    }
}

void paintField(const Paint& paint, const Rect& rect, const PictureName& picture, float alpha) {
    gfx::Canvas& canvas = paint.canvas;
    const float radius = std::min(22 * paint.space.unit(), rect.h * 0.2F);
    canvas.roundedRect(rect, radius, gfx::hex(0xDDEFF7, alpha), gfx::hex(0xC8E2EF, alpha));
    canvas.pushAlpha(alpha);
    paint.pictures(canvas, picture, rect);
    canvas.popAlpha();
}

void paintBubble(const Paint& paint, const Rect& rect, const BubbleLook& look) {
    const float unit = paint.space.unit();
    gfx::Canvas& canvas = paint.canvas;
    const float half = 24 * unit;
    const float foot = std::clamp(look.tip.x, rect.x + 60 * unit, rect.right() - 60 * unit);
    const bool below = look.tip.y > rect.centre().y;
    const float edge = below ? rect.bottom() - 4 * unit : rect.y + 6 * unit;
    const bool tail = look.tip.y > rect.bottom() || look.tip.y < rect.y;
    canvas.nineSlice(canvas.graphics().sprite("ui/card"), rect, unit);
    if (tail) {
        const Point points[3]{{foot - half, edge}, {foot + half, edge}, look.tip};
        canvas.polygon(points, below ? gfx::hex(0xFDF3E2) : theme::paper);
    }
    gfx::TextStyle style;
    style.size = paint.space.font(TextSize::Text);
    textIn(canvas, look.text, style, inset(rect, 30 * unit, 18 * unit));
}

void paintCountdown(const Paint& paint, const Rect& rect, const CountdownLook& look) {
    gfx::Canvas& canvas = paint.canvas;
    const float radius = std::min(rect.w, rect.h) / 2;
    constexpr float top = -std::numbers::pi_v<float> / 2;
    canvas.circle(rect.centre(), radius * 0.86F, theme::white);
    canvas.ring(rect.centre(), radius * 0.86F, radius * 0.24F, theme::cardEdge);
    const float share = float(std::clamp(look.share, 0.0, 1.0));
    if (share > 0.004F)
        canvas.arc(rect.centre(), radius * 0.86F, radius * 0.24F, top,
                   top + share * 2 * std::numbers::pi_v<float>, theme::spark);
    gfx::TextStyle style;
    style.font = gfx::Font::Title;
    style.size = radius * 0.84F;
    style.align = gfx::Align::Centre;
    style.anchor = gfx::Anchor::Middle;
    canvas.text(std::to_string(look.seconds), rect.centre(), style);
}

void paintReplay(const Paint& paint, const Rect& rect, const ReplayLook& look) {
    gfx::Canvas& canvas = paint.canvas;
    const float unit = paint.space.unit(), high = 16 * unit;
    const Rect track{rect.x, rect.centre().y - high / 2, rect.w, high};
    const float x = rect.x + rect.w * float(std::clamp(look.share, 0.0, 1.0));
    canvas.roundedRect(track, high / 2, theme::white.withAlpha(0.28F));
    canvas.roundedRect({track.x, track.y, std::max(high, x - track.x), high}, high / 2, theme::spark);
    canvas.sprite(canvas.graphics().sprite("ui/replay-knob"), {x, rect.centre().y}, unit);
}

}  // namespace vonk::ui
