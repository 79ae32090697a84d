// The levels that a config offers: from which folders, and which of them.
#pragma once

#include <string>
#include <vector>

#include "engine/core/error.h"
#include "engine/data/config.h"
#include "game/level/level.h"

namespace vonk::app {

struct OfferedLevels {
    std::vector<level::Level> levels;  // from easy to hard
    Errors mistakes;  // of the config, by its keys ("levels.folders[0]"); file and line are whoever's who
                      // read it
    Errors bad;       // of levels that are left out
};

// `shipped`: the levels that came with the program, used where the config names no folder.
OfferedLevels offeredLevels(const data::Config& config, const std::string& shipped);

// The mistakes with the config's file, and the lines of their keys in it.
Errors atLines(Errors mistakes, const std::string& file);

}  // namespace vonk::app
