#include "engine/circuit/spice_reader.h"

#include <fmt/format.h>
#include <algorithm>

namespace vonk::circuit {
namespace {

constexpr std::size_t errorLimit = 100;
constexpr double largest = 1e30;  // of any number
constexpr std::string_view badName = "a name is 1 to 200 printable ASCII characters";
constexpr double smallest = 1e-30;  // of an R, C or L that is not 0

bool isPlain(std::string_view name) {
    return name.size() <= 200 &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

}  // namespace

void SpiceReader::refuse(int line, std::string_view key, std::string reason) {
    if (errors_.size() < errorLimit)
        errors_.push_back({file_, line, shown(key), std::move(reason)});
    else
        ++errorsDropped_;
}

Node SpiceReader::node(std::string_view name) {
    if (name == "0" || name == "gnd") {
        earthSeen_ = true;
        return earth;
    }
    const auto found = nodes_.find(name);
    if (found != nodes_.end()) return found->second;
    netlist_.nodes.emplace_back(name);
    const auto index = static_cast<Node>(netlist_.nodes.size()) - 1;
    nodes_.emplace(name, index);
    return index;
}

std::optional<double> SpiceReader::number(Cursor& cursor, std::string_view key, std::string_view what) {
    if (cursor.done()) {
        refuse(cursor.line(), key, fmt::format("{} is missing", what));
        return std::nullopt;
    }
    const int line = cursor.line();
    const std::string_view word = take(cursor);
    const std::optional<double> value = spiceNumber(word);
    if (!value)
        refuse(line, key, fmt::format("{} is needed, \"{}\" is no number", what, shown(word)));
    else if (*value > largest || *value < -largest)
        refuse(line, key, fmt::format("{} is beyond {}", what, largest));
    else
        return value;
    return std::nullopt;
}

Result<Netlist> SpiceReader::read(const Cards& cards) {
    netlist_.title = cards.title;
    netlist_.nodes = {"0"};
    std::size_t elements = 0;
    for (const Card& card : cards.cards) {
        if (card.words.front().text.front() == '.') {
            control(card);
        } else if (++elements > elementLimit) {
            refuse(card.line(), card.words.front().text, fmt::format("more than {} elements", elementLimit));
            break;
        } else {
            element(card);
        }
    }
    resolveModels();
    resolveOutputs();
    if (!earthSeen_ && errors_.empty()) refuse(0, "", "no element is connected to node 0, the earth");
    if (errors_.empty()) return std::move(netlist_);
    std::stable_sort(errors_.begin(), errors_.end(),
                     [](const Error& a, const Error& b) { return a.line < b.line; });
    if (errorsDropped_ > 0)
        errors_.push_back({file_, 0, "", fmt::format("and {} more mistakes", errorsDropped_)});
    return tl::unexpected(std::move(errors_));
}

void SpiceReader::element(const Card& card) {
    Cursor cursor{card};
    Element element;
    element.line = card.line();
    element.name = take(cursor);
    constexpr std::string_view letters = "rclvids";
    constexpr ElementKind kinds[] = {
        ElementKind::Resistor,      ElementKind::Capacitor, ElementKind::Inductor, ElementKind::VoltageSource,
        ElementKind::CurrentSource, ElementKind::Diode,     ElementKind::Switch};
    const std::size_t letter = letters.find(element.name.front());
    if (letter == std::string_view::npos)
        return refuse(element.line, element.name,
                      "this kind of element is not known (known are R C L V I D S)");
    element.kind = kinds[letter];
    if (!isPlain(element.name)) return refuse(element.line, element.name, std::string(badName));
    const int index = static_cast<int>(netlist_.elements.size());
    if (const auto [place, fresh] = elements_.emplace(element.name, index); !fresh)
        return refuse(element.line, element.name,
                      fmt::format("the name stands already in line {}",
                                  netlist_.elements[static_cast<std::size_t>(place->second)].line));
    const std::size_t before = errors_.size() + errorsDropped_;
    elementNodes(cursor, element);
    if (errors_.size() + errorsDropped_ == before) {
        switch (element.kind) {
            case ElementKind::Resistor:
            case ElementKind::Capacitor:
            case ElementKind::Inductor:
                passive(cursor, element);
                break;
            case ElementKind::VoltageSource:
            case ElementKind::CurrentSource:
                source(cursor, element);
                break;
            case ElementKind::Diode:
            case ElementKind::Switch:
                withModel(cursor, element);
                break;
        }
        cursor.skipMarks();
        if (!cursor.done() && errors_.size() + errorsDropped_ == before)
            refuse(cursor.line(), element.name,
                   fmt::format("\"{}\" is not understood here", shown(cursor.peek())));
    }
    netlist_.elements.push_back(std::move(element));
}

void SpiceReader::elementNodes(Cursor& cursor, Element& element) {
    const int count = element.kind == ElementKind::Switch ? 4 : 2;
    Node* const ends[] = {&element.a, &element.b, &element.controlA, &element.controlB};
    for (int i = 0; i < count; ++i) {
        cursor.skipMarks();
        if (cursor.done() || cursor.peek() == "=")
            return refuse(cursor.line(), element.name,
                          fmt::format("{} nodes are needed, there are {}", count, i));
        if (!isPlain(cursor.peek()))
            return refuse(cursor.line(), element.name,
                          fmt::format("node {}: {}", shown(cursor.peek()), badName));
        *ends[i] = node(take(cursor));
    }
}

void SpiceReader::passive(Cursor& cursor, Element& element) {
    cursor.skipMarks();
    const std::string_view what = element.kind == ElementKind::Resistor    ? "a resistance in ohm"
                                  : element.kind == ElementKind::Capacitor ? "a capacitance in farad"
                                                                           : "an inductance in henry";
    const int line = cursor.line();
    const std::optional<double> value = number(cursor, element.name, what);
    if (!value) return;
    element.value = *value;
    const bool mayBeZero = element.kind == ElementKind::Resistor;
    if (element.value < 0.0 || (element.value == 0.0 && !mayBeZero))
        refuse(line, element.name,
               fmt::format("{} must be {}", what, mayBeZero ? "0 or more" : "more than 0"));
    else if (element.value != 0.0 && element.value < smallest)
        refuse(line, element.name,
               fmt::format("{} must be {}at least {}", what, mayBeZero ? "0 or " : "", smallest));
    cursor.skipMarks();
    if (element.kind != ElementKind::Resistor && cursor.skip("ic")) {
        if (!cursor.skip("=")) return refuse(cursor.line(), element.name, "ic needs \"=\" and a number");
        element.initial = number(cursor, element.name, "the initial value");
    }
}

void SpiceReader::withModel(Cursor& cursor, Element& element) {
    cursor.skipMarks();
    if (cursor.done()) return refuse(cursor.line(), element.name, "the name of its model is missing");
    wantedModels_.emplace_back(static_cast<int>(netlist_.elements.size()), std::string(take(cursor)));
    cursor.skipMarks();
    // Switches are off at the start whether they say so or not.
    if (element.kind == ElementKind::Switch) cursor.skip("off");
}

void SpiceReader::resolveModels() {
    for (const auto& [index, name] : wantedModels_) {
        Element& element = netlist_.elements[static_cast<std::size_t>(index)];
        const auto found = models_.find(name);
        if (found == models_.end())
            refuse(element.line, element.name, fmt::format("there is no .model {}", shown(name)));
        else if (found->second.kind != element.kind)
            refuse(element.line, element.name,
                   fmt::format(".model {} (line {}) is of another kind", shown(name), found->second.line));
        else
            element.model = found->second.index;
    }
}

void SpiceReader::resolveOutputs() {
    for (const WantedOutput& wanted : wantedOutputs_) {
        Output output{.label = wanted.label};
        const auto findNode = [&](const std::string& name) {
            if (name == "0" || name == "gnd") return earth;
            const auto found = nodes_.find(name);
            if (found == nodes_.end())
                refuse(wanted.line, ".print", fmt::format("there is no node {}", shown(name)));
            return found == nodes_.end() ? earth : found->second;
        };
        if (wanted.current) {
            const auto found = elements_.find(wanted.first);
            if (found == elements_.end())
                refuse(wanted.line, ".print", fmt::format("there is no element {}", shown(wanted.first)));
            else
                output.element = found->second;
        } else {
            output.a = findNode(wanted.first);
            output.b = wanted.second.empty() ? earth : findNode(wanted.second);
        }
        netlist_.outputs.push_back(std::move(output));
    }
}

Result<Netlist> parseNetlist(std::string_view text, const std::string& nameForErrors) {
    if (text.size() > netlistSizeLimit)
        return fail({nameForErrors, 0, "", fmt::format("larger than {} bytes", netlistSizeLimit)});
    std::string lower(text);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const Result<Cards> cards = cutIntoCards(lower, nameForErrors);
    if (!cards) return tl::unexpected(cards.error());
    return SpiceReader(nameForErrors).read(*cards);
}

}  // namespace vonk::circuit
