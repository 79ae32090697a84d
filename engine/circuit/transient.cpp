// The course of a netlist in time.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/circuit/diode.h"
#include "engine/circuit/simulation.h"
#include "engine/circuit/waveform.h"
#include "engine/core/math.h"

namespace vonk::circuit {
namespace {

// Alexander's coefficients: the root of γ³ − 3γ² + 3γ/2 − 1/6 between 1/6 and 1/2, and what follows from it.
constexpr double g = 0.43586652150845899942;
constexpr double middle = (1 + g) / 2;
constexpr double b1 = -(6 * g * g - 16 * g + 1) / 4, b2 = (6 * g * g - 20 * g + 5) / 4;
constexpr double stageTime[3] = {g, middle, 1.0};
constexpr double weight[3][3] = {{g, 0, 0}, {middle - g, g, 0}, {b1, b2, g}};
// Less the weights of the second-order solution that leaves out the last stage.
constexpr double second2 = (0.5 - g) / (middle - g);
constexpr double errorWeight[3] = {b1 - (1 - second2), b2 - second2, g};

constexpr double share = 1e-6;           // error of a step beside the state …
constexpr double shareOfLargest = 1e-9;  // … and beside the largest of its kind so far
constexpr double floorOfState = 1e-15;   // V, A
constexpr int rounds = 40;               // Newton's
constexpr double sameTime = 1e-13;       // of the stop time: closer corners are one
constexpr double instant = 1e-9;         // of the output step: "just after"

}  // namespace

void Simulation::setStage(int stage, double h) {
    for (const Store& store : stores_) {
        const Element& one = element(store.element);
        double known = store.state;
        for (int j = 0; j < stage; ++j) known += h * weight[stage][j] * store.rates[j];
        Branch branch = network_.branch(store.element);
        if (one.kind == ElementKind::Capacitor) {
            branch.form = Branch::Form::Thevenin;
            branch.ohm = g * h / one.value;
            branch.volt = known;
        } else {
            branch.form = Branch::Form::Norton;
            branch.siemens = g * h / one.value;
            branch.ampere = known;
            branch.loose = true;
        }
        network_.set(store.element, branch);
    }
}

void Simulation::keepRates(int stage) {
    for (Store& store : stores_) {
        const Element& one = element(store.element);
        const bool capacitor = one.kind == ElementKind::Capacitor;
        store.rates[stage] =
            (capacitor ? network_.current(store.element) : network_.voltageOver(store.element)) / one.value;
    }
}

double Simulation::errorOfStep(double h) const {
    double worst = 0.0;
    for (const Store& store : stores_) {
        const bool coil = element(store.element).kind == ElementKind::Inductor;
        double error = 0.0, end = store.state;
        for (int j = 0; j < 3; ++j) {
            error += h * errorWeight[j] * store.rates[j];
            end += h * weight[2][j] * store.rates[j];
        }
        const double size = std::max(std::fabs(store.state), std::fabs(end));
        const double allowed = share * size + shareOfLargest * std::max(largest_[coil], size) + floorOfState;
        worst = std::max(worst, std::fabs(error) / allowed);
    }
    return worst;
}

Simulation::Trial Simulation::tryStep(double time, double h, double inside) {
    Trial trial;
    const std::vector<Junction> before = junctions_;
    // Where nothing has a memory only the end matters.
    for (int stage = stores_.empty() ? 2 : 0; stage < 3; ++stage) {
        const double now = time + stageTime[stage] * h;
        setSources([&](const Waveform& wave) { return valueAt(wave, now, inside, *netlist_.transient); });
        setStage(stage, h);
        if (auto fault = solveNonlinear(junctionLeak, rounds)) {
            junctions_ = before;
            if (fault->kind != Fault::Kind::NoSolution) trial.fault = fault;
            return trial;
        }
        keepRates(stage);
    }
    trial.converged = true;
    trial.error = errorOfStep(h);
    return trial;
}

void Simulation::acceptStep() {
    for (Store& store : stores_) {
        const bool coil = element(store.element).kind == ElementKind::Inductor;
        store.state = coil ? network_.current(store.element) : network_.voltageOver(store.element);
        largest_[coil] = std::max(largest_[coil], std::fabs(store.state));
    }
}

double Simulation::cornerAfter(double time) const {
    const double soon = time + sameTime * netlist_.transient->stop;
    double corner = std::numeric_limits<double>::infinity();
    for (const Element& one : netlist_.elements)
        if (one.kind == ElementKind::VoltageSource || one.kind == ElementKind::CurrentSource)
            corner = std::min(corner, nextCorner(one.wave, soon, *netlist_.transient));
    return corner;
}

// A step of h takes some switch past its threshold: the length of a step that takes it only just past, found
// by regula falsi (Illinois). That step is the last one tried when this returns.
double Simulation::findCrossing(double time, double h, double inside) {
    const auto past = [this, time] {
        double most = -std::numeric_limits<double>::infinity();
        for (const Key& key : keys_)
            if (time >= key.quietUntil) most = std::max(most, beyondThreshold(key));
        return most;
    };
    const double near = instant * netlist_.transient->step + 4e-16 * time;
    double low = 0.0, high = h, pastHigh = past(), pastLow = -pastHigh;
    int side = 0;
    bool lastIsHigh = true;
    for (int round = 0; round < 60 && high - low > near; ++round) {
        const double width = high - low;
        const double guess =
            clamp(low - pastLow * width / (pastHigh - pastLow), low + 0.01 * width, high - 0.01 * width);
        const Trial trial = tryStep(time, guess, inside);
        const double reached = trial.converged ? past() : -1.0;
        lastIsHigh = reached > 0.0;
        if (lastIsHigh) {
            high = guess;
            pastHigh = reached;
            if (side == 1) pastLow *= 0.5;
            side = 1;
        } else {
            low = guess;
            pastLow = std::min(reached, -1e-300);
            if (side == -1) pastHigh *= 0.5;
            side = -1;
        }
    }
    if (!lastIsHigh) tryStep(time, high, inside);
    return high;
}

// Not past the end, nor past the rest of a chattering switch; and no sliver is left for a last step.
double Simulation::stepToTry(double time, double end, double h) const {
    double left = end - time;
    for (const Key& key : keys_)
        if (key.quietUntil > time) left = std::min(left, key.quietUntil - time);
    if (h >= 0.999 * left) return left;
    return h > 0.5 * left ? 0.5 * left : h;
}

// One accepted step towards `end`, a corner or a row; h is how far to try, and afterwards how far to try
// next.
std::optional<Fault> Simulation::advance(double& time, double end, double& h) {
    const double stop = netlist_.transient->stop, inside = time + 0.5 * (end - time);
    for (;;) {
        if (work_ > mostWork_) return Fault{Fault::Kind::TooLong, {}};
        const double tried = stepToTry(time, end, h);
        const bool whole = tried == end - time;
        const Trial trial = tryStep(time, tried, inside);
        if (trial.fault) return trial.fault;
        const bool least = tried <= 1e-18 * stop;
        if (!trial.converged) {
            if (least) return Fault{Fault::Kind::NoSolution, {}};
            h = tried / 8;
            continue;
        }
        const double factor = clamp(0.9 * pow(std::max(trial.error, 1e-9), -1.0 / 3), 0.1, 4.0);
        if (trial.error > 1.0 && !least) {
            h = tried * std::min(factor, 0.7);
            continue;
        }
        const bool crosses =
            std::any_of(keys_.begin(), keys_.end(), [&](const Key& key) { return wantsChange(key, time); });
        const double taken = crosses ? findCrossing(time, tried, inside) : tried;
        acceptStep();
        time = whole && taken == tried ? end : time + taken;
        // Those as well that were at rest until now.
        const bool toggled = toggleKeys(time);
        h = toggled ? 0.1 * tried : std::max(tried * factor, whole ? h : 0.0);
        return std::nullopt;
    }
}

std::optional<Fault> Simulation::startTransient() {
    const Transient& transient = *netlist_.transient;
    if (!transient.fromInitial) {
        // An oscillator has no rest: it starts with its switches off.
        if (auto fault = rest(true); fault && fault->kind != Fault::Kind::Restless) return fault;
        acceptStep();
        return std::nullopt;
    }
    for (Junction& junction : junctions_) junction.volt = 0.0;
    for (Key& key : keys_) {
        key = {.element = key.element};
        setKey(key);
    }
    for (Store& store : stores_) store.state = element(store.element).initial.value_or(0.0);
    // Just after 0: an instant lets every current and the switches find their values, a second one outlives
    // impulses of initial values that contradict each other.
    const double h = instant * transient.step;
    for (std::size_t round = 0; round < 2 * keys_.size() + 2; ++round) {
        const Trial trial = tryStep(0.0, h, 0.0);
        if (!trial.converged) return trial.fault ? trial.fault : Fault{Fault::Kind::NoSolution, {}};
        if (!toggleKeys()) break;
    }
    acceptStep();
    const Trial trial = tryStep(0.0, h, 0.0);
    if (!trial.converged) return trial.fault ? trial.fault : Fault{Fault::Kind::NoSolution, {}};
    acceptStep();
    return std::nullopt;
}

std::optional<Fault> Simulation::run(const std::function<void(double time)>& row, double mostWork) {
    const Transient& transient = *netlist_.transient;
    work_ = 0.0;
    mostWork_ = mostWork;
    largest_ = {0.0, 0.0};
    if (auto fault = startTransient()) return named(fault);
    row(0.0);
    double longest = transient.step;
    for (const Element& one : netlist_.elements)
        longest = std::min(longest, longestStep(one.wave, transient));
    const double apart = sameTime * transient.stop;
    const auto rows = static_cast<long>(std::ceil(transient.stop / transient.step * (1 - 1e-12)));
    double time = 0.0, h = 0.01 * longest;
    for (long k = 1; k <= rows; ++k) {
        const double rowTime = k == rows ? transient.stop : static_cast<double>(k) * transient.step;
        while (time < rowTime) {
            const double corner = cornerAfter(time);
            const double end = corner < rowTime - apart ? corner : rowTime;
            h = std::min(h, longest);
            if (auto fault = advance(time, end, h)) return named(fault);
            if (time == corner) h = std::min(h, 0.1 * longest);
        }
        row(rowTime);
    }
    return std::nullopt;
}

}  // namespace vonk::circuit
