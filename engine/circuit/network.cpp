#include "engine/circuit/network.h"

#include <algorithm>
#include <cmath>

#include "engine/core/assert.h"

namespace vonk::circuit {
namespace {

constexpr double flopLimit = 2e10;  // about ten seconds of factoring

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

bool sameStructure(const Branch& x, const Branch& y) {
    return x.form == y.form && (x.siemens == 0.0) == (y.siemens == 0.0) && (x.ohm == 0.0) == (y.ohm == 0.0);
}

// An ideal current source that stops or starts can make or mend a cut.
bool sameForcing(const Branch& x, const Branch& y) {
    return x.form != Branch::Form::Norton || x.siemens > 0.0 || x.ampere == y.ampere;
}

void check(const Branch& branch, int nodeCount) {
    VONK_ASSERT(branch.a >= 0 && branch.a < nodeCount && branch.b >= 0 && branch.b < nodeCount);
    VONK_ASSERT(branch.siemens >= 0.0 && branch.ohm >= 0.0);
    VONK_ASSERT(std::isfinite(branch.siemens) && std::isfinite(branch.ohm));
    VONK_ASSERT(std::isfinite(branch.ampere) && std::isfinite(branch.volt));
}

}  // namespace

Branch resistorBranch(Node a, Node b, double ohm) {
    if (ohm == 0.0) return {.form = Branch::Form::Short, .a = a, .b = b};
    // Far below its neighbours a resistance would be all that its nodes' equations still hold: its current
    // gets one of its own.
    constexpr double least = 1e-3;
    if (ohm < least) return {.form = Branch::Form::Thevenin, .a = a, .b = b, .ohm = ohm};
    return {.form = Branch::Form::Norton, .a = a, .b = b, .siemens = 1.0 / ohm};
}

Node Network::addNode() {
    voltages_.push_back(0.0);
    formsChanged_ = true;
    return nodeCount_++;
}

int Network::add(const Branch& branch) {
    check(branch, nodeCount_);
    branches_.push_back(branch);
    currents_.push_back(0.0);
    formsChanged_ = true;
    return branchCount() - 1;
}

void Network::set(int index, const Branch& next) {
    check(next, nodeCount_);
    Branch& branch = branches_[at(index)];
    VONK_ASSERT(branch.a == next.a && branch.b == next.b);
    if (!sameStructure(branch, next)) formsChanged_ = true;
    if (!sameForcing(branch, next)) forcingChanged_ = true;
    if (branch.siemens != next.siemens || branch.ohm != next.ohm) valuesChanged_ = true;
    branch = next;
}

std::optional<Fault> Network::layOut() {
    topology_ = findTopology(nodeCount_, branches_);
    if (auto fault = findSourceLoop(nodeCount_, branches_)) return fault;
    int unknowns = 0;
    unknownOfNode_.assign(at(nodeCount_), -1);
    for (Node node = 0; node < nodeCount_; ++node) {
        const int group = topology_.group[at(node)];
        const bool tied = topology_.group[at(topology_.island[at(node)])] == group;
        if (group == node && !tied) unknownOfNode_[at(node)] = unknowns++;
        unknownOfNode_[at(node)] = unknownOfNode_[at(group)];
    }
    unknownOfBranch_.assign(branches_.size(), -1);
    for (int i = 0; i < branchCount(); ++i)
        if (branches_[at(i)].form == Branch::Form::Thevenin) unknownOfBranch_[at(i)] = unknowns++;

    system_.begin(unknowns);
    slots_.assign(branches_.size(), {});
    const auto slot = [this](int row, int column) {
        return row < 0 || column < 0 ? -1 : system_.slot(row, column);
    };
    for (int i = 0; i < branchCount(); ++i) {
        const Branch& branch = branches_[at(i)];
        const int a = unknownOfNode_[at(branch.a)], b = unknownOfNode_[at(branch.b)],
                  c = unknownOfBranch_[at(i)];
        if (branch.form == Branch::Form::Norton && branch.siemens > 0.0 && a != b)
            slots_[at(i)] = {.aa = slot(a, a), .ab = slot(a, b), .ba = slot(b, a), .bb = slot(b, b)};
        if (branch.form == Branch::Form::Thevenin)
            slots_[at(i)] = {
                .ai = slot(a, c), .bi = slot(b, c), .ia = slot(c, a), .ib = slot(c, b), .ii = slot(c, c)};
    }
    if (!system_.finish(flopLimit) || !layOutShorts()) return Fault{Fault::Kind::TooDense, {}};
    return std::nullopt;
}

// The nodes that shorts join, as a network of equal resistances whose first node of each group is at 0.
bool Network::layOutShorts() {
    shorts_.clear();
    for (int i = 0; i < branchCount(); ++i)
        if (branches_[at(i)].form == Branch::Form::Short && branches_[at(i)].a != branches_[at(i)].b)
            shorts_.push_back(i);
    shortUnknown_.assign(at(nodeCount_), -1);
    if (shorts_.empty()) return true;
    int unknowns = 0;
    for (Node node = 0; node < nodeCount_; ++node)
        if (topology_.group[at(node)] != node) shortUnknown_[at(node)] = unknowns++;
    shortSystem_.begin(unknowns);
    std::vector<std::pair<int, double>> values;
    for (const int index : shorts_) {
        const int a = shortUnknown_[at(branches_[at(index)].a)],
                  b = shortUnknown_[at(branches_[at(index)].b)];
        if (a >= 0) values.emplace_back(shortSystem_.slot(a, a), 1.0);
        if (b >= 0) values.emplace_back(shortSystem_.slot(b, b), 1.0);
        if (a >= 0 && b >= 0) values.emplace_back(shortSystem_.slot(a, b), -1.0);
        if (a >= 0 && b >= 0) values.emplace_back(shortSystem_.slot(b, a), -1.0);
    }
    if (!shortSystem_.finish(flopLimit)) return false;
    shortSystem_.clear();
    for (const auto& [slot, value] : values) shortSystem_.add(slot, value);
    return shortSystem_.factor();
}

void Network::fillMatrix() {
    system_.clear();
    const auto add = [this](int slot, double value) {
        if (slot >= 0) system_.add(slot, value);
    };
    for (int i = 0; i < branchCount(); ++i) {
        const Branch& branch = branches_[at(i)];
        const Slots& slots = slots_[at(i)];
        add(slots.aa, branch.siemens);
        add(slots.bb, branch.siemens);
        add(slots.ab, -branch.siemens);
        add(slots.ba, -branch.siemens);
        add(slots.ai, 1.0);
        add(slots.bi, -1.0);
        add(slots.ia, 1.0);
        add(slots.ib, -1.0);
        add(slots.ii, -branch.ohm);
    }
}

std::optional<Fault> Network::solve() {
    if (formsChanged_) {
        if (auto fault = layOut()) return fault;
        formsChanged_ = false;
        valuesChanged_ = forcingChanged_ = true;
    }
    if (forcingChanged_)
        if (auto fault = findCurrentCut(topology_, branches_)) return fault;
    forcingChanged_ = false;
    if (valuesChanged_) {
        fillMatrix();
        if (!system_.factor()) return Fault{Fault::Kind::NoSolution, {}};
        valuesChanged_ = false;
    }
    std::vector<double> x(at(system_.size()), 0.0);
    for (int i = 0; i < branchCount(); ++i) {
        const Branch& branch = branches_[at(i)];
        const int a = unknownOfNode_[at(branch.a)], b = unknownOfNode_[at(branch.b)];
        if (branch.form == Branch::Form::Norton) {
            if (a >= 0) x[at(a)] -= branch.ampere;
            if (b >= 0) x[at(b)] += branch.ampere;
        } else if (branch.form == Branch::Form::Thevenin) {
            x[at(unknownOfBranch_[at(i)])] = branch.volt;
        }
    }
    system_.solve(x);
    if (!std::all_of(x.begin(), x.end(), [](double one) { return std::isfinite(one); }))
        return Fault{Fault::Kind::NoSolution, {}};
    for (Node node = 0; node < nodeCount_; ++node)
        voltages_[at(node)] = unknownOfNode_[at(node)] < 0 ? 0.0 : x[at(unknownOfNode_[at(node)])];
    for (int i = 0; i < branchCount(); ++i) {
        const Branch& branch = branches_[at(i)];
        const bool norton = branch.form == Branch::Form::Norton,
                   thevenin = branch.form == Branch::Form::Thevenin;
        currents_[at(i)] = norton     ? branch.siemens * voltageOver(i) + branch.ampere
                           : thevenin ? x[at(unknownOfBranch_[at(i)])]
                                      : 0.0;
    }
    shareShorts(currents_);
    return std::nullopt;
}

void Network::shareShorts(std::vector<double>& currents) {
    if (shorts_.empty()) return;
    std::vector<double> x(at(shortSystem_.size()), 0.0);
    for (int i = 0; i < branchCount(); ++i) {
        const Branch& branch = branches_[at(i)];
        const int a = shortUnknown_[at(branch.a)], b = shortUnknown_[at(branch.b)];
        if (a >= 0) x[at(a)] -= currents[at(i)];
        if (b >= 0) x[at(b)] += currents[at(i)];
    }
    shortSystem_.solve(x);
    const auto level = [&](Node node) {
        return shortUnknown_[at(node)] < 0 ? 0.0 : x[at(shortUnknown_[at(node)])];
    };
    for (const int index : shorts_)
        currents[at(index)] = level(branches_[at(index)].a) - level(branches_[at(index)].b);
}

}  // namespace vonk::circuit
