// Inside game/level: the pieces that read a level file, each a part of the table it is given.
#pragma once

#include <string>
#include <vector>

#include "engine/data/toml_file.h"
#include "game/level/level.h"

namespace vonk::level {

struct Reading {
    const std::vector<std::string>& required;  // languages
    const Vocabulary* words = nullptr;
    Errors remarks;  // file, line and key of what reads badly
};

inline constexpr double farthest = 10000.0;  // m from the origin, for every coordinate

// Metres to whole millimetres; refuses what is not whole or out of reach.
GridPoint gridPoint(const data::Table& table, std::string_view key, Vec2 metres);

Scene readScene(const data::Table& table);
void readBuilding(const data::Table& root, Level& level,
                  const Reading& reading);  // palette, fixed, traffic, goals, stars
void readTexts(const data::Table& root, Level& level,
               Reading& reading);  // title … hints, real work, tags, careers

// The longest sentence of a text, in words. Sentences end with . ! ? : or a line; a word holds a letter or
// digit.
int longestSentence(std::string_view text);

}  // namespace vonk::level
