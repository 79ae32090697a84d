// Which folders a person means.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/core/error.h"

namespace vonk::levels {

// Folders with a level.toml at or below each path (a level, a subject, or all), in the order of their names;
// "levels" if no path is given. A path that holds none is noted in `bad`.
std::vector<std::filesystem::path> findLevels(const std::vector<std::string>& paths, Errors& bad);

// The folder itself, or levels/<subject>/<name>.
std::filesystem::path findLevel(const std::string& name);

void printErrors(const Errors& errors);  // on stderr

// "1 level", "12 levels".
std::string counted(std::size_t count, const char* one, const char* many);

}  // namespace vonk::levels
