#include "game/view/force_path.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace vonk::view {

namespace {

constexpr double least_share = 0.02;  // of the strongest
constexpr double level_slope = 0.12;  // sine of what still counts as level

// How far each joint is from the nearest support along members that carry, m.
std::vector<double> waysToSupport(const world::Snapshot& snapshot) {
    constexpr double far = std::numeric_limits<double>::infinity();
    std::vector<double> way(snapshot.joints.size(), far);
    for (const world::ReactionView& reaction : snapshot.reactions) way[reaction.joint] = 0.0;
    // Joints are few: rounds of relaxation until nothing changes.
    for (std::size_t round = 0; round < way.size(); ++round) {
        bool changed = false;
        for (const world::MemberView& member : snapshot.members) {
            if (member.broken || member.fallen) continue;
            const double size =
                distance(snapshot.joints[member.from].position, snapshot.joints[member.to].position);
            for (const auto& [one, other] :
                 {std::pair{member.from, member.to}, std::pair{member.to, member.from}}) {
                if (way[one] + size >= way[other]) continue;
                way[other] = way[one] + size;
                changed = true;
            }
        }
        if (!changed) break;
    }
    return way;
}

constexpr gfx::Color colourOf(ForceStream::Kind kind) {
    switch (kind) {
        case ForceStream::Kind::Pushed:
            return gfx::palette::pushed;
        case ForceStream::Kind::Pulled:
            return gfx::palette::pulled;
        case ForceStream::Kind::Load:
        case ForceStream::Kind::Road:
        case ForceStream::Kind::Support:
            break;
    }
    return gfx::palette::ink;
}

void triangle(gfx::Canvas& canvas, gfx::Point tip, gfx::Point along, float size, gfx::Color colour) {
    const gfx::Point back = tip - along * size;
    const gfx::Point across = gfx::perpendicular(along) * (0.62F * size);
    const std::array corners{tip, back + across, back - across};
    canvas.polygon(corners, colour);
}

// A bold arrow onto or away from a place.
void blockArrow(gfx::Canvas& canvas, gfx::Point from, gfx::Point to, float wide, float rim) {
    const float size = gfx::length(to - from);
    if (size < 1.0F) return;
    const gfx::Point along = (to - from) * (1.0F / size);
    const float head = std::min(1.5F * wide, 0.6F * size);
    for (const bool casing : {true, false}) {
        const float more = casing ? rim : 0.0F;
        const gfx::Color colour = casing ? gfx::hex(0xFFFFFF) : gfx::palette::ink;
        canvas.line(from - along * more, to - along * head, 0.55F * wide + 2.0F * more, colour);
        triangle(canvas, to + along * (1.6F * more), along, head + 2.6F * more, colour);
    }
}

}  // namespace

std::vector<ForceStream> forcePath(const world::Snapshot& snapshot) {
    std::vector<ForceStream> streams;
    const std::vector<double> way = waysToSupport(snapshot);
    for (const world::MemberView& member : snapshot.members) {
        if (member.broken || member.fallen || member.axial == 0.0) continue;
        const Vec2 from = snapshot.joints[member.from].position, to = snapshot.joints[member.to].position;
        const bool pulled = member.axial > 0.0;
        const double rise = to.y - from.y;
        // A push goes down, a pull hands up.
        bool forwards = pulled ? rise > 0.0 : rise < 0.0;
        if (std::fabs(rise) < level_slope * distance(from, to)) forwards = way[member.to] < way[member.from];
        streams.push_back({pulled ? ForceStream::Kind::Pulled : ForceStream::Kind::Pushed,
                           forwards ? from : to, forwards ? to : from, std::fabs(member.axial)});
    }
    for (const world::LoadView& load : snapshot.loads) {
        const double weight = -load.force.y;
        if (weight <= 0.0 || load.member >= snapshot.members.size()) continue;
        const world::MemberView& member = snapshot.members[load.member];
        if (member.broken || member.fallen) continue;
        streams.push_back({ForceStream::Kind::Load, load.place, load.place, weight});
        streams.push_back({ForceStream::Kind::Road, load.place, snapshot.joints[member.from].position,
                           weight * (1.0 - load.share)});
        streams.push_back(
            {ForceStream::Kind::Road, load.place, snapshot.joints[member.to].position, weight * load.share});
    }
    for (const world::ReactionView& reaction : snapshot.reactions) {
        const Vec2 place = snapshot.joints[reaction.joint].position;
        if (reaction.force.y > 0.0)
            streams.push_back({ForceStream::Kind::Support, place, place, reaction.force.y});
    }
    double strongest = 0.0;
    for (const ForceStream& stream : streams) strongest = std::max(strongest, stream.force);
    std::erase_if(streams, [&](const ForceStream& stream) { return stream.force < least_share * strongest; });
    return streams;
}

void drawForcePath(const Brush& brush, const std::vector<ForceStream>& streams) {
    double strongest = 0.0;
    for (const ForceStream& stream : streams) strongest = std::max(strongest, stream.force);
    if (strongest <= 0.0) return;
    gfx::Canvas& canvas = brush.canvas;
    const auto widthOf = [&](const ForceStream& stream) {
        return brush.kit(9.0 + 25.0 * std::sqrt(stream.force / strongest));
    };
    const auto isPlace = [](const ForceStream& stream) {
        return stream.kind == ForceStream::Kind::Load || stream.kind == ForceStream::Kind::Support;
    };
    // Light below, so that a stream stands out from wood, steel and sky alike.
    for (const ForceStream& stream : streams) {
        if (isPlace(stream)) continue;
        canvas.line(brush.at(stream.from), brush.at(stream.to), widthOf(stream) + brush.kit(8.0),
                    gfx::hex(0xFFFFFF));
    }
    for (const ForceStream& stream : streams) {
        if (isPlace(stream)) continue;
        const gfx::Point from = brush.at(stream.from), to = brush.at(stream.to);
        const float size = gfx::length(to - from), wide = widthOf(stream);
        if (size < 2.0F) continue;
        const gfx::Color colour = colourOf(stream.kind);
        canvas.line(from, to, wide, colour);
        const gfx::Point along = (to - from) * (1.0F / size);
        const float pitch = brush.kit(52.0), head = std::max(0.62F * wide, brush.kit(9.0));
        const double moved = brush.still ? 0.5 : brush.time * 1.1;
        const auto phase = static_cast<float>(moved - std::floor(moved));
        for (float at = phase * pitch; at < size; at += pitch) {
            if (at < head) continue;
            triangle(canvas, from + along * at, along, head, gfx::hex(0xFFFFFF));
        }
    }
    for (const ForceStream& stream : streams) {
        if (!isPlace(stream)) continue;
        const gfx::Point at = brush.at(stream.to);
        const float wide = 1.25F * widthOf(stream);
        const float size = brush.kit(46.0 + 54.0 * std::sqrt(stream.force / strongest));
        const float beside = brush.kit(stream.kind == ForceStream::Kind::Load ? 26.0 : 30.0);
        if (stream.kind == ForceStream::Kind::Load)
            blockArrow(canvas, {at.x, at.y - beside - size}, {at.x, at.y - beside}, wide, brush.kit(3.5));
        else
            blockArrow(canvas, {at.x, at.y + beside}, {at.x, at.y + beside + size}, wide, brush.kit(3.5));
    }
}

}  // namespace vonk::view
