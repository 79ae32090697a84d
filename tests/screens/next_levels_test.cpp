// Where a visitor is led after a level.
#include "game/screens/next_levels.h"
#include "stage.h"

using namespace vonk;
using namespace vonk::screens;
using level::AgeBand;
using Why = NextLevel::Why;

namespace {

level::Level made(std::uint32_t number, AgeBand band, ReasonId mistake,
                  level::Subject subject = level::Subject::Bridge) {
    level::Level level;
    level.number = number;
    level.band = band;
    level.expected_first_mistake = mistake;
    level.subject = subject;
    level.stars = {{level::StarKind::Done, 0.0}, {level::StarKind::Cost, 10.0}};
    return level;
}

struct Visitor {
    WrittenLog log;
    Visit visit{log, [] { return 0.0; }};
    std::vector<level::Level> levels;

    Visitor() {
        visit.begin("nl", 6);
        levels = {made(1, AgeBand::Groep12, ReasonId::Bent),
                  made(2, AgeBand::Groep68, ReasonId::Buckled),
                  made(3, AgeBand::Groep35, ReasonId::LoopOpen, level::Subject::Circuit),
                  made(4, AgeBand::Groep35, ReasonId::NotHeldUp),
                  made(5, AgeBand::Groep35, ReasonId::NotHeldUp),
                  made(6, AgeBand::Bovenbouw, ReasonId::Snapped)};
    }
    // Number and why, two of them.
    std::vector<std::pair<std::uint32_t, Why>> after(std::size_t index) {
        visit.reached(levels[index].number, 2);
        std::vector<std::pair<std::uint32_t, Why>> found;
        for (const NextLevel& next : nextLevels(levels, visit, levels[index]))
            found.emplace_back(next.level->number, next.why);
        return found;
    }
};
using Led = std::vector<std::pair<std::uint32_t, Why>>;

}  // namespace

TEST_CASE("after a level comes a harder one of the subject, and a different one near in age") {
    Visitor visitor;
    // The plank: the next bridge in difficulty is of groep 3-5, not level 2; the other is the lamp.
    CHECK(visitor.after(0) == Led{{4, Why::Harder}, {3, Why::Different}});
    // The same idea once more is not different while there is another.
    CHECK(visitor.after(3) == Led{{5, Why::Harder}, {3, Why::Different}});
    CHECK(visitor.after(2) == Led{{5, Why::Different}, {2, Why::Different}});
    CHECK(visitor.after(4) == Led{{2, Why::Harder}, {6, Why::Different}});
}

TEST_CASE("after the hardest level and after the last one there is still somewhere to go") {
    Visitor visitor;
    CHECK(visitor.after(5).size() == 2);
    CHECK(visitor.after(5).front().second == Why::Different);
    for (const level::Level& level : visitor.levels) visitor.visit.reached(level.number, 2);
    CHECK(visitor.after(5).size() == 2);  // all is won with all stars
    visitor.visit.end(engagement::VisitEnd::Left);
    visitor.visit.begin("nl", 6);
    for (const level::Level& level : visitor.levels)
        visitor.visit.reached(level.number, level.number == 4 ? 1 : 2);
    CHECK(visitor.after(1).front() == std::pair{4U, Why::Stars});

    visitor.levels.resize(2);
    CHECK(visitor.after(1).size() == 1);
    visitor.levels.resize(1);
    CHECK(visitor.after(0).empty());
}
