// Dear ImGui for the overlays that adults see (engineer's view, teacher, operator): our fonts and colours,
// one pointer, and its draw lists drawn through the Canvas into the same frame. ImGui knows nothing of the
// window.
//
//   overlay.newFrame(seconds, width, height);  ImGui::Begin(...); ...; ImGui::End();  overlay.draw(canvas);
#pragma once

#include <memory>

#include "engine/gfx/canvas.h"
#include "engine/platform/input.h"

namespace vonk::gfx {

class ImGuiOverlay {
  public:
    // `scale`: pixels per kit pixel; letters are 24 kit px high.
    ImGuiOverlay(Graphics& graphics, double scale);
    ~ImGuiOverlay();
    ImGuiOverlay(const ImGuiOverlay&) = delete;
    ImGuiOverlay& operator=(const ImGuiOverlay&) = delete;

    // Feeds it. A finger that comes down on a window is followed until it goes up; a second one there does
    // nothing, but is the overlay's too; others are left to the pupils. True if the event was for the
    // overlay.
    bool handle(const platform::InputEvent& event);
    void newFrame(double seconds, int width, int height);
    void draw(Canvas& canvas);

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace vonk::gfx
