// Which folders a person means.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/error.h"
#include "game/level/level.h"

namespace vonk::levels {

// Folders with a level.toml at or below each path (a level, a subject, or all), in the order of their names;
// those that came with the program if no path is given. A path that holds none is noted in `bad`.
std::vector<std::filesystem::path> findLevels(const std::vector<std::string>& paths, Errors& bad);

// The folder itself, or that of a level that came with the program, by its id.
Result<std::filesystem::path> findLevel(const std::string& name);

Result<level::Level> readNamedLevel(const std::string& name);

void printErrors(const Errors& errors);  // on stderr

// "1 level", "12 levels".
std::string counted(std::size_t count, const char* one, const char* many);

}  // namespace vonk::levels
