// The inside of WorldPainter, shared by its source files.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "engine/gfx/layer.h"
#include "game/view/decor_painter.h"
#include "game/view/effects.h"
#include "game/view/scenery.h"
#include "game/view/terrain.h"
#include "game/view/vehicle_painter.h"
#include "game/view/world_painter.h"

namespace vonk::view {

struct WorldPainter::State {
    State(const level::Level& l, gfx::Graphics& g, SceneWords w)
        : level(l),
          graphics(g),
          words(std::move(w)),
          terrain(l, g),
          scenery(l, g, words.label),
          members(g),
          decor(l, g),
          vehicles(g),
          effects(g),
          circuit(l, g) {
        const auto rides = [](const level::Traffic& traffic) { return traffic.vehicle == "train"; };
        if (std::any_of(l.traffic.begin(), l.traffic.end(), rides)) members.layRails(g);
    }

    const level::Level& level;
    gfx::Graphics& graphics;
    SceneWords words;
    std::string sign;     // as it was painted last
    Metrics screen;       // the picture that is filled
    Metrics metrics;      // what is kept: the screen, or more where a level is wider
    ViewFrame frame;      // of what is kept
    ViewFrame near, all;  // on the screen: as one begins, and everything
    float unit = 1.0F;
    double time = 0.0;
    double far_time = 0.0;  // of the far land: stands still with a picture that is kept for a resting camera
    double dt = 0.0;        // since the last draw
    bool still = false;

    Terrain terrain;
    Scenery scenery;
    MemberPainter members;
    DecorPainter decor;
    VehiclePainter vehicles;
    Effects effects;
    CircuitPainter circuit;
    gfx::Layer background;
    std::optional<gfx::Layer> renewed;    // a background that is painted to take the other's place
    gfx::Layer nearer;                    // the background as a camera sees it that rests elsewhere
    std::optional<Resting> resting;       // what `nearer` shows
    std::optional<gfx::Target> setting;   // the land from where a camera set out, the size of the screen
    std::optional<ViewFrame> setting_as;  // what that shows; nothing: not to be used
    std::vector<world::PartKind> kinds;   // by part id, of the last snapshot: how debris looks

    void keep();
    float landUnit() const;  // px per kit px of the land
    gfx::Painted prepare(gfx::Canvas& canvas, Haste haste, const std::optional<Resting>& wanted,
                         const std::optional<ViewFrame>& from);
    bool isCircuit() const { return level.subject == level::Subject::Circuit; }
    std::vector<gfx::Stroke> backgroundStrokes() const;
    std::vector<gfx::Stroke> nearerStrokes() const;  // for `resting`
    gfx::Affine cameraTransform(const ViewFrame& camera) const;
    void prepareSetting(gfx::Canvas& canvas, const ViewFrame& from);
    bool rests(const ViewFrame& camera, const Veil& veil) const;  // `nearer` shows just that
    // The land that stands still, veiled; false: what moves in it comes before the veil, which is still to be
    // drawn.
    bool drawLand(gfx::Canvas& canvas, const ViewFrame& camera, const Veil& veil) const;
    bool drawSetting(gfx::Canvas& canvas, const ViewFrame& camera, const Veil& veil) const;
    void drawBackground(gfx::Canvas& canvas, const ViewFrame& camera) const;
    void drawMovingLand(gfx::Canvas& canvas) const;
    gfx::VeilStyle veilStyle(const ViewFrame& camera, const Veil& veil) const;
    void drawVeil(gfx::Canvas& canvas, const ViewFrame& camera, const Veil& veil) const;
    Brush landBrush(gfx::Canvas& canvas) const;
    Brush farBrush(gfx::Canvas& canvas) const;
    // A member as it looks where it is the level's own.
    void drawBody(const Brush& brush, const MemberDrawing& drawing, PartId part) const;
    void drawMembers(const Brush& brush, const world::Snapshot& snapshot, const Look& look) const;
    // `whole`: members that fell in one piece; else the halves of broken ones.
    // The member whose break is told, if it has broken at this moment.
    std::optional<ToldHalves> toldBreak(const Brush& brush, const world::Snapshot& snapshot,
                                        const Look& look) const;
    void drawTold(const Brush& brush, const ToldHalves& told, const Look& look) const;
    void drawDebris(const Brush& brush, const world::Snapshot& snapshot, const Look& look, bool whole) const;
    void drawJoints(const Brush& brush, const world::Snapshot& snapshot, const Look& look) const;
    // Whether what comes over is seen behind the members, not before them.
    bool ridesWithin(const world::Snapshot& snapshot) const;
    void drawVehicles(const Brush& brush, const world::Snapshot& snapshot,
                      const VehiclePainter::Look& look) const;
    MemberDrawing drawing(const Brush& brush, const world::Snapshot& snapshot,
                          const world::MemberView& member, const Look& look) const;
};

}  // namespace vonk::view
