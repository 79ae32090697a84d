// Vehicles: bodies on sprung wheels, one axle driven at a held speed (two driven axles fight each other
// through the deck), every wheel carrying its own weight along a slope.
#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/core/math.h"
#include "engine/rigid/impl.h"

namespace vonk::rigid {

namespace {

// m; Box2D keeps this much of its skin between a wheel and an edge.
constexpr double skin = 0.0055;
// m/s², what the driven axle may ask of its wheel beyond carrying the grade.
constexpr double strongest_pull = 4.0;

void check(bool condition, const char* reason) {
    if (!condition) throw std::invalid_argument(reason);
}

void checkDef(const VehicleDef& def) {
    check(!def.axles.empty(), "a vehicle needs an axle");
    check(def.wheel_radius > 0.01 && def.wheel_radius < 100.0, "wheel_radius must be between 0.01 and 100 m");
    check(def.wheel_share > 0.0 && def.wheel_share < 1.0, "wheel_share must be between 0 and 1");
    check(def.spring_frequency > 0.1 && def.spring_frequency < 20.0,
          "spring_frequency must be between 0.1 and 20 Hz");
    check(def.body_size.x > 0.02 && def.body_size.y > 0.02, "body_size must be above 2 cm");
    if (def.jump) {
        check(std::fabs(def.jump->at) < 1e6, "a jumper's place is not finite");
        check(def.jump->frequency >= 0.5 && def.jump->frequency <= 5.0,
              "a jumper's frequency must be between 0.5 and 5 Hz");
        check(def.jump->seconds >= 0.0 && def.jump->seconds < 1e6, "the time of jumping must not be below 0");
        check(def.jump->contact >= 0.25 && def.jump->contact <= 1.0, "contact must be between 0.25 and 1");
    }
    for (const AxleDef& axle : def.axles) {
        check(axle.load > 0.0 && axle.load < 1e9, "an axle's load must be above 0");
        check(std::fabs(axle.behind) < 1e5, "an axle's place is not finite");
    }
}

struct Maker {
    RigidWorld::Impl& w;
    const VehicleDef& def;
    b2Filter filter;

    b2Body* body(Vec2 at, bool upright) {
        b2BodyDef row;
        row.type = b2_dynamicBody;
        row.position = w.toBox(at);
        // `speed` is that of the wheels along the road.
        const double along = def.speed / std::sqrt(1.0 + def.slope * def.slope);
        row.linearVelocity = toVector({along, along * def.slope});
        row.fixedRotation = upright;
        return w.world.CreateBody(&row);
    }

    BodyId chassis(Vec2 at, double mass, double centre, bool upright, double buoyancy) {
        b2Body* const made = body(at, upright);
        const Vec2 half = 0.5 * def.body_size;
        b2PolygonShape box;
        box.SetAsBox(static_cast<float>(half.x), static_cast<float>(half.y));
        b2FixtureDef fixture;
        fixture.shape = &box;
        fixture.friction = 0.4F;
        fixture.filter = filter;
        made->CreateFixture(&fixture);
        b2MassData data;
        data.mass = static_cast<float>(mass);
        data.center.Set(static_cast<float>(centre), 0.0F);
        const double inertia = mass * dot(def.body_size, def.body_size) / 12.0;
        data.I = static_cast<float>(inertia + mass * centre * centre);
        made->SetMassData(&data);
        Entry entry;
        entry.body = made;
        entry.buoyancy = buoyancy;
        entry.end_a = {-0.5 * half.x, 0.0};
        entry.end_b = {0.5 * half.x, 0.0};
        for (const Vec2 corner :
             {Vec2{-half.x, -half.y}, Vec2{half.x, -half.y}, half, Vec2{-half.x, half.y}}) {
            entry.outline.push_back(corner - Vec2{centre, 0.0});
        }
        return w.enter(std::move(entry));
    }

    Wheel wheel(Vec2 at, const AxleDef& axle, BodyId carrier) {
        b2Body* const made = body(at, false);
        b2CircleShape circle;
        circle.m_radius = static_cast<float>(def.wheel_radius);
        const double mass = axle.load * def.wheel_share;
        b2FixtureDef fixture;
        fixture.shape = &circle;
        fixture.density = static_cast<float>(mass / (pi * def.wheel_radius * def.wheel_radius));
        fixture.friction = static_cast<float>(def.friction);
        fixture.filter = filter;
        made->CreateFixture(&fixture);
        made->SetAngularVelocity(static_cast<float>(-def.speed / def.wheel_radius));
        Entry entry;
        entry.body = made;
        entry.buoyancy = def.buoyancy;
        Wheel row;
        row.id = w.enter(std::move(entry));
        row.load = axle.load;
        row.radius = def.wheel_radius;
        row.friction = def.friction;
        // It stands on its slope from the first step on.
        const double tilt = std::sqrt(1.0 + def.slope * def.slope);
        row.normal = {-def.slope / tilt, 1.0 / tilt};
        row.touches = true;
        const double sprung = axle.load - mass;
        const double turn = 2.0 * pi * def.spring_frequency;
        const double rest = w.def.gravity / (turn * turn);  // m, the spring's travel under its load
        b2WheelJointDef joint;
        joint.bodyA = w.entry(carrier).body;
        joint.bodyB = made;
        joint.localAnchorA = joint.bodyA->GetLocalPoint(w.toBox(at - Vec2{0.0, rest}));
        joint.localAnchorB.SetZero();
        joint.localAxisA.Set(0.0F, 1.0F);
        joint.stiffness = static_cast<float>(sprung * turn * turn);
        joint.damping = static_cast<float>(2.0 * def.spring_damping * sprung * turn);
        joint.enableLimit = true;
        joint.lowerTranslation = static_cast<float>(-1.5 * rest - 0.05);
        joint.upperTranslation = static_cast<float>(rest + def.body_clearance + 0.1);
        row.joint = static_cast<b2WheelJoint*>(w.world.CreateJoint(&joint));
        return row;
    }

    void couple(BodyId front, BodyId rear) {
        b2PrismaticJointDef joint;
        b2Body* const a = w.entry(front).body;
        b2Body* const b = w.entry(rear).body;
        joint.Initialize(a, b, b->GetPosition(), b2Vec2(0.0F, 1.0F));
        w.world.CreateJoint(&joint);
    }
};

}  // namespace

int RigidWorld::addVehicle(const VehicleDef& def) {
    checkDef(def);
    Impl& w = *impl_;
    Maker maker{w, def, {}};
    maker.filter.categoryBits = category_vehicle;
    maker.filter.maskBits = static_cast<uint16>(0xffff & ~category_bar);
    maker.filter.groupIndex = static_cast<int16>(-1 - static_cast<int>(w.vehicles.size() % 30000));
    const double tilt = std::sqrt(1.0 + def.slope * def.slope);  // a wheel's middle stands square on the road
    const double axle_height = def.front.y + (def.wheel_radius + skin) * tilt;
    const double body_height = def.body_clearance + 0.5 * def.body_size.y;
    const auto axlePlace = [&](const AxleDef& axle) {
        return Vec2{def.front.x - axle.behind, axle_height - def.slope * axle.behind};
    };

    Vehicle vehicle;
    vehicle.speed = def.speed;
    const double carried = 1.0 - def.wheel_share;
    if (def.chassis == Chassis::Stiff && def.axles.size() == 2) {
        const Vec2 a = axlePlace(def.axles[0]);
        const Vec2 b = axlePlace(def.axles[1]);
        const double mass = def.axles[0].load + def.axles[1].load;
        const double centre = (def.axles[0].load * a.x + def.axles[1].load * b.x) / mass;
        const double middle = 0.5 * (a.x + b.x);
        vehicle.chassis.push_back(maker.chassis({middle, 0.5 * (a.y + b.y) + body_height}, carried * mass,
                                                centre - middle, false, def.buoyancy));
        for (const AxleDef& axle : def.axles)
            vehicle.wheels.push_back(maker.wheel(axlePlace(axle), axle, vehicle.chassis[0]));
    } else {
        for (const AxleDef& axle : def.axles) {
            const Vec2 at = axlePlace(axle);
            vehicle.chassis.push_back(
                maker.chassis(at + Vec2{0.0, body_height}, carried * axle.load, 0.0, true, def.buoyancy));
            if (vehicle.chassis.size() > 1)
                maker.couple(vehicle.chassis[vehicle.chassis.size() - 2], vehicle.chassis.back());
            vehicle.wheels.push_back(maker.wheel(at, axle, vehicle.chassis.back()));
        }
    }
    double heaviest = 0.0;
    double mass = 0.0;
    for (std::size_t i = 0; i < vehicle.wheels.size(); ++i) {
        mass += vehicle.wheels[i].load;
        if (vehicle.wheels[i].load > heaviest) {
            heaviest = vehicle.wheels[i].load;
            vehicle.driven = i;
        }
    }
    b2WheelJoint* const driven = vehicle.wheels[vehicle.driven].joint;
    driven->EnableMotor(true);
    driven->SetMaxMotorTorque(static_cast<float>(mass * strongest_pull * def.wheel_radius));
    driven->SetMotorSpeed(static_cast<float>(-def.speed / def.wheel_radius));
    if (def.jump && def.front.x < def.jump->at) {
        vehicle.jumper = Jumper{};
        vehicle.jumper->def = *def.jump;
        vehicle.jumper->feet.resize(vehicle.wheels.size());
    }
    for (const BodyId id : vehicle.chassis) vehicle.state.bodies.push_back(id);
    for (const Wheel& wheel : vehicle.wheels) vehicle.state.bodies.push_back(wheel.id);
    w.vehicles.push_back(std::move(vehicle));
    w.readVehicles();
    return static_cast<int>(w.vehicles.size()) - 1;
}

void RigidWorld::setSpeed(int index, double speed) {
    Vehicle& vehicle = impl_->vehicles.at(static_cast<std::size_t>(index));
    vehicle.speed = speed;
    const bool stands = vehicle.jumper && (vehicle.jumper->stage == Jumper::Stage::Stopping ||
                                           vehicle.jumper->stage == Jumper::Stage::Jumping);
    if (!stands) impl_->drive(vehicle, speed);
}

void RigidWorld::Impl::drive(Vehicle& vehicle, double speed) {
    const Wheel& wheel = vehicle.wheels[vehicle.driven];
    wheel.joint->SetMotorSpeed(static_cast<float>(-speed / wheel.radius));
}

int RigidWorld::vehicleCount() const {
    return static_cast<int>(impl_->vehicles.size());
}

const VehicleState& RigidWorld::vehicle(int index) const {
    return impl_->vehicles.at(static_cast<std::size_t>(index)).state;
}

// Each wheel pushes its own load up the slope that it stands on, so that a road feels the weight and nothing
// else. As a force, and its counterpart on the road by hand: friction would have to be found anew by the
// solver where a wheel rolls on to the next deck, and the whole vehicle would jerk.
void RigidWorld::Impl::carryGrades() {
    for (Vehicle& vehicle : vehicles) {
        for (Wheel& wheel : vehicle.wheels) {
            wheel.lift = {};
            if (wheel.touches && wheel.normal.y > 0.5) {
                const Vec2 n = wheel.normal;
                const double grip = std::min(1.0, wheel.friction * n.y / std::max(std::fabs(n.x), 1e-9));
                wheel.lift = grip * wheel.load * def.gravity * Vec2{-n.x * n.y, n.x * n.x};
                entry(wheel.id).body->ApplyForceToCenter(toVector(wheel.lift), true);
            }
            wheel.touches = false;
            wheel.pressed = 0.0;
        }
    }
}

void RigidWorld::Impl::bearGrades() {
    for (std::size_t i = 0; i < wheel_loads.size(); ++i) {
        const Wheel* const wheel = wheelOf(pressing[i].body);
        if (wheel == nullptr || wheel->pressed <= 0.0) continue;
        wheel_loads[i].force -= (pressing[i].impulse / wheel->pressed) * wheel->lift;
    }
}

Wheel* RigidWorld::Impl::wheelOf(BodyId id) {
    for (Vehicle& vehicle : vehicles) {
        for (Wheel& wheel : vehicle.wheels) {
            if (id && wheel.id == id) return &wheel;
        }
    }
    return nullptr;
}

void RigidWorld::Impl::readVehicles() {
    for (Vehicle& vehicle : vehicles) {
        VehicleState& state = vehicle.state;
        state.wheels.clear();
        state.in_water = false;
        for (const Wheel& wheel : vehicle.wheels) {
            const b2Body& body = *entry(wheel.id).body;
            state.wheels.push_back({fromBox(body.GetPosition()), static_cast<double>(body.GetAngle())});
        }
        for (const BodyId id : state.bodies) state.in_water = state.in_water || entry(id).wet;
        state.front = state.rear = state.wheels.front().position.x;
        for (const Pose& wheel : state.wheels) {
            state.front = std::max(state.front, wheel.position.x);
            state.rear = std::min(state.rear, wheel.position.x);
        }
        const b2Body& first = *entry(vehicle.chassis.front()).body;
        const b2Body& last = *entry(vehicle.chassis.back()).body;
        const Vec2 a = fromBox(first.GetPosition());
        const Vec2 b = fromBox(last.GetPosition());
        state.body.position = lerp(a, b, 0.5);
        state.body.angle = static_cast<double>(first.GetAngle());
        if (vehicle.chassis.size() > 1 && a.x > b.x) state.body.angle = atan2(a.y - b.y, a.x - b.x);
        state.velocity = fromVector(first.GetLinearVelocity());
    }
}

}  // namespace vonk::rigid
