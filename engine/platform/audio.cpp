#include "engine/platform/audio.h"

#include <SDL.h>
#include <SDL_mixer.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "engine/core/log.h"

namespace vonk::platform {

namespace {

constexpr int channels = 16;
constexpr Uint32 shortestRepeat = 30;  // ms

}  // namespace

struct Audio::Device {
    SoundBank bank;
    // What each channel plays; SDL_mixer reads it while it sounds.
    std::array<std::vector<std::int16_t>, channels> buffers;
    std::array<Mix_Chunk*, channels> chunks{};
    std::array<Uint32, static_cast<std::size_t>(soundCount)> lastPlayed{};
    bool open = false;

    Device() {
        if (SDL_InitSubSystem(SDL_INIT_AUDIO) != 0) return;
        open = Mix_OpenAudio(soundRate, AUDIO_S16SYS, 2, 512) == 0;
        if (open) Mix_AllocateChannels(channels);
    }
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;
    ~Device() {
        if (open) {
            Mix_HaltChannel(-1);
            for (Mix_Chunk* chunk : chunks)
                if (chunk != nullptr) Mix_FreeChunk(chunk);
            Mix_CloseAudio();
        }
        SDL_QuitSubSystem(SDL_INIT_AUDIO);
    }

    void play(Sound sound, double volume, double pan, double pitch) {
        const Uint32 now = SDL_GetTicks();
        Uint32& last = lastPlayed[static_cast<std::size_t>(sound)];
        if (last != 0 && now - last < shortestRepeat) return;
        int free = 0;
        while (free < channels && Mix_Playing(free) != 0) ++free;
        if (free == channels) return;
        last = std::max<Uint32>(1, now);
        const auto channel = static_cast<std::size_t>(free);
        if (chunks[channel] != nullptr) Mix_FreeChunk(chunks[channel]);
        // Equal power: as loud in the middle as at the sides.
        const double angle = (std::clamp(pan, -1.0, 1.0) + 1.0) * std::numbers::pi / 4.0;
        const double left = std::cos(angle) * volume;
        const double right = std::sin(angle) * volume;
        const auto samples = bank.samples(sound);
        pitch = std::clamp(pitch, 0.5, 2.0);
        const auto count = static_cast<std::size_t>(static_cast<double>(samples.size() - 1) / pitch);
        std::vector<std::int16_t>& out = buffers[channel];
        out.resize(count * 2);
        for (std::size_t i = 0; i < count; ++i) {
            const double at = static_cast<double>(i) * pitch;
            const auto k = static_cast<std::size_t>(at);
            const double value = samples[k] + (samples[std::min(k + 1, samples.size() - 1)] - samples[k]) *
                                                  (at - static_cast<double>(k));
            out[2 * i] = static_cast<std::int16_t>(value * left);
            out[2 * i + 1] = static_cast<std::int16_t>(value * right);
        }
        chunks[channel] = Mix_QuickLoad_RAW(reinterpret_cast<Uint8*>(out.data()),
                                            static_cast<Uint32>(out.size() * sizeof(std::int16_t)));
        if (chunks[channel] != nullptr) Mix_PlayChannel(free, chunks[channel], 0);
    }
};

bool QuietHours::contains(int minute) const {
    if (from <= to) return minute >= from && minute < to;
    return minute >= from || minute < to;
}

Audio::Audio(const AudioDef& def) : volume_(std::clamp(def.volume, 0.0, 1.0)) {
    if (!def.enabled) return;
    device_ = std::make_unique<Device>();
    if (device_->open) return;
    logWarning(fmt::format("There is no sound: {}", SDL_GetError()));
    device_.reset();
}

Audio::~Audio() = default;

void Audio::play(Sound sound, const PlayStyle& style) {
    ++asked_[static_cast<std::size_t>(sound)];
    if (!audible()) return;
    device_->play(sound, volume_ * std::clamp(style.volume, 0.0, 1.0), style.pan, style.pitch);
}

void Audio::setVolume(double volume) {
    volume_ = std::clamp(volume, 0.0, 1.0);
}
void Audio::setMuted(bool muted) {
    muted_ = muted;
}
void Audio::setQuiet(bool quiet) {
    quiet_ = quiet;
}
bool Audio::audible() const {
    return device_ != nullptr && !muted_ && !quiet_ && volume_ > 0.0;
}

}  // namespace vonk::platform
