// Ideas for what nothing holds: triangles, ropes that pull back, poles and ropes for joints that sag.
#include <algorithm>
#include <cmath>
#include <limits>

#include "game/screens/idea_moves.h"

namespace vonk::screens {

using level::GridPoint;
using play::Place;
using world::BetweenJoints;
using world::PartKind;

namespace {

constexpr std::int32_t flat = 400;  // mm: what rises less stiffens nothing

std::vector<PartKind> ropeKinds(const level::Level& level) {
    std::vector<PartKind> kinds = membersOf(level, false);
    std::erase_if(kinds, [](PartKind kind) { return !world::row(kind).member->cable; });
    return kinds;
}

bool tied(const std::vector<Span>& spans, GridPoint a, GridPoint b) {
    return std::ranges::any_of(spans, [&](const Span& span) {
        return (span.from == a && span.to == b) || (span.from == b && span.to == a);
    });
}

// Where all joints lie on one line there is nothing to tie to: a new joint over (or under) the longest loose
// piece, held from both of its ends.
void raiseTriangle(const Failure& failure, const std::vector<PartKind>& kinds, Idea& idea) {
    std::optional<Span> base;
    for (const PartId id : failure.reason.parts)
        if (const auto span = spanOf(failure.design().find(id)))
            if (!base || span->length() > base->length()) base = span;
    if (!base) return;
    const std::int32_t step = gridStep(failure.level());
    const Vec2 middle = 0.5 * (base->from.metres() + base->to.metres());
    const double wanted = 0.6 * base->length();
    const auto spans = spansOf(failure.design());
    double least = 1e9;
    for (std::int32_t up = -6; up <= 6; ++up)
        for (std::int32_t aside = -2; aside <= 2; ++aside) {
            const GridPoint apex{std::int32_t(std::lround(middle.x / step * 1000)) * step + aside * step,
                                 std::int32_t(std::lround(middle.y / step * 1000)) * step + up * step};
            // Above rather than below, as high as steep, and over the middle.
            const double cost = std::fabs(std::abs(up) * step / 1000.0 - wanted) +
                                2.0 * std::fabs(apex.metres().x - middle.x) + (up < 0 ? 3.0 : 0.0);
            if (up == 0 || cost >= least || tied(spans, base->from, apex) || tied(spans, base->to, apex))
                continue;
            for (const PartKind kind : kinds) {
                const Place left{kind, BetweenJoints{base->from, apex}},
                    right{kind, BetweenJoints{base->to, apex}};
                if (refused(failure.session, left) || refused(failure.session, right)) continue;
                least = cost;
                idea.moves = {left, right};
                idea.joint = apex;
                idea.kind = kind;
                break;
            }
        }
}

// A member between these would go across a square: two ways around it over two members each, of which no
// other one is a diagonal.
bool acrossSquare(const Failure& failure, const BetweenJoints& member) {
    const auto spans = spansOf(failure.design());
    std::vector<GridPoint> corners;
    for (const GridPoint joint : failure.session.joints())
        if (tied(spans, joint, member.from) && tied(spans, joint, member.to)) corners.push_back(joint);
    for (std::size_t a = 0; a < corners.size(); ++a)
        for (std::size_t b = a + 1; b < corners.size(); ++b)
            if (!tied(spans, corners[a], corners[b])) return true;
    return false;
}

}  // namespace

// The shortest member that ties a joint of the loose part to another one it is not tied to.
Idea triangleIdea(const Failure& failure) {
    Idea idea;
    idea.name = "triangle";
    auto kinds = strutKinds(failure.level());
    // Where there are ropes only, one makes a triangle with the ground: the farther it goes the less it is
    // pulled.
    const bool ropes = kinds.empty();
    if (ropes) kinds = membersOf(failure.level(), false);
    std::vector<GridPoint> loose;
    for (const PartId id : failure.reason.parts)
        if (const auto span = spanOf(failure.design().find(id)))
            for (const GridPoint p : {span->from, span->to})
                if (std::ranges::find(loose, p) == loose.end()) loose.push_back(p);
    struct Tie {
        double cost;
        Place place;
        bool across;
    };
    std::vector<Tie> ties;
    const auto road = std::int32_t(std::lround(failure.level().scene.road * 1000));
    const auto spans = spansOf(failure.design());
    for (const GridPoint from : loose)
        for (const GridPoint to : failure.session.joints()) {
            const double away = (ropes ? -1.0 : 1.0) * distance(from.metres(), to.metres());
            // A flat one between two knots off the road may close a triangle; along the road it does not.
            const bool lies =
                std::abs(from.y_mm - to.y_mm) < flat && (ropes || std::abs(from.y_mm - road) < flat);
            if ((ropes && to.y_mm > from.y_mm) || from == to || lies || tied(spans, from, to)) continue;
            for (const PartKind kind : kinds) {
                const Place place{kind, BetweenJoints{from, to}};
                if (refused(failure.session, place)) continue;
                // Across a square that has no diagonal rather than anywhere else.
                const bool across = acrossSquare(failure, {from, to});
                ties.push_back({away - (across ? 100.0 : 0.0), place, across});
                break;
            }
        }
    std::stable_sort(ties.begin(), ties.end(), [](const Tie& a, const Tie& b) { return a.cost < b.cost; });
    // The first that makes it stand, else that leaves the least loose, among those that come first.
    constexpr std::size_t tried = 8;
    if (ties.size() > tried) ties.resize(tried);
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const Tie& tie : ties) {
        const std::size_t left = looseWith(failure.session, {tie.place});
        if (left >= least) continue;
        least = left;
        idea.name = tie.across ? "diagonal" : "triangle";
        idea.moves = {tie.place};
        idea.joint = std::get<BetweenJoints>(tie.place.placement).from;
        idea.kind = tie.place.kind;
        if (left == 0) break;
    }
    if (idea.moves.empty()) raiseTriangle(failure, kinds, idea);
    if (!idea.kind && !kinds.empty()) idea.kind = kinds.front();
    return idea;
}

// From the top to the ground on the other side, the farther the better.
Idea holdBackIdea(const Failure& failure) {
    Idea idea;
    idea.name = "hold-back";
    const auto mast = fallingMast(failure.session);
    if (!mast) return idea;
    idea.mirrored = mast->to_the_left;
    double most = 0.0;
    for (const level::Anchor& anchor : failure.level().scene.anchors) {
        const double back = (mast->to_the_left ? 1.0 : -1.0) * (anchor.at.x_mm - mast->top.x_mm);
        if (back <= most || anchor.at.y_mm > mast->top.y_mm) continue;
        for (const PartKind kind : ropeKinds(failure.level())) {
            const Place place{kind, BetweenJoints{mast->top, anchor.at}};
            if (refused(failure.session, place)) continue;
            most = back;
            idea.moves = {place};
            idea.joint = mast->top;
            idea.kind = kind;
            break;
        }
    }
    return idea;
}

// From the highest joint within reach, above the hinge rather than beyond it.
Idea hangIdea(const Failure& failure) {
    Idea idea;
    idea.name = "hang";
    auto kinds = ropeKinds(failure.level());
    for (const PartKind kind : strutKinds(failure.level())) kinds.push_back(kind);
    std::int32_t highest = 0;
    for (const GridPoint end : sagging(failure.session)) {
        if (spansAt(failure.design(), end).size() > 1) continue;
        for (const GridPoint from : failure.session.joints()) {
            const std::int32_t up = from.y_mm - end.y_mm;
            if (up < flat || up <= highest) continue;
            for (const PartKind kind : kinds) {
                const Place place{kind, BetweenJoints{from, end}};
                if (refused(failure.session, place)) continue;
                highest = up;
                idea.moves = {place};
                idea.joint = from;
                idea.kind = kind;
                idea.mirrored = end.x_mm < from.x_mm;
                break;
            }
        }
    }
    return idea;
}

// The shortest one to what is held: a pole from below, or a rope from above, neither of them flat.
Idea heldJointIdea(const Failure& failure) {
    Idea idea;
    idea.name = "support";
    const auto sags = sagging(failure.session);
    const auto loose = looseJoints(failure.session, failure.reason);
    const auto struts = strutKinds(failure.level());
    auto hangers = ropeKinds(failure.level());
    hangers.insert(hangers.end(), struts.begin(), struts.end());
    // Steep ones first; a flat rope is better than none.
    for (const bool steep : {true, false}) {
        double least = 1e9;
        for (const GridPoint joint : sags)
            for (const GridPoint held : failure.session.joints()) {
                const std::int32_t rise = held.y_mm - joint.y_mm, run = std::abs(held.x_mm - joint.x_mm);
                const double away = distance(held.metres(), joint.metres());
                const bool stands = 2 * run <= 3 * std::abs(rise);
                if (std::abs(rise) < flat || stands != steep || (rise < 0 && !steep) || away >= least ||
                    std::ranges::find(loose, held) != loose.end() ||
                    std::ranges::find(sags, held) != sags.end())
                    continue;
                for (const PartKind kind : rise < 0 ? struts : steep ? hangers : ropeKinds(failure.level())) {
                    const Place place{kind, BetweenJoints{held, joint}};
                    if (refused(failure.session, place)) continue;
                    least = away;
                    idea.name = rise < 0 ? "support" : "hang-joint";
                    idea.moves = {place};
                    idea.joint = joint;
                    idea.kind = kind;
                    break;
                }
            }
        if (!idea.moves.empty()) break;
    }
    return idea;
}

// From an anchor below on each side, by way of a new joint where one piece does not reach: a knee on the line
// or above it, as an arch bows, tied to the road so that it cannot swing.
Idea leanIdea(const Failure& failure) {
    Idea best;
    best.name = "lean";
    const auto kinds = strutKinds(failure.level());
    const std::int32_t step = gridStep(failure.level());
    const auto half = [&](GridPoint joint, GridPoint foot, PartKind kind) {
        std::vector<Place> way{{kind, BetweenJoints{foot, joint}}};
        if (!refused(failure.session, way.front())) return way;
        way.clear();
        double least = 1e9;
        const Vec2 line = joint.metres() - foot.metres();
        const std::int32_t from = std::min(joint.x_mm, foot.x_mm), to = std::max(joint.x_mm, foot.x_mm);
        for (std::int32_t x = from + step; x < to; x += step)
            for (std::int32_t y = foot.y_mm + step; y < joint.y_mm; y += step) {
                const GridPoint knee{x, y};
                const double above = cross(line, knee.metres() - foot.metres()) * (line.x > 0 ? 1.0 : -1.0);
                const double first = distance(foot.metres(), knee.metres()),
                             second = distance(knee.metres(), joint.metres());
                // Short, and in pieces of much the same length.
                const double cost = first + second + 0.1 * std::fabs(first - second);
                const Place lower{kind, BetweenJoints{foot, knee}}, upper{kind, BetweenJoints{knee, joint}};
                if (above < -1e-9 || cost >= least || refused(failure.session, lower) ||
                    refused(failure.session, upper))
                    continue;
                least = cost;
                way = {lower, upper};
                double nearest = 1e9;
                for (const GridPoint road : failure.session.joints()) {
                    const double away = distance(road.metres(), knee.metres());
                    const Place tie{kind, BetweenJoints{road, knee}};
                    if (road == joint || road.y_mm < knee.y_mm + flat || away >= nearest ||
                        refused(failure.session, play::Together{{lower, tie}}))
                        continue;
                    nearest = away;
                    way.resize(2);
                    way.push_back(tie);
                }
            }
        return way;
    };
    double least = 1e9;
    for (const GridPoint joint : sagging(failure.session))
        for (const PartKind kind : kinds)
            for (const level::Anchor& left : failure.level().scene.anchors)
                for (const level::Anchor& right : failure.level().scene.anchors) {
                    if (left.at.x_mm >= joint.x_mm || right.at.x_mm <= joint.x_mm ||
                        left.at.y_mm > joint.y_mm - flat || right.at.y_mm > joint.y_mm - flat)
                        continue;
                    const double cost = distance(left.at.metres(), joint.metres()) +
                                        distance(right.at.metres(), joint.metres());
                    if (cost >= least) continue;
                    const auto one = half(joint, left.at, kind), other = half(joint, right.at, kind);
                    if (one.empty() || other.empty()) continue;
                    least = cost;
                    best.moves = one;
                    best.moves.insert(best.moves.end(), other.begin(), other.end());
                    best.joint = joint;
                    best.kind = kind;
                }
    return best;
}

}  // namespace vonk::screens
