#include "engine/platform/synth.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/platform/sound.h"

namespace vonk::platform {

namespace {

constexpr float rate = soundRate;
constexpr float tau = 2.0F * std::numbers::pi_v<float>;
// Pitch and envelope are looked at this often; between, they stand still (0.7 ms).
constexpr int block = 32;

std::size_t index(float seconds) {
    return static_cast<std::size_t>(std::max(0.0F, seconds) * rate);
}

// State variable band-pass (Chamberlin), stable for the pitches used here.
struct Band {
    float low = 0.0F;
    float band = 0.0F;
    float step(float in, float pitch, float q) {
        const float f = 2.0F * std::sin(std::numbers::pi_v<float> * std::min(pitch, rate / 7.0F) / rate);
        low += f * band;
        const float high = in - low - band / q;
        band += f * high;
        return band;
    }
};

float slide(float from, float to, float share) {
    return to > 0.0F ? from * std::pow(to / from, share) : from;
}

}  // namespace

Synth::Synth(float seconds, std::uint64_t seed) : samples_(index(seconds), 0.0F), random_(seed) {}

float Synth::envelope(const Envelope& e, float time, float length) const {
    if (time < e.attack) return time / e.attack;
    const float fade = std::min(1.0F, (length - time) / 0.004F);
    const float late = time - e.attack - e.hold;
    return (late > 0.0F ? std::exp(-late / e.decay) : 1.0F) * std::max(0.0F, fade);
}

void Synth::tone(const ToneDef& def) {
    const std::size_t first = index(def.start);
    const std::size_t last = std::min(samples_.size(), first + index(def.length));
    float cosine = std::cos(tau * def.phase);
    float sine = std::sin(tau * def.phase);
    for (std::size_t i = first; i < last; i += block) {
        const float time = static_cast<float>(i - first) / rate;
        float pitch = slide(def.pitch, def.pitchEnd, time / def.length);
        if (def.vibrato > 0.0F) pitch *= 1.0F + def.vibrato * std::sin(tau * def.vibratoRate * time);
        // A turning pointer instead of a sine for each sample.
        const float turnCosine = std::cos(tau * pitch / rate);
        const float turnSine = std::sin(tau * pitch / rate);
        const float level = def.volume * envelope(def.envelope, time, def.length);
        const float nextLevel = def.volume * envelope(def.envelope, time + block / rate, def.length);
        for (std::size_t k = i; k < std::min(last, i + block); ++k) {
            const float share = static_cast<float>(k - i) / block;
            samples_[k] += sine * (level + (nextLevel - level) * share);
            const float turned = cosine * turnCosine - sine * turnSine;
            sine = sine * turnCosine + cosine * turnSine;
            cosine = turned;
        }
    }
}

void Synth::mallet(const ToneDef& def, float overtone, float ratio, int partials) {
    ToneDef partial = def;
    for (int i = 0; i < partials; ++i) {
        tone(partial);
        partial.pitch *= ratio;
        partial.pitchEnd *= ratio;
        partial.volume *= overtone;
        partial.envelope.decay *= 0.6F;
        if (partial.pitch > rate / 3.0F) return;
    }
}

void Synth::noise(const NoiseDef& def) {
    const std::size_t first = index(def.start);
    const std::size_t last = std::min(samples_.size(), first + index(def.length));
    Band filter;
    for (std::size_t i = first; i < last; i += block) {
        const float time = static_cast<float>(i - first) / rate;
        const float pitch = slide(def.pitch, def.pitchEnd, time / def.length);
        const float level = def.volume * envelope(def.envelope, time, def.length);
        const float nextLevel = def.volume * envelope(def.envelope, time + block / rate, def.length);
        for (std::size_t k = i; k < std::min(last, i + block); ++k) {
            const float share = static_cast<float>(k - i) / block;
            const auto white = static_cast<float>(random_.between(-1.0, 1.0));
            samples_[k] += filter.step(white, pitch, def.width) * (level + (nextLevel - level) * share);
        }
    }
}

void Synth::voice(const ToneDef& def, float formant1, float formant2, float tremolo, float tremoloRate) {
    const std::size_t first = index(def.start);
    const std::size_t last = std::min(samples_.size(), first + index(def.length));
    Band one;
    Band two;
    float phase = 0.0F;
    for (std::size_t i = first; i < last; ++i) {
        const float time = static_cast<float>(i - first) / rate;
        const float shake = std::sin(tau * tremoloRate * time);
        const float pitch = slide(def.pitch, def.pitchEnd, time / def.length) * (1.0F + def.vibrato * shake);
        phase += pitch / rate;
        phase -= std::floor(phase);
        const float wave = 2.0F * phase - 1.0F;
        const float level =
            def.volume * envelope(def.envelope, time, def.length) * (1.0F - tremolo * (0.5F + 0.5F * shake));
        samples_[i] += (one.step(wave, formant1, 5.0F) + 0.6F * two.step(wave, formant2, 7.0F)) * level;
    }
}

void Synth::echo(float delay, float volume) {
    const std::size_t steps = index(delay);
    for (std::size_t i = steps; i < samples_.size(); ++i) samples_[i] += volume * samples_[i - steps];
}

std::vector<std::int16_t> Synth::finish(float peak) {
    float most = 1e-6F;
    for (const float s : samples_) most = std::max(most, std::fabs(s));
    constexpr std::size_t fade = soundRate / 200;
    std::vector<std::int16_t> out(samples_.size());
    for (std::size_t i = 0; i < samples_.size(); ++i) {
        const float in = std::min(1.0F, static_cast<float>(i) / 20.0F);
        const float end =
            std::min(1.0F, static_cast<float>(samples_.size() - 1 - i) / static_cast<float>(fade));
        out[i] = static_cast<std::int16_t>(std::lround(samples_[i] / most * peak * in * end * 32767.0F));
    }
    return out;
}

}  // namespace vonk::platform
