#include "game/screens/seen.h"

#include <algorithm>
#include <cmath>

#include "game/screens/shape.h"

namespace vonk::screens {

namespace {

using level::GridPoint;

Seen fallen(const play::Session& session) {
    for (const GridPoint joint : sagging(session)) {
        const auto at = spansAt(session.design(), joint);
        if (at.size() > 1) continue;
        // A road on a hinge: its other end is held, this one by nothing.
        const GridPoint hinge = at.front().other(joint);
        if (anchored(session.level(), hinge)) return {"leaf", joint.x_mm < hinge.x_mm};
    }
    if (const auto mast = fallingMast(session)) return {"mast", mast->to_the_left};
    const auto low = sagging(session);
    if (low.empty()) return {"not-held-up"};
    // Poles under the road on both sides of it are seen too.
    const bool props = std::ranges::all_of(spansAt(session.design(), low.front()), [&](const Span& road) {
        const GridPoint beside = road.other(low.front());
        return std::ranges::any_of(spansAt(session.design(), beside), [&](const Span& span) {
            return !span.row().deck && !span.row().cable && span.other(beside).y_mm < beside.y_mm;
        });
    });
    return {props ? "sag-props" : "sag"};
}

Seen snapped(const Span& span, const play::Session& session) {
    if (!span.row().cable) return {"snapped"};
    const int rise = std::abs(span.from.y_mm - span.to.y_mm), run = std::abs(span.from.x_mm - span.to.x_mm);
    const GridPoint top = span.from.y_mm > span.to.y_mm ? span.from : span.to, low = span.other(top);
    const auto at = spansAt(session.design(), top);
    const bool mast = std::ranges::any_of(at, [&](const Span& other) {
        return !other.row().cable && other.upright() && other.other(top).y_mm < top.y_mm;
    });
    if (rise < run && mast) return {"flat-rope", low.x_mm < top.x_mm};
    return {"rope"};
}

}  // namespace

Seen seen(const play::Session& session, const Reason& reason) {
    const auto span =
        reason.parts.empty() ? std::nullopt : spanOf(session.design().find(reason.parts.front()));
    switch (reason.id) {
        case ReasonId::NotHeldUp:
            return fallen(session);
        case ReasonId::Bent:
            if (const auto pole = span ? unevenPole(session, *span) : std::nullopt)
                return {"uneven", pole->failed.other(pole->top).x_mm < pole->top.x_mm};
            break;
        case ReasonId::Snapped:
            if (span) return snapped(*span, session);
            break;
        case ReasonId::CableSlack:
            if (span && span->upright()) return {"slack-below"};
            break;
        default:
            break;
    }
    return {std::string(vonk::name(reason.id))};
}

bool expected(const level::Level& level, const Reason& reason, const Seen& seen) {
    return reason.id != ReasonId::None && reason.id == level.expected_first_mistake &&
           (level.mistake_picture.empty() || level.mistake_picture == seen.picture);
}

}  // namespace vonk::screens
