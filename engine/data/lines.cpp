#include "engine/data/lines.h"

#include <charconv>

#include "engine/data/toml_reader.h"

namespace vonk::data {
namespace {

constexpr std::size_t largest_file = 8 << 20;  // bytes: the largest file that anything here reads

// The node of the next step in `key`, which is cut off it; −1 where there is none.
int step(const TomlReader& reader, int from, std::string_view& key) {
    if (key.front() == '[') {
        const std::size_t end = key.find(']');
        int index = -1;
        if (end != std::string_view::npos) std::from_chars(key.data() + 1, key.data() + end, index);
        key.remove_prefix(end == std::string_view::npos ? key.size() : end + 1);
        const TomlNode& list = reader.node(from);
        return list.kind == Kind::Array && index >= 0 && index < list.count ? list.first + index : -1;
    }
    if (key.front() == '.') key.remove_prefix(1);
    const std::string_view name = key.substr(0, key.find_first_of(".["));
    key.remove_prefix(name.size());
    return reader.node(from).kind == Kind::Table && !name.empty() ? reader.find(from, name) : -1;
}

}  // namespace

Lines::Lines(const std::string& path) {
    const auto text = readTextFile(path, largest_file);
    auto reader = std::make_shared<TomlReader>();
    reader->file = path;
    if (text && fillReader(*reader, *text).empty()) reader_ = std::move(reader);
}

int Lines::of(std::string_view key) const {
    if (!reader_) return 0;
    int at = 0;
    while (!key.empty()) {
        const int next = step(*reader_, at, key);
        if (next < 0) break;
        at = next;
    }
    return reader_->node(at).line;
}

}  // namespace vonk::data
