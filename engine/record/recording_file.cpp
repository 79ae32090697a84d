#include <fmt/format.h>
#include <algorithm>
#include <charconv>
#include <set>

#include "engine/core/assert.h"
#include "engine/data/toml_file.h"
#include "engine/data/toml_write.h"
#include "engine/record/checked_recording.h"

namespace vonk::record {
namespace {

constexpr std::size_t fileLimit = 8 << 20;          // bytes
constexpr std::size_t commandLimit = 100000;        //
constexpr std::size_t fieldLimit = 32;              // of one command
constexpr std::size_t textLimit = 4096;             // bytes of one field
constexpr double tickLimit = 10.0 * 3600.0 * 60.0;  // 10 hours
constexpr double slotLimit = 10;                    // 0–9 fingers of a touch screen, 10 the keyboard

bool isWord(std::string_view text, std::string_view alsoAllowed, std::size_t longest) {
    return !text.empty() && text.size() <= longest && std::all_of(text.begin(), text.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || alsoAllowed.find(c) != std::string_view::npos;
    });
}
bool isKind(std::string_view text) {
    return isWord(text, "-", 32);
}
bool isFieldName(std::string_view text) {
    return isWord(text, "0123456789_", 32) && text != "tick" && text != "actor" && text != "kind";
}

std::string readWord(const data::Table& table, std::string_view key, bool required,
                     std::size_t longest = 120) {
    const std::string word =
        required ? table.require<std::string>(key) : table.optional<std::string>(key, "");
    if (word.size() > longest) table.refuse(key, fmt::format("is longer than {} bytes", longest));
    return word;
}

std::uint64_t readHash(const data::Table& table, std::string_view key) {
    const auto text = table.maybe<std::string>(key);
    if (!table.has(key)) table.refuse(key, "is missing");
    if (!text) return 0;
    std::uint64_t value = 0;
    const auto [end, code] = std::from_chars(text->data(), text->data() + text->size(), value, 16);
    if (text->size() != 16 || code != std::errc() || end != text->data() + text->size())
        table.refuse(key, "must be 16 hexadecimal digits");
    return value;
}

std::vector<std::uint16_t> readTrace(const data::Table& table) {
    constexpr std::size_t digits = 4;
    const std::string text = readWord(table, "trace", false, digits * ticksBetweenCheckpoints);
    std::vector<std::uint16_t> trace;
    for (std::size_t at = 0; at < text.size(); at += digits) {
        std::uint16_t value = 0;
        const char* const end = text.data() + std::min(text.size(), at + digits);
        const auto [stopped, code] = std::from_chars(text.data() + at, end, value, 16);
        if (at + digits > text.size() || code != std::errc() || stopped != end) {
            table.refuse("trace", "must be 4 hexadecimal digits for each tick");
            return {};
        }
        trace.push_back(value);
    }
    return trace;
}

// A tick that is not before the last one nor after the recording's end.
std::uint64_t readTick(const data::Table& table, std::uint64_t last, std::uint64_t ticks) {
    const auto tick = table.require<std::uint64_t>("tick", data::between(0, tickLimit));
    if (tick < last) table.refuse("tick", fmt::format("{} comes after tick {}", tick, last));
    if (tick > ticks) table.refuse("tick", fmt::format("{} is after the end, tick {}", tick, ticks));
    return tick;
}

std::optional<Field> readField(const data::Table& table, const std::string& name) {
    if (!isFieldName(name)) {
        table.refuse(name, "is no name for a value: a-z, 0-9 and '_', at most 32");
        return std::nullopt;
    }
    switch (table.kind(name)) {
        case data::Kind::Integer:
            return Field{name, table.require<std::int64_t>(name)};
        case data::Kind::Float:
            return Field{name, table.require<double>(name)};
        case data::Kind::String:
            return Field{name, readWord(table, name, true, textLimit)};
        default:
            table.refuse(name, "a number or a text is needed");
            return std::nullopt;
    }
}

RecordedCommand readCommand(const data::Table& table, std::uint64_t last, std::uint64_t ticks) {
    RecordedCommand command;
    command.tick = readTick(table, last, ticks);
    command.actor.slot =
        static_cast<std::uint8_t>(table.optional<int>("actor", 0, data::between(0, slotLimit)));
    command.kind = table.require<std::string>("kind");
    if (table.kind("kind") == data::Kind::String && !isKind(command.kind))
        table.refuse("kind", "must be 1 to 32 of a-z and '-'");
    const std::vector<std::string> keys = table.keys();
    if (keys.size() > fieldLimit + 3) {
        table.refuse(fmt::format("has more than {} values", fieldLimit));
        return command;
    }
    for (const std::string& key : keys) {
        if (key == "tick" || key == "actor" || key == "kind") continue;
        if (auto field = readField(table, key)) command.fields.push_back(std::move(*field));
        table.ignore(key);
    }
    return command;
}

std::vector<Quantity> readQuantities(const data::Table& file) {
    std::vector<Quantity> quantities;
    std::set<std::string> names;
    for (const data::Table& table : file.tables("quantities")) {
        Quantity quantity;
        quantity.name = readWord(table, "name", true);
        quantity.value = table.require<double>("value");
        quantity.tolerance = table.optional<double>("tolerance", 0.0, data::notNegative());
        if (!names.insert(quantity.name).second) table.refuse("name", "stands here twice");
        quantities.push_back(std::move(quantity));
    }
    return quantities;
}

}  // namespace

Result<Recording> parseRecording(std::string_view text, std::string_view nameForErrors) {
    return parseRecording(text, nameForErrors, nullptr);
}

Result<Recording> readRecording(const std::string& path) {
    return readRecording(path, nullptr);
}

Result<Recording> parseRecording(std::string_view text, std::string_view nameForErrors,
                                 const CommandCheck& check) {
    const Result<data::Table> read = data::parseToml(text, nameForErrors, fileLimit);
    if (!read) return tl::unexpected(read.error());
    const data::Table& file = *read;
    const int format = file.require<int>("format");
    if (file.ok() && format != formatVersion) {
        file.refuse("format", fmt::format("is {}, this program reads {}", format, formatVersion));
        return tl::unexpected(file.errors());
    }
    Recording recording;
    recording.physics = file.require<int>("physics", data::atLeast(0));
    recording.level = readWord(file, "level", true);
    recording.levelHash = readHash(file, "level_hash");
    recording.ticks = file.require<std::uint64_t>("ticks", data::between(0, tickLimit));
    recording.outcome =
        file.optionalOneOf<std::string>("outcome", {{"won", "won"}, {"lost", "lost"}, {"", ""}}, "");
    recording.reason = readWord(file, "reason", false);
    recording.quantities = readQuantities(file);
    const std::vector<data::Table> commands = file.tables("commands");
    if (commands.size() > commandLimit) {
        file.refuse("commands", fmt::format("are more than {}", commandLimit));
        return tl::unexpected(file.errors());
    }
    std::uint64_t last = 0;
    for (const data::Table& table : commands) {
        const std::size_t before = file.ok() ? 0 : file.errors().size();
        recording.commands.push_back(readCommand(table, last, recording.ticks));
        last = std::max(last, recording.commands.back().tick);
        const bool whole = file.ok() || file.errors().size() == before;
        if (!whole || !check) continue;
        if (const auto mistake = check(recording.commands.back()))
            table.refuse(mistake->field, mistake->reason);
    }
    last = 0;
    for (const data::Table& table : file.tables("checkpoints")) {
        const std::uint64_t tick = readTick(table, last, recording.ticks);
        if (!recording.checkpoints.empty() && tick == last) table.refuse("tick", "stands here twice");
        Checkpoint checkpoint{tick, readHash(table, "hash"), readTrace(table), {}};
        for (const std::string& key : table.keys()) {
            if (key == "tick" || key == "hash" || key == "trace") continue;
            if (!isFieldName(key))
                table.refuse(key, "is no name for a value: a-z, 0-9 and '_', at most 32");
            else if (checkpoint.sums.size() == fieldLimit)
                table.refuse(fmt::format("has more than {} values", fieldLimit));
            else
                checkpoint.sums.push_back({key, table.require<double>(key), 0.0});
            table.ignore(key);
        }
        recording.checkpoints.push_back(std::move(checkpoint));
        last = std::max(last, tick);
    }
    file.rejectUnknownKeys();
    if (!file.ok()) return tl::unexpected(file.errors());
    return recording;
}

Result<Recording> readRecording(const std::string& path, const CommandCheck& check) {
    const Result<std::string> text = data::readTextFile(path, fileLimit);
    if (!text) return tl::unexpected(text.error());
    return parseRecording(*text, path, check);
}

std::string toToml(const Recording& recording) {
    std::string text = fmt::format(
        "format = {}\nphysics = {}\nlevel = {}\nlevel_hash = \"{:016x}\"\nticks = {}\n", formatVersion,
        recording.physics, data::tomlString(recording.level), recording.levelHash, recording.ticks);
    if (!recording.outcome.empty())
        text += fmt::format("outcome = {}\n", data::tomlString(recording.outcome));
    if (!recording.reason.empty()) text += fmt::format("reason = {}\n", data::tomlString(recording.reason));
    text += "quantities = [\n";
    for (const Quantity& quantity : recording.quantities)
        text +=
            fmt::format("    {{ name = {}, value = {}, tolerance = {} }},\n", data::tomlString(quantity.name),
                        data::tomlNumber(quantity.value), data::tomlNumber(quantity.tolerance));
    text += "]\ncommands = [\n";
    for (const RecordedCommand& command : recording.commands) {
        VONK_ASSERT(isKind(command.kind) && command.fields.size() <= fieldLimit);
        text += fmt::format("    {{ tick = {}, actor = {}, kind = {}", command.tick, command.actor.slot,
                            data::tomlString(command.kind));
        for (const Field& field : command.fields) {
            VONK_ASSERT(isFieldName(field.name));
            text += ", " + field.name + " = ";
            if (const auto* whole = std::get_if<std::int64_t>(&field.value))
                text += fmt::format("{}", *whole);
            if (const auto* number = std::get_if<double>(&field.value)) text += data::tomlNumber(*number);
            if (const auto* word = std::get_if<std::string>(&field.value)) text += data::tomlString(*word);
        }
        text += " },\n";
    }
    text += "]\ncheckpoints = [\n";
    for (const Checkpoint& checkpoint : recording.checkpoints) {
        text += fmt::format("    {{ tick = {}, hash = \"{:016x}\"", checkpoint.tick, checkpoint.hash);
        for (const Quantity& sum : checkpoint.sums)
            text += fmt::format(", {} = {}", sum.name, data::tomlNumber(sum.value));
        if (!checkpoint.trace.empty())
            text += fmt::format(", trace = \"{:04x}\"", fmt::join(checkpoint.trace, ""));
        text += " },\n";
    }
    return text + "]\n";
}

Result<void> writeRecording(const std::string& path, const Recording& recording) {
    return data::writeTextFile(path, toToml(recording));
}

}  // namespace vonk::record
