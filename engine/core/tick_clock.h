// Turns the real time of frames into ticks of the model. A frame that comes late runs at most three ticks and
// the rest of the time is dropped: the exhibit slows down for a moment instead of falling further and further
// behind.
#pragma once

namespace vonk {

class TickClock {
  public:
    static constexpr double tick_seconds = 1.0 / 60.0;
    static constexpr int most_ticks = 3;

    // `seconds` since the last frame; negative or not finite counts as none. Returns how many ticks to run
    // now, 0 to 3.
    int due(double seconds) {
        if (!(seconds > 0.0)) return 0;
        waiting_ += seconds < 1.0 ? seconds : 1.0;
        int ticks = 0;
        // A frame at exactly 60 Hz must not fall short by rounding.
        while (waiting_ > tick_seconds - 1e-6 && ticks < most_ticks) {
            waiting_ -= tick_seconds;
            ++ticks;
        }
        if (waiting_ > tick_seconds) waiting_ = 0.0;
        return ticks;
    }

  private:
    double waiting_ = 0.0;  // s, not yet run
};

}  // namespace vonk
