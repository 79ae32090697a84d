// Is somebody still there? Counts the seconds without a touch, asks before the visit ends, and paints the
// question.
#pragma once

#include "game/screens/layouts.h"
#include "game/screens/services.h"

namespace vonk::screens {

class IdleWatch {
  public:
    explicit IdleWatch(Services& services) : services_(services), pane_(services.reducedMotion()) {}

    void touched() { quiet_ = 0.0; }
    // Seconds pass; `watching`: there is a visit that could end, `asks`: somebody could be asked. True when
    // the visit has to end now.
    bool update(double seconds, bool watching, bool asks);
    bool asking() const { return asking_; }
    // While it asks it has the fingers; any touch stays.
    void pointer(const platform::PointerEvent& event);
    void stay();  // so does a key
    ui::Pane& pane() { return pane_; }
    const ui::Pane& pane() const { return pane_; }
    void draw(gfx::Canvas& canvas, const ui::PicturePainter& pictures);

  private:
    ui::Widgets widgets() const;

    Services& services_;
    ui::Pane pane_;
    double quiet_ = 0.0;
    bool asking_ = false;
};

}  // namespace vonk::screens
