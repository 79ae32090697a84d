// What a finger wants done; the screen applies it to the session and reports a refusal back.
#pragma once

#include <vector>

#include "game/play/command.h"

namespace vonk::view {

struct ActorCommand {
    Actor actor;
    play::Command command;
    play::Side side = play::Side::Both;  // where two build at once: from which bank
};
using ActorCommands = std::vector<ActorCommand>;

}  // namespace vonk::view
