// Keys, tiles and language words: what a finger presses.
#include <string>

#include "engine/ui/paint_parts.h"

namespace vonk::ui {

namespace {

// The kit draws the key in three sizes, the orange one in two of them; a nine-slice keeps the corners of the
// one that is nearest.
struct KeySize {
    const char* name;
    float radius;  // of its corners, board units
};
KeySize keySize(const KeyLook& look, float short_side) {
    if (short_side < 100) return {"88", 28.2F};
    if (short_side < 128 && look.face != KeyLook::Face::Go) return {"112", 35.8F};
    return {"start", 41.6F};
}
std::string keySprite(const KeyLook& look, const KeySize& size, const char* state) {
    return std::string("ui/key-") + (look.face == KeyLook::Face::Go ? "go-" : "paper-") + size.name + "-" +
           state;
}

gfx::TextStyle labelStyle(const Paint& paint, TextSize size, gfx::Color colour, gfx::Align align) {
    gfx::TextStyle style;
    style.font = gfx::Font::Title;
    style.size = paint.space.font(size);
    style.colour = colour;
    style.align = align;
    style.lineHeight = 1.14F;
    return style;
}

// Icon (or stars) above, label below.
void paintUnder(const Paint& paint, const KeyLook& look, const Rect& face, gfx::Color ink, float alpha) {
    const bool labelled = !look.label.empty();
    const float side = std::min(face.w * 0.62F, face.h * (labelled ? 0.42F : 0.56F));
    const Rect icon{face.centre().x - side / 2, face.y + face.h * (labelled ? 0.36F : 0.5F) - side / 2, side,
                    side};
    paint.canvas.spriteFit(paint.canvas.graphics().sprite("icons/" + look.icon), icon, alpha);
    if (labelled)
        textIn(paint.canvas, look.label, labelStyle(paint, TextSize::Label, ink, gfx::Align::Centre),
               {face.x + face.w * 0.06F, face.y + face.h * 0.6F, face.w * 0.88F, face.h * 0.34F});
}

void paintBeside(const Paint& paint, const KeyLook& look, const Rect& face, gfx::Color ink, float alpha) {
    const float pad = face.h * 0.12F;
    float left = face.x + pad * 2.2F;
    if (look.picture && look.label.empty()) {
        // Without words the picture is the key, its stars below it.
        const float stars = look.stars_of > 0 ? face.h * 0.2F : 0.0F;
        const float edge = face.h * (stars > 0 ? 0.08F : 0.12F);
        const Rect field{face.x + edge, face.y + edge, face.w - 2 * edge, face.h - 2 * edge - stars};
        paintField(paint, field, look.picture, alpha);
        if (stars > 0)
            paintStars(paint, {face.centre().x, (field.bottom() + face.bottom()) / 2},
                       std::min(stars * 0.44F, face.w / float(look.stars_of) * 0.36F), look.stars,
                       look.stars_of);
        return;
    }
    if (look.picture) {
        const float wide = std::min(face.w * 0.42F, (face.h - 2 * pad) * 1.95F);
        const Rect field{face.x + pad, face.y + pad, wide, face.h - 2 * pad};
        paintField(paint, field, look.picture, alpha);
        left = field.right() + paint.space.units(26);
    }
    gfx::TextStyle style = labelStyle(paint, look.size, ink, gfx::Align::Left);
    const float stars = look.stars_of > 0 ? paint.space.units(50) : 0;
    const float sub = look.sub.empty() ? 0 : paint.space.font(TextSize::Label) * 1.5F;
    Rect words{left, face.y + pad * 0.6F, face.right() - pad - left, face.h - pad * 1.2F - stars - sub};
    if (!look.icon.empty() && !look.picture) {
        const float side = std::min(face.h * 0.56F, paint.space.units(76));
        // Icon and label together stand in the middle of the key.
        const gfx::TextStyle fit =
            fitted(paint.canvas, look.label, style, {face.w - side - pad * 4, words.h});
        const float width = std::min(paint.canvas.measure(look.label, fit).w, face.w - side - pad * 4);
        const float gap = paint.space.units(18);
        const float x = std::max(face.x + pad * 1.5F, face.centre().x - (side + gap + width) / 2);
        paint.canvas.spriteFit(paint.canvas.graphics().sprite("icons/" + look.icon),
                               {x, face.centre().y - side / 2, side, side}, alpha);
        words.x = x + side + gap;
        words.w = face.right() - pad - words.x;
    } else if (!look.picture) {
        style.align = gfx::Align::Centre;
        words = {face.x + pad, words.y, face.w - 2 * pad, words.h};
    }
    textIn(paint.canvas, look.label, style, words);
    if (sub > 0) {
        gfx::TextStyle quiet;
        quiet.size = paint.space.font(TextSize::Label);
        quiet.colour = look.face == KeyLook::Face::Go
                           ? theme::ink
                           : legible(theme::softInk, paint.space.size().high_contrast);
        textIn(paint.canvas, look.sub, quiet, {words.x, words.bottom(), words.w, sub});
    }
    if (stars > 0) {
        const float radius = paint.space.units(21);
        const float middle = words.x + radius + (float(look.stars_of) - 1) * radius * 1.2F;
        paintStars(paint, {middle, words.bottom() + sub + stars / 2 - pad * 0.3F}, radius, look.stars,
                   look.stars_of);
    }
}

}  // namespace

void paintKey(const Paint& paint, const Widget& widget, const KeyLook& look, WidgetState state) {
    const float unit = paint.space.unit();
    const float short_side = std::min(widget.rect.w, widget.rect.h) / unit;
    const KeySize size = keySize(look, short_side);
    const bool pressed = state.down && widget.enabled;
    const char* name = !widget.enabled ? "disabled" : pressed ? "pressed" : "normal";
    gfx::Canvas& canvas = paint.canvas;
    Rect face = widget.rect;
    canvas.nineSlice(canvas.graphics().sprite(keySprite(look, size, name)), face, unit);
    const bool high = paint.space.size().high_contrast;
    if (high) {
        const float radius = size.radius * unit;
        const Rect shown = face.moved(0, pressed ? 6 * unit : 0);
        if (look.face == KeyLook::Face::Go && widget.enabled)
            canvas.roundedRect(shown, radius, theme::brightSpark);
        canvas.roundedFrame(shown, radius, 5 * unit, theme::ink);
    }
    if (look.lit)
        canvas.roundedFrame(face.inset(-2 * unit), (size.radius + 2) * unit, 8 * unit, theme::spark);
    if (pressed) face = face.moved(0, 6 * unit);
    if (!widget.enabled) face = face.moved(0, 2 * unit);
    const gfx::Color ink = widget.enabled ? theme::ink : legible(theme::disabledInk, high);
    const float alpha = widget.enabled ? 1.0F : high ? 0.75F : 0.42F;
    if (look.arrange == KeyLook::Arrange::Under || (look.label.empty() && !look.picture)) {
        paintUnder(paint, look, face, ink, alpha);
    } else {
        paintBeside(paint, look, face, ink, alpha);
    }
}

void paintTile(const Paint& paint, const Widget& widget, const TileLook& look, WidgetState state) {
    const float unit = paint.space.unit();
    gfx::Canvas& canvas = paint.canvas;
    Rect face = widget.rect;
    if (look.selected && widget.enabled) face = face.moved(0, -12 * unit);
    if (state.down && widget.enabled && !look.selected) face = face.moved(0, 4 * unit);
    const char* name = !widget.enabled ? "ui/tile-disabled"
                       : look.selected ? "ui/tile-selected"
                                       : "ui/tile-normal";
    const bool words = !look.name.empty();
    // The kit's tile has its light field drawn for one height; on other heights the field is drawn here.
    canvas.nineSlice(canvas.graphics().sprite(name), widget.rect, unit);
    const float field_height = words ? face.h * 0.455F : face.h - 18 * unit;
    const Rect field{face.x + 9 * unit, face.y + 9 * unit, face.w - 18 * unit, field_height};
    const gfx::Color low = widget.enabled ? gfx::hex(0xBFDDEC) : gfx::hex(0xE4DFD2);
    const gfx::Color high = widget.enabled ? gfx::hex(0xDDEFF7) : gfx::hex(0xE4DFD2);
    if (words)
        canvas.roundedRect({field.x - unit, field.y - unit, field.w + 2 * unit, face.h - 17 * unit},
                           15 * unit, widget.enabled ? theme::paper : theme::disabledFace);
    canvas.roundedRect(field, 15 * unit, high, low);
    canvas.pushAlpha(widget.enabled ? 1.0F : 0.45F);
    paint.pictures(canvas, look.picture, field);
    canvas.popAlpha();
    if (!words) return;
    gfx::TextStyle title;
    title.font = gfx::Font::Title;
    title.size = paint.space.units(30);
    title.align = gfx::Align::Centre;
    const bool contrast = paint.space.size().high_contrast;
    title.colour = widget.enabled ? theme::ink : legible(theme::disabledInk, contrast);
    const float below = face.bottom() - field.bottom();
    const float share = look.sub.empty() ? 0.9F : 0.54F;
    textIn(canvas, look.name, title, {face.x, field.bottom(), face.w, below * share});
    if (look.sub.empty()) return;
    gfx::TextStyle quiet;
    quiet.size = paint.space.units(27);
    quiet.align = gfx::Align::Centre;
    quiet.colour = legible(widget.enabled ? theme::softInk : theme::disabledInk, contrast);
    textIn(canvas, look.sub, quiet,
           {face.x + 4 * unit, field.bottom() + below * 0.46F, face.w - 8 * unit, below * 0.48F});
}

void paintPlace(const Paint& paint, const Widget& widget, const PlaceLook& look, WidgetState state) {
    const float unit = paint.space.unit();
    gfx::Canvas& canvas = paint.canvas;
    Rect face = widget.rect;
    // On a board of many places each is small: its stars stand before the picture, and its posts are short.
    const bool small = face.h < 400 * unit;
    const float post_high = (small ? 30 : 46) * unit, post_wide = (small ? 18 : 26) * unit;
    for (const float x : {face.x + face.w * 0.2F, face.right() - face.w * 0.2F}) {
        const Rect post{x - post_wide / 2, face.bottom() - 6 * unit, post_wide, post_high};
        canvas.roundedRect({post.x - 14 * unit, post.bottom() - 8 * unit, post.w + 40 * unit, 14 * unit},
                           7 * unit, gfx::hex(0x0A2A1C, 0.26F));
        canvas.roundedRect(post, 5 * unit, gfx::hex(0xB98250), gfx::hex(0x7C5130));
    }
    const KeyLook key{.face = look.proposed ? KeyLook::Face::Go : KeyLook::Face::Paper};
    canvas.nineSlice(
        canvas.graphics().sprite(keySprite(key, keySize(key, 200), state.down ? "pressed" : "normal")), face,
        unit);
    if (state.down) face = face.moved(0, 6 * unit);
    const float pad = (small ? 12 : 18) * unit;
    const gfx::TextStyle title =
        labelStyle(paint, small ? TextSize::Text : TextSize::Head, theme::ink, gfx::Align::Centre);
    const float room = face.w - 2 * pad;
    // A long name takes two lines.
    const float line = std::max(54 * unit, 1.45F * title.size);
    const bool two = small && canvas.measure(look.title, title).w > 1.1F * room;
    const float words = look.title.empty() ? 0.0F : two ? line + 1.1F * title.size : line;
    const float row = small || look.stars_of == 0 ? 0.0F : std::clamp(face.h * 0.15F, 54 * unit, 84 * unit);
    const Rect picture{face.x + pad, face.y + pad, room, face.h - 2 * pad - row - words};
    paint.pictures(canvas, look.picture, picture);
    const float y = picture.bottom() + (small ? 0 : 2) * unit;
    textIn(canvas, look.title, title, {picture.x, y, picture.w, words});
    if (look.stars_of > 0 && small) {
        const float radius = 14 * unit, wide = float(look.stars_of) * radius * 2.4F + 16 * unit;
        const Rect pill{picture.right() - wide + 4 * unit, picture.y - 4 * unit, wide, 2.8F * radius};
        canvas.roundedRect(pill, pill.h / 2, theme::paper);
        paintStars(paint, pill.centre(), radius, look.stars, look.stars_of);
    } else if (look.stars_of > 0) {
        paintStars(paint, {face.centre().x, (y + words + face.bottom()) / 2 - 4 * unit},
                   std::min(27 * unit, row * 0.42F), look.stars, look.stars_of);
    }
    if (!look.sign.empty()) {
        gfx::TextStyle style;
        style.font = gfx::Font::Title;
        style.size = (small ? 29 : 40) * unit;
        style.colour = theme::ink;
        style.align = gfx::Align::Centre;
        const float high = 1.7F * style.size;
        const float wide = std::max(high, canvas.measure(look.sign, style).w + 0.9F * style.size);
        const Rect sign{face.x - 0.1F * high, face.y - 0.1F * high, wide, high};
        canvas.roundedRect(sign.moved(2 * unit, 5 * unit), high / 2, gfx::hex(0x0A1C30, 0.3F));
        canvas.roundedRect(sign, high / 2, theme::paper);
        canvas.roundedRect(sign.inset(0.09F * high), 0.41F * high, look.station);
        textIn(canvas, look.sign, style, sign);
    }
}

void paintLanguage(const Paint& paint, const Rect& rect, const LanguageLook& look, WidgetState state) {
    gfx::Canvas& canvas = paint.canvas;
    if (look.chosen) {
        canvas.roundedRect(rect, rect.h / 2, theme::white, theme::paper);
    } else if (state.down) {
        canvas.roundedRect(rect, rect.h / 2, theme::paper.withAlpha(0.25F));
    }
    gfx::TextStyle style;
    style.font = gfx::Font::Title;
    style.size = paint.space.units(34);
    style.align = gfx::Align::Centre;
    style.colour = look.chosen ? theme::ink : theme::paper;
    textIn(canvas, look.code, style, rect);
}

}  // namespace vonk::ui
