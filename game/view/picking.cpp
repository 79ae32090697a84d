#include "game/view/picking.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "game/world/parts.h"

namespace vonk::view {

namespace {

// A member may be this much longer than its limit, so that rounding to whole millimetres forbids nothing.
constexpr double reach_slack = 1e-6;
// A grid finer than any finger has no dots to show.
constexpr std::int64_t most_points = 5000;

Vec2 turned(Vec2 offset, std::int32_t quarter_turns) {
    const int turns = ((quarter_turns % 4) + 4) % 4;
    for (int i = 0; i < turns; ++i) offset = perpendicular(offset);
    return offset;
}

const world::AtPoint* pointOf(const world::Part& part) {
    return std::get_if<world::AtPoint>(&part.placement);
}

std::vector<Vec2> electricalPorts(world::PartKind kind) {
    std::vector<Vec2> offsets;
    for (const world::Port& port : world::row(kind).ports) {
        if (port.kind == world::PortKind::Electrical) offsets.push_back(port.offset);
    }
    return offsets;
}

double distanceToPath(Vec2 point, const std::vector<Vec2>& path) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < path.size(); ++i) {
        nearest = std::min(nearest, distanceToSegment(point, path[i - 1], path[i]));
    }
    return nearest;
}

double distanceToBox(Vec2 point, const Box& box) {
    const Vec2 nearest{std::clamp(point.x, box.low.x, box.high.x),
                       std::clamp(point.y, box.low.y, box.high.y)};
    return distance(point, nearest);
}

}  // namespace

double distanceToSegment(Vec2 point, Vec2 from, Vec2 to) {
    const Vec2 along = to - from;
    const double squared = dot(along, along);
    const double t = squared > 0.0 ? std::clamp(dot(point - from, along) / squared, 0.0, 1.0) : 0.0;
    return distance(point, from + t * along);
}

Vec2 terminalPosition(const world::Part& part, std::uint8_t port) {
    const world::AtPoint* point = pointOf(part);
    const std::vector<Vec2> ports = electricalPorts(part.kind);
    if (!point || port >= ports.size()) return {};
    return point->at.metres() + turned(ports[port], point->quarter_turns);
}

Vec2 terminalOutwards(const world::Part& part, std::uint8_t port) {
    const world::AtPoint* point = pointOf(part);
    const std::vector<Vec2> ports = electricalPorts(part.kind);
    if (!point || port >= ports.size()) return {1.0, 0.0};
    // Straight out to the side: a terminal sits at the end of its part, be it a little higher or lower than
    // the middle.
    const Vec2 offset = ports[port];
    const Vec2 side = std::fabs(offset.x) >= std::fabs(offset.y) * 0.5
                          ? Vec2{offset.x < 0.0 ? -1.0 : 1.0, 0.0}
                          : Vec2{0.0, offset.y < 0.0 ? -1.0 : 1.0};
    return turned(side, point->quarter_turns);
}

Box deviceBody(world::PartKind kind) {
    return world::row(kind).footprint;
}

std::vector<Vec2> wirePath(Vec2 from, Vec2 from_outwards, Vec2 to, Vec2 to_outwards) {
    constexpr int pieces = 24;
    const double pull = 0.3 * distance(from, to) + 0.03;
    const Vec2 a = from + pull * from_outwards;
    const Vec2 b = to + pull * to_outwards;
    std::vector<Vec2> path;
    path.reserve(pieces + 1);
    for (int i = 0; i <= pieces; ++i) {
        const double t = static_cast<double>(i) / pieces;
        const double s = 1.0 - t;
        path.push_back(s * s * s * from + 3.0 * s * s * t * a + 3.0 * s * t * t * b + t * t * t * to);
    }
    return path;
}

std::vector<Vec2> wirePath(const world::Design& design, const world::PathBetween& path) {
    const world::Part* from = design.find(path.from.part);
    const world::Part* to = design.find(path.to.part);
    if (!from || !to) return {};
    return wirePath(terminalPosition(*from, path.from.port), terminalOutwards(*from, path.from.port),
                    terminalPosition(*to, path.to.port), terminalOutwards(*to, path.to.port));
}

std::optional<Vec2> middleOf(const world::Design& design, const world::Part& part) {
    if (const auto* member = std::get_if<world::BetweenJoints>(&part.placement))
        return lerp(member->from.metres(), member->to.metres(), 0.5);
    if (const auto* point = pointOf(part)) return point->at.metres();
    if (const auto* path = std::get_if<world::PathBetween>(&part.placement)) {
        const std::vector<Vec2> line = wirePath(design, *path);
        if (!line.empty()) return line[line.size() / 2];
    }
    return std::nullopt;
}

std::optional<world::GridPoint> Picking::joint(Vec2 at, double radius) const {
    std::optional<world::GridPoint> best;
    double nearest = radius;
    for (const world::GridPoint candidate : session_.joints()) {
        const double away = distance(candidate.metres(), at);
        if (away <= nearest) {
            nearest = away;
            best = candidate;
        }
    }
    return best;
}

std::optional<world::Terminal> Picking::terminal(Vec2 at, double radius) const {
    std::optional<world::Terminal> best;
    double nearest = radius;
    for (const world::Part& part : session_.design().parts) {
        const world::AtPoint* point = pointOf(part);
        if (!point) continue;
        const std::size_t count = electricalPorts(part.kind).size();
        const double to_middle = distance(point->at.metres(), at);
        for (std::size_t port = 0; port < count; ++port) {
            const auto index = static_cast<std::uint8_t>(port);
            const double away = distance(terminalPosition(part, index), at);
            // The middle of a small part means the part, not its terminal.
            if (away <= nearest && away < to_middle) {
                nearest = away;
                best = world::Terminal{part.id, index};
            }
        }
    }
    return best;
}

const world::Part* Picking::device(Vec2 at, double radius) const {
    const world::Part* best = nullptr;
    double nearest = radius;
    for (const world::Part& part : session_.design().parts) {
        const world::AtPoint* point = pointOf(part);
        if (!point) continue;
        const Vec2 local = turned(at - point->at.metres(), 4 - point->quarter_turns);
        const double away = distanceToBox(local, deviceBody(part.kind));
        if (away <= nearest) {
            nearest = away;
            best = &part;
        }
    }
    return best;
}

const world::Part* Picking::part(Vec2 at, double radius) const {
    const world::Part* best = nullptr;
    double nearest = radius;
    const auto offer = [&](const world::Part& part, double away) {
        if (away <= nearest) {
            nearest = away;
            best = &part;
        }
    };
    for (const world::Part& part : session_.design().parts) {
        if (const auto* member = std::get_if<world::BetweenJoints>(&part.placement)) {
            offer(part, distanceToSegment(at, member->from.metres(), member->to.metres()));
        } else if (const auto* path = std::get_if<world::PathBetween>(&part.placement)) {
            offer(part, distanceToPath(at, wirePath(session_.design(), *path)));
        }
    }
    // A body is under the finger or it is not: it only wins where no wire or member is nearer.
    if (const world::Part* body = device(at, radius)) {
        if (!best || nearest > 0.25 * radius) return body;
    }
    return best;
}

std::vector<PartId> Picking::parts(Vec2 at, double radius) const {
    std::vector<PartId> met;
    for (const world::Part& part : session_.design().parts) {
        double away = std::numeric_limits<double>::infinity();
        if (const auto* member = std::get_if<world::BetweenJoints>(&part.placement))
            away = distanceToSegment(at, member->from.metres(), member->to.metres());
        else if (const auto* path = std::get_if<world::PathBetween>(&part.placement))
            away = distanceToPath(at, wirePath(session_.design(), *path));
        if (away <= radius) met.push_back(part.id);
    }
    if (const world::Part* body = device(at, 0.0)) met.push_back(body->id);
    return met;
}

std::vector<world::GridPoint> Picking::grid() const {
    std::vector<world::GridPoint> points = gridWithin(session_.level().scene.build);
    std::erase_if(points, [&](world::GridPoint point) { return !session_.buildable(point); });
    return points;
}

std::vector<world::GridPoint> Picking::gridWithin(const Box& box) const {
    std::vector<world::GridPoint> points;
    const double grid = session_.level().scene.grid;
    if (!(grid > 0.0)) return points;
    const world::GridPoint first = session_.snap(box.low, 0.0);
    const auto step = static_cast<std::int32_t>(std::lround(grid * 1000.0));
    if (step <= 0) return points;
    const auto columns = static_cast<std::int32_t>(std::floor(box.width() / grid)) + 2;
    const auto rows = static_cast<std::int32_t>(std::floor(box.height() / grid)) + 2;
    if (static_cast<std::int64_t>(columns) * rows > most_points) return points;
    for (std::int32_t row = -1; row < rows; ++row) {
        for (std::int32_t column = -1; column < columns; ++column) {
            const world::GridPoint point{first.x_mm + column * step, first.y_mm + row * step};
            if (box.contains(point.metres())) points.push_back(point);
        }
    }
    return points;
}

Picking::Goal Picking::goal(world::GridPoint start, Vec2 finger, double longest, double joint_radius) const {
    const Vec2 from = start.metres();
    const double reach = longest > 0.0 ? longest : std::numeric_limits<double>::infinity();
    const double away = distance(from, finger);
    Goal goal;
    goal.clamped = away > reach + reach_slack;
    goal.end = goal.clamped ? from + (reach / away) * (finger - from) : finger;

    double nearest = joint_radius;
    std::optional<world::GridPoint> best;
    for (const world::GridPoint candidate : session_.joints()) {
        const Vec2 at = candidate.metres();
        const double miss = std::min(distance(at, finger), distance(at, goal.end));
        if (candidate == start || miss > nearest || distance(from, at) > reach + reach_slack) continue;
        nearest = miss;
        best = candidate;
    }
    const double grid = session_.level().scene.grid;
    if (!best && away > 0.5 * std::min(grid, joint_radius)) {
        const Vec2 margin{2.0 * grid, 2.0 * grid};
        double shortest = std::numeric_limits<double>::infinity();
        for (const world::GridPoint candidate : gridWithin({goal.end - margin, goal.end + margin})) {
            const Vec2 at = candidate.metres();
            const double miss = distance(at, goal.end);
            if (candidate == start || miss >= shortest || distance(from, at) > reach + reach_slack) continue;
            if (!session_.level().scene.build.contains(at)) continue;
            shortest = miss;
            best = candidate;
        }
        // Far outside the place to build nothing is meant.
        if (best && shortest > 2.0 * grid) best.reset();
    }
    goal.at = best.value_or(start);
    return goal;
}

std::vector<world::GridPoint> Picking::places(world::PartKind kind, world::GridPoint start) const {
    const double longest = session_.longest(kind);
    const Vec2 from = start.metres();
    Box box = session_.level().scene.build;
    if (longest > 0.0) {
        box.low = {std::max(box.low.x, from.x - longest), std::max(box.low.y, from.y - longest)};
        box.high = {std::min(box.high.x, from.x + longest), std::min(box.high.y, from.y + longest)};
    }
    std::vector<world::GridPoint> candidates = gridWithin(box);
    for (const world::GridPoint joint : session_.joints()) {
        if (std::find(candidates.begin(), candidates.end(), joint) == candidates.end())
            candidates.push_back(joint);
    }
    std::vector<world::GridPoint> points;
    for (const world::GridPoint candidate : candidates) {
        if (candidate == start) continue;
        if (longest > 0.0 && distance(from, candidate.metres()) > longest + reach_slack) continue;
        if (!session_.check(play::Place{kind, world::BetweenJoints{start, candidate}}))
            points.push_back(candidate);
    }
    return points;
}

std::vector<world::GridPoint> Picking::places(world::PartKind kind) const {
    std::vector<world::GridPoint> points;
    for (const world::GridPoint candidate : gridWithin(session_.level().scene.build)) {
        if (!session_.check(play::Place{kind, world::AtPoint{candidate, 0}})) points.push_back(candidate);
    }
    return points;
}

std::vector<world::GridPoint> Picking::places(const world::Part& device) const {
    std::vector<world::GridPoint> points;
    const world::AtPoint* now = pointOf(device);
    if (!now) return points;
    for (const world::GridPoint candidate : gridWithin(session_.level().scene.build)) {
        if (candidate == now->at) continue;
        if (!session_.check(play::Move{device.id, world::AtPoint{candidate, now->quarter_turns}}))
            points.push_back(candidate);
    }
    return points;
}

std::vector<world::Terminal> Picking::ends(world::PartKind kind, world::Terminal start) const {
    std::vector<world::Terminal> terminals;
    for (const world::Part& part : session_.design().parts) {
        if (!pointOf(part)) continue;
        const std::size_t count = electricalPorts(part.kind).size();
        for (std::size_t port = 0; port < count; ++port) {
            const world::Terminal end{part.id, static_cast<std::uint8_t>(port)};
            if (end != start && !session_.check(play::Connect{kind, start, end})) terminals.push_back(end);
        }
    }
    return terminals;
}

std::optional<world::PartKind> Picking::wireKind() const {
    for (const level::PaletteItem& item : session_.level().palette) {
        const world::PartRow* row = world::findRow(item.part);
        if (row && row->placement == world::PlacementKind::PathBetween) return row->kind;
    }
    return std::nullopt;
}

}  // namespace vonk::view
