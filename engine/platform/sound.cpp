#include "engine/platform/sound.h"

#include "engine/platform/synth.h"

namespace vonk::platform {

namespace {

using Samples = std::vector<std::int16_t>;

// Notes of the exhibit: C major, so that sounds that meet do not quarrel.
constexpr float c4 = 261.63F, e4 = 329.63F, g4 = 392.0F, c5 = 523.25F, e5 = 659.25F, g5 = 783.99F,
                c6 = 1046.5F, e6 = 1318.5F;

Samples tap() {
    Synth s(0.12F, 1);
    s.mallet({.pitch = 620, .pitchEnd = 560, .length = 0.11F, .volume = 0.8F, .envelope = {0.001F, 0.022F}},
             0.4F, 2.7F, 3);
    s.noise({.length = 0.02F, .volume = 0.25F, .envelope = {0.0005F, 0.004F}, .pitch = 2600, .width = 1.2F});
    return s.finish(0.5F);
}

Samples lift() {
    Synth s(0.16F, 2);
    s.mallet({.pitch = g4, .pitchEnd = c5, .length = 0.15F, .volume = 0.7F, .envelope = {0.004F, 0.05F}},
             0.25F, 2.0F, 3);
    return s.finish(0.42F);
}

Samples snap() {
    Synth s(0.34F, 3);
    s.noise({.length = 0.02F, .volume = 0.7F, .envelope = {0.0005F, 0.004F}, .pitch = 1900, .width = 1.0F});
    s.mallet({.pitch = c5, .length = 0.3F, .volume = 0.8F, .envelope = {0.001F, 0.06F}}, 0.35F, 3.9F, 3);
    s.mallet({.start = 0.05F, .pitch = g5, .length = 0.28F, .volume = 0.7F, .envelope = {0.001F, 0.07F}},
             0.3F, 3.9F, 3);
    return s.finish(0.6F);
}

Samples wrong() {
    Synth s(0.36F, 4);
    s.mallet({.pitch = g4 / 2, .length = 0.3F, .volume = 0.8F, .envelope = {0.004F, 0.07F}}, 0.3F, 2.0F, 3);
    s.mallet({.start = 0.12F, .pitch = e4 / 2, .length = 0.24F, .volume = 0.8F, .envelope = {0.004F, 0.08F}},
             0.3F, 2.0F, 3);
    return s.finish(0.5F);
}

Samples remove() {
    Synth s(0.24F, 5);
    s.mallet({.pitch = c5, .pitchEnd = g4 / 2, .length = 0.2F, .volume = 0.7F, .envelope = {0.003F, 0.06F}},
             0.3F, 2.0F, 2);
    s.noise({.start = 0.01F,
             .length = 0.16F,
             .volume = 0.2F,
             .envelope = {0.01F, 0.05F},
             .pitch = 1400,
             .pitchEnd = 500,
             .width = 1.4F});
    return s.finish(0.45F);
}

// Wood that slips and sticks: small knocks that come faster and slower, all ringing in the same body.
Samples creak() {
    Synth s(0.62F, 6);
    float at = 0.0F;
    for (int i = 0; i < 34 && at < 0.52F; ++i) {
        const float hurry = 0.5F + 0.5F * static_cast<float>(i) / 34.0F;
        const auto loud = static_cast<float>(s.random().between(0.4, 1.0));
        s.noise({.start = at,
                 .length = 0.03F,
                 .volume = loud,
                 .envelope = {0.0008F, 0.006F},
                 .pitch = 430.0F + 240.0F * hurry,
                 .width = 6.0F});
        s.noise({.start = at,
                 .length = 0.02F,
                 .volume = 0.4F * loud,
                 .envelope = {0.0008F, 0.004F},
                 .pitch = 1250.0F + 300.0F * hurry,
                 .width = 7.0F});
        at += static_cast<float>(s.random().between(0.008, 0.022)) / hurry;
    }
    return s.finish(0.45F);
}

Samples groan() {
    Synth s(0.8F, 7);
    s.voice({.pitch = 92,
             .pitchEnd = 78,
             .length = 0.76F,
             .volume = 0.7F,
             .envelope = {0.12F, 0.3F, 0.2F},
             .vibrato = 0.04F},
            310, 930, 0.4F, 11);
    s.mallet({.start = 0.05F,
              .pitch = 620,
              .pitchEnd = 560,
              .length = 0.6F,
              .volume = 0.12F,
              .envelope = {0.1F, 0.2F}},
             0.6F, 1.83F, 3);
    return s.finish(0.42F);
}

Samples breakWood() {
    Synth s(0.7F, 8);
    float at = 0.0F;
    for (int i = 0; i < 9; ++i) {
        const float loud = i == 0 ? 1.0F : 0.75F - 0.06F * static_cast<float>(i);
        s.noise({.start = at,
                 .length = 0.09F,
                 .volume = loud,
                 .envelope = {0.0004F, 0.014F},
                 .pitch = static_cast<float>(s.random().between(900, 2600)),
                 .width = 1.6F});
        at += static_cast<float>(s.random().between(0.008, 0.05));
    }
    s.tone({.pitch = 150, .pitchEnd = 62, .length = 0.34F, .volume = 0.9F, .envelope = {0.001F, 0.08F}});
    s.noise({.start = 0.02F,
             .length = 0.4F,
             .volume = 0.3F,
             .envelope = {0.005F, 0.1F},
             .pitch = 520,
             .pitchEnd = 260,
             .width = 1.2F});
    return s.finish(0.8F);
}

Samples breakSteel() {
    Synth s(1.2F, 9);
    for (const float pitch : {392.0F, 911.0F, 1487.0F, 2270.0F, 3380.0F})
        s.tone({.pitch = pitch * 1.02F,
                .pitchEnd = pitch * 0.97F,
                .length = 1.1F,
                .volume = 300.0F / pitch,
                .envelope = {0.001F, 0.32F * 900.0F / (600.0F + pitch)}});
    s.noise({.length = 0.1F, .volume = 0.9F, .envelope = {0.0004F, 0.016F}, .pitch = 2100, .width = 1.2F});
    s.tone({.pitch = 128, .pitchEnd = 58, .length = 0.3F, .volume = 0.9F, .envelope = {0.001F, 0.08F}});
    return s.finish(0.75F);
}

Samples splash() {
    Synth s(1.1F, 10);
    s.noise({.length = 0.9F,
             .volume = 1.0F,
             .envelope = {0.012F, 0.2F},
             .pitch = 2600,
             .pitchEnd = 420,
             .width = 0.7F});
    s.noise({.start = 0.06F,
             .length = 0.9F,
             .volume = 0.5F,
             .envelope = {0.05F, 0.3F},
             .pitch = 900,
             .pitchEnd = 300,
             .width = 0.9F});
    float at = 0.12F;
    for (int i = 0; i < 9; ++i) {
        const auto pitch = static_cast<float>(s.random().between(380, 900));
        s.tone({.start = at,
                .pitch = pitch,
                .pitchEnd = pitch * 1.7F,
                .length = 0.07F,
                .volume = 0.22F,
                .envelope = {0.006F, 0.03F}});
        at += static_cast<float>(s.random().between(0.04, 0.12));
    }
    return s.finish(0.7F);
}

Samples win() {
    Synth s(2.0F, 11);
    const float notes[] = {c5, e5, g5, c6};
    for (int i = 0; i < 4; ++i) {
        const float start = 0.13F * static_cast<float>(i);
        s.mallet({.start = start,
                  .pitch = notes[i],
                  .length = 0.8F,
                  .volume = 0.55F,
                  .envelope = {0.004F, 0.22F, 0.03F}},
                 0.42F, 2.0F, 5);
    }
    for (const float note : {c4, g4, e5, g5, c6, e6})
        s.mallet({.start = 0.56F,
                  .pitch = note,
                  .length = 1.3F,
                  .volume = 0.3F,
                  .envelope = {0.012F, 0.4F, 0.18F},
                  .vibrato = 0.004F,
                  .vibratoRate = 5.2F},
                 0.4F, 2.0F, 4);
    s.echo(0.13F, 0.22F);
    return s.finish(0.75F);
}

Samples horn() {
    Synth s(0.95F, 12);
    for (const auto& [start, length] : {std::pair{0.0F, 0.2F}, std::pair{0.3F, 0.55F}})
        for (const float pitch : {311.0F, 392.0F})
            s.voice({.start = start,
                     .pitch = pitch,
                     .length = length,
                     .volume = 0.6F,
                     .envelope = {0.02F, 0.6F, length - 0.12F},
                     .vibrato = 0.003F},
                    620, 1500, 0.05F, 30);
    s.echo(0.09F, 0.18F);
    return s.finish(0.6F);
}

Samples sheep() {
    Synth s(0.85F, 13);
    s.voice({.pitch = 330,
             .pitchEnd = 285,
             .length = 0.8F,
             .volume = 0.8F,
             .envelope = {0.05F, 0.25F, 0.35F},
             .vibrato = 0.035F},
            760, 1750, 0.55F, 8.5F);
    return s.finish(0.5F);
}

Samples lampOn() {
    Synth s(0.8F, 14);
    s.mallet({.pitch = c6, .length = 0.75F, .volume = 0.5F, .envelope = {0.02F, 0.2F}}, 0.3F, 2.0F, 3);
    s.mallet({.start = 0.06F, .pitch = e6, .length = 0.7F, .volume = 0.45F, .envelope = {0.03F, 0.24F}}, 0.3F,
             2.0F, 3);
    return s.finish(0.42F);
}

Samples switchClick() {
    Synth s(0.12F, 15);
    s.noise({.length = 0.02F, .volume = 0.6F, .envelope = {0.0004F, 0.003F}, .pitch = 2400, .width = 2.0F});
    s.noise({.start = 0.035F,
             .length = 0.05F,
             .volume = 1.0F,
             .envelope = {0.0004F, 0.006F},
             .pitch = 1500,
             .width = 2.2F});
    s.tone({.start = 0.035F,
            .pitch = 210,
            .pitchEnd = 160,
            .length = 0.08F,
            .volume = 0.6F,
            .envelope = {0.001F, 0.016F}});
    return s.finish(0.5F);
}

Samples star() {
    Synth s(0.9F, 16);
    s.mallet({.pitch = g5 * 1.5F, .length = 0.85F, .volume = 0.6F, .envelope = {0.002F, 0.22F}}, 0.4F, 2.76F,
             4);
    s.mallet(
        {.start = 0.07F, .pitch = g5 * 2.0F, .length = 0.8F, .volume = 0.5F, .envelope = {0.002F, 0.26F}},
        0.35F, 2.76F, 3);
    return s.finish(0.5F);
}

Samples firework() {
    Synth s(1.5F, 17);
    s.tone({.pitch = 500,
            .pitchEnd = 1700,
            .length = 0.42F,
            .volume = 0.18F,
            .envelope = {0.05F, 0.3F, 0.2F},
            .vibrato = 0.01F,
            .vibratoRate = 19});
    s.tone({.start = 0.45F,
            .pitch = 110,
            .pitchEnd = 44,
            .length = 0.5F,
            .volume = 1.0F,
            .envelope = {0.002F, 0.12F}});
    s.noise({.start = 0.45F,
             .length = 0.6F,
             .volume = 0.8F,
             .envelope = {0.002F, 0.12F},
             .pitch = 900,
             .pitchEnd = 240,
             .width = 0.8F});
    for (int i = 0; i < 36; ++i)
        s.noise({.start = static_cast<float>(s.random().between(0.6, 1.4)),
                 .length = 0.02F,
                 .volume = static_cast<float>(s.random().between(0.1, 0.35)),
                 .envelope = {0.0004F, 0.004F},
                 .pitch = static_cast<float>(s.random().between(2200, 4600)),
                 .width = 2.0F});
    return s.finish(0.6F);
}

Samples whoosh() {
    Synth s(0.34F, 18);
    s.noise({.length = 0.32F,
             .volume = 0.8F,
             .envelope = {0.12F, 0.08F},
             .pitch = 420,
             .pitchEnd = 1300,
             .width = 1.6F});
    return s.finish(0.26F);
}

Samples warning() {
    Synth s(0.9F, 19);
    s.mallet({.pitch = e5, .length = 0.5F, .volume = 0.6F, .envelope = {0.006F, 0.16F}}, 0.3F, 2.0F, 3);
    s.mallet({.start = 0.22F, .pitch = c5, .length = 0.6F, .volume = 0.6F, .envelope = {0.006F, 0.2F}}, 0.3F,
             2.0F, 3);
    return s.finish(0.45F);
}

}  // namespace

std::vector<std::int16_t> synthesise(Sound sound) {
    switch (sound) {
        case Sound::Tap:
            return tap();
        case Sound::Lift:
            return lift();
        case Sound::Snap:
            return snap();
        case Sound::Wrong:
            return wrong();
        case Sound::Remove:
            return remove();
        case Sound::Creak:
            return creak();
        case Sound::Groan:
            return groan();
        case Sound::BreakWood:
            return breakWood();
        case Sound::BreakSteel:
            return breakSteel();
        case Sound::Splash:
            return splash();
        case Sound::Win:
            return win();
        case Sound::Horn:
            return horn();
        case Sound::Sheep:
            return sheep();
        case Sound::LampOn:
            return lampOn();
        case Sound::Switch:
            return switchClick();
        case Sound::Star:
            return star();
        case Sound::Firework:
            return firework();
        case Sound::Whoosh:
            return whoosh();
        case Sound::Warning:
            return warning();
    }
    return {};
}

SoundBank::SoundBank() {
    for (int i = 0; i < soundCount; ++i) sounds_.push_back(synthesise(static_cast<Sound>(i)));
}

}  // namespace vonk::platform
