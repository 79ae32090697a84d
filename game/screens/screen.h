// One screen of the exhibit. Screens lie on a stack; the top one has the fingers and the picture. A screen
// says what its widgets are, from what is the case now; what changed is found by its pane.
#pragma once

#include "engine/gfx/layer.h"
#include "engine/ui/focus.h"
#include "engine/ui/layout.h"
#include "game/screens/pictures.h"
#include "game/screens/services.h"

namespace vonk::screens {

class Screen {
  public:
    explicit Screen(Services& services) : services_(services), pane_(services.reducedMotion()) {}
    virtual ~Screen() = default;
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    virtual std::string_view name() const = 0;
    // It became the top of the stack (again).
    virtual void opened() {}
    // Another screen took its place, or the visit ended.
    virtual void left() {}
    virtual void resized() {}

    virtual ui::Widgets widgets() const = 0;
    virtual void tapped(const std::string& id, int slot) = 0;
    virtual void pressed(const std::string&, int) {}
    // A finger went off the widget it pressed; true: the finger belongs to the scene from now on.
    virtual bool draggedOff(const std::string&, int, gfx::Point) { return false; }
    virtual void touchScene(const platform::PointerEvent&) {}
    virtual void letGo() {}
    // What lies above the widgets and has the first say: true if the event is for that.
    virtual bool takes(const platform::InputEvent&) { return false; }

    // The keyboard. A key that moves something in the scene, or is a short way to a widget: true if it is
    // done with it. The slot of what it touches is platform::keyboardSlot.
    virtual bool key(const platform::KeyEvent&) { return false; }
    // The scene can have the keys: where it lies among the widgets; empty: it cannot.
    virtual gfx::Rect keyScene() const { return {}; }
    virtual bool drawsKeyScene() const { return false; }  // the ring around it, by itself
    // Where the keys begin; empty: at what the hand would do next.
    virtual std::string_view keysBegin() const { return {}; }

    virtual void tick() {}
    virtual void update(double) {}
    // Before the frame's target is begun: redraws kept pictures, or a part of them: the rest comes with the
    // next frames.
    virtual gfx::Painted prepare(gfx::Canvas&) { return gfx::Painted::Whole; }
    virtual void drawScene(gfx::Canvas&) {}
    // Above the widgets: what moves all the time.
    virtual void drawOver(gfx::Canvas&) {}
    // Pictures on its widgets that only this screen knows; false: the common ones.
    virtual bool drawPicture(gfx::Canvas&, const ui::PictureName&, const gfx::Rect&) { return false; }

    virtual bool telling() const { return false; }
    // What the ghost hand shows: a widget, "scene", or nothing.
    virtual std::string hand() const { return {}; }

    ui::Pane& pane() { return pane_; }
    const ui::Pane& pane() const { return pane_; }

  protected:
    // The key that changes the language.
    static ui::Widget languageKey(const gfx::Rect& rect, double delay, bool arrives = true) {
        ui::KeyLook look;
        look.icon = "lang";
        return {.id = "language",
                .rect = rect,
                .look = look,
                .touchable = true,
                .delay = delay,
                .arrives = arrives};
    }

    Services& services() { return services_; }
    const Services& services() const { return services_; }

  private:
    Services& services_;
    ui::Pane pane_;
};

}  // namespace vonk::screens
