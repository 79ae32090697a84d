#include "engine/gfx/layer.h"

#include <algorithm>

#include "engine/core/assert.h"

namespace vonk::gfx {

namespace {

constexpr int tileSize = 32;

}  // namespace

void Layer::invalidate(PixelRect part) {
    if (!stale_ && !part.empty()) dirty_.push_back(part);
}

bool Layer::resize(int width, int height) {
    if (target_ && target_->width() == width && target_->height() == height) return false;
    target_.emplace(width, height);
    tilesX_ = (width + tileSize - 1) / tileSize;
    tilesY_ = (height + tileSize - 1) / tileSize;
    tiles_.assign(static_cast<std::size_t>(tilesX_) * static_cast<std::size_t>(tilesY_), Tile::Empty);
    invalidate();
    return true;
}

bool Layer::prepareSome(Canvas& canvas, int width, int height, std::span<const Stroke> strokes, int strips) {
    // New memory costs as much as a strip.
    if (resize(width, height)) --strips;
    if (!stale()) return true;
    // A part that went stale is not worth strokes of its own.
    if (!stale_) painted_ = 0;
    stale_ = true;
    dirty_.clear();
    canvas.begin(*target_);
    int first = 0;  // strip of the stroke at hand
    for (const Stroke& stroke : strokes) {
        for (int strip = 0; strip < stroke.strips && strips > 0; ++strip) {
            if (first + strip < painted_) continue;
            const int from = height * strip / stroke.strips;
            const int to = height * (strip + 1) / stroke.strips;
            canvas.pushClip(
                {0.0F, static_cast<float>(from), static_cast<float>(width), static_cast<float>(to - from)});
            stroke.draw(canvas);
            canvas.popClip();
            ++painted_;
            --strips;
        }
        first += stroke.strips;
    }
    canvas.end();
    if (painted_ < first) return false;
    opaque_.assign(1, {0, 0, width, height});
    mixed_.clear();
    stale_ = false;
    return true;
}

bool Layer::prepare(Canvas& canvas, int width, int height, const std::function<void(Canvas&)>& draw) {
    resize(width, height);
    if (!stale()) return false;
    if (stale_) dirty_.assign(1, {0, 0, width, height});
    canvas.begin(*target_);
    for (const PixelRect& part : dirty_) {
        const PixelRect inside = intersection(part, {0, 0, width, height});
        canvas.pushClip({static_cast<float>(inside.x), static_cast<float>(inside.y),
                         static_cast<float>(inside.w), static_cast<float>(inside.h)});
        canvas.clear({0, 0, 0, 0});
        draw(canvas);
        canvas.popClip();
    }
    canvas.end();
    for (const PixelRect& part : dirty_) classify(part);
    dirty_.clear();
    stale_ = false;
    painted_ = 0;
    return true;
}

void Layer::classify(PixelRect part) {
    // Whole tiles around the part.
    const int firstX = std::max(0, part.x / tileSize);
    const int firstY = std::max(0, part.y / tileSize);
    const int lastX = std::min(tilesX_ - 1, (part.right() - 1) / tileSize);
    const int lastY = std::min(tilesY_ - 1, (part.bottom() - 1) / tileSize);
    if (lastX < firstX || lastY < firstY) return;
    PixelRect area{firstX * tileSize, firstY * tileSize, 0, 0};
    area.w = std::min(target_->width(), (lastX + 1) * tileSize) - area.x;
    area.h = std::min(target_->height(), (lastY + 1) * tileSize) - area.y;
    const Pixels pixels = target_->read(area);
    for (int ty = firstY; ty <= lastY; ++ty)
        for (int tx = firstX; tx <= lastX; ++tx) {
            const int x0 = tx * tileSize - area.x;
            const int y0 = ty * tileSize - area.y;
            const int x1 = std::min(x0 + tileSize, area.w);
            const int y1 = std::min(y0 + tileSize, area.h);
            std::uint8_t least = 255;
            std::uint8_t most = 0;
            for (int y = y0; y < y1; ++y) {
                const std::uint8_t* alpha =
                    &pixels.bgra[(static_cast<std::size_t>(y) * static_cast<std::size_t>(area.w) +
                                  static_cast<std::size_t>(x0)) *
                                     4 +
                                 3];
                for (int x = x0; x < x1; ++x, alpha += 4) {
                    least = std::min(least, *alpha);
                    most = std::max(most, *alpha);
                }
            }
            tiles_[static_cast<std::size_t>(ty * tilesX_ + tx)] = least == 255 ? Tile::Opaque
                                                                  : most == 0  ? Tile::Empty
                                                                               : Tile::Mixed;
        }
    // Tiles of a kind are joined: along the row first, then equal runs of following rows.
    opaque_.clear();
    mixed_.clear();
    for (const Tile kind : {Tile::Opaque, Tile::Mixed}) {
        std::vector<PixelRect>& out = kind == Tile::Opaque ? opaque_ : mixed_;
        std::vector<PixelRect> open;
        for (int ty = 0; ty < tilesY_; ++ty) {
            std::vector<PixelRect> row;
            for (int tx = 0; tx < tilesX_; ++tx) {
                if (tiles_[static_cast<std::size_t>(ty * tilesX_ + tx)] != kind) continue;
                if (!row.empty() && row.back().right() == tx)
                    ++row.back().w;
                else
                    row.push_back({tx, ty, 1, 1});
            }
            for (PixelRect& above : open) {
                const auto same = std::find_if(row.begin(), row.end(), [&](const PixelRect& r) {
                    return r.x == above.x && r.w == above.w;
                });
                if (same != row.end()) {
                    same->y = above.y;
                    same->h = above.h + 1;
                } else {
                    out.push_back(above);
                }
            }
            open = std::move(row);
        }
        out.insert(out.end(), open.begin(), open.end());
        for (PixelRect& r : out)
            r = intersection({r.x * tileSize, r.y * tileSize, r.w * tileSize, r.h * tileSize},
                             {0, 0, target_->width(), target_->height()});
    }
}

void Layer::draw(Canvas& canvas, int x, int y) const {
    VONK_ASSERT(target_.has_value());
    draw(canvas, {0, 0, target_->width(), target_->height()}, x, y);
}

void Layer::draw(Canvas& canvas, PixelRect part, int x, int y) const {
    VONK_ASSERT(target_.has_value());
    // Blits first, all together: each waits for what is queued.
    for (const PixelRect& r : opaque_) {
        const PixelRect cut = intersection(r, part);
        if (!cut.empty()) canvas.blit(*target_, cut, x + cut.x - part.x, y + cut.y - part.y);
    }
    for (const PixelRect& r : mixed_) {
        const PixelRect cut = intersection(r, part);
        if (cut.empty()) continue;
        const Rect from{static_cast<float>(cut.x), static_cast<float>(cut.y), static_cast<float>(cut.w),
                        static_cast<float>(cut.h)};
        canvas.image(target_->texture(), from,
                     from.moved(static_cast<float>(x - part.x), static_cast<float>(y - part.y)));
    }
}

void Layer::drawScaled(Canvas& canvas, const Rect& to, float alpha, bool opaque) const {
    VONK_ASSERT(target_.has_value());
    canvas.image(target_->texture(),
                 {0, 0, static_cast<float>(target_->width()), static_cast<float>(target_->height())}, to,
                 alpha, opaque);
}

}  // namespace vonk::gfx
