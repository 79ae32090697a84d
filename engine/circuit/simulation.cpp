#include "engine/circuit/simulation.h"

#include <fmt/format.h>

namespace vonk::circuit {
namespace {

Branch atRest(const Element& element) {
    const Branch open{.form = Branch::Form::Open, .a = element.a, .b = element.b};
    Branch branch = open;
    switch (element.kind) {
        case ElementKind::Resistor:
            return resistorBranch(element.a, element.b, element.value);
        case ElementKind::Inductor:
            return resistorBranch(element.a, element.b, 0.0);
        case ElementKind::VoltageSource:
            branch.form = Branch::Form::Thevenin;
            branch.volt = element.wave.steady.value_or(0.0);
            return branch;
        case ElementKind::CurrentSource:
            branch.form = Branch::Form::Norton;
            branch.ampere = element.wave.steady.value_or(0.0);
            return branch;
        default:
            return open;
    }
}

}  // namespace

Simulation::Simulation(const Netlist& netlist) : netlist_(netlist) {
    while (network_.nodeCount() < static_cast<int>(netlist.nodes.size())) network_.addNode();
    for (const Element& element : netlist.elements) network_.add(atRest(element));
}

std::optional<Fault> Simulation::operatingPoint() {
    return network_.solve();
}

std::string describe(const Fault& fault, const Netlist& netlist) {
    std::vector<std::string> names;
    for (const int index : fault.branches)
        names.push_back(netlist.elements[static_cast<std::size_t>(index)].name);
    constexpr std::size_t most = 20;
    const std::size_t more = names.size() > most ? names.size() - most : 0;
    names.resize(names.size() - more);
    const std::string list =
        fmt::format("{}{}", fmt::join(names, ", "), more > 0 ? fmt::format(" and {} more", more) : "");
    switch (fault.kind) {
        case Fault::Kind::SourceLoop:
            return "ideal voltage sources in a loop, the current has no limit: " + list;
        case Fault::Kind::CurrentCut:
            return "current that is forced into a part of the circuit cannot leave it: " + list;
        case Fault::Kind::NoSolution:
            return "no solution was found";
        case Fault::Kind::TooDense:
            return "the circuit has too many meshes to be solved here";
    }
    return "";
}

}  // namespace vonk::circuit
