// The inside of PlayView, shared by its source files.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "game/view/failure_story.h"
#include "game/view/fireworks.h"
#include "game/view/gestures.h"
#include "game/view/hands_painter.h"
#include "game/view/look_around.h"
#include "game/view/open_ends.h"
#include "game/view/play_view.h"
#include "game/view/snapshot_ring.h"
#include "game/view/swing.h"
#include "game/view/vehicle_painter.h"
#include "game/view/world_painter.h"
#include "game/view/world_sounds.h"

namespace vonk::view {

inline constexpr double bubble_seconds = 2.5;
inline constexpr double recent_stop = 0.8;  // s: a break so short ago need not stop the picture again
inline constexpr double miss_seconds = 0.9;
inline constexpr double leaving_seconds = 0.18;

struct PlayView::State {
    State(const play::Session& s, gfx::Graphics& g, Words w, SoundSink* sink, const Metrics& m);

    const play::Session& session;
    gfx::Graphics& graphics;
    Words words;
    Metrics metrics;

    level::Level painted;  // the session's, under the sky that was chosen
    WorldPainter painter;
    void paintAnew();
    bool at_once = false;  // the next picture is painted to its end: nothing may be blue between two taps
    HandsPainter hands;
    Gestures gestures;
    SnapshotRing ring;
    FailureStory story;
    Fireworks fireworks;
    WorldSounds sounds;

    double time = 0.0;
    world::Design known;  // as it was at the last look: what is new bounces
    std::vector<std::pair<PartId, double>> young;
    std::vector<std::pair<world::Part, double>> leaving;  // taken away so long ago, s: they shrink

    // Breaks of this run, for the story; and how long the picture stands still for the last one.
    struct Break {
        PartId part;
        double tick = 0.0;
        Vec2 place;
    };
    std::vector<Break> breaks;
    std::map<PartId, std::pair<double, bool>>
        worst;  // of the last run: greatest use, and whether pulled then
    std::vector<world::MemberView> peaks;
    std::vector<world::MemberView> borne;  // just before what the story tells
    std::optional<BreakTold> told;
    std::uint64_t last_tick = 0;
    double stopped = 0.0;  // s that the picture still stands still
    double since_stop = 1e9;
    double shown = 0.0;  // tick on the screen while it catches up
    bool behind = false;
    double pace = 1.0;
    double after_tick = 0.0;  // ticks since the last one, at this pace
    play::Phase phase = play::Phase::Building;

    struct Bubble {
        Actor actor;
        std::string text;
        gfx::Point at;
        double age = 0.0;
    };
    std::vector<Bubble> bubbles;
    std::map<Actor, Vec2> fingers;  // where each was last
    std::optional<Vec2> cursor;     // of the keyboard, m; nothing: never moved
    bool cursor_shown = false;
    double missed = 0.0;  // s that the joints still show themselves

    PartId marked;
    std::vector<PartId> marked_all;  // what was not held up
    std::optional<double> lost_tick;
    ReasonId marked_cause = ReasonId::None;
    // What the story of a failure is about, m: all that must be seen of it, and what should be if there is
    // room.
    Box told_box, told_with;
    std::optional<Insets> told_within;  // px that cards cover meanwhile; nothing: as while one builds
    SwingWatch swing;
    std::optional<double> swing_limit;  // m, of the level's goal
    std::vector<play::Place> ghosts;
    std::optional<world::GridPoint> ghost_joint;
    std::optional<play::Command> move;
    double move_time = 0.0, move_pace = 1.0;
    bool won = false;
    double won_until = 0.0;  // tick at which the picture of the win stays: nobody drives out of it
    LookAround around;
    ViewFrame home;                     // where the camera rests: around.frame(), or the painter's own
    ViewFrame camera;                   // as drawn now
    std::map<Actor, double> came_down;  // when, by `time`
    void takeHome();
    bool lookAround(const platform::PointerEvent& event);
    void takePicture(Actor actor);

    // Where the part in a hand may go, found once for each start.
    struct Places {
        world::PartKind kind{};
        PartId device;  // one that moves; else a new one
        std::optional<world::GridPoint> start;
        std::uint64_t version = 0;
        std::vector<world::GridPoint> points;
    };
    std::vector<Places> places;
    std::vector<world::GridPoint> grid;  // all of the level's
    bool grid_shown = true;
    std::vector<world::BodyView> waiting;  // what has to cross, while one builds
    std::uint64_t version = 1;             // counts changes of the design
    // Of a circuit: where it is open, and for how long nothing has flowed while nobody did anything.
    OpenEnds open_ends;
    std::uint64_t open_version = 0;
    double dark = 0.0;  // s
    void lookForOpenEnds(double dt);
    void drawOpenEnds(const Brush& brush);
    bool force_path = false;
    std::optional<EngineerLook> engineering;
    EngineerScales scales;
    // The design at rest under its own weight, made when somebody asks for its forces.
    std::optional<world::World> at_rest;
    std::uint64_t rest_version = 0;
    std::vector<world::MemberView> rest_members;
    bool drafting() const {
        return session.level().mode == level::Mode::Test && session.phase() == play::Phase::Building;
    }
    world::Snapshot rested();
    // Numbers that change faster than ten times a second cannot be read.
    static constexpr std::uint64_t reading_ticks = 6;
    StoredSnapshot reading;
    bool reading_kept = false;
    world::Snapshot readNumbers();
    std::span<const world::GridPoint> placesFor(world::PartKind kind, std::optional<world::GridPoint> start,
                                                PartId device = {});

    float uiScale() const { return static_cast<float>(metrics.unit); }
    gfx::Size screen() const {
        return {static_cast<float>(metrics.width), static_cast<float>(metrics.height)};
    }
    bool building() const {
        return session.level().mode == level::Mode::Live || session.phase() == play::Phase::Building;
    }
    // The world that is on the screen now, and its tick.
    world::Snapshot shownSnapshot(double& tick);
    void lookAtDesign();
    void moveCamera();
    ViewFrame storyCamera(double near) const;  // on its way to what broke: 0 at home, 1 there
    gfx::Painted prepare(gfx::Canvas& canvas, WorldPainter::Haste haste);
    gfx::Rect freePicture() const;  // px, what no card covers while a failure is told
    void aimStory();
    void say(Actor actor, std::string text, gfx::Point at);
    std::optional<Box> boxOf(std::span<const PartId> parts) const;  // m, as built
    std::vector<PartId> beside(std::span<const PartId> parts) const;
    std::optional<Vec2> middleOf(PartId part) const;  // m, as built

    std::optional<Hold> hovering() const;  // what a tap at the keyboard's cursor would do
    Vec2 cursorPlace() const;              // m

    void drawBuilding(const Brush& brush);
    void drawHover(const Brush& brush, const Hold& hold);
    void drawCursor(gfx::Canvas& canvas);
    void drawTag(gfx::Canvas& canvas, const Hold& hold);
    void drawHold(const Brush& brush, const Hold& hold);
    void drawChain(const Brush& brush, play::Side side);
    void drawAxis(const Brush& brush);
    void drawBay(const Brush& brush, const Bay& bay);
    void drawLit(const Brush& brush, PartId part, gfx::Color colour);
    void drawGhost(const Brush& brush, const MemberGhost& ghost, bool blocked);
    void drawMirroredErase(const Brush& brush, const play::Command& command);
    void drawLengths(gfx::Canvas& canvas, const Hold& hold);
    void drawSuggestion(const Brush& brush);
    void drawSlot(const Brush& brush, const play::Place& slot, float beat);
    void drawMark(const Brush& brush, const world::Snapshot& snapshot, double tick);
    void drawFallen(const Brush& brush, const world::Snapshot& snapshot);
    void drawShaken(const Brush& brush, const world::Snapshot& snapshot, bool telling);
    gfx::Point loadOn(const Brush& brush, const world::Snapshot& snapshot, gfx::Point from,
                      gfx::Point to) const;
    void drawMove(gfx::Canvas& canvas);
    void drawTags(gfx::Canvas& canvas);
    // What is shown of forces over the world, as the camera sees it now.
    void drawForces(gfx::Canvas& canvas, const world::Snapshot& snapshot);
};

}  // namespace vonk::view
