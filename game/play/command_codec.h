// Commands as words with named values, as recordings keep them. Lengths stand in whole millimetres, parts by
// their key.
#pragma once

#include <optional>
#include <string>

#include "engine/core/ids.h"
#include "engine/record/checked_recording.h"
#include "game/play/command.h"

namespace vonk::play {

record::RecordedCommand encode(const Command& command, Actor actor, std::uint64_t tick,
                               Side side = Side::Both);

// Nothing, with the reason in `why`, for a word that is no command, a field that is missing, of another type
// or out of range, an unknown part key, or a field that does not belong there.
std::optional<Command> decode(const record::RecordedCommand& recorded, std::string& why);
// The same, telling the field apart from what is wrong with it.
std::optional<Command> decode(const record::RecordedCommand& recorded, record::CommandMistake& mistake);
// Both where the recording names none.
Side sideOf(const record::RecordedCommand& recorded);

}  // namespace vonk::play
