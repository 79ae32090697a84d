// The bridge of a world: members and joints of the design as a structure, the traffic that comes over it,
// what breaks, and why. Wraps engine/bridge; knows no goals.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "engine/bridge/bridge_run.h"
#include "engine/core/hash.h"
#include "game/level/level.h"
#include "game/world/design.h"
#include "game/world/snapshot.h"

namespace vonk::world {

class BridgePart {
  public:
    BridgePart(const level::Level& level, const Design& design);

    // One tick; appends what happened.
    void step(std::uint64_t tick, std::vector<Event>& events);

    // Of the last tick.
    std::span<const JointView> joints() const { return joints_; }
    std::span<const MemberView> members() const { return members_; }
    std::span<const BodyView> bodies() const { return bodies_; }
    std::span<const ReactionView> reactions() const { return reactions_; }
    std::span<const LoadView> loads() const { return loads_; }
    std::span<const MomentView> moments() const { return moments_; }
    const Balance& balance() const { return balance_; }
    double front() const;
    double greatestUse() const { return greatest_use_; }
    double peakUse() const { return peak_use_; }
    double greatestSag() const { return greatest_sag_; }
    std::uint32_t broken() const;
    std::uint32_t across() const { return across_; }
    std::uint32_t traffic() const { return static_cast<std::uint32_t>(travellers_.size()); }

    // The bridge is lost, or something of the traffic fell or can go no further: the first cause.
    std::optional<Reason> failure() const { return failure_; }
    // What would be to blame if time ran out now.
    Reason notAcross() const;

    void addTo(Hash& hash) const;

  private:
    struct Traveller {
        const struct VehicleRow* row = nullptr;
        std::uint32_t variant = 0;
        bool on_bridge = false;
        bool across = false;
        bool fallen = false;
        std::vector<BodyId> cargo;
    };

    void addStructure(const level::Level& level, const Design& design, bridge::BridgeDef& def);
    void addTraffic(const level::Level& level, bridge::BridgeDef& def);
    Reason notHeldUp() const;
    std::optional<Reason> cablesThatShouldPush() const;
    Reason reasonOf(const bridge::Break& broke) const;
    Reason firstCause(ReasonId otherwise, Vec2 place) const;

    void watchMembers(std::uint64_t tick, std::vector<Event>& events);
    void watchTraffic(std::uint64_t tick, std::vector<Event>& events);
    void watchCables();
    void watchStandstill();
    void watchSwing();
    void collectContacts(std::uint64_t tick, std::vector<Event>& events);
    void dropCargo(int vehicle);
    void brake();
    void refreshMembers();
    void refreshBodies();
    // `keep`: share of the forces before that stays, 0 at rest.
    void refreshForces(double keep);
    void addMoments(int member, double keep);

    level::Scene scene_;
    std::vector<Part> parts_;         // of each structural member
    std::vector<int> view_of_joint_;  // index in joints_, by structural joint
    std::vector<Traveller> travellers_;
    // How far a joint of the road goes up and down: lowest and highest of this half second and the one
    // before.
    struct Swing {
        int joint = 0;
        double low = 0.0, high = 0.0, low_before = 0.0, high_before = 0.0;  // m
    };
    Reason shaken(const Swing& swing, double by) const;
    std::vector<Swing> swings_;  // empty if nobody asks
    double swing_limit_ = 0.0;   // m
    std::uint32_t swing_ticks_ = 0;
    std::optional<double> road_gap_;  // x where there is nothing to drive on
    std::unique_ptr<bridge::BridgeRun> run_;

    std::vector<JointView> joints_;
    std::vector<MemberView> members_;
    std::vector<BodyView> bodies_;
    std::vector<ReactionView> reactions_;
    std::vector<int> supports_;  // structural joint of each reaction
    std::vector<LoadView> loads_;
    std::vector<MomentView> moments_, moments_before_;
    Balance balance_;
    std::vector<bool> creaked_;
    std::size_t breaks_seen_ = 0;
    bool collapse_seen_ = false;
    bool braked_ = false;
    double greatest_use_ = 0.0, peak_use_ = 0.0, greatest_sag_ = 0.0;
    std::uint32_t across_ = 0;
    double furthest_ = -1e9;  // sum of the fronts, m: grows while anything moves on
    std::uint32_t ticks_still_ = 0;
    std::optional<Reason> slack_;  // cables gave way before anything broke
    std::optional<Reason> failure_;
};

}  // namespace vonk::world
