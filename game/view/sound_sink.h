// What is heard of the world. The view names sounds; the bank that plays them is given by the screen.
#pragma once

#include <string_view>

namespace vonk::view {

class SoundSink {
  public:
    virtual ~SoundSink() = default;
    // `name` is a row of sound_names.h; what it does not know is silent. volume 0–1; pan −1 (left) to 1
    // (right).
    virtual void play(std::string_view name, double volume, double pan) = 0;
};

}  // namespace vonk::view
