// What hangs together in a network, and why some networks have no solution whatever their numbers.
#pragma once

#include <optional>
#include <vector>

#include "engine/circuit/branch.h"

namespace vonk::circuit {

// For each node the first node of what it belongs to. Blocks meet only through conductances a million times
// smaller.
struct Topology {
    std::vector<int> group;   // nodes joined by shorts
    std::vector<int> block;   // by whatever conducts well
    std::vector<int> island;  // by whatever conducts at all
};

// Which branches conduct well.
std::vector<char> findStrong(const std::vector<Branch>& branches);
Topology findTopology(int nodeCount, const std::vector<Branch>& branches, const std::vector<char>& strong);
// The first ring of ideal voltage sources, the first island that current is forced into.
std::optional<Fault> findSourceLoop(int nodeCount, const std::vector<Branch>& branches);
std::optional<Fault> findCurrentCut(const Topology& topology, const std::vector<Branch>& branches);

}  // namespace vonk::circuit
