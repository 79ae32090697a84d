#include "engine/core/log.h"

#include <cstdio>
#include <string>

namespace vonk {

void log(LogLevel level, std::string_view message) {
    static constexpr std::string_view names[] = {"info: ", "warning: ", "error: "};
    std::string line(names[static_cast<int>(level)]);
    line.append(message).push_back('\n');
    std::fwrite(line.data(), 1, line.size(), stderr);  // one call: lines of two threads do not mix
}

}  // namespace vonk
