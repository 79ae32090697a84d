#!/usr/bin/env bash
# Fails if a model library calls a function of libm whose bits depend on the CPU. Arguments: the static libraries.
# glibc picks other code for exp, log, sin and their kin where the CPU has FMA; what is allowed is exact by IEEE 754.
set -euo pipefail
allowed='^(sqrt|fabs|floor|ceil|trunc|round|rint|nearbyint|fmin|fmax|fmod|remainder|copysign|ldexp|frexp|modf|scalbn|scalbln|ilogb|logb|lrint|llrint|lround|llround|nextafter|isinf|isnan|finite)[fl]?$'
libm=$(g++ -print-file-name=libm.so.6)
[ -e "$libm" ] || { echo "libm is not found" >&2; exit 1; }
known=$(nm -D --defined-only "$libm" | awk '{print $3}' | sed 's/@.*//' | sort -u)
[ "$(wc -l <<<"$known")" -gt 100 ] || { echo "libm's symbols cannot be read" >&2; exit 1; }
bad=0
for library in "$@"; do
    [ -e "$library" ] || { echo "no library $library" >&2; exit 1; }
    used=$(nm -u -A "$library" 2>/dev/null | awk '{print $NF}' | sed 's/@.*//' | sort -u)
    found=$(comm -12 <(printf '%s\n' "$used") <(printf '%s\n' "$known") | grep -Ev "$allowed" || true)
    if [ -n "$found" ]; then
        printf '%s calls %s\n' "$(basename "$library")" "$(tr '\n' ' ' <<<"$found")" >&2
        bad=1
    fi
done
exit $bad
