// Draws sprites, shapes and text into a Target, in order, in as few draw calls as the order allows.
// Coordinates are pixels of the target, y down, moved by the transform on top of the stack. All blending is
// premultiplied.
//
// Sprites that land on whole pixels at the size they were baked are copied texel by texel; others are
// filtered. Cost on a software renderer is pixels x filter x blending: keep what stands still in a Layer
// (layer.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/gfx/color.h"
#include "engine/gfx/geometry.h"
#include "engine/gfx/graphics.h"

namespace vonk::gfx {

struct SpriteStyle {
    float scaleX = 1.0F;  // pixels of the canvas per kit pixel; negative flips
    float scaleY = 1.0F;
    float angle = 0.0F;  // radians, clockwise about the pivot
    float alpha = 1.0F;
    Color multiply{};  // white: as drawn
    Color hazeColour = palette::dayHaze;
    float haze = 0.0F;  // 0 as drawn .. 1 all haze
    bool snap = true;   // to whole pixels where texels map one to one; off: slow movers glide
    // Opaque sprites that fill their rectangle are cheaper without blending.
    bool opaque = false;

    static SpriteStyle scaled(float s) { return {.scaleX = s, .scaleY = s}; }
};

// A member, a wire, a deck: `start` cap, `middle` repeated and cut, `end` cap. Caps may be empty ids.
struct StripSprites {
    SpriteId start;
    SpriteId middle;
    SpriteId end;
};

struct StripStyle {
    float width = 30.0F;  // pixels across of the body (Sprite::body)
    float alpha = 1.0F;
    Color multiply{};
    Color hazeColour = palette::dayHaze;
    float haze = 0.0F;
    bool keepUpright = true;  // mirrored across when it points left, so that light stays above
    float phase = 0.0F;       // shifts the repeated middle along the strip, kit px
};

struct Vertex {
    Point at;
    Color colour;
};

// The big friendly title: blurred shadow, wide light outline, coloured letters.
struct StickerStyle {
    float size = 84.0F;
    Color fill = palette::deltaBlue;
    Color outline = hex(0xFFFFFF);
    Color accent = palette::spark;  // of the last character where `accentLast`
    bool accentLast = false;
    Align align = Align::Centre;
    float outlineWidth = 0.095F;  // of size, on each side
    Font font = Font::Title;
};

// A shade over everything but a soft round hole: what lies outside steps back.
struct VeilStyle {
    Point hole;
    float radius = 0.0F;   // of the clear middle
    float feather = 0.0F;  // from there until it is as dark as it gets
    Color colour;

    float at(Point point) const;  // how dark, 0–1 as in `colour.a`
};

class Canvas {
  public:
    explicit Canvas(Graphics& graphics);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    // Everything between begin and end goes into `target`. May be nested: a Layer draws itself inside a
    // frame.
    void begin(Target& target);
    void end();
    // Hands what was drawn so far to GL. Blits call it.
    void flush();
    int width() const;
    int height() const;
    Graphics& graphics() { return graphics_; }

    // --- state
    // -------------------------------------------------------------------------------------------------------
    void push(const Affine& transform);  // on top of what is there
    void pop();
    const Affine& transform() const { return transforms_.back(); }
    // Cuts to a rectangle (in the present transform, upright only), within the present clip.
    void pushClip(const Rect& clip);
    void popClip();
    // Multiplies the alpha of everything until popAlpha: cross fades.
    void pushAlpha(float alpha);
    void popAlpha();

    // --- whole areas
    // ---------------------------------------------------------------------------------------------------
    void clear(Color colour);
    // Copies pixels without blending: the cheap way for all that is opaque. Whole pixels; clip and transform
    // do not count.
    void blit(const Target& source, PixelRect from, int toX, int toY);
    // Draws a part of a texture, blended. `from` in its pixels.
    void image(const Texture& source, const Rect& from, const Rect& to, float alpha = 1.0F,
               bool opaque = false);
    // All of an opaque texture, seen through a veil, as dear as a plain quad. Not filtered: for what moves so
    // fast that nobody sees single pixels.
    void veiled(const Texture& source, const Rect& to, const VeilStyle& veil);

    // --- sprites
    // ---------------------------------------------------------------------------------------------------------
    void sprite(SpriteId id, Point pivotAt, const SpriteStyle& style = {});
    void sprite(SpriteId id, Point pivotAt, float scale) { sprite(id, pivotAt, SpriteStyle::scaled(scale)); }
    // Stretched so that its whole kit rectangle fills `to`.
    void spriteIn(SpriteId id, const Rect& to, float alpha = 1.0F);
    // Largest that fits in `to`, centred.
    void spriteFit(SpriteId id, const Rect& to, float alpha = 1.0F);
    // `face` is where the key or card itself lies; shadow and glow reach beyond it. `scale`: pixels per kit
    // pixel of the corners.
    void nineSlice(SpriteId id, const Rect& face, float scale, float alpha = 1.0F);
    void strip(const StripSprites& sprites, Point from, Point to, const StripStyle& style);
    // `middle` bent along a line of points (a sagging cable, a wire).
    void ribbon(SpriteId middle, std::span<const Point> line, const StripStyle& style);

    // --- shapes (edges antialiased)
    // --------------------------------------------------------------------------------------
    void rect(const Rect& r, Color colour);  // no antialiasing: whole pixels look best
    void gradient(const Rect& r, Color top, Color bottom);
    void roundedRect(const Rect& r, float radius, Color top, Color bottom);
    void roundedRect(const Rect& r, float radius, Color colour) { roundedRect(r, radius, colour, colour); }
    void roundedFrame(const Rect& r, float radius, float thickness, Color colour);
    void circle(Point centre, float radius, Color colour);
    void ring(Point centre, float radius, float thickness, Color colour);
    // Radians, clockwise from the right.
    void arc(Point centre, float radius, float thickness, float from, float to, Color colour);
    void line(Point a, Point b, float thickness, Color colour);
    void polyline(std::span<const Point> points, float thickness, Color colour, bool closed = false);
    void dashedLine(Point a, Point b, float thickness, float dash, float gap, Color colour,
                    float phase = 0.0F);
    // Convex, either way round.
    void polygon(std::span<const Point> points, Color colour);
    // Convex; one colour a corner; edges not antialiased.
    void polygon(std::span<const Vertex> points);
    void triangles(std::span<const Vertex> vertices, std::span<const std::uint16_t> indices);
    // A soft shadow of a rounded rectangle; `blur` is how far it fades, pixels.
    void shadow(const Rect& r, float radius, float blur, Color colour);
    // The same for one of many bars, whose ends nobody sees: 18 triangles instead of hundreds.
    void barShadow(const Rect& r, float blur, Color colour);
    // A soft round light: full at the centre, nothing at the rim.
    void glow(Point centre, float radius, Color colour);
    void veil(const Rect& area, const VeilStyle& style);
    void vignette(const Rect& area, float from,
                  Color colour);  // `from`: share of the half diagonal where it starts

    // --- text
    // ------------------------------------------------------------------------------------------------------------
    // Returns the box that the text fills.
    Rect text(std::string_view text, Point at, const TextStyle& style);
    Size measure(std::string_view text, const TextStyle& style) {
        return graphics_.fonts().measure(text, style);
    }
    // One line whose baseline is at `at`.
    Rect sticker(std::string_view text, Point at, const StickerStyle& style);

    struct Statistics {
        int drawCalls = 0;
        int quads = 0;
        int blits = 0;
    };
    // Since begin of the outermost target.
    const Statistics& statistics() const { return statistics_; }
    // CPU seconds that this thread spent in the graphics driver on behalf of this canvas, since it was made.
    double driverSeconds() const { return driverSeconds_; }

  private:
    friend class ImGuiOverlay;
    struct Batch;
    enum class Filter : std::uint8_t { Nearest, Linear };
    struct Paint {  // premultiplied and packed
        std::uint32_t colour = 0xFFFFFFFFU;
        std::uint32_t haze = 0;
    };
    struct ShapeVertex {  // in the canvas, before the transform
        Point at;
        Color colour;
    };

    Paint paint(Color multiply, float alpha, Color hazeColour, float haze) const;
    std::uint32_t pack(Color colour) const;
    // What the next quads are drawn with. `white`: a texel (0..1) of the texture that is solid white, or
    // none.
    void select(unsigned texture, const Point* white, Filter filter, bool blend, bool hazed);
    // Chooses between the shader without a texture (large areas) and riding along in the present draw call.
    Point selectSolid(float pixels, bool blend);
    // Nothing of it lies in the clip.
    bool outside(Point low, Point high) const;
    void quad(const Point (&corners)[4], const Rect& uv, const Paint& paint);
    // A part (kit px) of a sprite, placed by `place` from kit px to the canvas.
    void piece(SpriteId id, const Rect& part, const Affine& place, const Paint& paint, bool blend, bool snap);
    void stripMiddle(const Sprite& sprite, SpriteId id, float from, float to, const Affine& place,
                     const Paint& paint, float phase);
    void mesh(std::span<const ShapeVertex> vertices, std::span<const std::uint16_t> indices);
    void convex(std::span<const ShapeVertex> corners);
    void rings(Point centre, Size radii, std::span<const float> shares, std::span<const Color> colours);
    void bind();

    Graphics& graphics_;
    std::unique_ptr<Batch> batch_;
    std::vector<Affine> transforms_;
    std::vector<PixelRect> clips_;
    std::vector<float> alphas_;
    struct Open {
        Target* target = nullptr;
        std::size_t transforms = 0;
        std::size_t clips = 0;
        std::size_t alphas = 0;
    };
    std::vector<Open> open_;
    Statistics statistics_;
    double driverSeconds_ = 0.0;
};

}  // namespace vonk::gfx
