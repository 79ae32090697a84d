// The start screen: the living delta with a bridge that is built, driven on, and falls, again and again; a
// large "touch me", a hand, and the languages. Any touch leads on.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "game/play/session.h"
#include "game/screens/layouts.h"
#include "game/screens/screen.h"
#include "game/view/play_view.h"

namespace vonk::screens {

class AttractScreen final : public Screen {
  public:
    explicit AttractScreen(Services& services);

    std::string_view name() const override { return "attract"; }
    void opened() override;
    void left() override;
    void resized() override;
    bool telling() const override { return decided_at_ >= 0.0; }  // its bridge has fallen
    ui::Widgets widgets() const override;
    void tapped(const std::string& id, int slot) override;
    void touchScene(const platform::PointerEvent& event) override;
    gfx::Rect keyScene() const override { return layout_.at("title"); }
    std::string_view keysBegin() const override { return ui::scene_stop; }
    void tick() override;
    void update(double seconds) override;
    gfx::Painted prepare(gfx::Canvas& canvas) override;
    void drawScene(gfx::Canvas& canvas) override;
    void drawOver(gfx::Canvas& canvas) override;

  private:
    // The stored failure of a level, played again: most of it stands there, the last pieces are set by the
    // hand.
    struct Show {
        std::unique_ptr<play::Session> session;
        std::unique_ptr<view::PlayView> view;
    };
    void choosePlay();
    void beginShow();
    void nextMove();
    void drawBalloon(gfx::Canvas& canvas) const;
    void drawForeground(gfx::Canvas& canvas) const;
    void drawHand(gfx::Canvas& canvas) const;
    view::Metrics metrics() const;

    const level::Level* level_ = nullptr;
    std::vector<play::Command> moves_;
    Show show_;
    std::size_t next_ = 0;      // of moves_
    std::size_t by_hand_ = 0;   // from here on the hand sets them
    double move_since_ = 0.0;   // when the hand began with moves_[next_]
    double decided_at_ = -1.0;  // when the run ended
    double opened_ = 0.0;
    Layout layout_;
};

}  // namespace vonk::screens
