#include "engine/ui/theme.h"

#include <catch2/catch.hpp>

using namespace vonk;

TEST_CASE("contrast follows the definition of WCAG") {
    CHECK(ui::contrast(gfx::hex(0x000000), gfx::hex(0xFFFFFF)) == Approx(21.0));
    CHECK(ui::contrast(gfx::hex(0x777777), gfx::hex(0xFFFFFF)) == Approx(4.48).margin(0.01));
    CHECK(ui::contrast(gfx::hex(0xFF7A1A), gfx::hex(0xFF7A1A)) == Approx(1.0));
}

TEST_CASE("high contrast is seven to one") {
    for (const ui::ColourPair& pair : ui::highContrastPairs()) {
        INFO(pair.name << ": " << ui::contrast(pair.front, pair.ground));
        CHECK(ui::contrast(pair.front, pair.ground) >= pair.least);
    }
}

TEST_CASE("what is written can be read") {
    for (const ui::ColourPair& pair : ui::themePairs()) {
        INFO(pair.name << ": " << ui::contrast(pair.front, pair.ground));
        CHECK(ui::contrast(pair.front, pair.ground) >= pair.least);
    }
}
