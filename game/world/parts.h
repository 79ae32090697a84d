// The table of parts: one row for each thing that can be built with. A part is added by a row here, a file in
// game/world/parts/ for its model and a file in game/view/parts/ for its picture. No row registers itself.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "game/world/design.h"

namespace vonk::world {

enum class PlacementKind { BetweenJoints, AtPoint, PathBetween, OnProfile };
enum class PortKind { Mechanical, Electrical, Hydraulic };

struct Port {
    PortKind kind = PortKind::Mechanical;
    Vec2 offset;  // metres from the part's point, unturned
};

// Section and grade of a member; the source of each number stands at its row.
struct MemberRow {
    double young = 0.0;      // Pa
    double density = 0.0;    // kg/m³
    double yield = 0.0;      // Pa, design strength with the safety factor taken off
    double area = 0.0;       // m²
    double inertia = 0.0;    // m⁴, in the plane
    double modulus = 0.0;    // m³, elastic section modulus; 0: no bending check
    bool cable = false;      // pulls only
    bool deck = false;       // wheels roll on it
    std::string_view grade;  // "C24", "S235"
    double safety = 1.0;     // factor already in `yield`
};

struct ElectricalRow {
    double resistance = 0.0;     // ohm, between port 0 and 1
    double voltage = 0.0;        // V, open circuit, port 0 positive
    double charge = 0.0;         // C when full; 0: not a battery
    double nominal_power = 0.0;  // W at which a lamp is at full brightness
    bool is_switch = false;
};

struct PartRow {
    PartKind kind{};
    std::string_view key;  // stable: in level files, string keys "part.<key>" and records
    PlacementKind placement = PlacementKind::BetweenJoints;
    std::span<const Port> ports;
    double longest = 0.0;  // m, members
    Box footprint;         // parts at a point: what they cover, m from the point, unturned; may not overlap
    std::optional<MemberRow> member;
    std::optional<ElectricalRow> electrical;
};

std::span<const PartRow> partRows();
const PartRow& row(PartKind kind);      // kind must be a row
const PartRow* findRow(PartKind kind);  // nullptr: no such row
const PartRow* findRow(std::string_view key);

}  // namespace vonk::world
