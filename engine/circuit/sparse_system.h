// A square sparse system A·x = b whose pattern stays while its values change: KLU, the factoriser that was
// made for circuits (T. Davis, E. Palamadai Natarajan, ACM TOMS 37, 2010). It calls no BLAS, so its bits are
// the same on every CPU.
#pragma once

#include <memory>
#include <span>
#include <vector>

namespace vonk::circuit {

class SparseSystem {
  public:
    SparseSystem();
    ~SparseSystem();
    SparseSystem(const SparseSystem&) = delete;
    SparseSystem& operator=(const SparseSystem&) = delete;

    // A new pattern: begin(n), one slot for each place that values will be added to (rows and columns 0 … n −
    // 1), finish().
    void begin(int size);
    int slot(int row, int column);
    // Chooses the order of elimination; false when factoring would take more than `flopLimit` operations.
    bool finish(double flopLimit);

    void clear();  // all values to 0
    void add(int slot, double value);

    // Factors the values, keeping the pivots of the last time where they still serve; false when singular.
    bool factor();
    // b in, x out; refined once against the values. Only after factor() returned true.
    void solve(std::span<double> b) const;

    int size() const { return size_; }

  private:
    struct Klu;

    bool factorAnew();
    double residual(std::span<const double> x, std::span<const double> b, std::vector<double>& r) const;

    std::unique_ptr<Klu> klu_;
    int size_ = 0;
    std::vector<std::pair<int, int>> entries_;  // (column, row) of each slot
    std::vector<int> slotPlace_;                // slot → index in values_
    std::vector<int> columns_, rows_;           // compressed columns
    std::vector<double> values_;
};

}  // namespace vonk::circuit
