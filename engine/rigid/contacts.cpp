// What Box2D's contacts say: loads on decks, the road under each wheel, impacts to be heard.
#include <algorithm>
#include <optional>
#include <tuple>

#include "engine/core/math.h"
#include "engine/rigid/impl.h"

namespace vonk::rigid {

void Contacts::clear() {
    began_.clear();
}

namespace {

// Share of the way from `from` to `to` that lies nearest to p.
double positionAlong(Vec2 p, Vec2 from, Vec2 to) {
    const Vec2 d = to - from;
    const double squared = dot(d, d);
    return squared > 0.0 ? clamp(dot(p - from, d) / squared, 0.0, 1.0) : 0.5;
}

// The straight piece of road that the contact's first fixture has there, m; none if it is no road.
std::optional<std::pair<Vec2, Vec2>> roadOf(b2Contact& contact, const RigidWorld::Impl& world) {
    const b2Fixture& road = *contact.GetFixtureA();
    b2EdgeShape edge;
    if (road.GetShape()->GetType() == b2Shape::e_chain) {
        static_cast<const b2ChainShape*>(road.GetShape())->GetChildEdge(&edge, contact.GetChildIndexA());
    } else if (road.GetShape()->GetType() == b2Shape::e_edge) {
        edge = *static_cast<const b2EdgeShape*>(road.GetShape());
    } else {
        return std::nullopt;
    }
    const b2Body& body = *road.GetBody();
    return std::pair{world.fromBox(body.GetWorldPoint(edge.m_vertex1)),
                     world.fromBox(body.GetWorldPoint(edge.m_vertex2))};
}

}  // namespace

// A wheel that rolls on from one stretch of road to the next presses on it as it did on the last one. Found
// anew, with eight rounds, the force would fall short in the first step and swing after it.
void Contacts::PreSolve(b2Contact* contact, const b2Manifold* before) {
    b2Manifold& manifold = *contact->GetManifold();
    if (before->pointCount > 0 || manifold.pointCount != 1) return;
    b2Body& rolling = *contact->GetFixtureB()->GetBody();
    const Wheel* const wheel = world_.wheelOf(idOf(&rolling));
    const bool pressed = wheel != nullptr && wheel->road_time > world_.time - 1.5 * world_.step_length;
    if (!pressed || !roadOf(*contact, world_)) return;
    // In a valley it still stands on the last one too.
    const Vec2 d = wheel->road_to - wheel->road_from;
    const double along = dot(world_.fromBox(rolling.GetPosition()) - wheel->road_from, d);
    if (along >= 0.0 && along <= dot(d, d)) return;
    manifold.points[0].normalImpulse = wheel->across;
}

void Contacts::PostSolve(b2Contact* contact, const b2ContactImpulse* impulse) {
    b2WorldManifold manifold;
    contact->GetWorldManifold(&manifold);
    const Vec2 normal = fromVector(manifold.normal);  // from A to B
    const Vec2 tangent{normal.y, -normal.x};
    b2Fixture* const a = contact->GetFixtureA();
    b2Fixture* const b = contact->GetFixtureB();
    const double h = world_.step_length;
    double total = 0.0;
    for (int i = 0; i < impulse->count; ++i) {
        const double pressed = static_cast<double>(impulse->normalImpulses[i]);
        total += pressed;
        if (pressed == 0.0) continue;
        const Vec2 on_b = pressed * normal + static_cast<double>(impulse->tangentImpulses[i]) * tangent;
        const Vec2 place = world_.fromBox(manifold.points[i]);
        const auto report = [&](b2Fixture* deck_fixture, b2Fixture* other, Vec2 on_deck) {
            const int index = deckOf(deck_fixture);
            if (index < 0) return;
            const Deck& deck = world_.decks[static_cast<std::size_t>(index)];
            world_.wheel_loads.push_back({index, positionAlong(place, deck.from, deck.to), on_deck / h,
                                          static_cast<double>(other->GetBody()->GetMass())});
            world_.pressing.push_back({idOf(other->GetBody()), pressed});
        };
        report(a, b, -on_b);
        report(b, a, on_b);
    }
    if (total <= 0.0) return;
    if (Wheel* const wheel = world_.wheelOf(idOf(b->GetBody())); wheel != nullptr) {
        const auto road = roadOf(*contact, world_);
        if (wheel->road_time != world_.time) wheel->across = 0.0F;
        if (road && impulse->count == 1 && impulse->normalImpulses[0] > wheel->across) {
            wheel->road_time = world_.time;
            std::tie(wheel->road_from, wheel->road_to) = *road;
            wheel->across = impulse->normalImpulses[0];
        }
    }
    double expected = 0.0;
    const auto feel = [&](b2Fixture* fixture, const b2Fixture* other, Vec2 away) {
        Wheel* wheel = world_.wheelOf(idOf(fixture->GetBody()));
        if (wheel == nullptr) return;
        // Of several contacts in a step the last one counts; in a valley of the road either side will do.
        // A loose piece is no road: nothing would bear what pushes the wheel up its slope.
        const bool loose = const_cast<b2Fixture*>(other)->GetBody()->GetType() == b2_dynamicBody;
        wheel->normal = loose ? Vec2{0.0, 1.0} : away;
        wheel->touches = true;
        wheel->pressed += total;
        expected = 3.0 * wheel->load * world_.def.gravity * h;  // rolling on is no impact
    };
    feel(b, a, normal);
    feel(a, b, -normal);
    const bool fresh = std::find(began_.begin(), began_.end(), contact) != began_.end();
    if (fresh && total - expected > world_.def.impact_threshold) {
        world_.impacts.push_back(
            {world_.fromBox(manifold.points[0]), total - expected, idOf(a->GetBody()), idOf(b->GetBody())});
    }
}

}  // namespace vonk::rigid
