#include "stage.h"

namespace vonk::screens {

gfx::Graphics& Stage::graphics() {
    struct Lasting {
        std::unique_ptr<platform::Window> window;
        std::unique_ptr<gfx::Graphics> graphics;
        Lasting() {
            auto made = platform::Window::create({.width = 640, .height = 360, .offscreen = true});
            if (!made) FAIL(toString(made.error().front()));
            window = std::move(*made);
            auto created = gfx::Graphics::create(std::filesystem::path(VONK_BINARY_DIR) / "assets", 1.0);
            if (!created) FAIL(toString(created.error().front()));
            graphics = std::move(*created);
        }
    };
    static Lasting lasting;
    return *lasting.graphics;
}

void Stage::settle(gfx::Canvas& canvas) {
    for (int frames = 1; !exhibit->prepare(canvas); ++frames)
        if (frames > 100) FAIL("a picture is never painted to its end");
}

void Stage::show(const std::string& name, int width, int height) {
    gfx::Canvas canvas(graphics());
    gfx::Frame frame(width, height);
    settle(canvas);
    canvas.begin(frame.target());
    exhibit->draw(canvas);
    canvas.end();
    const std::filesystem::path folder = std::filesystem::path(VONK_BINARY_DIR) / "test-out";
    std::filesystem::create_directories(folder);
    const auto written = frame.read().writePng(folder / (name + ".png"));
    if (!written) FAIL(toString(written.error().front()));
}

}  // namespace vonk::screens
