// The whole exhibit as an object without window, clock or file: fingers and seconds go in, pictures, sounds
// and records come out. The kiosk, the demo, the monkey and the tests drive this one thing.
//
// A frame:  for each input event: exhibit.input(event);   exhibit.update(seconds since the last frame);
//           exhibit.prepare(canvas); canvas.begin(target); exhibit.draw(canvas); canvas.end();
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/data/config.h"
#include "engine/data/strings.h"
#include "engine/gfx/geometry.h"
#include "engine/platform/input.h"
#include "engine/ui/screen_space.h"
#include "engine/ui/widget.h"
#include "game/engagement/visit_log.h"
#include "game/play/session.h"
#include "game/view/sound_sink.h"

namespace vonk::gfx {
class Canvas;
class Graphics;
}  // namespace vonk::gfx

namespace vonk::screens {

// What it is made of. Everything pointed to outlives the exhibit.
struct ExhibitSetup {
    const data::Config* config = nullptr;
    const data::Strings* strings = nullptr;
    std::vector<level::Level> levels;  // offered, from easy to hard; at least one
    gfx::Graphics* graphics = nullptr;
    view::SoundSink* sounds = nullptr;  // may be null: silent
    engagement::VisitLog* log = nullptr;
    std::function<double()> wall;  // seconds since 1970-01-01 UTC, for records only
    ui::ScreenSize screen;
    std::string language;  // to start with; empty: the config's
};

// The size of the screen as the config describes it.
ui::ScreenSize screenOf(const data::Config& config, int width, int height);

class Exhibit {
  public:
    explicit Exhibit(ExhibitSetup setup);
    ~Exhibit();
    Exhibit(const Exhibit&) = delete;
    Exhibit& operator=(const Exhibit&) = delete;

    void input(const platform::InputEvent& event);
    void pointer(const platform::PointerEvent& event);
    void key(const platform::KeyEvent& event);
    void resize(const ui::ScreenSize& screen);
    // Time passes: at most three ticks of physics, what is left over is dropped; animations take `seconds` as
    // it is, at most a tenth.
    void update(double seconds);

    // Redraws kept pictures that are stale; before the frame's target is begun.
    // True when no picture is left that is painted bit by bit over the next frames.
    bool prepare(gfx::Canvas& canvas);
    // The whole picture into the begun target.
    void draw(gfx::Canvas& canvas);

    // Goes to a level at once, as if it had been chosen. False if it is not offered.
    bool openLevel(std::string_view id);
    // Ends the visit, if there is one, and shows the start screen.
    void home();

    // For demo, monkey and tests.

    // attract, choose, play, failure, result, goodbye
    std::string_view screenName() const;
    bool idleWarning() const;  // the question whether somebody is there lies over the screen
    std::string_view language() const;
    struct Touchable {
        std::string id;
        gfx::Rect rect;  // pixels
        bool enabled = true;
    };
    // What can be touched now, in the order of the keyboard's focus: "start", "undo", "tile.wood",
    // "level.plank", …
    std::vector<Touchable> touchables() const;
    // All that is shown now, in the order of painting.
    const ui::Widgets& widgets() const;
    // Any widget that is shown, touchable or not.
    std::optional<gfx::Rect> find(std::string_view id) const;
    // What has the keyboard's ring: a widget, "scene", or nothing while no key is in use.
    std::string focused() const;
    // Where the keyboard's cursor stands in the scene, pixels; nothing unless the scene has the keys.
    std::optional<gfx::Point> cursor() const;
    // Where a point of the grid is now; nothing unless a level is on the screen.
    std::optional<gfx::Point> pixelOf(level::GridPoint point) const;
    // Where a part is now (its middle).
    std::optional<gfx::Point> pixelOf(PartId part) const;
    const play::Session* session() const;  // of the level that is open; null in attract and choose
    // What the ghost hand shows: the id of a widget, "scene", or nothing when there is no hand.
    std::string hand() const;
    bool telling() const;  // a break or a win is being shown: keys may not have come yet

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vonk::screens
