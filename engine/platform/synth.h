// The instruments behind sound.cpp: decaying tones, filtered noise, and a voice. Times in seconds, pitches in
// Hz.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/core/random.h"

namespace vonk::platform {

struct Envelope {
    float attack = 0.003F;  // straight up
    float decay = 0.2F;     // then down to 1/e of it in this time
    float hold = 0.0F;      // full in between
};

struct ToneDef {
    float start = 0.0F;
    float pitch = 440.0F;
    float pitchEnd = 0.0F;  // slides there exponentially over `length`; 0: stays
    float length = 0.5F;
    float volume = 0.5F;
    Envelope envelope;
    float vibrato = 0.0F;  // share of the pitch
    float vibratoRate = 6.0F;
    float phase = 0.0F;  // turns
};

struct NoiseDef {
    float start = 0.0F;
    float length = 0.3F;
    float volume = 0.5F;
    Envelope envelope;
    float pitch = 1000.0F;  // centre of the band
    float pitchEnd = 0.0F;
    float width = 1.0F;  // Q of the band: 0.5 wide .. 20 a whistle
};

class Synth {
  public:
    Synth(float seconds, std::uint64_t seed);
    void tone(const ToneDef& def);
    // A tone with overtones: each next one `overtone` times as loud and shorter.
    void mallet(const ToneDef& def, float overtone, float ratio, int partials);
    void noise(const NoiseDef& def);
    // A rich wave through two formants: a bleat.
    void voice(const ToneDef& def, float formant1, float formant2, float tremolo, float tremoloRate);
    Random& random() { return random_; }
    // A short room behind it.
    void echo(float delay, float volume);
    // Loudest sample becomes `peak`; the ends are faded to silence.
    std::vector<std::int16_t> finish(float peak);

  private:
    float envelope(const Envelope& envelope, float time, float length) const;
    std::vector<float> samples_;
    Random random_;
};

}  // namespace vonk::platform
