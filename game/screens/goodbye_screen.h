// A short goodbye for somebody who leaves by the home key; then the start screen.
#pragma once

#include "game/screens/backdrops.h"
#include "game/screens/layouts.h"
#include "game/screens/screen.h"

namespace vonk::screens {

class GoodbyeScreen final : public Screen {
  public:
    explicit GoodbyeScreen(Services& services) : Screen(services), opened_(services.now) { resized(); }

    std::string_view name() const override { return "goodbye"; }
    void resized() override;
    ui::Widgets widgets() const override;
    void tapped(const std::string&, int) override {}
    void touchScene(const platform::PointerEvent& event) override;
    gfx::Rect keyScene() const override { return layout_.at("title"); }
    void update(double seconds) override;
    gfx::Painted prepare(gfx::Canvas& canvas) override;
    void drawScene(gfx::Canvas& canvas) override;

  private:
    Layout layout_;
    double opened_ = 0.0;
    bool gone_ = false;
};

}  // namespace vonk::screens
