// One line a message on stderr, with its weight in front; the service manager keeps it. Any thread may call.
#pragma once

#include <string_view>

namespace vonk {

enum class LogLevel { Info, Warning, Error };

void log(LogLevel level, std::string_view message);
inline void logInfo(std::string_view message) {
    log(LogLevel::Info, message);
}
inline void logWarning(std::string_view message) {
    log(LogLevel::Warning, message);
}
inline void logError(std::string_view message) {
    log(LogLevel::Error, message);
}

}  // namespace vonk
