#include "engine/circuit/waveform.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/core/math.h"

namespace vonk::circuit {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// A pulse with its defaults filled in.
struct PulseTimes {
    double delay, rise, width, fall, period;

    PulseTimes(const Pulse& pulse, const Transient& transient)
        : delay(pulse.delay),
          rise(pulse.rise.value_or(transient.step)),
          width(pulse.width.value_or(transient.stop)),
          fall(pulse.fall.value_or(transient.step)),
          period(pulse.period.value_or(transient.stop)) {}
};

double mix(double from, double to, double share) {
    return from + clamp(share, 0.0, 1.0) * (to - from);
}

double pulseAt(const Pulse& pulse, double time, double inside, const Transient& transient) {
    const PulseTimes p(pulse, transient);
    if (inside <= p.delay) return pulse.low;
    const double start = p.delay + p.period * std::floor((inside - p.delay) / p.period);
    const double local = time - start, within = inside - start;
    if (within < p.rise) return mix(pulse.low, pulse.high, local / p.rise);
    if (within < p.rise + p.width) return pulse.high;
    if (within < p.rise + p.width + p.fall)
        return mix(pulse.high, pulse.low, (local - p.rise - p.width) / p.fall);
    return pulse.low;
}

double sineAt(const Sine& sine, double time, const Transient& transient) {
    const double since = std::max(0.0, time - sine.delay);
    const double turn =
        2 * pi * sine.frequency.value_or(1.0 / transient.stop) * since + sine.phase * pi / 180.0;
    return sine.offset + sine.amplitude * exp(-since * sine.damping) * sin(turn);
}

double pieceWiseAt(const PieceWise& shape, double time) {
    const auto& points = shape.points;
    const auto after = std::upper_bound(points.begin(), points.end(), time,
                                        [](double t, const auto& point) { return t < point.first; });
    if (after == points.begin()) return points.front().second;
    if (after == points.end()) return points.back().second;
    const auto before = after - 1;
    const double share = (time - before->first) / (after->first - before->first);
    return before->second + share * (after->second - before->second);
}

double nextPulseCorner(const Pulse& pulse, double time, const Transient& transient) {
    const PulseTimes p(pulse, transient);
    if (time < p.delay) return p.delay;
    const double start = p.delay + p.period * std::floor((time - p.delay) / p.period);
    // A corner that rounding puts on `time` itself is looked for in the next period as well.
    for (const double from : {start, start + p.period})
        for (const double corner : {0.0, p.rise, p.rise + p.width, p.rise + p.width + p.fall})
            if (corner <= p.period && from + corner > time) return from + corner;
    return start + 2 * p.period;
}

}  // namespace

double valueAt(const Waveform& wave, double time, double inside, const Transient& transient) {
    if (const auto* sine = std::get_if<Sine>(&wave.shape)) return sineAt(*sine, time, transient);
    if (const auto* pulse = std::get_if<Pulse>(&wave.shape)) return pulseAt(*pulse, time, inside, transient);
    if (const auto* shape = std::get_if<PieceWise>(&wave.shape)) return pieceWiseAt(*shape, time);
    return wave.steady.value_or(0.0);
}

double valueAtStart(const Waveform& wave, const Transient* transient) {
    const Transient unknown{.step = 1.0, .stop = 1.0};
    return valueAt(wave, 0.0, 0.0, transient ? *transient : unknown);
}

double nextCorner(const Waveform& wave, double time, const Transient& transient) {
    if (const auto* sine = std::get_if<Sine>(&wave.shape)) return sine->delay > time ? sine->delay : never;
    if (const auto* pulse = std::get_if<Pulse>(&wave.shape)) return nextPulseCorner(*pulse, time, transient);
    if (const auto* shape = std::get_if<PieceWise>(&wave.shape)) {
        const auto after = std::upper_bound(shape->points.begin(), shape->points.end(), time,
                                            [](double t, const auto& point) { return t < point.first; });
        return after == shape->points.end() ? never : after->first;
    }
    return never;
}

double longestStep(const Waveform& wave, const Transient& transient) {
    const auto* sine = std::get_if<Sine>(&wave.shape);
    constexpr double shareOfPeriod = 1.0 / 128;
    return sine ? shareOfPeriod / sine->frequency.value_or(1.0 / transient.stop) : never;
}

}  // namespace vonk::circuit
