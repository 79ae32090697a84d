// The physics of a level and a design, one tick at a time. A pure function of (Level, Design, operations): no
// clock, no randomness but seeds, no file. DESIGN of a tick: operations → water → substeps of { circuit →
// structure → rigid } → breaks → goals → events.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include "engine/core/error.h"
#include "game/level/level.h"
#include "game/world/design.h"
#include "game/world/snapshot.h"

namespace vonk::world {

inline constexpr int ticks_per_second = 60;
// Raised by hand whenever results change: state hashes hold within one physics version only.
inline constexpr std::uint32_t physics_version = 4;

enum class Outcome { Running, Won, Lost };

// What a recording must reproduce on every build, within tolerance.
struct Measures {
    double seconds = 0.0;       // from Start to the outcome
    double greatest_use = 0.0;  // largest use of any member in the run
    double greatest_sag = 0.0;  // m, deepest a joint came below where it was built
    std::uint32_t broken = 0;   // members
    std::uint32_t across = 0;
};

class World {
  public:
    // Builds the world and brings it to rest under its own weight. Nothing is refused here: a mechanism gives
    // a world that is lost at its first tick with ReasonId::NotHeldUp.
    World(const level::Level& level, const Design& design);
    ~World();
    World(World&&) noexcept;
    World& operator=(World&&) noexcept;

    void operate(PartId part, std::uint8_t channel, double value);
    void step();

    // Live levels: takes over another design and keeps the state of every part whose id is unchanged.
    void reconcile(const Design& design);

    Snapshot snapshot() const;              // lives until the next step
    std::span<const Event> events() const;  // of the last step
    Outcome outcome() const;
    const Reason& reason() const;  // why it is lost
    Reason whyNotYet() const;      // what stands in the way of the goals now; of a lost one, why it is lost
    const Measures& measures() const;
    // Of the whole state: positions, velocities, charges, filters, outcome. Equal bits give equal hashes.
    std::uint64_t stateHash() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vonk::world
