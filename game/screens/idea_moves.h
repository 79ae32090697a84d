// Inside the ideas: how each of them is done in the design that failed. An idea without moves and without a
// drag cannot be done there.
#pragma once

#include "game/screens/ideas.h"
#include "game/screens/seen.h"
#include "game/screens/shape.h"

namespace vonk::screens {

struct Failure {
    const play::Session& session;
    const Reason& reason;
    std::optional<Span> span;  // of the member that failed
    Seen seen;

    const level::Level& level() const { return session.level(); }
    const world::Design& design() const { return session.design(); }
};

// Whether it could not be done, were the session building: asked while the failure is still told.
bool refused(const play::Session& session, const play::Command& command);
// Kinds of the palette, in its order.
std::vector<world::PartKind> membersOf(const level::Level& level, bool deck);
// What can be pushed and carries no wheels.
std::vector<world::PartKind> strutKinds(const level::Level& level);
std::int32_t gridStep(const level::Level& level);  // mm

// For what breaks.
Idea jointIdea(const Failure& failure);     // a knot on it that is held
Idea supportIdea(const Failure& failure);   // something under it
Idea strongerIdea(const Failure& failure);  // of the kind that bears more
Idea thickerIdea(const Failure& failure);   // of the kind that buckles later
Idea stifferIdea(const Failure& failure);
Idea shareIdea(const Failure& failure);     // a second rope
Idea steeperIdea(const Failure& failure);   // the upper end of a flat rope higher
Idea saveIdea(const Failure& failure);      // where the money is gone: a piece of one's own less
Idea shorterIdea(const Failure& failure);   // an end that may move
Idea centreIdea(const Failure& failure);    // a pole between equal pieces of road
Idea standingIdea(const Failure& failure);  // a pole or a beam where a rope hangs loose

// For what nothing holds.
Idea triangleIdea(const Failure& failure);   // "triangle", or "diagonal" where it goes across a square
Idea holdBackIdea(const Failure& failure);   // a rope that pulls a mast back
Idea hangIdea(const Failure& failure);       // a rope for the free end of a road on a hinge
Idea heldJointIdea(const Failure& failure);  // a pole or a rope for a sagging joint: "support", "hang-joint"
Idea leanIdea(const Failure& failure);       // from below on both sides, to meet in a sagging joint

Idea roadIdea(const Failure& failure);  // where none is yet

}  // namespace vonk::screens
