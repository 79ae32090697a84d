// Recordings of this program's commands: read so that a mistake in one is named by its line, and replayed so
// that what differs can be found in the file.
#pragma once

#include <optional>
#include <string>

#include "engine/record/recording.h"
#include "game/play/session.h"

namespace vonk::play {

// As record::readRecording; a command that is unknown, lacks a value, or has one too many, of
// another kind or out of range, is refused with file, line, key and reason.
vonk::Result<record::Recording> readRecording(const std::string& path);

// What replay() in session.h tells, and where in the recording that is.
struct Replayed {
    Replay replay;
    std::string
        key;  // of what differs or was refused: "commands[2]", "quantities[1].value"; empty if nothing is
};
Replayed replayed(const level::Level& level, const record::Recording& recording);

// What to say of a recording that another physics version made: its state is then not compared, its outcome
// and quantities are. Nothing if this one made it.
std::optional<std::string> madeByOtherPhysics(const record::Recording& recording);

// Why a command was refused, for who writes recordings and scripts: the reason's name, and where it is a
// place that does not lie on the grid, that it is so.
std::string inWords(const level::Level& level, const Reason& refused);

}  // namespace vonk::play
