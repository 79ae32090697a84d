// Inside engine/data: the parsed file that Tables look into. Nodes stand in one list, the members of a table
// in a row and sorted by key, so that a hostile file costs little memory and look-ups stay fast.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/core/error.h"
#include "engine/data/toml_file.h"

namespace vonk::data {

struct TomlNode {
    Kind kind = Kind::Absent;
    bool seen = false;
    int line = 0;
    int column = 0;
    int parent = -1;
    int first = 0;  // members of a table, elements of an array: nodes first … first + count − 1
    int count = 0;
    std::uint32_t keyStart = 0, keyLength = 0;    // in pool
    std::uint32_t textStart = 0, textLength = 0;  // in pool
    std::int64_t integer = 0;                     // a boolean as well
    double number = 0.0;
};

class TomlReader {
  public:
    std::string file;
    std::vector<TomlNode> nodes;  // nodes[0] is the root table
    std::string pool;

    static constexpr std::size_t errorLimit = 100;

    const TomlNode& node(int index) const { return nodes[static_cast<std::size_t>(index)]; }
    TomlNode& node(int index) { return nodes[static_cast<std::size_t>(index)]; }
    std::string_view key(int index) const;
    std::string_view text(int index) const;
    int find(int table, std::string_view key) const;  // −1: none
    std::string path(int index) const;                // dotted, "" for the root
    void note(int line, std::string key, std::string reason);
    void asked(int table, std::string_view key);
    void markSeen(int index);
    void reportUnknown(int table);

    std::vector<Error> errors;
    std::size_t errorsDropped = 0;
    std::unordered_map<int, std::set<std::string, std::less<>>>
        askedKeys;  // looked up by table, never iterated over
};

// Fills the nodes from the text; the error of the first mistake in the notation, if there is one. In
// toml_parse.cpp, the one file that includes toml++.
Errors fillReader(TomlReader& reader, std::string_view text);

// The line in which this byte of the text stands.
int lineAt(std::string_view text, std::size_t byte);

// What toml++ is not trusted with: bytes that are not text, and nesting that would overflow the stack when
// the tree is taken down again. Empty when the text is fit to be parsed.
Errors scanTomlText(std::string_view text, const std::string& file);

}  // namespace vonk::data
