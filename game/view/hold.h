// What a finger is doing with the design, and what was tapped and waits for its goal. Read by whoever draws.
#pragma once

#include <optional>
#include <vector>

#include "game/play/session.h"
#include "game/view/bay.h"
#include "game/view/picking.h"

namespace vonk::view {

// What a finger means. Chosen in the tray, so that a drag is never two things at once: while one builds, a
// drag from a joint pulls a new member out of it; to move the joint itself one takes the hand first. No long
// press, no double tap: whatever is dragged can be tapped, too.
enum class Tool {
    Build,
    Erase,  // a tap takes one part away, a drag wipes all that it meets
    Move,   // joints, with everything that hangs on them, and things that stand at a point
    Copy,   // a bay: what stands between two neighbouring joints of the road
};

// A member as it would be.
struct MemberGhost {
    world::PartKind kind{};
    Vec2 from, to;          // m
    bool too_long = false;  // this one is why it cannot be
    bool lent = false;      // follows from another one: the mirrored side
};

// What one finger is doing.
struct Hold {
    enum class Kind {
        Nothing,  // touched where nothing can be done
        Member,   // pulls a member out of a joint
        Wire,     // pulls a wire out of a terminal
        Carry,    // a new part at a point hangs at the finger
        Device,   // touches a part at a point: a tap operates it, a drag moves it (see Tool::Move for taps)
        Erase,    // over a part, or over none
        Joint,    // moves a joint
        Bay,      // carries a copy of a bay
    };
    Actor actor;
    play::Side side = play::Side::Both;
    Kind kind = Kind::Nothing;
    world::PartKind part_kind{};
    Vec2 down_px;
    Vec2 px;
    bool dragged = false;  // has left the place where it came down
    bool chained = false;  // goes on from what was tapped before, not from under the finger
    bool from_palette =
        false;  // Carry: came out of the palette; Member: waits for the finger to reach a joint

    world::GridPoint start;     // Member, Joint
    world::Terminal terminal;   // Wire
    PartId part;                // Device, Erase: under the finger now
    std::vector<PartId> wiped;  // Erase: met since the finger came down
    std::optional<view::Bay> bay;

    // What letting go here would do, and why it would be refused.
    Picking::Goal goal;                     // Member: free end and goal; Carry, Device, Joint: `at` the place
    std::optional<world::Terminal> target;  // Wire: the terminal under the finger
    std::optional<play::Command> would;
    std::optional<Reason> blocked;
    std::optional<Reason> left_out;   // Bay: why not all of it can come
    std::vector<MemberGhost> ghosts;  // beside the member in the hand
};

// What was tapped and waits for its goal.
struct Chain {
    std::optional<world::GridPoint> joint;
    std::optional<world::Terminal> terminal;
    std::optional<world::GridPoint> moving;  // a joint
    std::optional<PartId> device;            // a part at a point that moves
    std::optional<Bay> bay;

    explicit operator bool() const { return joint || terminal || moving || device || bay; }
};

// The members that `command` places or moves, as they would be.
std::vector<MemberGhost> ghostsOf(const play::Session& session, const play::Command& command);

}  // namespace vonk::view
