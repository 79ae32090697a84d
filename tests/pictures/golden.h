// Golden pictures: what a screen looked like when somebody last approved it, tests/golden/<name>.png, at a
// quarter of its size in each direction. `tools/approve-pictures` takes over what has changed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/gfx/texture.h"

namespace vonk::golden {

// Largest difference of a colour channel that is no change.
inline constexpr int tolerance = 2;

struct Comparison {
    int different = 0;  // pixels beyond the tolerance
    int largest = 0;    // difference of a channel
};

// Pictures of the same size; nothing when they are not.
std::optional<Comparison> compare(const gfx::Pixels& a, const gfx::Pixels& b);

std::optional<gfx::Pixels> readPng(const std::filesystem::path& file);

// Where this run's pictures go: <name>.png, and for each that differs <name>.diff.png (approved, now, and
// where they differ in red). changed.txt names the latter, a name on a line.
std::filesystem::path outFolder();

// Compares the picture with the approved one and says in the test's output what differs. False: it does, or
// there is none.
bool matches(const std::string& name, const gfx::Pixels& full);

struct Drawn {
    std::string name;
    gfx::Pixels picture;  // a quarter of its size
};
// All pictures of this run, in their order.
const std::vector<Drawn>& drawn();

}  // namespace vonk::golden
