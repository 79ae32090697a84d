#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/platform/audio.h"

using namespace vonk::platform;

TEST_CASE("every sound is short, loud enough, and begins and ends in silence") {
    const SoundBank bank;
    for (int i = 0; i < soundCount; ++i) {
        const auto samples = bank.samples(static_cast<Sound>(i));
        INFO("sound " << i);
        REQUIRE(samples.size() > soundRate / 20);
        REQUIRE(samples.size() <= 2 * soundRate);
        CHECK(std::abs(samples.front()) < 200);
        CHECK(std::abs(samples.back()) < 200);
        double power = 0.0;
        int peak = 0;
        double mean = 0.0;
        for (const std::int16_t s : samples) {
            power += static_cast<double>(s) * s;
            mean += s;
            peak = std::max(peak, std::abs(static_cast<int>(s)));
        }
        const auto count = static_cast<double>(samples.size());
        CHECK(std::sqrt(power / count) > 300.0);
        CHECK(std::fabs(mean / count) < 400.0);
        CHECK(peak < 0.85 * 32767);
        CHECK(peak > 0.2 * 32767);
    }
}

TEST_CASE("no two sounds are the same") {
    const SoundBank bank;
    for (int i = 0; i < soundCount; ++i)
        for (int k = 0; k < i; ++k)
            CHECK(!std::ranges::equal(bank.samples(static_cast<Sound>(i)),
                                      bank.samples(static_cast<Sound>(k))));
}

TEST_CASE("quiet hours may pass midnight") {
    const QuietHours night{22 * 60, 8 * 60};
    CHECK(night.contains(23 * 60));
    CHECK(night.contains(3 * 60));
    CHECK_FALSE(night.contains(8 * 60));
    CHECK_FALSE(night.contains(12 * 60));
    const QuietHours lesson{9 * 60, 10 * 60};
    CHECK(lesson.contains(9 * 60 + 30));
    CHECK_FALSE(lesson.contains(10 * 60));
    CHECK_FALSE(QuietHours{}.contains(0));
}

TEST_CASE("without a device everything goes on in silence and is still counted") {
    Audio audio({.enabled = false});
    audio.play(Sound::Win);
    audio.play(Sound::Win, {.volume = 2.0, .pan = -9.0, .pitch = 0.0});
    CHECK(audio.asked(Sound::Win) == 2);
    CHECK_FALSE(audio.audible());
}

TEST_CASE("a dummy device plays all sounds at all pitches and is closed again") {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    Audio audio({});
    CHECK(audio.audible());
    for (int i = 0; i < soundCount; ++i)
        audio.play(static_cast<Sound>(i), {.pan = -1.0 + 0.1 * i, .pitch = 0.3 + 0.1 * i});
    audio.setQuiet(true);
    CHECK_FALSE(audio.audible());
    audio.setQuiet(false);
    audio.setMuted(true);
    CHECK_FALSE(audio.audible());
}
