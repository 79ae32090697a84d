#include "engine/circuit/circuit.h"

#include <algorithm>

#include "engine/core/assert.h"
#include "engine/core/math.h"

namespace vonk::circuit {
namespace {

constexpr double weakShare = 0.1;  // of the capacity, below which a battery's voltage falls

Branch sourceBranch(Node positive, Node negative, double volt, double ohm) {
    return {.form = Branch::Form::Thevenin, .a = positive, .b = negative, .ohm = ohm, .volt = volt};
}

Branch switchBranch(Node a, Node b, double ohm, bool closed) {
    return closed ? resistorBranch(a, b, ohm) : Branch{.form = Branch::Form::Open, .a = a, .b = b};
}

}  // namespace

int Circuit::add(const Element& element, const Branch& branch) {
    elements_.push_back(element);
    return network_.add(branch);
}

const Circuit::Element& Circuit::element(int index, Kind kind) const {
    VONK_ASSERT(index >= 0 && index < elementCount());
    const Element& element = elements_[static_cast<std::size_t>(index)];
    VONK_ASSERT(element.kind == kind);
    return element;
}

int Circuit::addResistor(const ResistorDef& def) {
    return add({.kind = Kind::Resistor, .ohm = def.ohm}, resistorBranch(def.a, def.b, def.ohm));
}

int Circuit::addSwitch(const SwitchDef& def) {
    return add({.kind = Kind::Switch, .ohm = def.ohm}, switchBranch(def.a, def.b, def.ohm, def.closed));
}

int Circuit::addVoltageSource(const VoltageSourceDef& def) {
    return add({.kind = Kind::VoltageSource, .ohm = def.ohm, .volt = def.volt},
               sourceBranch(def.positive, def.negative, def.volt, def.ohm));
}

int Circuit::addCurrentSource(const CurrentSourceDef& def) {
    return add({.kind = Kind::CurrentSource},
               {.form = Branch::Form::Norton, .a = def.from, .b = def.to, .ampere = def.ampere});
}

int Circuit::addBattery(const BatteryDef& def) {
    VONK_ASSERT(def.ohm > 0.0 && def.capacity > 0.0 && def.charge >= 0.0 && def.charge <= def.capacity);
    const int index = add({.kind = Kind::Battery,
                           .ohm = def.ohm,
                           .volt = def.volt,
                           .capacity = def.capacity,
                           .charge = def.charge},
                          sourceBranch(def.positive, def.negative, def.volt, def.ohm));
    setBatteryVoltage(index);
    return index;
}

void Circuit::setClosed(int index, bool closed) {
    const double ohm = element(index, Kind::Switch).ohm;
    const Branch& branch = network_.branch(index);
    network_.set(index, switchBranch(branch.a, branch.b, ohm, closed));
}

void Circuit::setOhm(int index, double ohm) {
    element(index, Kind::Resistor);
    const Branch& branch = network_.branch(index);
    elements_[static_cast<std::size_t>(index)].ohm = ohm;
    network_.set(index, resistorBranch(branch.a, branch.b, ohm));
}

void Circuit::setVolt(int index, double volt) {
    const double ohm = element(index, Kind::VoltageSource).ohm;
    const Branch& branch = network_.branch(index);
    network_.set(index, sourceBranch(branch.a, branch.b, volt, ohm));
}

void Circuit::setAmpere(int index, double ampere) {
    element(index, Kind::CurrentSource);
    Branch branch = network_.branch(index);
    branch.ampere = ampere;
    network_.set(index, branch);
}

void Circuit::setCharge(int index, double coulomb) {
    const double capacity = element(index, Kind::Battery).capacity;
    elements_[static_cast<std::size_t>(index)].charge = clamp(coulomb, 0.0, capacity);
    setBatteryVoltage(index);
}

void Circuit::setBatteryVoltage(int index) {
    const Element& battery = element(index, Kind::Battery);
    Branch branch = network_.branch(index);
    branch.volt = battery.volt * std::min(1.0, battery.charge / (weakShare * battery.capacity));
    network_.set(index, branch);
}

std::optional<Fault> Circuit::solve() {
    return network_.solve();
}

std::optional<Fault> Circuit::step(double h) {
    if (auto fault = solve()) return fault;
    for (int i = 0; i < elementCount(); ++i)
        if (elements_[static_cast<std::size_t>(i)].kind == Kind::Battery)
            setCharge(i, charge(i) + current(i) * h);
    return std::nullopt;
}

double Circuit::charge(int index) const {
    return element(index, Kind::Battery).charge;
}

}  // namespace vonk::circuit
