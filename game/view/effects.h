// What flies, splashes and dusts. Each effect is a place and a tick; how it looks is a function of the tick
// that is shown, so that it runs backwards, slowly or not at all together with the world.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "game/view/paint.h"
#include "game/world/snapshot.h"

namespace vonk::view {

struct Effect {
    enum class Kind : std::uint8_t { Splinters, Sparks, Splash, Dust };
    Kind kind = Kind::Splinters;
    double tick = 0.0;
    Vec2 place;             // m
    float strength = 1.0F;  // 0.4 small – 1.6 large
    std::uint32_t seed = 0;
};

class Effects {
  public:
    explicit Effects(const gfx::Graphics& graphics);

    // `torn`: whether the part with this id breaks like metal.
    void consume(std::span<const world::Event> events, double water_level,
                 const std::function<bool(PartId)>& torn);
    void clear() { effects_.clear(); }
    std::size_t size() const { return effects_.size(); }

    // Behind and before the things of the world.
    void drawBehind(const Brush& brush, double tick) const;
    // The glow of a break that is being told: it stays.
    void drawGlow(const Brush& brush, gfx::Point at) const;
    void drawBefore(const Brush& brush, double tick) const;

  private:
    void add(const Effect& effect);
    bool splashing(const Effect& beside) const;
    void splinters(const Brush& brush, const Effect& effect, double age) const;
    void sparks(const Brush& brush, const Effect& effect, double age) const;
    void splash(const Brush& brush, const Effect& effect, double age) const;
    void dust(const Brush& brush, const Effect& effect, double age) const;

    std::vector<Effect> effects_;
    gfx::SpriteId splinter_[6];
    gfx::SpriteId glow_, splash_, drop_, foam_, puff_, spark_;
};

}  // namespace vonk::view
