// A structure of pin-jointed members in motion: masses at the joints, implicit in time (backward Euler),
// stiffness geometrically nonlinear, sparse L·D·Lᵀ. Knows no Box2D: loads come in as forces, what is carried
// comes out as numbers.
//
//   Structure bridge(def);
//   const Rest rest = bridge.settle();          // dead load; rest.movable names joints of a mechanism
//   bridge.setMemberLoads(wheels);              // for the next step
//   bridge.step(1.0 / 120.0);
//   bridge.filteredStrength(member).use > 1.0   // the caller decides to removeMember(member)
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/core/hash.h"
#include "engine/structure/beam.h"
#include "engine/structure/strength.h"
#include "engine/structure/structure_def.h"

namespace vonk::structure {

// Something that stands on a member, e.g. a wheel.
struct MemberLoad {
    int member = 0;
    double position = 0.0;  // along it, 0 at `from`, 1 at `to`
    Vec2 force;             // N, on the member
    // kg of what touches the member (the wheel alone): steadies the coupling, is not weight.
    double mass = 0.0;
};

// What hangs from a joint and is moved by others: its pull in the last step, and the mass that it sets
// against the joint's acceleration (kg, a symmetric tensor), so that the next step knows how the pull will
// change.
struct HungLoad {
    int joint = 0;
    Vec2 force;  // N, on the joint
    double mass_xx = 0.0, mass_xy = 0.0, mass_yy = 0.0;
};

// How a structure comes to rest.
struct Rest {
    bool found = false;        // an equilibrium that holds
    std::vector<int> movable;  // joints that can move without resistance; empty if found
    // Nothing can move without resistance, but what resists is too weak for the loads: `movable` are the
    // joints that give way furthest.
    bool overloaded = false;
};

class Structure {
  public:
    // Forces are filtered over this time before they are held against what a member bears; s.
    static constexpr double filter_time = 0.05;

    // Throws std::invalid_argument if an index is out of range, two ends coincide or a number is not as
    // structure_def.h says.
    explicit Structure(const StructureDef& def);
    Structure(const Structure& other);
    Structure(Structure&&) noexcept;
    Structure& operator=(Structure&&) noexcept;
    ~Structure();

    const StructureDef& def() const;

    // Stays until changed; N.
    void setJointLoad(int joint, Vec2 force);
    // Replaces all member loads; they stay until replaced.
    void setMemberLoads(std::span<const MemberLoad> loads);

    // Replaces all that hangs; it stays until replaced.
    void setHungLoads(std::span<const HungLoad> loads);

    // Moves the joints to the equilibrium of weight and loads, at rest. If none holds, the structure is left
    // as it was.
    Rest settle();

    // One substep of h seconds (1/120 in the exhibit; 0 < h ≤ 0.1).
    void step(double h);

    // A member that broke: its stiffness and weight are gone.
    void removeMember(int member);
    bool isAlive(int member) const;
    // Joints that what is left cannot hold under the loads of this moment; empty: it will come to rest again.
    // Joints that have lost all their members do not count.
    std::vector<int> movableNow() const;
    bool isMechanismNow() const { return !movableNow().empty(); }
    // False if the numbers have run away (a structure that is being torn apart); then nothing moves any more.
    bool isSound() const;

    std::span<const Vec2> positions() const;      // m, of joints
    std::span<const Vec2> velocities() const;     // m/s
    std::span<const double> axialForces() const;  // N, tension positive; 0 of a removed member
    double restLength(int member) const;          // m

    // Axial force and moment of this moment, and the same filtered over filter_time. Both moments are those
    // of a beam under the filtered axial force, so that a jerk in a stiff member does not count as bending.
    MemberStrength strengthNow(int member) const;
    MemberStrength filteredStrength(int member) const;
    // Deflection of the middle between its joints by what it carries, m, downwards positive; decks only.
    double sag(int member) const;
    // Moment of this moment at a share of the way from `from` to `to`, N·m, as in MemberStrength; decks only.
    double momentAt(int member, double share) const;
    // Force of the support on the joint, N, in its held directions.
    Vec2 reaction(int joint) const;
    // Kinetic energy, J.
    double kineticEnergy() const;

    // Every number that the next step depends on.
    void addTo(Hash& hash) const;

    struct State;  // known to this room only

  private:
    std::unique_ptr<State> state_;
};

}  // namespace vonk::structure
