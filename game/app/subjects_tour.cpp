// Each level in five pictures, and the strips and the sheet that they make.
#include <fmt/format.h>

#include <algorithm>

#include "game/app/tour.h"

namespace vonk::app {
namespace {

using level::Level;
using play::Phase;

constexpr int strip_pictures = 5;
constexpr int strip_width = 640;  // px at most, of one picture in a strip
constexpr int sheet_shrink = 2;   // of the strips on the sheet
constexpr int gap = 8;            // px between pictures

// Pictures of one size side by side.
gfx::Pixels beside(const std::vector<gfx::Pixels>& pictures) {
    const int width = pictures.front().width, height = pictures.front().height;
    gfx::Pixels strip{strip_pictures * (width + gap) - gap, height, {}};
    strip.bgra.assign(4 * static_cast<std::size_t>(strip.width) * static_cast<std::size_t>(height), 255);
    for (std::size_t i = 0; i < pictures.size(); ++i)
        strip.paste(pictures[i], static_cast<int>(i) * (width + gap), 0);
    return strip;
}

gfx::Pixels above(const std::vector<gfx::Pixels>& strips) {
    const int width = strips.front().width, height = strips.front().height;
    gfx::Pixels sheet{width, static_cast<int>(strips.size()) * (height + gap) - gap, {}};
    sheet.bgra.assign(4 * static_cast<std::size_t>(width) * static_cast<std::size_t>(sheet.height), 255);
    for (std::size_t i = 0; i < strips.size(); ++i)
        sheet.paste(strips[i], 0, static_cast<int>(i) * (height + gap));
    return sheet;
}

// One level on its way through the exhibit.
class Strip {
  public:
    Strip(Tour& tour, const Level& level) : tour_(tour), level_(level) {}

    void go() {
        const auto naive = tour_.moves(level_, "fail.toml"), good = tour_.moves(level_, "win.toml");
        if (!naive || !good) return;
        open();
        picture("open");
        if (level_.mode == level::Mode::Live) {
            playLive(*naive, *good);
        } else {
            failFirst(*naive);
            winThen(*good);
        }
        tour_.won(level_);
        tour_.visitor.untilScreen("result", 20.0);
        tour_.visitor.wait(2.5);
        picture("result");
    }

    const std::vector<gfx::Pixels>& pictures() const { return pictures_; }

  private:
    void open() {
        tour_.visitor.tap("level." + level_.id);
        tour_.visitor.untilScreen("play", 4.0);
        tour_.visitor.wait(1.5);
    }

    void picture(const std::string& name) {
        tour_.picture(level_.id + "-" + name);
        if (!tour_.visitor.fine()) return;
        const gfx::Pixels full = tour_.lastPicture();
        pictures_.push_back(full.shrunk(std::max(1, full.width / strip_width)));
    }

    void failFirst(const StoredMoves& naive) {
        Visitor& v = tour_.visitor;
        if (!tour_.builder.build(naive.design)) return v.complain("the first try is not the stored one");
        picture("first-try");
        v.tap("start");
        v.until([&] { return tour_.phaseIs(Phase::Lost); }, level_.time_limit + 10.0,
                "the first try failing");
        v.untilScreen("failure", 20.0);
        v.until([&] { return !v.exhibit().telling(); }, 20.0, "the end of the slow replay");
        v.wait(1.0);
        picture("why");
        v.tap("self");
        v.untilScreen("play", 4.0);
        v.wait(0.8);
    }

    void winThen(const StoredMoves& good) {
        Visitor& v = tour_.visitor;
        if (!tour_.builder.build(good.design)) return v.complain("the good one is not as stored");
        v.tap("start");
        const auto decided = [&] { return tour_.phaseIs(Phase::Won) || tour_.phaseIs(Phase::Lost); };
        v.until([&] { return tour_.shareOfWay() > 0.5 || decided(); }, level_.time_limit + 10.0,
                level_.id + " under its load");
        picture("holds");
        v.until(decided, level_.time_limit + 10.0, level_.id + " being decided");
    }

    // What runs while one builds has no test to fail: the first try just does nothing yet.
    void playLive(const StoredMoves& naive, const StoredMoves& good) {
        Visitor& v = tour_.visitor;
        for (const play::Command& command : naive.commands)
            if (!tour_.builder.perform(command)) return;
        v.wait(1.0);
        picture("first-try");
        // Once more from the beginning: stored wires lead to parts by their numbers.
        v.tap("home");
        v.untilScreen("choose", 4.0);
        v.wait(1.0);
        open();
        for (const play::Command& command : good.commands) {
            if (!tour_.builder.perform(command)) return;
            if (tour_.lampIsLit()) break;
        }
        v.wait(0.8);
        picture("holds");
        v.until([&] { return tour_.phaseIs(Phase::Won); }, level_.time_limit, level_.id + " being won");
        v.wait(1.2);
        picture("won");
    }

    Tour& tour_;
    const Level& level_;
    std::vector<gfx::Pixels> pictures_;
};

}  // namespace

void subjectsTour(Tour& t) {
    Visitor& v = t.visitor;
    v.untilScreen("attract", 1.0);
    v.wait(1.0);
    const auto title = v.exhibit().find("title");
    v.tapAt(title ? title->centre() : gfx::Point{200.0F, 200.0F});
    v.untilScreen("choose", 3.0);
    v.wait(1.5);
    t.picture("choose");
    std::vector<gfx::Pixels> strips;
    for (const Level& level : t.contents.levels) {
        Strip strip(t, level);
        strip.go();
        if (!strip.pictures().empty()) {
            const gfx::Pixels whole = beside(strip.pictures());
            t.write(whole, fmt::format("strip-{:02}-{}.png", level.number, level.id));
            strips.push_back(whole.shrunk(sheet_shrink));
        }
        if (!v.fine()) break;
        v.tap("choose");
        v.untilScreen("choose", 4.0);
        v.wait(1.0);
    }
    if (!strips.empty()) t.write(above(strips), "strips.png");
    v.tap("home");
    v.untilScreen("goodbye", 4.0);
    v.wait(1.5);
    t.picture("goodbye");
    v.untilScreen("attract", 60.0);
}

void allTour(Tour& t) {
    visitTour(t);
    subjectsTour(t);
}

}  // namespace vonk::app
