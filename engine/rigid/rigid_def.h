// What can be put into the rigid world. SI units, y up; every field says its unit.
#pragma once

#include <optional>
#include <vector>

#include "engine/core/ids.h"
#include "engine/core/vec2.h"

namespace vonk::rigid {

struct WorldDef {
    double gravity = 9.81;  // m/s², downwards
    Vec2 origin;            // m; middle of the scene, so that single precision is spent where things happen
    std::optional<double> water;     // m, y of the water surface; absent: no water
    double deck_rise = 0.0;          // m, road surface above the line of the deck's joints
    double impact_threshold = 20.0;  // N·s, weaker impacts are not reported
};

struct GroundDef {
    // m; closed: an outline counter-clockwise, solid inside. Open: a line from left to right, solid below.
    std::vector<Vec2> line;
    bool closed = true;
    double friction = 0.9;
};

struct AxleDef {
    double behind = 0.0;  // m behind the first axle, ≥ 0
    double load = 0.0;    // kg that this axle brings on the road, its wheel included; > 0
};

// Somebody who stops on the way, jumps on the spot and goes on. On the road acts what was measured of people:
// half sine waves F(t) = k·G·sin(πt/tₚ) while the feet are down, k = π/(2·contact), nothing in the air
// (Bachmann & Ammann, Vibrations in Structures Induced by Man and Machines, IABSE 1987), so that the mean is
// the weight G. All who have the same frequency jump in step: their pulses begin at whole multiples of
// 1/frequency of the world's time.
struct JumpDef {
    double at = 0.0;         // m, x where the first axle stops; one that starts beyond never does
    double frequency = 2.0;  // Hz, 0.5–5
    double seconds = 5.0;    // ≥ 0, whole jumps as near as can be
    double contact = 0.5;    // share of a jump that the feet are down, 0.25–1
};

enum class Chassis {
    // One stiff body over two axles, that pitches. With one axle, or more than two, PerAxle is taken.
    Stiff,
    // Each axle carries its own upright body, coupled to its neighbours at a fixed distance: every axle keeps
    // its load
    // whatever the road does. Trains, walkers (one axle), and loads that must be exact.
    PerAxle,
};

struct VehicleDef {
    Vec2 front;                  // m, on the road below the first axle
    double slope = 0.0;          // of the road that it starts on, rise over run
    double speed = 3.0;          // m/s, to the right; held by one driven axle
    std::vector<AxleDef> axles;  // first one at behind = 0
    Chassis chassis = Chassis::Stiff;
    double wheel_radius = 0.5;      // m
    double wheel_share = 0.1;       // share of an axle's load that its wheel has
    double spring_frequency = 1.5;  // Hz of the body on its springs
    double spring_damping = 0.5;    // of critical
    Vec2 body_size = {2.0, 1.0};    // m; for PerAxle of each axle's own body
    double body_clearance = 0.2;    // m, lower edge of the body above the axle
    double friction = 0.9;
    double buoyancy = 0.8;  // of its weight when under water; above 1 it swims
    std::optional<JumpDef> jump = std::nullopt;
};

// A body of its own: cargo, cheese, a crate.
struct BodyDef {
    std::vector<Vec2> outline;  // m about `pose`, convex, counter-clockwise, 3 to 8 corners; empty: a circle
    double radius = 0.0;        // m, of the circle
    Pose pose;
    Vec2 velocity;      // m/s
    double spin = 0.0;  // rad/s
    double mass = 1.0;  // kg
    double friction = 0.6;
    double restitution = 0.1;
    double buoyancy = 0.8;
};

// A straight piece of a broken structure.
struct BarDef {
    Vec2 from;  // m
    Vec2 to;
    Vec2 velocity_from;  // m/s
    Vec2 velocity_to;
    double mass = 1.0;       // kg
    double thickness = 0.1;  // m
    // Vehicles touch it, on a surface that lies `rise` (m) above the line of its ends, with the body below
    // it.
    bool deck = false;
    double buoyancy = 0.5;
    double rise = 0.0;
};

// kg, symmetric: the force for each m/s².
struct HungMass {
    double xx = 0.0, xy = 0.0, yy = 0.0;
};

// Something that touches a deck.
struct WheelLoad {
    int deck = 0;           // as addDeck gave it
    double position = 0.0;  // 0 at `from`, 1 at `to`
    Vec2 force;             // N, on the deck, mean over the step
    double mass = 0.0;      // kg of the body that touches
};

struct Impact {
    Vec2 place;            // m
    double impulse = 0.0;  // N·s
    BodyId a, b;           // 0: ground or deck
};

struct Splash {
    Vec2 place;            // m, on the surface
    double impulse = 0.0;  // N·s, mass × downward speed
    BodyId body;
};

struct VehicleState {
    Pose body;                   // middle of the body
    Vec2 velocity;               // m/s, of the body
    std::vector<Pose> wheels;    // first axle first
    std::vector<BodyId> bodies;  // chassis (one or one per axle), then wheels
    double front = 0.0;          // m, x of the foremost axle
    double rear = 0.0;           // m, x of the last axle
    bool jumping = false;
    // m that a jumper is above where it stands; below 0 its knees bend. Not in the poses above: they stand.
    double leap = 0.0;
    bool in_water = false;
};

}  // namespace vonk::rigid
