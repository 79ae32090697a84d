// 'Show me': a hand that is nobody's builds the stored solution in the level, quickly, and tests it. One
// touch ends it. It has a session of its own, so that what the visitor has built stays as it was.
#pragma once

#include "game/screens/challenge.h"
#include "game/screens/layouts.h"
#include "game/screens/screen.h"

namespace vonk::screens {

class ShowScreen final : public Screen {
  public:
    explicit ShowScreen(Services& services);

    std::string_view name() const override { return "show"; }
    void resized() override;
    ui::Widgets widgets() const override;
    void tapped(const std::string& id, int slot) override;
    bool takes(const platform::InputEvent& event) override;
    void tick() override;
    void update(double seconds) override;
    gfx::Painted prepare(gfx::Canvas& canvas) override { return view_.prepareSome(canvas); }
    void drawScene(gfx::Canvas& canvas) override { view_.draw(canvas); }
    bool telling() const override { return won_; }  // it has been won

  private:
    bool building() const;
    void pointHand();

    std::shared_ptr<Challenge> challenge_;
    play::Session session_;
    view::PlayView view_;
    Layout layout_;
    std::size_t next_ = 0;  // of the winning moves
    double piece_seconds_ = 0.0;
    double pace_ = 1.0, due_ = 0.0;  // ticks of the world for each tick, and what is left of them
    double move_since_ = 0.0;
    double ended_at_ = -1.0;
    bool won_ = false;
};

}  // namespace vonk::screens
