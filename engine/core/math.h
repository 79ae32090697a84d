// Elementary functions whose bits are the same on every CPU (SLEEF's deterministic forms, at most 1 ulp).
// Model rooms call these and never their libm namesakes: glibc picks other code on CPUs with FMA.
#pragma once

namespace vonk {

inline constexpr double pi = 3.14159265358979323846;

double exp(double x);
double log(double x);  // x > 0; NaN below, -infinity at 0
double sin(double x);  // radians
double cos(double x);
double atan2(double y, double x);
double pow(double x, double y);

// x clamped to [low, high]; low ≤ high.
inline double clamp(double x, double low, double high) {
    return x < low ? low : x > high ? high : x;
}

}  // namespace vonk
