#include "game/screens/sketch.h"

#include <algorithm>
#include <numbers>
#include <string>

namespace vonk::screens {

using gfx::Point;

namespace {
float radians(float degrees) {
    return degrees * std::numbers::pi_v<float> / 180.0F;
}
}  // namespace

Sketch::Sketch(gfx::Canvas& canvas, const gfx::Rect& rect, gfx::Size box, Fit fit, bool mirrored)
    : canvas_(canvas), wide_(box.w), mirrored_(mirrored) {
    const float sx = rect.w / box.w, sy = rect.h / box.h;
    scale_ = fit == Fit::Inside ? std::min(sx, sy) : std::max(sx, sy);
    origin_ = {rect.centre().x - box.w * scale_ / 2, rect.centre().y - box.h * scale_ / 2};
}

void Sketch::sprite(std::string_view name, float x, float y, float scale, float degrees, bool flip) const {
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(scale * scale_);
    style.angle = radians(mirrored_ ? -degrees : degrees);
    if (flip != mirrored_) style.scaleX = -style.scaleX;
    canvas_.sprite(canvas_.graphics().sprite(name), at(x, y), style);
}

void Sketch::tinted(std::string_view name, float x, float y, float scale, float haze,
                    gfx::Color colour) const {
    gfx::SpriteStyle style = gfx::SpriteStyle::scaled(scale * scale_);
    if (mirrored_) style.scaleX = -style.scaleX;
    style.haze = haze;
    style.hazeColour = colour;
    canvas_.sprite(canvas_.graphics().sprite(name), at(x, y), style);
}

void Sketch::member(std::string_view material, Point from, Point to, float width) const {
    const gfx::Graphics& graphics = canvas_.graphics();
    const std::string kit = "bridge/" + std::string(material);
    gfx::StripStyle style;
    style.width = width * scale_;
    canvas_.strip({graphics.sprite(kit + "-cap-left"), graphics.sprite(kit + "-mid"),
                   graphics.sprite(kit + "-cap-right")},
                  at(from.x, from.y), at(to.x, to.y), style);
}

void Sketch::joint(float x, float y, float radius, bool hot) const {
    sprite(hot ? "bridge/joint-hot" : "bridge/joint", x, y, radius / 16.0F);
}

void Sketch::truck(float x, float y, float scale, bool scared, float degrees) const {
    const float turn = radians(degrees);
    const auto place = [&](float dx, float dy) {
        return Point{x + (dx * std::cos(turn) - dy * std::sin(turn)) * scale,
                     y + (dx * std::sin(turn) + dy * std::cos(turn)) * scale};
    };
    sprite("vehicles/truck-body", x, y, scale, degrees);
    if (scared) sprite("people/driver-scared", x, y, scale, degrees);
    for (const float wheel : {-87.4F, 94.1F}) {
        const Point p = place(wheel, -22.4F);
        sprite("vehicles/truck-wheel", p.x, p.y, scale);
    }
}

void Sketch::arrow(float x, float y, float scale, float degrees) const {
    sprite("bridge/squeeze-arrow", x, y, scale, degrees);
}

}  // namespace vonk::screens
