#include "game/play/members.h"

#include <algorithm>
#include <vector>

namespace vonk::play {

using world::BetweenJoints;
using world::GridPoint;
using world::Part;

bool liesInside(GridPoint a, GridPoint b, GridPoint point) {
    const std::int64_t abx = b.x_mm - a.x_mm, aby = b.y_mm - a.y_mm;
    const std::int64_t apx = point.x_mm - a.x_mm, apy = point.y_mm - a.y_mm;
    if (abx * apy != aby * apx) return false;
    const std::int64_t along = abx * apx + aby * apy;
    return along > 0 && along < abx * abx + aby * aby;
}

double lengthOf(GridPoint a, GridPoint b) {
    return distance(a.metres(), b.metres());
}

bool Members::isAnchor(GridPoint point) const {
    return std::any_of(level_.scene.anchors.begin(), level_.scene.anchors.end(),
                       [&](const level::Anchor& anchor) { return anchor.at == point; });
}

bool Members::isJoint(GridPoint point) const {
    return isAnchor(point) || std::any_of(design_.parts.begin(), design_.parts.end(), [&](const Part& part) {
               const auto* member = std::get_if<BetweenJoints>(&part.placement);
               return member != nullptr && (member->from == point || member->to == point);
           });
}

bool Members::isOnMember(GridPoint point) const {
    return std::any_of(design_.parts.begin(), design_.parts.end(), [&](const Part& part) {
        const auto* member = std::get_if<BetweenJoints>(&part.placement);
        return member != nullptr && liesInside(member->from, member->to, point);
    });
}

const Part* Members::between(GridPoint a, GridPoint b) const {
    for (const Part& part : design_.parts) {
        const auto* member = std::get_if<BetweenJoints>(&part.placement);
        if (member != nullptr &&
            ((member->from == a && member->to == b) || (member->from == b && member->to == a)))
            return &part;
    }
    return nullptr;
}

void Members::cutAt(GridPoint point) {
    for (std::size_t i = 0; i < design_.parts.size(); ++i) {
        auto* member = std::get_if<BetweenJoints>(&design_.parts[i].placement);
        if (member == nullptr || !liesInside(member->from, member->to, point)) continue;
        Part second = design_.parts[i];
        if (!second.cut_from) second.cut_from = second.id;
        second.id = {next_++};
        second.placement = BetweenJoints{point, member->to};
        member->to = point;
        design_.parts.push_back(second);  // is not cut again: the point is its end
    }
}

void Members::cutAtJoints(PartId id) {
    const auto found = std::find_if(design_.parts.begin(), design_.parts.end(),
                                    [&](const Part& part) { return part.id == id; });
    if (found == design_.parts.end()) return;
    const Part whole = *found;
    const auto ends = std::get<BetweenJoints>(whole.placement);
    std::vector<GridPoint> stops;
    const auto consider = [&](GridPoint point) {
        if (liesInside(ends.from, ends.to, point) &&
            std::find(stops.begin(), stops.end(), point) == stops.end())
            stops.push_back(point);
    };
    for (const level::Anchor& anchor : level_.scene.anchors) consider(anchor.at);
    for (const Part& part : design_.parts)
        if (const auto* member = std::get_if<BetweenJoints>(&part.placement)) {
            consider(member->from);
            consider(member->to);
        }
    if (stops.empty()) return;
    std::sort(stops.begin(), stops.end(),
              [&](GridPoint a, GridPoint b) { return lengthOf(ends.from, a) < lengthOf(ends.from, b); });
    stops.push_back(ends.to);

    design_.parts.erase(found);
    bool first = true;
    GridPoint from = ends.from;
    for (const GridPoint to : stops) {
        const Part* other = between(from, to);
        if (other == nullptr) {
            Part piece = whole;
            piece.placement = BetweenJoints{from, to};
            if (!first) {
                piece.id = {next_++};
                piece.cut_from = whole.cut_from ? whole.cut_from : whole.id;
            }
            first = false;
            design_.parts.push_back(piece);
        }
        from = to;
    }
}

void Members::healAt(GridPoint point) {
    if (isAnchor(point)) return;
    std::vector<std::size_t> here;
    for (std::size_t i = 0; i < design_.parts.size(); ++i)
        if (const auto* member = std::get_if<BetweenJoints>(&design_.parts[i].placement))
            if (member->from == point || member->to == point) here.push_back(i);
    if (here.size() != 2) return;
    const auto origin = [](const Part& part) { return part.cut_from ? part.cut_from : part.id; };
    Part& a = design_.parts[here[0]];
    const Part& b = design_.parts[here[1]];
    if (a.kind != b.kind || a.fixed != b.fixed || origin(a) != origin(b)) return;
    const auto far = [&](const Part& part) {
        const auto& member = std::get<BetweenJoints>(part.placement);
        return member.from == point ? member.to : member.from;
    };
    const GridPoint start = far(a), end = far(b);
    if (!liesInside(start, end, point) || between(start, end) != nullptr) return;
    auto& member = std::get<BetweenJoints>(a.placement);
    (member.from == point ? member.from : member.to) = end;
    if (b.id == origin(b)) a.id = b.id;
    if (a.id == origin(a)) a.cut_from = {};
    design_.parts.erase(design_.parts.begin() + static_cast<std::ptrdiff_t>(here[1]));
}

void Members::sort() {
    std::sort(design_.parts.begin(), design_.parts.end(),
              [](const Part& a, const Part& b) { return a.id < b.id; });
}

}  // namespace vonk::play
