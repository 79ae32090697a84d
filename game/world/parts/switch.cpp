// Knife switch: closed by a setting of 1, open at 0.
#include <array>

#include "game/world/parts/rows.h"

namespace vonk::world {
namespace {
constexpr std::array ports{Port{PortKind::Electrical, {-0.104, -0.006}},
                           Port{PortKind::Electrical, {0.104, -0.006}}};
}

// A clean contact has some hundredths of an ohm.
PartRow switchRow() {
    PartRow part;
    part.kind = kind::switch_;
    part.key = "switch";
    part.placement = PlacementKind::AtPoint;
    part.ports = ports;
    part.footprint = {{-0.12, -0.08}, {0.12, 0.10}};
    ElectricalRow electrical;
    electrical.resistance = 0.02;
    electrical.is_switch = true;
    part.electrical = electrical;
    return part;
}

}  // namespace vonk::world
