#include "tools/lab/circuit_command.h"

#include <fmt/format.h>
#include <cstdio>
#include <nlohmann/json.hpp>

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

// The line of the first element that the fault names.
Error faultError(const circuit::Fault& fault, const Netlist& netlist, const std::string& path) {
    if (fault.branches.empty()) return {path, 0, "", describe(fault, netlist)};
    const circuit::Element& element = netlist.elements[static_cast<std::size_t>(fault.branches.front())];
    return {path, element.line, element.name, describe(fault, netlist)};
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

Result<Answer> answer(const Netlist& netlist, const std::string& path) {
    Answer answer;
    circuit::Simulation simulation(netlist);
    if (netlist.operatingPoint || !netlist.transient) {
        if (const auto fault = simulation.operatingPoint()) return fail(faultError(*fault, netlist, path));
        answer.op = allColumns(netlist);
        for (Column& column : answer.op) column.values = {column.now(simulation)};
    }
    if (netlist.transient) {
        answer.transient = transientColumns(netlist);
        constexpr double valueLimit = 2e7;
        const double rows = netlist.transient->stop / netlist.transient->step + 1;
        if (rows * (static_cast<double>(answer.transient.size()) + 1) > valueLimit)
            return fail(
                {path, 0, ".tran", fmt::format("the answer would hold more than {} numbers", valueLimit)});
        const auto fault = simulation.run([&](double time) {
            answer.time.push_back(time);
            for (Column& column : answer.transient) column.values.push_back(column.now(simulation));
        });
        if (fault) return fail(faultError(*fault, netlist, path));
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
    if (!netlist) return refuse(netlist.error());
    Result<Answer> result = answer(*netlist, path);
    if (!result) return refuse(result.error());
    if (json)
        printJson(std::move(*result));
    else
        printTables(*result);
    return 0;
}

}  // namespace vonk::lab
