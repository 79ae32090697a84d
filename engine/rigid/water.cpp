// Water to fall into: lift by what is under the surface, drag that brings pieces to rest. Not the fluid
// solver's water: only where it stands.
#include <algorithm>
#include <cmath>

#include "engine/rigid/impl.h"

namespace vonk::rigid {

namespace {

constexpr double linear_drag = 1.2;     // 1/s when under water
constexpr double quadratic_drag = 0.5;  // 1/m
constexpr double spin_drag = 2.5;       // 1/s
constexpr double least_entry = 0.6;     // m/s downwards that makes a splash

}  // namespace

void RigidWorld::Impl::applyWater(double h) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Entry& entry = entries[i];
        if (entry.body == nullptr) continue;
        b2Body& body = *entry.body;
        const b2Fixture* const fixture = body.GetFixtureList();
        double half = 0.05;  // m, half of its height at either end
        if (fixture != nullptr) {
            b2AABB box;
            fixture->GetShape()->ComputeAABB(&box, body.GetTransform(), 0);
            const double tilt =
                std::fabs(static_cast<double>(body.GetWorldVector(toVector(entry.end_b - entry.end_a)).y));
            half = std::max(0.02, 0.5 * (static_cast<double>(box.upperBound.y - box.lowerBound.y) - tilt));
        }
        const double level = *def.water - def.origin.y;
        double sunk = 0.0;
        double* lifts[] = {&entry.lift_a, &entry.lift_b};
        for (int side = 0; side < 2; ++side) {
            const Vec2 end = side == 0 ? entry.end_a : entry.end_b;
            *lifts[side] = 0.0;
            const b2Vec2 place = body.GetWorldPoint(toVector(end));
            const double share =
                std::clamp((level - static_cast<double>(place.y) + half) / (2.0 * half), 0.0, 1.0);
            sunk += 0.5 * share;
            if (share > 0.0) {
                const double lift =
                    0.5 * share * entry.buoyancy * static_cast<double>(body.GetMass()) * def.gravity;
                *lifts[side] = lift;
                body.ApplyForce({0.0F, static_cast<float>(lift)}, place, false);
            }
        }
        const Vec2 velocity = fromVector(body.GetLinearVelocity());
        const bool wet = sunk > 0.0;
        if (wet && !entry.wet && velocity.y < -least_entry) {
            const Vec2 centre = fromBox(body.GetWorldCenter());
            splashes.push_back({{centre.x, *def.water},
                                -velocity.y * static_cast<double>(body.GetMass()),
                                BodyId{static_cast<std::uint32_t>(i + 1)}});
        }
        entry.wet = wet;
        if (!wet || !body.IsAwake()) continue;
        const double slowed = 1.0 / (1.0 + h * sunk * (linear_drag + quadratic_drag * length(velocity)));
        body.SetLinearVelocity(toVector(slowed * velocity));
        body.SetAngularVelocity(body.GetAngularVelocity() *
                                static_cast<float>(1.0 / (1.0 + h * sunk * spin_drag)));
    }
}

}  // namespace vonk::rigid
