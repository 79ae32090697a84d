#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "game/view/sound_names.h"
#include "game/view/world_sounds.h"

using namespace vonk;
using namespace vonk::view;

namespace {

struct Ears : SoundSink {
    struct Heard {
        std::string name;
        double volume, pan;
    };
    std::vector<Heard> heard;
    void play(std::string_view name, double volume, double pan) override {
        heard.push_back({std::string(name), volume, pan});
    }
};

world::Event event(world::EventKind kind, Vec2 place, double magnitude) {
    world::Event happened;
    happened.kind = kind;
    happened.place = place;
    happened.magnitude = magnitude;
    return happened;
}

}  // namespace

TEST_CASE("what happens is heard from where it happens, and every sound is in the bank") {
    Ears ears;
    WorldSounds sounds(&ears);
    sounds.setFrame(ViewFrame({10.0, 0.0}, {960.0, 540.0}, 96.0), 1920.0);
    const auto wood = [](PartId) { return false; };
    const std::array events{event(world::EventKind::Creak, {10.0, 0.0}, 0.85),
                            event(world::EventKind::MemberBroke, {1.0, 0.0}, 1.0),
                            event(world::EventKind::Splash, {19.0, 0.0}, 900.0),
                            event(world::EventKind::Impact, {10.0, 0.0}, 2000.0),
                            event(world::EventKind::OnBridge, {10.0, 0.0}, 0.0),
                            event(world::EventKind::LampLit, {10.0, 0.0}, 0.0),
                            event(world::EventKind::Won, {10.0, 0.0}, 0.0)};
    sounds.consume(events, false, wood);
    REQUIRE(ears.heard.size() == events.size());
    for (const auto& [name, volume, pan] : ears.heard) {
        CHECK(soundNamed(name));
        CHECK(volume > 0.0);
        CHECK(volume <= 1.0);
    }
    CHECK(ears.heard[1].pan < -0.4);
    CHECK(ears.heard[2].pan > 0.4);
    CHECK(ears.heard[4].name == "horn");
}

TEST_CASE("a bridge that creaks in every tick does not drum") {
    Ears ears;
    WorldSounds sounds(&ears);
    const std::array events{event(world::EventKind::Creak, {}, 0.9),
                            event(world::EventKind::Splash, {}, 100.0)};
    for (int tick = 0; tick < 60; ++tick) {
        sounds.update(1.0 / 60.0);
        sounds.consume(events, true, [](PartId) { return true; });
    }
    CHECK(ears.heard.size() <= 12);
    CHECK(ears.heard.size() >= 6);
}

TEST_CASE("silence is allowed") {
    WorldSounds sounds(nullptr);
    const std::array events{event(world::EventKind::Creak, {}, 0.9)};
    sounds.consume(events, true, [](PartId) { return true; });
    CHECK_FALSE(soundNamed("no such sound"));
}
