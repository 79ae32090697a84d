// The land behind the level: sky, sea, dikes, mills, fields and the town, by the level's backdrop; composed
// from the kit for any size of picture, so that the horizon lies right for where the level's road is. What
// stands still goes into the kept background; sails, clouds, rotors, cyclists and animals are drawn each
// frame.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "game/level/level.h"
#include "game/view/lighthouse.h"
#include "game/view/paint.h"
#include "game/view/people_painter.h"
#include "game/view/terrain.h"

namespace vonk::view {

// How the land takes part in what happens.
struct Mood {
    bool worried = false;      // something broke
    bool celebrating = false;  // it is won
};

class Scenery {
  public:
    using Label = std::function<std::string(std::string_view)>;
    Scenery(const level::Level& level, gfx::Graphics& graphics, Label label);

    // `seen`: px of the picture's height that are seen at once.
    void layOut(const Metrics& metrics, double seen, const Terrain& terrain, float unit);
    bool dusk() const { return dusk_; }
    // What stands before the far land must be right of this, px: a board covers the rest.
    void keepRightOf(float x) { clear_ = x; }

    // Into the kept background: far land, then what stands on the banks.
    void drawFar(gfx::Canvas& canvas) const;
    void drawNear(gfx::Canvas& canvas) const;
    // The light of the hour, over all that stands still: evening and storm are darker.
    void drawLight(gfx::Canvas& canvas) const;

    // Each frame, after the background: far things that move, and those on the banks.
    void drawMovingFar(const Brush& brush) const;
    void drawFlag(const Brush& brush, const Mood& mood) const;
    void drawOnlookers(const Brush& brush, const Mood& mood) const;
    // Boats, and the light of the lighthouse, 0–1.
    void drawEvening(const Brush& brush, float light) const;
    // Over the world: fish in the water belong behind it, reeds before it.
    void drawFish(const Brush& brush) const;
    void drawReeds(const Brush& brush) const;

  private:
    struct Piece {
        gfx::SpriteId sprite;
        gfx::Point at;       // px
        float scale = 1.0F;  // px per kit px
        float haze = 0.0F;
        float rate = 0.0F;  // radians/s, or px/s
        float phase = 0.0F;
        bool flip = false;
    };
    float x(float board) const { return board / 1920.0F * width_; }  // a place across the picture
    gfx::SpriteStyle style(const Piece& piece) const;
    void put(std::vector<Piece>& into, std::string_view name, gfx::Point at, float scale, float haze,
             float rate = 0.0F, float phase = 0.0F, bool flip = false);
    struct Mill {
        float board, tall;  // where across the board, kit px; height, kit px
    };
    void layOutLand();
    void layOutTurbines(float from, float to);
    void layOutMills(std::span<const Mill> mills);
    void layOutPolder();
    void layOutTown();
    void layOutHarbour();
    void layOutDelta();
    void addGables(float from, float to, float size, float haze);
    void layOutClouds();
    void layOutDusk();
    void layOutBanks();
    float arrivalEnd() const;
    gfx::Color hazeColour() const;
    void drawSky(gfx::Canvas& canvas) const;
    void drawHighClouds(gfx::Canvas& canvas) const;
    void drawGround(gfx::Canvas& canvas) const;
    void drawPolder(gfx::Canvas& canvas) const;
    void drawDike(gfx::Canvas& canvas) const;
    void drawQuay(gfx::Canvas& canvas) const;
    void drawSwan(gfx::Canvas& canvas) const;
    gfx::Color mist(std::uint32_t colour, float t) const;
    void hazed(gfx::Canvas& canvas, std::string_view name, gfx::Point at, float scale_x, float scale_y,
               float haze) const;
    void drawRipples(const Brush& brush) const;
    void drawTrain(const Brush& brush) const;
    void drawBoat(const Brush& brush) const;
    void drawRain(const Brush& brush) const;
    void drawBackWater(gfx::Canvas& canvas) const;
    gfx::Point builder(const Brush& brush, bool left) const;
    void child(const Brush& brush, gfx::Point feet, std::uint32_t place, bool left, const Mood& mood) const;

    const level::Level& level_;
    gfx::Graphics& graphics_;
    Label label_;
    PeoplePainter people_;
    const Terrain* terrain_ = nullptr;
    float width_ = 0.0F, height_ = 0.0F, unit_ = 1.0F;
    float seen_ = 0.0F;   // px of the height
    float sun_ = 0.235F;  // share of the width
    float horizon_ = 0.0F;
    float floor_ = 0.0F;  // px, where the interface begins
    float clear_ = 0.0F;
    // Delta: polder to the left and a town's quay to the right, clear and near: behind the start screen.
    enum class Land : std::uint8_t { Polder, Town, Harbour, Railway, Delta };
    enum class Sky : std::uint8_t { Day, Dusk, Storm };
    Land land_ = Land::Polder;
    Sky sky_ = Sky::Day;
    bool dusk_ = false;  // the evening behind a board of circuits
    bool river_ = false;
    std::vector<Piece> far_, fields_, near_, sails_, clouds_, cyclists_, reeds_, ships_;
    std::vector<Piece> trains_;  // one train, its first coach first
    std::vector<Piece> moored_;  // before the near dike or quay
    Lighthouse lighthouse_;
    bool lighthouse_there_ = false;
    gfx::Point shop_{}, flag_{}, sheep_{}, child_{};
    bool finish_ = false;      // somebody has to arrive
    bool shop_there_ = false;  // it is the cheese that arrives
    float quay_from_ = 0.0F;   // px, where the quay begins
};

}  // namespace vonk::view
