// Draws one level's scene and what happens in it, at any place and scale of the picture, from snapshots
// alone: the play screen, the attract loop, replays and small pictures on cards all use it. It has no
// gestures and keeps no physics.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "game/level/level.h"
#include "game/view/view_frame.h"
#include "game/world/snapshot.h"

namespace vonk::gfx {
class Canvas;
class Graphics;
}  // namespace vonk::gfx

namespace vonk::view {

class WorldPainter {
  public:
    // `level` and `graphics` outlive it. `label`: string key → word on a thing of the scene; may be empty.
    WorldPainter(const level::Level& level, gfx::Graphics& graphics,
                 std::function<std::string(std::string_view)> label = {});
    ~WorldPainter();
    WorldPainter(const WorldPainter&) = delete;
    WorldPainter& operator=(const WorldPainter&) = delete;

    // The picture it fills: all of `metrics`' width and height, the level fitted inside the insets.
    void resize(const Metrics& metrics);
    const ViewFrame& frame() const;

    // The world has made a tick: its events start splinters, splashes and the like. Give every tick's, in
    // order.
    void consume(std::span<const world::Event> events);
    // The world begins anew: nothing flies any more.
    void clearEffects();
    void update(double dt);  // the scene's own motion, seconds

    // Redraws the kept background when it is stale; before the frame's target is begun.
    void prepare(gfx::Canvas& canvas);
    // Everything, back to front, as seen by `camera` (frame() for the whole level). `tick` is the moment that
    // is shown: effects are drawn as they are then.
    struct Look {
        double tick = 0.0;
        bool loads = false;   // show pushed and pulled
        bool scared = false;  // the driver
        bool celebrating = false;
    };
    void draw(gfx::Canvas& canvas, const ViewFrame& camera, const world::Snapshot& snapshot,
              const Look& look);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vonk::view
