#include <toml++/toml.h>
#include <algorithm>

#include "engine/data/toml_reader.h"

namespace vonk::data {
namespace {

class Filler {
  public:
    explicit Filler(TomlReader& reader) : reader_(reader) {}

    void root(const toml::table& table) {
        reader_.nodes.emplace_back();
        reader_.node(0).kind = Kind::Table;
        reader_.node(0).line = 1;
        members(0, table);
    }

  private:
    int makeRow(int parent, std::size_t count) {
        const int first = static_cast<int>(reader_.nodes.size());
        reader_.nodes.resize(reader_.nodes.size() + count);
        reader_.node(parent).first = first;
        reader_.node(parent).count = static_cast<int>(count);
        for (int i = first; i < first + static_cast<int>(count); ++i) reader_.node(i).parent = parent;
        return first;
    }

    std::uint32_t keep(std::string_view text) {
        const auto start = static_cast<std::uint32_t>(reader_.pool.size());
        reader_.pool += text;
        return start;
    }

    void members(int parent, const toml::table& table) {
        // toml++ keeps a table sorted by key; sorted again here so that look-ups do not hang on that.
        std::vector<std::pair<const toml::key*, const toml::node*>> row;
        for (auto&& [key, value] : table) row.emplace_back(&key, &value);
        std::sort(row.begin(), row.end(), [](auto& a, auto& b) { return a.first->str() < b.first->str(); });
        int index = makeRow(parent, row.size());
        for (const auto& [key, value] : row) {
            const std::uint32_t start = keep(key->str());
            reader_.node(index).keyStart = start;
            reader_.node(index).keyLength = static_cast<std::uint32_t>(key->str().size());
            place(index, key->source());
            fill(index++, *value);
        }
    }

    void place(int index, const toml::source_region& source) {
        reader_.node(index).line = static_cast<int>(source.begin.line);
        reader_.node(index).column = static_cast<int>(source.begin.column);
    }

    void fill(int index, const toml::node& value) {
        if (reader_.node(index).line == 0) place(index, value.source());
        if (reader_.node(index).line == 0)
            reader_.node(index).line = reader_.node(reader_.node(index).parent).line;
        Kind kind = Kind::Date;
        if (const auto* table = value.as_table()) {
            kind = Kind::Table;
            members(index, *table);
        } else if (const auto* array = value.as_array()) {
            kind = Kind::Array;
            int element = makeRow(index, array->size());
            for (const toml::node& one : *array) fill(element++, one);
        } else if (const auto* text = value.as_string()) {
            kind = Kind::String;
            const std::uint32_t start = keep(text->get());
            reader_.node(index).textStart = start;
            reader_.node(index).textLength = static_cast<std::uint32_t>(text->get().size());
        } else if (const auto* integer = value.as_integer()) {
            kind = Kind::Integer;
            reader_.node(index).integer = integer->get();
        } else if (const auto* number = value.as_floating_point()) {
            kind = Kind::Float;
            reader_.node(index).number = number->get();
        } else if (const auto* boolean = value.as_boolean()) {
            kind = Kind::Boolean;
            reader_.node(index).integer = boolean->get() ? 1 : 0;
        }
        reader_.node(index).kind = kind;
    }

    TomlReader& reader_;
};

// The key before the '=' of a line, as far as it is a plain one; what cannot be parsed has no other name.
std::string keyOfLine(std::string_view text, int line) {
    for (int i = 1; i < line; ++i) {
        const std::size_t end = text.find('\n');
        if (end == std::string_view::npos) return {};
        text.remove_prefix(end + 1);
    }
    text = text.substr(0, text.find('\n'));
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) return {};
    text = text.substr(0, equals);
    const std::size_t first = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t");
    if (first == std::string_view::npos || last - first >= 60) return {};
    text = text.substr(first, last - first + 1);
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
    return plain ? std::string(text) : std::string();
}

}  // namespace

Errors fillReader(TomlReader& reader, std::string_view text) {
    if (Errors bad = scanTomlText(text, reader.file); !bad.empty()) return bad;
    try {
        const toml::table root = toml::parse(text, reader.file);
        Filler(reader).root(root);
        return {};
    } catch (const toml::parse_error& error) {
        std::string reason(error.description());
        std::replace(reason.begin(), reason.end(), '\n', ' ');
        const int line = static_cast<int>(error.source().begin.line);
        return {Error{reader.file, line, keyOfLine(text, line), reason}};
    }
}

}  // namespace vonk::data
