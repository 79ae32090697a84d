// What the program has loaded to draw with; it outlives every view.
#pragma once

#include <filesystem>

namespace vonk::gfx {
class Atlas;
class Fonts;
}  // namespace vonk::gfx

namespace vonk::view {

struct Art {
    const gfx::Atlas* atlas = nullptr;
    gfx::Fonts* fonts = nullptr;
    std::filesystem::path scenes;  // folder of the backdrops
};

}  // namespace vonk::view
