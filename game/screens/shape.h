// Questions about the shape of a design that pictures and ideas ask.
#pragma once

#include <optional>
#include <vector>

#include "game/play/session.h"
#include "game/world/parts.h"

namespace vonk::screens {

// A member with where it lies.
struct Span {
    const world::Part* part = nullptr;
    world::GridPoint from, to;

    world::GridPoint other(world::GridPoint end) const { return end == from ? to : from; }
    double length() const { return distance(from.metres(), to.metres()); }
    bool upright() const;  // it stands rather than leans: a pole, a mast
    const world::MemberRow& row() const { return *world::row(part->kind).member; }
};

std::optional<Span> spanOf(const world::Part* part);
// All members of the design, in the order of their ids.
std::vector<Span> spansOf(const world::Design& design);
// Those that end at the joint.
std::vector<Span> spansAt(const world::Design& design, world::GridPoint joint);
bool anchored(const level::Level& level, world::GridPoint joint);

// Of a failure by which parts are loose: their joints, but for anchors, each once.
std::vector<world::GridPoint> looseJoints(const play::Session& session, const Reason& reason);
// Joints that carry road and are held by nothing else: whatever else is the matter, they sink.
std::vector<world::GridPoint> sagging(const play::Session& session);

// Whether road lies all the way from bank to bank, by what it spans along the way.
bool roadComplete(const play::Session& session);
// How many members would be loose at rest with these in the design as well; 0: it would stand.
std::size_t looseWith(const play::Session& session, const std::vector<play::Place>& more);

// A mast: it stands on an anchor, with a top that is held by nothing but ropes, all of them to one side.
struct Mast {
    world::GridPoint foot, top;
    bool to_the_left = false;  // that is where it falls
};
std::optional<Mast> fallingMast(const play::Session& session);

// A pole of one's own under the end of a piece of road, and the pieces on both sides of it.
struct PoleInRoad {
    world::GridPoint top;
    Span failed, beside;
};
std::optional<PoleInRoad> unevenPole(const play::Session& session, const Span& failed);

}  // namespace vonk::screens
