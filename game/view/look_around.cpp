#include "game/view/look_around.h"

#include <algorithm>
#include <cmath>

#include "engine/gfx/ease.h"

namespace vonk::view {

namespace {

constexpr double nearest = 1.6;  // of the scale at which one begins
constexpr double snap = 0.06;    // share: so near to that scale is that scale
constexpr double step = 0.6;     // of the screen, for a key
constexpr double glide_seconds = 0.3;

Vec2 middle(Vec2 a, Vec2 b) {
    return lerp(a, b, 0.5);
}

// Moved, but not scaled, between the two.
ViewFrame between(const ViewFrame& a, const ViewFrame& b, double t) {
    const double zoom = b.pixelsPerMetre() / a.pixelsPerMetre();
    const double scale = 1.0 + (zoom - 1.0) * t;
    const Vec2 origin = lerp(a.pixelOf(Vec2{}), b.pixelOf(Vec2{}), t);
    return a.zoomed(scale, Vec2{}, origin);
}

}  // namespace

void LookAround::begin(const WorldPainter& painter, const Metrics& metrics) {
    painter_ = &painter;
    px_per_mm_ = metrics.px_per_mm;
    width_ = metrics.width;
    still_ = metrics.reduced_motion;
    wide_ = painter.all() != painter.near();
    pair_.reset();
    glide_.reset();
    frame_ = wide_ ? settled(painter.near()) : painter.near();
}

// On whole pixels of what is kept, and within it.
ViewFrame LookAround::settled(const ViewFrame& frame) const {
    const double near = painter_->near().pixelsPerMetre(), far = painter_->all().pixelsPerMetre();
    double scale = std::clamp(frame.pixelsPerMetre(), far, nearest * near);
    if (std::abs(scale / near - 1.0) < snap) scale = near;
    const Vec2 held{0.5 * width_, 0.0};
    ViewFrame good = frame.zoomed(scale / frame.pixelsPerMetre(), frame.metresOf(held), held);
    good = painter_->within(good);
    const Vec2 shift = good.pixelOf(Vec2{}) - (scale / near) * painter_->frame().pixelOf(Vec2{});
    return good.moved({std::round(shift.x) - shift.x, std::round(shift.y) - shift.y});
}

bool LookAround::can(int direction) const {
    if (!wide_) return false;
    const ViewFrame moved = painter_->within(frame_.moved({-64.0 * direction, 0.0}));
    return std::abs(moved.pixelOf(Vec2{}).x - frame_.pixelOf(Vec2{}).x) > 4.0;
}

void LookAround::look(int direction) {
    if (!wide_) return;
    // As far as a screen is wide, less what one wants to see again.
    const ViewFrame& goal = glide_ ? glide_->to : frame_;
    glideTo(goal.moved({-step * direction * width_, 0.0}));
}

bool LookAround::atAll() const {
    const ViewFrame& goal = glide_ ? glide_->to : frame_;
    return wide_ && goal.pixelsPerMetre() < 1.02 * painter_->all().pixelsPerMetre();
}

void LookAround::showAll(bool all) {
    if (!wide_ || all == atAll()) return;
    glideTo(all ? painter_->all() : painter_->near());
}

void LookAround::glideTo(const ViewFrame& goal) {
    const ViewFrame to = settled(goal);
    pair_.reset();
    if (still_) {
        frame_ = to;
        glide_.reset();
        return;
    }
    glide_ = Glide{frame_, to, 0.0};
}

void LookAround::take(Actor a, Vec2 a_px, Actor b, Vec2 b_px) {
    pair_ = std::array{Finger{a, a_px, a_px}, Finger{b, b_px, b_px}};
    held_ = frame_;
    moving_ = false;
    glide_.reset();
}

bool LookAround::holds(Actor actor) const {
    return pair_ && ((*pair_)[0].actor == actor || (*pair_)[1].actor == actor);
}

void LookAround::move(Actor actor, Vec2 px) {
    if (!holds(actor)) return;
    auto& [a, b] = *pair_;
    (a.actor == actor ? a : b).now = px;
    const Vec2 from = middle(a.from, b.from), now = middle(a.now, b.now);
    const double apart = std::max(1.0, distance(a.from, b.from));
    const double stretch = distance(a.now, b.now) / apart;
    const double slack = tap_slack_mm * px_per_mm_;
    moving_ = moving_ || distance(from, now) > slack || std::abs(stretch - 1.0) * apart > 2.0 * slack;
    if (!moving_) return;
    const double near = painter_->near().pixelsPerMetre(), far = painter_->all().pixelsPerMetre();
    const double scale = std::clamp(held_.pixelsPerMetre() * stretch, far, nearest * near);
    ViewFrame moved = held_.zoomed(scale / held_.pixelsPerMetre(), held_.metresOf(from), now);
    moved = painter_->within(moved);
    // At the scale of what is kept it is copied, which takes whole pixels.
    frame_ = std::abs(scale / near - 1.0) < snap ? settled(moved) : moved;
}

void LookAround::letGo() {
    if (!pair_) return;
    pair_.reset();
    if (moving_) frame_ = settled(frame_);
}

bool LookAround::update(double dt) {
    if (!glide_) return false;
    glide_->done = std::min(1.0, glide_->done + dt / glide_seconds);
    frame_ = between(glide_->from, glide_->to, gfx::easeInOut(glide_->done));
    if (glide_->done < 1.0) {
        if (glide_->from.pixelsPerMetre() == glide_->to.pixelsPerMetre()) frame_ = settled(frame_);
        return true;
    }
    frame_ = glide_->to;
    glide_.reset();
    return true;
}

}  // namespace vonk::view
