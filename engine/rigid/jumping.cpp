// People who jump: they stop, stand while their pulses act on the road, and go on. Their bodies keep standing
// in the rigid world; how high they are is told for the picture.
#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "engine/rigid/impl.h"

namespace vonk::rigid {

namespace {

constexpr double braking = 4.0;     // m/s², less is needed to stop on the spot
constexpr double standing = 0.05;   // m/s that counts as standing
constexpr double least_way = 0.02;  // m before its place that one brakes at least
// s that a road which swings may leave the feet of one who stands; then there is nothing to jump on.
constexpr double longest_away = 0.25;
constexpr double fallen = 0.8;  // m below the place of jumping: nobody jumps on

// The half sine wave of one jump, weight 1, period and contact time in s.
struct Pulse {
    double period;
    double contact;

    explicit Pulse(const JumpDef& def) : period(1.0 / def.frequency), contact(def.contact * period) {}

    // s, from the beginning of the present jump.
    double within(double time) const { return time - std::floor(time / period + 1e-9) * period; }
    // s, integral of the force from the beginning of the jump on; the whole period when it is over.
    double impulse(double t) const { return 0.5 * period * (1.0 - cos(pi * clamp(t / contact, 0.0, 1.0))); }
    // m above the place of standing: twice the integral of force less weight, from the touchdown on.
    double height(double t, double gravity) const {
        const double touchdown = 0.5 * gravity * (period - contact);  // m/s, downwards
        if (t >= contact) {
            const double air = t - contact;
            return touchdown * air - 0.5 * gravity * air * air;
        }
        const double pushed = 0.5 * period * (t - contact / pi * sin(pi * t / contact));
        return -touchdown * t + gravity * (pushed - 0.5 * t * t);
    }
};

}  // namespace

void RigidWorld::Impl::moveJumpers() {
    for (Vehicle& vehicle : vehicles) {
        if (!vehicle.jumper) continue;
        Jumper& jumper = *vehicle.jumper;
        const double period = 1.0 / jumper.def.frequency;
        const double x = vehicle.state.wheels.front().position.x;
        const double y = vehicle.state.wheels.front().position.y;
        const double speed = vehicle.state.velocity.x;
        switch (jumper.stage) {
            case Jumper::Stage::Coming:
                if (x < jumper.def.at - std::max(least_way, 0.5 * speed * speed / braking)) break;
                jumper.stage = Jumper::Stage::Stopping;
                drive(vehicle, 0.0);
                break;
            case Jumper::Stage::Stopping:
                if (std::fabs(speed) > standing) break;
                jumper.stage = Jumper::Stage::Jumping;
                jumper.height = y;
                jumper.begin = std::ceil(time / period) * period;
                jumper.end =
                    jumper.begin + std::floor(jumper.def.seconds * jumper.def.frequency + 0.5) * period;
                break;
            case Jumper::Stage::Jumping:
                if (time < jumper.end && y > jumper.height - fallen) break;
                jumper.stage = Jumper::Stage::Gone;
                drive(vehicle, vehicle.speed);
                break;
            case Jumper::Stage::Gone:
                break;
        }
    }
}

void RigidWorld::Impl::bearJumpers() {
    for (Vehicle& vehicle : vehicles) {
        if (!vehicle.jumper) continue;
        Jumper& jumper = *vehicle.jumper;
        vehicle.state.jumping = false;
        vehicle.state.leap = 0.0;
        if (jumper.stage != Jumper::Stage::Jumping) continue;
        bearJumper(vehicle);
    }
}

void RigidWorld::Impl::bearJumper(Vehicle& vehicle) {
    Jumper& jumper = *vehicle.jumper;
    bool stands = false;
    for (std::size_t i = 0; i < vehicle.wheels.size(); ++i) {
        Jumper::Foot& foot = jumper.feet[i];
        foot.away += step_length;
        double greatest = 0.0;
        for (std::size_t load = 0; load < wheel_loads.size(); ++load) {
            if (pressing[load].body != vehicle.wheels[i].id || pressing[load].impulse <= greatest) continue;
            greatest = pressing[load].impulse;
            foot = {wheel_loads[load].deck, wheel_loads[load].position, 0.0};
        }
        if (greatest == 0.0 && vehicle.wheels[i].touches) foot = {-1, 0.0, 0.0};  // on the ground
        stands = stands || foot.away < longest_away;
    }
    const double middle = time + 0.5 * step_length;
    if (!stands || middle < jumper.begin || middle >= jumper.end) return;
    const Pulse pulse(jumper.def);
    const double start = pulse.within(time);
    const double end = start + step_length;
    // The mean over the step, so that none of the impulse is lost between two steps.
    double impulse = pulse.impulse(end) - pulse.impulse(start);
    if (end > pulse.period) impulse += pulse.impulse(end - pulse.period);
    vehicle.state.jumping = true;
    vehicle.state.leap = pulse.height(pulse.within(time + step_length), def.gravity);
    for (std::size_t load = wheel_loads.size(); load-- > 0;) {
        const bool own = std::any_of(vehicle.wheels.begin(), vehicle.wheels.end(),
                                     [&](const Wheel& wheel) { return wheel.id == pressing[load].body; });
        if (!own) continue;
        wheel_loads.erase(wheel_loads.begin() + static_cast<std::ptrdiff_t>(load));
        pressing.erase(pressing.begin() + static_cast<std::ptrdiff_t>(load));
    }
    for (std::size_t i = 0; i < vehicle.wheels.size(); ++i) {
        const Jumper::Foot& foot = jumper.feet[i];
        if (foot.deck < 0 || foot.away >= longest_away) continue;
        if (decks[static_cast<std::size_t>(foot.deck)].body == nullptr) continue;
        const Wheel& wheel = vehicle.wheels[i];
        const double force = wheel.load * def.gravity * impulse / step_length;
        // A force that is given needs no mass to steady it.
        wheel_loads.push_back({foot.deck, foot.position, {0.0, -force}, 0.0});
        pressing.push_back({wheel.id, force * step_length});
    }
}

}  // namespace vonk::rigid
