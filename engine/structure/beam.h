// A deck member between its joints: a beam on two hinges, bent by its weight and by what stands on it, and
// pulled or pushed along its axis. Exact beam-column theory (Timoshenko & Gere, Theory of Elastic Stability,
// ch. 1): the force acts at the arm of the deflection, so thrust bends it further and a pull straightens it.
#pragma once

#include <span>

namespace vonk::structure {

struct Beam {
    double length = 0.0;     // m, > 0
    double stiffness = 0.0;  // N·m², E·I, > 0
    double axial = 0.0;      // N, tension positive; thrust counts up to `greatest_thrust` of Euler's
    double weight = 0.0;     // N/m, across it
};

// A force on a member between its joints.
struct PointLoad {
    double position = 0.0;  // 0 at the left end, 1 at the right one
    double across = 0.0;    // N, across the member, bending it down positive
};

// π²·EI/L² (Euler 1744), the greatest thrust of a pin-ended bar, N; stiffness EI in N·m², length in m.
double eulerLoad(double stiffness, double length);

// Share of Euler's load beyond which thrust bends no further: there the deflection grows without bound, and
// the member has buckled, or is about to.
constexpr double greatest_thrust = 0.98;

// Moment at x metres from the left end, N·m, positive where the underside is pulled.
double momentAt(const Beam& beam, double x, std::span<const PointLoad> loads);

// The greatest one by size, with its sign, N·m; exact between the loads too.
double greatestMoment(const Beam& beam, std::span<const PointLoad> loads);

// Deflection of the middle, m, downwards positive.
double middleDeflection(const Beam& beam, std::span<const PointLoad> loads);

}  // namespace vonk::structure
