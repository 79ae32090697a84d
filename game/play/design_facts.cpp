// What can be said of commands and designs without doing anything: joints, prices, limits.
#include <algorithm>
#include <set>
#include <type_traits>

#include "game/play/building.h"
#include "game/play/members.h"
#include "game/world/parts.h"

namespace vonk::play {

using world::BetweenJoints;
using world::Design;
using world::GridPoint;
using world::Part;
using world::PartRow;

std::optional<Single> single(const Command& command) {
    return std::visit(
        [](const auto& known) -> std::optional<Single> {
            if constexpr (std::is_constructible_v<Single, decltype(known)>)
                return Single(known);
            else
                return std::nullopt;
        },
        command);
}

bool builds(const Command& command) {
    return std::holds_alternative<Together>(command) || single(command).has_value();
}

std::size_t piecesOf(const Design& design, world::PartKind kind) {
    std::set<PartId> used;
    for (const Part& part : design.parts)
        if (part.kind == kind && !part.fixed) used.insert(part.cut_from ? part.cut_from : part.id);
    return used.size();
}

std::vector<GridPoint> joints(const level::Level& level, const Design& design) {
    std::vector<GridPoint> points;
    const auto add = [&](GridPoint point) {
        if (std::find(points.begin(), points.end(), point) == points.end()) points.push_back(point);
    };
    for (const level::Anchor& anchor : level.scene.anchors) add(anchor.at);
    for (const Part& part : design.parts)
        if (const auto* member = std::get_if<BetweenJoints>(&part.placement)) {
            add(member->from);
            add(member->to);
        }
    return points;
}

const level::PaletteItem* paletteItem(const level::Level& level, world::PartKind kind) {
    const PartRow* row = world::findRow(kind);
    if (row == nullptr) return nullptr;
    for (const level::PaletteItem& item : level.palette)
        if (item.part == row->key) return &item;
    return nullptr;
}

double cost(const level::Level& level, const Design& design) {
    double total = 0.0;
    for (const Part& part : design.parts) {
        const level::PaletteItem* item = part.fixed ? nullptr : paletteItem(level, part.kind);
        if (item == nullptr) continue;
        const auto* member = std::get_if<BetweenJoints>(&part.placement);
        total += member == nullptr ? item->price : item->price * lengthOf(member->from, member->to);
    }
    return total;
}

std::optional<Reason> overspent(const level::Level& level, const Design& before, const Design& after) {
    const double costs = cost(level, after);
    if (level.budget > 0 && costs > level.budget + 1e-6 && costs > cost(level, before) + 1e-6)
        return Reason{ReasonId::TooExpensive, {}, {}, {costs, level.budget}};
    for (const level::PaletteItem& item : level.palette) {
        const PartRow* row = world::findRow(item.part);
        if (!item.count || row == nullptr) continue;
        const std::size_t pieces = piecesOf(after, row->kind);
        if (pieces > *item.count && pieces > piecesOf(before, row->kind))
            return Reason{ReasonId::NoneLeft, {}, {}, {static_cast<double>(*item.count)}};
    }
    return std::nullopt;
}

double longest(const level::Level& level, world::PartKind kind) {
    const PartRow* row = world::findRow(kind);
    const level::PaletteItem* item = paletteItem(level, kind);
    if (item != nullptr && item->longest > 0) return item->longest;
    return row == nullptr ? 0.0 : row->longest;
}

}  // namespace vonk::play
