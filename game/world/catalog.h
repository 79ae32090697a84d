// Levels as this world can play them: read with the words of its tables of parts and vehicles, so that an
// unknown one is refused with file, line and key.
#pragma once

#include "game/level/level.h"

namespace vonk::world {

// Keys of the parts table and of the vehicles.
const level::Vocabulary& vocabulary();

// As level::readLevel and level::readLevels, with these words.
Result<level::Level> readLevel(const std::filesystem::path& folder,
                               const std::vector<std::string>& required = level::requiredLanguages());
std::vector<level::Level> readLevels(const std::filesystem::path& root, Errors& bad,
                                     const std::vector<std::string>& required = level::requiredLanguages());

}  // namespace vonk::world
