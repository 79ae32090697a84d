#include "tools/levels/script.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>

#include "game/play/building.h"
#include "game/world/parts.h"

namespace vonk::levels {
namespace {

using world::GridPoint;

// The words of one line, taken one by one; the first that does not fit is remembered.
class Words {
  public:
    explicit Words(const std::string& line) : stream_(line) {}

    std::string word() {
        std::string text;
        if (!(stream_ >> text)) refuse("a word is missing");
        return text;
    }
    double number(double low, double high) {
        const std::string text = word();
        double value = 0.0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
        if (!whole || !(value >= low && value <= high)) refuse("no number in range: " + text);
        return why_ ? 0.0 : value;
    }
    std::int32_t millimetres() {
        return static_cast<std::int32_t>(std::floor(number(-1e4, 1e4) * 1000 + 0.5));
    }
    GridPoint point() {
        const std::int32_t x = millimetres();
        return {x, millimetres()};
    }
    PartId part() { return {static_cast<std::uint32_t>(number(1, 1e6))}; }
    world::PartKind kind() {
        const std::string key = word();
        const world::PartRow* row = world::findRow(key);
        if (row == nullptr) refuse("no such part: " + key);
        return row == nullptr ? world::PartKind{} : row->kind;
    }
    world::Terminal terminal() {
        const PartId id = part();
        return {id, static_cast<std::uint8_t>(number(0, 255))};
    }
    void refuse(std::string why) {
        if (!why_) why_ = std::move(why);
    }
    play::Command together();
    std::optional<std::string> problem() {
        std::string rest;
        if (!why_ && stream_ >> rest) why_ = "one word too many: " + rest;
        return why_;
    }

  private:
    std::istringstream stream_;
    std::optional<std::string> why_;
};

std::optional<play::Command> command(const std::string& verb, Words& words) {
    if (verb == "place") {
        const auto kind = words.kind();
        const GridPoint from = words.point();
        return play::Place{kind, world::BetweenJoints{from, words.point()}};
    }
    if (verb == "put") {
        const auto kind = words.kind();
        const GridPoint at = words.point();
        return play::Place{kind, world::AtPoint{at, static_cast<std::int32_t>(words.number(0, 3))}};
    }
    if (verb == "wire") {
        const auto kind = words.kind();
        const world::Terminal from = words.terminal();
        return play::Connect{kind, from, words.terminal()};
    }
    if (verb == "operate") {
        const PartId part = words.part();
        return play::Operate{part, 0, words.number(0, 1)};
    }
    if (verb == "move-joint") {
        const GridPoint from = words.point();
        return play::MoveJoint{from, words.point()};
    }
    if (verb == "remove") return play::Remove{words.part()};
    if (verb == "start") return play::Start{};
    if (verb == "stop") return play::Stop{};
    if (verb == "undo") return play::Undo{};
    if (verb == "redo") return play::Redo{};
    if (verb == "together") return words.together();
    if (verb == "take-up") return play::TakeUp{words.part().value};
    if (verb == "choose-load") return play::ChooseLoad{words.part().value - 1};
    return std::nullopt;
}

// "remove 3; place wood 0 0 4 3": steps with ';' between them.
play::Command Words::together() {
    play::Together group;
    std::string rest, text;
    std::getline(stream_, rest);
    std::istringstream steps(rest);
    while (!why_ && std::getline(steps, text, ';')) {
        std::istringstream first(text);
        std::string verb, arguments;
        first >> verb;
        std::getline(first, arguments);
        Words words(arguments);
        const auto known = command(verb, words);
        const auto step = known ? play::single(*known) : std::nullopt;
        if (!step)
            refuse("no such step: " + verb);
        else if (auto problem = words.problem())
            refuse(*problem);
        else if (group.steps.size() == play::most_together)
            refuse("too many steps");
        else
            group.steps.push_back(*step);
    }
    if (group.steps.empty()) refuse("a step is missing");
    stream_.clear();
    stream_.str("");
    return group;
}

}  // namespace

Result<std::vector<ScriptStep>> parseScript(std::string_view text, const std::string& file) {
    std::vector<ScriptStep> steps;
    Errors errors;
    double pace = 1.5;
    Actor hand;
    std::istringstream lines{std::string(text)};
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        line = line.substr(0, line.find('#'));
        std::istringstream first(line);
        std::string verb;
        if (!(first >> verb)) continue;
        std::string rest;
        std::getline(first, rest);
        Words words(rest);
        if (verb == "pace") {
            pace = words.number(0, 60);
        } else if (verb == "hand") {
            hand.slot = static_cast<std::uint8_t>(words.number(0, 9));
        } else if (verb == "wait") {
            steps.push_back({number, hand, Wait{words.number(0, 600)}});
        } else if (verb == "until-done") {
            steps.push_back({number, hand, UntilDone{}});
        } else if (auto known = command(verb, words)) {
            steps.push_back({number, hand, Wait{pace}});
            steps.push_back({number, hand, std::move(*known)});
        } else {
            errors.push_back({file, number, "", "no such command: " + verb});
            continue;
        }
        if (auto why = words.problem()) errors.push_back({file, number, verb, *why});
    }
    if (!errors.empty()) return tl::unexpected(errors);
    return steps;
}

}  // namespace vonk::levels
