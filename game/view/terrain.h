// The ground cut open: banks of any outline with grass, soil, stones and buried treats, brick piers, the road
// on both sides, and the water between them, seen from the side. What stands still is drawn once into the
// kept background.
#pragma once

#include <optional>
#include <vector>

#include "game/level/level.h"
#include "game/view/paint.h"

namespace vonk::view {

class Terrain {
  public:
    Terrain(const level::Level& level, gfx::Graphics& graphics) : level_(level), graphics_(graphics) {}

    // `frame` turns the level into pixels of a picture of this size; `unit`: pixels per kit pixel.
    void layOut(const Metrics& metrics, const ViewFrame& frame, float unit);

    bool hasWater() const { return water_y_.has_value(); }
    float waterY() const { return water_y_.value_or(height_); }  // px of the surface
    float roadY() const { return road_y_; }
    float leftBank() const { return left_x_; }
    float rightBank() const { return right_x_; }
    // Where the water meets the ground, px; empty without water.
    struct Shore {
        float left = 0.0F, right = 0.0F;
    };
    const std::vector<Shore>& shores() const { return shores_; }
    // Height of the ground at that x, px; nothing where there is none.
    std::optional<float> groundAt(float x) const;

    // Back to front.
    void drawWater(gfx::Canvas& canvas) const;
    void drawGround(gfx::Canvas& canvas) const;
    void drawPiers(gfx::Canvas& canvas) const;
    void drawRoad(gfx::Canvas& canvas) const;
    // Piers that rise above the road, once more: before what moves in the far land.
    void drawTowers(gfx::Canvas& canvas) const;

    // Each frame: the surface that ripples, over everything that is in the water.
    void drawSurface(const Brush& brush) const;

  private:
    struct Outline {
        std::vector<gfx::Point> points;
        float left = 0.0F, right = 0.0F, top = 0.0F;
    };
    // Solid between `top` and `bottom` at this x.
    struct Span {
        float top = 0.0F, bottom = 0.0F;
    };
    std::vector<Span> spansAt(const Outline& outline, float x) const;
    void fillSoil(gfx::Canvas& canvas, const Outline& outline, std::size_t index) const;
    void scatterSoil(gfx::Canvas& canvas, const Outline& outline, std::size_t index) const;
    void sandyBed(gfx::Canvas& canvas, const Outline& outline) const;
    void grass(gfx::Canvas& canvas, const Outline& outline, std::size_t index) const;
    bool isBed(const Outline& outline) const;
    std::vector<Shore> openWater(bool piers) const;

    const level::Level& level_;
    gfx::Graphics& graphics_;
    float unit_ = 1.0F;
    float width_ = 0.0F, height_ = 0.0F;
    float road_y_ = 0.0F, left_x_ = 0.0F, right_x_ = 0.0F;
    std::optional<float> water_y_;
    std::vector<Outline> outlines_;
    struct Pier {
        gfx::Point at;     // px, of its anchor
        bool low = false;  // a stone under the road's level
    };
    std::vector<Pier> piers_;
    std::vector<Shore> shores_;    // between ground and ground
    std::vector<Shore> surfaces_;  // between ground, piers and ground
};

}  // namespace vonk::view
