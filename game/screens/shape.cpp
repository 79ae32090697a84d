#include "game/screens/shape.h"

#include <algorithm>
#include <cmath>

#include "game/play/building.h"
#include "game/world/world.h"

namespace vonk::screens {

using level::GridPoint;

bool Span::upright() const {
    return 3 * std::abs(from.x_mm - to.x_mm) <= std::abs(from.y_mm - to.y_mm);
}

std::optional<Span> spanOf(const world::Part* part) {
    const auto* between = part ? std::get_if<world::BetweenJoints>(&part->placement) : nullptr;
    if (!between || !world::row(part->kind).member) return std::nullopt;
    return Span{part, between->from, between->to};
}

std::vector<Span> spansOf(const world::Design& design) {
    std::vector<Span> spans;
    for (const world::Part& part : design.parts)
        if (const auto span = spanOf(&part)) spans.push_back(*span);
    return spans;
}

std::vector<Span> spansAt(const world::Design& design, GridPoint joint) {
    std::vector<Span> spans = spansOf(design);
    std::erase_if(spans, [&](const Span& span) { return span.from != joint && span.to != joint; });
    return spans;
}

bool anchored(const level::Level& level, GridPoint joint) {
    return std::ranges::any_of(level.scene.anchors,
                               [&](const level::Anchor& anchor) { return anchor.at == joint; });
}

std::vector<GridPoint> looseJoints(const play::Session& session, const Reason& reason) {
    std::vector<GridPoint> loose;
    for (const PartId id : reason.parts)
        if (const auto span = spanOf(session.design().find(id)))
            for (const GridPoint end : {span->from, span->to})
                if (!anchored(session.level(), end) && std::ranges::find(loose, end) == loose.end())
                    loose.push_back(end);
    return loose;
}

std::vector<GridPoint> sagging(const play::Session& session) {
    std::vector<GridPoint> joints = session.joints();
    std::erase_if(joints, [&](GridPoint joint) {
        const auto at = spansAt(session.design(), joint);
        return at.empty() || anchored(session.level(), joint) ||
               !std::ranges::all_of(at, [](const Span& span) { return span.row().deck; });
    });
    return joints;
}

bool roadComplete(const play::Session& session) {
    const level::Scene& scene = session.level().scene;
    std::vector<std::pair<double, double>> pieces;
    for (const Span& span : spansOf(session.design()))
        if (span.row().deck) {
            const double a = span.from.metres().x, b = span.to.metres().x;
            pieces.emplace_back(std::min(a, b), std::max(a, b));
        }
    std::ranges::sort(pieces);
    constexpr double touching = 1e-6;  // m
    double reached = scene.left_bank;
    for (const auto& [from, to] : pieces)
        if (from <= reached + touching) reached = std::max(reached, to);
    return reached >= scene.right_bank - touching;
}

std::size_t looseWith(const play::Session& session, const std::vector<play::Place>& more) {
    play::Built built{session.design(), session.nextPart().value};
    for (const play::Place& place : more)
        if (auto next = play::build(session.level(), built, place)) built = std::move(*next);
    world::World world(session.level(), built.design);
    world.step();
    const bool loose = world.outcome() == world::Outcome::Lost && world.reason().id == ReasonId::NotHeldUp;
    return loose ? std::max<std::size_t>(world.reason().parts.size(), 1) : 0;
}

std::optional<Mast> fallingMast(const play::Session& session) {
    for (const GridPoint top : session.joints()) {
        const auto at = spansAt(session.design(), top);
        const auto mast = std::ranges::find_if(at, [&](const Span& span) {
            const GridPoint foot = span.other(top);
            return !span.row().cable && !span.row().deck && span.upright() && foot.y_mm < top.y_mm &&
                   anchored(session.level(), foot);
        });
        if (mast == at.end() || anchored(session.level(), top)) continue;
        bool left = false, right = false, others = false;
        for (const Span& span : at) {
            if (span.part == mast->part) continue;
            others = others || !span.row().cable;
            left = left || span.other(top).x_mm < top.x_mm;
            right = right || span.other(top).x_mm > top.x_mm;
        }
        if (!others && left != right) return Mast{mast->other(top), top, left};
    }
    return std::nullopt;
}

std::optional<PoleInRoad> unevenPole(const play::Session& session, const Span& failed) {
    if (!failed.row().deck) return std::nullopt;
    const auto& design = session.design();
    for (const GridPoint top : {failed.from, failed.to}) {
        if (anchored(session.level(), top)) continue;
        const auto at = spansAt(design, top);
        const bool held = std::ranges::any_of(at, [&](const Span& span) {
            return !span.part->fixed && !span.row().deck && !span.row().cable &&
                   span.other(top).y_mm < top.y_mm;
        });
        const auto beside = std::ranges::find_if(at, [&](const Span& span) {
            return span.row().deck && span.part != failed.part && span.length() < 0.8 * failed.length();
        });
        if (held && beside != at.end()) return PoleInRoad{top, failed, *beside};
    }
    return std::nullopt;
}

}  // namespace vonk::screens
