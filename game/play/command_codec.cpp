#include "game/play/command_codec.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <vector>

#include "game/play/building.h"
#include "game/world/parts.h"

namespace vonk::play {
namespace {

using record::RecordedCommand;
using world::AtPoint;
using world::BetweenJoints;
using world::GridPoint;
using world::OnProfile;
using world::PathBetween;
using world::Terminal;

class Writer {
  public:
    explicit Writer(RecordedCommand& recorded) : recorded_(recorded) {}
    void whole(std::string name, std::int64_t value) { recorded_.fields.push_back({std::move(name), value}); }
    void number(std::string name, double value) { recorded_.fields.push_back({std::move(name), value}); }
    void part(PartId id) { whole("part", id.value); }
    void kind(world::PartKind kind) {
        const world::PartRow* row = world::findRow(kind);
        recorded_.fields.push_back({"what", std::string(row == nullptr ? "" : row->key)});
    }
    void point(const std::string& name, GridPoint at) {
        whole(name + "_x", at.x_mm);
        whole(name + "_y", at.y_mm);
    }
    void terminal(const std::string& name, Terminal terminal) {
        whole(name + "_part", terminal.part.value);
        whole(name + "_port", terminal.port);
    }
    void placement(const world::Placement& placement) {
        if (const auto* between = std::get_if<BetweenJoints>(&placement)) {
            point("from", between->from);
            point("to", between->to);
        } else if (const auto* at = std::get_if<AtPoint>(&placement)) {
            point("at", at->at);
            whole("turns", at->quarter_turns);
        } else if (const auto* path = std::get_if<PathBetween>(&placement)) {
            terminal("from", path->from);
            terminal("to", path->to);
        } else if (const auto* brush = std::get_if<OnProfile>(&placement)) {
            point("from", brush->from);
            point("to", brush->to);
            whole("raise", brush->raise_mm);
        }
    }

  private:
    RecordedCommand& recorded_;
};

class Reader {
  public:
    Reader(const RecordedCommand& recorded, record::CommandMistake& mistake)
        : recorded_(recorded), mistake_(mistake) {}

    bool has(std::string_view name) const { return find(name) != nullptr; }
    std::int64_t whole(const std::string& name, std::int64_t low, std::int64_t high) {
        const record::Field* field = read(name);
        if (field == nullptr) return 0;
        const auto* value = std::get_if<std::int64_t>(&field->value);
        if (value == nullptr) return refuse(name, "a whole number is needed, this is " + described(*field));
        if (*value < low || *value > high)
            return refuse(name, "is out of range: must be at least " + std::to_string(low) + " and at most " +
                                    std::to_string(high) + ", is " + std::to_string(*value));
        return *value;
    }
    double number(const std::string& name) {
        const record::Field* field = read(name);
        if (field == nullptr) return 0.0;
        const auto value = recorded_.number(name);
        if (!value) refuse(name, "a number is needed, this is " + described(*field));
        return value.value_or(0.0);
    }
    PartId part(const std::string& name = "part") {
        return {static_cast<std::uint32_t>(whole(name, 1, std::numeric_limits<std::uint32_t>::max()))};
    }
    world::PartKind kind() {
        const record::Field* field = read("what");
        if (field == nullptr) return {};
        const auto* key = std::get_if<std::string>(&field->value);
        const world::PartRow* row = key == nullptr ? nullptr : world::findRow(*key);
        if (key == nullptr)
            refuse("what", "a part's key is needed, this is " + described(*field));
        else if (row == nullptr)
            refuse("what", "no such part: \"" + key->substr(0, 60) + '"');
        return row == nullptr ? world::PartKind{} : row->kind;
    }
    GridPoint point(const std::string& name) {
        constexpr std::int64_t far = 10'000'000;  // mm
        return {static_cast<std::int32_t>(whole(name + "_x", -far, far)),
                static_cast<std::int32_t>(whole(name + "_y", -far, far))};
    }
    Terminal terminal(const std::string& name) {
        return {part(name + "_part"), static_cast<std::uint8_t>(whole(name + "_port", 0, 255))};
    }
    world::Placement placement() {
        if (has("at_x")) {
            const GridPoint at = point("at");
            return AtPoint{at, static_cast<std::int32_t>(whole("turns", 0, 3))};
        }
        if (has("from_part")) {
            const Terminal from = terminal("from");
            return PathBetween{from, terminal("to")};
        }
        const GridPoint from = point("from");
        const GridPoint to = point("to");
        if (has("raise"))
            return OnProfile{from, to, static_cast<std::int32_t>(whole("raise", -100'000, 100'000))};
        return BetweenJoints{from, to};
    }
    // One step of a group a line: its word, then name=value with whole numbers and keys.
    Together together();
    // Whether all was well and nothing was left over.
    bool done() {
        if (has("side")) whole("side", 1, 2);
        for (const record::Field& field : recorded_.fields)
            if (std::find(read_.begin(), read_.end(), field.name) == read_.end())
                refuse(field.name, "does not belong to \"" + recorded_.kind + '"');
        return ok_;
    }

    std::int64_t refuse(std::string field, std::string reason) {
        if (ok_) mistake_ = {std::move(field), std::move(reason)};
        ok_ = false;
        return 0;
    }

  private:
    const record::Field* find(std::string_view name) const {
        const auto field = std::find_if(recorded_.fields.begin(), recorded_.fields.end(),
                                        [&](const record::Field& one) { return one.name == name; });
        return field == recorded_.fields.end() ? nullptr : &*field;
    }
    const record::Field* read(const std::string& name) {
        read_.push_back(name);
        const record::Field* field = find(name);
        if (field == nullptr) refuse(name, "is missing");
        return field;
    }
    static std::string described(const record::Field& field) {
        if (const auto* text = std::get_if<std::string>(&field.value))
            return "the text \"" + text->substr(0, 60) + '"';
        return std::holds_alternative<double>(field.value) ? "a number with a fraction" : "a whole number";
    }

    const RecordedCommand& recorded_;
    record::CommandMistake& mistake_;
    std::vector<std::string> read_;
    bool ok_ = true;
};

Command decodeKnown(Reader& reader, std::string_view word, bool& known) {
    if (word == "place") {
        const auto kind = reader.kind();
        return Place{kind, reader.placement()};
    }
    if (word == "move") {
        const auto part = reader.part();
        return Move{part, reader.placement()};
    }
    if (word == "move-joint") {
        const auto from = reader.point("from");
        return MoveJoint{from, reader.point("to")};
    }
    if (word == "connect") {
        const auto kind = reader.kind();
        const auto from = reader.terminal("from");
        return Connect{kind, from, reader.terminal("to")};
    }
    if (word == "remove") return Remove{reader.part()};
    if (word == "operate") {
        const auto part = reader.part();
        const auto channel = static_cast<std::uint8_t>(reader.whole("channel", 0, 255));
        return Operate{part, channel, reader.number("value")};
    }
    if (word == "start") return Start{};
    if (word == "stop") return Stop{};
    if (word == "undo") return Undo{};
    if (word == "redo") return Redo{};
    if (word == "take-up")
        return TakeUp{static_cast<std::uint32_t>(
            reader.whole("attempt", 1, std::numeric_limits<std::uint32_t>::max()))};
    if (word == "together") return reader.together();
    if (word == "choose-load") return ChooseLoad{static_cast<std::uint32_t>(reader.whole("load", 0, 1000))};
    known = false;
    return Stop{};
}

// "place what=wood from_x=0 …" as a command of its own; nothing if it has not that form.
std::optional<RecordedCommand> fromLine(std::string_view line) {
    RecordedCommand step;
    const auto next = [&] {
        const std::string_view word = line.substr(0, line.find(' '));
        line.remove_prefix(std::min(line.size(), word.size() + 1));
        return word;
    };
    step.kind = next();
    while (!line.empty()) {
        const std::string_view word = next();
        const std::size_t equals = word.find('=');
        if (equals == std::string_view::npos || step.fields.size() > 8) return std::nullopt;
        record::Field field{std::string(word.substr(0, equals)), std::int64_t{0}};
        const std::string_view value = word.substr(equals + 1);
        std::int64_t number = 0;
        const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
        if (read.ec == std::errc() && read.ptr == value.data() + value.size())
            field.value = number;
        else
            field.value = std::string(value);
        step.fields.push_back(std::move(field));
    }
    return step;
}

std::string toLine(const RecordedCommand& step) {
    std::string line = step.kind;
    for (const record::Field& field : step.fields) {
        line += ' ' + field.name + '=';
        if (const auto* text = std::get_if<std::string>(&field.value))
            line += *text;
        else
            line += std::to_string(std::get<std::int64_t>(field.value));
    }
    return line;
}

Together Reader::together() {
    Together group;
    const record::Field* field = read("steps");
    if (field == nullptr) return group;
    const auto* text = std::get_if<std::string>(&field->value);
    if (text == nullptr || text->empty()) {
        refuse("steps", "a text is needed: steps with ';' between them");
        return group;
    }
    std::string_view rest = *text;
    while (ok_ && !rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find(';'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        const auto step = fromLine(line);
        std::string why = "no such step: \"" + std::string(line.substr(0, 60)) + '"';
        const auto command = step ? decode(*step, why) : std::nullopt;
        const auto known = command ? single(*command) : std::nullopt;
        if (!known || (step && step->fields.size() > 0 && step->fields.back().name == "side"))
            refuse("steps", why);
        else if (group.steps.size() == most_together)
            refuse("steps", "too many");
        else
            group.steps.push_back(*known);
    }
    return group;
}

}  // namespace

RecordedCommand encode(const Command& command, Actor actor, std::uint64_t tick, Side side) {
    RecordedCommand recorded;
    recorded.tick = tick;
    recorded.actor = actor;
    recorded.kind = name(command);
    Writer writer(recorded);
    if (const auto* place = std::get_if<Place>(&command)) {
        writer.kind(place->kind);
        writer.placement(place->placement);
    } else if (const auto* move = std::get_if<Move>(&command)) {
        writer.part(move->part);
        writer.placement(move->placement);
    } else if (const auto* joint = std::get_if<MoveJoint>(&command)) {
        writer.point("from", joint->from);
        writer.point("to", joint->to);
    } else if (const auto* connect = std::get_if<Connect>(&command)) {
        writer.kind(connect->kind);
        writer.terminal("from", connect->from);
        writer.terminal("to", connect->to);
    } else if (const auto* remove = std::get_if<Remove>(&command)) {
        writer.part(remove->part);
    } else if (const auto* operate = std::get_if<Operate>(&command)) {
        writer.part(operate->part);
        writer.whole("channel", operate->channel);
        writer.number("value", operate->value);
    } else if (const auto* taken = std::get_if<TakeUp>(&command)) {
        writer.whole("attempt", taken->attempt);
    } else if (const auto* chosen = std::get_if<ChooseLoad>(&command)) {
        writer.whole("load", chosen->load);
    } else if (const auto* group = std::get_if<Together>(&command)) {
        std::string steps;
        for (const Single& step : group->steps) {
            if (!steps.empty()) steps += ';';
            steps +=
                toLine(encode(std::visit([](const auto& known) { return Command(known); }, step), {}, 0));
        }
        recorded.fields.push_back({"steps", std::move(steps)});
    }
    if (side != Side::Both) writer.whole("side", static_cast<std::int64_t>(side));
    return recorded;
}

Side sideOf(const RecordedCommand& recorded) {
    const std::int64_t side = recorded.whole("side").value_or(0);
    return side == 1 ? Side::Left : side == 2 ? Side::Right : Side::Both;
}

std::optional<Command> decode(const RecordedCommand& recorded, record::CommandMistake& mistake) {
    Reader reader(recorded, mistake);
    bool known = true;
    const Command command = decodeKnown(reader, recorded.kind, known);
    if (!known) {
        mistake = {"kind", "no such command: \"" + recorded.kind + '"'};
        return std::nullopt;
    }
    if (!reader.done()) return std::nullopt;
    return command;
}

std::optional<Command> decode(const RecordedCommand& recorded, std::string& why) {
    record::CommandMistake mistake;
    auto command = decode(recorded, mistake);
    if (!command) why = mistake.field + ": " + mistake.reason;
    return command;
}

}  // namespace vonk::play
