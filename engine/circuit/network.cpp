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
    if (branch.siemens != next.siemens && !next.loose) strengthChanged_ = true;
    branch = next;
}

void Network::assignUnknowns() {
    unknowns_ = 0;
    blockUnknown_.assign(at(nodeCount_), -1);
    nodeUnknown_.assign(at(nodeCount_), -1);
    branchUnknown_.assign(branches_.size(), -1);
    for (Node node = 0; node < nodeCount_; ++node) {
        const int group = topology_.group[at(node)], block = topology_.block[at(node)];
        const int tied = topology_.block[at(topology_.island[at(node)])];
        if (block == node && block != tied) blockUnknown_[at(node)] = unknowns_++;
        if (group == node && topology_.group[at(block)] != group) nodeUnknown_[at(node)] = unknowns_++;
        blockUnknown_[at(node)] = blockUnknown_[at(block)];
        nodeUnknown_[at(node)] = nodeUnknown_[at(group)];
    }
    for (int i = 0; i < branchCount(); ++i)
        if (branches_[at(i)].form == Branch::Form::Thevenin) branchUnknown_[at(i)] = unknowns_++;
}

// The branch's voltage as a sum of unknowns; by the same terms its current enters their balances.
int Network::termsOf(const Branch& branch, Term terms[4]) const {
    int count = 0;
    const auto put = [&](int unknown, double sign) {
        if (unknown >= 0) terms[count++] = {unknown, sign};
    };
    if (nodeUnknown_[at(branch.a)] != nodeUnknown_[at(branch.b)]) {
        put(nodeUnknown_[at(branch.a)], 1.0);
        put(nodeUnknown_[at(branch.b)], -1.0);
    }
    if (blockUnknown_[at(branch.a)] != blockUnknown_[at(branch.b)]) {
        put(blockUnknown_[at(branch.a)], 1.0);
        put(blockUnknown_[at(branch.b)], -1.0);
    }
    return count;
}

std::optional<Fault> Network::layOut() {
    if (auto fault = findSourceLoop(nodeCount_, branches_)) return fault;
    strong_ = findStrong(branches_);
    topology_ = findTopology(nodeCount_, branches_, strong_);
    assignUnknowns();
    system_.begin(unknowns_);
    stamps_.clear();
    stampsOf_.assign(branches_.size(), {});
    for (int i = 0; i < branchCount(); ++i) {
        const Branch& branch = branches_[at(i)];
        Term terms[4];
        const int count = termsOf(branch, terms), current = branchUnknown_[at(i)];
        Stamps& range = stampsOf_[at(i)];
        range.begin = static_cast<int>(stamps_.size());
        if (branch.form == Branch::Form::Norton && branch.siemens > 0.0)
            for (int row = 0; row < count; ++row)
                for (int column = 0; column < count; ++column)
                    stamps_.push_back({system_.slot(terms[row].unknown, terms[column].unknown),
                                       terms[row].sign * terms[column].sign});
        if (branch.form == Branch::Form::Thevenin) {
            for (int k = 0; k < count; ++k) {
                stamps_.push_back({system_.slot(terms[k].unknown, current), terms[k].sign});
                stamps_.push_back({system_.slot(current, terms[k].unknown), terms[k].sign});
            }
            range.ohm = system_.slot(current, current);
        }
        range.end = static_cast<int>(stamps_.size());
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
    for (int i = 0; i < branchCount(); ++i) {
        const Branch& branch = branches_[at(i)];
        const Stamps& range = stampsOf_[at(i)];
        const double value = branch.form == Branch::Form::Thevenin ? 1.0 : branch.siemens;
        for (int k = range.begin; k < range.end; ++k)
            system_.add(stamps_[at(k)].slot, stamps_[at(k)].sign * value);
        if (range.ohm >= 0) system_.add(range.ohm, -branch.ohm);
    }
}

std::optional<Fault> Network::prepare() {
    if (!formsChanged_ && strengthChanged_ && findStrong(branches_) != strong_) formsChanged_ = true;
    strengthChanged_ = false;
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
    return std::nullopt;
}

std::optional<Fault> Network::solve() {
    if (auto fault = prepare()) return fault;
    std::vector<double> x(at(unknowns_), 0.0);
    for (int i = 0; i < branchCount(); ++i) {
        const Branch& branch = branches_[at(i)];
        if (branch.form == Branch::Form::Thevenin) x[at(branchUnknown_[at(i)])] = branch.volt;
        if (branch.form != Branch::Form::Norton || branch.ampere == 0.0) continue;
        Term terms[4];
        const int count = termsOf(branch, terms);
        for (int k = 0; k < count; ++k) x[at(terms[k].unknown)] -= terms[k].sign * branch.ampere;
    }
    system_.solve(x);
    if (!std::all_of(x.begin(), x.end(), [](double one) { return std::isfinite(one); }))
        return Fault{Fault::Kind::NoSolution, {}};
    const auto value = [&x](int unknown) { return unknown < 0 ? 0.0 : x[at(unknown)]; };
    for (Node node = 0; node < nodeCount_; ++node)
        voltages_[at(node)] = value(blockUnknown_[at(node)]) + value(nodeUnknown_[at(node)]);
    for (int i = 0; i < branchCount(); ++i) {
        const Branch& branch = branches_[at(i)];
        double current = value(branchUnknown_[at(i)]);
        if (branch.form == Branch::Form::Norton) {
            Term terms[4];
            double over = 0.0;
            for (int k = termsOf(branch, terms); k-- > 0;) over += terms[k].sign * x[at(terms[k].unknown)];
            current = branch.siemens * over + branch.ampere;
        }
        currents_[at(i)] = current;
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
