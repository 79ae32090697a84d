// The junction diode: i = is·(exp(v / (n·Vt)) − 1) + gmin·v, at 27 °C.
#pragma once

#include "engine/circuit/netlist.h"

namespace vonk::circuit {

inline constexpr double thermalVoltage = 0.0258649;  // V, 27 °C
inline constexpr double junctionLeak = 1e-12;        // S, beside each junction

// The tangent at a voltage: i = siemens·v + ampere, with a leak beside it.
struct Tangent {
    double siemens = 0.0;
    double ampere = 0.0;
};
Tangent tangentAt(const DiodeModel& model, double volt, double leak);

// How far one may go from the last guess towards the next without the exponential running away (SPICE's
// pnjlim; L. Nagel, SPICE2, 1975). `limited` is set when the next guess was cut short.
double limitJunction(const DiodeModel& model, double next, double last, bool& limited);

}  // namespace vonk::circuit
