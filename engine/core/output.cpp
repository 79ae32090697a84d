#include "engine/core/output.h"

#include <cstdio>

namespace vonk {

int exitCodeOnceWritten(int code) {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
    std::fprintf(stderr, "stdout: cannot be written\n");
    return 2;
}

}  // namespace vonk
