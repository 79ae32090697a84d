// What the physics shows to the outside: spans that live until the next step. The view, the sound and the
// records need nothing else. SI units; tension positive.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "engine/core/ids.h"
#include "engine/core/reason.h"
#include "engine/core/vec2.h"
#include "game/world/design.h"

namespace vonk::world {

struct JointView {
    GridPoint origin;  // where it was built: its identity
    Vec2 position;     // m, now
    bool anchor = false;
};

// By which of what it bears a member comes nearest to its end.
enum class Governs : std::uint8_t { Yield, Buckling, Bending, Slack };

struct MemberView {
    PartId part;
    PartKind kind{};
    std::uint32_t from = 0, to = 0;  // indices of joints
    double axial = 0.0;              // N, filtered over 50 ms
    double moment = 0.0;             // N·m, greatest along the member
    double capacity = 0.0;           // N, for the sign of `axial`
    double use = 0.0;                // share of what it can bear, all causes; 1 breaks
    double peak_use = 0.0;           // greatest since Start (while building: in the last run, 0 if new)
    Governs governs = Governs::Yield;
    double sag = 0.0;  // m, deflection of the middle across the member (positive: to the left of from→to)
    bool broken = false;  // it failed
    bool fallen =
        false;  // its pieces are bodies (Debris) now, broken or carried along: not drawn as a member
    ReasonId cause = ReasonId::None;  // if broken
};

// What a support does to the bridge.
struct ReactionView {
    std::uint32_t joint = 0;
    Vec2 force;           // N, on the bridge, filtered over 50 ms
    bool slides = false;  // it can only push up or hold down
};

// A wheel or a foot on the road of the bridge.
struct LoadView {
    std::uint32_t member = 0;
    double share = 0.0;  // where along the member, 0 at `from`
    Vec2 place;          // m
    Vec2 force;          // N, on the member, mean of the last step
};

// A point of the bending line of a piece of road; those of one member follow each other from `from` to `to`.
struct MomentView {
    std::uint32_t member = 0;
    double share = 0.0;   // along the member, 0 at `from`
    double moment = 0.0;  // N·m, positive: the underside is pulled; filtered over 50 ms
};

// All that goes up or down, N; filtered over 50 ms. At rest support = weight + load.
struct Balance {
    double weight = 0.0;   // of what stands and what hangs from it, downwards
    double load = 0.0;     // of wheels and feet on the bridge, downwards
    double support = 0.0;  // of all supports, upwards
};

enum class BodyKind : std::uint8_t {
    Chassis,  // of a vehicle; `vehicle` and `variant` (its index) say which, `coach` which of a train's
    Wheel,
    Walker,  // sheep, person
    Cargo,   // cheese
    Debris,  // a piece of member: `part` says of which
};

struct BodyView {
    BodyId id;
    BodyKind kind = BodyKind::Debris;
    Pose pose;
    Vec2 velocity;              // m/s
    Vec2 size;                  // m, its box
    std::string_view vehicle;   // key of the vehicle row; empty for debris
    std::uint32_t variant = 0;  // which of the traffic
    std::uint32_t coach = 0;    // of a train: 0 is the foremost; its wheels have its number
    PartId part;                // debris: the member it comes from
    std::uint8_t end = 0;       // debris: 0 the half at `from`, 1 the half at `to`, 2 whole
    double slack = 0.0;         // debris of a rope, m: its middle hangs so far below the line of its ends
    bool in_water = false;
    bool across = false;  // vehicles: has arrived
    double leap = 0.0;    // m, walkers who jump: above the road (it is in `pose`); below 0 the knees bend
};

struct DeviceView {
    PartId part;
    PartKind kind{};
    Vec2 position;  // m
    std::int32_t quarter_turns = 0;
    double voltage = 0.0;     // V between port 0 and 1
    double current = 0.0;     // A into port 0
    double brightness = 0.0;  // 0–1 for lamps
    double charge = 0.0;      // share left in a battery, 0–1
    double setting = 0.0;     // switch: 1 closed
};

struct WireView {
    PartId part;
    PartKind kind{};
    Vec2 from, to;         // m, at the terminals
    double current = 0.0;  // A, from `from` to `to`
};

struct Snapshot {
    std::uint64_t tick = 0;  // since Start (test) or since the level was opened (live)
    std::span<const JointView> joints;
    std::span<const MemberView> members;
    std::span<const BodyView> bodies;
    std::span<const DeviceView> devices;
    std::span<const WireView> wires;
    std::span<const ReactionView> reactions;  // from left to right; empty once the bridge is lost
    std::span<const LoadView> loads;
    std::span<const MomentView> moments;
    Balance balance;
    double front = 0.0;         // m, x of the foremost axle or foot of the traffic's first
    double water_level = 0.0;   // m; meaningful where the level has water
    double greatest_use = 0.0;  // of all members, now
    std::uint32_t across = 0;   // how many of the traffic have arrived
    std::uint32_t traffic = 0;  // how many have to
};

enum class EventKind : std::uint8_t {
    Creak,        // a member passes 80 % of what it bears; magnitude: use
    MemberBroke,  // reason says why
    Collapse,     // the bridge is lost and falls apart
    Impact,       // something hits something; magnitude: impulse N·s
    Splash,       // something falls into the water; magnitude: impulse N·s
    OnBridge,     // a vehicle or sheep enters the bridge; magnitude: its index in the traffic
    Across,       // a vehicle or sheep has arrived; magnitude: its index in the traffic
    LampLit,
    LampOut,
    GoalHeld,  // a goal became true; magnitude: its index in the level
    Won,
    Lost,  // reason says why
};

struct Event {
    EventKind kind = EventKind::Impact;
    std::uint64_t tick = 0;
    Vec2 place;  // m
    PartId part;
    double magnitude = 0.0;
    Reason reason;
};

}  // namespace vonk::world
