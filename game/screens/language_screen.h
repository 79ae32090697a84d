// The languages, each by its own name, so that whoever reads none of the others finds it. Lies on any screen;
// a tap chooses, a touch beside it leaves all as it was. What runs below waits.
#pragma once

#include "game/screens/layouts.h"
#include "game/screens/screen.h"

namespace vonk::screens {

class LanguageScreen final : public Screen {
  public:
    // `below` stays where it is while this lies on it.
    LanguageScreen(Services& services, Screen& below);

    std::string_view name() const override { return "language"; }
    void resized() override;
    ui::Widgets widgets() const override;
    void tapped(const std::string& id, int slot) override;
    void touchScene(const platform::PointerEvent& event) override;
    bool key(const platform::KeyEvent& event) override;
    std::string_view keysBegin() const override { return chosen_; }
    gfx::Painted prepare(gfx::Canvas& canvas) override { return below_.prepare(canvas); }
    void drawScene(gfx::Canvas& canvas) override;

  private:
    Screen& below_;
    Layout layout_;
    std::string chosen_;  // the widget of the language that is spoken
};

}  // namespace vonk::screens
