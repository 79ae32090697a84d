// Inside game/level: the pieces that read a level file, each a part of the table it is given.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/data/toml_file.h"
#include "game/level/level.h"

namespace vonk::level {

struct Reading {
    const std::vector<std::string>& required;  // languages
    const Vocabulary* words = nullptr;
    Errors remarks;  // file, line and key of what can be played and yet is not good
    std::map<std::string, Errors> untranslated = {};  // as Level::untranslated

    void remark(const data::Table& table, std::string_view key, std::string reason) {
        remarks.push_back({table.file(), table.line(key), table.path(key), std::move(reason)});
    }
};

inline constexpr double farthest = 10000.0;  // m from the origin, for every coordinate

// Metres to whole millimetres; refuses what is not whole or out of reach.
GridPoint gridPoint(const data::Table& table, std::string_view key, Vec2 metres);

Scene readScene(const data::Table& table);
void readBuilding(const data::Table& root, Level& level,
                  Reading& reading);  // palette, fixed, traffic, goals, stars
// What can be read and still cannot be seen, reached or laid by a visitor.
void remarkBuilding(const data::Table& root, const Level& level, Reading& reading);
void readTexts(const data::Table& root, Level& level,
               Reading& reading);  // title … hints, real work, tags, careers

// Why a text cannot be shown as it stands: a control character, or one that turns the direction of writing.
std::optional<std::string> unshowable(std::string_view text);
// The first character that the exhibit's letters lack, as "U+1F411"; empty if it has them all.
std::string unknownLetter(std::string_view text);

// The longest sentence of a text, in words. Sentences end with . ! ? : or a line; a word holds a letter or
// digit.
int longestSentence(std::string_view text);

}  // namespace vonk::level
