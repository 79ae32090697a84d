#include "engine/platform/window.h"

#include <catch2/catch.hpp>

#include "engine/platform/paths.h"

using namespace vonk::platform;

TEST_CASE("a window without a screen takes injected fingers in order") {
    auto window = Window::create({.width = 320, .height = 200, .offscreen = true});
    if (!window) FAIL(toString(window.error().front()));
    CHECK((*window)->offscreen());
    CHECK((*window)->width() == 320);
    CHECK_FALSE((*window)->renderer().empty());
    (*window)->poll();
    (*window)->inject(PointerEvent{PointerEvent::Kind::Down, 2, 10, 20});
    (*window)->inject(QuitEvent{});
    const auto events = (*window)->poll();
    REQUIRE(events.size() == 2);
    CHECK(std::get<PointerEvent>(events[0]) == PointerEvent{PointerEvent::Kind::Down, 2, 10, 20});
    CHECK(std::holds_alternative<QuitEvent>(events[1]));
    CHECK((*window)->poll().empty());
}

TEST_CASE("a picture that cannot be is refused with its key") {
    for (const auto& [w, h] : {std::pair{0, 100}, {100, -5}, {100000, 100}}) {
        const auto window = Window::create({.width = w, .height = h, .offscreen = true});
        REQUIRE_FALSE(window.has_value());
        CHECK(window.error().front().key == "screen");
    }
}

TEST_CASE("what is shipped is found in the named home or from the program's folder") {
    setenv("VONK_HOME", VONK_SOURCE_DIR, 1);
    CHECK(findShipped("assets/art/kit.toml") ==
          std::filesystem::path(VONK_SOURCE_DIR) / "assets/art/kit.toml");
    unsetenv("VONK_HOME");
    CHECK(findShipped("bin").has_value());
    CHECK_FALSE(findShipped("no/such/thing").has_value());
    CHECK(programFolder().filename() == "bin");
}
