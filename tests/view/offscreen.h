// A window that nobody sees, with the baked art; one a program for each size of the art.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <memory>

#include "engine/gfx/graphics.h"
#include "engine/platform/window.h"

namespace vonk::test {

struct Offscreen {
    std::unique_ptr<platform::Window> window;
    std::unique_ptr<gfx::Graphics> graphics;

    // `unit`: pixels a unit of the art, as gfx::Graphics takes it.
    explicit Offscreen(double unit) {
        platform::WindowDef def;
        def.width = 640;
        def.height = 360;
        def.offscreen = true;
        auto opened = platform::Window::create(def);
        REQUIRE(opened);
        window = std::move(*opened);
        auto made = gfx::Graphics::create(std::filesystem::path(VONK_BINARY_DIR) / "assets", unit);
        REQUIRE(made);
        graphics = std::move(*made);
    }
};

}  // namespace vonk::test
