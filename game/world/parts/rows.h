// The rows of the parts table, one function in one file each, and the numbers that designs store.
#pragma once

#include "game/world/parts.h"

namespace vonk::world {

// Append only: a number is never used for another part.
namespace kind {
inline constexpr PartKind wood{1};
inline constexpr PartKind steel{2};
inline constexpr PartKind tube{3};
inline constexpr PartKind cable{4};
inline constexpr PartKind road{5};
inline constexpr PartKind plank{6};
inline constexpr PartKind post{7};
inline constexpr PartKind battery{8};
inline constexpr PartKind switch_{9};
inline constexpr PartKind lamp{10};
inline constexpr PartKind wire{11};
inline constexpr PartKind rope{12};
inline constexpr PartKind boards{13};
}  // namespace kind

PartRow woodRow();
PartRow steelRow();
PartRow tubeRow();
PartRow cableRow();
PartRow roadRow();
PartRow plankRow();
PartRow postRow();
PartRow batteryRow();
PartRow switchRow();
PartRow lampRow();
PartRow wireRow();
PartRow ropeRow();
PartRow boardsRow();

// Area and inertia of a solid rectangle, metres; `height` is measured in the plane of the bridge.
constexpr MemberRow solidRectangle(double width, double height) {
    MemberRow section;
    section.area = width * height;
    section.inertia = width * height * height * height / 12;
    return section;
}

}  // namespace vonk::world
