// Torch bulb E10 of 3.8 V and 0.3 A.
#include <array>

#include "game/world/parts/rows.h"

namespace vonk::world {
namespace {
constexpr std::array ports{Port{PortKind::Electrical, {-0.074, -0.042}},
                           Port{PortKind::Electrical, {0.074, -0.042}}};
}

// As printed on the bulb: 3.8 V, 0.3 A, so 12.7 ohm and 1.14 W when hot. The cold filament's lower resistance
// lasts milliseconds and is left out.
PartRow lampRow() {
    PartRow part;
    part.kind = kind::lamp;
    part.key = "lamp";
    part.placement = PlacementKind::AtPoint;
    part.ports = ports;
    part.footprint = {{-0.09, -0.10}, {0.09, 0.15}};
    ElectricalRow electrical;
    electrical.resistance = 3.8 / 0.3;
    electrical.nominal_power = 3.8 * 0.3;
    part.electrical = electrical;
    return part;
}

}  // namespace vonk::world
