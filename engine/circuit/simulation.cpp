#include "engine/circuit/simulation.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include "engine/circuit/diode.h"
#include "engine/circuit/waveform.h"

namespace vonk::circuit {
namespace {

constexpr int roundsAfar = 200;
constexpr double workOfSolve = 50;  // besides one for each branch
constexpr double settledVolt = 1e-9, settledShare = 1e-7;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

Branch atRest(const Element& element) {
    Branch branch{.form = Branch::Form::Open, .a = element.a, .b = element.b};
    switch (element.kind) {
        case ElementKind::Resistor:
            return resistorBranch(element.a, element.b, element.value);
        case ElementKind::Inductor:
            return resistorBranch(element.a, element.b, 0.0);
        case ElementKind::VoltageSource:
            branch.form = Branch::Form::Thevenin;
            return branch;
        case ElementKind::CurrentSource:
            branch.form = Branch::Form::Norton;
            return branch;
        case ElementKind::Capacitor:
        case ElementKind::Diode:
        case ElementKind::Switch:
            return branch;
    }
    return branch;
}

}  // namespace

Simulation::Simulation(const Netlist& netlist) : netlist_(netlist) {
    while (network_.nodeCount() < static_cast<int>(netlist.nodes.size())) network_.addNode();
    std::vector<Branch> series;
    for (int i = 0; i < static_cast<int>(netlist.elements.size()); ++i) {
        const Element& one = element(i);
        Branch branch = atRest(one);
        if (one.kind == ElementKind::Capacitor || one.kind == ElementKind::Inductor)
            stores_.push_back({.element = i});
        if (one.kind == ElementKind::Switch) keys_.push_back({.element = i});
        if (one.kind == ElementKind::Diode) {
            junctions_.push_back({.element = i});
            if (const double ohm = netlist.diodes[at(one.model)].series; ohm > 0.0) {
                branch.a = network_.addNode();
                series.push_back(resistorBranch(one.a, branch.a, ohm));
                elementOfExtra_.push_back(i);
            }
        }
        network_.add(branch);
    }
    for (const Branch& branch : series) network_.add(branch);
}

std::optional<Fault> Simulation::named(std::optional<Fault> fault) const {
    const int elements = static_cast<int>(netlist_.elements.size());
    if (fault)
        for (int& index : fault->branches)
            if (index >= elements) index = elementOfExtra_[at(index - elements)];
    return fault;
}

void Simulation::setSources(const std::function<double(const Waveform&)>& value) {
    for (int i = 0; i < static_cast<int>(netlist_.elements.size()); ++i) {
        const Element& one = element(i);
        Branch branch = network_.branch(i);
        if (one.kind == ElementKind::VoltageSource)
            branch.volt = value(one.wave);
        else if (one.kind == ElementKind::CurrentSource)
            branch.ampere = value(one.wave);
        else
            continue;
        network_.set(i, branch);
    }
}

void Simulation::setKey(const Key& key) {
    const SwitchModel& model = netlist_.switches[at(element(key.element).model)];
    Branch branch = network_.branch(key.element);
    branch.form = Branch::Form::Norton;
    branch.siemens = 1.0 / (key.on ? model.on : model.off);
    branch.loose = true;
    network_.set(key.element, branch);
}

// V by which a switch's control is past the threshold at which it changes; not more than 0: it stays.
double Simulation::beyondThreshold(const Key& key) const {
    const Element& one = element(key.element);
    const SwitchModel& model = netlist_.switches[at(one.model)];
    const double control = voltage(one.controlA) - voltage(one.controlB);
    return key.on ? model.threshold - model.hysteresis - control
                  : control - (model.threshold + model.hysteresis);
}

bool Simulation::wantsChange(const Key& key, double time) const {
    return time >= key.quietUntil && beyondThreshold(key) > 0.0;
}

bool Simulation::toggleKeys(double time) {
    // Without hysteresis a switch may hold its own control at the threshold by changing without end. After as
    // many changes that follow at once on each other it rests in between, so that its mean is kept and the
    // end is reached.
    constexpr int patience = 20;
    constexpr double atOnce = 1e-6, rest = 0.01;  // of the output step
    const double step = netlist_.transient ? netlist_.transient->step : 0.0;
    bool any = false;
    for (Key& key : keys_) {
        if (!wantsChange(key, time)) continue;
        key.on = !key.on;
        setKey(key);
        const double since = time - key.changed;
        key.hasty = since < atOnce * step ? key.hasty + 1 : since > 1.5 * rest * step ? 0 : key.hasty;
        if (key.hasty > patience) key.quietUntil = time + rest * step;
        key.changed = time;
        any = true;
    }
    return any;
}

// Newton's method: the junctions are replaced by their tangents until these stay where they are.
std::optional<Fault> Simulation::solveNonlinear(double leak, int mostRounds) {
    for (int round = 0; round < mostRounds; ++round) {
        for (const Junction& junction : junctions_) {
            const DiodeModel& model = netlist_.diodes[at(element(junction.element).model)];
            const Tangent tangent = tangentAt(model, junction.volt, leak);
            Branch branch = network_.branch(junction.element);
            branch.form = Branch::Form::Norton;
            branch.siemens = tangent.siemens;
            branch.ampere = tangent.ampere;
            branch.loose = true;
            network_.set(junction.element, branch);
        }
        work_ += workOfSolve + network_.branchCount();
        if (auto fault = network_.solve()) return fault;
        bool settled = true;
        for (Junction& junction : junctions_) {
            const DiodeModel& model = netlist_.diodes[at(element(junction.element).model)];
            bool limited = false;
            const double next =
                limitJunction(model, network_.voltageOver(junction.element), junction.volt, limited);
            if (limited || std::fabs(next - junction.volt) > settledVolt + settledShare * std::fabs(next))
                settled = false;
            junction.volt = next;
        }
        if (settled) return std::nullopt;
    }
    return Fault{Fault::Kind::NoSolution, {}};
}

// From nothing: straight on; else with leaks beside the junctions that shrink to what they are.
std::optional<Fault> Simulation::solveFromAfar() {
    const auto hopeless = [](const std::optional<Fault>& fault) {
        return !fault || fault->kind != Fault::Kind::NoSolution;
    };
    std::optional<Fault> fault = solveNonlinear(junctionLeak, roundsAfar);
    if (hopeless(fault) || junctions_.empty()) return fault;
    for (Junction& junction : junctions_) junction.volt = 0.0;
    // A step whose rounds do not suffice still brings the guess nearer.
    for (double leak = 1.0; leak > junctionLeak; leak /= 10) solveNonlinear(leak, roundsAfar);
    return solveNonlinear(junctionLeak, roundsAfar);
}

// Solves, lets the switches follow, and again, until they stay. A fault leaves them off, and solved for that.
std::optional<Fault> Simulation::settleKeys() {
    const std::size_t rounds = 2 * keys_.size() + 2;
    for (std::size_t round = 0; round < rounds; ++round) {
        if (auto fault = solveFromAfar()) return fault;
        if (!toggleKeys()) return std::nullopt;
    }
    Fault fault{Fault::Kind::Restless, {}};
    for (Key& key : keys_) {
        if (beyondThreshold(key) > 0.0 || key.on) fault.branches.push_back(key.element);
        key.on = false;
        setKey(key);
    }
    if (auto other = solveFromAfar()) return other;
    return fault;
}

std::optional<Fault> Simulation::rest(bool atStart) {
    const Transient* transient = netlist_.transient ? &*netlist_.transient : nullptr;
    for (int i = 0; i < static_cast<int>(netlist_.elements.size()); ++i)
        network_.set(i, [&] {
            Branch branch = atRest(element(i));
            branch.a = network_.branch(i).a;
            return branch;
        }());
    setSources([&](const Waveform& wave) {
        if (!atStart && wave.steady) return *wave.steady;
        return valueAtStart(wave, transient);
    });
    for (Junction& junction : junctions_) junction.volt = 0.0;
    for (Key& key : keys_) {
        key = {.element = key.element};
        setKey(key);
    }
    return named(settleKeys());
}

std::optional<Fault> Simulation::operatingPoint() {
    return rest(false);
}

std::string describe(const Fault& fault, const Netlist& netlist) {
    std::vector<std::string> names;
    for (const int index : fault.branches) names.push_back(netlist.elements[at(index)].name);
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
        case Fault::Kind::Restless:
            return "switches that turn themselves on and off without end: " + list;
        case Fault::Kind::NoSolution:
            return "no solution was found";
        case Fault::Kind::TooDense:
            return "the circuit has too many meshes to be solved here";
        case Fault::Kind::TooLong:
            return "the transient would take too long";
    }
    return "";
}

}  // namespace vonk::circuit
