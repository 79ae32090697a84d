// Inside tools/levels: the pieces of a level's check, each adding what it finds.
#pragma once

#include <string>
#include <string_view>

#include "engine/data/strings.h"
#include "tools/levels/check.h"

namespace vonk::levels {

void append(Errors& to, const Errors& more);

// Notes what does not hold in a file of the level's folder, at the line of its key.
void failed(Checked& checked, const std::string& name, std::string_view key, std::string reason);

// win.toml, the further wins and the stars that they earn, fail.toml, and the move of the last hint.
void checkRecordings(Checked& checked);

}  // namespace vonk::levels
