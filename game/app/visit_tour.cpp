// The demo's way: one visitor, two bridges, a lamp, and goodbye; as much of it as the config offers.
#include <algorithm>

#include "engine/core/log.h"
#include "game/app/tour.h"
#include "game/world/parts.h"

namespace vonk::app {
namespace {

using level::Level;
using play::Phase;

void startScreen(Tour& t) {
    Visitor& v = t.visitor;
    v.untilScreen("attract", 1.0);
    v.wait(2.0);
    t.picture("attract");
    // With little motion, or without a bridge among the levels, the start screen stands still.
    const auto is_bridge = [](const Level& l) {
        return l.subject == level::Subject::Bridge && l.mode == level::Mode::Test;
    };
    if (!t.contents.config.reducedMotion && std::ranges::any_of(t.contents.levels, is_bridge)) {
        v.until([&] { return v.exhibit().telling(); }, 30.0, "a bridge falling on the start screen");
        v.wait(0.8);
        t.picture("attract-collapse");
    }
    const auto title = v.exhibit().find("title");
    v.tapAt(title ? title->centre() : gfx::Point{200.0F, 200.0F});
    v.untilScreen("choose", 3.0);
    v.wait(1.5);
    t.picture("choose");
}

void open(Tour& t, const Level& level, const std::string& name) {
    t.visitor.tap("level." + level.id);
    t.visitor.untilScreen("play", 4.0);
    t.visitor.wait(1.5);
    t.picture(name + "-open");
}

// Tests what was built, sees it break and why.
void failAndLook(Tour& t, const std::string& name) {
    Visitor& v = t.visitor;
    v.tap("start");
    v.wait(1.5);
    t.picture(name + "-test");
    v.until([&] { return t.phaseIs(Phase::Lost); }, 60.0, name + " breaking");
    v.wait(0.4);
    t.picture(name + "-break");
    v.untilScreen("failure", 10.0);
    v.wait(2.0);
    t.picture(name + "-slow-replay");
    v.until([&] { return !v.exhibit().telling(); }, 20.0, "the end of the slow replay");
    v.wait(1.0);
    t.picture(name + "-reason");
}

void winAndLook(Tour& t, const Level& level, const std::string& name) {
    Visitor& v = t.visitor;
    v.tap("start");
    v.until([&] { return t.shareOfWay() > 0.5 || t.phaseIs(Phase::Lost); }, 60.0, name + " being crossed");
    t.picture(name + "-halfway");
    v.until([&] { return t.phaseIs(Phase::Won) || t.phaseIs(Phase::Lost); }, 60.0, name + " being decided");
    t.won(level);
    v.wait(1.2);
    t.picture(name + "-win");
    v.untilScreen("result", 20.0);
    v.wait(1.8);
    t.picture(name + "-result");
}

void truckLevel(Tour& t, const Level& level) {
    const auto naive = t.moves(level, "fail.toml"), good = t.moves(level, "win.toml");
    if (!naive || !good) return;
    Visitor& v = t.visitor;
    Builder& b = t.builder;
    open(t, level, "truck");
    v.wait(6.0);
    t.picture("truck-first-move");
    b.in_the_middle = [&] { t.picture("truck-dragging"); };
    b.build(naive->design);
    t.picture("truck-naive");
    failAndLook(t, "truck");
    v.tap(v.shows("idea") ? "idea" : "self");
    v.untilScreen("play", 4.0);
    v.wait(1.2);
    t.picture("truck-next-idea");
    b.forget();  // the idea may have put another part into the hand
    // Half of it is mended by dragging, while a second hand taps at the palette; the rest by taps.
    const auto lacking = static_cast<int>(good->design.parts.size()) / 2;
    if (v.shows("tile." + level.palette.front().part)) b.meanwhile = "tile." + level.palette.front().part;
    b.in_the_middle = [&] { t.picture("truck-two-hands"); };
    b.build(good->design, lacking);
    b.meanwhile.clear();
    // At two banks a row of taps of one side may take the first tap of the other one for its next.
    if (!level.two_sided) b.way = Builder::Way::Taps;
    if (v.fine() && !b.build(good->design)) v.complain("the mended bridge is not the stored one");
    b.way = Builder::Way::Drag;
    t.picture("truck-mended");
    v.tap("history");
    v.untilScreen("history", 4.0);
    v.wait(0.8);
    t.picture("truck-history");
    v.tap("close");
    v.untilScreen("play", 4.0);
    winAndLook(t, level, "truck");
    if (!v.shows("career.open")) return;  // not every level has one
    v.tap("career.open");
    v.untilScreen("career", 4.0);
    v.wait(0.8);
    t.picture("truck-career");
    v.tap("close");
    v.untilScreen("result", 4.0);
}

// The languages are one touch away, each by its own name, and the screen says the same in the one chosen.
void otherLanguage(Tour& t) {
    Visitor& v = t.visitor;
    const std::string before(v.exhibit().language());
    const std::vector<std::string>& offered = t.contents.config.languagesOffered;
    if (offered.size() < 2) return;  // then there is no key for it
    v.tap("language");
    // Of two languages the key changes to the other one at once.
    if (offered.size() > 2 && v.untilScreen("language", 2.0)) {
        v.wait(0.8);
        t.picture("language");
        const auto other =
            before != "en" && std::ranges::count(offered, "en") > 0
                ? std::string("en")
                : *std::ranges::find_if(offered, [&](const std::string& code) { return code != before; });
        v.tap("language." + other);
    }
    v.until([&] { return v.exhibit().language() != before; }, 2.0, "another language");
    v.wait(0.8);
    t.picture("choose-" + std::string(v.exhibit().language()));
}

void backToChoice(Tour& t) {
    t.visitor.tap("choose");
    t.visitor.untilScreen("choose", 4.0);
    t.visitor.wait(1.2);
}

void plankLevel(Tour& t, const Level& level) {
    const auto naive = t.moves(level, "fail.toml"), good = t.moves(level, "win.toml");
    if (!naive || !good) return;
    open(t, level, "plank");
    t.builder.build(naive->design);
    t.picture("plank-built");
    failAndLook(t, "plank");
    t.visitor.tap("self");
    t.visitor.untilScreen("play", 4.0);
    t.visitor.wait(0.8);
    if (t.visitor.fine() && !t.builder.build(good->design)) t.visitor.complain("the plank is not as stored");
    t.picture("plank-held-up");
    winAndLook(t, level, "plank");
}

std::optional<PartId> someWire(const Tour& t) {
    for (const world::Part& part : t.session()->design().parts)
        if (std::holds_alternative<world::PathBetween>(part.placement)) return part.id;
    return std::nullopt;
}

void lampLevel(Tour& t, const Level& level) {
    const auto good = t.moves(level, "win.toml");
    if (!good) return;
    Visitor& v = t.visitor;
    open(t, level, "lamp");
    for (const play::Command& command : good->commands) {
        if (!t.builder.perform(command)) return;
        if (t.lampIsLit()) break;
    }
    v.until([&] { return t.lampIsLit(); }, 3.0, "the lamp lighting up");
    t.picture("lamp-lit");
    // The world runs while one builds: a wire is taken away, and put back by undo.
    const auto wire = v.fine() ? someWire(t) : std::nullopt;
    if (wire && t.builder.perform(play::Remove{*wire})) {
        v.until([&] { return !t.lampIsLit(); }, 2.0, "the lamp going out");
        t.picture("lamp-wire-away");
        v.tap("undo");
    }
    v.until([&] { return t.lampIsLit(); }, 3.0, "the lamp lighting up again");
    v.until([&] { return t.phaseIs(Phase::Won); }, 30.0, "the lamp level being won");
    t.won(level);
    v.wait(1.2);
    t.picture("lamp-win");
    v.untilScreen("result", 20.0);
    v.wait(1.8);
    t.picture("lamp-result");
}

void endOfVisit(Tour& t) {
    Visitor& v = t.visitor;
    const double patience = t.contents.config.idleSeconds + 5.0;
    v.answers = false;
    v.until([&] { return v.exhibit().idleWarning(); }, patience, "the question whether somebody is there");
    v.wait(1.0);
    t.picture("idle-warning");
    v.tap("stay");
    v.answers = true;
    v.until([&] { return !v.exhibit().idleWarning(); }, 2.0, "the question going away");
    v.tap("home");
    v.untilScreen("goodbye", 4.0);
    v.wait(1.5);
    t.picture("goodbye");
    v.untilScreen("attract", 60.0);
    v.wait(1.0);
    t.picture("attract-again");
}

}  // namespace

void visitTour(Tour& t) {
    const auto first = [&](const auto& fits) -> const Level* {
        const auto found = std::ranges::find_if(t.contents.levels, fits);
        return found == t.contents.levels.end() ? nullptr : &*found;
    };
    const auto tested = [](const Level& l) { return l.mode == level::Mode::Test; };
    const Level* plank = first([&](const Level& l) {
        return tested(l) && l.subject == level::Subject::Bridge && l.band == level::AgeBand::Groep12;
    });
    const Level* truck = first([&](const Level& l) {
        return tested(l) && l.subject == level::Subject::Bridge && l.band == level::AgeBand::Groep68;
    });
    // Where none is offered for groep 6-8, the next best one.
    if (truck == nullptr) truck = first([&](const Level& l) { return tested(l) && &l != plank; });
    const Level* lamp = first([](const Level& l) { return l.mode == level::Mode::Live; });
    const auto leftOut = [](const char* what) {
        logWarning(std::string("demo: the config offers no level ") + what + ": that part is left out");
    };
    startScreen(t);
    if (truck == nullptr) leftOut("that is tested, but for groep 1-2");
    if (truck != nullptr) {
        truckLevel(t, *truck);
        backToChoice(t);
    }
    otherLanguage(t);
    if (plank == nullptr) leftOut("for groep 1-2");
    if (plank != nullptr) {
        plankLevel(t, *plank);
        backToChoice(t);
    }
    if (lamp == nullptr) leftOut("that runs while one builds");
    if (lamp != nullptr) {
        lampLevel(t, *lamp);
        backToChoice(t);
    }
    endOfVisit(t);
}

}  // namespace vonk::app
