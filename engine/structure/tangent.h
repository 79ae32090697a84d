// The sparse symmetric matrix of a structure: its pattern is analysed once, its values are refilled and
// factorised as L·D·Lᵀ each step. Private to this room, so that no other sees Eigen.
#pragma once

#include <Eigen/SparseCholesky>
#include <array>
#include <span>
#include <vector>

#include "engine/structure/structure_def.h"

namespace vonk::structure {

class Tangent {
  public:
    explicit Tangent(const StructureDef& def);

    // Number of free directions; their indices, -1 for a held one. `axis` 0 is x, 1 is y.
    int size() const { return size_; }
    int index(int joint, int axis) const {
        return index_[2 * static_cast<std::size_t>(joint) + static_cast<std::size_t>(axis)];
    }

    void clear();
    void addDiagonal(int joint, double x, double y);
    void addJoint(int joint, double xx, double xy, double yy);
    // Adds `along` (N/m) in the direction (c, s) of the member and `across` at right angles to it.
    void addMember(int member, double c, double s, double along, double across);

    // False where a pivot is exactly zero or not finite.
    bool factorize();
    // Least and greatest pivot of D.
    std::pair<double, double> pivots() const;
    // Solves in place; right is by free direction.
    void solve(Eigen::VectorXd& right) const;
    Eigen::VectorXd multiply(const Eigen::VectorXd& vector) const;

  private:
    using Matrix = Eigen::SparseMatrix<double>;
    // Own numbering by minimum degree, so that the factorisation needs no permuted copy each time.
    using Factors = Eigen::SimplicialLDLT<Matrix, Eigen::Upper, Eigen::NaturalOrdering<int>>;

    int size_ = 0;
    std::vector<int> index_;  // 2 per joint
    Matrix matrix_;           // upper triangle
    Factors factors_;
    std::vector<int> diagonal_;  // 2 per joint: place of the value, -1 if held
    std::vector<int> corner_;    // per joint: place of the value between its x and y, -1 if one is held
    struct Slots {
        std::array<int, 10> place;  // upper triangle of the member's 4×4, -1 if held
    };
    std::vector<Slots> slots_;
    bool usable_ = false;
};

}  // namespace vonk::structure
