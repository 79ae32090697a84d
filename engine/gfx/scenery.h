// A living background: sky, land and town in layers, clouds that drift, sails that turn, a cyclist on the
// dike. What stands still is composed once and then copied by memory; a cloud that moved a pixel has only its
// own rectangle drawn again.
//
//   auto scenery = gfx::Scenery::load(graphics, "attract");         // "night", "map"
//   scenery->update(canvas, scenery->cover(w, h), seconds, reducedMotion);   // before the frame's other
//   drawing canvas.begin(frame) ... scenery->draw(canvas) ... the world ... scenery->drawOver(canvas) ...
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/gfx/canvas.h"
#include "engine/gfx/layer.h"
#include "engine/gfx/scene_file.h"

namespace vonk::gfx {

// Where the scene's 1920x1080 picture lies on the screen: picture px x scale + origin.
struct Placement {
    float scale = 1.0F;
    Point origin;

    friend bool operator==(const Placement&, const Placement&) = default;
    Point operator()(Point picture) const { return picture * scale + origin; }
};

class Scenery {
  public:
    static Result<std::unique_ptr<Scenery>> load(Graphics& graphics, std::string_view name);
    ~Scenery();
    Scenery(const Scenery&) = delete;
    Scenery& operator=(const Scenery&) = delete;

    // The picture centred and as large as it must be to fill a screen of this size.
    Placement cover(int width, int height) const;

    // Moves time on and draws again what changed in the kept picture (width x height).
    void update(Canvas& canvas, int width, int height, const Placement& placement, double seconds,
                bool reducedMotion);
    // The background with what moves in it. Call it first in a frame.
    void draw(Canvas& canvas) const;
    // The layers in front of the world.
    void drawOver(Canvas& canvas) const;

  private:
    explicit Scenery(Graphics& graphics);
    struct Piece;  // a layer's texture
    struct Actor;  // a mover, its sprite found
    void compose(Canvas& canvas, std::optional<Rect> part);
    void drawLayer(Canvas& canvas, std::size_t index) const;
    void drawActor(Canvas& canvas, const Actor& actor) const;
    Rect cloudBox(const Actor& actor) const;
    Point place(const Actor& actor) const;

    Graphics& graphics_;
    SceneFile file_;
    std::vector<Piece> pieces_;
    std::vector<Actor> actors_;
    std::optional<Target> kept_;
    Placement placement_;
    Layer over_;
    double time_ = 0.0;
    bool still_ = false;
    std::size_t nextCloud_ = 0;
};

}  // namespace vonk::gfx
