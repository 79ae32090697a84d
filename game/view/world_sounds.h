// What is heard of what happens: a sound for each event of the world and each thing a hand does, from where
// it is.
#pragma once

#include <array>
#include <functional>
#include <span>
#include <string_view>

#include "game/view/sound_sink.h"
#include "game/view/view_frame.h"
#include "game/world/snapshot.h"

namespace vonk::view {

class WorldSounds {
  public:
    // `sink` may be null: silence.
    explicit WorldSounds(SoundSink* sink) : sink_(sink) {}

    void setFrame(const ViewFrame& frame, double width) {
        frame_ = frame;
        width_ = width;
    }
    // Of one tick. `sheep`: what crosses bleats, a truck hoots. `metal`: whether that part is.
    void consume(std::span<const world::Event> events, bool sheep, const std::function<bool(PartId)>& metal);
    void play(std::string_view name, double volume, Vec2 place);  // metres
    void update(double dt);

  private:
    bool rested(std::size_t sound, double pause);

    SoundSink* sink_ = nullptr;
    ViewFrame frame_;
    double width_ = 1920.0;
    double time_ = 0.0;
    std::array<double, 4> last_{-10.0, -10.0, -10.0, -10.0};  // creak, thud, splash, break: no drumming
};

}  // namespace vonk::view
