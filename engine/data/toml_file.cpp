#include "engine/data/toml_file.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <iterator>

#include "engine/data/toml_reader.h"

namespace vonk::data {
namespace {

std::string_view describe(Kind kind) {
    switch (kind) {
        case Kind::Absent:
            return "nothing";
        case Kind::Boolean:
            return "true or false";
        case Kind::Integer:
            return "a whole number";
        case Kind::Float:
            return "a number with a fraction";
        case Kind::String:
            return "text";
        case Kind::Array:
            return "a list";
        case Kind::Table:
            return "a table";
        case Kind::Date:
            return "a date or time";
    }
    return "";
}

// Reads one node as a T; notes what is wrong with it and returns false.
class NodeRead {
  public:
    NodeRead(TomlReader& reader, int index, Range range) : reader_(reader), index_(index), range_(range) {}

    bool into(bool& value) {
        if (kind() != Kind::Boolean) return mismatch("true or false");
        value = node().integer != 0;
        return true;
    }
    bool into(double& value) {
        if (kind() != Kind::Float && kind() != Kind::Integer) return mismatch("a number");
        value = kind() == Kind::Float ? node().number : static_cast<double>(node().integer);
        return inRange(value);
    }
    template <class Integer>
    requires std::is_integral_v<Integer>
    bool into(Integer& value) {
        if (kind() != Kind::Integer) return mismatch("a whole number");
        if (!std::in_range<Integer>(node().integer)) return wrong("out of range");
        value = static_cast<Integer>(node().integer);
        return inRange(static_cast<double>(value));
    }
    bool into(std::string& value) {
        if (kind() != Kind::String) return mismatch("text");
        value = reader_.text(index_);
        return true;
    }
    bool into(Vec2& value) {
        if (kind() != Kind::Array) return mismatch("two numbers [x, y]");
        if (node().count != 2)
            return wrong(fmt::format("two numbers [x, y] are needed, there are {}", node().count));
        const bool x = element(0).into(value.x), y = element(1).into(value.y);
        return x && y;
    }
    template <class T>
    bool into(std::vector<T>& values) {
        if (kind() != Kind::Array) return mismatch("a list");
        values.resize(static_cast<std::size_t>(node().count));
        bool fine = true;
        for (int i = 0; i < node().count; ++i)
            fine = element(i).into(values[static_cast<std::size_t>(i)]) && fine;
        return fine;
    }

  private:
    const TomlNode& node() const { return reader_.node(index_); }
    Kind kind() const { return node().kind; }
    NodeRead element(int i) const { return {reader_, node().first + i, range_}; }
    bool wrong(std::string reason) {
        reader_.note(node().line, reader_.path(index_), std::move(reason));
        return false;
    }
    bool mismatch(std::string_view wanted) {
        return wrong(fmt::format("{} is needed, this is {}", wanted, describe(kind())));
    }
    bool inRange(double value) {
        if (!std::isfinite(value)) return wrong("the number must be finite");
        const bool low = range_.aboveLow ? value > range_.low : value >= range_.low;
        if (low && value <= range_.high) return true;
        constexpr double unlimited = std::numeric_limits<double>::max();
        const std::string_view above = range_.aboveLow ? "more than" : "at least";
        if (range_.high == unlimited)
            return wrong(fmt::format("must be {} {}, is {}", above, range_.low, value));
        if (range_.low == -unlimited)
            return wrong(fmt::format("must be at most {}, is {}", range_.high, value));
        return wrong(
            fmt::format("must be {} {} and at most {}, is {}", above, range_.low, range_.high, value));
    }

    TomlReader& reader_;
    int index_;
    Range range_;
};

}  // namespace

template <class T>
std::optional<T> Table::maybe(std::string_view key, Range range) const {
    if (node_ < 0) return std::nullopt;
    reader_->asked(node_, key);
    const int index = reader_->find(node_, key);
    if (index < 0) return std::nullopt;
    reader_->node(index).seen = true;
    T value{};
    if (!NodeRead(*reader_, index, range).into(value)) return std::nullopt;
    return value;
}

template <class T>
T Table::require(std::string_view key, Range range) const {
    if (node_ < 0) return T{};
    if (!has(key)) reader_->note(line(), path(key), "is missing");
    return maybe<T>(key, range).value_or(T{});
}

template <class T>
T Table::optional(std::string_view key, T fallback, Range range) const {
    return maybe<T>(key, range).value_or(std::move(fallback));
}

#define VONK_READS(T)                                                         \
    template std::optional<T> Table::maybe<T>(std::string_view, Range) const; \
    template T Table::require<T>(std::string_view, Range) const;              \
    template T Table::optional<T>(std::string_view, T, Range) const;
VONK_READS(bool)
VONK_READS(int)
VONK_READS(std::int64_t)
VONK_READS(std::uint32_t)
VONK_READS(std::uint64_t)
VONK_READS(double)
VONK_READS(std::string)
VONK_READS(Vec2)
VONK_READS(std::vector<int>)
VONK_READS(std::vector<std::int64_t>)
VONK_READS(std::vector<double>)
VONK_READS(std::vector<std::string>)
VONK_READS(std::vector<Vec2>)
VONK_READS(std::vector<std::vector<double>>)
VONK_READS(std::vector<std::vector<Vec2>>)
#undef VONK_READS

int Table::wordIndex(std::string_view key, std::span<const std::string_view> words, bool required) const {
    if (node_ < 0) return -1;
    if (required && !has(key)) reader_->note(line(), path(key), "is missing");
    const std::optional<std::string> word = maybe<std::string>(key);
    if (!word) return -1;
    const auto found = std::find(words.begin(), words.end(), *word);
    if (found != words.end()) return static_cast<int>(found - words.begin());
    std::vector<std::string_view> named;  // an empty word is what is meant when the key is left out
    std::copy_if(words.begin(), words.end(), std::back_inserter(named),
                 [](auto one) { return !one.empty(); });
    refuse(key, fmt::format("\"{}\" is not one of {}", word->substr(0, 60), fmt::join(named, ", ")));
    return -1;
}

Table Table::table(std::string_view key) const {
    if (node_ >= 0 && !has(key)) reader_->note(line(), path(key), "is missing");
    return optionalTable(key);
}

Table Table::optionalTable(std::string_view key) const {
    if (node_ < 0) return *this;
    reader_->asked(node_, key);
    const int index = reader_->find(node_, key);
    if (index < 0) return {reader_, -1};
    reader_->node(index).seen = true;
    if (reader_->node(index).kind == Kind::Table) return {reader_, index};
    const bool list = reader_->node(index).kind == Kind::Array;
    refuse(key, fmt::format("a table is needed, this is {}{}", describe(reader_->node(index).kind),
                            list ? fmt::format(": write [{}]", key) : ""));
    reader_->markSeen(index);
    return {reader_, -1};
}

std::vector<Table> Table::tables(std::string_view key) const {
    std::vector<Table> result;
    if (node_ < 0) return result;
    reader_->asked(node_, key);
    const int index = reader_->find(node_, key);
    if (index < 0) return result;
    TomlNode& list = reader_->node(index);
    list.seen = true;
    if (list.kind != Kind::Array) {
        refuse(key,
               fmt::format("a list of tables is needed, this is {}: write [[{}]]", describe(list.kind), key));
        reader_->markSeen(index);
        return result;
    }
    for (int i = list.first; i < list.first + list.count; ++i) {
        reader_->node(i).seen = true;
        if (reader_->node(i).kind == Kind::Table)
            result.push_back({reader_, i});
        else
            reader_->note(reader_->node(i).line, reader_->path(i),
                          fmt::format("a table is needed, this is {}", describe(reader_->node(i).kind)));
    }
    return result;
}

std::vector<Table> Table::requireTables(std::string_view key) const {
    if (node_ >= 0 && !has(key)) reader_->note(line(), path(key), "is missing");
    std::vector<Table> result = tables(key);
    if (result.empty() && kind(key) == Kind::Array) refuse(key, "at least one is needed");
    return result;
}

bool Table::has(std::string_view key) const {
    return node_ >= 0 && reader_->find(node_, key) >= 0;
}

Kind Table::kind(std::string_view key) const {
    return has(key) ? reader_->node(reader_->find(node_, key)).kind : Kind::Absent;
}

std::vector<std::string> Table::keys() const {
    std::vector<std::string> result;
    if (node_ < 0) return result;
    const TomlNode& here = reader_->node(node_);
    std::vector<int> members;
    for (int i = here.first; i < here.first + here.count; ++i) members.push_back(i);
    std::stable_sort(members.begin(), members.end(), [&](int a, int b) {
        const TomlNode &x = reader_->node(a), &y = reader_->node(b);
        return std::pair(x.line, x.column) < std::pair(y.line, y.column);
    });
    for (const int i : members) result.emplace_back(reader_->key(i));
    return result;
}

int Table::line() const {
    return node_ < 0 ? 0 : reader_->node(node_).line;
}

int Table::line(std::string_view key) const {
    return has(key) ? reader_->node(reader_->find(node_, key)).line : line();
}

std::string Table::path(std::string_view key) const {
    const std::string here = node_ < 0 ? "" : reader_->path(node_);
    return here.empty() ? std::string(key) : here + '.' + std::string(key);
}

const std::string& Table::file() const {
    return reader_->file;
}

void Table::refuse(std::string_view key, std::string reason) const {
    if (node_ >= 0) reader_->note(line(key), path(key), std::move(reason));
}

void Table::refuse(std::string reason) const {
    if (node_ >= 0) reader_->note(line(), reader_->path(node_), std::move(reason));
}

void Table::refuseElement(std::string_view key, std::size_t index, std::string reason) const {
    if (node_ < 0) return;
    const int list = reader_->find(node_, key);
    const bool within = list >= 0 && index < static_cast<std::size_t>(reader_->node(list).count);
    if (!within) return refuse(key, std::move(reason));
    const int element = reader_->node(list).first + static_cast<int>(index);
    reader_->note(reader_->node(element).line, reader_->path(element), std::move(reason));
}

void Table::rejectUnknownKeys() const {
    if (node_ >= 0) reader_->reportUnknown(node_);
}

void Table::ignore(std::string_view key) const {
    if (node_ < 0) return;
    reader_->asked(node_, key);
    if (const int index = reader_->find(node_, key); index >= 0) reader_->markSeen(index);
}

bool Table::ok() const {
    return reader_->errors.empty();
}

Errors Table::errors() const {
    Errors result = reader_->errors;
    std::stable_sort(result.begin(), result.end(),
                     [](const Error& a, const Error& b) { return a.line < b.line; });
    if (reader_->errorsDropped > 0)
        result.push_back({reader_->file, 0, "", fmt::format("and {} more mistakes", reader_->errorsDropped)});
    return result;
}

int lineAt(std::string_view text, std::size_t byte) {
    return 1 + static_cast<int>(std::ranges::count(text.substr(0, byte), '\n'));
}

Result<Table> parseToml(std::string_view text, std::string_view nameForErrors, std::size_t limit) {
    const auto reader = std::make_shared<TomlReader>();
    reader->file = nameForErrors;
    if (text.size() > limit)
        return fail({reader->file, lineAt(text, limit), "", fmt::format("larger than {} bytes", limit)});
    if (Errors errors = fillReader(*reader, text); !errors.empty()) return tl::unexpected(std::move(errors));
    return Table(reader, 0);
}

Result<Table> readToml(const std::string& path, std::size_t limit) {
    const Result<std::string> text = readTextFile(path, limit);
    if (!text) return tl::unexpected(text.error());
    return parseToml(*text, path, limit);
}

}  // namespace vonk::data
