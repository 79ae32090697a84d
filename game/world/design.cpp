#include "game/world/design.h"

#include <algorithm>

namespace vonk::world {

const Part* Design::find(PartId id) const {
    const auto found = std::lower_bound(parts.begin(), parts.end(), id,
                                        [](const Part& part, PartId wanted) { return part.id < wanted; });
    return found != parts.end() && found->id == id ? &*found : nullptr;
}

}  // namespace vonk::world
