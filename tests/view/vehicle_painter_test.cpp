// What crosses has a picture of its own, and is cut by the water's surface.
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>

#include "engine/gfx/canvas.h"
#include "engine/gfx/frame.h"
#include "engine/platform/window.h"
#include "game/view/vehicle_painter.h"
#include "game/world/vehicles.h"
#include "offscreen.h"

using namespace vonk;
using namespace vonk::view;

namespace {

test::Offscreen& offscreen() {
    static test::Offscreen one(1.0);
    return one;
}

constexpr int width = 640, height = 360;
constexpr float surface = 180.0F;
const ViewFrame frame_of({0.0, 0.0}, {320.0, 180.0}, 60.0);

// A vehicle whose middle lies on the water's surface.
std::vector<world::BodyView> half(const world::VehicleRow& row, bool in_water) {
    world::BodyView body;
    body.kind = row.walks ? world::BodyKind::Walker : world::BodyKind::Chassis;
    body.vehicle = row.key;
    body.size = row.size;
    body.in_water = in_water;
    std::vector<world::BodyView> bodies{body};
    for (std::size_t k = 0; k < row.axles.size() && !row.walks; ++k) {
        world::BodyView wheel = body;
        wheel.kind = world::BodyKind::Wheel;
        wheel.size = {2.0 * row.wheel_radius, 2.0 * row.wheel_radius};
        wheel.pose.position = {row.axles.back().behind / 2 - row.axles[k].behind,
                               -0.5 * row.size.y - row.clearance};
        bodies.push_back(wheel);
    }
    return bodies;
}

gfx::Pixels draw(const world::VehicleRow& row, bool in_water) {
    gfx::Graphics& graphics = *offscreen().graphics;
    const VehiclePainter painter(graphics);
    gfx::Canvas canvas(graphics);
    gfx::Frame frame(width, height);
    canvas.begin(frame.target());
    canvas.clear(gfx::hex(0xFFFFFF));
    const Brush brush{canvas, frame_of, 1.0F, 0.0, true};
    painter.draw(brush, half(row, in_water), {false, false, surface});
    canvas.end();
    return frame.read();
}

// Pixels of the box of lines that are not white.
int painted(const gfx::Pixels& pixels, int from, int to) {
    int count = 0;
    for (int y = from; y < to; ++y)
        for (int x = 0; x < width; ++x)
            if ((pixels.at(x, y) >> 8U) != 0xFFFFFFU) ++count;
    return count;
}

int different(const gfx::Pixels& a, const gfx::Pixels& b, int from, int to) {
    int count = 0;
    for (int y = from; y < to; ++y)
        for (int x = 0; x < width; ++x)
            if (a.at(x, y) != b.at(x, y)) ++count;
    return count;
}

}  // namespace

TEST_CASE("whatever may come over has a picture of its own") {
    for (const world::VehicleRow& row : world::vehicleRows()) {
        INFO(row.key);
        CHECK(VehiclePainter::knows(row.key));
        CHECK(painted(draw(row, false), 0, height) > 400);
    }
    CHECK_FALSE(VehiclePainter::knows("elephant"));
}

TEST_CASE("what lies in the water is dry above the surface and bluer below it") {
    for (const world::VehicleRow& row : world::vehicleRows()) {
        if (row.walks) continue;  // walkers bob and swim in a ring
        INFO(row.key);
        const gfx::Pixels dry = draw(row, false), wet = draw(row, true);
        const int line = static_cast<int>(surface);
        CHECK(different(dry, wet, 0, line) == 0);
        CHECK(different(dry, wet, line, height) > 200);
    }
}

TEST_CASE("steps: the foot that stands goes back as fast as the walker goes forward") {
    // Around the middle of its stand the angle of a leg falls evenly with the phase, the knee straight.
    constexpr double middle = 3.14159265358979;
    const Stance before = walking(middle - 0.2), after = walking(middle + 0.2);
    const float back = before.near_leg.thigh - after.near_leg.thigh;
    CHECK(back / 0.4F == Approx(0.46F).epsilon(0.05));
    CHECK(before.near_leg.knee == Approx(after.near_leg.knee).margin(0.01));
    CHECK(walking(0.0).near_leg.knee > 0.5F);  // and the other one is carried forward
}
