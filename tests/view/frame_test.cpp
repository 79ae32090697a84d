#include <catch2/catch.hpp>

#include "game/view/view_frame.h"

using namespace vonk;
using namespace vonk::view;

TEST_CASE("a grid point goes to a pixel and back on every screen") {
    const Box view{{-6.0, -6.0}, {22.0, 9.75}};
    for (const auto& [width, height, bottom] : {std::tuple{1920.0, 1080.0, 196.0},
                                                {1280.0, 800.0, 150.0},
                                                {1080.0, 1920.0, 300.0},
                                                {3840.0, 2160.0, 392.0},
                                                {800.0, 480.0, 110.0}}) {
        Metrics metrics;
        metrics.width = width;
        metrics.height = height;
        metrics.insets = {0.0, 40.0, 0.0, bottom};
        const ViewFrame frame = ViewFrame::fit(view, metrics);
        for (const level::GridPoint point :
             {level::GridPoint{0, 0}, {16000, -1000}, {-6000, 9750}, {7333, 1}}) {
            const Vec2 px = frame.pixelOf(point);
            const Vec2 back = frame.metresOf(px);
            CHECK(back.x == Approx(point.metres().x).margin(1e-9));
            CHECK(back.y == Approx(point.metres().y).margin(1e-9));
        }
        // All of the view is on the screen, clear of what the interface covers, and it touches two edges of
        // that room.
        const Vec2 low = frame.pixelOf(view.low);
        const Vec2 high = frame.pixelOf(view.high);
        CHECK(low.x >= -1e-6);
        CHECK(high.x <= width + 1e-6);
        CHECK(high.y >= 40.0 - 1e-6);
        CHECK(low.y == Approx(height - bottom));
        const bool wide = high.x - low.x > width - 1e-6;
        const bool tall = low.y - high.y > height - bottom - 40.0 - 1e-6;
        CHECK((wide || tall));
    }
}

TEST_CASE("the camera brings its focus to the target and keeps the round trip") {
    const ViewFrame frame({2.0, 1.0}, {960.0, 540.0}, 60.0);
    const ViewFrame near = frame.zoomed(1.3, {5.0, 3.0}, {900.0, 400.0});
    CHECK(near.pixelOf(Vec2{5.0, 3.0}) == Vec2{900.0, 400.0});
    CHECK(near.pixelsPerMetre() == Approx(78.0));
    const Vec2 back = near.metresOf(near.pixelOf(Vec2{-1.0, 0.5}));
    CHECK(back.x == Approx(-1.0));
    CHECK(back.y == Approx(0.5));
}
