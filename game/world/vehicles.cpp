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

}  // namespace

std::span<const VehicleRow> vehicleRows() {
    static const std::array rows{cheeseTruck(), sheep()};
    return rows;
}

const VehicleRow* findVehicle(std::string_view key) {
    for (const VehicleRow& row : vehicleRows())
        if (row.key == key) return &row;
    return nullptr;
}

}  // namespace vonk::world
