#include "engine/structure/beam.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace vonk::structure {

double eulerLoad(double stiffness, double length) {
    return pi * pi * stiffness / (length * length);
}

namespace {

// (kL)² below which the moment is that of a beam without axial force: to seven digits, and the exact formula
// has lost as many.
constexpr double least_turn = 1e-6;
// The same of the deflection, which is told from the difference of two moments: below, 1/(1 + N/Euler's load)
// of that without axial force, to six digits.
constexpr double least_turn_of_deflection = 1e-3;

double firstOrderMoment(const Beam& beam, double x, std::span<const PointLoad> loads) {
    double moment = 0.5 * beam.weight * x * (beam.length - x);
    for (const PointLoad& load : loads) {
        const double a = load.position * beam.length;
        moment += load.across * (x <= a ? x * (beam.length - a) : a * (beam.length - x)) / beam.length;
    }
    return moment;
}

// The solutions of y'' = ±k²·y: circular under thrust, hyperbolic under a pull.
class Waves {
  public:
    explicit Waves(const Beam& beam) : length_(beam.length), pulled_(beam.axial > 0.0) {
        force_ = std::max(beam.axial, -greatest_thrust * eulerLoad(beam.stiffness, beam.length));
        k_ = std::sqrt(std::fabs(force_) / beam.stiffness);
    }

    double turn() const { return k_ * k_ * length_ * length_; }
    bool straight() const { return turn() < least_turn; }
    double force() const { return force_; }
    double k() const { return k_; }

    // sin(k·a)·sin(k·b)/sin(k·L), and the same of sinh, for 0 ≤ a, b and a + b ≤ L.
    double product(double a, double b) const {
        if (!pulled_) return sin(k_ * a) * sin(k_ * b) / sin(k_ * length_);
        // In decaying powers only, so that nothing overflows.
        const auto rest = [&](double x) { return 1.0 - exp(-2.0 * k_ * x); };
        return 0.5 * exp(k_ * (a + b - length_)) * rest(a) * rest(b) / rest(length_);
    }
    // 1 − cos(k(x − L/2))/cos(kL/2), and the same of cosh.
    double bulge(double x) const {
        if (!pulled_) return 1.0 - cos(k_ * (x - 0.5 * length_)) / cos(0.5 * k_ * length_);
        return 1.0 - (exp(-k_ * x) + exp(-k_ * (length_ - x))) / (1.0 + exp(-k_ * length_));
    }
    // Where between 0 and L the moment of a stretch of length `size` between end moments m0 and m1 (N·m) has
    // its top, from the stretch's own left end; outside the stretch if it has none.
    double top(double size, double m0, double m1, double weight) const {
        const double own = weight / (k_ * k_);
        const double mean = 0.5 * (m0 + m1) + (pulled_ ? -own : own);
        const double half = 0.5 * (m1 - m0);
        const double turn = 0.5 * k_ * size;
        if (!pulled_) {
            const double even = mean / cos(turn), odd = half / sin(turn);
            return 0.5 * size + atan2(even < 0.0 ? -odd : odd, std::fabs(even)) / k_;
        }
        const double steep = exp(-2.0 * turn);  // tanh
        const double slope = -half * (1.0 + steep) / (mean * (1.0 - steep));
        if (!(std::fabs(slope) < 1.0)) return -1.0;
        return 0.5 * size + 0.5 * log((1.0 + slope) / (1.0 - slope)) / k_;
    }

  private:
    double length_, force_ = 0.0, k_ = 0.0;
    bool pulled_;
};

double momentAt(const Beam& beam, const Waves& waves, double x, std::span<const PointLoad> loads) {
    if (waves.straight()) return firstOrderMoment(beam, x, loads);
    const double k = waves.k();
    double moment = beam.weight * waves.bulge(x) / (waves.force() > 0.0 ? k * k : -k * k);
    for (const PointLoad& load : loads) {
        const double a = load.position * beam.length;
        moment += load.across * waves.product(std::min(x, a), beam.length - std::max(x, a)) / k;
    }
    return moment;
}

}  // namespace

double momentAt(const Beam& beam, double x, std::span<const PointLoad> loads) {
    return momentAt(beam, Waves(beam), x, loads);
}

double greatestMoment(const Beam& beam, std::span<const PointLoad> loads) {
    const Waves waves(beam);
    double greatest = 0.0;
    const auto consider = [&](double x) {
        const double moment = momentAt(beam, waves, x, loads);
        if (std::fabs(moment) > std::fabs(greatest)) greatest = moment;
        return moment;
    };
    consider(0.5 * beam.length);
    for (const PointLoad& load : loads) consider(load.position * beam.length);
    // Between two loads it has one top at most: of a parabola where the shear force passes zero, of a wave
    // where its slope does.
    double support = 0.5 * beam.weight * beam.length;
    for (const PointLoad& load : loads) support += load.across * (1.0 - load.position);
    for (std::size_t i = 0; i <= loads.size(); ++i) {
        const double start = i == 0 ? 0.0 : loads[i - 1].position * beam.length;
        double end = beam.length;
        double passed = 0.0;
        for (const PointLoad& load : loads) {
            const double at = load.position * beam.length;
            if (at > start) end = std::min(end, at);
            if (i > 0 && at <= start) passed += load.across;
        }
        double top = -1.0;
        if (!waves.straight() && end > start)
            top = start + waves.top(end - start, momentAt(beam, waves, start, loads),
                                    momentAt(beam, waves, end, loads), beam.weight);
        else if (waves.straight() && beam.weight != 0.0)
            top = (support - passed) / beam.weight;
        if (top > start && top < end) consider(top);
    }
    return greatest;
}

double middleDeflection(const Beam& beam, std::span<const PointLoad> loads) {
    const Waves waves(beam);
    const double length = beam.length;
    if (waves.turn() >= least_turn_of_deflection) {
        const double middle = 0.5 * length;
        return (firstOrderMoment(beam, middle, loads) - momentAt(beam, waves, middle, loads)) / waves.force();
    }
    // 5wL⁴/384EI and P·b·(3L² − 4b²)/48EI (Roark's Formulas for Stress and Strain, table 8.1).
    double deflection = 5.0 * beam.weight * length * length * length * length / (384.0 * beam.stiffness);
    for (const PointLoad& load : loads) {
        const double b = std::min(load.position, 1.0 - load.position) * length;
        deflection += load.across * b * (3.0 * length * length - 4.0 * b * b) / (48.0 * beam.stiffness);
    }
    return deflection / (1.0 + waves.force() / eulerLoad(beam.stiffness, length));
}

}  // namespace vonk::structure
