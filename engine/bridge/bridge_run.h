// A bridge under way: structure and wheels together, breaks, and the fall of what is lost. The exhibit and
// the bench both run this class; there is no second coupling.
//
//   BridgeRun run(def);                       // at rest under its own weight; run.rest() tells if it holds
//   for (int i = 0; i < run.substeps(); ++i) run.step(1.0 / (60.0 * run.substeps()));   // one tick
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/rigid/rigid_world.h"
#include "engine/structure/structure.h"

namespace vonk::bridge {

struct BridgeDef {
    structure::StructureDef structure;
    std::vector<std::pair<int, Vec2>> joint_loads;  // joint, N
    std::vector<rigid::GroundDef> ground;
    std::vector<rigid::VehicleDef> vehicles;
    std::optional<double> water;  // m, y of the surface
    double deck_rise = 0.0;       // m, road surface above the line of the joints
    bool breaking = true;         // members fail at what they bear
};

enum class BreakCause { Snapped, Crushed, Buckled, Bent, Removed };

struct Break {
    int member = 0;
    double time = 0.0;  // s since the start
    BreakCause cause = BreakCause::Snapped;
    structure::MemberStrength strength;  // filtered, at that moment
    Vec2 place;                          // m, middle of the member
};

// A member, or what is left of it, as a straight line. A broken cable is a chain of short pieces.
struct Piece {
    int member = 0;
    double start = 0.0;  // share of the member where the piece begins and ends, 0 at the joint `from`
    double end = 1.0;
    Vec2 from;  // m
    Vec2 to;
    BodyId body;         // 0 while it is part of the standing structure
    bool rope = false;   // of a cable
    double slack = 0.0;  // m, a rope that fell whole: its middle hangs so far below the line of its ends
    bool in_water = false;
};

class BridgeRun {
  public:
    // Throws std::invalid_argument for what Structure and RigidWorld refuse.
    explicit BridgeRun(const BridgeDef& def);
    ~BridgeRun();
    BridgeRun(BridgeRun&&) noexcept;
    BridgeRun& operator=(BridgeRun&&) noexcept;

    // How it came to rest before anything rolled. A bridge that does not hold is lost with the first step.
    const structure::Rest& rest() const;

    // Substeps that a tick of 1/60 s wants now: 2, after the fall 4.
    int substeps() const;
    void step(double h);
    double time() const;  // s

    const structure::Structure& structure() const;  // still to be read after the fall: as it was then
    bool isLost() const;                            // it fell apart
    // Wheels and feet on the members, as the last step took them.
    std::span<const structure::MemberLoad> loads() const;
    // What hangs from joints that stand, and how it pulls at them.
    std::span<const structure::HungLoad> hung() const;
    std::span<const Break> breaks() const;  // all, in their order
    std::span<const Piece> pieces() const;  // every member, standing or fallen
    rigid::RigidWorld& rigid();             // vehicles, cargo, impacts and splashes of the last step
    const rigid::RigidWorld& rigid() const;
    // Replaces the load of a joint, N; it stays until changed.
    void setJointLoad(int joint, Vec2 force);
    // Breaks the member now, whatever it carries.
    void breakMember(int member, BreakCause cause);

    // Of everything that the next step depends on.
    void addTo(Hash& hash) const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace vonk::bridge
