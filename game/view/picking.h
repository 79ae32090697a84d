// What lies under a finger: the nearest joint, terminal or part within a finger's radius, and the goal that a
// member from one joint may reach. Reads the session's design; knows nothing of drawing.
#pragma once

#include <optional>
#include <vector>

#include "game/play/session.h"

namespace vonk::view {

// All distances in metres.
class Picking {
  public:
    explicit Picking(const play::Session& session) : session_(session) {}

    std::optional<world::GridPoint> joint(Vec2 at, double radius) const;
    std::optional<world::Terminal> terminal(Vec2 at, double radius) const;
    // A part at a point whose body is under the finger or within `radius` of it.
    const world::Part* device(Vec2 at, double radius) const;
    // The part of any kind that is nearest, within `radius`: what a tap in delete mode takes away.
    const world::Part* part(Vec2 at, double radius) const;

    // Members and wires within `radius`, and parts at a point that are under the finger: what a wipe meets.
    std::vector<PartId> parts(Vec2 at, double radius) const;

    struct Goal {
        world::GridPoint at;
        Vec2 end;              // where the finger pulls the free end: within reach
        bool clamped = false;  // the finger is farther away than the part is long
    };
    // Where a member from `start` ends when the finger is at `finger`: a joint within `joint_radius` of it,
    // else the nearest grid point; always within `longest` of the start, along the finger's direction, and
    // never the start itself unless the finger is still on it.
    Goal goal(world::GridPoint start, Vec2 finger, double longest, double joint_radius) const;

    // Grid points and joints within `longest` of the start to which `kind` could be placed now.
    std::vector<world::GridPoint> places(world::PartKind kind, world::GridPoint start) const;
    // Grid points where a part at a point could be placed now.
    std::vector<world::GridPoint> places(world::PartKind kind) const;

    // Grid points to which this part at a point could be moved now; where it stands is none.
    std::vector<world::GridPoint> places(const world::Part& device) const;

    // Terminals to which a wire of this kind could go from `start`.
    std::vector<world::Terminal> ends(world::PartKind kind, world::Terminal start) const;
    // All grid points where joints may lie.
    std::vector<world::GridPoint> grid() const;

    // The wire that the level's palette offers, if it has one.
    std::optional<world::PartKind> wireKind() const;

  private:
    std::vector<world::GridPoint> gridWithin(const Box& box) const;

    const play::Session& session_;
};

// The middle of a part as it is built, metres; nothing if what it hangs on is gone.
std::optional<Vec2> middleOf(const world::Design& design, const world::Part& part);
// Metres; the terminal's part must be at a point.
Vec2 terminalPosition(const world::Part& part, std::uint8_t port);
// What a part at a point covers; its own frame, unturned.
Box deviceBody(world::PartKind kind);
// A wire from terminal to terminal: leaves each one outwards and bends over to the other. Points in metres,
// ends included.
std::vector<Vec2> wirePath(Vec2 from, Vec2 from_outwards, Vec2 to, Vec2 to_outwards);
std::vector<Vec2> wirePath(const world::Design& design, const world::PathBetween& path);
// Unit vector from the middle of its part to the terminal.
Vec2 terminalOutwards(const world::Part& part, std::uint8_t port);

double distanceToSegment(Vec2 point, Vec2 from, Vec2 to);

}  // namespace vonk::view
