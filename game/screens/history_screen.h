// What was tried in this level, as pictures: where it broke, or the stars it earned. A tap takes that design
// up again. Lies on the level that is in play.
#pragma once

#include "game/screens/challenge.h"
#include "game/screens/layouts.h"
#include "game/screens/screen.h"

namespace vonk::screens {

class HistoryScreen final : public Screen {
  public:
    explicit HistoryScreen(Services& services);

    std::string_view name() const override { return "history"; }
    void resized() override;
    ui::Widgets widgets() const override;
    void tapped(const std::string& id, int slot) override;
    void touchScene(const platform::PointerEvent& event) override;
    void tick() override { challenge_->tick(); }
    void update(double seconds) override { challenge_->view().update(seconds); }
    gfx::Painted prepare(gfx::Canvas& canvas) override { return challenge_->view().prepareSome(canvas); }
    void drawScene(gfx::Canvas& canvas) override;
    bool drawPicture(gfx::Canvas& canvas, const ui::PictureName& picture, const gfx::Rect& rect) override;

  private:
    std::shared_ptr<Challenge> challenge_;
    Layout layout_;
};

}  // namespace vonk::screens
