#include "game/view/open_ends.h"

#include <algorithm>
#include <map>

#include "game/view/picking.h"
#include "game/world/parts.h"

namespace vonk::view {

namespace {

using world::Terminal;

// Things that hang together by wires, each by its id.
class Groups {
  public:
    explicit Groups(const world::Design& design) {
        for (const world::Part& part : design.parts)
            if (std::holds_alternative<world::AtPoint>(part.placement)) group_[part.id] = part.id;
        for (const world::Part& part : design.parts)
            if (const auto* path = std::get_if<world::PathBetween>(&part.placement))
                join(path->from.part, path->to.part);
    }
    PartId of(PartId part) const {
        const auto at = group_.find(part);
        return at == group_.end() ? PartId{} : at->second;
    }

  private:
    void join(PartId a, PartId b) {
        const PartId from = of(a), to = of(b);
        for (auto& [part, group] : group_)
            if (group == from) group = to;
    }
    std::map<PartId, PartId> group_;
};

}  // namespace

OpenEnds openEnds(const world::Design& design) {
    OpenEnds ends;
    const auto wired = [&](Terminal terminal) {
        return std::ranges::any_of(design.parts, [&](const world::Part& part) {
            const auto* path = std::get_if<world::PathBetween>(&part.placement);
            return path && (path->from == terminal || path->to == terminal);
        });
    };
    const auto row = [](const world::Part& part) { return world::row(part.kind).electrical; };
    const Groups groups(design);
    const auto fed = [&](const world::Part& part) {
        return std::ranges::any_of(design.parts, [&](const world::Part& other) {
            return row(other) && row(other)->charge > 0.0 && groups.of(other.id) == groups.of(part.id);
        });
    };
    const bool some_wire = std::ranges::any_of(design.parts, [](const world::Part& part) {
        return std::holds_alternative<world::PathBetween>(part.placement);
    });
    if (!some_wire) return ends;
    for (const world::Part& part : design.parts) {
        if (!std::holds_alternative<world::AtPoint>(part.placement) || !row(part) || !fed(part)) continue;
        if (row(part)->is_switch && part.setting < 0.5 && wired({part.id, 0}) && wired({part.id, 1}))
            ends.open_switch = part.id;
        // A battery or a thing that nobody has wired yet is no end of a ring that was begun.
        if (!wired({part.id, 0}) && !wired({part.id, 1})) continue;
        for (const std::uint8_t port : {std::uint8_t{0}, std::uint8_t{1}})
            if (!wired({part.id, port})) ends.loose.push_back({part.id, port});
    }
    const auto place = [&](Terminal terminal) {
        return terminalPosition(*design.find(terminal.part), terminal.port);
    };
    // Without a lamp, joining them would be a short circuit.
    const auto useful = [&](PartId in) {
        return std::ranges::any_of(design.parts, [&](const world::Part& part) {
            return row(part) && !row(part)->is_switch && row(part)->charge <= 0.0 &&
                   std::holds_alternative<world::AtPoint>(part.placement) &&
                   groups.of(part.id) == groups.of(in);
        });
    };
    double least = 1e9;
    for (std::size_t a = 0; a < ends.loose.size(); ++a)
        for (std::size_t b = a + 1; b < ends.loose.size(); ++b) {
            const Terminal one = ends.loose[a], other = ends.loose[b];
            const double away = distance(place(one), place(other));
            if (one.part == other.part || away >= least) continue;
            // Ends of two rings do not belong together.
            if (groups.of(one.part) != groups.of(other.part) || !useful(one.part)) continue;
            least = away;
            ends.gap = {one, other};
        }
    if (ends.loose.empty() && ends.open_switch)
        ends.gap = {Terminal{ends.open_switch, 0}, Terminal{ends.open_switch, 1}};
    return ends;
}

}  // namespace vonk::view
