// The linear branches that every element of a circuit is at any one moment, and why a network of them has no
// solution.
#pragma once

#include <vector>

namespace vonk::circuit {

using Node = int;  // 0 is earth
inline constexpr Node earth = 0;

// Why a network has no solution.
struct Fault {
    enum class Kind {
        SourceLoop,  // ideal sources (and shorts) in a ring: the current is not finite
        CurrentCut,  // current is forced into a part of the network that it cannot leave
        NoSolution,  // numbers beyond what doubles hold, or no convergence
        TooDense,    // so many meshes that solving would take minutes
        Restless,    // switches that control themselves find no state (netlists only)
        TooLong,     // so many steps that a transient would take minutes (netlists only)
    };
    Kind kind{};
    std::vector<int> branches;  // the ring in its order, or the sources of the cut; else empty

    friend bool operator==(const Fault&, const Fault&) = default;
};

// Voltages are first node minus second; currents flow through the branch from its first node to its second.
struct Branch {
    enum class Form {
        Open,      // nothing
        Short,     // v = 0
        Norton,    // i = siemens·v + ampere; siemens ≥ 0, and 0 is an ideal current source
        Thevenin,  // v = volt + ohm·i; ohm ≥ 0, and 0 is an ideal voltage source
    };
    Form form = Form::Open;
    Node a = earth;
    Node b = earth;
    double siemens = 0.0;
    double ampere = 0.0;
    double ohm = 0.0;
    double volt = 0.0;
    bool loose =
        false;  // Norton: siemens will change by many decades; never taken as what holds its nodes together
};

// The branch of a plain resistor; 0 ohm is a short. ohm ≥ 0.
Branch resistorBranch(Node a, Node b, double ohm);

}  // namespace vonk::circuit
