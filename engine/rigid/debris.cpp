// Pieces of a broken structure: bars that are pinned together, ropes between them.
#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "engine/rigid/impl.h"

namespace vonk::rigid {

namespace {

// m; Box2D wants polygons thicker than its own skin.
constexpr double least_size = 0.04;

constexpr double bare_end = 0.25;  // m
constexpr float torn = 0.01F;      // m
// 1/s; lets what dangles come to rest.
constexpr float air_drag = 0.1F;
constexpr float air_spin_drag = 0.8F;
// The same from `calm_after` on (s after the collapse): what swings then has been seen to swing.
constexpr double calm_after = 8.0;
constexpr float calm_drag = 1.0F;
constexpr float calm_spin_drag = 2.5F;
constexpr float calm_roll_drag = 0.5F;  // of vehicles and cargo
// Friction of a pin, as a share of the moment that the lighter side's weight can have about it.
constexpr double pin_friction = 0.03;

b2Body* bodyOf(RigidWorld::Impl& world, BodyId id) {
    return id ? world.entry(id).body : world.ground;
}

}  // namespace

BodyId RigidWorld::addBar(const BarDef& def) {
    Impl& w = *impl_;
    const Vec2 along = def.to - def.from;
    const double size = std::max(length(along), least_size);
    const double thickness = std::max(def.thickness, least_size);
    b2BodyDef row;
    row.type = b2_dynamicBody;
    row.position = w.toBox(lerp(def.from, def.to, 0.5));
    row.angle = static_cast<float>(atan2(along.y, along.x));
    row.linearVelocity = toVector(0.5 * (def.velocity_from + def.velocity_to));
    row.angularVelocity =
        static_cast<float>(cross(along, def.velocity_to - def.velocity_from) / (size * size));
    row.linearDamping = air_drag;
    row.angularDamping = air_spin_drag;
    b2Body* const body = w.world.CreateBody(&row);
    b2PolygonShape box;
    // Its ends are left bare, so that bars in a common joint at the edge of a bank do not jam there.
    const double touching = size - 2.0 * std::min(bare_end, 0.2 * size);
    // The road's surface stays where it was: a thick piece about its middle line would lift what stands on
    // it.
    const double up = along.x < 0.0 ? -1.0 : 1.0;
    const double middle = def.deck ? up * (def.rise - 0.5 * thickness) : 0.0;
    box.SetAsBox(static_cast<float>(0.5 * touching), static_cast<float>(0.5 * thickness),
                 {0.0F, static_cast<float>(middle)}, 0.0F);
    b2FixtureDef fixture;
    fixture.shape = &box;
    fixture.friction = def.deck ? 0.8F : 0.4F;
    fixture.restitution = 0.1F;
    fixture.filter.categoryBits = def.deck ? category_deck_bar : category_bar;
    fixture.filter.maskBits =
        static_cast<uint16>(def.deck ? category_ground | category_vehicle | category_body : category_ground);
    body->CreateFixture(&fixture);
    // It turns like a bar of its whole length, bare ends included.
    const double mass = std::max(def.mass, 1e-6);
    b2MassData data;
    data.mass = static_cast<float>(mass);
    data.center.Set(0.0F, static_cast<float>(middle));
    data.I = static_cast<float>(mass * ((size * size + thickness * thickness) / 12.0 + middle * middle));
    body->SetMassData(&data);
    Entry entry;
    entry.body = body;
    entry.buoyancy = def.buoyancy;
    entry.end_a = {-0.5 * size, 0.0};
    entry.end_b = {0.5 * size, 0.0};
    const Vec2 half{0.5 * size, 0.5 * thickness};
    entry.outline = {{-half.x, -half.y}, {half.x, -half.y}, half, {-half.x, half.y}};
    return w.enter(std::move(entry));
}

BodyId RigidWorld::addKnot(Vec2 at, Vec2 velocity, double mass, double buoyancy) {
    Impl& w = *impl_;
    b2BodyDef row;
    row.type = b2_dynamicBody;
    row.position = w.toBox(at);
    row.linearVelocity = toVector(velocity);
    row.fixedRotation = true;
    row.linearDamping = air_drag;
    row.angularDamping = air_spin_drag;
    b2Body* const body = w.world.CreateBody(&row);
    b2CircleShape circle;
    circle.m_radius = 0.05F;
    b2FixtureDef fixture;
    fixture.shape = &circle;
    fixture.density = static_cast<float>(std::max(mass, 0.01) / (pi * 0.05 * 0.05));
    fixture.filter.categoryBits = category_bar;
    fixture.filter.maskBits = category_ground;
    body->CreateFixture(&fixture);
    Entry entry;
    entry.body = body;
    entry.buoyancy = buoyancy;
    return w.enter(std::move(entry));
}

void RigidWorld::pin(BodyId a, BodyId b, Vec2 at) {
    b2RevoluteJointDef joint;
    joint.Initialize(bodyOf(*impl_, a), bodyOf(*impl_, b), impl_->toBox(at));
    double moment = 1e300;
    for (const b2Body* body : {joint.bodyA, joint.bodyB}) {
        if (body->GetType() != b2_dynamicBody) continue;
        const double arm = static_cast<double>(b2Distance(body->GetWorldCenter(), impl_->toBox(at)));
        moment = std::min(moment, static_cast<double>(body->GetMass()) * impl_->def.gravity * arm);
    }
    joint.enableMotor = moment < 1e300;
    joint.maxMotorTorque = joint.enableMotor ? static_cast<float>(pin_friction * std::fabs(moment)) : 0.0F;
    impl_->pins.push_back(static_cast<b2RevoluteJoint*>(impl_->world.CreateJoint(&joint)));
}

// Many bars pinned in closed loops give way at their pins when the whole is jerked, and would throw the wreck
// back like a spring: a pin that is pulled apart this far tears instead.
void RigidWorld::Impl::tearPins() {
    std::erase_if(pins, [&](b2RevoluteJoint* joint) {
        if (b2Distance(joint->GetAnchorA(), joint->GetAnchorB()) <= torn) return false;
        world.DestroyJoint(joint);
        return true;
    });
}

void RigidWorld::Impl::calmDown(double h) {
    const bool calm = fallen_for >= calm_after;
    fallen_for += h;
    if (calm || fallen_for < calm_after) return;
    for (Entry& entry : entries) {
        if (entry.body == nullptr) continue;
        const bool piece = entry.body->GetLinearDamping() == air_drag;
        entry.body->SetLinearDamping(piece ? calm_drag : calm_roll_drag);
        entry.body->SetAngularDamping(piece ? calm_spin_drag : calm_roll_drag);
    }
}

void RigidWorld::pinToGround(BodyId body, Vec2 at) {
    pin(BodyId{}, body, at);
}

int RigidWorld::pinToRail(BodyId body, Vec2 at, bool along_x) {
    const Entry& entry = impl_->entry(body);
    const BodyId slider =
        addKnot(at, fromVector(entry.body->GetLinearVelocityFromWorldPoint(impl_->toBox(at))),
                std::max(1.0, 0.2 * static_cast<double>(entry.body->GetMass())), 0.0);
    b2PrismaticJointDef rail;
    rail.Initialize(impl_->ground, impl_->entry(slider).body, impl_->toBox(at),
                    along_x ? b2Vec2(1.0F, 0.0F) : b2Vec2(0.0F, 1.0F));
    impl_->world.CreateJoint(&rail);
    pin(slider, body, at);
    impl_->rails.push_back(slider);
    return static_cast<int>(impl_->rails.size()) - 1;
}

Vec2 RigidWorld::railForce(int rail) const {
    const b2Body& slider = *impl_->entry(impl_->rails.at(static_cast<std::size_t>(rail))).body;
    Vec2 force;
    for (const b2JointEdge* edge = slider.GetJointList(); edge != nullptr; edge = edge->next) {
        if (edge->joint->GetType() != e_revoluteJoint) continue;
        const Vec2 on_b =
            fromVector(edge->joint->GetReactionForce(static_cast<float>(1.0 / impl_->step_length)));
        force += edge->joint->GetBodyA() == &slider ? -on_b : on_b;
    }
    return force;
}

void RigidWorld::tie(BodyId a, Vec2 at_a, BodyId b, Vec2 at_b, double length) {
    b2Body* const body_a = bodyOf(*impl_, a);
    b2Body* const body_b = bodyOf(*impl_, b);
    if (body_a == body_b) return;
    b2DistanceJointDef joint;
    joint.Initialize(body_a, body_b, impl_->toBox(at_a), impl_->toBox(at_b));
    joint.length = joint.maxLength = static_cast<float>(std::max(length, least_size));
    joint.minLength = 0.0F;
    joint.stiffness = 0.0F;
    joint.collideConnected = true;
    impl_->world.CreateJoint(&joint);
}

std::pair<Vec2, Vec2> RigidWorld::barEnds(BodyId body) const {
    const Entry& entry = impl_->entry(body);
    return {impl_->fromBox(entry.body->GetWorldPoint(toVector(entry.end_a))),
            impl_->fromBox(entry.body->GetWorldPoint(toVector(entry.end_b)))};
}

}  // namespace vonk::rigid
