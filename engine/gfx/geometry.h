// Points, rectangles and transforms of the picture: pixels, x to the right, y DOWN (the model's y goes up;
// Camera turns one into the other).
#pragma once

#include <cmath>

namespace vonk::gfx {

struct Point {
    float x = 0.0F;
    float y = 0.0F;

    friend bool operator==(const Point&, const Point&) = default;
    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend Point operator*(Point a, float s) { return {a.x * s, a.y * s}; }
    friend Point operator*(float s, Point a) { return a * s; }
};

inline float length(Point a) {
    return std::sqrt(a.x * a.x + a.y * a.y);
}
inline Point mix(Point a, Point b, float t) {
    return a + (b - a) * t;
}
// A quarter turn clockwise as seen on the screen.
inline Point perpendicular(Point a) {
    return {-a.y, a.x};
}

struct Size {
    float w = 0.0F;
    float h = 0.0F;

    friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
    float x = 0.0F;
    float y = 0.0F;
    float w = 0.0F;
    float h = 0.0F;

    friend bool operator==(const Rect&, const Rect&) = default;
    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Point centre() const { return {x + w / 2, y + h / 2}; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    Rect inset(float d) const { return {x + d, y + d, w - 2 * d, h - 2 * d}; }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
};

// Whole pixels, for blits and clipping.
struct PixelRect {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;

    friend bool operator==(const PixelRect&, const PixelRect&) = default;
    bool empty() const { return w <= 0 || h <= 0; }
    int right() const { return x + w; }
    int bottom() const { return y + h; }
};

PixelRect intersection(const PixelRect& a, const PixelRect& b);
// The smallest whole pixels that cover `r`.
PixelRect covering(const Rect& r);

// x' = a x + c y + tx, y' = b x + d y + ty.
struct Affine {
    float a = 1.0F;
    float b = 0.0F;
    float c = 0.0F;
    float d = 1.0F;
    float tx = 0.0F;
    float ty = 0.0F;

    friend bool operator==(const Affine&, const Affine&) = default;
    static Affine translation(float x, float y) { return {1, 0, 0, 1, x, y}; }
    static Affine scaling(float s) { return {s, 0, 0, s, 0, 0}; }
    static Affine scaling(float x, float y) { return {x, 0, 0, y, 0, 0}; }
    // Radians, clockwise on the screen.
    static Affine rotation(float angle);
    // Grows (or turns) about a point that stays where it is.
    static Affine scalingAbout(Point centre, float s);
    static Affine rotationAbout(Point centre, float angle);
    Point operator()(Point p) const { return {a * p.x + c * p.y + tx, b * p.x + d * p.y + ty}; }
    // First `inner`, then this.
    Affine operator*(const Affine& inner) const;
    // How much lengths grow, the geometric mean of both directions.
    float scale() const { return std::sqrt(std::fabs(a * d - b * c)); }
    // Neither turned nor skewed nor mirrored.
    bool upright() const { return b == 0.0F && c == 0.0F && a > 0.0F && d > 0.0F; }
};

}  // namespace vonk::gfx
