// One challenge on the screen: draws the session's design and world, turns fingers into commands, and tells
// the stories of a break and of a win. It reads the session and never changes it.
//
// A frame of the screen that owns it:
//   for each touch that no widget took:  view.touch(event, commands)
//   for each command:  if (auto reason = session.apply(command, actor)) view.refused(actor, *reason)
//   for each tick due: session.tick(); view.ticked()
//   view.update(dt); view.prepare(canvas); canvas.begin(target); view.draw(canvas); … canvas.end()
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "engine/gfx/layer.h"
#include "engine/platform/input.h"
#include "engine/ui/focus.h"
#include "game/play/session.h"
#include "game/view/actor_command.h"
#include "game/view/engineer_painter.h"
#include "game/view/failure_story.h"
#include "game/view/hold.h"
#include "game/view/sound_sink.h"
#include "game/view/view_frame.h"

namespace vonk::gfx {
class Canvas;
class Graphics;
}  // namespace vonk::gfx

namespace vonk::view {

// Words and numbers in the visitor's language.
struct Words {
    std::function<std::string(const Reason&)> reason;  // of a refusal, short: shown at the finger
    std::function<std::string(double)> length;         // metres → "4,0 m"
    std::function<std::string(double)> price;          // euro → "€ 360"
    std::function<std::string(double)> voltage;        // volt → "4,5 V"
    // String key → text on a thing in the scene ("scene.shop" → "KAAS").
    std::function<std::string(std::string_view)> label;
};

class PlayView {
  public:
    // `session` and `graphics` outlive the view. `sounds` may be null.
    PlayView(const play::Session& session, gfx::Graphics& graphics, Words words, SoundSink* sounds,
             const Metrics& metrics);
    ~PlayView();
    PlayView(const PlayView&) = delete;
    PlayView& operator=(const PlayView&) = delete;

    // Another load stands ready to cross: the banks are laid out for it.
    void loadChanged();
    // The same land at another time of day or in other weather: day, dusk, storm. Only what is seen changes.
    void nextSky();
    void resize(const Metrics& metrics);
    const Metrics& metrics() const;

    // Hands.

    // Appends what the finger wants done. Give every touch that did not begin on a widget.
    void touch(const platform::PointerEvent& event, ActorCommands& commands);
    // A part of the palette is dragged into the scene by this finger; its later touches go to touch() as
    // usual. For parts at a point the part hangs at the finger; for members the drag begins at the nearest
    // joint when the finger gets there.
    void carry(Actor actor, world::PartKind kind, Vec2 px, play::Side side = play::Side::Both);
    // Forgets what this finger holds (a widget took it over); all fingers when the screen loses the touch.
    void letGo(Actor actor);
    void letGoAll();
    // The session refused what this finger wanted: said at the finger in a speech bubble for 2.5 s.
    void refused(Actor actor, const Reason& reason);
    bool handOnScene() const;  // some finger holds or has begun something: no hints now

    // `side`: of a level for two banks (level::Level::two_sided), else there is only one.
    void select(world::PartKind kind, play::Side side = play::Side::Both);
    std::optional<world::PartKind> selected(play::Side side = play::Side::Both) const;
    void setTool(Tool tool, play::Side side = play::Side::Both);
    Tool tool(play::Side side = play::Side::Both) const;
    // Whatever is done is done on both sides of the middle; a dashed line shows it.
    void setMirrored(bool mirrored);
    bool mirrored() const;

    // Keyboard: a cursor that stands on what can be tapped now. It is drawn large, with what a tap there
    // would do; the tap itself is one of touch(), at cursor().
    void showCursor(bool shown);
    // To the next such place in this direction; `fine`: one step of the grid, whatever lies there.
    void moveCursor(ui::Direction direction, bool fine = false);
    Vec2 cursor() const;  // px
    play::Side cursorSide() const;
    void leave();  // what was begun by a tap and waits for its goal

    // Time.

    // How fast the world goes while its ticks come slower: 1 as always, 0 it stands still. Between two ticks
    // it moves smoothly.
    void setPace(double pace);
    // After each session.tick(): keeps the snapshot for the slow replay, takes the events.
    void ticked();
    // `dt` seconds of the screen's clock; animations only.
    void update(double dt);
    // Redraws the kept pictures that are stale; before the frame's target is begun.
    void prepare(gfx::Canvas& canvas);
    // The same, no more of it than a frame has time for.
    gfx::Painted prepareSome(gfx::Canvas& canvas);
    // The same level in a picture of the same size is shown anew: the land is taken over from the other view
    // and goes on as it was there.
    void takeLand(PlayView& other);
    // Scene, world, effects, hands and hints into the begun target; the interface comes after it.
    void draw(gfx::Canvas& canvas);

    // Stories.

    // The session is Lost: hit-stop, camera to the cause, the moment again at 1/10, rest on the broken
    // picture.
    void showFailure(const Reason& reason);
    // How much of each edge cards and keys cover while it is told, px: what it is about is shown in the rest.
    void tellWithin(const Insets& covered);
    void replayFailure();  // once more from the slow part
    void skipToRest();
    void endFailure();  // the camera goes back
    FailureState failure() const;
    // The session is Won: fireworks, horn, flag, hop. Goes on until clearWin().
    void showWin();
    void clearWin();

    // Stays marked (ring and stripes) until cleared by an empty id: the member that failed last time.
    void mark(PartId part);
    // Glows orange where the next idea is, and shows what would be placed there; cleared by an empty span.
    void suggest(std::span<const play::Place> ghosts, std::optional<world::GridPoint> joint = std::nullopt);
    // A hand shows this move again and again (place, connect, operate, remove), `pace` times as fast as a
    // child can follow; nothing: no hand.
    void ghostMove(std::optional<play::Command> move, double pace = 1.0);
    static constexpr double hand_places = 1.5;  // s at pace 1 until the hand has brought the piece
    // The points of the grid while one builds; shown unless a screen only looks on.
    void showGrid(bool shown);

    // For those who want to know more.

    // The way of the forces from wheels to supports, moving, instead of the signs of push and pull.
    void showForcePath(bool shown);
    bool forcePath() const;
    // Forces, reactions, bending line and deflected shape, as they are now; nothing: not shown.
    void showEngineering(std::optional<EngineerLook> look);
    const EngineerScales& scales() const;
    // What the numbers are of: the world of the test, ten times a second, or while one builds the design
    // under its own weight. Lives until the next tick or change of the design.
    world::Snapshot forcesNow() const;
    // The member under a finger; an empty id if there is none.
    PartId memberAt(Vec2 px) const;

    // Looking around, where the level is wider than the screen (level::Scene::reach). Two fingers that came
    // down nearly together on nothing that can be built with take hold of the picture and pull, spread or
    // pinch it; a finger that builds keeps it from moving, and one that comes down later ends it. The keys
    // do the same by taps.
    bool wide() const;
    bool canLook(int direction) const;  // -1 to the left, 1 to the right
    void look(int direction);           // more than half a screen
    bool looksAtAll() const;
    void lookAtAll(bool all);

    // Places.
    play::Side sideAt(Vec2 metres) const;  // whose half of the scene it is; Both where there are no halves
    int busyHands() const;                 // fingers that are building now

    const ViewFrame& frame() const;   // at rest
    const ViewFrame& camera() const;  // as drawn now
    Vec2 pixelOf(world::GridPoint point) const;
    world::GridPoint gridOf(Vec2 px) const;          // nearest grid point, no snapping to joints
    std::optional<Vec2> pixelOf(PartId part) const;  // middle of a part as it is now

    // The design small, without gestures or interface: for cards. `low`, `high` in px (y down).
    void thumbnail(gfx::Canvas& canvas, Vec2 low, Vec2 high);
    // The same of another design of this level.
    void thumbnail(gfx::Canvas& canvas, Vec2 low, Vec2 high, const world::Snapshot& of);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vonk::view
