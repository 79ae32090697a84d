// Pieces that hang from places which something else moves: joints of a structure that still stands.
#include <algorithm>
#include <cmath>

#include "engine/core/math.h"
#include "engine/rigid/impl.h"

namespace vonk::rigid {

namespace {

// A pin that is pulled by more than this many times the weight that hangs from it tears: something has got
// jammed, or drives on it.
constexpr double strongest_hold = 40.0;
// Friction of a pin, as a share of the moment that the hanging weight can have about it: what swings comes to
// rest.
constexpr double friction = 0.03;

// kg that the body and all that is pinned to it beyond set against the acceleration of its pin `from`.
HungMass articulated(const b2Body& body, b2Vec2 pin, std::vector<const b2Body*>& met) {
    met.push_back(&body);
    const double mass = static_cast<double>(body.GetMass());
    const b2Vec2 arm = body.GetWorldCenter() - pin;
    const Vec2 across{-static_cast<double>(arm.y), static_cast<double>(arm.x)};
    HungMass a{mass, 0.0, mass};
    Vec2 b = mass * across;
    double c = mass * dot(across, across) + static_cast<double>(body.GetInertia()) -
               mass * static_cast<double>(body.GetLocalCenter().LengthSquared());
    for (const b2JointEdge* edge = body.GetJointList(); edge != nullptr; edge = edge->next) {
        if (edge->joint->GetType() != e_revoluteJoint || edge->other->GetType() != b2_dynamicBody ||
            std::find(met.begin(), met.end(), edge->other) != met.end())
            continue;
        const b2Vec2 tip = edge->joint->GetAnchorB();
        const HungMass t = articulated(*edge->other, tip, met);
        const b2Vec2 reach = tip - pin;
        const Vec2 r{-static_cast<double>(reach.y), static_cast<double>(reach.x)};
        const Vec2 tr{t.xx * r.x + t.xy * r.y, t.xy * r.x + t.yy * r.y};
        a = {a.xx + t.xx, a.xy + t.xy, a.yy + t.yy};
        b += tr;
        c += dot(r, tr);
    }
    if (!(c > 0.0)) return a;
    return {a.xx - b.x * b.x / c, a.xy - b.x * b.y / c, a.yy - b.y * b.y / c};
}

double hungWeight(b2RevoluteJoint& pin, double gravity) {
    std::vector<const b2Body*> met;
    articulated(*pin.GetBodyB(), pin.GetAnchorB(), met);
    double mass = 0.0;
    for (const b2Body* body : met) mass += static_cast<double>(body->GetMass());
    return mass * gravity;
}

}  // namespace

int RigidWorld::addAnchor(Vec2 at) {
    b2BodyDef row;
    row.type = b2_kinematicBody;
    row.position = impl_->toBox(at);
    Anchor anchor;
    anchor.body = impl_->world.CreateBody(&row);
    impl_->anchors.push_back(anchor);
    return static_cast<int>(impl_->anchors.size()) - 1;
}

void RigidWorld::moveAnchor(int index, Vec2 to, double h) {
    Anchor& anchor = impl_->anchors.at(static_cast<std::size_t>(index));
    if (anchor.body == nullptr) return;
    anchor.body->SetLinearVelocity(toVector((to - impl_->fromBox(anchor.body->GetPosition())) / h));
}

void RigidWorld::hang(BodyId body, int index) {
    Anchor& anchor = impl_->anchors.at(static_cast<std::size_t>(index));
    if (anchor.body == nullptr) return;
    b2Body* const hung = impl_->entry(body).body;
    b2RevoluteJointDef def;
    def.Initialize(anchor.body, hung, anchor.body->GetPosition());
    def.enableMotor = true;
    def.maxMotorTorque = static_cast<float>(friction * impl_->def.gravity) * hung->GetMass() *
                         b2Distance(hung->GetWorldCenter(), anchor.body->GetPosition());
    anchor.pins.push_back(static_cast<b2RevoluteJoint*>(impl_->world.CreateJoint(&def)));
    anchor.force.y -= hungWeight(*anchor.pins.back(), impl_->def.gravity);
}

bool RigidWorld::hangs(BodyId body, int index) const {
    const Anchor& anchor = impl_->anchors.at(static_cast<std::size_t>(index));
    const b2Body* const hung = impl_->entry(body).body;
    return std::any_of(anchor.pins.begin(), anchor.pins.end(),
                       [&](b2RevoluteJoint* joint) { return joint->GetBodyB() == hung; });
}

void RigidWorld::removeAnchor(int index) {
    Anchor& anchor = impl_->anchors.at(static_cast<std::size_t>(index));
    if (anchor.body == nullptr) return;
    impl_->world.DestroyBody(anchor.body);  // its pins go with it
    anchor.body = nullptr;
    anchor.pins.clear();
    anchor.force = {};
}

Vec2 RigidWorld::anchorForce(int index) const {
    return impl_->anchors.at(static_cast<std::size_t>(index)).force;
}

HungMass RigidWorld::anchorMass(int index) const {
    HungMass sum;
    for (b2RevoluteJoint* pin : impl_->anchors.at(static_cast<std::size_t>(index)).pins) {
        std::vector<const b2Body*> met;
        const HungMass one = articulated(*pin->GetBodyB(), pin->GetAnchorB(), met);
        sum = {sum.xx + one.xx, sum.xy + one.xy, sum.yy + one.yy};
    }
    return sum;
}

void RigidWorld::Impl::readAnchors() {
    for (Anchor& anchor : anchors) {
        anchor.force = {};
        std::erase_if(anchor.pins, [&](b2RevoluteJoint* pin) {
            const Vec2 force = -fromVector(pin->GetReactionForce(static_cast<float>(1.0 / step_length)));
            const double limit = strongest_hold * hungWeight(*pin, def.gravity);
            if (length(force) <= limit || def.gravity == 0.0) {
                anchor.force += force;
                return false;
            }
            world.DestroyJoint(pin);
            return true;
        });
    }
}

}  // namespace vonk::rigid
