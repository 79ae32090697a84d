#include "engine/rigid/rigid_world.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/core/assert.h"
#include "engine/core/math.h"
#include "engine/rigid/impl.h"

namespace vonk::rigid {

namespace {

// Box2D asserts that corners of a chain lie further apart than its slop of 5 mm.
constexpr double least_corner_distance = 0.01;
// What falls is not faster than this, so that 240 steps a second catch it at the ground.
constexpr double debris_speed = 25.0;  // m/s
constexpr float debris_spin = 15.0F;   // rad/s

}  // namespace

RigidWorld::Impl::Impl(const WorldDef& definition)
    : def(definition), world(b2Vec2(0.0F, static_cast<float>(-definition.gravity))), contacts(*this) {
    world.SetAllowSleeping(false);
    // Wheels must not be stopped by time-of-impact events at every joint of a deck.
    world.SetContinuousPhysics(false);
    world.SetContactListener(&contacts);
    const b2BodyDef standing;
    ground = world.CreateBody(&standing);
}

BodyId RigidWorld::Impl::enter(Entry entry) {
    entries.push_back(std::move(entry));
    const BodyId id{static_cast<std::uint32_t>(entries.size())};
    entries.back().body->GetUserData().pointer = id.value;
    return id;
}

Entry& RigidWorld::Impl::entry(BodyId id) {
    VONK_ASSERT(id && id.value <= entries.size() && entries[id.value - 1].body != nullptr);
    return entries[id.value - 1];
}

const Entry& RigidWorld::Impl::entry(BodyId id) const {
    VONK_ASSERT(id && id.value <= entries.size() && entries[id.value - 1].body != nullptr);
    return entries[id.value - 1];
}

Entry* RigidWorld::Impl::entryOf(b2Body* body) {
    const BodyId id = idOf(body);
    return id ? &entries[id.value - 1] : nullptr;
}

RigidWorld::RigidWorld(const WorldDef& def) : impl_(std::make_unique<Impl>(def)) {}
RigidWorld::~RigidWorld() = default;
RigidWorld::RigidWorld(RigidWorld&&) noexcept = default;
RigidWorld& RigidWorld::operator=(RigidWorld&&) noexcept = default;

void RigidWorld::addGround(const GroundDef& def) {
    std::vector<b2Vec2> corners;
    const auto far = [](b2Vec2 a, b2Vec2 b) {
        return b2Distance(a, b) > static_cast<float>(least_corner_distance);
    };
    for (const Vec2 p : def.line) {
        const b2Vec2 corner = impl_->toBox(p);
        if (corners.empty() || far(corner, corners.back())) corners.push_back(corner);
    }
    while (def.closed && corners.size() > 1 && !far(corners.back(), corners.front())) corners.pop_back();
    if (corners.size() < (def.closed ? 3U : 2U)) return;
    b2ChainShape chain;
    if (def.closed) {
        chain.CreateLoop(corners.data(), static_cast<int32>(corners.size()));
    } else {
        std::reverse(corners.begin(), corners.end());  // its solid side is on the left of its direction
        const b2Vec2 before = 2.0F * corners.front() - corners[1];
        const b2Vec2 after = 2.0F * corners.back() - corners[corners.size() - 2];
        chain.CreateChain(corners.data(), static_cast<int32>(corners.size()), before, after);
    }
    b2FixtureDef fixture;
    fixture.shape = &chain;
    fixture.friction = static_cast<float>(def.friction);
    fixture.filter.categoryBits = category_ground;
    impl_->ground->CreateFixture(&fixture);
}

BodyId RigidWorld::addBody(const BodyDef& def) {
    if (!(def.mass > 0.0)) throw std::invalid_argument("a body's mass must be above 0");
    b2CircleShape circle;
    b2PolygonShape polygon;
    const b2Shape* shape = &circle;
    if (def.outline.empty()) {
        if (!(def.radius > 0.0)) throw std::invalid_argument("a body needs an outline or a radius");
        circle.m_radius = static_cast<float>(def.radius);
    } else {
        const std::size_t count = def.outline.size();
        if (count < 3 || count > b2_maxPolygonVertices)
            throw std::invalid_argument("an outline has 3 to 8 corners");
        std::vector<b2Vec2> corners;
        double area = 0.0;
        for (std::size_t i = 0; i < count; ++i) {
            const Vec2 a = def.outline[i];
            const Vec2 b = def.outline[(i + 1) % count];
            const Vec2 c = def.outline[(i + 2) % count];
            area += 0.5 * cross(a, b);
            if (!(cross(b - a, c - b) > 0.0) || !(distance(a, b) > least_corner_distance)) {
                throw std::invalid_argument(
                    "an outline must be convex and counter-clockwise, its corners apart");
            }
            corners.push_back(toVector(a));
        }
        if (!(area > 1e-4)) throw std::invalid_argument("an outline must have an area");
        polygon.Set(corners.data(), static_cast<int32>(count));
        shape = &polygon;
    }
    b2BodyDef row;
    row.type = b2_dynamicBody;
    row.position = impl_->toBox(def.pose.position);
    row.angle = static_cast<float>(def.pose.angle);
    row.linearVelocity = toVector(def.velocity);
    row.angularVelocity = static_cast<float>(def.spin);
    b2Body* body = impl_->world.CreateBody(&row);
    b2MassData unit;
    shape->ComputeMass(&unit, 1.0F);
    b2FixtureDef fixture;
    fixture.shape = shape;
    fixture.density = static_cast<float>(def.mass) / unit.mass;
    fixture.friction = static_cast<float>(def.friction);
    fixture.restitution = static_cast<float>(def.restitution);
    fixture.filter.categoryBits = category_body;
    fixture.filter.maskBits = static_cast<uint16>(0xffff & ~category_bar);
    body->CreateFixture(&fixture);
    Entry entry;
    entry.body = body;
    entry.buoyancy = def.buoyancy;
    for (const Vec2 corner : def.outline)
        entry.outline.push_back(corner - fromVector(body->GetLocalCenter()));
    return impl_->enter(std::move(entry));
}

void RigidWorld::remove(BodyId id) {
    Entry& entry = impl_->entry(id);
    std::erase_if(impl_->pins, [&](b2RevoluteJoint* joint) {
        return joint->GetBodyA() == entry.body || joint->GetBodyB() == entry.body;
    });
    for (Anchor& anchor : impl_->anchors)
        std::erase_if(anchor.pins, [&](b2RevoluteJoint* joint) { return joint->GetBodyB() == entry.body; });
    impl_->world.DestroyBody(entry.body);
    entry.body = nullptr;
}

void RigidWorld::stopFastPieces() {
    impl_->world.SetContinuousPhysics(true);
}

void RigidWorld::startCollapse() {
    impl_->collapsing = true;
    stopFastPieces();
    impl_->world.SetAllowSleeping(true);
}

void RigidWorld::Impl::boundSpeeds() {
    const auto drives = [](const b2Body& body) {
        const b2Fixture* const fixture = body.GetFixtureList();
        return fixture != nullptr && fixture->GetFilterData().categoryBits == category_vehicle;
    };
    for (Entry& entry : entries) {
        if (entry.body == nullptr || !entry.body->IsAwake()) continue;
        if (!collapsing && drives(*entry.body)) continue;
        const b2Vec2 velocity = entry.body->GetLinearVelocity();
        const double speed = length(fromVector(velocity));
        if (speed > debris_speed)
            entry.body->SetLinearVelocity(static_cast<float>(debris_speed / speed) * velocity);
        const float spin = entry.body->GetAngularVelocity();
        if (std::fabs(spin) > debris_spin)
            entry.body->SetAngularVelocity(spin > 0.0F ? debris_spin : -debris_spin);
    }
}

void RigidWorld::step(double h, int velocity_iterations, int position_iterations) {
    VONK_ASSERT(h > 0.0 && h <= 0.1);
    Impl& w = *impl_;
    w.step_length = h;
    w.placeDecks();
    w.moveJumpers();
    w.carryGrades();
    if (w.collapsing) w.weighEnergy();
    w.splashes.clear();
    w.wheel_loads.clear();
    w.pressing.clear();
    w.impacts.clear();
    if (w.def.water) w.applyWater(h);
    w.contacts.clear();
    w.world.Step(static_cast<float>(h), velocity_iterations, position_iterations);
    w.bearGrades();
    w.bearJumpers();
    w.readAnchors();
    w.time += h;
    if (w.collapsing) {
        w.readEnergy(h);
        w.boundEnergy();
        w.boundSpeeds();
        w.tearPins();
        w.calmDown(h);
    } else if (w.world.GetContinuousPhysics()) {
        w.boundSpeeds();
    }
    w.readVehicles();
}

std::span<const WheelLoad> RigidWorld::wheelLoads() const {
    return impl_->wheel_loads;
}
std::span<const Impact> RigidWorld::impacts() const {
    return impl_->impacts;
}
std::span<const Splash> RigidWorld::splashes() const {
    return impl_->splashes;
}

Pose RigidWorld::pose(BodyId id) const {
    const b2Body* body = impl_->entry(id).body;
    return {impl_->fromBox(body->GetPosition()), static_cast<double>(body->GetAngle())};
}

Vec2 RigidWorld::velocity(BodyId id) const {
    return fromVector(impl_->entry(id).body->GetLinearVelocity());
}
bool RigidWorld::inWater(BodyId id) const {
    return impl_->entry(id).wet;
}

Vec2 RigidWorld::localPoint(BodyId id, Vec2 world) const {
    return id ? fromVector(impl_->entry(id).body->GetLocalPoint(impl_->toBox(world))) : world;
}

Vec2 RigidWorld::worldPoint(BodyId id, Vec2 local) const {
    return id ? impl_->fromBox(impl_->entry(id).body->GetWorldPoint(toVector(local))) : local;
}

RigidState RigidWorld::state() const {
    std::vector<RigidBodyState>& rows = impl_->body_states;
    rows.clear();
    for (std::size_t i = 0; i < impl_->entries.size(); ++i) {
        const Entry& entry = impl_->entries[i];
        if (entry.body == nullptr) continue;
        const b2Body& body = *entry.body;
        const double mass = static_cast<double>(body.GetMass());
        const double offset = static_cast<double>(body.GetLocalCenter().LengthSquared());
        RigidBodyState row;
        row.id = BodyId{static_cast<std::uint32_t>(i + 1)};
        row.pose = {impl_->fromBox(body.GetWorldCenter()), static_cast<double>(body.GetAngle())};
        row.velocity = fromVector(body.GetLinearVelocity());
        row.spin = static_cast<double>(body.GetAngularVelocity());
        row.mass = mass;
        row.inertia = body.IsFixedRotation() ? 0.0 : static_cast<double>(body.GetInertia()) - mass * offset;
        row.outline = entry.outline;
        rows.push_back(row);
    }
    return {rows};
}

void RigidWorld::apply(const ImpulseSink& sink) {
    for (const Impulse& impulse : sink.impulses()) {
        impl_->entry(impulse.body)
            .body->ApplyLinearImpulse(toVector(impulse.impulse), impl_->toBox(impulse.at), true);
    }
}

bool RigidWorld::isFinite() const {
    for (const Entry& entry : impl_->entries) {
        if (entry.body == nullptr) continue;
        if (!entry.body->GetPosition().IsValid() || !entry.body->GetLinearVelocity().IsValid()) return false;
    }
    return true;
}

void RigidWorld::addTo(Hash& hash) const {
    const auto add = [&](const b2Body& body) {
        hash.add(static_cast<double>(body.GetPosition().x)).add(static_cast<double>(body.GetPosition().y));
        hash.add(static_cast<double>(body.GetAngle())).add(static_cast<double>(body.GetAngularVelocity()));
        hash.add(static_cast<double>(body.GetLinearVelocity().x))
            .add(static_cast<double>(body.GetLinearVelocity().y));
        hash.add(std::uint64_t{body.IsAwake()});
    };
    for (const Entry& entry : impl_->entries) {
        hash.add(std::uint64_t{entry.body != nullptr}).add(std::uint64_t{entry.wet});
        if (entry.body != nullptr) add(*entry.body);
    }
    for (const Deck& deck : impl_->decks) {
        hash.add(std::uint64_t{deck.body != nullptr});
        if (deck.body != nullptr) add(*deck.body);
    }
    for (const Anchor& anchor : impl_->anchors) {
        hash.add(static_cast<std::uint64_t>(anchor.pins.size())).add(anchor.force.x).add(anchor.force.y);
        if (anchor.body != nullptr) add(*anchor.body);
    }
    for (const Vehicle& vehicle : impl_->vehicles) {
        hash.add(vehicle.speed);
        for (const Wheel& wheel : vehicle.wheels) {
            hash.add(wheel.normal.x).add(std::uint64_t{wheel.touches}).add(wheel.road_time);
            hash.add(static_cast<double>(wheel.across));
        }
        if (!vehicle.jumper) continue;
        const Jumper& jumper = *vehicle.jumper;
        hash.add(impl_->time)
            .add(static_cast<std::uint64_t>(jumper.stage))
            .add(jumper.begin)
            .add(jumper.end)
            .add(jumper.height);
        for (const Jumper::Foot& foot : jumper.feet)
            hash.add(static_cast<std::uint64_t>(foot.deck)).add(foot.position).add(foot.away);
    }
    if (impl_->collapsing) hash.add(impl_->fallen_for);
    hash.add(std::uint64_t{impl_->collapsing}).add(static_cast<std::uint64_t>(impl_->pins.size()));
}

}  // namespace vonk::rigid
