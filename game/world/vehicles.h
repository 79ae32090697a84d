// The table of what comes over a bridge: vehicles and animals, one row each. The view has a picture for each
// key.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/core/vec2.h"

namespace vonk::world {

struct AxleRow {
    double behind = 0.0;  // m behind the first axle
    double load = 0.0;    // kg
};

struct VehicleRow {
    std::string_view key;        // stable: in level files, "vehicle.<key>" in the strings
    std::vector<AxleRow> axles;  // first one at 0
    bool walks = false;          // an animal or a person: one foot where the wheel is
    double wheel_radius = 0.5;   // m
    Vec2 size;                   // m, of the body; of a train: of each coach
    double clearance = 0.2;      // m, lower edge of the body above the axles
    double ahead = 0.0;          // m, how far the body reaches in front of the first axle
    // Of a train: so many axles carry each coach, one coach behind the other. Every axle keeps its load
    // whatever the road does, and the coach lies over its axles. 0: one body over all axles.
    std::size_t axles_per_coach = 0;
    std::vector<Vec2>
        cargo;  // m, middle of each piece from the point of the road under the middle between the axles
    double cargo_radius = 0.0;  // m
    double cargo_mass = 0.0;    // kg each; part of the axle loads until it falls off
};

// How many bodies it shows: 1, or its coaches.
constexpr std::size_t coachCount(const VehicleRow& row) {
    return row.axles_per_coach == 0 ? 1 : (row.axles.size() + row.axles_per_coach - 1) / row.axles_per_coach;
}

std::span<const VehicleRow> vehicleRows();
const VehicleRow* findVehicle(std::string_view key);  // nullptr: no such row

}  // namespace vonk::world
