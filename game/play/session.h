// One visitor's (or two visitors') time with one level: the design with undo and redo, the running world, the
// result, and a recording of it all. Owns time: tick() is 1/60 s.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "engine/record/recording.h"
#include "game/play/command.h"
#include "game/world/world.h"

namespace vonk::play {

enum class Phase {
    Building,
    Running,
    Won,
    Lost
};  // a live level is Running while one builds, until it is Won

struct StarResult {
    level::Star star;
    bool earned = false;
    double value = 0.0;  // what was reached, in the unit of the star's limit
};

struct Result {
    bool won = false;
    Reason reason;  // why not
    world::Measures measures;
    double cost = 0.0;  // euro
    std::vector<StarResult> stars;
    PartId worst;               // the member with the greatest use
    std::uint32_t attempt = 0;  // 1 for the first test
    std::uint32_t rebuilt = 0;  // attempts whose design differs from the one before
};

class Session {
  public:
    explicit Session(level::Level level);
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    // As it is played: where the load may be chosen, `traffic` holds the chosen one alone.
    const level::Level& level() const;
    // What may come over, to choose from; all of it comes where there is no choice.
    std::span<const level::Traffic> loads() const;
    std::uint32_t load() const;  // index of the chosen one
    const world::Design& design() const;
    Phase phase() const;

    // Why `command` cannot be done now; nothing if it can.
    std::optional<Reason> check(const Command& command, Side side = Side::Both) const;
    // Does it, or does nothing and says why not. Recorded with the tick and the actor, refused ones are not.
    // Placing a member over another of the same joints takes its place; a joint put on the inside of a member
    // cuts it in two, pinned there, and the pieces grow together when the joint goes.
    // `side`: from which bank, where two build at once; its Undo takes back its own newest step.
    std::optional<Reason> apply(const Command& command, Actor actor, Side side = Side::Both);

    // One tick of 1/60 s. After Won or Lost the world runs on (debris falls) until Stop.
    void tick();

    // While building a test level: the design at rest, with peak_use from the last run.
    world::Snapshot snapshot() const;
    std::span<const world::Event> events() const;  // of the last tick

    const std::optional<Result>& result() const;  // of the last finished test
    Result assess() const;                        // the same, or as if the run ended now
    double cost() const;                          // euro, of the design now
    double cost(const Command& command) const;    // euro more if it were done (negative: less)
    bool canUndo(Side side = Side::Both) const;
    bool canRedo(Side side = Side::Both) const;
    std::uint64_t ticks() const;  // since the session began, building included

    const record::Recording& recording() const;
    // Id that the next placed part will have.
    PartId nextPart() const;

    // Snap and reach for the view; metres.
    std::vector<world::GridPoint> joints() const;  // anchors and joints of the design, each once
    world::GridPoint snap(Vec2 point,
                          double joint_radius) const;  // nearest joint within radius, else nearest grid point
    bool buildable(world::GridPoint point) const;  // a joint, or a point of the grid that no ground covers
    double longest(world::PartKind kind) const;    // m, the palette's limit or the row's

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// Plays a recording headless on `level`: the outcome and, if a hash or quantity differs, the first one that
// does.
struct Replay {
    Result result;
    std::uint64_t ticks = 0;
    std::uint32_t touches = 0;      // commands of fingers: place, connect, remove, start…
    double seconds = 0.0;           // of visitor time, ticks / 60
    std::optional<Reason> refused;  // a command that the recording made is not possible
    std::optional<std::string>
        difference;  // "tick 120: state hash …" or "greatest_use: 0.81, recorded 0.79 ± 0.01"
};
Replay replay(const level::Level& level, const record::Recording& recording);

}  // namespace vonk::play
