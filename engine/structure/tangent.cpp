#include "engine/structure/tangent.h"

#include <Eigen/OrderingMethods>
#include <algorithm>
#include <cmath>

namespace vonk::structure {

namespace {

// Row and column in the member's 4×4 (x, y of `from`, x, y of `to`) of each stored entry.
constexpr std::array<std::pair<int, int>, 10> entries = {
    {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {1, 1}, {1, 2}, {1, 3}, {2, 2}, {2, 3}, {3, 3}}};

using Triplets = std::vector<Eigen::Triplet<double>>;

std::array<int, 4> directions(const MemberDef& member, const std::vector<int>& index) {
    const auto from = 2 * static_cast<std::size_t>(member.from);
    const auto to = 2 * static_cast<std::size_t>(member.to);
    return {index[from], index[from + 1], index[to], index[to + 1]};
}

Triplets pattern(const StructureDef& def, const std::vector<int>& index, int size) {
    Triplets triplets;
    for (int i = 0; i < size; ++i) triplets.emplace_back(i, i, 1.0);
    for (std::size_t joint = 0; joint < def.joints.size(); ++joint) {
        const int i = index[2 * joint];
        const int j = index[2 * joint + 1];
        if (i >= 0 && j >= 0) triplets.emplace_back(std::min(i, j), std::max(i, j), 1.0);
    }
    for (const MemberDef& member : def.members) {
        const std::array<int, 4> at = directions(member, index);
        for (const auto& [row, column] : entries) {
            const int i = at[static_cast<std::size_t>(row)];
            const int j = at[static_cast<std::size_t>(column)];
            if (i >= 0 && j >= 0) triplets.emplace_back(std::min(i, j), std::max(i, j), 1.0);
        }
    }
    return triplets;
}

}  // namespace

Tangent::Tangent(const StructureDef& def) : index_(2 * def.joints.size(), -1) {
    for (std::size_t joint = 0; joint < def.joints.size(); ++joint) {
        if (!def.joints[joint].fixed_x) index_[2 * joint] = size_++;
        if (!def.joints[joint].fixed_y) index_[2 * joint + 1] = size_++;
    }
    matrix_.resize(size_, size_);
    if (size_ > 0) {
        const Triplets natural = pattern(def, index_, size_);
        matrix_.setFromTriplets(natural.begin(), natural.end());
        Eigen::AMDOrdering<int> ordering;
        Eigen::PermutationMatrix<Eigen::Dynamic, Eigen::Dynamic, int> permutation;
        ordering(matrix_.selfadjointView<Eigen::Upper>(), permutation);
        // The ordering gives old indices by new place.
        std::vector<int> place(static_cast<std::size_t>(size_));
        for (int i = 0; i < size_; ++i) place[static_cast<std::size_t>(permutation.indices()[i])] = i;
        for (int& i : index_) {
            if (i >= 0) i = place[static_cast<std::size_t>(i)];
        }
        const Triplets ordered = pattern(def, index_, size_);
        matrix_.setFromTriplets(ordered.begin(), ordered.end());
        matrix_.makeCompressed();
        factors_.analyzePattern(matrix_);
    }
    const auto find = [&](int i, int j) {
        if (i < 0 || j < 0) return -1;
        if (i > j) std::swap(i, j);
        const int* begin = matrix_.innerIndexPtr() + matrix_.outerIndexPtr()[j];
        const int* end = matrix_.innerIndexPtr() + matrix_.outerIndexPtr()[j + 1];
        return static_cast<int>(std::lower_bound(begin, end, i) - matrix_.innerIndexPtr());
    };
    for (const int i : index_) diagonal_.push_back(find(i, i));
    for (std::size_t joint = 0; joint < def.joints.size(); ++joint)
        corner_.push_back(find(index_[2 * joint], index_[2 * joint + 1]));
    slots_.reserve(def.members.size());
    for (const MemberDef& member : def.members) {
        const std::array<int, 4> at = directions(member, index_);
        Slots slots{};
        for (std::size_t e = 0; e < entries.size(); ++e) {
            slots.place[e] = find(at[static_cast<std::size_t>(entries[e].first)],
                                  at[static_cast<std::size_t>(entries[e].second)]);
        }
        slots_.push_back(slots);
    }
}

void Tangent::clear() {
    std::fill_n(matrix_.valuePtr(), matrix_.nonZeros(), 0.0);
}

void Tangent::addDiagonal(int joint, double x, double y) {
    const auto at = 2 * static_cast<std::size_t>(joint);
    if (diagonal_[at] >= 0) matrix_.valuePtr()[diagonal_[at]] += x;
    if (diagonal_[at + 1] >= 0) matrix_.valuePtr()[diagonal_[at + 1]] += y;
}

void Tangent::addJoint(int joint, double xx, double xy, double yy) {
    addDiagonal(joint, xx, yy);
    if (const int at = corner_[static_cast<std::size_t>(joint)]; at >= 0) matrix_.valuePtr()[at] += xy;
}

void Tangent::addMember(int member, double c, double s, double along, double across) {
    const double xx = along * c * c + across * s * s;
    const double xy = (along - across) * c * s;
    const double yy = along * s * s + across * c * c;
    const std::array<double, 10> values = {xx, xy, -xx, -xy, yy, -xy, -yy, xx, xy, yy};
    const std::array<int, 10>& place = slots_[static_cast<std::size_t>(member)].place;
    double* const stored = matrix_.valuePtr();
    for (std::size_t e = 0; e < values.size(); ++e) {
        if (place[e] >= 0) stored[place[e]] += values[e];
    }
}

bool Tangent::factorize() {
    if (size_ == 0) return usable_ = true;
    factors_.factorize(matrix_);
    usable_ = factors_.info() == Eigen::Success;
    return usable_;
}

std::pair<double, double> Tangent::pivots() const {
    if (size_ == 0) return {1.0, 1.0};
    const auto& d = factors_.vectorD();
    return {d.minCoeff(), d.maxCoeff()};
}

void Tangent::solve(Eigen::VectorXd& right) const {
    if (size_ > 0) right = factors_.solve(right).eval();
}

Eigen::VectorXd Tangent::multiply(const Eigen::VectorXd& vector) const {
    return matrix_.selfadjointView<Eigen::Upper>() * vector;
}

}  // namespace vonk::structure
