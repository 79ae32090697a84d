// Time behind one interface: the kiosk runs on the real clock, demo, monkey and tests on one that only moves
// when told.
#pragma once

namespace vonk::platform {

class Clock {
  public:
    virtual ~Clock() = default;
    // Seconds since some fixed moment; never goes back.
    virtual double now() const = 0;
    // Returns at once when the moment has passed.
    virtual void sleepUntil(double seconds) = 0;
};

// The machine's monotonic clock.
class RealClock final : public Clock {
  public:
    double now() const override;
    void sleepUntil(double seconds) override;
};

// Sleeping is what moves it, so a program that paces itself runs as fast as it can.
class VirtualClock final : public Clock {
  public:
    double now() const override { return now_; }
    void sleepUntil(double seconds) override {
        if (seconds > now_) now_ = seconds;
    }
    void advance(double seconds) { now_ += seconds; }

  private:
    double now_ = 0.0;
};

// Keeps frames at a steady rate with absolute deadlines, so that lateness does not add up. A missed deadline
// is forgiven: the next one counts from now.
class Pacer {
  public:
    Pacer(Clock& clock, double framesPerSecond);
    // Sleeps until the next frame is due; returns the time since the last one, seconds, at most
    // `longestStep`.
    double wait();
    static constexpr double longestStep = 0.1;

  private:
    Clock& clock_;
    double interval_;
    double deadline_;
    double last_;
};

// CPU time of this thread, seconds: what a phase of a frame cost by itself.
double threadCpuSeconds();

}  // namespace vonk::platform
