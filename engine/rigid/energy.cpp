// The balance of energy while a wreck falls. Box2D stops its rounds before they have met: where something
// heavy lands on something light, or is pushed out of the ground, it gives back more than came in. What
// parts in touch have gained beyond what motors, grades and water have put in is taken out of their motion.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/rigid/impl.h"

namespace vonk::rigid {

namespace {

// m; what single precision makes of a place. A rise by this is no gain.
constexpr double digits = 2e-6;
// Of the energy that a fall has cost: what may come back before ropes are kept from shortening.
constexpr double least_heave = 0.005;

double moving(const b2Body& body) {
    const double mass = static_cast<double>(body.GetMass());
    const double inertia = static_cast<double>(body.GetInertia()) -
                           mass * static_cast<double>(body.GetLocalCenter().LengthSquared());
    const double spin = static_cast<double>(body.GetAngularVelocity());
    const Vec2 velocity = fromVector(body.GetLinearVelocity());
    return 0.5 * mass * dot(velocity, velocity) +
           (body.IsFixedRotation() ? 0.0 : 0.5 * inertia * spin * spin);
}

double spring(const Wheel& wheel) {
    const double squeezed = static_cast<double>(wheel.joint->GetJointTranslation());
    return 0.5 * static_cast<double>(wheel.joint->GetStiffness()) * squeezed * squeezed;
}

// Parts that touch or hold each other, by union of sets.
class Groups {
  public:
    explicit Groups(std::size_t count) : above_(count) { std::iota(above_.begin(), above_.end(), 0U); }
    std::size_t of(std::size_t i) {
        while (above_[i] != i) i = above_[i] = above_[above_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { above_[of(a)] = of(b); }

  private:
    std::vector<std::size_t> above_;
};

}  // namespace

double RigidWorld::Impl::energyOf(const Entry& row) const {
    const double height = fromBox(row.body->GetWorldCenter()).y;
    return moving(*row.body) + static_cast<double>(row.body->GetMass()) * def.gravity * height;
}

double RigidWorld::Impl::totalEnergy() const {
    double energy = 0.0;
    for (const Entry& row : entries) {
        if (row.body != nullptr) energy += energyOf(row);
    }
    for (const Vehicle& vehicle : vehicles) {
        for (const Wheel& wheel : vehicle.wheels) energy += spring(wheel);
    }
    return energy;
}

double RigidWorld::energy() const {
    return impl_->totalEnergy();
}

double RigidWorld::work() const {
    return impl_->work;
}

void RigidWorld::Impl::weighEnergy() {
    for (Entry& row : entries) {
        if (row.body == nullptr) continue;
        row.gained = -energyOf(row);
        row.heights_before = {fromVector(row.body->GetWorldPoint(toVector(row.end_a))).y,
                              fromVector(row.body->GetWorldPoint(toVector(row.end_b))).y};
    }
    for (Vehicle& vehicle : vehicles) {
        for (Wheel& wheel : vehicle.wheels) {
            entry(wheel.id).gained -= spring(wheel);
            wheel.place_before = fromVector(entry(wheel.id).body->GetPosition());
            wheel.turn_before = static_cast<double>(wheel.joint->GetJointAngularSpeed());
        }
    }
}

void RigidWorld::Impl::readEnergy(double h) {
    const auto putIn = [&](Entry& row, double amount) {
        work += amount;
        row.gained -= amount;
    };
    for (Entry& row : entries) {
        if (row.body == nullptr) continue;
        row.gained += energyOf(row);
        if (row.lift_a == 0.0 && row.lift_b == 0.0) continue;
        const double a = fromVector(row.body->GetWorldPoint(toVector(row.end_a))).y;
        const double b = fromVector(row.body->GetWorldPoint(toVector(row.end_b))).y;
        putIn(row, row.lift_a * (a - row.heights_before.x) + row.lift_b * (b - row.heights_before.y));
    }
    for (Vehicle& vehicle : vehicles) {
        for (Wheel& wheel : vehicle.wheels) {
            Entry& row = entry(wheel.id);
            row.gained += spring(wheel);
            putIn(row, dot(wheel.lift, fromVector(row.body->GetPosition()) - wheel.place_before));
            if (!wheel.joint->IsMotorEnabled()) continue;
            const double torque =
                static_cast<double>(wheel.joint->GetMotorTorque(static_cast<float>(1.0 / h)));
            const double turn =
                0.5 * (wheel.turn_before + static_cast<double>(wheel.joint->GetJointAngularSpeed()));
            putIn(row, torque * turn * h);
        }
    }
}

// The whole has risen again by a share of what its fall has cost.
bool RigidWorld::Impl::heaves() {
    const double now = totalEnergy() - work;
    greatest_energy = std::max(greatest_energy, now);
    least_energy = std::min(least_energy, now);
    return now - least_energy > least_heave * (greatest_energy - least_energy);
}

void RigidWorld::Impl::boundEnergy() {
    Groups groups(entries.size());
    const auto join = [&](b2Body* a, b2Body* b) {
        if (a->GetType() != b2_dynamicBody || b->GetType() != b2_dynamicBody) return;
        groups.join(idOf(a).value - 1, idOf(b).value - 1);
    };
    for (b2Contact* contact = world.GetContactList(); contact != nullptr; contact = contact->GetNext()) {
        if (contact->IsTouching()) join(contact->GetFixtureA()->GetBody(), contact->GetFixtureB()->GetBody());
    }
    for (b2Joint* joint = world.GetJointList(); joint != nullptr; joint = joint->GetNext())
        join(joint->GetBodyA(), joint->GetBodyB());

    struct Sum {
        double gained = 0.0;
        double motion = 0.0;
        double tolerated = 0.0;
    };
    std::vector<Sum> sums(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].body == nullptr) continue;
        Sum& sum = sums[groups.of(i)];
        sum.gained += entries[i].gained;
        sum.motion += moving(*entries[i].body);
        sum.tolerated += digits * static_cast<double>(entries[i].body->GetMass()) * def.gravity;
    }
    // What heaves itself up without moving hangs in ropes that its fall drew out, and that now shorten again:
    // they stay as long as they are.
    if (heaves()) {
        for (b2Joint* joint = world.GetJointList(); joint != nullptr; joint = joint->GetNext()) {
            if (joint->GetType() != e_distanceJoint) continue;
            b2Body* const tied =
                joint->GetBodyA()->GetType() == b2_dynamicBody ? joint->GetBodyA() : joint->GetBodyB();
            const Sum& sum = sums[groups.of(idOf(tied).value - 1)];
            if (sum.gained - sum.tolerated <= sum.motion) continue;
            auto* const rope = static_cast<b2DistanceJoint*>(joint);
            if (rope->GetCurrentLength() > rope->GetMaxLength()) rope->SetMaxLength(rope->GetCurrentLength());
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        b2Body* const body = entries[i].body;
        const Sum& sum = sums[groups.of(i)];
        const double excess = sum.gained - sum.tolerated;
        if (body == nullptr || !(excess > 0.0) || !(sum.motion > 0.0)) continue;
        const auto kept = static_cast<float>(std::sqrt(std::max(0.0, 1.0 - excess / sum.motion)));
        body->SetLinearVelocity(kept * body->GetLinearVelocity());
        body->SetAngularVelocity(kept * body->GetAngularVelocity());
    }
}

}  // namespace vonk::rigid
