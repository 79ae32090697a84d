// What hangs together in a network, and why some networks have no solution whatever their numbers.
#pragma once

#include <optional>
#include <vector>

#include "engine/circuit/branch.h"

namespace vonk::circuit {

struct Topology {
    std::vector<int>
        group;  // of each node: nodes joined by shorts have the same; numbered by their first node
    std::vector<int> island;  // of each node: nodes joined by whatever conducts; numbered by their first
                              // node, earth's is 0
};

// Groups and islands, or the first ring of ideal voltage sources, or the first cut that current is forced
// into.
Topology findTopology(int nodeCount, const std::vector<Branch>& branches);
std::optional<Fault> findSourceLoop(int nodeCount, const std::vector<Branch>& branches);
std::optional<Fault> findCurrentCut(const Topology& topology, const std::vector<Branch>& branches);

}  // namespace vonk::circuit
