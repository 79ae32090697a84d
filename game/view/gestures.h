// Turns fingers into commands. Drag from joint to joint, or tap a joint and then its goal: both place a
// member. With another tool (hold.h) the same two ways move a joint or a thing or copy a bay, and in delete
// mode a drag wipes. Each finger is on its own, so two children build at once; in a level for two banks each
// side of the scene has a part, a tool and a tapped start of its own. Knows pixels by its frame, and nothing
// of drawing.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/platform/input.h"
#include "game/play/session.h"
#include "game/view/actor_command.h"
#include "game/view/hold.h"
#include "game/view/mirror.h"
#include "game/view/picking.h"
#include "game/view/view_frame.h"

namespace vonk::view {

class Gestures {
  public:
    explicit Gestures(const play::Session& session);

    void setFrame(const ViewFrame& frame, double px_per_mm);
    // `side`: of a level for two banks; Both means both, and in other levels the only one there is.
    void select(world::PartKind kind, play::Side side = play::Side::Both);
    std::optional<world::PartKind> selected(play::Side side = play::Side::Both) const;
    void setTool(Tool tool, play::Side side = play::Side::Both);
    Tool tool(play::Side side = play::Side::Both) const;
    // Whatever is done is done on both sides of the middle. Not in a level for two banks: there the other
    // half is another one's.
    void setMirrored(bool mirrored);
    bool mirrored() const { return mirrored_; }
    const Mirror& mirror() const { return mirror_; }

    // Appends the commands that this event completes.
    void pointer(const platform::PointerEvent& event, ActorCommands& commands);
    void carry(Actor actor, world::PartKind kind, Vec2 px, play::Side side = play::Side::Both);
    // What a tap here would do, as if a finger had just come down.
    Hold hover(Actor actor, Vec2 px) const;
    void letGo(Actor actor);
    void letGoAll();
    void leave();  // the starts that were tapped are none any more
    // The design has changed: looks again at what each finger would do, and forgets a start that is gone.
    void refresh();

    const std::vector<Hold>& holds() const { return holds_; }
    const Chain& chain(play::Side side = play::Side::Both) const { return palm(side).chain; }
    bool chained() const;  // some side has tapped a start
    // A tapped bay shows what a second tap on it would bring.
    const std::vector<MemberGhost>& nextBay(play::Side side = play::Side::Both) const {
        return palm(side).next_bay;
    }
    const Picking& picking() const { return picking_; }
    // The sides that there are: one, or left and right.
    std::span<const play::Side> sides() const;
    play::Side sideAt(Vec2 metres) const;
    // A finger that came down where there is nothing to build with, or only goes on from a tapped start.
    bool idle(const Hold& hold) const;
    // A touch that met nothing: where, for a hint that shows the joints. Cleared by reading.
    std::optional<Vec2> takeMiss();
    // Reasons that belong to no command: a touch on the design while the test runs, a joint that stays, what
    // is left out of a copied bay. Cleared by reading.
    std::vector<std::pair<Actor, Reason>> takeTold();

  private:
    struct Palm {
        std::optional<world::PartKind> selected;
        Tool tool = Tool::Build;
        Chain chain;
        std::vector<MemberGhost> next_bay;
    };
    Hold* find(Actor actor);
    Palm& palm(play::Side side) { return palms_[at(side)]; }
    const Palm& palm(play::Side side) const { return palms_[at(side)]; }
    std::size_t at(play::Side side) const;
    play::Side handAt(Vec2 metres) const;
    void downToBuild(Hold& hold, Vec2 at) const;
    void downToMove(Hold& hold, Vec2 at) const;
    void move(Hold& hold, Vec2 px);
    void leaveChain(Hold& hold);
    void wipe(Hold& hold, Vec2 from, Vec2 to);
    void up(Hold hold, ActorCommands& commands);
    void upNothing(const Hold& hold);
    void upMember(const Hold& hold, ActorCommands& commands);
    void upWire(const Hold& hold, ActorCommands& commands);
    void upDevice(const Hold& hold, ActorCommands& commands);
    void upErase(const Hold& hold, ActorCommands& commands);
    void upJoint(const Hold& hold, ActorCommands& commands);
    void upBay(const Hold& hold, ActorCommands& commands);
    void look(Hold& hold) const;
    void lookMember(Hold& hold) const;
    void lookWire(Hold& hold) const;
    void lookDevice(Hold& hold) const;
    void lookErase(Hold& hold) const;
    void lookJoint(Hold& hold) const;
    void lookBay(Hold& hold) const;
    void lookNextBay(Palm& palm) const;
    world::GridPoint nearestGrid(Vec2 at) const;  // also outside of where one may build
    void give(const Hold& hold, ActorCommands& commands) const;
    bool locked() const;  // the test runs: nothing can be built
    double metres(double millimetres) const { return millimetres * px_per_mm_ / frame_.pixelsPerMetre(); }
    double fingerRadius() const { return metres(finger_radius_mm); }
    bool placesBetweenJoints(world::PartKind kind) const;

    const play::Session& session_;
    Picking picking_;
    Mirror mirror_;
    ViewFrame frame_;
    double px_per_mm_ = 3.6;
    std::array<Palm, 3> palms_;  // by side
    bool mirrored_ = false;
    std::vector<Hold> holds_;
    std::optional<Vec2> miss_;
    std::vector<std::pair<Actor, Reason>> told_;
};

}  // namespace vonk::view
