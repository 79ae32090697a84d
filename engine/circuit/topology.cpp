#include "engine/circuit/topology.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vonk::circuit {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

// Disjoint sets; the least member stands for its set.
class Sets {
  public:
    explicit Sets(int count) : parent_(at(count)) { std::iota(parent_.begin(), parent_.end(), 0); }
    int find(int member) {
        while (parent_[at(member)] != member) {
            parent_[at(member)] = parent_[at(parent_[at(member)])];
            member = parent_[at(member)];
        }
        return member;
    }
    // False when they were one already.
    bool join(int a, int b) {
        a = find(a);
        b = find(b);
        if (a == b) return false;
        parent_[at(std::max(a, b))] = std::min(a, b);
        return true;
    }

  private:
    std::vector<int> parent_;
};

bool isIdealSource(const Branch& branch) {
    return branch.form == Branch::Form::Thevenin && branch.ohm == 0.0;
}

bool conducts(const Branch& branch) {
    return branch.form == Branch::Form::Short || branch.form == Branch::Form::Thevenin ||
           (branch.form == Branch::Form::Norton && branch.siemens > 0.0);
}

// The way from one node to another through a forest of branches.
std::vector<int> pathThrough(const std::vector<int>& forest, const std::vector<Branch>& branches,
                             int nodeCount, Node from, Node to) {
    std::vector<std::vector<int>> around(at(nodeCount));
    for (const int index : forest) {
        around[at(branches[at(index)].a)].push_back(index);
        around[at(branches[at(index)].b)].push_back(index);
    }
    std::vector<int> cameBy(at(nodeCount), -1);
    std::vector<Node> queue = {to};
    const auto across = [&](int index, Node node) {
        const Branch& branch = branches[at(index)];
        return branch.a == node ? branch.b : branch.a;
    };
    for (std::size_t i = 0; i < queue.size() && queue[i] != from; ++i)
        for (const int index : around[at(queue[i])]) {
            const Node next = across(index, queue[i]);
            if (next == to || cameBy[at(next)] >= 0) continue;
            cameBy[at(next)] = index;
            queue.push_back(next);
        }
    std::vector<int> path;
    for (Node node = from; node != to && cameBy[at(node)] >= 0; node = across(cameBy[at(node)], node))
        path.push_back(cameBy[at(node)]);
    return path;
}

}  // namespace

std::vector<char> findStrong(const std::vector<Branch>& branches) {
    constexpr double weakShare = 1e-6;
    double greatest = 0.0;
    for (const Branch& branch : branches)
        if (branch.form == Branch::Form::Norton && !branch.loose)
            greatest = std::max(greatest, branch.siemens);
    std::vector<char> strong;
    for (const Branch& branch : branches)
        strong.push_back(conducts(branch) && (branch.form != Branch::Form::Norton ||
                                              (!branch.loose && branch.siemens >= weakShare * greatest)));
    return strong;
}

Topology findTopology(int nodeCount, const std::vector<Branch>& branches, const std::vector<char>& strong) {
    Sets groups(nodeCount), blocks(nodeCount), islands(nodeCount);
    for (std::size_t i = 0; i < branches.size(); ++i) {
        const Branch& branch = branches[i];
        if (branch.form == Branch::Form::Short) groups.join(branch.a, branch.b);
        if (strong[i]) blocks.join(branch.a, branch.b);
        if (conducts(branch)) islands.join(branch.a, branch.b);
    }
    Topology topology;
    for (Node node = 0; node < nodeCount; ++node) {
        topology.group.push_back(groups.find(node));
        topology.block.push_back(blocks.find(node));
        topology.island.push_back(islands.find(node));
    }
    return topology;
}

std::optional<Fault> findSourceLoop(int nodeCount, const std::vector<Branch>& branches) {
    Sets joined(nodeCount);
    std::vector<int> forest;
    // Shorts first: a ring of shorts alone is no fault.
    for (int i = 0; i < static_cast<int>(branches.size()); ++i)
        if (branches[at(i)].form == Branch::Form::Short && joined.join(branches[at(i)].a, branches[at(i)].b))
            forest.push_back(i);
    for (int i = 0; i < static_cast<int>(branches.size()); ++i) {
        const Branch& branch = branches[at(i)];
        if (!isIdealSource(branch)) continue;
        if (joined.join(branch.a, branch.b)) {
            forest.push_back(i);
            continue;
        }
        std::vector<int> ring = {i};
        const std::vector<int> back = pathThrough(forest, branches, nodeCount, branch.b, branch.a);
        ring.insert(ring.end(), back.begin(), back.end());
        return Fault{Fault::Kind::SourceLoop, ring};
    }
    return std::nullopt;
}

std::optional<Fault> findCurrentCut(const Topology& topology, const std::vector<Branch>& branches) {
    std::vector<double> net(topology.island.size(), 0.0), total(topology.island.size(), 0.0);
    const auto forced = [&](const Branch& branch) {
        return branch.form == Branch::Form::Norton && branch.siemens == 0.0 && branch.ampere != 0.0 &&
               topology.island[at(branch.a)] != topology.island[at(branch.b)];
    };
    for (const Branch& branch : branches) {
        if (!forced(branch)) continue;
        for (const auto& [node, sign] : {std::pair(branch.a, -1.0), std::pair(branch.b, 1.0)}) {
            net[at(topology.island[at(node)])] += sign * branch.ampere;
            total[at(topology.island[at(node)])] += std::fabs(branch.ampere);
        }
    }
    for (std::size_t island = 0; island < net.size(); ++island) {
        if (std::fabs(net[island]) <= 1e-12 * total[island]) continue;
        Fault fault{Fault::Kind::CurrentCut, {}};
        for (int i = 0; i < static_cast<int>(branches.size()); ++i) {
            const Branch& branch = branches[at(i)];
            const bool touches = topology.island[at(branch.a)] == static_cast<int>(island) ||
                                 topology.island[at(branch.b)] == static_cast<int>(island);
            if (forced(branch) && touches) fault.branches.push_back(i);
        }
        return fault;
    }
    return std::nullopt;
}

}  // namespace vonk::circuit
