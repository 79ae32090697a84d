// Plays the sounds. Nothing depends on it: without a sound card, muted or in quiet hours everything goes on
// in silence.
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "engine/platform/sound.h"

namespace vonk::platform {

struct AudioDef {
    bool enabled = true;  // false: no device is opened (demo, tests)
    double volume = 0.7;  // 0..1
};

struct PlayStyle {
    double volume = 1.0;  // 0..1 of the master's
    double pan = 0.0;     // -1 left .. 1 right: where on the screen it happens
    double pitch = 1.0;   // 0.5..2; a little chance keeps repeated sounds alive
};

// Hours in which the house is quiet, minutes since midnight; from 22:00 to 08:00 is {1320, 480}.
struct QuietHours {
    int from = 0;
    int to = 0;  // equal to `from`: never quiet

    bool contains(int minuteOfDay) const;
};

class Audio {
  public:
    // Says one line in the log when there is no sound, and why.
    explicit Audio(const AudioDef& def);
    ~Audio();
    Audio(const Audio&) = delete;
    Audio& operator=(const Audio&) = delete;

    // The same sound again within 30 ms, and more than 16 at once, are left out.
    void play(Sound sound, const PlayStyle& style = {});
    void setVolume(double volume);
    void setMuted(bool muted);
    void setQuiet(bool quiet);  // quiet hours; apart from mute, so that each keeps its own mind
    bool muted() const { return muted_; }
    bool audible() const;
    // How often a sound was asked for, audible or not.
    std::uint64_t asked(Sound sound) const { return asked_[static_cast<std::size_t>(sound)]; }

  private:
    struct Device;
    std::unique_ptr<Device> device_;
    std::array<std::uint64_t, static_cast<std::size_t>(soundCount)> asked_{};
    double volume_ = 0.7;
    bool muted_ = false;
    bool quiet_ = false;
};

}  // namespace vonk::platform
