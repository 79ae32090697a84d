#include "tools/lab/circuit_command.h"

#include <fmt/format.h>
#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "engine/circuit/simulation.h"
#include "engine/data/toml_file.h"

namespace vonk::lab {
namespace {

using circuit::ElementKind;
using circuit::Netlist;

int refuse(const Errors& errors) {
    for (const Error& error : errors) std::fprintf(stderr, "%s\n", toString(error).c_str());
    return 2;
}

// A card of a netlist: its line and its first word, in lower case.
struct Place {
    int line = 0;
    std::string word;
};

// The first card after the title that `wanted` asks for by its first word.
std::optional<Place> firstCard(std::string_view text, bool (*wanted)(std::string_view word)) {
    int line = 0;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view row = text.substr(start, end - start);
        start = end + 1;
        if (++line == 1) continue;
        constexpr std::string_view blanks = " \t\r";
        const std::size_t from = row.find_first_not_of(blanks);
        if (from == std::string_view::npos) continue;
        std::string word(row.substr(from, row.find_first_of(blanks, from) - from));
        for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (wanted(word)) return Place{line, word};
    }
    return std::nullopt;
}

bool isElement(std::string_view word) {
    return word.front() >= 'a' && word.front() <= 'z';
}
bool isTransient(std::string_view word) {
    return word == ".tran";
}

// What is said of the netlist as a whole stands where its elements begin.
Errors placed(Errors errors, const std::string& text) {
    if (errors.size() != 1 || errors.front().line != 0) return errors;
    Error& error = errors.front();
    if (const auto first = firstCard(text, isElement)) {
        error.line = first->line;
        error.key = first->word;
    } else {
        error.line = 1;
        error.reason = "the netlist has no element";
    }
    return errors;
}

// The line of the first element that the fault names. What names none is put down to how long is asked for,
// to what is not linear, or to the elements as a whole.
Error faultError(const circuit::Fault& fault, const Netlist& netlist, const std::string& path,
                 const std::string& text) {
    const std::string reason = describe(fault, netlist);
    if (!fault.branches.empty()) {
        const circuit::Element& element = netlist.elements[static_cast<std::size_t>(fault.branches.front())];
        return {path, element.line, element.name, reason};
    }
    if (fault.kind == circuit::Fault::Kind::TooLong)
        return {path, firstCard(text, isTransient).value_or(Place{}).line, ".tran", reason};
    std::vector<const circuit::Element*> bent;
    std::string names;
    for (const circuit::Element& row : netlist.elements) {
        if (row.kind != ElementKind::Diode && row.kind != ElementKind::Switch) continue;
        constexpr std::size_t most = 20;
        if (bent.size() < most) names += (bent.empty() ? "" : ", ") + row.name;
        bent.push_back(&row);
    }
    if (fault.kind != circuit::Fault::Kind::NoSolution || bent.empty())
        return {path, netlist.elements.front().line, "", reason};
    const bool single = bent.size() == 1;
    return {path, bent.front()->line, bent.front()->name,
            single ? reason : fmt::format("{}; not linear are {}", reason, names)};
}

// One column of the answer: v(a), v(a,b) or i(element).
struct Column {
    circuit::Output output;
    std::vector<double> values;

    double now(const circuit::Simulation& simulation) const {
        const double value = output.element >= 0
                                 ? simulation.current(output.element)
                                 : simulation.voltage(output.a) - simulation.voltage(output.b);
        return value + 0.0;  // a zero never has a sign
    }
    const char* unit() const { return output.element >= 0 ? "A" : "V"; }
};

// All node voltages, then the currents of voltage sources and coils.
std::vector<Column> allColumns(const Netlist& netlist) {
    std::vector<Column> columns;
    for (int node = 1; node < static_cast<int>(netlist.nodes.size()); ++node) {
        const std::string label = "v(" + netlist.nodes[static_cast<std::size_t>(node)] + ")";
        columns.push_back({{.label = label, .a = node, .b = circuit::earth, .element = -1}, {}});
    }
    for (int i = 0; i < static_cast<int>(netlist.elements.size()); ++i) {
        const circuit::Element& element = netlist.elements[static_cast<std::size_t>(i)];
        if (element.kind == ElementKind::VoltageSource || element.kind == ElementKind::Inductor)
            columns.push_back({{.label = "i(" + element.name + ")", .a = 0, .b = 0, .element = i}, {}});
    }
    return columns;
}

std::vector<Column> transientColumns(const Netlist& netlist) {
    if (netlist.outputs.empty()) return allColumns(netlist);
    std::vector<Column> columns;
    for (const circuit::Output& output : netlist.outputs) columns.push_back({output, {}});
    return columns;
}

struct Answer {
    std::vector<Column> op;         // with one value each
    std::vector<double> time;       // of the transient
    std::vector<Column> transient;  // with a value for each time
};

Result<Answer> answer(const Netlist& netlist, const std::string& path, const std::string& text) {
    Answer answer;
    circuit::Simulation simulation(netlist);
    if (netlist.operatingPoint || !netlist.transient) {
        if (const auto fault = simulation.operatingPoint())
            return fail(faultError(*fault, netlist, path, text));
        answer.op = allColumns(netlist);
        for (Column& column : answer.op) column.values = {column.now(simulation)};
    }
    if (netlist.transient) {
        answer.transient = transientColumns(netlist);
        constexpr double valueLimit = 2e7;
        const double rows = netlist.transient->stop / netlist.transient->step + 1;
        if (rows * (static_cast<double>(answer.transient.size()) + 1) > valueLimit)
            return fail({path, firstCard(text, isTransient).value_or(Place{}).line, ".tran",
                         fmt::format("the answer would hold more than {} numbers", valueLimit)});
        const auto fault = simulation.run([&](double time) {
            answer.time.push_back(time);
            for (Column& column : answer.transient) column.values.push_back(column.now(simulation));
        });
        if (fault) return fail(faultError(*fault, netlist, path, text));
    }
    return answer;
}

void printJson(Answer answer) {
    // Appended, not looked up: a netlist may have a hundred thousand of them.
    nlohmann::ordered_json::object_t object, op;
    for (const Column& column : answer.op) op.push_back({column.output.label, column.values.front()});
    if (!answer.op.empty()) object.push_back({"op", std::move(op)});
    if (!answer.time.empty()) object.push_back({"time", std::move(answer.time)});
    for (Column& column : answer.transient) object.push_back({column.output.label, std::move(column.values)});
    std::printf("%s\n", nlohmann::ordered_json(std::move(object)).dump().c_str());
}

void printTables(const Answer& answer) {
    for (const Column& column : answer.op)
        std::printf("%-24s %15.7g %s\n", column.output.label.c_str(), column.values.front(), column.unit());
    if (answer.time.empty()) return;
    std::printf("%s%15s", answer.op.empty() ? "" : "\n", "time s");
    for (const Column& column : answer.transient)
        std::printf(" %15s", (column.output.label + " " + column.unit()).c_str());
    std::printf("\n");
    for (std::size_t row = 0; row < answer.time.size(); ++row) {
        std::printf("%15.7g", answer.time[row]);
        for (const Column& column : answer.transient) std::printf(" %15.7g", column.values[row]);
        std::printf("\n");
    }
}

}  // namespace

int runCircuit(const std::string& path, bool json) {
    const Result<std::string> text = data::readTextFile(path, circuit::netlistSizeLimit);
    if (!text) return refuse(text.error());
    const Result<Netlist> netlist = circuit::parseNetlist(*text, path);
    if (!netlist) return refuse(placed(netlist.error(), *text));
    Result<Answer> result = answer(*netlist, path, *text);
    if (!result) return refuse(result.error());
    if (json)
        printJson(std::move(*result));
    else
        printTables(*result);
    return 0;
}

}  // namespace vonk::lab
