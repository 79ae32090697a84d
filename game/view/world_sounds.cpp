#include "game/view/world_sounds.h"

#include <algorithm>
#include <cmath>

namespace vonk::view {

void WorldSounds::play(std::string_view name, double volume, Vec2 place) {
    if (!sink_) return;
    const double x = frame_.pixelOf(place).x / std::max(1.0, width_);
    sink_->play(name, std::clamp(volume, 0.0, 1.0), std::clamp(1.4 * (x - 0.5), -1.0, 1.0));
}

void WorldSounds::update(double dt) {
    time_ += dt;
}

bool WorldSounds::rested(std::size_t sound, double pause) {
    if (time_ - last_[sound] < pause) return false;
    last_[sound] = time_;
    return true;
}

void WorldSounds::consume(std::span<const world::Event> events, bool sheep,
                          const std::function<bool(PartId)>& metal) {
    for (const world::Event& event : events) {
        // Impulses span decades; ears hear their logarithm.
        const double loud = 0.2 * std::log10(1.0 + std::max(0.0, event.magnitude));
        switch (event.kind) {
            case world::EventKind::Creak:
                if (rested(0, 0.35))
                    play(metal(event.part) ? "groan" : "creak", 0.5 + 0.5 * (event.magnitude - 0.8) / 0.2,
                         event.place);
                break;
            case world::EventKind::MemberBroke:
                if (rested(3, 0.06)) play(metal(event.part) ? "break-steel" : "break", 1.0, event.place);
                break;
            case world::EventKind::Impact:
                if (event.magnitude > 150.0 && rested(1, 0.08)) play("thud", loud, event.place);
                break;
            case world::EventKind::Splash:
                if (rested(2, 0.12)) play("splash", 0.25 + loud, event.place);
                break;
            case world::EventKind::OnBridge:
                play(sheep ? "baa" : "horn", 0.5, event.place);
                break;
            case world::EventKind::LampLit:
                play("lamp", 0.9, event.place);
                break;
            // The fanfare is the screen's.
            case world::EventKind::Won:
                play(sheep ? "baa" : "horn", 0.9, event.place);
                break;
            case world::EventKind::Across:
            case world::EventKind::Collapse:
            case world::EventKind::LampOut:
            case world::EventKind::GoalHeld:
            case world::EventKind::Lost:
                break;
        }
    }
}

}  // namespace vonk::view
