#include "engine/core/math.h"

#include <sleef.h>

namespace vonk {

double exp(double x) {
    return Sleef_cinz_expd1_u10purec(x);
}
double log(double x) {
    return Sleef_cinz_logd1_u10purec(x);
}
double sin(double x) {
    return Sleef_cinz_sind1_u10purec(x);
}
double cos(double x) {
    return Sleef_cinz_cosd1_u10purec(x);
}
double atan2(double y, double x) {
    return Sleef_cinz_atan2d1_u10purec(y, x);
}
double pow(double x, double y) {
    return Sleef_cinz_powd1_u10purec(x, y);
}

}  // namespace vonk
