// Hands that build what a stored recording builds: each of its commands as the gesture that a visitor would
// make.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "game/app/visitor.h"
#include "game/play/command.h"
#include "game/world/design.h"

namespace vonk::app {

// What is in a level's win.toml or fail.toml.
struct StoredMoves {
    std::vector<play::Command> commands;
    world::Design design;  // as it stands when Start comes, or at the end where there is none
};
// `name`: "win.toml". Errors name the file.
Result<StoredMoves> readMoves(const level::Level& level, const std::string& name);

class Builder {
  public:
    enum class Way { Drag, Taps };

    explicit Builder(Visitor& visitor) : visitor_(visitor) {}

    double drag_seconds = 0.4;
    double pause_seconds = 0.1;  // between two gestures
    Way way = Way::Drag;
    int finger = 0;
    // While a member is dragged another finger taps this widget, halfway.
    std::string meanwhile;
    // Called once, in the middle of the next drag of a member, then forgotten.
    std::function<void()> in_the_middle;

    // Makes the design that is on the screen equal to `wanted`: takes away what is not in it, then adds what
    // lacks. Numbers of parts do not count. At most `most` gestures; true if it is equal then.
    bool build(const world::Design& wanted, int most = 1000);
    // One command as a gesture. Parts are meant by their numbers in the recording: perform all commands of it
    // in order, in a level that was just opened, then numbers are the same.
    bool perform(const play::Command& command);

    // What the tools of the tray do, by drag or by taps as `way` says. Each leaves its tool chosen.
    bool moveJoint(level::GridPoint from, level::GridPoint to);
    // All that the finger meets on its way through the middles of these parts; by taps one after the other.
    bool wipe(const std::vector<PartId>& parts);
    // The bay at `from` (m along the road) to where `to` is; by taps with the same place twice: to the next.
    bool copyBay(Vec2 from, Vec2 to);
    bool mirror();  // its key: on, or off
    // Something else may have chosen a part meanwhile: each is chosen again before it is used.
    void forget() { chosen_.clear(); }

  private:
    // Of the tray of the side where this place is: "left.", "right.", or nothing where there is one tray.
    std::string trayAt(Vec2 metres) const;
    std::string trayOf(PartId part) const;
    bool choose(const std::string& tray, const std::string& tool);
    bool select(world::PartKind kind, Vec2 at);
    bool place(const play::Place& place);
    bool placeMember(const world::BetweenJoints& at);
    bool connect(world::PartKind kind, world::Terminal from, world::Terminal to);
    bool remove(PartId part);
    bool together(const play::Together& group);
    bool chooseLoad(std::uint32_t load);
    bool operate(PartId part);
    void lead(gfx::Point start, gfx::Point goal);  // drags, or taps both
    bool changes(const std::function<void()>& gesture, const std::string& what);
    std::optional<gfx::Point> pixelOf(Vec2 metres) const;
    std::optional<gfx::Point> pixelOf(world::Terminal terminal) const;

    Visitor& visitor_;
    // What is chosen in a tray, by this builder: a tool, or "tile." and a part; by what stands before the
    // names of its keys. Not there: something else may have been chosen since.
    std::map<std::string, std::string> chosen_;
};

}  // namespace vonk::app
