#include "engine/gfx/imgui_overlay.h"

#include <imgui.h>

#include "offscreen.h"

using namespace vonk;
using namespace vonk::gfx;
using Kind = platform::PointerEvent::Kind;

namespace {

bool page(bool& ticked) {
    ImGui::SetNextWindowPos({40, 40});
    ImGui::SetNextWindowSize({400, 300});
    ImGui::Begin("Ingenieur");
    ImGui::TextUnformatted("Kracht in de balk: 12,4 kN – brûlé €");
    const bool pressed = ImGui::Button("Toon krachten", {200, 60});
    ImGui::Checkbox("raster", &ticked);
    ImGui::End();
    return pressed;
}

}  // namespace

TEST_CASE("the overlay for adults is drawn, takes one finger and leaves the others alone") {
    auto& [window, graphics] = Offscreen::instance();
    ImGuiOverlay overlay(*graphics, 1.0);
    Canvas canvas(*graphics);
    Frame frame(640, 400);
    bool ticked = false;
    const auto run = [&] {
        overlay.newFrame(1.0 / 60.0, 640, 400);
        const bool pressed = page(ticked);
        canvas.begin(frame.target());
        canvas.clear(palette::sky);
        overlay.draw(canvas);
        canvas.end();
        return pressed;
    };
    run();
    run();
    const Pixels pixels = frame.read();
    Offscreen::keep(pixels, "overlay");
    CHECK(pixels.at(10, 10) == 0xBFE3F5FFU);
    CHECK(pixels.at(400, 300) == 0xFFF9EFFFU);

    // A tap that comes and goes within one frame still presses.
    bool pressed = false;
    overlay.handle(platform::PointerEvent{Kind::Down, 3, 160, 160});
    CHECK_FALSE(overlay.handle(platform::PointerEvent{Kind::Down, 1, 600, 390}));
    overlay.handle(platform::PointerEvent{Kind::Up, 3, 160, 160});
    for (int i = 0; i < 4; ++i) pressed = run() || pressed;
    CHECK(pressed);
    CHECK_FALSE(overlay.handle(platform::PointerEvent{Kind::Down, 0, 620, 390}));
    CHECK(overlay.handle(platform::PointerEvent{Kind::Down, 2, 400, 320}));
    CHECK(overlay.handle(platform::PointerEvent{Kind::Move, 2, 620, 390}));
    // A second finger on the window presses nothing there and nothing below it.
    CHECK(overlay.handle(platform::PointerEvent{Kind::Down, 4, 160, 160}));
    CHECK(overlay.handle(platform::PointerEvent{Kind::Up, 4, 160, 160}));
    for (int i = 0; i < 4; ++i) CHECK_FALSE(run());
    CHECK_FALSE(overlay.handle(platform::PointerEvent{Kind::Move, 4, 160, 160}));
    CHECK(overlay.handle(platform::PointerEvent{Kind::Cancel, 2, 620, 390}));
}
