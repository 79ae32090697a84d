// The picture of one moment at the size of the screen: an own frame buffer that is shown in the window, or
// read back.
#pragma once

#include "engine/gfx/graphics.h"
#include "engine/gfx/texture.h"
#include "engine/platform/window.h"

namespace vonk::gfx {

class Frame {
  public:
    Frame(int width, int height);
    void resize(int width, int height);
    Target& target() { return target_; }
    const Target& target() const { return target_; }
    int width() const { return target_.width(); }
    int height() const { return target_.height(); }

    // Shows it. On a window that nobody sees it only waits until the picture is finished.
    void present(platform::Window& window);
    // Waits until all drawing is done: where a frame's time ends.
    static void finish();
    Pixels read() const { return target_.read(); }

  private:
    Target target_;
    std::vector<std::uint8_t> staging_;
};

// One opaque full-screen NEAREST textured quad, the measure that frame times are compared with (calibration
// in
// `--measure-frames`).
class Calibration {
  public:
    Calibration(Graphics& graphics, int width, int height);
    // Draws it and waits; returns milliseconds of wall time.
    double measure();

  private:
    Graphics& graphics_;
    Target target_;
    Texture texture_;
};

}  // namespace vonk::gfx
