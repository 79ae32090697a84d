// A way through the exhibit that a scripted visitor goes, with a picture of each screen and moment.
#pragma once

#include <string>
#include <vector>

#include "game/app/builder.h"
#include "game/app/stage.h"
#include "game/app/visitor.h"

namespace vonk::app {

class Tour {
  public:
    struct Step {
        std::string name;
        double at = 0.0;   // seconds since the tour began
        std::string file;  // of its picture, within the folder
    };

    // `folder` is there already.
    Tour(const Contents& contents, Picture& picture, screens::Exhibit& exhibit, std::string folder);

    Visitor visitor;
    Builder builder;
    const Contents& contents;

    // A numbered picture of what is on the screen now.
    void picture(const std::string& name);
    // The picture that was drawn last.
    gfx::Pixels lastPicture() const { return picture_.frame->read(); }
    // A file that belongs to the tour beside its numbered pictures; complains if it cannot be written.
    void write(const gfx::Pixels& pixels, const std::string& file);
    // A last picture of the screen on which something went wrong.
    void showFailure();
    // The visitor has won it; complains if the exhibit does not think so.
    void won(const level::Level& level);
    // What a stored recording of the level builds; complains if it cannot be read.
    std::optional<StoredMoves> moves(const level::Level& level, const std::string& name);
    // How far the foremost vehicle or walker is, share of the way from bank to bank.
    double shareOfWay() const;
    bool lampIsLit() const;

    const play::Session* session() const { return visitor.exhibit().session(); }
    bool phaseIs(play::Phase phase) const { return session() != nullptr && session()->phase() == phase; }

    const std::vector<Step>& steps() const { return steps_; }
    const std::vector<std::string>& levelsWon() const { return levels_won_; }

  private:
    void number(const std::string& name);

    Picture& picture_;
    std::string folder_;
    std::vector<Step> steps_;
    std::vector<std::string> levels_won_;
};

// The ways that --tour names. Each stops at the first thing that does not go as it should;
// Visitor::complaint() says what.

// From the start screen through both kinds of bridge and the lamp to goodbye.
void visitTour(Tour& tour);
// Every level that is offered, by number, in five pictures: as it opens, built as children build it first,
// why that fails, built well and under its load, won. Beside the pictures a strip of the five for each level,
// strip-<number>-<id>.png, and all strips on one sheet, strips.png.
void subjectsTour(Tour& tour);
// Both, one after the other.
void allTour(Tour& tour);

}  // namespace vonk::app
