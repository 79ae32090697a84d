// The choice of a level: places on a map of the delta, each with its picture and the stars reached in this
// visit. No reading needed.
#pragma once

#include "game/screens/backdrops.h"
#include "game/screens/layouts.h"
#include "game/screens/screen.h"

namespace vonk::screens {

class ChooseScreen final : public Screen {
  public:
    explicit ChooseScreen(Services& services) : Screen(services) { resized(); }

    std::string_view name() const override { return "choose"; }
    void opened() override;
    void resized() override;
    ui::Widgets widgets() const override;
    void tapped(const std::string& id, int slot) override;
    gfx::Painted prepare(gfx::Canvas& canvas) override;
    void drawScene(gfx::Canvas& canvas) override;
    void drawOver(gfx::Canvas& canvas) override;

  private:
    std::vector<std::vector<gfx::Point>> roads() const;
    const level::Level* proposed() const;  // the first one not won yet

    Layout layout_;
    gfx::Layer road_;
    double opened_ = 0.0;
};

}  // namespace vonk::screens
