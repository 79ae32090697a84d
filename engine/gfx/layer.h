// A picture that is kept: drawn once, then copied into each frame. Opaque parts go by memory copy, empty
// parts cost nothing, and only what is really translucent is blended; a Layer finds out which is which from
// its own pixels, in tiles of 32 px. A large picture takes longer than one frame has: it can be painted bit
// by bit.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "engine/gfx/canvas.h"

namespace vonk::gfx {

// One step of a picture that is painted over several frames, back to front. Where few shapes fill many
// pixels, it is painted in `strips` that lie one below the other, a strip at a time.
struct Stroke {
    std::function<void(Canvas&)> draw;
    int strips = 1;
};

// How far something is that is painted over several frames.
enum class Painted {
    NotYet,  // it cannot be drawn
    Enough,  // it can, and will be finer
    Whole,   // nothing more is to be painted
};

class Layer {
  public:
    // Nothing is made before the first draw.
    Layer() = default;

    // Whole redraw at the next `prepare`.
    void invalidate() {
        stale_ = true;
        painted_ = 0;
    }
    // Redraws only this part (pixels of the layer) at the next `prepare`; the draw function is clipped to it.
    void invalidate(PixelRect part);
    bool stale() const { return stale_ || !dirty_.empty(); }
    bool ready() const { return target_ && !stale(); }  // it can be drawn as it should look

    // Draws what is stale: clears it, calls `draw` with the canvas open on the layer. True if something was
    // drawn. Call it before the frame draws other things: switching targets in the middle of a frame costs
    // time.
    bool prepare(Canvas& canvas, int width, int height, const std::function<void(Canvas&)>& draw);

    // The same by strokes, at most `strips` of them at a call. True when the picture is whole; until then it
    // must not be drawn. The strokes leave no pixel open: what is large enough for this is a picture's
    // ground. Where the last strokes were other ones, invalidate() comes first.
    bool prepareSome(Canvas& canvas, int width, int height, std::span<const Stroke> strokes, int strips);

    // Copies the layer into the open target with its left top at (x, y).
    void draw(Canvas& canvas, int x = 0, int y = 0) const;
    // Only this part of it.
    void draw(Canvas& canvas, PixelRect part, int x, int y) const;
    // Faded or scaled: one filtered quad, dearer. `opaque`: all of the layer is, which is cheaper.
    void drawScaled(Canvas& canvas, const Rect& to, float alpha = 1.0F, bool opaque = false) const;

    const Target* target() const { return target_ ? &*target_ : nullptr; }

  private:
    bool resize(int width, int height);  // whether it had another size
    void classify(PixelRect part);
    std::optional<Target> target_;
    bool stale_ = true;
    int painted_ = 0;  // strips of strokes so far
    std::vector<PixelRect> dirty_;
    int tilesX_ = 0;
    int tilesY_ = 0;
    enum class Tile : unsigned char { Empty, Mixed, Opaque };
    std::vector<Tile> tiles_;
    std::vector<PixelRect> opaque_;
    std::vector<PixelRect> mixed_;
};

}  // namespace vonk::gfx
