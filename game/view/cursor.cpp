#include "game/view/cursor.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "game/world/parts.h"

namespace vonk::view {

namespace {

constexpr double same_place = 1e-3;  // m
// A grid with more points than this is walked in longer steps; Shift takes the short ones.
constexpr double most_points = 2000;

std::vector<Vec2> gridOf(const play::Session& session) {
    const level::Scene& scene = session.level().scene;
    std::vector<Vec2> points;
    if (!(scene.grid > 0.0)) return points;
    const double all = scene.build.width() * scene.build.height() / (scene.grid * scene.grid);
    const double step = scene.grid * std::max(1.0, std::ceil(std::sqrt(all / most_points)));
    const Vec2 first = session.snap(scene.build.low, 0.0).metres();
    const auto columns = static_cast<int>(std::ceil(scene.build.width() / step));
    const auto rows = static_cast<int>(std::ceil(scene.build.height() / step));
    for (int row = -1; row <= rows; ++row)
        for (int column = -1; column <= columns; ++column) {
            const level::GridPoint point = session.snap(first + Vec2{column * step, row * step}, 0.0);
            if (scene.build.contains(point.metres()) && session.buildable(point))
                points.push_back(point.metres());
        }
    return points;
}

// Where a tap means this part and no other: its middle unless another one crosses there.
std::optional<Vec2> tapOn(const play::Session& session, const Picking& picking, const world::Part& part) {
    const auto* member = std::get_if<world::BetweenJoints>(&part.placement);
    if (!member) return middleOf(session.design(), part);
    for (const double share : {0.5, 0.35, 0.65, 0.25, 0.75}) {
        const Vec2 at = lerp(member->from.metres(), member->to.metres(), share);
        const world::Part* meant = picking.part(at, 10 * same_place);
        if (meant && meant->id == part.id) return at;
    }
    return std::nullopt;
}

Vec2 arrow(ui::Direction direction) {
    switch (direction) {
        case ui::Direction::Left:
            return {-1.0, 0.0};
        case ui::Direction::Right:
            return {1.0, 0.0};
        case ui::Direction::Up:
            return {0.0, 1.0};
        case ui::Direction::Down:
            return {0.0, -1.0};
    }
    return {};
}

}  // namespace

namespace {

void addStops(const play::Session& session, const Gestures& gestures, play::Side side,
              std::vector<Vec2>& stops) {
    const auto add = [&](Vec2 at) {
        if (side != play::Side::Both && gestures.sideAt(at) != side) return;
        if (std::ranges::none_of(stops, [&](Vec2 stop) { return distance(stop, at) < same_place; }))
            stops.push_back(at);
    };
    const world::Design& design = session.design();
    if (gestures.tool(side) == Tool::Erase) {
        for (const world::Part& part : design.parts)
            if (!session.check(play::Remove{part.id}))
                if (const auto at = tapOn(session, gestures.picking(), part)) add(*at);
        return;
    }
    if (gestures.tool(side) == Tool::Move) {
        for (const level::GridPoint joint : session.joints()) add(joint.metres());
        for (const world::Part& part : design.parts)
            if (const auto* point = std::get_if<world::AtPoint>(&part.placement)) add(point->at.metres());
        // Once something is in the hand, where it could go.
        if (gestures.chain(side))
            for (const Vec2 point : gridOf(session)) add(point);
        return;
    }
    const bool wired = gestures.picking().wireKind().has_value();
    for (const world::Part& part : design.parts) {
        if (!std::holds_alternative<world::AtPoint>(part.placement)) continue;
        if (const auto middle = middleOf(design, part)) add(*middle);
        std::uint8_t port = 0;
        for (const world::Port& one : world::row(part.kind).ports)
            if (one.kind == world::PortKind::Electrical && wired) add(terminalPosition(part, port++));
    }
    const auto kind = gestures.selected(side);
    const auto placement = kind ? std::optional(world::row(*kind).placement) : std::nullopt;
    if (placement == world::PlacementKind::BetweenJoints)
        for (const level::GridPoint joint : session.joints()) add(joint.metres());
    if (placement && placement != world::PlacementKind::PathBetween)
        for (const Vec2 point : gridOf(session)) add(point);
}

}  // namespace

std::vector<Vec2> cursorStops(const play::Session& session, const Gestures& gestures) {
    std::vector<Vec2> stops;
    for (const play::Side side : gestures.sides()) addStops(session, gestures, side, stops);
    return stops;
}

Vec2 cursorTowards(std::span<const Vec2> stops, Vec2 from, ui::Direction direction) {
    const Vec2 along = arrow(direction);
    const auto nearest = [&](double widest) {
        Vec2 best = from;
        double least = std::numeric_limits<double>::infinity();
        for (const Vec2 stop : stops) {
            const Vec2 way = stop - from;
            const double ahead = dot(way, along), beside = std::fabs(dot(way, perpendicular(along)));
            if (ahead < same_place || beside > widest * ahead + same_place) continue;
            const double far = ahead + 2.0 * beside;
            if (far >= least) continue;
            least = far;
            best = stop;
        }
        return best;
    };
    const Vec2 straight = nearest(1.0);
    return straight == from ? nearest(8.0) : straight;
}

Vec2 cursorBeginning(std::span<const Vec2> stops, Vec2 wished) {
    const auto nearest =
        std::ranges::min_element(stops, {}, [&](Vec2 stop) { return distance(stop, wished); });
    return nearest == stops.end() ? wished : *nearest;
}

}  // namespace vonk::view
