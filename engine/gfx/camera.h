// The one transform between the model (metres, y up) and the picture (pixels, y down), with eased moves.
#pragma once

#include "engine/core/vec2.h"
#include "engine/gfx/geometry.h"

namespace vonk::gfx {

class Camera {
  public:
    // Where the world may be shown: the picture without what covers it (tray, cards).
    void setView(const Rect& pixels) { view_ = pixels; }
    const Rect& view() const { return view_; }

    // At once: all of `metres` is seen in the view, centred, as large as fits. Empty boxes are refused by
    // assertion.
    void fit(const Box& metres);
    // As `fit`, but at most this many pixels per metre.
    void fit(const Box& metres, double mostPixelsPerMetre);
    void set(Vec2 centre, double pixelsPerMetre);

    // Eased from where it is now, `seconds` long (easeInOut), starting at the next `update`.
    void moveTo(Vec2 centre, double pixelsPerMetre, double seconds);
    // Grows by `factor` around a point of the model that slides to the middle of the view.
    void zoomTo(Vec2 target, double factor, double seconds);
    void update(double seconds);
    bool moving() const { return left_ > 0.0; }

    Vec2 centre() const { return centre_; }
    double pixelsPerMetre() const { return pixelsPerMetre_; }

    Point toPixels(Vec2 metres) const;
    Vec2 toMetres(Point pixels) const;
    float pixels(double metres) const { return static_cast<float>(metres * pixelsPerMetre_); }
    double metres(float pixels) const { return static_cast<double>(pixels) / pixelsPerMetre_; }
    Box visible() const;

  private:
    Rect view_{0, 0, 1920, 1080};
    Vec2 centre_{0, 0};
    double pixelsPerMetre_ = 60.0;
    Vec2 fromCentre_;
    Vec2 toCentre_;
    double fromScale_ = 60.0;
    double toScale_ = 60.0;
    double duration_ = 0.0;
    double left_ = 0.0;
};

// Eases, t in 0..1 (clamped).
double easeInOut(double t);
double easeOut(double t);
// Overshoots by about `overshoot` x 8 % and comes back.
double easeOutBack(double t, double overshoot = 1.4);

}  // namespace vonk::gfx
