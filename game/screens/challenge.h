// A level that a visitor has open: session, view, and what the log wants to know of it. Shared by the screens
// that show it (play, failure, result).
#pragma once

#include <array>
#include <optional>

#include "engine/gfx/layer.h"
#include "game/engagement/visit_log.h"
#include "game/play/session.h"
#include "game/screens/ideas.h"
#include "game/screens/services.h"
#include "game/screens/tries.h"
#include "game/view/play_view.h"
#include "game/world/parts.h"

namespace vonk::screens {

class Challenge {
  public:
    Challenge(Services& services, const level::Level& level, const view::Metrics& metrics);
    ~Challenge();
    Challenge(const Challenge&) = delete;
    Challenge& operator=(const Challenge&) = delete;

    const level::Level& level() const { return session_.level(); }
    const play::Session& session() const { return session_; }
    view::PlayView& view() { return view_; }
    const view::PlayView& view() const { return view_; }
    bool reading() const { return level().band != level::AgeBand::Groep12; }
    bool live() const { return level().mode == level::Mode::Live; }
    bool priced() const;
    // What the tray offers beside the parts, by the names of its keys: more with age, and what belongs to
    // bridges only where one is built. Each of two who build at once has what both need.
    std::vector<std::string> tools() const;
    std::vector<play::Side> sides() const;               // one, or left and right
    play::Side sideOf(const play::Command& move) const;  // whose half of the scene it is in

    // Does what a finger wants; a refusal is told at the finger.
    bool apply(const play::Command& command, Actor actor, play::Side side = play::Side::Both);
    std::optional<Reason> check(const play::Command& command) const { return session_.check(command); }
    void touch(const platform::PointerEvent& event);
    // One tick of physics. True at the tick at which it was decided.
    bool tick();

    // The idea that is proposed: its moves glow until they are made, until the member they are `about` is
    // gone or of another kind, or until the next test. An empty one ends it.
    void propose(const Idea& idea);
    // After the design has changed: what of the idea is still to be done. Where nothing is built yet and
    // nothing proposed, the place glows where the stored way begins.
    void renewProposal();

    bool begun() const;                                  // something of one's own stands there
    bool tested() const { return tested_.has_value(); }  // at least once since the level was opened

    void hintShown() {
        ++hints_;
        ++hints_ever_;
    }
    // Three times it failed (in this visit), or all hints were no help in a level that cannot fail.
    bool mayShow() const;
    void solutionShown() { ++shown_; }
    // Stored moves of the level, in their order, that must win; empty if the file is missing.
    const std::vector<play::Command>& winningMoves() const { return winning_; }
    double winningSeconds() const { return winning_seconds_; }  // from its Start to its end
    // What is proposed after a failure; else the first of them that the design does not have yet and that can
    // be done (a piece, or a joint to drag); Start when all are there. `clearing`: where money or pieces are
    // lacking for it, what could be taken away comes before Start.
    std::optional<play::Command> nextMove(bool clearing = false) const;

    // What the hand shows where nothing is built and nothing tested: a design that stands there is tested, a
    // road that is lacking is begun; else the next move.
    std::optional<play::Command> firstMove() const;

    // How many of it may still be placed; nothing: as many as one likes.
    std::optional<std::uint32_t> left(const level::PaletteItem& item) const;

    // What was tested since the level was opened.
    const Tries& tries() const { return tries_; }
    // Its design at rest and, where it broke, a sign.
    void drawTry(gfx::Canvas& canvas, const Try& tried, const gfx::Rect& rect);

    // A picture of the design with its load half way over, taken once in each run; before the frame's target
    // is begun.
    void photograph(gfx::Canvas& canvas);
    // The last one into `rect`; the design as it is if there is none.
    void drawPhoto(gfx::Canvas& canvas, const gfx::Rect& rect);

    std::uint32_t designVersion() const { return version_; }  // another number after each change
    std::uint32_t touches() const { return touches_; }  // commands of fingers since the level was opened

  private:
    void showBeginning();
    std::optional<play::Command> proposal() const;  // the next move of the idea that is proposed
    std::optional<PartId> here(PartId stored) const;
    // The stored moves; pieces lie where they lie once the joints have gone that were dragged by now.
    std::vector<play::Command> storedWay() const;
    std::optional<play::Command> translated(const play::Command& move) const;
    std::optional<play::Command> makesRoom() const;
    void takeNext(play::Side side);
    void drawSmall(gfx::Canvas& canvas, const gfx::Rect& rect);
    void count(const play::Command& command, Actor actor, play::Side side);
    void logAttempt(engagement::AttemptOutcome outcome, ReasonId reason);
    void startAttempt();

    Services& services_;
    play::Session session_;
    view::PlayView view_;
    std::vector<play::Command> winning_;
    double winning_seconds_ = 0.0;
    Idea proposed_;
    std::optional<world::Part> about_;  // the member of the idea, as it was then

    engagement::CommandCounts counts_;
    // Hands that were seen: as many as built at the same time, or the sides from which it was built. One
    // finger after the other may be one child's or two's: that is not guessed.
    std::uint32_t hands_ = 0;
    std::array<bool, 3> sides_used_{};
    std::uint32_t hints_ = 0, shown_ = 0, hints_ever_ = 0, version_ = 0, touches_ = 0, attempts_ = 0;
    double building_since_ = 0.0, running_since_ = 0.0, build_seconds_ = 0.0;
    double run_cost_ = 0.0;
    std::optional<world::Design> tested_;
    bool rebuilt_ = false;
    Tries tries_;
    gfx::Layer photo_;
    bool photo_taken_ = false;  // of the present run
    bool undecided_ = false;    // a run that has no outcome yet
};

}  // namespace vonk::screens
