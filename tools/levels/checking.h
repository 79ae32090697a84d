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

// What can be read and does not fit this program.
void checkContents(Checked& checked);
// What a level calls by key must have its words in the exhibit's strings, and be said in its languages alone.
void checkStrings(Checked& checked, const data::Strings& strings);

}  // namespace vonk::levels
