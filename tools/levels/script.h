// A script of commands for authors of levels, one a line; '#' starts a comment. Lengths in metres, times in
// seconds.
//
//   pace 1.5                        seconds before each command from here on (at the start 1.5)
//   hand 1                          whose finger it is from here on, 0–9 (at the start 0)
//   place wood 0 0 4 3              a member between two joints
//   put lamp 0.8 0.6 0              a device at a point, with its quarter turns
//   wire wire 1 0 3 1               from part 1, port 0, to part 3, port 1
//   operate 2 1                     a switch: part, value
//   move-joint 4 3 4 2
//   remove 7
//   together remove 3; place wood 0 0 4 3      as a whole: one step for undo
//   start | stop | undo | redo
//   take-up 2                       the design of the second test again
//   choose-load 3                   the third of the level's loads comes
//   wait 3                          nothing, for so long
//   until-done                      until the test is won or lost, and two seconds more
//                                   (a live level, which never loses: at most its time_limit)
//
// Parts are numbered as they come, from 1 (after the level's own).
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/core/error.h"
#include "engine/core/ids.h"
#include "game/play/command.h"

namespace vonk::levels {

struct Wait {
    double seconds = 0.0;
};
struct UntilDone {};
struct ScriptStep {
    int line = 0;
    Actor hand;
    std::variant<play::Command, Wait, UntilDone> what;
};

Result<std::vector<ScriptStep>> parseScript(std::string_view text, const std::string& file);

}  // namespace vonk::levels
