#include "game/world/parts.h"

#include <array>

#include "engine/core/assert.h"
#include "game/world/parts/rows.h"

namespace vonk::world {

std::span<const PartRow> partRows() {
    static const std::array rows{woodRow(),  steelRow(), tubeRow(),    cableRow(),  roadRow(),
                                 plankRow(), postRow(),  batteryRow(), switchRow(), lampRow(),
                                 wireRow(),  ropeRow(),  boardsRow()};
    return rows;
}

const PartRow* findRow(PartKind kind) {
    for (const PartRow& part : partRows())
        if (part.kind == kind) return &part;
    return nullptr;
}

const PartRow* findRow(std::string_view key) {
    for (const PartRow& part : partRows())
        if (part.key == key) return &part;
    return nullptr;
}

const PartRow& row(PartKind kind) {
    const PartRow* found = findRow(kind);
    VONK_ASSERT(found != nullptr);
    return *found;
}

}  // namespace vonk::world
