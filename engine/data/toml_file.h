// Reads a TOML file so that every mistake in it is named by `file:line: key: reason`, many in one go. A
// reader asks for the keys it knows; what nobody asked for is refused. Callers never see toml++.
//
//     Result<Table> file = data::readToml(path);
//     if (!file) return tl::unexpected(file.error());
//     level.number = file->require<int>("number", atLeast(1));
//     level.gravity = file->optional<double>("gravity", 9.81, positive());
//     for (Table joint : file->tables("joints")) joints.push_back({joint.require<std::string>("id"),
//     joint.require<Vec2>("at")}); file->rejectUnknownKeys(); if (!file->ok()) return
//     tl::unexpected(file->errors());
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/error.h"
#include "engine/core/vec2.h"

namespace vonk::data {

inline constexpr std::size_t defaultTomlLimit = 1 << 20;  // bytes

// What a number may be; numbers are always finite, whatever the range. For a list it holds for each number in
// it.
struct Range {
    double low = -std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::max();
    bool aboveLow = false;  // low itself is refused
};
inline Range anyNumber() {
    return {};
}
inline Range positive() {
    return {0, std::numeric_limits<double>::max(), true};
}
inline Range notNegative() {
    return {0, std::numeric_limits<double>::max(), false};
}
inline Range atLeast(double low) {
    return {low, std::numeric_limits<double>::max(), false};
}
inline Range between(double low, double high) {
    return {low, high, false};
}

enum class Kind { Absent, Boolean, Integer, Float, String, Array, Table, Date };

class TomlReader;  // the parsed file, which keys were asked for, and the mistakes so far

// A table in the file. A small value to be passed along: copies share the file, its seen keys and its list of
// errors. A table that is missing is empty and silent: its absence was reported once, reads from it give
// fallbacks.
class Table {
  public:
    // T: bool, int, std::int64_t, std::uint32_t, std::uint64_t, double, std::string, Vec2 (two numbers), and
    // std::vector of int, std::int64_t, double, std::string, Vec2, std::vector<double>, std::vector<Vec2>. An
    // integer is read as a double where one is asked for; a float is never read as an integer. Missing, of
    // another kind or out of range: an error is noted and T{} returned.
    template <class T>
    T require(std::string_view key, Range range = {}) const;
    // Missing: the fallback. Wrong: an error is noted and the fallback returned.
    template <class T>
    T optional(std::string_view key, T fallback, Range range = {}) const;
    // Missing or wrong (noted): nothing.
    template <class T>
    std::optional<T> maybe(std::string_view key, Range range = {}) const;

    // One of a few words; the error names them all. E{} when missing or wrong.
    template <class E>
    E requireOneOf(std::string_view key, std::initializer_list<std::pair<std::string_view, E>> words) const {
        return oneOf(key, words, E{}, true);
    }
    template <class E>
    E optionalOneOf(std::string_view key, std::initializer_list<std::pair<std::string_view, E>> words,
                    E fallback) const {
        return oneOf(key, words, fallback, false);
    }

    Table table(std::string_view key) const;  // required
    Table optionalTable(
        std::string_view key) const;  // missing: an empty silent table, for which present() is false
    // [[key]] or key = [{…}, …]; missing: none. Other kinds are noted.
    std::vector<Table> tables(std::string_view key) const;
    // As tables(), but missing or empty is noted too.
    std::vector<Table> requireTables(std::string_view key) const;

    bool present() const { return node_ >= 0; }
    bool has(std::string_view key) const;  // does not count as having read it
    Kind kind(std::string_view key) const;
    std::vector<std::string> keys() const;  // in the order of the file
    int line() const;
    int line(std::string_view key) const;          // of the table where the key is missing
    std::string path(std::string_view key) const;  // dotted: "members[3].from"
    const std::string& file() const;

    // Notes a mistake that the caller found: at this key, at the table as a whole, or at one element of a
    // list.
    void refuse(std::string_view key, std::string reason) const;
    void refuse(std::string reason) const;
    void refuseElement(std::string_view key, std::size_t index, std::string reason) const;

    // Notes every key in this table and below that no read asked for. Tables and lists that were read whole
    // by `ignore` are left out.
    void rejectUnknownKeys() const;
    void ignore(std::string_view key) const;  // counts the key and all below it as read

    // Of the whole file. At most 100 are kept; the last then says how many more there are.
    bool ok() const;
    Errors errors() const;

  private:
    friend class TomlReader;
    friend Result<Table> parseToml(std::string_view text, std::string_view nameForErrors, std::size_t limit);
    Table(std::shared_ptr<TomlReader> reader, int node) : reader_(std::move(reader)), node_(node) {}

    template <class E>
    E oneOf(std::string_view key, std::initializer_list<std::pair<std::string_view, E>> words, E fallback,
            bool required) const {
        std::vector<std::string_view> names;
        for (const auto& word : words) names.push_back(word.first);
        const int index = wordIndex(key, names, required);
        return index < 0 ? fallback : (words.begin() + index)->second;
    }
    int wordIndex(std::string_view key, std::span<const std::string_view> words, bool required) const;

    std::shared_ptr<TomlReader> reader_;
    int node_ = -1;
};

// Refused with the line: text that is not TOML, invalid UTF-8, NUL, more than `limit` bytes, keys or brackets
// nested deeper than 32. A directory, a missing or unreadable file is refused with the reason.
Result<Table> readToml(const std::string& path, std::size_t limit = defaultTomlLimit);
Result<Table> parseToml(std::string_view text, std::string_view nameForErrors,
                        std::size_t limit = defaultTomlLimit);

// The bytes of a file, refused as above when there are more than `limit`; for readers of other formats. Never
// blocks on a pipe or device: only regular files are read.
Result<std::string> readTextFile(const std::string& path, std::size_t limit);

}  // namespace vonk::data
