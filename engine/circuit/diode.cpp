#include "engine/circuit/diode.h"

#include <algorithm>
#include <cmath>

#include "engine/core/math.h"

namespace vonk::circuit {

Tangent tangentAt(const DiodeModel& model, double volt, double leak) {
    const double scale = model.emission * thermalVoltage;
    constexpr double steepest = 200.0;  // beyond, the curve goes on straight: no current is that large
    const double bent = std::min(volt / scale, steepest);
    const double growth = exp(bent);
    const double slope = model.saturation / scale * growth;
    const double ampere = model.saturation * (growth - 1.0) + slope * (volt - bent * scale);
    return {.siemens = slope + leak, .ampere = ampere - slope * volt};
}

double limitJunction(const DiodeModel& model, double next, double last, bool& limited) {
    const double scale = model.emission * thermalVoltage;
    const double critical = scale * log(scale / (std::sqrt(2.0) * model.saturation));
    if (next <= critical || std::fabs(next - last) <= 2 * scale) return next;
    limited = true;
    if (last <= 0.0) return next > 0.0 ? scale * log(next / scale) : next;
    const double grown = 1.0 + (next - last) / scale;
    return grown > 0.0 ? last + scale * log(grown) : critical;
}

}  // namespace vonk::circuit
