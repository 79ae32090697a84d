#include "game/view/told_break.h"

#include <algorithm>
#include <cmath>

#include "game/view/told_shape.h"
#include "game/world/vehicles.h"

namespace vonk::view {

namespace {

constexpr double degree = two_pi / 360.0;
constexpr double opening_ticks = 9.0;         // until the pieces stand as they are told
constexpr double least_rise = 26.0 * degree;  // of pushed halves, that they are seen above what they bore
constexpr double greatest_rise = 56.0 * degree;
constexpr double greatest_dip = 24.0 * degree;  // of bent halves with nothing on them
constexpr double least_dip = 3.0 * degree;
constexpr double clear_rise = 13.0 * degree;  // that their ends do not touch
constexpr double torn_dip = 7.0 * degree;
constexpr float rise_bow = 0.09F;  // of a half's length

// How far a half that hinges at `bolt` sinks until it lies under what stands on it; nothing if nothing does.
// Radians.
std::optional<double> dipUnder(const world::Snapshot& snapshot, Vec2 bolt, Vec2 along, double reach) {
    std::optional<double> dip;
    for (const world::BodyView& body : snapshot.bodies) {
        double below = 0.0;
        if (body.kind == world::BodyKind::Wheel) {
            below = 0.5 * body.size.y;
        } else if (body.kind == world::BodyKind::Walker) {
            const world::VehicleRow* row = world::findVehicle(body.vehicle);
            below = 0.5 * body.size.y + (row ? row->wheel_radius : 0.0);
        } else {
            continue;
        }
        const Vec2 foot = body.pose.position - Vec2{0.0, below} - bolt;
        const double out = dot(foot, along);
        if (out < 0.25 * reach || out > 1.1 * reach) continue;
        const double sunk = along.x * foot.y - along.y * foot.x;
        const double under = std::atan2(std::max(0.0, along.x >= 0.0 ? -sunk : sunk), out);
        dip = std::min(dip.value_or(greatest_dip), under);
    }
    return dip;
}

}  // namespace

std::optional<ToldHalves> toldHalves(const Brush& brush, const world::Snapshot& snapshot,
                                     const BreakTold& told, double tick, bool rope) {
    const auto found =
        std::find_if(snapshot.members.begin(), snapshot.members.end(),
                     [&](const world::MemberView& member) { return member.part == told.part; });
    if (found == snapshot.members.end() || !found->broken) return std::nullopt;
    if (found->from >= snapshot.joints.size() || found->to >= snapshot.joints.size()) return std::nullopt;
    ToldHalves result;
    result.member = *found;
    result.anchors = {snapshot.joints[found->from].anchor, snapshot.joints[found->to].anchor};
    const Vec2 from = boltOf(snapshot, found->from, found->part);
    const Vec2 to = boltOf(snapshot, found->to, found->part);
    const double whole =
        distance(snapshot.joints[found->from].origin.metres(), snapshot.joints[found->to].origin.metres());
    const double apart = distance(from, to);
    if (whole < 1e-6 || apart < 1e-6) return std::nullopt;
    const Vec2 along = (1.0 / apart) * (to - from);
    const Vec2 up = along.x >= 0.0 ? Vec2{-along.y, along.x} : Vec2{along.y, -along.x};
    const double open = 1.0 - std::pow(1.0 - std::clamp((tick - told.tick) / opening_ticks, 0.0, 1.0), 2.0);

    const bool pushed = found->cause == ReasonId::Buckled || found->cause == ReasonId::Crushed;
    const bool bent = found->cause == ReasonId::Bent;
    const double length = (pushed ? 0.43 : bent ? 0.485 : 0.45) * whole;
    const std::array bolts{from, to};
    std::array<Vec2, 2> tips;
    // A half that bears nothing sinks with the other one.
    const std::array dips{dipUnder(snapshot, from, along, length),
                          dipUnder(snapshot, to, -1.0 * along, length)};
    for (std::size_t end = 0; end < 2; ++end) {
        const Vec2 inwards = end == 0 ? along : -1.0 * along;
        double turn = 0.0;
        if (pushed) {
            const double met = std::acos(std::clamp(apart / whole, 0.0, 1.0));
            turn = std::min(std::max(met + open * clear_rise, open * least_rise), greatest_rise);
        } else if (bent) {
            turn =
                -std::max(open * least_dip, dips[end].value_or(dips[1 - end].value_or(open * greatest_dip)));
        } else {
            turn = -open * torn_dip * (rope ? 3.0 : 1.0);
        }
        tips[end] = bolts[end] + length * (std::cos(turn) * inwards + std::sin(turn) * up);
        MemberDrawing& half = result.halves[end];
        half.kind = found->kind;
        half.unit = brush.unit;
        half.from = brush.at(bolts[end]);
        half.to = brush.at(tips[end]);
        const float side = (end == 0) == (along.x >= 0.0) ? -1.0F : 1.0F;  // of the screen's upper side
        if (found->cause == ReasonId::Buckled)
            half.bow = side * rise_bow * static_cast<float>(open) * gfx::length(half.to - half.from);
    }
    result.tip = brush.at(lerp(tips[0], tips[1], 0.5));
    return result;
}

}  // namespace vonk::view
