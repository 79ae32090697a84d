// Flat battery 3R12 of 4.5 V: three cells of 1.5 V in a row.
#include <array>

#include "game/world/parts/rows.h"

namespace vonk::world {
namespace {
constexpr std::array ports{Port{PortKind::Electrical, {-0.170, 0.0}},
                           Port{PortKind::Electrical, {0.170, 0.0}}};
}

// IEC 60086-2 for 3R12: 4.5 V. Zinc-carbon holds about 2 Ah (7200 C); a fresh one lets some 3 A through a
// short, so 1.5 ohm inside. Port 0 is plus.
PartRow batteryRow() {
    PartRow part;
    part.kind = kind::battery;
    part.key = "battery";
    part.placement = PlacementKind::AtPoint;
    part.ports = ports;
    part.footprint = {{-0.19, -0.08}, {0.19, 0.08}};
    ElectricalRow electrical;
    electrical.voltage = 4.5;
    electrical.resistance = 1.5;
    electrical.charge = 7200.0;
    part.electrical = electrical;
    return part;
}

}  // namespace vonk::world
