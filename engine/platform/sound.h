// The sounds of the exhibit: short, warm, and made here by adding tones and noise, so that no file is needed.
// The same numbers give the same sound on every machine up to rounding.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace vonk::platform {

enum class Sound : std::uint8_t {
    Tap,     // a key is touched
    Lift,    // a part is taken from the palette
    Snap,    // a part clicks into place
    Wrong,   // that does not go; soft, never a buzzer
    Remove,  // a part goes away
    Creak,   // wood near its strength
    Groan,   // steel near its strength
    BreakWood,
    BreakSteel,
    Splash,
    Win,
    Horn,  // the truck is glad
    Sheep,
    LampOn,
    Switch,
    Star,
    Firework,
    Whoosh,   // a screen arrives
    Warning,  // are you still there?
};
inline constexpr int soundCount = static_cast<int>(Sound::Warning) + 1;
inline constexpr int soundRate = 44100;

// Mono, -1..1 as int16, at soundRate; 0.05 to 2 s long, beginning and ending in silence.
std::vector<std::int16_t> synthesise(Sound sound);

// All of them, made once.
class SoundBank {
  public:
    SoundBank();
    std::span<const std::int16_t> samples(Sound sound) const {
        return sounds_[static_cast<std::size_t>(sound)];
    }

  private:
    std::vector<std::vector<std::int16_t>> sounds_;
};

}  // namespace vonk::platform
