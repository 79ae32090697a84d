#include "game/screens/ideas.h"
#include "game/play/building.h"
#include "game/world/parts.h"

#include <algorithm>
#include <cmath>

namespace vonk::screens {

using level::GridPoint;
using play::Place;
using world::BetweenJoints;
using world::PartKind;

namespace {

// Whether the place could not be built on, were the session building: asked while the failure is still told.
bool refused(const play::Session& session, const Place& place) {
    const play::Built now{session.design(), session.nextPart().value};
    return !play::build(session.level(), now, place);
}

const world::Part* partOf(const play::Session& session, const Reason& reason) {
    return reason.parts.empty() ? nullptr : session.design().find(reason.parts.front());
}

std::optional<BetweenJoints> spanOf(const world::Part* part) {
    if (!part) return std::nullopt;
    const auto* between = std::get_if<BetweenJoints>(&part->placement);
    return between ? std::optional(*between) : std::nullopt;
}

std::vector<PartKind> membersOf(const play::Session& session, bool deck) {
    std::vector<PartKind> kinds;
    for (const auto& item : session.level().palette)
        if (const world::PartRow* row = world::findRow(item.part);
            row && row->member && row->member->deck == deck)
            kinds.push_back(row->kind);
    return kinds;
}

// The kind of the palette that bears more than `kind`, the least of them; nothing if it is the strongest.
std::optional<PartKind> stronger(const play::Session& session, PartKind kind) {
    const auto strength = [](PartKind of) {
        const auto& member = *world::row(of).member;
        return member.cable ? 0.0 : member.yield * member.area;
    };
    if (!world::row(kind).member) return std::nullopt;
    std::optional<PartKind> best;
    for (const PartKind other : membersOf(session, world::row(kind).member->deck))
        if (strength(other) > strength(kind) && (!best || strength(other) < strength(*best))) best = other;
    return best;
}

// What struts are made of: the kind of the palette that is pushed well and carries no wheels, the failed one
// first.
std::vector<PartKind> strutKinds(const play::Session& session, std::optional<PartKind> first) {
    std::vector<PartKind> kinds;
    for (const PartKind kind : membersOf(session, false))
        if (!world::row(kind).member->cable) kinds.push_back(kind);
    if (first)
        std::stable_sort(kinds.begin(), kinds.end(),
                         [&](PartKind a, PartKind b) { return a == *first && b != *first; });
    return kinds;
}

std::vector<GridPoint> pointsBetween(const level::Scene& scene, const BetweenJoints& span) {
    // Grid points on the member itself, the middle first.
    std::vector<GridPoint> points;
    const auto step = std::int32_t(std::lround(scene.grid * 1000));
    const std::int64_t dx = span.to.x_mm - span.from.x_mm, dy = span.to.y_mm - span.from.y_mm;
    const std::int64_t cells = std::max(std::abs(dx), std::abs(dy)) / std::max(step, 1);
    for (std::int64_t k = 1; k < cells; ++k) {
        if (dx * k % cells != 0 || dy * k % cells != 0) continue;
        const GridPoint p{std::int32_t(span.from.x_mm + dx * k / cells),
                          std::int32_t(span.from.y_mm + dy * k / cells)};
        if (p.x_mm % step == 0 && p.y_mm % step == 0) points.push_back(p);
    }
    const Vec2 middle = 0.5 * (span.from.metres() + span.to.metres());
    std::stable_sort(points.begin(), points.end(), [&](GridPoint a, GridPoint b) {
        return distance(a.metres(), middle) < distance(b.metres(), middle);
    });
    return points;
}

// A strut from `at` to a joint off the line of the member: the shortest that is possible, from below first
// where wanted.
std::optional<Place> strut(const play::Session& session, GridPoint at, const BetweenJoints& span,
                           PartKind kind, bool from_below) {
    const Vec2 along = span.to.metres() - span.from.metres();
    std::optional<Place> best;
    double least = 1e9;
    for (const GridPoint joint : session.joints()) {
        const Vec2 to = joint.metres() - at.metres();
        const double off = std::fabs(cross(along, to)) / std::max(length(along), 1e-9);
        if (off < 0.4) continue;  // on the line of the member it would not hold it
        const double cost = length(to) * (from_below && to.y > 0 ? 3.0 : 1.0);
        const Place place{kind, BetweenJoints{at, joint}};
        if (cost < least && !refused(session, place)) {
            least = cost;
            best = place;
        }
    }
    return best;
}

Idea support(const play::Session& session, const BetweenJoints& span, std::optional<PartKind> of,
             std::string name, bool from_below) {
    Idea idea;
    idea.name = std::move(name);
    const auto kinds = strutKinds(session, of);
    auto points = pointsBetween(session.level().scene, span);
    if (from_below && points.empty()) points = {span.from, span.to};
    for (const GridPoint at : points)
        for (const PartKind kind : kinds)
            if (auto move = strut(session, at, span, kind, from_below)) {
                idea.moves.push_back(*move);
                idea.joint = at;
                idea.kind = kind;
                return idea;
            }
    if (!points.empty()) idea.joint = points.front();
    if (!kinds.empty()) idea.kind = kinds.front();
    return idea;
}

// Where all joints lie on one line there is nothing to tie to: a new joint over (or under) the longest loose
// piece, held from both of its ends.
void raiseTriangle(const play::Session& session, const Reason& reason, const std::vector<PartKind>& kinds,
                   Idea& idea) {
    std::optional<BetweenJoints> base;
    for (const PartId id : reason.parts)
        if (const auto span = spanOf(session.design().find(id)))
            if (!base || distance(span->from.metres(), span->to.metres()) >
                             distance(base->from.metres(), base->to.metres()))
                base = span;
    if (!base) return;
    const auto step = std::int32_t(std::lround(session.level().scene.grid * 1000));
    const Vec2 middle = 0.5 * (base->from.metres() + base->to.metres());
    const double wanted = 0.6 * distance(base->from.metres(), base->to.metres());
    double least = 1e9;
    for (std::int32_t up = -6; up <= 6; ++up)
        for (std::int32_t aside = -2; aside <= 2; ++aside) {
            const GridPoint apex{std::int32_t(std::lround(middle.x / step * 1000)) * step + aside * step,
                                 std::int32_t(std::lround(middle.y / step * 1000)) * step + up * step};
            // Above rather than below, as high as steep, and over the middle.
            const double cost = std::fabs(std::abs(up) * step / 1000.0 - wanted) +
                                2.0 * std::fabs(apex.metres().x - middle.x) + (up < 0 ? 3.0 : 0.0);
            if (up == 0 || cost >= least) continue;
            for (const PartKind kind : kinds) {
                const Place left{kind, BetweenJoints{base->from, apex}},
                    right{kind, BetweenJoints{base->to, apex}};
                if (refused(session, left) || refused(session, right)) continue;
                least = cost;
                idea.moves = {left, right};
                idea.joint = apex;
                idea.kind = kind;
                break;
            }
        }
}

// The shortest member that ties a joint of the loose part to another one it is not tied to.
Idea triangle(const play::Session& session, const Reason& reason) {
    Idea idea;
    idea.name = "triangle";
    auto kinds = strutKinds(session, std::nullopt);
    // Where there are ropes only, one makes a triangle with the ground: the farther it goes the less it is
    // pulled.
    const bool ropes = kinds.empty();
    if (ropes) kinds = membersOf(session, false);
    std::vector<GridPoint> loose;
    for (const PartId id : reason.parts)
        if (const auto span = spanOf(session.design().find(id)))
            for (const GridPoint p : {span->from, span->to})
                if (std::find(loose.begin(), loose.end(), p) == loose.end()) loose.push_back(p);
    double least = 1e9;
    for (const GridPoint from : loose)
        for (const GridPoint to : session.joints()) {
            const double away = (ropes ? -1.0 : 1.0) * distance(from.metres(), to.metres());
            if (ropes && to.y_mm > from.y_mm) continue;
            // A flat one stiffens nothing.
            if (from == to || away >= least || std::abs(from.y_mm - to.y_mm) < 400) continue;
            for (const PartKind kind : kinds) {
                const Place place{kind, BetweenJoints{from, to}};
                if (refused(session, place)) continue;
                least = away;
                idea.moves = {place};
                idea.joint = from;
                idea.kind = kind;
                break;
            }
        }
    if (idea.moves.empty()) raiseTriangle(session, reason, kinds, idea);
    if (!idea.kind && !kinds.empty()) idea.kind = kinds.front();
    return idea;
}

Idea strengthen(const play::Session& session, const world::Part& part, const BetweenJoints& span) {
    Idea idea;
    idea.name = "stronger";
    idea.kind = stronger(session, part.kind);
    if (idea.kind) {
        const Place place{*idea.kind, span};
        if (!refused(session, place)) idea.moves.push_back(place);
    }
    return idea;
}

// The same piece of the kind that stretches least, as long as that is another one.
Idea stiffen(const play::Session& session, const world::Part& part, const BetweenJoints& span) {
    const auto stiffness = [](PartKind kind) {
        const auto& member = *world::row(kind).member;
        return member.young * member.area;
    };
    Idea idea;
    idea.name = "stiffer";
    for (const PartKind kind : strutKinds(session, std::nullopt))
        if (stiffness(kind) > stiffness(idea.kind.value_or(part.kind))) idea.kind = kind;
    if (!idea.kind) return idea;
    const Place place{*idea.kind, span};
    if (!refused(session, place)) idea.moves.push_back(place);
    return idea;
}

// A second rope from an end of the one that snapped, to the farthest joint below it.
Idea share(const play::Session& session, const world::Part& part, const BetweenJoints& span) {
    Idea idea;
    idea.name = "share";
    idea.kind = part.kind;
    double most = 0.0;
    for (const GridPoint from : {span.from, span.to})
        for (const GridPoint to : session.joints()) {
            const double away = distance(from.metres(), to.metres());
            const Place place{part.kind, BetweenJoints{from, to}};
            if (to.y_mm >= from.y_mm || away <= most || refused(session, place)) continue;
            most = away;
            idea.moves = {place};
            idea.joint = from;
        }
    return idea;
}

// The upper end of a rope that lies flat, where it may be moved: steeper it would pull less hard.
std::optional<GridPoint> tooFlat(const play::Session& session, const world::Part& part,
                                 const BetweenJoints& span) {
    const auto& member = world::row(part.kind).member;
    if (!member || !member->cable) return std::nullopt;
    const GridPoint upper = span.from.y_mm > span.to.y_mm ? span.from : span.to;
    if (std::abs(span.from.y_mm - span.to.y_mm) >= std::abs(span.from.x_mm - span.to.x_mm))
        return std::nullopt;
    const auto& anchors = session.level().scene.anchors;
    const auto& parts = session.design().parts;
    const bool held =
        std::ranges::any_of(anchors, [&](const level::Anchor& anchor) { return anchor.at == upper; }) ||
        std::ranges::any_of(parts, [&](const world::Part& other) {
            const auto at = spanOf(&other);
            return other.fixed && at && (at->from == upper || at->to == upper);
        });
    return held ? std::nullopt : std::optional(upper);
}

// An end of a piece that is too long and may move.
Idea shorten(const play::Session& session, const BetweenJoints& span) {
    Idea idea;
    idea.name = "shorter";
    const auto& anchors = session.level().scene.anchors;
    for (const GridPoint end : {span.from, span.to})
        if (std::none_of(anchors.begin(), anchors.end(),
                         [&](const level::Anchor& anchor) { return anchor.at == end; }))
            idea.joint = end;
    return idea;
}

// Deck from joint to joint along the road, where none is yet.
Idea road(const play::Session& session) {
    Idea idea;
    idea.name = "road";
    const auto kinds = membersOf(session, true);
    if (kinds.empty()) return idea;
    idea.kind = kinds.front();
    const auto height = std::int32_t(std::lround(session.level().scene.road * 1000));
    std::vector<GridPoint> along;
    for (const GridPoint p : session.joints())
        if (p.y_mm == height) along.push_back(p);
    std::sort(along.begin(), along.end());
    for (std::size_t k = 0; k + 1 < along.size(); ++k) {
        const Place place{*idea.kind, BetweenJoints{along[k], along[k + 1]}};
        if (refused(session, place)) continue;
        idea.moves.push_back(place);
        idea.joint = along[k];
        return idea;
    }
    // Nothing spans the gap yet: as far as one piece reaches.
    const double most = session.longest(*idea.kind);
    for (std::size_t k = 0; k + 1 < along.size(); ++k)
        for (double x = along[k].metres().x + most; x > along[k].metres().x;
             x -= session.level().scene.grid) {
            const GridPoint to{std::int32_t(std::lround(x * 1000)), height};
            const Place place{*idea.kind, BetweenJoints{along[k], to}};
            if (refused(session, place)) continue;
            idea.moves.push_back(place);
            idea.joint = along[k];
            return idea;
        }
    return idea;
}

std::string wanted(const play::Session& session, const Reason& reason, const world::Part* part) {
    switch (reason.id) {
        case ReasonId::Buckled:
            return "joint";
        case ReasonId::Bent:
            return "support";
        case ReasonId::NotHeldUp:
            return "triangle";
        case ReasonId::Snapped:
        case ReasonId::Crushed: {
            if (part && stronger(session, part->kind)) return "stronger";
            const auto& member = part ? world::row(part->kind).member : std::nullopt;
            return member && member->cable ? "share" : "support";
        }
        case ReasonId::CableSlack:
            return "beam";
        case ReasonId::Shaken:
            return "stiffer";
        case ReasonId::NoRoad:
        case ReasonId::FellInWater:
        case ReasonId::NotAcross:
            return "road";
        default:
            return "build";
    }
}

}  // namespace

std::string ideaName(const play::Session& session, const Reason& reason) {
    return nextIdea(session, reason).name;
}

Idea nextIdea(const play::Session& session, const Reason& reason) {
    const world::Part* part = partOf(session, reason);
    const auto span = spanOf(part);
    const std::string what = wanted(session, reason, part);
    Idea idea;
    idea.name = what;
    if (what == "joint" && span) {
        idea = support(session, *span, part->kind, what, false);
    } else if (what == "support" && span) {
        idea = support(session, *span, std::nullopt, what, true);
        // Nothing more can be put under it: too little money, or nowhere to stand.
        if (Idea other = shorten(session, *span); idea.moves.empty() && other.joint) idea = std::move(other);
    } else if (what == "triangle") {
        idea = triangle(session, reason);
    } else if (what == "stronger" && span) {
        idea = strengthen(session, *part, *span);
        // Nothing stronger can be had.
        if (const auto upper = tooFlat(session, *part, *span); upper && idea.moves.empty()) {
            idea = {};
            idea.name = "steeper";
            idea.joint = upper;
        }
    } else if (what == "share" && span) {
        idea = share(session, *part, *span);
    } else if (what == "stiffer" && span && world::row(part->kind).member) {
        idea = stiffen(session, *part, *span);
    } else if (what == "road") {
        idea = road(session);
    } else if (what == "beam" && span) {
        if (const auto kinds = strutKinds(session, std::nullopt); !kinds.empty()) {
            idea.kind = kinds.front();
            const Place place{kinds.front(), *span};
            if (!refused(session, place)) idea.moves.push_back(place);
        }
    }
    if (part) idea.about = part->id;
    return idea;
}

bool stillStands(const world::Design& design, const world::Part& before) {
    const auto span = spanOf(&before);
    if (!span) return design.find(before.id) != nullptr;
    const auto on = [&](GridPoint point) {
        const Vec2 along = span->to.metres() - span->from.metres(),
                   off = point.metres() - span->from.metres();
        const double part = dot(off, along);
        return std::fabs(cross(along, off)) < 1e-6 && part >= -1e-6 && part <= dot(along, along) + 1e-6;
    };
    return std::any_of(design.parts.begin(), design.parts.end(), [&](const world::Part& part) {
        const auto now = spanOf(&part);
        return part.kind == before.kind && (part.id == before.id || part.cut_from) && now && on(now->from) &&
               on(now->to);
    });
}

}  // namespace vonk::screens
