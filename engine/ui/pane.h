// The interface of one screen: its widgets, which finger holds which, and the kept picture of what stands
// still. Touch and time work without anything to draw on.
#pragma once

#include <functional>
#include <optional>

#include "engine/gfx/layer.h"
#include "engine/ui/hands.h"
#include "engine/ui/motion.h"

namespace vonk::ui {

using PicturePainter = std::function<void(gfx::Canvas&, const PictureName&, const Rect&)>;

class Pane {
  public:
    explicit Pane(bool reduced_motion = false) : reduced_motion_(reduced_motion) {}

    // What there is now. Widgets that were not there before arrive; those that changed are drawn anew.
    void set(Widgets widgets, double now);
    // Everything arrives again (a screen opens).
    void open(double now);
    // The picture has another size.
    void resize();

    const Widgets& widgets() const { return widgets_; }
    TouchResult pointer(const platform::PointerEvent& event, float slack) {
        return hands_.pointer(event, widgets_, slack);
    }
    Hands& hands() { return hands_; }
    bool pressed(std::string_view id) const { return hands_.holds(id); }

    // Keyboard: this widget gets the ring; `scene_stop`: the scene has the keys; empty: nothing has them.
    void focus(std::string_view id);
    // What has the keys: nothing while the widget cannot be used.
    std::optional<std::string> focused() const;

    // Brings the kept picture up to date; before anything else of the frame is drawn.
    void prepare(gfx::Canvas& canvas, const ScreenSpace& space, const PicturePainter& pictures, double now);
    void draw(gfx::Canvas& canvas, const ScreenSpace& space, const PicturePainter& pictures,
              double now) const;

  private:
    struct Shown {
        std::string id;
        double born = 0.0;     // when it began to arrive
        bool settled = false;  // in the kept picture
        bool down = false;
    };
    Shown& shown(const Widget& widget, double now);

    bool reduced_motion_ = false;
    Widgets widgets_;
    std::vector<Shown> shown_;  // as widgets_
    std::vector<Rect> stale_;
    Hands hands_;
    gfx::Layer layer_;
    std::string focus_;
};

}  // namespace vonk::ui
