// A network of linear branches, solved by modified nodal analysis (C. Ho, A. Ruehli, P. Brennan, 1975). Every
// element of a circuit is one of these branches at any one moment; what makes it change stands above this.
//
// Never singular where the physics is fine: shorts join their nodes (and share their current as equal
// resistances would), and one node of each island without earth is tied to it, so that only differences
// within the island mean anything. A leak to earth instead would drown beside the other conductances.
#pragma once

#include <optional>
#include <vector>

#include "engine/circuit/branch.h"
#include "engine/circuit/sparse_system.h"
#include "engine/circuit/topology.h"

namespace vonk::circuit {

class Network {
  public:
    // Nodes and branches are numbered from 0 in the order in which they come; node 0, earth, is there from
    // the start.
    Node addNode();
    int nodeCount() const { return nodeCount_; }
    int add(const Branch& branch);
    int branchCount() const { return static_cast<int>(branches_.size()); }
    const Branch& branch(int index) const { return branches_[static_cast<std::size_t>(index)]; }

    // Changes of sources cost one back-substitution at the next solve, changes of siemens or ohm a factoring,
    // changes of form (and of siemens or ohm from or to 0) a new ordering. The nodes stay those that the
    // branch was added with.
    void set(int index, const Branch& branch);

    // Fault: the voltages and currents stay those of the last solution.
    std::optional<Fault> solve();

    double voltage(Node node) const { return voltages_[static_cast<std::size_t>(node)]; }
    double current(int branch) const { return currents_[static_cast<std::size_t>(branch)]; }
    double voltageOver(int index) const { return voltage(branch(index).a) - voltage(branch(index).b); }

  private:
    // A node's voltage is that of its block plus its own above the block's first node: so blocks that hang
    // together by a millionth of what is within them keep their voltages to the last digit.
    struct Term {
        int unknown = -1;
        double sign = 1.0;
    };
    struct Stamp {
        int slot = -1;
        double sign = 1.0;
    };
    struct Stamps {              // ranges of stamps_
        int begin = 0, end = 0;  // siemens of a Norton branch; ±1 of a Thevenin branch
        int ohm = -1;            // slot of −ohm
    };

    int termsOf(const Branch& branch, Term terms[4]) const;
    void assignUnknowns();
    std::optional<Fault> prepare();
    std::optional<Fault> layOut();
    bool layOutShorts();
    void fillMatrix();
    void shareShorts(std::vector<double>& currents);

    int nodeCount_ = 1;
    std::vector<Branch> branches_;
    bool formsChanged_ = true, valuesChanged_ = true, forcingChanged_ = true;
    bool strengthChanged_ = false;

    Topology topology_;

    std::vector<char> strong_;
    std::vector<int> blockUnknown_;   // of each node's block; −1: held at 0 V
    std::vector<int> nodeUnknown_;    // of each node above its block's first node; −1: it is one with it
    std::vector<int> branchUnknown_;  // Thevenin: of its current; else −1
    int unknowns_ = 0;
    std::vector<Stamps> stampsOf_;
    std::vector<Stamp> stamps_;
    SparseSystem system_;
    std::vector<int> shorts_;        // branches of form Short
    std::vector<int> shortUnknown_;  // of nodes within a group of shorts; −1: its first node, or in no group
    SparseSystem shortSystem_;

    std::vector<double> voltages_{0.0};
    std::vector<double> currents_;
};

}  // namespace vonk::circuit
