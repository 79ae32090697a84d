#include <fmt/core.h>

#include <algorithm>

#include "engine/data/toml_file.h"
#include "engine/platform/paths.h"
#include "game/world/parts.h"
#include "game/world/vehicles.h"
#include "tools/levels/commands.h"
#include "tools/levels/find.h"

namespace vonk::levels {
namespace {

constexpr double pi = 3.14159265358979323846;
constexpr double gravity = 9.81;  // m/s², for loads

// kN that a member of this length bears when it is pushed: until it yields or buckles (Euler, pinned ends).
double pushed(const world::MemberRow& row, double length) {
    const double euler = pi * pi * row.young * row.inertia / (length * length);
    return std::min(row.yield * row.area, euler) / 1000.0;
}

std::string kilonewtons(double force) {
    return force < 100 ? fmt::format("{:.3g} kN", force) : fmt::format("{:.0f} kN", force);
}

void printMembers() {
    fmt::print(
        "| part | longest | carries wheels and feet | pulled | pushed at 2 m | at its longest | bends | "
        "weighs |\n"
        "|---|---|---|---|---|---|---|---|\n");
    for (const world::PartRow& part : world::partRows()) {
        if (!part.member) continue;
        const world::MemberRow& row = *part.member;
        const auto push = [&](double length) {
            return row.cable ? std::string("-") : kilonewtons(pushed(row, std::min(length, part.longest)));
        };
        fmt::print("| `{}` | {:g} m | {} | {} | {} | {} | {} | {:.2g} kg/m |\n", part.key, part.longest,
                   row.deck ? "yes" : "-", kilonewtons(row.yield * row.area / 1000.0), push(2.0),
                   push(part.longest),
                   row.modulus > 0 ? fmt::format("{:.2g} kN·m", row.yield * row.modulus / 1000.0) : "-",
                   row.density * row.area);
    }
}

void printDevices() {
    fmt::print("\n| part | what it is |\n|---|---|\n");
    for (const world::PartRow& part : world::partRows()) {
        if (!part.electrical) continue;
        const world::ElectricalRow& row = *part.electrical;
        std::string what;
        if (row.voltage > 0)
            what = fmt::format("{:g} V, {:g} Ω inside, {:g} Ah", row.voltage, row.resistance,
                               row.charge / 3600.0);
        else if (row.is_switch)
            what = "open or closed, at first open";
        else if (row.nominal_power > 0)
            what = fmt::format("{:.3g} Ω, bright at {:.3g} W", row.resistance, row.nominal_power);
        else
            what = "a wire between two terminals";
        fmt::print("| `{}` | {} |\n", part.key, what);
    }
}

void printVehicles() {
    fmt::print("\n| vehicle | weighs | axles or feet | long |\n|---|---|---|---|\n");
    for (const world::VehicleRow& vehicle : world::vehicleRows()) {
        double mass = 0.0, heaviest = 0.0;
        for (const world::AxleRow& axle : vehicle.axles) {
            mass += axle.load;
            heaviest = std::max(heaviest, axle.load);
        }
        const std::string stands = vehicle.walks
                                       ? "on its feet"
                                       : fmt::format("{} axles, at most {:.3g} kN", vehicle.axles.size(),
                                                     heaviest * gravity / 1000.0);
        fmt::print("| `{}` | {:g} kg | {} | {:.3g} m |\n", vehicle.key, mass, stands,
                   std::max(vehicle.size.x, vehicle.axles.back().behind + 2 * vehicle.ahead));
    }
}

}  // namespace

int runTables() {
    const auto strings = platform::findShipped("assets/strings/nl.toml");
    const auto words =
        strings
            ? data::readToml(strings->string())
            : Result<data::Table>(fail({"assets/strings/nl.toml", 0, "", "did not come with the program"}));
    if (!words) {
        printErrors(words.error());
        return 2;
    }
    printMembers();
    printDevices();
    printVehicles();
    std::string careers;
    const data::Table table = words->optionalTable("career");
    for (const std::string& key : table.keys())
        if (table.kind(key) == data::Kind::Table) careers += (careers.empty() ? "`" : ", `") + key + '`';
    fmt::print("\nCareers: {}.\n", careers);
    return 0;
}

}  // namespace vonk::levels
