// The window (or the whole screen) with an OpenGL 3.3 core context, and everything that comes in through it.
// Without a display it is a window that nobody sees: SDL's offscreen driver with the same context, so that
// tests, the demo and screenshots run the same code.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/core/error.h"
#include "engine/platform/input.h"

namespace vonk::platform {

struct WindowDef {
    std::string title = "Vonk";
    int width = 1920;  // pixels, 64..16384; of no meaning when `fullscreen`
    int height = 1080;
    bool fullscreen = false;
    bool offscreen = false;  // true: never show a window, even where there is a display
    bool vsync = false;      // off: the pacer keeps the rate
};

class Window {
  public:
    // Fails with the driver's own words when there is neither a display nor an offscreen context.
    static Result<std::unique_ptr<Window>> create(const WindowDef& def);
    virtual ~Window() = default;

    virtual int width() const = 0;  // pixels of the drawable
    virtual int height() const = 0;
    virtual bool offscreen() const = 0;
    // Renderer as the driver names it, e.g. "llvmpipe (LLVM 15.0.6, 256 bits)".
    virtual const std::string& renderer() const = 0;
    // Pixels per millimetre as the display tells it; 0 if it does not. A kiosk's config knows better.
    virtual double pixelsPerMillimetre() const = 0;

    // Everything since the last call, in order; injected events come after the real ones.
    virtual std::vector<InputEvent> poll() = 0;
    // As if it came from outside; for demo, monkey and tests.
    virtual void inject(InputEvent event) = 0;

    // Shows the window's back buffer. gfx::Frame::present calls it.
    virtual void swap() = 0;
    // Shows these pixels instead (BGRA, top row first, width() x height()): cheaper than a GL copy where GL
    // is software. False if the window has no such way; then use swap().
    virtual bool showPixels(const unsigned char* bgra) = 0;
};

}  // namespace vonk::platform
