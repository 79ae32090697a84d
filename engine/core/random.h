// Seeded random numbers, the same on every machine (PCG-XSH-RR 64/32, M. O'Neill 2014). Passed in, never
// global.
#pragma once

#include <cstdint>

namespace vonk {

class Random {
  public:
    explicit Random(std::uint64_t seed) {
        next();
        state_ += seed;
        next();
    }
    std::uint32_t next() {
        const std::uint64_t old = state_;
        state_ = old * 6364136223846793005ULL + 1442695040888963407ULL;
        const auto mixed = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
        const auto turn = static_cast<std::uint32_t>(old >> 59U);
        return (mixed >> turn) | (mixed << ((32U - turn) & 31U));
    }
    // In [0, 1).
    double unit() { return next() * (1.0 / 4294967296.0); }
    // In [low, high).
    double between(double low, double high) { return low + (high - low) * unit(); }
    // In [0, count); count > 0.
    std::uint32_t below(std::uint32_t count) {
        return static_cast<std::uint32_t>((std::uint64_t{next()} * count) >> 32U);
    }

  private:
    std::uint64_t state_ = 0;
};

}  // namespace vonk
