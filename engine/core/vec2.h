// Points and vectors of the model plane: metres, x to the right, y up.
#pragma once

#include <cmath>

namespace vonk {

struct Vec2 {
    double x = 0.0;  // metres unless a field says otherwise
    double y = 0.0;

    friend bool operator==(const Vec2&, const Vec2&) = default;
    Vec2& operator+=(Vec2 b) { return *this = {x + b.x, y + b.y}; }
    Vec2& operator-=(Vec2 b) { return *this = {x - b.x, y - b.y}; }
    friend Vec2 operator+(Vec2 a, Vec2 b) { return {a.x + b.x, a.y + b.y}; }
    friend Vec2 operator-(Vec2 a, Vec2 b) { return {a.x - b.x, a.y - b.y}; }
    friend Vec2 operator-(Vec2 a) { return {-a.x, -a.y}; }
    friend Vec2 operator*(double s, Vec2 a) { return {s * a.x, s * a.y}; }
    friend Vec2 operator*(Vec2 a, double s) { return {s * a.x, s * a.y}; }
    friend Vec2 operator/(Vec2 a, double s) { return {a.x / s, a.y / s}; }
};

inline double dot(Vec2 a, Vec2 b) {
    return a.x * b.x + a.y * b.y;
}
inline double cross(Vec2 a, Vec2 b) {
    return a.x * b.y - a.y * b.x;
}
// sqrt, not hypot: hypot is a libm function whose bits differ between CPUs.
inline double length(Vec2 a) {
    return std::sqrt(dot(a, a));
}
inline double distance(Vec2 a, Vec2 b) {
    return length(b - a);
}
// A quarter turn counter-clockwise.
inline Vec2 perpendicular(Vec2 a) {
    return {-a.y, a.x};
}
inline Vec2 lerp(Vec2 a, Vec2 b, double t) {
    return a + t * (b - a);
}

// Axis-parallel box; `low` is the lower left corner.
struct Box {
    Vec2 low;
    Vec2 high;

    friend bool operator==(const Box&, const Box&) = default;
    double width() const { return high.x - low.x; }
    double height() const { return high.y - low.y; }
    Vec2 centre() const { return 0.5 * (low + high); }
    bool contains(Vec2 p) const { return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y; }
};

// Position (metres) and angle (radians, counter-clockwise) of a rigid thing.
struct Pose {
    Vec2 position;
    double angle = 0.0;

    friend bool operator==(const Pose&, const Pose&) = default;
};

}  // namespace vonk
