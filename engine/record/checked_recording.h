// Recordings read by whoever knows what their commands mean, so that a mistake within a command is refused as
// any other: with file, line, key and reason.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/record/recording.h"

namespace vonk::record {

struct CommandMistake {
    std::string field;  // its name; "kind" for the word itself
    std::string reason;
};
// What is wrong with a command; nothing if it is whole.
using CommandCheck = std::function<std::optional<CommandMistake>(const RecordedCommand&)>;

// As those without a check, in recording.h.
Result<Recording> readRecording(const std::string& path, const CommandCheck& check);
Result<Recording> parseRecording(std::string_view text, std::string_view nameForErrors,
                                 const CommandCheck& check);

}  // namespace vonk::record
