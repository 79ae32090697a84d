// The inside of RigidWorld; private to this room, so that no other sees Box2D.
#pragma once

#include <box2d/box2d.h>

#include <cstdint>
#include <vector>

#include "engine/rigid/rigid_world.h"

namespace vonk::rigid {

// Who touches whom. Parts of one vehicle never touch each other (negative group).
enum Category : std::uint16_t {
    category_ground = 1,
    category_deck = 2,
    category_vehicle = 4,
    category_body = 8,
    category_bar = 16,       // debris that vehicles pass by
    category_deck_bar = 32,  // debris that vehicles fall on
};

struct Entry {
    b2Body* body = nullptr;     // null when removed
    double buoyancy = 0.0;      // of its weight
    Vec2 end_a, end_b;          // m, its own frame: where water lifts it; bars: the ends
    std::vector<Vec2> outline;  // m about the centre of mass
    bool wet = false;
    double lift_a = 0.0, lift_b = 0.0;  // N, of the water at its ends, in this step
    Vec2 heights_before;                // m, heights of its ends before this step
    double gained = 0.0;                // J, in this step, beyond what was put in from outside
};

struct Wheel {
    BodyId id;
    double load = 0.0;      // kg, of its axle
    double radius = 0.0;    // m
    Vec2 normal{0.0, 1.0};  // of the road under it in the last step
    bool touches = false;
    double friction = 0.0;
    Vec2 lift;             // N, what carries it up the slope in this step
    double pressed = 0.0;  // N·s, on all that it touches in this step
    // The stretch of road that it pressed on most, m, in the step that began at `road_time` (s), and how: N·s
    // across it.
    double road_time = -1.0;
    Vec2 road_from, road_to;
    float across = 0.0F;
    b2WheelJoint* joint = nullptr;
    Vec2 place_before;         // m, before this step
    double turn_before = 0.0;  // rad/s against its carrier
};

// How far a vehicle that jumps has come.
struct Jumper {
    enum class Stage { Coming, Stopping, Jumping, Gone };
    JumpDef def;
    Stage stage = Stage::Coming;
    double begin = 0.0;  // s, of the first pulse and the end of the last flight
    double end = 0.0;
    double height = 0.0;  // m, of the first wheel when it stopped
    // Where each wheel stood last, and how long ago.
    struct Foot {
        int deck = -1;
        double position = 0.0;
        double away = 0.0;  // s
    };
    std::vector<Foot> feet;
};

struct Vehicle {
    std::optional<Jumper> jumper;
    std::vector<Wheel> wheels;
    std::vector<BodyId> chassis;
    std::size_t driven = 0;
    double speed = 0.0;
    VehicleState state;
};

struct Deck {
    b2Body* body = nullptr;  // null when removed
    b2Fixture* fixture = nullptr;
    Vec2 from, to;  // m, at the end of the coming step
    int left = RigidWorld::level_ground, right = RigidWorld::level_ground;
};

// A place moved from outside, and the pins of what hangs there.
struct Anchor {
    b2Body* body = nullptr;  // null when removed
    std::vector<b2RevoluteJoint*> pins;
    Vec2 force;  // N, of the last step
};

class Contacts : public b2ContactListener {
  public:
    explicit Contacts(RigidWorld::Impl& world) : world_(world) {}
    void clear();
    void BeginContact(b2Contact* contact) override { began_.push_back(contact); }
    void PreSolve(b2Contact* contact, const b2Manifold* before) override;
    void PostSolve(b2Contact* contact, const b2ContactImpulse* impulse) override;

  private:
    RigidWorld::Impl& world_;
    std::vector<b2Contact*> began_;
};

struct RigidWorld::Impl {
    explicit Impl(const WorldDef& definition);

    WorldDef def;
    b2World world;
    Contacts contacts;
    b2Body* ground = nullptr;
    std::vector<Entry> entries;  // by BodyId − 1
    std::vector<Vehicle> vehicles;
    std::vector<Deck> decks;
    std::vector<Anchor> anchors;
    std::vector<BodyId> rails;           // what slides along each of them
    std::vector<b2RevoluteJoint*> pins;  // that can tear
    std::vector<WheelLoad> wheel_loads;
    struct Press {
        BodyId body;
        double impulse = 0.0;  // N·s
    };
    std::vector<Press> pressing;  // who is behind each of wheel_loads
    std::vector<Impact> impacts;
    std::vector<Splash> splashes;
    std::vector<RigidBodyState> body_states;
    double step_length = 1.0 / 120.0;  // s, of the step under way
    double time = 0.0;                 // s, at the start of that step
    bool collapsing = false;
    double fallen_for = 0.0;                                // s since the collapse
    double work = 0.0;                                      // J, put in from outside since the collapse
    double greatest_energy = -1e300, least_energy = 1e300;  // J, less that work

    b2Vec2 toBox(Vec2 p) const {
        return {static_cast<float>(p.x - def.origin.x), static_cast<float>(p.y - def.origin.y)};
    }
    Vec2 fromBox(b2Vec2 p) const {
        return {static_cast<double>(p.x) + def.origin.x, static_cast<double>(p.y) + def.origin.y};
    }
    BodyId enter(Entry entry);
    Entry& entry(BodyId id);
    const Entry& entry(BodyId id) const;
    // The body's entry, null for ground and decks.
    Entry* entryOf(b2Body* body);

    void placeDecks();
    // Before a step: pushes each wheel up its slope. After it: what that asks of the decks.
    void carryGrades();
    void bearGrades();
    void drive(Vehicle& vehicle, double speed);
    // Stops jumpers at their place, and puts their pulses in the place of what they weigh standing.
    void moveJumpers();
    void bearJumpers();
    void bearJumper(Vehicle& vehicle);
    Wheel* wheelOf(BodyId id);
    void applyWater(double h);
    double energyOf(const Entry& row) const;
    // Before a step, and after it: what every entry has gained.
    void weighEnergy();
    void readEnergy(double h);
    void boundEnergy();
    double totalEnergy() const;
    bool heaves();
    void boundSpeeds();
    void tearPins();
    void calmDown(double h);
    void readAnchors();
    void readVehicles();
};

inline b2Vec2 toVector(Vec2 v) {
    return {static_cast<float>(v.x), static_cast<float>(v.y)};
}
inline Vec2 fromVector(b2Vec2 v) {
    return {static_cast<double>(v.x), static_cast<double>(v.y)};
}

// Id in the user data of bodies; deck index + 1 in that of deck fixtures.
inline BodyId idOf(const b2Body* body) {
    return BodyId{static_cast<std::uint32_t>(const_cast<b2Body*>(body)->GetUserData().pointer)};
}
inline int deckOf(b2Fixture* fixture) {
    return static_cast<int>(fixture->GetUserData().pointer) - 1;
}

}  // namespace vonk::rigid
