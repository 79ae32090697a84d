// Copper wire of 0.5 mm² with clips, half a metre.
#include "game/world/parts/rows.h"

namespace vonk::world {

// 0.5 m × 0.0172 ohm·mm²/m / 0.5 mm² = 0.017 ohm; the clips bring it to about 0.02 ohm.
PartRow wireRow() {
    PartRow part;
    part.kind = kind::wire;
    part.key = "wire";
    part.placement = PlacementKind::PathBetween;
    ElectricalRow electrical;
    electrical.resistance = 0.02;
    part.electrical = electrical;
    return part;
}

}  // namespace vonk::world
