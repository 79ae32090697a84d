// Hands that build what a stored recording builds: each of its commands as the gesture that a visitor would
// make.
#pragma once

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

  private:
    bool select(world::PartKind kind);
    bool place(const play::Place& place);
    bool placeMember(const world::BetweenJoints& at);
    bool connect(world::PartKind kind, world::Terminal from, world::Terminal to);
    bool remove(PartId part);
    bool operate(PartId part);
    bool changes(const std::function<void()>& gesture, const std::string& what);
    std::optional<gfx::Point> pixelOf(Vec2 metres) const;
    std::optional<gfx::Point> pixelOf(world::Terminal terminal) const;

    Visitor& visitor_;
    bool deleting_ = false;                    // the delete key is pressed in
    std::optional<world::PartKind> selected_;  // by this builder, and nothing since
};

}  // namespace vonk::app
