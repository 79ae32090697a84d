#include <catch2/catch.hpp>

#include "engine/ui/layout.h"
#include "engine/ui/motion.h"

using namespace vonk;
using ui::ScreenSpace;

TEST_CASE("a 24-inch screen is drawn as the boards are") {
    const ScreenSpace space(ui::screenFromInches(1920, 1080, 24));
    CHECK(space.pixelsPerMillimetre() == Approx(3.6).margin(0.02));
    CHECK(space.unit() == Approx(1.0).margin(0.001));
}

TEST_CASE("text is large enough on every screen") {
    struct Case {
        int width, height;
        double inches, least_mm;
    };
    for (const Case& c :
         {Case{1920, 1080, 24, 5.0}, Case{1920, 1080, 55, 5.0}, Case{1280, 800, 10.1, 2.5},
          Case{1080, 1920, 32, 5.0}, Case{3840, 2160, 43, 5.0}, Case{1920, 1080, 15.6, 3.4}}) {
        const ScreenSpace space(ui::screenFromInches(c.width, c.height, c.inches));
        const double x_height =
            space.font(ui::TextSize::Text) * ui::x_height_share / space.pixelsPerMillimetre();
        INFO(c.width << "x" << c.height << " at " << c.inches << " inch: " << x_height << " mm");
        CHECK(x_height >= c.least_mm - 0.01);
    }
}

TEST_CASE("a touch target is never under 15 mm") {
    const ScreenSpace tablet(ui::screenFromInches(1280, 800, 10.1));
    CHECK(tablet.target(10) / tablet.pixelsPerMillimetre() >= 15.0);
}

TEST_CASE("the reach band is measured from the lower edge") {
    ui::ScreenSize size = ui::screenFromInches(1920, 1080, 55);
    size.reach_low_mm = 50;
    size.reach_high_mm = 315;
    const ScreenSpace space(size);
    CHECK((1080 - space.reachTop()) / space.pixelsPerMillimetre() == Approx(315).margin(0.5));
    CHECK((1080 - space.reachBottom()) / space.pixelsPerMillimetre() == Approx(50).margin(0.5));
}

TEST_CASE("a layout names its mistakes") {
    const ScreenSpace space(ui::screenFromInches(1920, 1080, 24));
    ui::Layout layout;
    layout.touch("small", {10, 10, 20, 20});
    layout.touch("out", {1900, 10, 100, 100});
    layout.read("a", {300, 300, 200, 100});
    layout.read("b", {400, 350, 200, 100});
    layout.ground("card", {300, 300, 400, 400});
    const auto found = layout.mistakes(space);
    REQUIRE(found.size() == 3);
    CHECK(found[0].find("small is") == 0);
    CHECK(found[1] == "out lies outside of the screen");
    CHECK(found[2] == "a lies on b");
}

TEST_CASE("a grid fills its area with the largest places that fit") {
    const auto rects = ui::grid({0, 0, 1000, 600}, 6, {300, 280}, 20);
    REQUIRE(rects.size() == 6);
    CHECK(rects[0].w == Approx(300));
    CHECK(rects[0].y == rects[2].y);
    CHECK(rects[3].y > rects[2].y);
    for (const auto& rect : rects) CHECK(ui::within(rect, {0, 0, 1000, 600}));
}

TEST_CASE("things arrive in 220 ms, and with reduced motion they only fade") {
    CHECK(ui::arrival(0.0, 0.0, 0.0, false).alpha == Approx(0.0));
    CHECK(ui::arrival(0.1, 0.0, 0.0, false).scale > 0.95);
    CHECK(ui::arrival(0.16, 0.0, 0.0, false).scale > 1.0);
    CHECK(ui::arrival(0.23, 0.0, 0.0, false).there);
    CHECK_FALSE(ui::arrival(0.23, 0.0, 0.1, false).there);
    CHECK(ui::arrival(0.05, 0.0, 0.0, true).scale == 1.0);
}
