// A level may be a laboratory model at 1:n of a real work. The physics runs in the model's metres and
// seconds; gauges show the real work by Froude's law, which keeps the ratio of inertia to gravity: lengths
// grow by n, times and speeds by √n, discharge by n^2.5, forces by n³ (V.T. Chow, Open-Channel Hydraulics,
// 1959, ch. 2; same water and same gravity in both).
#pragma once

#include <cmath>

namespace vonk {

struct FroudeScale {
    double n = 1.0;  // real length / model length, ≥ 1

    double metres(double model) const { return model * n; }
    double seconds(double model) const { return model * std::sqrt(n); }
    double metresPerSecond(double model) const { return model * std::sqrt(n); }
    double cubicMetresPerSecond(double model) const { return model * n * n * std::sqrt(n); }
    double newtons(double model) const { return model * n * n * n; }
};

}  // namespace vonk
