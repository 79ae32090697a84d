// Tells the service manager that the kiosk lives, so that it is started again when it hangs. Does nothing
// outside systemd.
#pragma once

#include <string>

#include "engine/platform/clock.h"

namespace vonk::platform {

class Watchdog {
  public:
    explicit Watchdog(const Clock& clock);
    // Once, when the first picture is shown.
    void ready();
    // Every frame; passes on no more than is needed.
    void alive();
    // One line for `systemctl status`.
    void status(const std::string& line);
    void stopping();
    // Seconds after which the manager loses patience; 0: nobody watches.
    double patience() const { return patience_; }

  private:
    const Clock& clock_;
    double patience_ = 0.0;
    double next_ = 0.0;
};

}  // namespace vonk::platform
