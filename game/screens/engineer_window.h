// What an engineer wants to know of a circuit while pupils play it: volts and amperes of each part, and what
// the model assumes. Opened with F1: a pupil has no keyboard. It reads the session, changes nothing, and
// takes only the fingers that land on it.
#pragma once

#include <memory>

#include "engine/gfx/geometry.h"
#include "engine/gfx/imgui_overlay.h"
#include "game/screens/services.h"

namespace vonk::screens {

class EngineerWindow {
  public:
    // Both outlive the window.
    EngineerWindow(const Services& services, const play::Session& session)
        : services_(services), session_(session) {}

    // True if the event is for the window: F1, or a finger or wheel on it.
    bool takes(const platform::InputEvent& event);
    void close() { open_ = false; }
    void letGo();    // its finger belongs to nothing any more
    void resized();  // its letters have another size now

    void passed(double seconds) { seconds_ += seconds; }
    // Lies in `free` (pixels) until somebody drags it elsewhere.
    void draw(gfx::Canvas& canvas, const gfx::Rect& free);

  private:
    const Services& services_;
    const play::Session& session_;
    std::unique_ptr<gfx::ImGuiOverlay> overlay_;  // made when it is first opened
    bool open_ = false;
    double seconds_ = 0.0;  // since it was last drawn
};

}  // namespace vonk::screens
