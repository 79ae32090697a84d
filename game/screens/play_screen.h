// A level in play: the scene, and around it goal, price, palette, tools and Start. Words only where the
// level's age reads.
#pragma once

#include <optional>

#include "game/screens/challenge.h"
#include "game/screens/engineer_panel.h"
#include "game/screens/engineer_window.h"
#include "game/screens/layouts.h"
#include "game/screens/screen.h"

namespace vonk::screens {

// What stands before the names of a side's tools and tiles: "left.", "right.", or nothing.
std::string prefixOf(play::Side side);
play::Side takeSideOff(std::string_view& name);  // and which side it was

class PlayScreen final : public Screen {
  public:
    PlayScreen(Services& services, const level::Level& level);
    ~PlayScreen() override;

    std::string_view name() const override { return "play"; }
    void opened() override;
    void left() override;
    void resized() override;
    ui::Widgets widgets() const override;
    void tapped(const std::string& id, int slot) override;
    void pressed(const std::string& id, int slot) override;
    bool draggedOff(const std::string& id, int slot, gfx::Point at) override;
    void touchScene(const platform::PointerEvent& event) override;
    void letGo() override;
    bool key(const platform::KeyEvent& event) override;
    gfx::Rect keyScene() const override;
    bool drawsKeyScene() const override { return true; }
    std::string_view keysBegin() const override { return building() ? ui::scene_stop : "start"; }
    bool takes(const platform::InputEvent& event) override;
    void tick() override;
    void update(double seconds) override;
    gfx::Painted prepare(gfx::Canvas& canvas) override;
    void drawScene(gfx::Canvas& canvas) override;
    void drawOver(gfx::Canvas& canvas) override;
    bool telling() const override { return won_at_ >= 0; }
    std::string hand() const override { return !ghost_ ? "" : ghost_on_.empty() ? "scene" : ghost_on_; }

    Challenge& challenge() { return *challenge_; }

  private:
    void addTop(ui::Widgets& list) const;
    std::string goalText() const;
    void addMoney(ui::Widgets& list) const;
    void addLegend(ui::Widgets& list) const;
    void addSide(ui::Widgets& list) const;
    void addTray(ui::Widgets& list) const;
    void addPalette(ui::Widgets& list, play::Side side) const;
    void addLook(ui::Widgets& list) const;
    void addHint(ui::Widgets& list) const;
    void addForces(ui::Widgets& list) const;
    void toggleEngineer();
    void chooseMember(const platform::PointerEvent& event);
    void showForces();
    bool keyInScene(const platform::KeyEvent& event);
    bool shortcut(const platform::KeyEvent& event);
    bool tapKey(std::string_view id);  // by the keyboard, if it is there and can be used
    void addToolNote(ui::Widgets& list, play::Side side) const;
    void tapTile(std::string_view part, play::Side side);
    std::uint32_t nextLoad() const;
    bool tapTool(std::string_view name, play::Side side, Actor actor);
    void toggleRun(int slot);
    void showHint(int slot);
    void lendHand(int slot);  // the last hint: does the next move, or shows what only a hand can do
    bool testing() const;     // a run that can be held and slowed
    void restPace();
    void stir();  // a hand did something: no ghost hand now
    // Shows the next move, with the hand in the scene or on a widget.
    void pointGhost(const std::optional<play::Command>& move);
    bool building() const;

    std::shared_ptr<Challenge> challenge_;
    std::unique_ptr<EngineerWindow> engineer_;  // volts and amperes
    std::unique_ptr<EngineerPanel> panel_;      // of a bridge
    bool engineering_ = false;
    gfx::Point touched_;  // where the last finger came down on the scene
    Layout layout_;
    double stirred_ = 0.0;  // when a hand last did something
    bool ghost_ = false;
    std::string ghost_on_;  // the widget that the hand taps; empty: it is in the scene
    double ghost_since_ = 0.0;
    int hint_ = -1;  // which one is shown
    int hints_seen_ = 0;
    double hint_since_ = 0.0;
    bool paused_ = false, slow_ = false;
    int skipped_ = 0;  // ticks since the last one in slow motion
    double won_at_ = -1.0;
    std::uint32_t ghost_version_ = 0, suggested_version_ = 0;
};

}  // namespace vonk::screens
