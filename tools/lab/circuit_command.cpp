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

struct Value {
    std::string label;
    double number = 0.0;
    const char* unit = "V";
};

// All node voltages, then the currents of voltage sources and coils; a zero never has a sign.
std::vector<Value> values(const circuit::Simulation& simulation, const Netlist& netlist) {
    std::vector<Value> list;
    for (std::size_t node = 1; node < netlist.nodes.size(); ++node)
        list.push_back(
            {"v(" + netlist.nodes[node] + ")", simulation.voltage(static_cast<int>(node)) + 0.0, "V"});
    for (std::size_t i = 0; i < netlist.elements.size(); ++i) {
        const circuit::Element& element = netlist.elements[i];
        if (element.kind == ElementKind::VoltageSource || element.kind == ElementKind::Inductor)
            list.push_back({"i(" + element.name + ")", simulation.current(static_cast<int>(i)) + 0.0, "A"});
    }
    return list;
}

Errors notSupported(const Netlist& netlist, const std::string& path) {
    Errors errors;
    for (const circuit::Element& element : netlist.elements)
        if (element.kind == ElementKind::Diode || element.kind == ElementKind::Switch)
            errors.push_back({path, element.line, element.name, "this kind of element is not supported"});
    if (netlist.transient) errors.push_back({path, 0, ".tran", "is not supported"});
    return errors;
}

}  // namespace

int runCircuit(const std::string& path, bool json) {
    const Result<std::string> text = data::readTextFile(path, circuit::netlistSizeLimit);
    if (!text) return refuse(text.error());
    const Result<Netlist> netlist = circuit::parseNetlist(*text, path);
    if (!netlist) return refuse(netlist.error());
    if (const Errors errors = notSupported(*netlist, path); !errors.empty()) return refuse(errors);
    circuit::Simulation simulation(*netlist);
    if (const auto fault = simulation.operatingPoint()) return refuse({faultError(*fault, *netlist, path)});
    if (json) {
        // Appended, not looked up: a netlist may have a hundred thousand of them.
        nlohmann::ordered_json::object_t op;
        for (Value& value : values(simulation, *netlist))
            op.push_back({std::move(value.label), value.number});
        const nlohmann::ordered_json object = {{"op", std::move(op)}};
        std::printf("%s\n", object.dump().c_str());
    } else {
        for (const Value& value : values(simulation, *netlist))
            std::printf("%-24s %15.7g %s\n", value.label.c_str(), value.number, value.unit);
    }
    return 0;
}

}  // namespace vonk::lab
