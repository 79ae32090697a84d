#include "engine/platform/clock.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <ctime>

namespace vonk::platform {

namespace {

double seconds(const timespec& t) {
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

}  // namespace

double RealClock::now() const {
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return seconds(t);
}

void RealClock::sleepUntil(double moment) {
    timespec t{};
    const double whole = std::floor(moment);
    t.tv_sec = static_cast<time_t>(whole);
    t.tv_nsec = std::min(999'999'999L, static_cast<long>((moment - whole) * 1e9));
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, nullptr) == EINTR) {
    }
}

Pacer::Pacer(Clock& clock, double framesPerSecond)
    : clock_(clock), interval_(1.0 / framesPerSecond), deadline_(clock.now()), last_(clock.now()) {}

double Pacer::wait() {
    deadline_ += interval_;
    if (clock_.now() >= deadline_)
        deadline_ = clock_.now();
    else
        clock_.sleepUntil(deadline_);
    const double now = clock_.now();
    const double passed = std::min(now - last_, longestStep);
    last_ = now;
    return passed;
}

double threadCpuSeconds() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return seconds(t);
}

}  // namespace vonk::platform
