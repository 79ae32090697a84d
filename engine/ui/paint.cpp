#include "engine/ui/paint.h"

#include "engine/ui/paint_parts.h"

namespace vonk::ui {

using gfx::Canvas;

gfx::TextStyle fitted(Canvas& canvas, std::string_view text, gfx::TextStyle style, gfx::Size box,
                      float least) {
    const float full = style.size;
    style.width = box.w;
    for (float share = 1.0F;; share -= 0.05F) {
        style.size = std::floor(full * std::max(share, least));
        const gfx::Size size = canvas.measure(text, style);
        if ((size.w <= box.w + 1 && size.h <= box.h + 1) || share <= least) return style;
    }
}

namespace {
TextWatch* watching = nullptr;
}  // namespace

TextWatch::TextWatch() : before_(watching) {
    watching = this;
}
TextWatch::~TextWatch() {
    watching = before_;
}

namespace {

// The narrowest width at which the text has as many lines as at `style.width`: no word stands alone on the
// last one.
float balanced(Canvas& canvas, std::string_view text, const gfx::TextStyle& style) {
    gfx::TextStyle trial = style;
    const float height = canvas.measure(text, style).h;
    float low = style.width * 0.5F, high = style.width;
    if (height < style.size * style.lineHeight * 1.5F) return high;
    for (int k = 0; k < 7; ++k) {
        trial.width = (low + high) / 2;
        const gfx::Size size = canvas.measure(text, trial);
        (size.h <= height + 1 && size.w <= trial.width + 1 ? high : low) = trial.width;
    }
    return high;
}

}  // namespace

void textIn(Canvas& canvas, std::string_view text, gfx::TextStyle style, const Rect& box, bool middle) {
    if (text.empty()) return;
    const float asked = style.size;
    style = fitted(canvas, text, style, {box.w, box.h});
    if (watching) {
        // Spaces and the depth below the last line may stick out.
        const gfx::Size size = canvas.measure(text, style);
        const bool fits = size.w <= box.w + 1 && size.h <= box.h + 0.3F * style.size;
        watching->texts.push_back({std::string(text), style.font, asked, style.size, fits, style.colour});
    }
    style.width = balanced(canvas, text, style);
    style.anchor = middle ? gfx::Anchor::Middle : gfx::Anchor::Top;
    const float x = style.align == gfx::Align::Left     ? box.x
                    : style.align == gfx::Align::Centre ? box.centre().x
                                                        : box.right();
    canvas.text(text, {x, middle ? box.centre().y : box.y}, style);
}

float reachOfPaint(const ScreenSpace& space) {
    return space.units(46);
}

namespace {

void paintSticker(const Paint& paint, const Rect& rect, const StickerLook& look) {
    gfx::StickerStyle style;
    style.size = paint.space.units(look.size);
    style.accentLast = look.accentLast;
    gfx::TextStyle measure;
    measure.font = gfx::Font::Title;
    measure.size = style.size;
    const float width = paint.canvas.measure(look.text, measure).w;
    const float room = rect.w - style.size * 0.3F;
    const float asked = style.size;
    if (width > room) style.size *= room / width;
    if (watching)
        watching->texts.push_back({look.text, gfx::Font::Title, asked, style.size, true, style.fill});
    paint.canvas.sticker(look.text, {rect.centre().x, rect.centre().y + style.size * 0.35F}, style);
}

void paintText(const Paint& paint, const Rect& rect, const TextLook& look) {
    gfx::TextStyle style;
    style.font = look.font;
    style.size = paint.space.font(look.size);
    style.colour = legible(look.colour, paint.space.size().high_contrast);
    style.align = look.align;
    textIn(paint.canvas, look.text, style, rect, look.middle);
}

}  // namespace

void paint(const Paint& p, const Widget& widget, WidgetState state) {
    Canvas& canvas = p.canvas;
    const Rect& rect = widget.rect;
    const gfx::Graphics& graphics = canvas.graphics();
    const float unit = p.space.unit();
    struct Painter {
        const Paint& p;
        const Widget& widget;
        const Rect& rect;
        WidgetState state;
        const gfx::Graphics& graphics;
        float unit;

        void operator()(const BareLook&) const {}
        void operator()(const KeyLook& look) const { paintKey(p, widget, look, state); }
        void operator()(const TileLook& look) const { paintTile(p, widget, look, state); }
        void operator()(const PlaceLook& look) const { paintPlace(p, widget, look, state); }
        void operator()(const CardLook&) const {
            p.canvas.nineSlice(graphics.sprite("ui/card"), rect, unit);
            if (p.space.size().high_contrast) p.canvas.roundedFrame(rect, 30 * unit, 4 * unit, theme::ink);
        }
        void operator()(const TrayLook& look) const { paintTray(p, rect, look); }
        void operator()(const PillLook&) const {
            p.canvas.roundedRect(rect, rect.h / 2,
                                 theme::night.withAlpha(p.space.size().high_contrast ? 1.0F : 0.86F));
        }
        void operator()(const LanguageLook& look) const { paintLanguage(p, rect, look, state); }
        void operator()(const TextLook& look) const { paintText(p, rect, look); }
        void operator()(const IconLook& look) const {
            p.canvas.spriteFit(graphics.sprite("icons/" + look.icon), rect);
        }
        void operator()(const GaugeLook& look) const { paintGauge(p, rect, look); }
        void operator()(const StarLook& look) const {
            paintStars(p, rect.centre(), std::min(rect.w, rect.h) / 2, look.earned ? 1 : 0, 1);
        }
        void operator()(const PictureLook& look) const {
            if (look.field) {
                paintField(p, rect, look.picture);
            } else {
                p.pictures(p.canvas, look.picture, rect);
            }
        }
        void operator()(const StickerLook& look) const { paintSticker(p, rect, look); }
        void operator()(const BubbleLook& look) const { paintBubble(p, rect, look); }
        void operator()(const CountdownLook& look) const { paintCountdown(p, rect, look); }
        void operator()(const ReplayLook& look) const { paintReplay(p, rect, look); }
    };
    std::visit(Painter{p, widget, rect, state, graphics, unit}, widget.look);
    if (!state.focused) return;
    const auto* tile = std::get_if<TileLook>(&widget.look);
    const float lifted = tile && tile->selected && widget.enabled ? 12 * unit : 0.0F;
    const bool pill = std::holds_alternative<LanguageLook>(widget.look);
    paintFocus(p, {rect.x, rect.y - lifted, rect.w, rect.h + lifted}, pill ? rect.h / 2 : 36 * unit);
}

void paintFocus(const Paint& p, const Rect& rect, float radius) {
    const float band = focusBand(p.space), edge = 3 * p.space.unit();
    radius = std::min({radius, rect.w / 2, rect.h / 2});
    p.canvas.roundedFrame(rect.inset(-edge - band), radius + edge + band, band, theme::focusLight);
    p.canvas.roundedFrame(rect.inset(-edge - 2 * band), radius + edge + 2 * band, band, theme::focusDark);
}

float focusBand(const ScreenSpace& space) {
    return std::max({2.0F, space.units(6), space.millimetres(1.0)});
}

}  // namespace vonk::ui
