#include "game/world/vehicles.h"

#include <array>

namespace vonk::world {
namespace {

// A lorry of 7 t, as a Dutch C1 licence (to 7.5 t) may drive; a third of it on the front axle.
VehicleRow cheeseTruck() {
    VehicleRow truck;
    truck.key = "cheese-truck";
    truck.axles = {{0.0, 2400.0}, {3.6, 4600.0}};
    truck.wheel_radius = 0.5;
    truck.size = {5.4, 1.4};
    truck.clearance = 0.15;
    truck.ahead = 0.8;
    truck.cargo = {{-1.9, 1.5}, {-1.1, 1.5}, {-0.3, 1.5}, {0.5, 1.5}, {-1.5, 2.2},
                   {-0.7, 2.2}, {0.1, 2.2},  {-1.1, 2.9}, {-0.3, 2.9}};
    truck.cargo_radius = 0.4;
    truck.cargo_mass = 60.0;
    return truck;
}

// A grown ewe weighs some 75 kg.
VehicleRow sheep() {
    VehicleRow animal;
    animal.key = "sheep";
    animal.axles = {{0.0, 75.0}};
    animal.walks = true;
    animal.wheel_radius = 0.2;
    animal.size = {0.9, 0.6};
    animal.clearance = 0.0;
    animal.ahead = 0.45;
    return animal;
}

VehicleRow walker(std::string_view key, double mass, Vec2 size) {
    VehicleRow person;
    person.key = key;
    person.axles = {{0.0, mass}};
    person.walks = true;
    person.wheel_radius = 0.15;
    person.size = {size.x, size.y - person.wheel_radius};
    person.clearance = 0.0;
    person.ahead = 0.5 * size.x;
    return person;
}

// A child of eight or nine.
VehicleRow child() {
    return walker("child", 30.0, {0.4, 1.3});
}

VehicleRow adult() {
    return walker("adult", 75.0, {0.5, 1.75});
}

// A city bike of 18 kg with its rider of 72 kg, who sits near the back wheel. 28 inch wheels.
VehicleRow bike() {
    VehicleRow cyclist;
    cyclist.key = "bike";
    cyclist.axles = {{0.0, 36.0}, {1.05, 54.0}};
    cyclist.wheel_radius = 0.35;
    cyclist.size = {1.75, 1.2};
    cyclist.clearance = 0.0;
    cyclist.ahead = 0.35;
    return cyclist;
}

// A small family car with its driver; the engine is in front.
VehicleRow car() {
    VehicleRow family;
    family.key = "car";
    family.axles = {{0.0, 720.0}, {2.6, 580.0}};
    family.wheel_radius = 0.31;
    family.size = {4.2, 1.15};
    family.clearance = 0.0;
    family.ahead = 0.8;
    return family;
}

// A light railway on narrow gauge: three coaches of 9.4 m on two bogies each, 28.6 m in all, 8 t a coach with
// people in it. The lightest full railway (line category A of EN 15528: 16 t an axle, 5 t a metre) is beyond
// the parts of an exhibit; this is a sixth of it a metre, 0.83 t, on axles of 2 t.
VehicleRow train() {
    constexpr double coach = 9.6;   // m, from one coach to the next, 0.2 m of it between the buffers
    constexpr double bogies = 5.6;  // m, from the middle of one to the middle of the other
    constexpr double bogie = 1.2;   // m, from axle to axle
    VehicleRow light;
    light.key = "train";
    light.axles_per_coach = 4;
    for (int i = 0; i < 3; ++i)
        for (const double place : {0.0, bogie, bogies, bogies + bogie})
            light.axles.push_back({i * coach + place, 2000.0});
    light.wheel_radius = 0.35;
    light.size = {9.4, 2.3};
    light.clearance = 0.2;
    light.ahead = 0.5 * (9.4 - bogies - bogie);
    return light;
}

}  // namespace

std::span<const VehicleRow> vehicleRows() {
    static const std::array rows{cheeseTruck(), sheep(), child(), adult(), bike(), car(), train()};
    return rows;
}

const VehicleRow* findVehicle(std::string_view key) {
    for (const VehicleRow& row : vehicleRows())
        if (row.key == key) return &row;
    return nullptr;
}

}  // namespace vonk::world
