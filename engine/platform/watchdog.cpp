#include "engine/platform/watchdog.h"

#include <systemd/sd-daemon.h>

#include <cstdint>

namespace vonk::platform {

Watchdog::Watchdog(const Clock& clock) : clock_(clock) {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) > 0) patience_ = static_cast<double>(microseconds) * 1e-6;
}

void Watchdog::ready() {
    sd_notify(0, "READY=1");
}

void Watchdog::alive() {
    if (patience_ <= 0.0 || clock_.now() < next_) return;
    sd_notify(0, "WATCHDOG=1");
    next_ = clock_.now() + patience_ / 3.0;
}

void Watchdog::status(const std::string& line) {
    sd_notify(0, ("STATUS=" + line).c_str());
}

void Watchdog::stopping() {
    sd_notify(0, "STOPPING=1");
}

}  // namespace vonk::platform
