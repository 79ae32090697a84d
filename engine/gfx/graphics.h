// What every picture needs and what lives as long as the window: GL programs, the sprite atlas, the fonts.
//
//   auto window   = platform::Window::create({...});            // or offscreen
//   auto graphics = gfx::Graphics::create(platform::assetsFolder(), scale);
//   gfx::Frame frame(window->width(), window->height());
//   gfx::Canvas canvas(*graphics);
//   canvas.begin(frame.target());  ... draw ...  canvas.end();  frame.present(*window);
//
// `scale` is pixels per kit pixel of this screen: (pixels per mm) / 3.6 where the interface follows
// millimetres.
#pragma once

#include <filesystem>
#include <memory>

#include "engine/core/error.h"
#include "engine/gfx/atlas.h"
#include "engine/gfx/font.h"
#include "engine/gfx/texture.h"

namespace vonk::gfx {

class Graphics {
  public:
    // Loads the densities of art that a screen of this scale shows. Needs a current GL context.
    static Result<std::unique_ptr<Graphics>> create(const std::filesystem::path& assets, double scale);
    ~Graphics();
    Graphics(const Graphics&) = delete;
    Graphics& operator=(const Graphics&) = delete;

    Atlas& atlas() { return *atlas_; }
    const Atlas& atlas() const { return *atlas_; }
    Fonts& fonts() { return *fonts_; }
    const std::filesystem::path& assets() const { return assets_; }
    double scale() const { return scale_; }

    // Shorthand for atlas().id(name).
    SpriteId sprite(std::string_view name) const { return atlas_->id(name); }

    // For Canvas and its kin in this room.
    struct Gl;
    Gl& gl() { return *gl_; }

  private:
    Graphics();
    std::filesystem::path assets_;
    double scale_ = 1.0;
    std::unique_ptr<Gl> gl_;
    std::unique_ptr<Atlas> atlas_;
    std::unique_ptr<Fonts> fonts_;
};

}  // namespace vonk::gfx
