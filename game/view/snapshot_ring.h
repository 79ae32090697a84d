// The last seconds of the world, kept as copies so that a break can be looked at again, slowly. Between two
// ticks joints and bodies are interpolated, so that a tenth of the speed still moves smoothly.
#pragma once

#include <cstddef>
#include <vector>

#include "game/world/snapshot.h"

namespace vonk::view {

// A snapshot that owns what it shows.
class StoredSnapshot {
  public:
    void copy(const world::Snapshot& from);
    world::Snapshot view() const;  // spans live until the next copy()
    std::uint64_t tick() const { return scalars_.tick; }

  private:
    friend class SnapshotRing;
    world::Snapshot scalars_;  // its spans are not used
    std::vector<world::JointView> joints_;
    std::vector<world::MemberView> members_;
    std::vector<world::BodyView> bodies_;
    std::vector<world::DeviceView> devices_;
    std::vector<world::WireView> wires_;
    std::vector<world::ReactionView> reactions_;
    std::vector<world::LoadView> loads_;
    std::vector<world::MomentView> moments_;
};

class SnapshotRing {
  public:
    // Keeps the last `capacity` snapshots; at least two.
    explicit SnapshotRing(std::size_t capacity = 480);

    // A tick that does not follow the last one begins anew.
    void push(const world::Snapshot& snapshot);
    void clear() { count_ = 0; }

    bool empty() const { return count_ == 0; }
    std::size_t size() const { return count_; }
    double first() const;  // tick; the ring must not be empty
    double last() const;

    // The world at that tick, clamped to what is kept. Lives until the next call.
    world::Snapshot at(double tick);

  private:
    const StoredSnapshot& stored(std::size_t age_from_first) const;

    std::vector<StoredSnapshot> slots_;
    std::size_t next_ = 0;
    std::size_t count_ = 0;
    StoredSnapshot between_;
};

}  // namespace vonk::view
