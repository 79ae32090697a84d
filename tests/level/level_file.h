// A good level as text, and a folder of its own to read a level from.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

namespace vonk::test {

inline const std::string good_level = R"(number = 7
mode = "test"
band = "groep-6-8"
minutes = 3
expected_first_mistake = "buckled"
time_limit = 30
budget = 500
curriculum = ["slo-2006:44"]
careers = ["constructeur"]

[title]
nl = "De brug"
en = "The bridge"
[story]
nl = "Er was eens een brug."
en = "Once there was a bridge."
[task]
nl = "Breng de wagen over."
en = "Bring the truck over."
[idea]
nl = "Driehoeken zijn stijf."
en = "Triangles are stiff."
[[hints]]
nl = "Bouw een driehoek."
en = "Build a triangle."

[scene]
view = [-5, -5, 15, 8]
build = [0, -1, 10, 5]
grid = 1.0
water = -2.0
road = 0
left_bank = 0
right_bank = 10
[[scene.grounds]]
outline = [[-20, -6], [30, -6], [30, 0], [10, 0], [9, -4], [1, -4], [0, 0], [-20, 0]]
[[scene.anchors]]
at = [0, 0]
pier = true
[[scene.anchors]]
at = [10, 0]
slides = true

[[palette]]
part = "wood"
price = 40
longest = 4.0
[[palette]]
part = "road"
price = 60
count = 5

[[fixed]]
part = "wood"
from = [0, 0]
to = [2, 2]

[[traffic]]
vehicle = "cart"
count = 2
gap = 3
speed = 2

[[goals]]
kind = "all-across"
[[stars]]
kind = "done"
[[stars]]
kind = "cost"
limit = 400

[real]
source = "a book"
[real.name]
nl = "Echt"
en = "Real"
[real.fact]
nl = "Hij is 10 meter."
en = "It is 10 metres."
)";

inline std::filesystem::path levelsRoot() {
    return std::filesystem::path(VONK_BINARY_DIR) / "tests" / "levels-scratch";
}

inline std::filesystem::path writeLevel(const std::string& text,
                                        const std::string& place = "bridge/a-bridge") {
    const auto folder = levelsRoot() / place;
    std::filesystem::create_directories(folder);
    std::ofstream(folder / "level.toml", std::ios::binary) << text;
    return folder;
}

// `text` with the first `from` replaced.
inline std::string with(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    return at == std::string::npos ? "the test looks for what is not there"
                                   : text.replace(at, from.size(), to);
}

inline int lineOf(const std::string& text, const std::string& part) {
    const auto at = text.find(part);
    int line = 1;
    for (std::size_t i = 0; i < at && i < text.size(); ++i) line += text[i] == '\n' ? 1 : 0;
    return line;
}

}  // namespace vonk::test
