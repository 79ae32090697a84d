#include "game/view/snapshot_ring.h"

#include <algorithm>
#include <cmath>

#include "engine/core/assert.h"

namespace vonk::view {

namespace {

template <typename View>
void assign(std::vector<View>& into, std::span<const View> from) {
    into.assign(from.begin(), from.end());
}

// Angles are continuous in the physics; a jump of more than half a turn is a wrap.
double mixAngle(double a, double b, double t) {
    return a + std::remainder(b - a, 2.0 * 3.14159265358979323846) * t;
}

}  // namespace

void StoredSnapshot::copy(const world::Snapshot& from) {
    scalars_ = from;
    assign(joints_, from.joints);
    assign(members_, from.members);
    assign(bodies_, from.bodies);
    assign(devices_, from.devices);
    assign(wires_, from.wires);
    assign(reactions_, from.reactions);
    assign(loads_, from.loads);
    assign(moments_, from.moments);
}

world::Snapshot StoredSnapshot::view() const {
    world::Snapshot snapshot = scalars_;
    snapshot.joints = joints_;
    snapshot.members = members_;
    snapshot.bodies = bodies_;
    snapshot.devices = devices_;
    snapshot.wires = wires_;
    snapshot.reactions = reactions_;
    snapshot.loads = loads_;
    snapshot.moments = moments_;
    return snapshot;
}

SnapshotRing::SnapshotRing(std::size_t capacity) : slots_(std::max<std::size_t>(capacity, 2)) {}

void SnapshotRing::push(const world::Snapshot& snapshot) {
    if (count_ > 0 && snapshot.tick != stored(count_ - 1).tick() + 1) count_ = 0;
    slots_[next_].copy(snapshot);
    next_ = (next_ + 1) % slots_.size();
    count_ = std::min(count_ + 1, slots_.size());
}

const StoredSnapshot& SnapshotRing::stored(std::size_t age_from_first) const {
    VONK_ASSERT(age_from_first < count_);
    return slots_[(next_ + slots_.size() - count_ + age_from_first) % slots_.size()];
}

double SnapshotRing::first() const {
    return static_cast<double>(stored(0).tick());
}

double SnapshotRing::last() const {
    return static_cast<double>(stored(count_ - 1).tick());
}

world::Snapshot SnapshotRing::at(double tick) {
    VONK_ASSERT(count_ > 0);
    const double offset = std::clamp(tick, first(), last()) - first();
    const auto index = static_cast<std::size_t>(offset);
    const double t = offset - static_cast<double>(index);
    const StoredSnapshot& before = stored(index);
    if (t <= 0.0 || index + 1 >= count_) return before.view();

    const StoredSnapshot& after = stored(index + 1);
    between_.copy(before.view());
    if (before.joints_.size() == after.joints_.size()) {
        for (std::size_t i = 0; i < between_.joints_.size(); ++i) {
            between_.joints_[i].position = lerp(before.joints_[i].position, after.joints_[i].position, t);
        }
    }
    if (before.members_.size() == after.members_.size()) {
        for (std::size_t i = 0; i < between_.members_.size(); ++i) {
            world::MemberView& member = between_.members_[i];
            const world::MemberView& next = after.members_[i];
            member.use += (next.use - member.use) * t;
            member.sag += (next.sag - member.sag) * t;
        }
    }
    for (std::size_t i = 0; i < between_.bodies_.size(); ++i) {
        world::BodyView& body = between_.bodies_[i];
        // Bodies keep their order; debris that is new stands at the end.
        const auto same = [&](const world::BodyView& other) { return other.id == body.id; };
        const auto next = i < after.bodies_.size() && same(after.bodies_[i])
                              ? after.bodies_.begin() + static_cast<std::ptrdiff_t>(i)
                              : std::find_if(after.bodies_.begin(), after.bodies_.end(), same);
        if (next == after.bodies_.end()) continue;
        body.pose.position = lerp(body.pose.position, next->pose.position, t);
        body.pose.angle = mixAngle(body.pose.angle, next->pose.angle, t);
    }
    return between_.view();
}

}  // namespace vonk::view
