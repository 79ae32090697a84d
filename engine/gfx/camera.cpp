#include "engine/gfx/camera.h"

#include <algorithm>

#include "engine/core/assert.h"

namespace vonk::gfx {

double easeInOut(double t) {
    t = std::clamp(t, 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

double easeOut(double t) {
    t = 1.0 - std::clamp(t, 0.0, 1.0);
    return 1.0 - t * t * t;
}

double easeOutBack(double t, double overshoot) {
    t = std::clamp(t, 0.0, 1.0) - 1.0;
    return 1.0 + (overshoot + 1.0) * t * t * t + overshoot * t * t;
}

void Camera::fit(const Box& metres) {
    fit(metres, 1e9);
}

void Camera::fit(const Box& metres, double mostPixelsPerMetre) {
    VONK_ASSERT(metres.width() > 0.0 && metres.height() > 0.0 && view_.w > 0.0F && view_.h > 0.0F);
    const double scale = std::min(static_cast<double>(view_.w) / metres.width(),
                                  static_cast<double>(view_.h) / metres.height());
    set(metres.centre(), std::min(scale, mostPixelsPerMetre));
}

void Camera::set(Vec2 centre, double pixelsPerMetre) {
    VONK_ASSERT(pixelsPerMetre > 0.0);
    centre_ = centre;
    pixelsPerMetre_ = pixelsPerMetre;
    left_ = 0.0;
}

void Camera::moveTo(Vec2 centre, double pixelsPerMetre, double seconds) {
    VONK_ASSERT(pixelsPerMetre > 0.0);
    if (seconds <= 0.0) return set(centre, pixelsPerMetre);
    fromCentre_ = centre_;
    toCentre_ = centre;
    fromScale_ = pixelsPerMetre_;
    toScale_ = pixelsPerMetre;
    duration_ = left_ = seconds;
}

void Camera::zoomTo(Vec2 target, double factor, double seconds) {
    moveTo(target, pixelsPerMetre_ * factor, seconds);
}

void Camera::update(double seconds) {
    if (left_ <= 0.0) return;
    left_ = std::max(0.0, left_ - seconds);
    const double t = easeInOut(1.0 - left_ / duration_);
    centre_ = lerp(fromCentre_, toCentre_, t);
    pixelsPerMetre_ = fromScale_ + (toScale_ - fromScale_) * t;
}

Point Camera::toPixels(Vec2 metres) const {
    const Point middle = view_.centre();
    return {middle.x + static_cast<float>((metres.x - centre_.x) * pixelsPerMetre_),
            middle.y - static_cast<float>((metres.y - centre_.y) * pixelsPerMetre_)};
}

Vec2 Camera::toMetres(Point pixels) const {
    const Point middle = view_.centre();
    return {centre_.x + static_cast<double>(pixels.x - middle.x) / pixelsPerMetre_,
            centre_.y - static_cast<double>(pixels.y - middle.y) / pixelsPerMetre_};
}

Box Camera::visible() const {
    return {toMetres({view_.x, view_.bottom()}), toMetres({view_.right(), view_.y})};
}

}  // namespace vonk::gfx
