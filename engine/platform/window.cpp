#include "engine/platform/window.h"

#include <SDL.h>

#include <cstdlib>
#include <filesystem>

#include "engine/platform/pointer_slots.h"
#include "engine/platform/sdl_keys.h"

namespace vonk::platform {

namespace {

constexpr std::int64_t mouseDevice = -1;

bool displayIsNamed() {
    return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr ||
           std::getenv("SDL_VIDEODRIVER") != nullptr;
}

bool startVideo(bool offscreen) {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "0");
    if (offscreen) {
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
        return SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
    }
    if (displayIsNamed()) return SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
    // A console kiosk: straight to the screen, if there is one.
    std::error_code ignored;
    if (std::filesystem::exists("/dev/dri/card0", ignored)) {
        SDL_SetHint(SDL_HINT_VIDEODRIVER, "KMSDRM");
        if (SDL_InitSubSystem(SDL_INIT_VIDEO) == 0) return true;
    }
    SDL_SetHint(SDL_HINT_VIDEODRIVER, "offscreen");
    return SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
}

std::string nameOfRenderer() {
    using GetString = const unsigned char* (*)(unsigned int);
    constexpr unsigned int glRenderer = 0x1F01;
    const auto getString = reinterpret_cast<GetString>(SDL_GL_GetProcAddress("glGetString"));
    const unsigned char* name = getString != nullptr ? getString(glRenderer) : nullptr;
    return name != nullptr ? reinterpret_cast<const char*>(name) : "unknown";
}

class SdlWindow final : public Window {
  public:
    SdlWindow() = default;
    SdlWindow(const SdlWindow&) = delete;
    SdlWindow& operator=(const SdlWindow&) = delete;
    ~SdlWindow() override {
        if (context_ != nullptr) SDL_GL_DeleteContext(context_);
        if (window_ != nullptr) SDL_DestroyWindow(window_);
        if (started_) SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }

    bool open(const WindowDef& def) {
        started_ = startVideo(def.offscreen);
        if (!started_) return false;
        const char* driver = SDL_GetCurrentVideoDriver();
        offscreen_ = driver != nullptr && SDL_strcasecmp(driver, "offscreen") == 0;
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
        SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
        SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
        SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
        Uint32 flags = SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI;
        flags |= def.fullscreen && !offscreen_ ? static_cast<Uint32>(SDL_WINDOW_FULLSCREEN_DESKTOP)
                                               : static_cast<Uint32>(SDL_WINDOW_RESIZABLE);
        window_ = SDL_CreateWindow(def.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                                   def.width, def.height, flags);
        if (window_ == nullptr) return false;
        context_ = SDL_GL_CreateContext(window_);
        if (context_ == nullptr) return false;
        SDL_GL_SetSwapInterval(def.vsync ? 1 : 0);
        SDL_StartTextInput();
        renderer_ = nameOfRenderer();
        measure();
        return true;
    }

    int width() const override { return width_; }
    int height() const override { return height_; }
    bool offscreen() const override { return offscreen_; }
    const std::string& renderer() const override { return renderer_; }

    double pixelsPerMillimetre() const override {
        float horizontal = 0.0F;
        const int display = SDL_GetWindowDisplayIndex(window_);
        if (offscreen_ || display < 0 || SDL_GetDisplayDPI(display, nullptr, &horizontal, nullptr) != 0)
            return 0.0;
        return static_cast<double>(horizontal) / 25.4;
    }

    std::vector<InputEvent> poll() override {
        std::vector<InputEvent> out;
        SDL_Event event;
        while (SDL_PollEvent(&event) != 0) translate(event, out);
        for (InputEvent& injected : injected_) {
            if (const auto* resize = std::get_if<ResizeEvent>(&injected))
                resizeTo(resize->width, resize->height);
            out.push_back(std::move(injected));
        }
        injected_.clear();
        return out;
    }

    void inject(InputEvent event) override { injected_.push_back(std::move(event)); }
    void swap() override { SDL_GL_SwapWindow(window_); }

    bool showPixels(const unsigned char* bgra) override {
        if (offscreen_) return false;
        SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
        SDL_Surface* surface = SDL_GetWindowSurface(window_);
        if (surface == nullptr || surface->w != width_ || surface->h != height_) return false;
        if (SDL_ConvertPixels(width_, height_, SDL_PIXELFORMAT_ARGB8888, bgra, width_ * 4,
                              surface->format->format, surface->pixels, surface->pitch) != 0)
            return false;
        return SDL_UpdateWindowSurface(window_) == 0;
    }

  private:
    void measure() { SDL_GL_GetDrawableSize(window_, &width_, &height_); }

    void resizeTo(int width, int height) {
        SDL_SetWindowSize(window_, width, height);
        measure();
    }

    void translate(const SDL_Event& event, std::vector<InputEvent>& out) {
        const auto w = static_cast<float>(width_);
        const auto h = static_cast<float>(height_);
        switch (event.type) {
            case SDL_FINGERDOWN:
                slots_.down({event.tfinger.touchId, event.tfinger.fingerId}, event.tfinger.x * w,
                            event.tfinger.y * h, out);
                break;
            case SDL_FINGERMOTION:
                slots_.move({event.tfinger.touchId, event.tfinger.fingerId}, event.tfinger.x * w,
                            event.tfinger.y * h, out);
                break;
            case SDL_FINGERUP:
                slots_.up({event.tfinger.touchId, event.tfinger.fingerId}, event.tfinger.x * w,
                          event.tfinger.y * h, out);
                break;
            case SDL_MOUSEBUTTONDOWN:
                if (event.button.button == SDL_BUTTON_LEFT)
                    slots_.down({mouseDevice, 0}, pixel(event.button.x, w), pixelDown(event.button.y, h),
                                out);
                break;
            case SDL_MOUSEMOTION:
                slots_.move({mouseDevice, 0}, pixel(event.motion.x, w), pixelDown(event.motion.y, h), out);
                break;
            case SDL_MOUSEBUTTONUP:
                if (event.button.button == SDL_BUTTON_LEFT)
                    slots_.up({mouseDevice, 0}, pixel(event.button.x, w), pixelDown(event.button.y, h), out);
                break;
            case SDL_MOUSEWHEEL:
                out.emplace_back(WheelEvent{event.wheel.preciseY});
                break;
            case SDL_KEYDOWN:
            case SDL_KEYUP:
                out.emplace_back(keyEvent(event.key));
                break;
            case SDL_TEXTINPUT:
                out.emplace_back(TextEvent{event.text.text});
                break;
            case SDL_WINDOWEVENT:
                if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) slots_.cancelAll(out);
                if (event.window.event == SDL_WINDOWEVENT_SIZE_CHANGED) {
                    measure();
                    out.emplace_back(ResizeEvent{width_, height_});
                }
                break;
            case SDL_QUIT:
                out.emplace_back(QuitEvent{});
                break;
            default:
                break;
        }
    }

    // The mouse speaks in window units, which a dense screen divides.
    float pixel(int x, float drawable) const { return scaled(x, drawable, true); }
    float pixelDown(int y, float drawable) const { return scaled(y, drawable, false); }
    float scaled(int value, float drawable, bool horizontal) const {
        int w = 0;
        int h = 0;
        SDL_GetWindowSize(window_, &w, &h);
        const int size = horizontal ? w : h;
        return size > 0 ? static_cast<float>(value) * drawable / static_cast<float>(size) : 0.0F;
    }

    bool started_ = false;
    bool offscreen_ = false;
    SDL_Window* window_ = nullptr;
    SDL_GLContext context_ = nullptr;
    int width_ = 0;
    int height_ = 0;
    std::string renderer_;
    PointerSlots slots_;
    std::vector<InputEvent> injected_;
};

}  // namespace

Result<std::unique_ptr<Window>> Window::create(const WindowDef& def) {
    if (def.width < 64 || def.width > 16384 || def.height < 64 || def.height > 16384)
        return fail({"", 0, "screen", "a picture is 64 to 16384 pixels wide and high"});
    auto window = std::make_unique<SdlWindow>();
    if (!window->open(def))
        return fail({"", 0, "display", std::string("no picture can be made: ") + SDL_GetError()});
    return window;
}

}  // namespace vonk::platform
