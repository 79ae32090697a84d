#include "engine/gfx/geometry.h"

#include <algorithm>

namespace vonk::gfx {

PixelRect intersection(const PixelRect& a, const PixelRect& b) {
    const int x = std::max(a.x, b.x);
    const int y = std::max(a.y, b.y);
    return {x, y, std::max(0, std::min(a.right(), b.right()) - x),
            std::max(0, std::min(a.bottom(), b.bottom()) - y)};
}

PixelRect covering(const Rect& r) {
    const int x = static_cast<int>(std::floor(r.x));
    const int y = static_cast<int>(std::floor(r.y));
    return {x, y, static_cast<int>(std::ceil(r.right())) - x, static_cast<int>(std::ceil(r.bottom())) - y};
}

Affine Affine::rotation(float angle) {
    const float cosine = std::cos(angle);
    const float sine = std::sin(angle);
    return {cosine, sine, -sine, cosine, 0, 0};
}

Affine Affine::scalingAbout(Point centre, float s) {
    return translation(centre.x, centre.y) * scaling(s) * translation(-centre.x, -centre.y);
}

Affine Affine::rotationAbout(Point centre, float angle) {
    return translation(centre.x, centre.y) * rotation(angle) * translation(-centre.x, -centre.y);
}

Affine Affine::operator*(const Affine& in) const {
    return {a * in.a + c * in.b, b * in.a + d * in.b,        a * in.c + c * in.d,
            b * in.c + d * in.d, a * in.tx + c * in.ty + tx, b * in.tx + d * in.ty + ty};
}

}  // namespace vonk::gfx
