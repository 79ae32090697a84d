// A picture without a screen, for tests: one context for the whole program.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/gfx/canvas.h"
#include "engine/gfx/frame.h"
#include "engine/platform/window.h"

struct Offscreen {
    std::unique_ptr<vonk::platform::Window> window;
    std::unique_ptr<vonk::gfx::Graphics> graphics;

    static Offscreen& instance() {
        static Offscreen only;
        return only;
    }

    // For a look at what was tested.
    static void keep(const vonk::gfx::Pixels& pixels, const std::string& name) {
        const std::filesystem::path folder = std::filesystem::path(VONK_BINARY_DIR) / "test-out";
        std::filesystem::create_directories(folder);
        REQUIRE(pixels.writePng(folder / (name + ".png")).has_value());
    }

  private:
    Offscreen() {
        auto made = vonk::platform::Window::create({.width = 640, .height = 360, .offscreen = true});
        if (!made) FAIL(toString(made.error().front()));
        window = std::move(*made);
        auto created = vonk::gfx::Graphics::create(std::filesystem::path(VONK_BINARY_DIR) / "assets", 1.0);
        if (!created) FAIL(toString(created.error().front()));
        graphics = std::move(*created);
    }
};
