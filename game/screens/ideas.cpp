#include "game/screens/ideas.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/play/building.h"
#include "game/screens/idea_moves.h"

namespace vonk::screens {

using level::GridPoint;
using play::Place;
using world::BetweenJoints;
using world::PartKind;

bool refused(const play::Session& session, const play::Command& command) {
    const play::Built now{session.design(), session.nextPart().value};
    return !play::build(session.level(), now, command);
}

std::vector<PartKind> membersOf(const level::Level& level, bool deck) {
    std::vector<PartKind> kinds;
    for (const auto& item : level.palette)
        if (const world::PartRow* row = world::findRow(item.part);
            row && row->member && row->member->deck == deck)
            kinds.push_back(row->kind);
    return kinds;
}

std::vector<PartKind> strutKinds(const level::Level& level) {
    std::vector<PartKind> kinds = membersOf(level, false);
    std::erase_if(kinds, [](PartKind kind) { return world::row(kind).member->cable; });
    return kinds;
}

std::int32_t gridStep(const level::Level& level) {
    return std::max(1, std::int32_t(std::lround(level.scene.grid * 1000)));
}

// Deck from joint to joint along the road, where none is yet.
Idea roadIdea(const Failure& failure) {
    const play::Session& session = failure.session;
    Idea idea;
    idea.name = "road";
    const auto kinds = membersOf(session.level(), true);
    if (kinds.empty()) return idea;
    idea.kind = kinds.front();
    const auto height = std::int32_t(std::lround(session.level().scene.road * 1000));
    std::vector<GridPoint> along;
    // From bank to bank: what is laid on the ground beside them closes no gap.
    const level::Scene& scene = session.level().scene;
    for (const GridPoint p : session.joints())
        if (p.y_mm == height && p.metres().x >= scene.left_bank - 1e-6 &&
            p.metres().x <= scene.right_bank + 1e-6)
            along.push_back(p);
    std::sort(along.begin(), along.end());
    const auto spans = spansOf(session.design());
    const auto goesOn = [&](GridPoint from) {
        return std::ranges::any_of(spans, [&](const Span& span) {
            return span.row().deck && std::min(span.from.x_mm, span.to.x_mm) <= from.x_mm &&
                   std::max(span.from.x_mm, span.to.x_mm) > from.x_mm;
        });
    };
    for (std::size_t k = 0; k + 1 < along.size(); ++k) {
        if (goesOn(along[k])) continue;
        const Place place{*idea.kind, BetweenJoints{along[k], along[k + 1]}};
        if (refused(session, place)) continue;
        idea.moves.push_back(place);
        idea.joint = along[k];
        return idea;
    }
    // Nothing spans the gap yet: as far as one piece reaches.
    const double most = session.longest(*idea.kind);
    for (std::size_t k = 0; k + 1 < along.size(); ++k) {
        if (goesOn(along[k])) continue;
        for (double x = along[k].metres().x + most; x > along[k].metres().x;
             x -= session.level().scene.grid) {
            const GridPoint to{std::int32_t(std::lround(x * 1000)), height};
            const Place place{*idea.kind, BetweenJoints{along[k], to}};
            if (refused(session, place)) continue;
            idea.moves.push_back(place);
            idea.joint = along[k];
            return idea;
        }
    }
    return idea;
}

namespace {

// Where a joint of the road falls, what holds that one; else something under the middle of a long piece.
Idea fromBelowIdea(const Failure& failure) {
    Idea idea = heldJointIdea(failure);
    const bool falls = failure.reason.id == ReasonId::NotHeldUp;
    return idea.moves.empty() || (!falls && idea.name != "support") ? supportIdea(failure) : idea;
}

struct Way {
    std::string_view name;
    Idea (*find)(const Failure&);
};
constexpr std::array ways{
    Way{"joint", jointIdea},          Way{"support", fromBelowIdea},  Way{"stronger", strongerIdea},
    Way{"thicker", thickerIdea},      Way{"stiffer", stifferIdea},    Way{"share", shareIdea},
    Way{"steeper", steeperIdea},      Way{"shorter", shorterIdea},    Way{"centre", centreIdea},
    Way{"pole", standingIdea},        Way{"beam", standingIdea},      Way{"triangle", triangleIdea},
    Way{"diagonal", triangleIdea},    Way{"hold-back", holdBackIdea}, Way{"hang", hangIdea},
    Way{"hang-joint", heldJointIdea}, Way{"lean", leanIdea},          Way{"road", roadIdea}};

Idea find(std::string_view name, const Failure& failure) {
    for (const Way& way : ways)
        if (way.name == name) return way.find(failure);
    Idea idea;
    idea.name = "build";
    return idea;
}

// What helps against it, the best first.
std::vector<std::string_view> answers(const Failure& failure) {
    const std::string& seen = failure.seen.picture;
    const bool gap = !roadComplete(failure.session);
    switch (failure.reason.id) {
        case ReasonId::Buckled:
            return {"joint", "thicker"};
        case ReasonId::Bent:
            return {"centre", "support", "stronger", "shorter"};
        case ReasonId::NotHeldUp:
            if (seen == "leaf") return {"hang", "hang-joint", "triangle"};
            if (seen == "mast") return {"hold-back", "triangle"};
            // What was built for a road that is not there yet falls for want of it.
            if (gap) return {"road", "triangle"};
            if (seen == "not-held-up") return {"triangle"};
            return {"hang-joint", "lean", "triangle"};
        case ReasonId::Snapped:
        case ReasonId::Crushed:
            return {"stronger", "steeper", "share", "support"};
        case ReasonId::CableSlack:
            return {"beam"};
        case ReasonId::Shaken:
            return {"stiffer", "support"};
        case ReasonId::NoRoad:
        case ReasonId::FellInWater:
        case ReasonId::NotAcross:
            return {"road"};
        default:
            return {"build"};
    }
}

bool canBeDone(const Idea& idea) {
    return !idea.moves.empty() || idea.drag || idea.away;
}

Idea best(const Failure& failure) {
    const level::Level& level = failure.level();
    if (!level.mistake_idea.empty() && expected(level, failure.reason, failure.seen))
        if (Idea idea = find(level.mistake_idea, failure); canBeDone(idea)) return idea;
    const auto names = answers(failure);
    std::optional<Idea> pointed;  // cannot be done as it is, but where it matters is known
    std::optional<Idea> first;    // can be done
    // What falls needs more than one thing mended at times: what makes it stand goes before what does not.
    const bool falls = failure.reason.id == ReasonId::NotHeldUp && names.front() != "road";
    for (const std::string_view name : names) {
        Idea idea = find(name, failure);
        if (canBeDone(idea)) {
            if (!falls || looseWith(failure.session, idea.moves) == 0) return idea;
            if (!first) first = std::move(idea);
            continue;
        }
        if (idea.joint && (!pointed || name == "shorter")) pointed = std::move(idea);
    }
    if (first) return *first;
    if (Idea idea = saveIdea(failure); canBeDone(idea)) return idea;
    if (pointed) return *pointed;
    // Of another kind, but of which? A road, but where? Then nothing is promised.
    constexpr std::array promises{"stronger", "stiffer", "road"};
    return find(std::ranges::find(promises, names.front()) == promises.end() ? names.front() : "build",
                failure);
}

}  // namespace

Idea nextIdea(const play::Session& session, const Reason& reason) {
    const world::Part* part = reason.parts.empty() ? nullptr : session.design().find(reason.parts.front());
    Idea idea = best({session, reason, spanOf(part), seen(session, reason)});
    if (part) idea.about = part->id;
    return idea;
}

std::string Idea::textKey() const {
    const auto row = kind ? world::findRow(*kind) : nullptr;
    if (name == "share" && row && row->key != "rope") return "idea.share-cable";
    // What stands upright from below is a pole, whatever it is made of.
    if (name == "support" && !moves.empty())
        if (const auto* at = std::get_if<BetweenJoints>(&moves.front().placement))
            if (Span{nullptr, at->from, at->to}.upright()) return "idea.support-pole";
    return "idea." + name;
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
