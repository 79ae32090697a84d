// The one door to Box2D: ground, vehicles, decks that move as a structure tells them, loose bodies, debris,
// water to fall into. Same calls in the same order give the same bits.
#pragma once

#include <memory>
#include <span>

#include "engine/core/hash.h"
#include "engine/core/rigid_state.h"
#include "engine/rigid/rigid_def.h"

namespace vonk::rigid {

class RigidWorld {
  public:
    explicit RigidWorld(const WorldDef& def);
    ~RigidWorld();
    RigidWorld(RigidWorld&&) noexcept;
    RigidWorld& operator=(RigidWorld&&) noexcept;

    // Corners closer than 1 cm to the one before are dropped; needs 2 (open) or 3 (closed) that are left,
    // else nothing is added.
    void addGround(const GroundDef& def);

    // Index of the vehicle, from 0. Throws std::invalid_argument for no axle or a load or radius that is not
    // above 0.
    int addVehicle(const VehicleDef& def);
    void setSpeed(int vehicle, double speed);  // m/s to the right; 0 brakes
    int vehicleCount() const;
    const VehicleState& vehicle(int vehicle) const;  // of the last step

    // Throws std::invalid_argument for an outline that is not convex or has no area, or a mass that is not
    // above 0.
    BodyId addBody(const BodyDef& def);

    // A stretch of road between two joints, left end first; index from 0. It moves only as moveDeck says.
    int addDeck(Vec2 from, Vec2 to);
    // Decks that continue this one at its left and right end, or what else is there. Makes wheels roll over
    // the joint smoothly, and round the edge of a gap.
    static constexpr int level_ground = -1;
    static constexpr int open_end = -2;
    void joinDeck(int deck, int left, int right);
    // There is ground within `reach` (m) of the place.
    bool isGroundNear(Vec2 place, double reach) const;
    // Drives the deck so that it is there at the end of the next step of h seconds. Call for every deck
    // before each step.
    void moveDeck(int deck, Vec2 from, Vec2 to, double h);
    void removeDeck(int deck);

    // Pieces of a broken structure and what holds them together.
    BodyId addBar(const BarDef& def);
    // A point mass that ropes are tied to where no bar ends.
    BodyId addKnot(Vec2 at, Vec2 velocity, double mass, double buoyancy);
    void pin(BodyId a, BodyId b, Vec2 at);
    void pinToGround(BodyId body, Vec2 at);
    // The point can slide along x (or y) only. Index of the rail, from 0.
    int pinToRail(BodyId body, Vec2 at, bool along_x);
    // What hangs from the rail pulls at it with this, N, mean over the last step; 0 once it has torn off.
    Vec2 railForce(int rail) const;
    // A place that is moved from outside and that pieces hang from; index from 0.
    int addAnchor(Vec2 at);
    // Drives it there within the next step of h seconds. Call for every anchor before each step.
    void moveAnchor(int anchor, Vec2 to, double h);
    void hang(BodyId body, int anchor);
    bool hangs(BodyId body, int anchor) const;  // false too once it has torn off
    void removeAnchor(int anchor);              // what hangs from it is let go
    // What hangs from it pulls at it with this, N, mean over the last step; before it, their weight.
    Vec2 anchorForce(int anchor) const;
    // kg, what that adds to the pull for each m/s² of the anchor: a symmetric tensor (articulated-body
    // inertia, Featherstone, Rigid Body Dynamics Algorithms, ch. 7).
    HungMass anchorMass(int anchor) const;
    // `a` or `b` 0: the ground. The ends may come no further apart than `length`.
    void tie(BodyId a, Vec2 at_a, BodyId b, Vec2 at_b, double length);
    // From now on fast pieces are stopped at the ground instead of passing through it, and bounded in speed:
    // a joint under loads that nothing bears is a catapult. Costs more where wheels roll.
    void stopFastPieces();
    // The same, and vehicles are bounded too, pins can tear, things may fall asleep.
    void startCollapse();

    void remove(BodyId body);

    // One substep. Iterations as Box2D takes them: 8 and 3 for wheels on decks, 20 and 10 for debris.
    void step(double h, int velocity_iterations, int position_iterations);

    // Of the last step.
    std::span<const WheelLoad> wheelLoads() const;
    std::span<const Impact> impacts() const;
    std::span<const Splash> splashes() const;

    Pose pose(BodyId body) const;
    Vec2 velocity(BodyId body) const;
    bool inWater(BodyId body) const;
    // A place on a body in its own frame and back, m; body 0 is the ground, whose frame is the world's.
    Vec2 localPoint(BodyId body, Vec2 world) const;
    Vec2 worldPoint(BodyId body, Vec2 local) const;
    // Ends of a bar, m.
    std::pair<Vec2, Vec2> barEnds(BodyId body) const;

    RigidState state() const;  // lives until the next call that changes anything
    void apply(const ImpulseSink& sink);
    // Kinetic and potential energy of all that moves freely, vehicles' springs with it, J; of weight 0 at y =
    // 0.
    double energy() const;
    // What motors (against what they are braked by, less), wheels that climb a grade and the water have put
    // in since the collapse, J: `energy() - work()` never grows from then on, but by rounding.
    double work() const;
    bool isFinite() const;
    void addTo(Hash& hash) const;

    struct Impl;  // known to this room only

  private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace vonk::rigid
