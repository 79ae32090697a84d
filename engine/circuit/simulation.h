// Works out a netlist: its operating point.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/circuit/netlist.h"
#include "engine/circuit/network.h"

namespace vonk::circuit {

// A fault in words, with the elements of the netlist that it is about.
std::string describe(const Fault& fault, const Netlist& netlist);

class Simulation {
  public:
    explicit Simulation(const Netlist& netlist);  // which must outlive this

    // Sources at their DC values, capacitors open, coils as shorts. The fault's branches are elements of the
    // netlist.
    std::optional<Fault> operatingPoint();

    double voltage(Node node) const { return network_.voltage(node); }
    // A, through the element from its first node to its second.
    double current(int element) const { return network_.current(element); }

  private:
    const Netlist& netlist_;
    Network network_;  // branch i is element i
};

}  // namespace vonk::circuit
