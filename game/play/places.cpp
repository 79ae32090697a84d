#include "game/play/places.h"

#include <algorithm>
#include <cmath>

#include "game/world/parts.h"

namespace vonk::play {
namespace {

constexpr double skin = 0.05;  // m of ground that does not count

double distanceToSegment(Vec2 point, Vec2 a, Vec2 b) {
    const Vec2 ab = b - a;
    const double t = std::clamp(dot(point - a, ab) / dot(ab, ab), 0.0, 1.0);
    return distance(point, lerp(a, b, t));
}

}  // namespace

world::GridPoint snapTo(const level::Scene& scene, const std::vector<world::GridPoint>& joints, Vec2 point,
                        double radius) {
    const world::GridPoint* nearest = nullptr;
    double best = radius;
    for (const world::GridPoint& joint : joints) {
        const double away = distance(joint.metres(), point);
        if (away <= best) {
            best = away;
            nearest = &joint;
        }
    }
    if (nearest != nullptr) return *nearest;
    const double step = std::floor(scene.grid * 1000 + 0.5);
    const auto along = [&](double metres, double low, double high) {
        // Within the build area, on the grid: the first and last lines of it that lie inside.
        const double first = std::ceil(low * 1000 / step - 1e-9),
                     last = std::floor(high * 1000 / step + 1e-9);
        const double line = std::floor(metres * 1000 / step + 0.5);
        return static_cast<std::int32_t>(std::max(first, std::min(line, last)) * step);
    };
    const Vec2 bounded{std::isfinite(point.x) ? point.x : 0.0, std::isfinite(point.y) ? point.y : 0.0};
    return {along(bounded.x, scene.build.low.x, scene.build.high.x),
            along(bounded.y, scene.build.low.y, scene.build.high.y)};
}

bool onGrid(const level::Scene& scene, world::GridPoint point) {
    const auto step = static_cast<std::int64_t>(std::floor(scene.grid * 1000 + 0.5));
    return step > 0 && point.x_mm % step == 0 && point.y_mm % step == 0;
}

bool isFree(const level::Scene& scene, world::GridPoint point) {
    return onGrid(scene, point) && scene.build.contains(point.metres()) &&
           !insideGround(scene, point.metres());
}

bool insideGround(const level::Scene& scene, Vec2 point) {
    for (const level::Ground& ground : scene.grounds) {
        const auto& outline = ground.outline;
        bool inside = false;
        double nearest = 1e9;
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const Vec2 a = outline[i], b = outline[(i + 1) % outline.size()];
            nearest = std::min(nearest, distanceToSegment(point, a, b));
            if ((a.y > point.y) != (b.y > point.y) &&
                point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y))
                inside = !inside;
        }
        if (inside && nearest > skin) return true;
    }
    return false;
}

bool crossesGround(const level::Scene& scene, Vec2 from, Vec2 to) {
    const double length = distance(from, to);
    const int steps = std::min(200, std::max(2, static_cast<int>(length / 0.1)));
    for (int i = 1; i < steps; ++i)
        if (insideGround(scene, lerp(from, to, static_cast<double>(i) / steps))) return true;
    return false;
}

Vec2 turned(Vec2 offset, std::int32_t quarter_turns) {
    for (int i = 0; i < quarter_turns; ++i) offset = perpendicular(offset);
    return offset;
}

Box coveredBy(const world::Part& part) {
    const auto& at = std::get<world::AtPoint>(part.placement);
    const Box& own = world::row(part.kind).footprint;
    const Vec2 a = turned(own.low, at.quarter_turns), b = turned(own.high, at.quarter_turns);
    const Vec2 centre = at.at.metres();
    return {centre + Vec2{std::min(a.x, b.x), std::min(a.y, b.y)},
            centre + Vec2{std::max(a.x, b.x), std::max(a.y, b.y)}};
}

bool overlap(const Box& a, const Box& b) {
    return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

Vec2 terminalPlace(const world::Design& design, world::Terminal terminal) {
    const world::Part* part = design.find(terminal.part);
    if (part == nullptr) return {};
    const auto* at = std::get_if<world::AtPoint>(&part->placement);
    const world::PartRow* row = world::findRow(part->kind);
    if (at == nullptr || row == nullptr || terminal.port >= row->ports.size()) return {};
    return at->at.metres() + turned(row->ports[terminal.port].offset, at->quarter_turns);
}

}  // namespace vonk::play
