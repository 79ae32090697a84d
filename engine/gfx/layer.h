// A picture that is kept: drawn once, then copied into each frame. Opaque parts go by memory copy, empty
// parts cost nothing, and only what is really translucent is blended; a Layer finds out which is which from
// its own pixels, in tiles of 32 px.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "engine/gfx/canvas.h"

namespace vonk::gfx {

class Layer {
  public:
    // Nothing is made before the first draw.
    Layer() = default;

    // Whole redraw at the next `prepare`.
    void invalidate() { stale_ = true; }
    // Redraws only this part (pixels of the layer) at the next `prepare`; the draw function is clipped to it.
    void invalidate(PixelRect part);
    bool stale() const { return stale_ || !dirty_.empty(); }

    // Draws what is stale: clears it, calls `draw` with the canvas open on the layer. True if something was
    // drawn. Call it before the frame draws other things: switching targets in the middle of a frame costs
    // time.
    bool prepare(Canvas& canvas, int width, int height, const std::function<void(Canvas&)>& draw);

    // Copies the layer into the open target with its left top at (x, y).
    void draw(Canvas& canvas, int x = 0, int y = 0) const;
    // Only this part of it.
    void draw(Canvas& canvas, PixelRect part, int x, int y) const;
    // Faded or scaled: one filtered quad, dearer.
    void drawScaled(Canvas& canvas, const Rect& to, float alpha = 1.0F) const;

    const Target* target() const { return target_ ? &*target_ : nullptr; }

  private:
    void classify(PixelRect part);
    std::optional<Target> target_;
    bool stale_ = true;
    std::vector<PixelRect> dirty_;
    int tilesX_ = 0;
    int tilesY_ = 0;
    enum class Tile : unsigned char { Empty, Mixed, Opaque };
    std::vector<Tile> tiles_;
    std::vector<PixelRect> opaque_;
    std::vector<PixelRect> mixed_;
};

}  // namespace vonk::gfx
