// Designs far from what a level means: nothing, only a road, one material, too much of everything, one half,
// a win with a piece missing. What is said of their failure must fit, and what is offered must help.
#include <array>

#include "game/screens/ideas.h"
#include "game/screens/seen.h"
#include "game/screens/shape.h"
#include "player.h"

using namespace vonk;
using namespace vonk::screens;
using world::BetweenJoints;
using world::PartKind;

namespace {

struct Wild {
    std::string name;
    std::vector<play::Place> places;
};

std::vector<play::Place> placesOf(const level::Level& level) {
    std::vector<play::Place> places;
    for (const play::Command& command : commandsOf(level, "win.toml")) {
        if (const auto* place = std::get_if<play::Place>(&command)) places.push_back(*place);
        if (const auto* all = std::get_if<play::Together>(&command))
            for (const auto& one : all->steps)
                if (const auto* place = std::get_if<play::Place>(&one)) places.push_back(*place);
    }
    return places;
}

std::vector<Wild> wildDesigns(const level::Level& level) {
    std::vector<Wild> list{{"nothing", {}}};
    std::optional<PartKind> deck;
    std::vector<PartKind> others;
    for (const auto& item : level.palette) {
        const world::PartRow* row = world::findRow(item.part);
        if (!row || !row->member) continue;
        if (row->member->deck)
            deck = row->kind;
        else
            others.push_back(row->kind);
    }
    const std::vector<play::Place> win = placesOf(level);
    const auto isDeck = [](const play::Place& place) { return world::row(place.kind).member->deck; };
    const auto between = [](const play::Place& place) { return std::get<BetweenJoints>(place.placement); };
    const double middle = 0.5 * (level.scene.left_bank + level.scene.right_bank);
    Wild only{"only a road", {}};
    for (const play::Place& place : win)
        if (isDeck(place)) only.places.push_back(place);
    if (!only.places.empty()) list.push_back(only);
    for (const PartKind kind : others) {
        Wild one{"all of " + std::string(world::row(kind).key), win};
        for (play::Place& place : one.places)
            if (!isDeck(place)) place.kind = kind;
        list.push_back(one);
    }
    Wild half{"the left half", {}}, mirrored{"the left half, mirrored", {}};
    for (const play::Place& place : win) {
        const BetweenJoints at = between(place);
        if (0.5 * (at.from.metres().x + at.to.metres().x) >= middle) continue;
        half.places.push_back(place);
        play::Place other = place;
        const auto turn = [&](level::GridPoint p) {
            return level::GridPoint{std::int32_t(2000 * middle) - p.x_mm, p.y_mm};
        };
        other.placement = BetweenJoints{turn(at.from), turn(at.to)};
        mirrored.places.push_back(other);
    }
    list.push_back(half);
    list.push_back(mirrored);
    for (std::size_t k = 0; k < win.size(); ++k) {
        Wild less{"without piece " + std::to_string(k), win};
        less.places.erase(less.places.begin() + std::ptrdiff_t(k));
        list.push_back(less);
    }
    // Two rows of squares with both diagonals over the road.
    if (!others.empty()) {
        Wild much{"far too much", only.places};
        const double step = std::max(level.scene.grid, 2.0);
        for (double x = level.scene.left_bank; x < level.scene.right_bank - 0.1; x += step) {
            const auto p = [&](double px, double py) {
                return level::GridPoint{std::int32_t(std::lround(px * 1000)),
                                        std::int32_t(std::lround((level.scene.road + py) * 1000))};
            };
            for (const double y : {0.0, step}) {
                for (const auto& [a, b] :
                     {std::pair{p(x, y), p(x, y + step)}, std::pair{p(x, y), p(x + step, y + step)},
                      std::pair{p(x, y + step), p(x + step, y)},
                      std::pair{p(x, y + step), p(x + step, y + step)}})
                    much.places.push_back({others.front(), BetweenJoints{a, b}});
            }
        }
        list.push_back(much);
        Wild below{"struts below", only.places};
        for (const level::Anchor& anchor : level.scene.anchors)
            for (double x = level.scene.left_bank; x < level.scene.right_bank + 0.1; x += step)
                below.places.push_back(
                    {others.front(),
                     BetweenJoints{anchor.at,
                                   level::GridPoint{std::int32_t(std::lround(x * 1000)),
                                                    std::int32_t(std::lround(level.scene.road * 1000))}}});
        list.push_back(below);
    }
    return list;
}

bool run(play::Session& session) {
    if (session.apply(play::Start{}, Actor{})) return false;
    for (int k = 0; k < 60 * 60 && session.phase() == play::Phase::Running; ++k) session.tick();
    return session.phase() == play::Phase::Lost;
}

// The session in which a design was tested and lost.
std::optional<play::Session> lost(const level::Level& level, const Wild& wild, Reason& reason) {
    play::Session session(level);
    for (const play::Place& place : wild.places) session.apply(place, Actor{});
    if (!run(session)) return std::nullopt;
    reason = session.result()->reason;
    return session;
}

std::vector<play::Place> movesOf(const Idea& idea) {
    std::vector<play::Place> all = idea.moves;
    all.insert(all.end(), idea.later.begin(), idea.later.end());
    return all;
}

template <class Check>
void eachLost(const Check& check) {
    for (const level::Level& level : Stage::readLevels()) {
        if (level.mode == level::Mode::Live) continue;
        for (const Wild& wild : wildDesigns(level)) {
            INFO(level.id << ", " << wild.name);
            Reason reason;
            if (auto session = lost(level, wild, reason)) check(level, wild, *session, reason);
        }
    }
}

}  // namespace

TEST_CASE("whatever is built, there is something to try that can be done, is new and lies where it matters") {
    int failures = 0;
    eachLost([&](const level::Level& level, const Wild&, play::Session& session, const Reason& reason) {
        ++failures;
        const Idea told = nextIdea(session, reason);
        session.apply(play::Stop{}, Actor{});
        const Idea idea = nextIdea(session, reason);
        CHECK(idea.name == told.name);
        for (const play::Place& move : idea.moves) CHECK_FALSE(session.check(move));
        if (idea.drag) CHECK_FALSE(session.check(*idea.drag));
        if (idea.away) CHECK_FALSE(session.check(*idea.away));
        // Nothing is laid where something lies, but for what is made of another kind.
        const bool other = std::ranges::count(
            std::array{"stronger", "thicker", "stiffer", "pole", "beam", "save"}, idea.name);
        for (const play::Place& move : movesOf(idea)) {
            const auto& at = std::get<BetweenJoints>(move.placement);
            for (const Span& span : spansOf(session.design())) {
                const bool same =
                    (span.from == at.from && span.to == at.to) || (span.from == at.to && span.to == at.from);
                if (same) CHECK((other || (idea.name == "road" && !span.row().deck)));
                if (same) CHECK(span.part->kind != move.kind);
            }
            // Roads are for the gap, not for the ground beside it.
            if (idea.name != "road") continue;
            CHECK(std::min(at.from.metres().x, at.to.metres().x) >= level.scene.left_bank);
            CHECK(std::max(at.from.metres().x, at.to.metres().x) <= level.scene.right_bank);
        }
        // What is told as seen is there: a mast, poles, a rope.
        const Seen what = seen(session, reason);
        const auto some = [&](const auto& fits) {
            return std::ranges::any_of(spansOf(session.design()), fits);
        };
        if (what.picture == "mast" || what.picture == "rope" || what.picture == "flat-rope")
            CHECK(some([](const Span& span) { return span.row().cable; }));
        if (what.picture == "sag-props")
            CHECK(some([](const Span& span) { return !span.row().cable && !span.row().deck; }));
    });
    CHECK(failures > 60);
}

TEST_CASE("what falls for want of one piece stands with what is offered") {
    int mended = 0;
    eachLost([&](const level::Level&, const Wild& wild, play::Session& session, const Reason& reason) {
        if (!wild.name.starts_with("without") || reason.id != ReasonId::NotHeldUp) return;
        const Idea idea = nextIdea(session, reason);
        if (!roadComplete(session)) {
            CHECK(idea.name == "road");
            return;
        }
        CHECK(looseWith(session, movesOf(idea)) == 0);
        ++mended;
    });
    CHECK(mended > 12);
}

TEST_CASE("who has built away all the money is told to save") {
    int saved = 0;
    eachLost([&](const level::Level&, const Wild& wild, play::Session& session, const Reason& why) {
        if (wild.name != "far too much") return;
        const Idea idea = nextIdea(session, why);
        if (idea.name == "save") ++saved;
        if (idea.name == "save") CHECK(idea.away);
    });
    CHECK(saved >= 2);
}
