// Manila rope of 20 mm, three strands. Pulls only.
#include "game/world/parts/rows.h"

namespace vonk::world {

// The Engineering ToolBox, "Manila ropes – strength": 20 mm breaks at 26.0 kN and weighs 0.277 kg/m (ISO 799
// asks 24 kN of the same rope in pilot ladders). It stretches by some 12 % until it breaks, hence 0.69 GPa on
// its full circle. Safety 7 as for slings of fibre rope (EN 1492-4): 3.7 kN.
PartRow ropeRow() {
    constexpr double area = 3.14159265358979 * 0.020 * 0.020 / 4;
    constexpr double breaking = 26.0e3;  // N
    constexpr double safety = 7.0;
    PartRow part;
    part.kind = kind::rope;
    part.key = "rope";
    part.placement = PlacementKind::BetweenJoints;
    part.longest = 10.0;
    MemberRow rope;
    rope.young = breaking / area / 0.12;
    rope.density = 0.277 / area;
    rope.yield = breaking / area / safety;
    rope.area = area;
    rope.cable = true;
    rope.grade = "manila";
    rope.safety = safety;
    part.member = rope;
    return part;
}

}  // namespace vonk::world
