// Road that a structure carries: one kinematic body with a one-sided edge for each deck member, laid from
// right to left as Box2D wants it for a solid underside. Its ghost corners follow the neighbours, so that
// wheels feel no step at a joint (boxes give twice the wheel's force there).
#include "engine/core/assert.h"
#include "engine/core/math.h"
#include "engine/rigid/impl.h"

namespace vonk::rigid {

namespace {

// m; how far level ground is taken to go on where a deck has no neighbour, and how deep a gap is.
constexpr double ghost_reach = 5.0;

}  // namespace

int RigidWorld::addDeck(Vec2 from, Vec2 to) {
    Impl& w = *impl_;
    const Vec2 rise{0.0, w.def.deck_rise};
    Deck deck;
    deck.from = from + rise;
    deck.to = to + rise;
    const Vec2 along = deck.to - deck.from;
    b2BodyDef row;
    row.type = b2_kinematicBody;
    row.position = w.toBox(lerp(deck.from, deck.to, 0.5));
    row.angle = static_cast<float>(atan2(along.y, along.x));
    deck.body = w.world.CreateBody(&row);
    const auto half = static_cast<float>(0.5 * length(along));
    b2EdgeShape edge;
    edge.SetOneSided({3.0F * half, 0.0F}, {half, 0.0F}, {-half, 0.0F}, {-3.0F * half, 0.0F});
    b2FixtureDef fixture;
    fixture.shape = &edge;
    fixture.friction = 0.9F;
    fixture.filter.categoryBits = category_deck;
    fixture.filter.maskBits = category_vehicle | category_body;
    fixture.userData.pointer = w.decks.size() + 1;
    deck.fixture = deck.body->CreateFixture(&fixture);
    w.decks.push_back(deck);
    return static_cast<int>(w.decks.size()) - 1;
}

void RigidWorld::joinDeck(int deck, int left, int right) {
    Deck& row = impl_->decks.at(static_cast<std::size_t>(deck));
    row.left = left;
    row.right = right;
}

bool RigidWorld::isGroundNear(Vec2 place, double reach) const {
    const b2Vec2 at = impl_->toBox(place);
    for (const b2Fixture* fixture = impl_->ground->GetFixtureList(); fixture != nullptr;
         fixture = fixture->GetNext()) {
        const auto* chain = static_cast<const b2ChainShape*>(fixture->GetShape());
        for (int32 i = 0; i + 1 < chain->m_count; ++i) {
            const b2Vec2 a = chain->m_vertices[i];
            const b2Vec2 d = chain->m_vertices[i + 1] - a;
            const float share = b2Clamp(b2Dot(at - a, d) / d.LengthSquared(), 0.0F, 1.0F);
            if (b2Distance(at, a + share * d) <= static_cast<float>(reach)) return true;
        }
    }
    return false;
}

void RigidWorld::moveDeck(int index, Vec2 from, Vec2 to, double h) {
    Impl& w = *impl_;
    Deck& deck = w.decks.at(static_cast<std::size_t>(index));
    if (deck.body == nullptr) return;
    const Vec2 rise{0.0, w.def.deck_rise};
    deck.from = from + rise;
    deck.to = to + rise;
    const Vec2 along = deck.to - deck.from;
    const Vec2 middle = lerp(deck.from, deck.to, 0.5);
    double turn = atan2(along.y, along.x) - static_cast<double>(deck.body->GetAngle());
    if (turn > pi) turn -= 2.0 * pi;
    if (turn < -pi) turn += 2.0 * pi;
    deck.body->SetLinearVelocity(toVector((middle - w.fromBox(deck.body->GetPosition())) / h));
    deck.body->SetAngularVelocity(static_cast<float>(turn / h));
}

void RigidWorld::removeDeck(int index) {
    Impl& w = *impl_;
    Deck& deck = w.decks.at(static_cast<std::size_t>(index));
    if (deck.body == nullptr) return;
    w.world.DestroyBody(deck.body);
    deck.body = nullptr;
    deck.fixture = nullptr;
    for (Deck& other : w.decks) {
        if (other.left == index) other.left = open_end;
        if (other.right == index) other.right = open_end;
    }
}

void RigidWorld::Impl::placeDecks() {
    for (const Deck& deck : decks) {
        if (deck.body == nullptr) continue;
        const Vec2 along = deck.to - deck.from;
        const double size = length(along);
        const Vec2 unit = size > 1e-9 ? along / size : Vec2{1.0, 0.0};
        const Vec2 middle = lerp(deck.from, deck.to, 0.5);
        const auto local = [&](Vec2 p) {
            const Vec2 d = p - middle;
            return b2Vec2(static_cast<float>(dot(d, unit)), static_cast<float>(cross(unit, d)));
        };
        const auto beyond = [&](int neighbour, Vec2 end, double side) {
            if (neighbour == RigidWorld::open_end) return end - Vec2{0.0, ghost_reach};
            if (neighbour < 0) return end + Vec2{side * ghost_reach, 0.0};
            const Deck& other = decks[static_cast<std::size_t>(neighbour)];
            return side < 0.0 ? other.from : other.to;
        };
        const Vec2 before = beyond(deck.left, deck.from, -1.0);
        const Vec2 after = beyond(deck.right, deck.to, 1.0);
        auto* edge = static_cast<b2EdgeShape*>(deck.fixture->GetShape());
        edge->m_vertex0 = local(after);
        edge->m_vertex1 = local(deck.to);
        edge->m_vertex2 = local(deck.from);
        edge->m_vertex3 = local(before);
    }
}

}  // namespace vonk::rigid
