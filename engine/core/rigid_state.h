// How the other physics see the rigid world, and how they answer: they read bodies here and push them by
// impulses, without ever including Box2D. Filled by engine/rigid before each substep; spans live until the
// next one.
#pragma once

#include <span>
#include <vector>

#include "engine/core/ids.h"
#include "engine/core/vec2.h"

namespace vonk {

struct RigidBodyState {
    BodyId id;
    Pose pose;                      // of the centre of mass
    Vec2 velocity;                  // m/s, of the centre of mass
    double spin = 0.0;              // radians per second, counter-clockwise
    double mass = 0.0;              // kg; 0: does not move
    double inertia = 0.0;           // kg·m² about the centre of mass; 0: does not turn
    std::span<const Vec2> outline;  // metres in the body's own frame, counter-clockwise; empty: no outline
};

struct RigidState {
    std::span<const RigidBodyState> bodies;  // in the order of creation
};

struct Impulse {
    BodyId body;
    Vec2 impulse;  // N·s
    Vec2 at;       // metres, world
};

// Collects the impulses of one substep; engine/rigid applies them in this order.
class ImpulseSink {
  public:
    void push(BodyId body, Vec2 impulse, Vec2 at) { impulses_.push_back({body, impulse, at}); }
    std::span<const Impulse> impulses() const { return impulses_; }
    void clear() { impulses_.clear(); }

  private:
    std::vector<Impulse> impulses_;
};

}  // namespace vonk
