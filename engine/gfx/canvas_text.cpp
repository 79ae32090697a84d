#include <algorithm>

#include "engine/gfx/canvas_batch.h"
#include "engine/gfx/sticker.h"

namespace vonk::gfx {

namespace {

// While something grows or shrinks its letters come from a few sizes, so that an ease does not rasterise each
// of its frames.
int ladder(float pixels) {
    constexpr float step = 1.15F;
    const float rung = std::ceil(std::log(std::max(8.0F, pixels)) / std::log(step));
    return static_cast<int>(std::lround(std::pow(step, rung)));
}

}  // namespace

Rect Canvas::text(std::string_view text, Point at, const TextStyle& style) {
    Fonts& fonts = graphics_.fonts();
    const Affine& t = transform();
    const bool plain = t.upright() && std::fabs(t.a - 1.0F) < 1e-3F && std::fabs(t.d - 1.0F) < 1e-3F;
    const int layoutSize = std::max(1, static_cast<int>(std::lround(style.size)));
    const int size = plain ? layoutSize : ladder(style.size * t.scale());
    const float shrink = static_cast<float>(layoutSize) / static_cast<float>(size);
    const std::vector<std::string> lines = fonts.lines(text, style);
    const float lineStep = style.size * style.lineHeight;
    const Fonts::Metrics metrics = fonts.metrics(style.font, layoutSize);
    const float height = lineStep * static_cast<float>(lines.size());
    // The baseline puts the middle between x-height and cap height in the middle of the line's box.
    const float inLine = lineStep / 2 + (metrics.xHeight + metrics.capHeight) / 4;
    float top = at.y;
    if (style.anchor == Anchor::Middle) top -= height / 2;
    if (style.anchor == Anchor::Baseline) top -= inLine;
    const Paint p = paint(style.colour, 1.0F, {}, 0);

    Rect box{at.x, top, 0, height};
    float widest = 0.0F;
    float baseline = top + inLine;
    for (const std::string& line : lines) {
        const float width = fonts.lineWidth(line, style.font, layoutSize);
        widest = std::max(widest, width);
        float pen = at.x;
        if (style.align == Align::Centre) pen -= width / 2;
        if (style.align == Align::Right) pen -= width;
        char32_t before = 0;
        for (const char32_t c : decodeUtf8(line)) {
            if (before != 0) pen += fonts.kerning(style.font, layoutSize, before, c);
            before = c;
            const Fonts::Glyph& glyph = fonts.glyph(style.font, size, c);
            if (glyph.width > 0) {
                const Texture& page = fonts.page(glyph.page);
                const auto w = static_cast<float>(page.width());
                const auto h = static_cast<float>(page.height());
                const Point white{Fonts::white().x / w, Fonts::white().y / h};
                select(page.id(), &white, plain ? Filter::Nearest : Filter::Linear, true, false);
                Rect to{pen + static_cast<float>(glyph.left) * shrink,
                        baseline + static_cast<float>(glyph.top) * shrink,
                        static_cast<float>(glyph.width) * shrink, static_cast<float>(glyph.height) * shrink};
                if (plain) {
                    to.x = std::round(to.x + t.tx) - t.tx;
                    to.y = std::round(baseline + t.ty) - t.ty + static_cast<float>(glyph.top);
                }
                const Point corners[4] = {t({to.x, to.y}), t({to.right(), to.y}),
                                          t({to.right(), to.bottom()}), t({to.x, to.bottom()})};
                quad(corners,
                     {static_cast<float>(glyph.pageX) / w, static_cast<float>(glyph.pageY) / h,
                      static_cast<float>(glyph.width) / w, static_cast<float>(glyph.height) / h},
                     p);
            }
            pen += glyph.advance * shrink;
        }
        baseline += lineStep;
    }
    box.w = widest;
    if (style.align == Align::Centre) box.x -= widest / 2;
    if (style.align == Align::Right) box.x -= widest;
    return box;
}

Rect Canvas::sticker(std::string_view text, Point at, const StickerStyle& style) {
    const float scale = transform().scale();
    const StickerPicture& picture = graphics_.gl().stickers->picture(graphics_.fonts(), text, style, scale);
    const float shrink = style.size / static_cast<float>(picture.size);
    const float width = picture.advance * shrink;
    float x = at.x;
    if (style.align == Align::Centre) x -= width / 2;
    if (style.align == Align::Right) x -= width;
    const auto w = static_cast<float>(picture.texture.width());
    const auto h = static_cast<float>(picture.texture.height());
    image(picture.texture, {0, 0, w, h},
          {x + static_cast<float>(picture.left) * shrink, at.y + static_cast<float>(picture.top) * shrink,
           w * shrink, h * shrink});
    return {x, at.y - style.size * 0.75F, width, style.size};
}

}  // namespace vonk::gfx
