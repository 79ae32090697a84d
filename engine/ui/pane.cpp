#include "engine/ui/pane.h"

#include "engine/ui/focus.h"
#include "engine/ui/paint.h"

namespace vonk::ui {

Pane::Shown& Pane::shown(const Widget& widget, double now) {
    for (Shown& one : shown_)
        if (one.id == widget.id) return one;
    shown_.push_back({widget.id, now, !widget.arrives, false});
    return shown_.back();
}

void Pane::set(Widgets widgets, double now) {
    for (const Widget& before : widgets_) {
        const Widget* after = find(widgets, before.id);
        if (!after || !(*after == before)) stale_.push_back(before.rect);
    }
    std::vector<Shown> shown_now;
    shown_now.reserve(widgets.size());
    for (const Widget& widget : widgets) {
        const Widget* before = find(widgets_, widget.id);
        if (!before || !(*before == widget)) stale_.push_back(widget.rect);
        shown_now.push_back(shown(widget, now));
    }
    shown_ = std::move(shown_now);
    widgets_ = std::move(widgets);
}

void Pane::open(double now) {
    shown_.clear();
    for (const Widget& widget : widgets_) shown_.push_back({widget.id, now, !widget.arrives, false});
    layer_.invalidate();
}

void Pane::resize() {
    layer_ = gfx::Layer();
}

void Pane::focus(std::string_view id) {
    if (focus_ == id) return;
    for (const std::string_view changed : {std::string_view(focus_), id})
        if (const Widget* widget = find(widgets_, changed)) stale_.push_back(widget->rect);
    focus_ = id;
}

std::optional<std::string> Pane::focused() const {
    if (focus_ == scene_stop) return focus_;
    const Widget* widget = find(widgets_, focus_);
    if (!widget || !widget->touchable || !widget->enabled) return std::nullopt;
    return focus_;
}

void Pane::prepare(gfx::Canvas& canvas, const ScreenSpace& space, const PicturePainter& pictures,
                   double now) {
    for (std::size_t k = 0; k < widgets_.size(); ++k) {
        Shown& one = shown_[k];
        const Widget& widget = widgets_[k];
        const bool down = hands_.holds(widget.id);
        if (down != one.down) stale_.push_back(widget.rect);
        one.down = down;
        if (!one.settled && arrival(now, one.born, widget.delay, reduced_motion_).there) {
            one.settled = true;
            stale_.push_back(widget.rect);
        }
    }
    const Rect whole = space.whole();
    for (const Rect& rect : stale_) {
        const gfx::PixelRect part =
            gfx::intersection(gfx::covering(rect.inset(-reachOfPaint(space))), gfx::covering(whole));
        if (!part.empty()) layer_.invalidate(part);
    }
    stale_.clear();
    layer_.prepare(canvas, space.size().width, space.size().height, [&](gfx::Canvas& on) {
        for (std::size_t k = 0; k < widgets_.size(); ++k)
            if (shown_[k].settled)
                paint({on, space, pictures}, widgets_[k], {shown_[k].down, widgets_[k].id == focus_});
    });
}

void Pane::draw(gfx::Canvas& canvas, const ScreenSpace& space, const PicturePainter& pictures,
                double now) const {
    layer_.draw(canvas);
    for (std::size_t k = 0; k < widgets_.size(); ++k) {
        const Shown& one = shown_[k];
        if (one.settled) continue;
        const Widget& widget = widgets_[k];
        const Arrival how = arrival(now, one.born, widget.delay, reduced_motion_);
        if (how.alpha <= 0) continue;
        const Rect& about = widget.around.w > 0 ? widget.around : widget.rect;
        canvas.push(gfx::Affine::scalingAbout(about.centre(), float(how.scale)));
        canvas.pushAlpha(float(how.alpha));
        paint({canvas, space, pictures}, widget, {one.down, widget.id == focus_});
        canvas.popAlpha();
        canvas.pop();
    }
}

}  // namespace vonk::ui
