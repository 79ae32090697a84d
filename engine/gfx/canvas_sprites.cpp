#include <algorithm>
#include <array>

#include "engine/core/assert.h"
#include "engine/gfx/canvas_batch.h"

namespace vonk::gfx {

namespace {

bool near(float a, float b) {
    return std::fabs(a - b) < 1e-3F;
}

}  // namespace

void Canvas::piece(SpriteId id, const Rect& part, const Affine& place, const Paint& p, bool blend,
                   bool snap) {
    Affine full = transform() * place;
    const float scale =
        std::max(std::sqrt(full.a * full.a + full.b * full.b), std::sqrt(full.c * full.c + full.d * full.d));
    const Atlas::Density& density = graphics_.atlas().densityFor(scale);
    const SpriteImage& image = density.images[id.index];
    if (image.texture < 0) return;
    Rect cut{std::max(part.x, image.area.x), std::max(part.y, image.area.y), 0, 0};
    cut.w = std::min(part.right(), image.area.right()) - cut.x;
    cut.h = std::min(part.bottom(), image.area.bottom()) - cut.y;
    if (cut.w <= 0.0F || cut.h <= 0.0F) return;

    const float texelsPerKit = image.texels.w / image.area.w;
    const bool exact = snap && full.upright() && near(full.a, texelsPerKit) && near(full.d, texelsPerKit);
    if (exact) {
        full.a = full.d = texelsPerKit;
        full.tx = std::round(full.tx);
        full.ty = std::round(full.ty);
    }
    const Atlas::Page& page = graphics_.atlas().page(image.texture);
    const auto w = static_cast<float>(page.width);
    const auto h = static_cast<float>(page.height);
    const Point white{2.0F / w, 2.0F / h};
    select(page.texture, &white, exact ? Filter::Nearest : Filter::Linear, blend, p.haze != 0);
    const Point corners[4] = {full({cut.x, cut.y}), full({cut.right(), cut.y}),
                              full({cut.right(), cut.bottom()}), full({cut.x, cut.bottom()})};
    quad(corners,
         {(image.texels.x + (cut.x - image.area.x) * texelsPerKit) / w,
          (image.texels.y + (cut.y - image.area.y) * texelsPerKit) / h, cut.w * texelsPerKit / w,
          cut.h * texelsPerKit / h},
         p);
}

void Canvas::sprite(SpriteId id, Point pivotAt, const SpriteStyle& style) {
    const Sprite& sprite = graphics_.atlas().sprite(id);
    Affine place = Affine::translation(pivotAt.x, pivotAt.y);
    if (style.angle != 0.0F) place = place * Affine::rotation(style.angle);
    place = place * Affine::scaling(style.scaleX, style.scaleY) *
            Affine::translation(-sprite.pivot.x, -sprite.pivot.y);
    piece(id, {0, 0, sprite.w, sprite.h}, place,
          paint(style.multiply, style.alpha, style.hazeColour, style.haze),
          !(style.opaque && style.alpha >= 1.0F), style.snap);
}

void Canvas::spriteIn(SpriteId id, const Rect& to, float alpha) {
    const Sprite& sprite = graphics_.atlas().sprite(id);
    piece(id, {0, 0, sprite.w, sprite.h},
          Affine::translation(to.x, to.y) * Affine::scaling(to.w / sprite.w, to.h / sprite.h),
          paint({}, alpha, {}, 0), true, true);
}

void Canvas::spriteFit(SpriteId id, const Rect& to, float alpha) {
    const Sprite& sprite = graphics_.atlas().sprite(id);
    const float scale = std::min(to.w / sprite.w, to.h / sprite.h);
    spriteIn(id,
             {to.centre().x - sprite.w * scale / 2, to.centre().y - sprite.h * scale / 2, sprite.w * scale,
              sprite.h * scale},
             alpha);
}

void Canvas::nineSlice(SpriteId id, const Rect& face, float scale, float alpha) {
    const Sprite& sprite = graphics_.atlas().sprite(id);
    const Rect kitFace = sprite.face.value_or(Rect{0, 0, sprite.w, sprite.h});
    const Insets slice = sprite.slice.value_or(Insets{});
    const Rect all{face.x - kitFace.x * scale, face.y - kitFace.y * scale,
                   face.w + (sprite.w - kitFace.w) * scale, face.h + (sprite.h - kitFace.h) * scale};
    // A face smaller than its corners shrinks them.
    const float shrinkX = std::min(1.0F, all.w / std::max(1.0F, (slice.left + slice.right) * scale));
    const float shrinkY = std::min(1.0F, all.h / std::max(1.0F, (slice.top + slice.bottom) * scale));
    const std::array<float, 4> kitX{0, slice.left, sprite.w - slice.right, sprite.w};
    const std::array<float, 4> kitY{0, slice.top, sprite.h - slice.bottom, sprite.h};
    std::array<float, 4> x{all.x, all.x + slice.left * scale * shrinkX,
                           all.right() - slice.right * scale * shrinkX, all.right()};
    std::array<float, 4> y{all.y, all.y + slice.top * scale * shrinkY,
                           all.bottom() - slice.bottom * scale * shrinkY, all.bottom()};
    const Affine& t = transform();
    if (t.upright() && t.a == 1.0F && t.d == 1.0F) {
        for (float& v : x) v = std::round(v + t.tx) - t.tx;
        for (float& v : y) v = std::round(v + t.ty) - t.ty;
    }
    const Paint p = paint({}, alpha, {}, 0);
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            const Rect part{kitX[column], kitY[row], kitX[column + 1] - kitX[column],
                            kitY[row + 1] - kitY[row]};
            const Rect to{x[column], y[row], x[column + 1] - x[column], y[row + 1] - y[row]};
            if (part.w <= 0 || part.h <= 0 || to.w <= 0 || to.h <= 0) continue;
            const float sx = to.w / part.w;
            const float sy = to.h / part.h;
            piece(id, part, {sx, 0, 0, sy, to.x - part.x * sx, to.y - part.y * sy}, p, true, true);
        }
}

void Canvas::stripMiddle(const Sprite& sprite, SpriteId id, float from, float to, const Affine& place,
                         const Paint& p, float phase) {
    const float length = to - from;
    if (length <= 0.0F) return;
    const float period = sprite.period > 0.0F ? sprite.period : sprite.w;
    // What repeats in steps is stretched a little, so that a whole number fits: rivets stand evenly.
    float stretch = 1.0F;
    if (sprite.step > 0.0F)
        stretch = length / (std::max(1.0F, std::round(length / sprite.step)) * sprite.step);
    float x = from;
    float inTile = std::fmod(phase, period);
    if (inTile < 0.0F) inTile += period;
    while (x < to - 1e-3F) {
        const float piecePart = std::min(period - inTile, (to - x) / stretch);
        if (!(piecePart > 0.0F)) return;
        piece(id, {inTile, 0, piecePart, sprite.h},
              place * Affine::translation(x, -sprite.pivot.y) * Affine::scaling(stretch, 1) *
                  Affine::translation(-inTile, 0),
              p, true, false);
        x += piecePart * stretch;
        inTile = 0.0F;
    }
}

void Canvas::strip(const StripSprites& sprites, Point from, Point to, const StripStyle& style) {
    const Sprite& middle = graphics_.atlas().sprite(sprites.middle);
    const float scale = style.width / (middle.body > 0.0F ? middle.body : middle.h);
    const Point along = to - from;
    const float pixels = gfx::length(along);
    if (!(pixels > 0.0F) || !(scale > 0.0F)) return;
    const float total = pixels / scale;
    const Point unit = along * (1.0F / pixels);
    const float up = style.keepUpright && unit.x < 0.0F ? -1.0F : 1.0F;
    const Affine place =
        Affine{unit.x * scale, unit.y * scale, -unit.y * scale * up, unit.x * scale * up, from.x, from.y};
    const Paint p = paint(style.multiply, style.alpha, style.hazeColour, style.haze);
    const auto capLength = [&](SpriteId id) {
        if (!id) return 0.0F;
        const Sprite& cap = graphics_.atlas().sprite(id);
        return cap.cap > 0.0F ? cap.cap : cap.w;
    };
    float start = capLength(sprites.start);
    float end = capLength(sprites.end);
    const float squeeze = std::min(1.0F, total / std::max(1e-3F, start + end));
    start *= squeeze;
    end *= squeeze;
    stripMiddle(middle, sprites.middle, start, total - end, place, p, style.phase);
    // The caps' pivots are where they join the middle.
    if (sprites.start) {
        const Sprite& cap = graphics_.atlas().sprite(sprites.start);
        const float join =
            cap.pivot.x >= capLength(sprites.start) ? cap.pivot.x : cap.pivot.x + capLength(sprites.start);
        piece(sprites.start, {0, 0, join, cap.h},
              place * Affine::translation(start, 0) * Affine::scaling(squeeze, 1) *
                  Affine::translation(-join, -cap.pivot.y),
              p, true, false);
    }
    if (sprites.end) {
        const Sprite& cap = graphics_.atlas().sprite(sprites.end);
        const float join =
            cap.pivot.x >= capLength(sprites.end) ? cap.pivot.x - capLength(sprites.end) : cap.pivot.x;
        piece(sprites.end, {join, 0, cap.w - join, cap.h},
              place * Affine::translation(total - end, 0) * Affine::scaling(squeeze, 1) *
                  Affine::translation(-join, -cap.pivot.y),
              p, true, false);
    }
}

void Canvas::ribbon(SpriteId id, std::span<const Point> line, const StripStyle& style) {
    if (line.size() < 2) return;
    const Sprite& sprite = graphics_.atlas().sprite(id);
    const float scale = style.width / (sprite.body > 0.0F ? sprite.body : sprite.h);
    const Atlas::Density& density = graphics_.atlas().densityFor(scale * transform().scale());
    const SpriteImage& image = density.images[id.index];
    if (image.texture < 0 || !(scale > 0.0F)) return;
    const Atlas::Page& page = graphics_.atlas().page(image.texture);
    const auto pageWidth = static_cast<float>(page.width);
    const auto pageHeight = static_cast<float>(page.height);
    const float texelsPerKit = image.texels.w / image.area.w;
    const float period = sprite.period > 0.0F ? sprite.period : sprite.w;
    const Paint p = paint(style.multiply, style.alpha, style.hazeColour, style.haze);
    const Point white{2.0F / pageWidth, 2.0F / pageHeight};
    select(page.texture, &white, Filter::Linear, true, p.haze != 0);

    // At each point the ribbon is cut along the bisector, so that neighbours meet without a gap.
    const auto across = [&](std::size_t i) {
        const Point before = i > 0 ? line[i] - line[i - 1] : line[1] - line[0];
        const Point after = i + 1 < line.size() ? line[i + 1] - line[i] : before;
        const Point a = before * (1.0F / std::max(1e-4F, gfx::length(before)));
        const Point b = after * (1.0F / std::max(1e-4F, gfx::length(after)));
        const Point middle = a + b;
        const float l = gfx::length(middle);
        return perpendicular(l > 1e-3F ? middle * (1.0F / l) : a);
    };
    const float above = (image.area.y - sprite.pivot.y) * scale;
    const float below = (image.area.bottom() - sprite.pivot.y) * scale;
    const float v = image.texels.y / pageHeight;
    const float vHeight = image.texels.h / pageHeight;
    float inTile = std::fmod(style.phase, period);
    if (inTile < 0.0F) inTile += period;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point a = line[i];
        const Point b = line[i + 1];
        const float pixels = gfx::length(b - a);
        if (!(pixels > 1e-4F) || pixels > 1e5F) continue;
        const Point acrossA = across(i);
        const Point acrossB = across(i + 1);
        for (float done = 0.0F; done < pixels - 1e-3F;) {
            if (inTile >= period - 1e-3F) inTile = 0.0F;
            const float part = std::min((period - inTile) * scale, pixels - done);
            const float t0 = done / pixels;
            const float t1 = (done + part) / pixels;
            const Point p0 = mix(a, b, t0);
            const Point p1 = mix(a, b, t1);
            const Point n0 = mix(acrossA, acrossB, t0);
            const Point n1 = mix(acrossA, acrossB, t1);
            const Point corners[4] = {transform()(p0 + n0 * above), transform()(p1 + n1 * above),
                                      transform()(p1 + n1 * below), transform()(p0 + n0 * below)};
            const float u = (image.texels.x + (inTile - image.area.x) * texelsPerKit) / pageWidth;
            quad(corners, {u, v, part / scale * texelsPerKit / pageWidth, vHeight}, p);
            done += part;
            inTile += part / scale;
        }
    }
}

}  // namespace vonk::gfx
