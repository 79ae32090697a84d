// Draws one level's scene and what happens in it, at any place and scale of the picture, from snapshots
// alone: the play screen, the attract loop, replays and small pictures on cards all use it. It has no
// gestures and keeps no physics.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "engine/gfx/layer.h"
#include "game/level/level.h"
#include "game/view/circuit_painter.h"
#include "game/view/member_painter.h"
#include "game/view/paint.h"
#include "game/view/told_break.h"
#include "game/view/view_frame.h"
#include "game/world/snapshot.h"

namespace vonk::view {

class WorldPainter {
  public:
    // `level` and `graphics` outlive it.
    WorldPainter(const level::Level& level, gfx::Graphics& graphics, SceneWords words = {});
    ~WorldPainter();
    WorldPainter(WorldPainter&&) noexcept;
    WorldPainter& operator=(WorldPainter&&) noexcept;
    WorldPainter(const WorldPainter&) = delete;
    WorldPainter& operator=(const WorldPainter&) = delete;

    // The picture it fills: all of `metrics`' width and height, the level fitted inside the insets.
    void resize(const Metrics& metrics);
    // Of what is kept, which is more than the picture where the level is wider than its view.
    const ViewFrame& frame() const;
    const ViewFrame& near() const;  // on the screen, as one begins: frame() unless the level is wide
    const ViewFrame& all() const;   // on the screen, everything: near() unless the level is wide

    // The world has made a tick: its events start splinters, splashes and the like. Give every tick's, in
    // order.
    void consume(std::span<const world::Event> events);
    // The world begins anew: nothing flies any more.
    void clearEffects();
    void update(double dt);  // the scene's own motion, seconds

    // A shade over the land, light around a place (m). `strength` 0–1.
    struct Veil {
        Vec2 focus;
        double strength = 0.0;

        friend bool operator==(const Veil&, const Veil&) = default;
    };
    // Where a camera will rest for a while, and the veil that it sees the land through there.
    struct Resting {
        ViewFrame camera;
        Veil veil;

        friend bool operator==(const Resting&, const Resting&) = default;
    };
    // Redraws the kept background when it is stale; before the frame's target is begun. One for a resting
    // camera holds land, sky and veil, which stand still from now on, so that it costs the least. `from`:
    // where it sets out for there and comes back to; on the way the land is seen as it was from there,
    // scaled. BitByBit does no more of it than a frame has time for. The picture for the
    // camera comes last.
    enum class Haste { AtOnce, BitByBit };
    gfx::Painted prepare(gfx::Canvas& canvas, Haste haste = Haste::AtOnce,
                         const std::optional<Resting>& resting = std::nullopt,
                         const std::optional<ViewFrame>& from = std::nullopt);
    // Takes over what another painter of the same level and size keeps of the land, and the land's time.
    void takeLand(WorldPainter& other);

    struct Look {
        double tick = 0.0;     // the moment that is shown: effects are drawn as they are then
        bool loads = true;     // show pushed and pulled
        bool peaks = false;    // of the last run, not of now
        bool worried = false;  // driver and onlookers
        bool celebrating = false;
        bool waiting = false;  // who has to cross stands behind what is built: joints stay free
        bool thrown = false;   // whoever walks has lost their balance
        bool still = false;    // reduced motion
        // What the members bore when it broke: shown in the pieces while the break is told. May be empty.
        std::span<const world::MemberView> borne;
        // The break that is told: its pieces are drawn before everything else, hinged where they hang.
        std::optional<BreakTold> told;
        // How far all but what broke steps back, and around which place it does not.
        Veil veil;
        // Quiet dots where joints may lie.
        std::span<const world::GridPoint> grid;
        // Parts that have just been placed, and for how long, s: they bounce.
        std::span<const std::pair<PartId, double>> young;
    };
    // Everything, back to front, as seen by `camera` (frame() for the whole level).
    void draw(gfx::Canvas& canvas, const ViewFrame& camera, const world::Snapshot& snapshot,
              const Look& look);
    // The level and its design small in a rectangle of the canvas (px), without kept pictures: for cards.
    void drawSmall(gfx::Canvas& canvas, const gfx::Rect& area, const world::Snapshot& snapshot);

    // For those who draw over the world in the same hand.
    const MemberPainter& members() const;
    const CircuitPainter& circuit() const;
    double skyFrom() const;  // px: left of it a board covers the sky
    float unit() const;      // px per kit px of things in the world
    Brush brush(
        gfx::Canvas& canvas) const;  // at frame(); push cameraTransform() first when the camera has moved
    gfx::Affine cameraTransform(const ViewFrame& camera) const;
    // The camera, moved so that the kept background still fills the picture.
    ViewFrame within(const ViewFrame& camera) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vonk::view
