#include "game/play/command.h"

#include <array>

namespace vonk::play {

std::string_view name(const Command& command) {
    static constexpr std::array<std::string_view, std::variant_size_v<Command>> names{
        "place", "move", "move-joint", "connect", "remove",   "operate",    "start",
        "stop",  "undo", "redo",       "take-up", "together", "choose-load"};
    return names[command.index()];
}

}  // namespace vonk::play
