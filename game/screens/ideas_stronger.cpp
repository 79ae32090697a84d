// Ideas for what breaks: held in the middle, of another kind, shared, steeper, shorter.
#include <algorithm>
#include <cmath>
#include <map>

#include "game/screens/idea_moves.h"

namespace vonk::screens {

using level::GridPoint;
using play::Place;
using world::BetweenJoints;
using world::PartKind;

namespace {

// The failed kind first.
std::vector<PartKind> strutsLike(const level::Level& level, PartKind first) {
    auto kinds = strutKinds(level);
    std::stable_sort(kinds.begin(), kinds.end(),
                     [&](PartKind a, PartKind b) { return a == first && b != first; });
    return kinds;
}

// Grid points on the member itself, the middle first.
std::vector<GridPoint> pointsBetween(const level::Level& level, const Span& span) {
    std::vector<GridPoint> points;
    const std::int32_t step = gridStep(level);
    const std::int64_t dx = span.to.x_mm - span.from.x_mm, dy = span.to.y_mm - span.from.y_mm;
    const std::int64_t cells = std::max(std::abs(dx), std::abs(dy)) / step;
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
std::optional<Place> strut(const play::Session& session, GridPoint at, const Span& span, PartKind kind,
                           bool from_below) {
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

Idea held(const Failure& failure, std::string name, const std::vector<PartKind>& kinds, bool from_below) {
    Idea idea;
    idea.name = std::move(name);
    if (!failure.span) return idea;
    auto points = pointsBetween(failure.level(), *failure.span);
    if (from_below && points.empty()) points = {failure.span->from, failure.span->to};
    for (const GridPoint at : points)
        for (const PartKind kind : kinds)
            if (auto move = strut(failure.session, at, *failure.span, kind, from_below)) {
                idea.moves.push_back(*move);
                idea.joint = at;
                idea.kind = kind;
                return idea;
            }
    if (!points.empty()) idea.joint = points.front();
    if (!kinds.empty()) idea.kind = kinds.front();
    return idea;
}

// The failed member of another kind.
struct Kinds {
    double (*measure)(const world::MemberRow&);  // the kind must have more of it than the failed one
    bool most = false;                           // the most that there is, or just more
    bool cables = false;                         // may it be one?
};

// What is the least used of one's own pieces that would pay for the move if it went.
std::optional<play::Remove> paying(const Failure& failure, const Place& move) {
    std::map<std::uint32_t, double> use;
    for (const world::MemberView& member : failure.session.snapshot().members)
        use[member.part.value] = std::max(use[member.part.value], member.peak_use);
    constexpr double nothing = 0.02;  // of what it bears: it may go
    double least = nothing;
    std::optional<play::Remove> best;
    for (const Span& span : spansOf(failure.design())) {
        const double used = use[span.part->id.value];
        if (span.part->fixed || span.part == failure.span->part || span.row().deck || used >= least) continue;
        const play::Remove away{span.part->id};
        if (refused(failure.session, play::Together{{away, move}})) continue;
        least = used;
        best = away;
    }
    return best;
}

Idea ofOtherKind(const Failure& failure, std::string name, const Kinds& kinds) {
    Idea idea;
    idea.name = std::move(name);
    if (!failure.span) return idea;
    std::vector<std::pair<double, PartKind>> better;
    for (const PartKind kind : membersOf(failure.level(), failure.span->row().deck)) {
        const world::MemberRow& row = *world::row(kind).member;
        if ((!row.cable || kinds.cables) && kinds.measure(row) > kinds.measure(failure.span->row()))
            better.emplace_back((kinds.most ? -1 : 1) * kinds.measure(row), kind);
    }
    std::ranges::sort(better);
    const auto placed = [&](PartKind kind) {
        return Place{kind, BetweenJoints{failure.span->from, failure.span->to}};
    };
    for (const auto& [measure, kind] : better) {
        if (refused(failure.session, placed(kind))) continue;
        idea.kind = kind;
        idea.moves = {placed(kind)};
        return idea;
    }
    // Too dear as it is: something that carries nothing may go for it.
    for (const auto& [measure, kind] : better)
        if (const auto away = paying(failure, placed(kind))) {
            idea.name = "save";
            idea.kind = kind;
            idea.away = away;
            idea.later = {placed(kind)};
            return idea;
        }
    return idea;
}

}  // namespace

Idea jointIdea(const Failure& failure) {
    const auto kinds =
        failure.span ? strutsLike(failure.level(), failure.span->part->kind) : std::vector<PartKind>{};
    return held(failure, "joint", kinds, false);
}

Idea supportIdea(const Failure& failure) {
    return held(failure, "support", strutKinds(failure.level()), true);
}

Idea strongerIdea(const Failure& failure) {
    // A bar may be pushed in the next moment: a cable is no stronger one.
    return ofOtherKind(failure, "stronger",
                       {.measure = [](const world::MemberRow& row) { return row.yield * row.area; },
                        .cables = failure.span && failure.span->row().cable});
}

Idea thickerIdea(const Failure& failure) {
    return ofOtherKind(failure, "thicker",
                       {.measure = [](const world::MemberRow& row) { return row.young * row.inertia; }});
}

Idea stifferIdea(const Failure& failure) {
    return ofOtherKind(
        failure, "stiffer",
        {.measure = [](const world::MemberRow& row) { return row.young * row.area; }, .most = true});
}

// From an end of the rope that snapped to the farthest joint below it.
Idea shareIdea(const Failure& failure) {
    Idea idea;
    idea.name = "share";
    if (!failure.span || !failure.span->row().cable) return idea;
    idea.kind = failure.span->part->kind;
    double most = 0.0;
    for (const GridPoint from : {failure.span->from, failure.span->to})
        for (const GridPoint to : failure.session.joints()) {
            const double away = distance(from.metres(), to.metres());
            const Place place{*idea.kind, BetweenJoints{from, to}};
            if (to.y_mm >= from.y_mm || away <= most || refused(failure.session, place)) continue;
            most = away;
            idea.moves = {place};
            idea.joint = from;
        }
    return idea;
}

// The upper end, where it may be moved: steeper, the rope would pull less hard. Half as high as the rope
// reaches is steep enough for real pylons.
Idea steeperIdea(const Failure& failure) {
    Idea idea;
    idea.name = "steeper";
    if (!failure.span || !failure.span->row().cable) return idea;
    const Span& span = *failure.span;
    const GridPoint upper = span.from.y_mm > span.to.y_mm ? span.from : span.to, lower = span.other(upper);
    std::int32_t run = std::abs(span.from.x_mm - span.to.x_mm);
    const std::int32_t step = gridStep(failure.level());
    if (upper.y_mm - lower.y_mm >= run || anchored(failure.level(), upper)) return idea;
    idea.mirrored = lower.x_mm < upper.x_mm;
    // For the one that reaches farthest to that side, as it lies flattest.
    for (const Span& other : spansAt(failure.design(), upper))
        if (other.row().cable && (other.other(upper).x_mm < upper.x_mm) == idea.mirrored)
            run = std::max(run, std::abs(other.from.x_mm - other.to.x_mm));
    const GridPoint wanted{upper.x_mm, lower.y_mm + (run / 2 + step - 1) / step * step};
    for (GridPoint to = wanted; to.y_mm > upper.y_mm; to.y_mm -= step) {
        const play::MoveJoint drag{upper, to};
        if (refused(failure.session, drag)) continue;
        idea.drag = drag;
        idea.joint = upper;
        break;
    }
    return idea;
}

// Only where what is left buys no piece of two steps any more; the least used goes, of equals the last.
Idea saveIdea(const Failure& failure) {
    Idea idea;
    idea.name = "save";
    const level::Level& level = failure.level();
    double cheapest = 1e9;
    for (const auto& item : level.palette) cheapest = std::min(cheapest, item.price);
    if (level.budget <= 0.0 || level.budget - failure.session.cost() >= cheapest * 2.0 * level.scene.grid)
        return idea;
    std::map<std::uint32_t, double> use;
    for (const world::MemberView& member : failure.session.snapshot().members)
        use[member.part.value] = std::max(use[member.part.value], member.peak_use);
    double least = 1e9;
    for (const Span& span : spansOf(failure.design())) {
        const play::Remove away{span.part->id};
        const double used = use[span.part->id.value];
        if (span.part->fixed || span.row().deck || used > least || refused(failure.session, away)) continue;
        least = used;
        idea.away = away;
        idea.joint = span.from;
    }
    return idea;
}

Idea shorterIdea(const Failure& failure) {
    Idea idea;
    idea.name = "shorter";
    if (!failure.span) return idea;
    for (const GridPoint end : {failure.span->from, failure.span->to})
        if (!anchored(failure.level(), end)) idea.joint = end;
    if (idea.joint) idea.mirrored = idea.joint->x_mm < failure.span->other(*idea.joint).x_mm;
    return idea;
}

Idea centreIdea(const Failure& failure) {
    Idea idea;
    idea.name = "centre";
    const auto pole = failure.span ? unevenPole(failure.session, *failure.span) : std::nullopt;
    if (!pole) return idea;
    const GridPoint far = pole->failed.other(pole->top), near = pole->beside.other(pole->top);
    idea.mirrored = far.x_mm < pole->top.x_mm;
    idea.joint = pole->top;
    // As far as it may go towards where both pieces are equal.
    const std::int32_t step = gridStep(failure.level());
    const std::int32_t middle = (far.x_mm + near.x_mm) / 2 / step * step,
                       way = middle > pole->top.x_mm ? -step : step;
    for (GridPoint to{middle, pole->top.y_mm}; to.x_mm != pole->top.x_mm; to.x_mm += way) {
        if (std::abs(to.x_mm - pole->top.x_mm) > std::abs(far.x_mm - near.x_mm)) break;
        const play::MoveJoint drag{pole->top, to};
        if (refused(failure.session, drag)) continue;
        idea.drag = drag;
        break;
    }
    return idea;
}

Idea standingIdea(const Failure& failure) {
    Idea idea;
    idea.name = failure.span && failure.span->upright() ? "pole" : "beam";
    const auto kinds = strutKinds(failure.level());
    if (!failure.span || kinds.empty()) return idea;
    idea.kind = kinds.front();
    const Place place{kinds.front(), BetweenJoints{failure.span->from, failure.span->to}};
    if (!refused(failure.session, place)) idea.moves.push_back(place);
    return idea;
}

}  // namespace vonk::screens
