// A circuit that runs while one builds: batteries, lamps, wires and switches for the exhibit. Elements are
// added, set and read by the index that adding them gave; a changed design is a new Circuit, to which the
// caller carries the charges over.
//
//     Circuit circuit;
//     const Node plus = circuit.addNode(), lamp = circuit.addNode();
//     const int battery = circuit.addBattery({.positive = plus, .negative = earth});
//     const int key = circuit.addSwitch({.a = plus, .b = lamp, .closed = true});
//     const int bulb = circuit.addResistor({.a = lamp, .b = earth, .ohm = 10});
//     circuit.step(1.0 / 120);
//     circuit.power(bulb);
#pragma once

#include <optional>
#include <vector>

#include "engine/circuit/network.h"

namespace vonk::circuit {

// Wires and lamps as well. 0 ohm is a true short; a ring of shorts shares its current as equal resistances
// do.
struct ResistorDef {
    Node a = earth;
    Node b = earth;
    double ohm = 1.0;  // ≥ 0
};

struct SwitchDef {
    Node a = earth;
    Node b = earth;
    bool closed = false;
    double ohm = 0.0;  // when closed, ≥ 0; open it lets nothing through
};

struct VoltageSourceDef {
    Node positive = earth;
    Node negative = earth;
    double volt = 0.0;
    double ohm = 0.0;  // internal; 0: ideal
};

struct CurrentSourceDef {
    Node from = earth;  // the current flows through the source from here …
    Node to = earth;    // … to here
    double ampere = 0.0;
};

// Gives its full voltage until a tenth of its charge is left, then less in proportion: a lamp fades before it
// goes out. Current that is driven back into it charges it, up to its capacity.
struct BatteryDef {
    Node positive = earth;
    Node negative = earth;
    double volt = 4.5;         // open and full
    double ohm = 0.5;          // internal, > 0
    double capacity = 5000.0;  // C, > 0
    double charge = 5000.0;    // C, 0 … capacity
};

class Circuit {
  public:
    Node addNode() { return network_.addNode(); }
    int addResistor(const ResistorDef& def);
    int addSwitch(const SwitchDef& def);
    int addVoltageSource(const VoltageSourceDef& def);
    int addCurrentSource(const CurrentSourceDef& def);
    int addBattery(const BatteryDef& def);

    void setClosed(int element, bool closed);     // a switch
    void setOhm(int element, double ohm);         // a resistor
    void setVolt(int element, double volt);       // a voltage source
    void setAmpere(int element, double ampere);   // a current source
    void setCharge(int element, double coulomb);  // a battery

    // Voltages and currents for the state as it is. A fault names the elements; what is read stays as it was
    // before.
    std::optional<Fault> solve();
    // solve(), then h seconds of the currents drain the batteries. Nothing drains in a fault.
    std::optional<Fault> step(double h);

    double voltage(Node node) const { return network_.voltage(node); }
    // V, first node (positive, from) minus second.
    double voltageOver(int element) const { return network_.voltageOver(element); }
    // A, through the element from its first node to its second: negative for a battery that delivers.
    double current(int element) const { return network_.current(element); }
    // W, taken from the circuit; negative for a source that delivers.
    double power(int element) const { return voltageOver(element) * current(element); }
    double charge(int element) const;  // C, of a battery
    int elementCount() const { return network_.branchCount(); }

  private:
    enum class Kind { Resistor, Switch, VoltageSource, CurrentSource, Battery };
    struct Element {
        Kind kind = Kind::Resistor;
        double ohm = 0.0;
        double volt = 0.0;  // Battery: when full
        double capacity = 0.0;
        double charge = 0.0;
    };

    int add(const Element& element, const Branch& branch);
    const Element& element(int index, Kind kind) const;
    void setBatteryVoltage(int index);

    std::vector<Element> elements_;  // as the branches of the network
    Network network_;
};

}  // namespace vonk::circuit
