// Turns fingers into commands. Drag from joint to joint, or tap a joint and then its goal: both place a
// member. Each finger is on its own, so two children build at once. Knows pixels by its frame, and nothing of
// drawing.
#pragma once

#include <optional>
#include <vector>

#include "engine/platform/input.h"
#include "game/play/session.h"
#include "game/view/actor_command.h"
#include "game/view/picking.h"
#include "game/view/view_frame.h"

namespace vonk::view {

// What one finger is doing; read by whoever draws it.
struct Hold {
    enum class Kind {
        Nothing,  // touched where nothing can be done
        Member,   // pulls a member out of a joint
        Wire,     // pulls a wire out of a terminal
        Carry,    // a new part at a point hangs at the finger
        Device,   // touches a part at a point: a tap operates it, a drag moves it
        Erase,    // delete mode: over a part, or over none
    };
    Actor actor;
    Kind kind = Kind::Nothing;
    world::PartKind part_kind{};
    Vec2 down_px;
    Vec2 px;
    bool dragged = false;  // has left the place where it came down
    bool chained = false;  // Member, Wire: goes on from the tapped start, not from under the finger
    bool from_palette =
        false;  // Carry: came out of the palette; Member: waits for the finger to reach a joint

    world::GridPoint start;    // Member
    world::Terminal terminal;  // Wire
    PartId part;               // Device, Erase

    // What letting go here would do, and why it would be refused.
    Picking::Goal goal;                     // Member: free end and goal; Carry, Device: `at` is the place
    std::optional<world::Terminal> target;  // Wire: the terminal under the finger
    std::optional<play::Command> would;
    std::optional<Reason> blocked;
};

// The start that was tapped and waits for its goal.
struct Chain {
    std::optional<world::GridPoint> joint;
    std::optional<world::Terminal> terminal;

    explicit operator bool() const { return joint.has_value() || terminal.has_value(); }
};

class Gestures {
  public:
    explicit Gestures(const play::Session& session);

    void setFrame(const ViewFrame& frame, double px_per_mm);
    void select(world::PartKind kind);
    std::optional<world::PartKind> selected() const { return selected_; }
    void setDeleting(bool deleting);
    bool deleting() const { return deleting_; }

    // Appends the commands that this event completes.
    void pointer(const platform::PointerEvent& event, ActorCommands& commands);
    void carry(Actor actor, world::PartKind kind, Vec2 px);
    // What a tap here would do, as if a finger had just come down.
    Hold hover(Actor actor, Vec2 px) const;
    void letGo(Actor actor);
    void letGoAll();
    void leave() { chain_ = {}; }  // the start that was tapped is none any more
    // The design has changed: looks again at what each finger would do, and forgets a start that is gone.
    void refresh();

    const std::vector<Hold>& holds() const { return holds_; }
    const Chain& chain() const { return chain_; }
    const Picking& picking() const { return picking_; }
    // A touch that met nothing: where, for a hint that shows the joints. Cleared by reading.
    std::optional<Vec2> takeMiss();
    // A touch on the design while the test runs: the reason that belongs to it. Cleared by reading.
    std::optional<std::pair<Actor, Reason>> takeLocked();

  private:
    Hold* find(Actor actor);
    void move(Hold& hold, Vec2 px);
    void up(Hold hold, ActorCommands& commands);
    void upMember(const Hold& hold, ActorCommands& commands);
    void upWire(const Hold& hold, ActorCommands& commands);
    void look(Hold& hold) const;
    void lookMember(Hold& hold) const;
    void lookWire(Hold& hold) const;
    bool locked() const;  // the test runs: nothing can be built
    double metres(double millimetres) const { return millimetres * px_per_mm_ / frame_.pixelsPerMetre(); }
    double fingerRadius() const { return metres(finger_radius_mm); }
    bool placesBetweenJoints(world::PartKind kind) const;

    const play::Session& session_;
    Picking picking_;
    ViewFrame frame_;
    double px_per_mm_ = 3.6;
    std::optional<world::PartKind> selected_;
    bool deleting_ = false;
    std::vector<Hold> holds_;
    Chain chain_;
    std::optional<Vec2> miss_;
    std::optional<std::pair<Actor, Reason>> locked_;
};

}  // namespace vonk::view
