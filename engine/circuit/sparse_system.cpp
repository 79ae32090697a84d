#include "engine/circuit/sparse_system.h"

#include <klu.h>
#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/assert.h"

namespace vonk::circuit {
namespace {

constexpr double keptPivotGrowth = 1e-8;  // below it the pivots of an earlier factoring serve no longer

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

}  // namespace

struct SparseSystem::Klu {
    klu_common common{};
    klu_symbolic* symbolic = nullptr;
    klu_numeric* numeric = nullptr;

    Klu() { klu_defaults(&common); }
    ~Klu() { release(); }
    Klu(const Klu&) = delete;
    Klu& operator=(const Klu&) = delete;
    void release() {
        if (numeric) klu_free_numeric(&numeric, &common);
        if (symbolic) klu_free_symbolic(&symbolic, &common);
        numeric = nullptr;
        symbolic = nullptr;
    }
};

SparseSystem::SparseSystem() : klu_(std::make_unique<Klu>()) {}
SparseSystem::~SparseSystem() = default;

void SparseSystem::begin(int size) {
    klu_->release();
    size_ = size;
    entries_.clear();
}

int SparseSystem::slot(int row, int column) {
    VONK_ASSERT(row >= 0 && row < size_ && column >= 0 && column < size_);
    entries_.emplace_back(column, row);
    return static_cast<int>(entries_.size()) - 1;
}

bool SparseSystem::finish(double flopLimit) {
    std::vector<int> order(entries_.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        return entries_[at(a)] != entries_[at(b)] ? entries_[at(a)] < entries_[at(b)] : a < b;
    });
    slotPlace_.assign(entries_.size(), 0);
    columns_.assign(at(size_) + 1, 0);
    rows_.clear();
    const std::pair<int, int>* last = nullptr;
    for (const int slot : order) {
        const auto& entry = entries_[at(slot)];
        if (!last || *last != entry) {
            rows_.push_back(entry.second);
            ++columns_[at(entry.first) + 1];
        }
        last = &entry;
        slotPlace_[at(slot)] = static_cast<int>(rows_.size()) - 1;
    }
    std::partial_sum(columns_.begin(), columns_.end(), columns_.begin());
    values_.assign(rows_.size(), 0.0);
    if (size_ == 0) return true;
    klu_->symbolic = klu_analyze(size_, columns_.data(), rows_.data(), &klu_->common);
    // A structurally singular pattern is analysed all the same; factor() then finds it.
    return klu_->symbolic != nullptr && klu_->symbolic->est_flops <= flopLimit;
}

void SparseSystem::clear() {
    std::fill(values_.begin(), values_.end(), 0.0);
}

void SparseSystem::add(int slot, double value) {
    values_[at(slotPlace_[at(slot)])] += value;
}

bool SparseSystem::factorAnew() {
    if (klu_->numeric) klu_free_numeric(&klu_->numeric, &klu_->common);
    klu_->numeric = klu_factor(columns_.data(), rows_.data(), values_.data(), klu_->symbolic, &klu_->common);
    return klu_->numeric != nullptr && klu_->common.status == KLU_OK;
}

bool SparseSystem::factor() {
    if (size_ == 0) return true;
    VONK_ASSERT(klu_->symbolic != nullptr);
    if (!klu_->numeric) return factorAnew();
    const bool kept = klu_refactor(columns_.data(), rows_.data(), values_.data(), klu_->symbolic,
                                   klu_->numeric, &klu_->common) != 0 &&
                      klu_->common.status == KLU_OK &&
                      klu_rgrowth(columns_.data(), rows_.data(), values_.data(), klu_->symbolic,
                                  klu_->numeric, &klu_->common) != 0 &&
                      klu_->common.rgrowth > keptPivotGrowth;
    return kept || factorAnew();
}

double SparseSystem::residual(std::span<const double> x, std::span<const double> b,
                              std::vector<double>& r) const {
    r.assign(b.begin(), b.end());
    for (int column = 0; column < size_; ++column)
        for (int i = columns_[at(column)]; i < columns_[at(column) + 1]; ++i)
            r[at(rows_[at(i)])] -= values_[at(i)] * x[at(column)];
    double worst = 0.0;
    for (const double one : r) worst = std::max(worst, std::fabs(one));
    return worst;
}

void SparseSystem::solve(std::span<double> b) const {
    VONK_ASSERT(static_cast<int>(b.size()) == size_);
    if (size_ == 0) return;
    std::vector<double> x(b.begin(), b.end()), r;
    klu_solve(klu_->symbolic, klu_->numeric, size_, 1, x.data(), &klu_->common);
    const double before = residual(x, b, r);
    if (before > 0.0 && std::isfinite(before)) {
        std::vector<double> better = r;
        klu_solve(klu_->symbolic, klu_->numeric, size_, 1, better.data(), &klu_->common);
        for (int i = 0; i < size_; ++i) better[at(i)] += x[at(i)];
        if (residual(better, b, r) < before) x = better;
    }
    std::copy(x.begin(), x.end(), b.begin());
}

}  // namespace vonk::circuit
