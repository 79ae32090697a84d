#include "engine/data/toml_reader.h"

#include <algorithm>

namespace vonk::data {

std::string_view TomlReader::key(int index) const {
    const TomlNode& n = node(index);
    return std::string_view(pool).substr(n.keyStart, n.keyLength);
}

std::string_view TomlReader::text(int index) const {
    const TomlNode& n = node(index);
    return std::string_view(pool).substr(n.textStart, n.textLength);
}

int TomlReader::find(int table, std::string_view wanted) const {
    int low = node(table).first, high = low + node(table).count;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        (key(middle) < wanted ? low : high) = key(middle) < wanted ? middle + 1 : middle;
    }
    return low < node(table).first + node(table).count && key(low) == wanted ? low : -1;
}

std::string TomlReader::path(int index) const {
    std::vector<int> line;
    for (int i = index; i > 0; i = node(i).parent) line.push_back(i);
    std::string result;
    for (auto i = line.rbegin(); i != line.rend(); ++i) {
        const int parent = node(*i).parent;
        if (node(parent).kind == Kind::Array) {
            result += '[' + std::to_string(*i - node(parent).first) + ']';
        } else {
            if (!result.empty()) result += '.';
            result += key(*i);
        }
    }
    return result;
}

void TomlReader::note(int line, std::string key, std::string reason) {
    if (errors.size() < errorLimit)
        errors.push_back({file, line, std::move(key), std::move(reason)});
    else
        ++errorsDropped;
}

void TomlReader::asked(int table, std::string_view key) {
    auto& keys = askedKeys[table];
    if (keys.find(key) == keys.end()) keys.emplace(key);
}

void TomlReader::markSeen(int index) {
    node(index).seen = true;
    for (int i = node(index).first; i < node(index).first + node(index).count; ++i) markSeen(i);
}

void TomlReader::reportUnknown(int table) {
    const TomlNode& here = node(table);
    for (int i = here.first; i < here.first + here.count; ++i) {
        const TomlNode& member = node(i);
        const bool element = here.kind == Kind::Array;
        if (!element && !member.seen) {
            std::string known;
            if (const auto keys = askedKeys.find(table); keys != askedKeys.end())
                for (const std::string& key : keys->second) known += (known.empty() ? "" : ", ") + key;
            note(member.line, path(i),
                 known.empty() ? "unknown key" : "unknown key (known here: " + known + ")");
        } else if (member.kind == Kind::Table || (member.kind == Kind::Array && !element)) {
            if (!element || member.seen) reportUnknown(i);
        }
    }
}

}  // namespace vonk::data
