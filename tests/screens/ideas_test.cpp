// The next idea after a failure can be done at once, and touches what failed.
#include "game/screens/ideas.h"
#include "game/screens/seen.h"

#include <algorithm>
#include <set>

#include "player.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

const level::Level& levelNamed(std::string_view id) {
    static const std::vector<level::Level> all = Stage::readLevels();
    return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
}

// A session in which the stored failure has happened and was stopped.
play::Session failed(std::string_view id, Reason& reason, std::optional<double> budget = {}) {
    level::Level level = levelNamed(id);
    level.budget = budget.value_or(level.budget);
    play::Session session(level);
    for (const play::Command& command : commandsOf(level, "fail.toml")) session.apply(command, Actor{});
    for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
    REQUIRE(session.phase() == play::Phase::Lost);
    reason = session.result()->reason;
    session.apply(play::Stop{}, Actor{});
    return session;
}

}  // namespace

TEST_CASE("a buckled beam gets a joint on it that is held by another beam") {
    Reason reason;
    const play::Session session = failed("cheese-truck", reason);
    REQUIRE(reason.id == ReasonId::Buckled);
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "joint");
    REQUIRE(idea.moves.size() == 1);
    CHECK_FALSE(session.check(idea.moves[0]));
    REQUIRE(idea.joint);
    const auto& span = std::get<world::BetweenJoints>(session.design().find(reason.parts[0])->placement);
    CHECK(distance(idea.joint->metres(), 0.5 * (span.from.metres() + span.to.metres())) < 1.0);
}

TEST_CASE("a bent plank gets something under it") {
    Reason reason;
    const play::Session session = failed("plank-and-sheep", reason);
    REQUIRE(reason.id == ReasonId::Bent);
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "support");
    REQUIRE(idea.moves.size() == 1);
    CHECK_FALSE(session.check(idea.moves[0]));
    const auto& strut = std::get<world::BetweenJoints>(idea.moves[0].placement);
    CHECK(std::min(strut.from.y_mm, strut.to.y_mm) < 0);
}

TEST_CASE("a beam that snapped is made of something stronger") {
    play::Session session(levelNamed("cheese-truck"));
    const auto wood = world::findRow("wood")->kind;
    session.apply(play::Place{wood, world::BetweenJoints{{0, 0}, {2000, 3000}}}, Actor{});
    Reason reason;
    reason.id = ReasonId::Snapped;
    reason.parts = {session.design().parts[0].id};
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "stronger");
    REQUIRE(idea.kind);
    CHECK(world::row(*idea.kind).key == "steel");
    REQUIRE(idea.moves.size() == 1);
    CHECK_FALSE(session.check(idea.moves[0]));
}

TEST_CASE("after every stored first mistake there is something to try, and the key names it") {
    for (const level::Level& level : Stage::readLevels()) {
        if (level.mode == level::Mode::Live) continue;
        INFO(level.id);
        play::Session session(level);
        for (const play::Command& command : commandsOf(level, "fail.toml")) session.apply(command, Actor{});
        for (int k = 0; k < 60 * 60 && session.phase() == play::Phase::Running; ++k) session.tick();
        REQUIRE(session.phase() == play::Phase::Lost);
        const Reason reason = session.result()->reason;
        const Idea told = nextIdea(session, reason);
        session.apply(play::Stop{}, Actor{});
        const Idea idea = nextIdea(session, reason);
        CHECK(idea.name == told.name);
        CHECK((!idea.moves.empty() || idea.drag || idea.away));
        for (const play::Place& move : idea.moves) CHECK_FALSE(session.check(move));
        if (idea.drag) CHECK_FALSE(session.check(*idea.drag));
        // What the level says of its mistake is what is seen, and its idea is the one that is offered.
        if (!level.mistake_picture.empty()) CHECK(seen(session, reason).picture == level.mistake_picture);
        if (!level.mistake_idea.empty() && !idea.away) CHECK(idea.name == level.mistake_idea);
    }
}

TEST_CASE("a mast that ropes pull over gets one that pulls it back, far away") {
    Reason reason;
    const play::Session session = failed("drawbridge", reason);
    REQUIRE(reason.id == ReasonId::NotHeldUp);
    const Idea idea = nextIdea(session, reason);
    REQUIRE(idea.moves.size() == 1);
    const auto& rope = std::get<world::BetweenJoints>(idea.moves[0].placement);
    CHECK(rope.from == level::GridPoint{0, 5000});
    CHECK(rope.to == level::GridPoint{-6000, 0});
}

TEST_CASE("what falls is told by what it looks like: the road on its hinge, then the mast") {
    const auto lost = [](play::Session& session) {
        session.apply(play::Start{}, Actor{});
        for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
        REQUIRE(session.phase() == play::Phase::Lost);
        const Reason reason = session.result()->reason;
        session.apply(play::Stop{}, Actor{});
        return reason;
    };
    play::Session session(levelNamed("drawbridge"));
    const auto rope = world::findRow("rope")->kind;
    const level::Level& level = session.level();
    // Held back, but the road hangs from nothing: the level's words about a mast would not be true.
    session.apply(play::Place{rope, world::BetweenJoints{{0, 5000}, {-6000, 0}}}, Actor{});
    Reason reason = lost(session);
    CHECK(seen(session, reason).picture == "leaf");
    CHECK_FALSE(expected(level, reason, seen(session, reason)));
    const Idea hang = nextIdea(session, reason);
    CHECK(hang.name == "hang");
    REQUIRE(hang.moves.size() == 1);
    CHECK(std::get<world::BetweenJoints>(hang.moves[0].placement) ==
          world::BetweenJoints{{0, 5000}, {5000, 200}});
    session.apply(play::Undo{}, Actor{});
    session.apply(hang.moves[0], Actor{});
    reason = lost(session);
    CHECK(seen(session, reason).name() == "cause/mast");
    CHECK(expected(level, reason, seen(session, reason)));
    CHECK(nextIdea(session, reason).name == "hold-back");
}

TEST_CASE("a plank that nothing holds up gets something from below, and then it holds") {
    play::Session session(levelNamed("rope-and-pole"));
    const auto rope = world::findRow("rope")->kind;
    session.apply(play::Place{rope, world::BetweenJoints{{0, 4000}, {2000, 0}}}, Actor{});
    session.apply(play::Place{rope, world::BetweenJoints{{12000, 4000}, {10000, 0}}}, Actor{});
    session.apply(play::Start{}, Actor{});
    for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
    REQUIRE(session.phase() == play::Phase::Lost);
    const Reason reason = session.result()->reason;
    session.apply(play::Stop{}, Actor{});
    CHECK(seen(session, reason).picture == "sag");
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "support");
    REQUIRE(idea.moves.size() == 1);
    CHECK_FALSE(session.apply(idea.moves[0], Actor{}));
    session.apply(play::Start{}, Actor{});
    for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
    CHECK(session.phase() == play::Phase::Won);
}

TEST_CASE("a rope from below becomes a pole") {
    play::Session session(levelNamed("rope-and-pole"));
    const auto rope = world::findRow("rope")->kind;
    for (const auto& [from, to] : {std::pair{level::GridPoint{0, 4000}, level::GridPoint{2000, 0}},
                                   std::pair{level::GridPoint{12000, 4000}, level::GridPoint{10000, 0}},
                                   std::pair{level::GridPoint{6000, -2000}, level::GridPoint{6000, 0}}})
        session.apply(play::Place{rope, world::BetweenJoints{from, to}}, Actor{});
    session.apply(play::Start{}, Actor{});
    for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
    REQUIRE(session.phase() == play::Phase::Lost);
    const Reason reason = session.result()->reason;
    session.apply(play::Stop{}, Actor{});
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "pole");
    REQUIRE(idea.kind);
    CHECK(world::row(*idea.kind).key == "post");
}

TEST_CASE("two halves that sink in the middle lean on each other, and then they hold") {
    Reason reason;
    play::Session session = failed("two-banks", reason);
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "lean");
    REQUIRE(idea.joint);
    CHECK(*idea.joint == level::GridPoint{5000, 0});
    // From both sides, as one mirrors the other.
    const auto left = std::ranges::count_if(idea.moves, [](const play::Place& move) {
        const auto& at = std::get<world::BetweenJoints>(move.placement);
        return at.from.x_mm + at.to.x_mm < 2 * 5000;
    });
    CHECK(2 * std::size_t(left) == idea.moves.size());
    for (const play::Place& move : idea.moves) CHECK_FALSE(session.apply(move, Actor{}));
    session.apply(play::Start{}, Actor{});
    for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
    CHECK(session.phase() == play::Phase::Won);
}

TEST_CASE("squares that lean get a beam across, and only squares are told so") {
    Reason reason;
    const play::Session session = failed("wobbly-frames", reason);
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "diagonal");
    REQUIRE(idea.moves.size() == 1);
    const auto& beam = std::get<world::BetweenJoints>(idea.moves[0].placement);
    CHECK(beam.from.x_mm != beam.to.x_mm);
    CHECK(beam.from.y_mm != beam.to.y_mm);
}

TEST_CASE("a thin post that buckled is made of what is thicker, paid for by what carries nothing") {
    Reason reason;
    play::Session session = failed("storm-repair", reason);
    const Idea idea = nextIdea(session, reason);
    // The corner was mended, and nothing is left.
    CHECK(idea.name == "save");
    REQUIRE(idea.away);
    REQUIRE(idea.later.size() == 1);
    CHECK(world::row(idea.later[0].kind).key == "wood");
    CHECK(session.check(idea.later[0]));
    CHECK_FALSE(session.apply(*idea.away, Actor{}));
    CHECK_FALSE(session.check(idea.later[0]));
    // With money there is nothing to take away first.
    for (const char* corner : {"undo", "undo", "undo"}) {
        INFO(corner);
        session.apply(play::Undo{}, Actor{});
    }
    session.apply(play::Start{}, Actor{});
    for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
    REQUIRE(session.phase() == play::Phase::Lost);
    const Idea rich = nextIdea(session, session.result()->reason);
    CHECK(rich.name == "thicker");
    REQUIRE(rich.kind);
    CHECK(world::row(*rich.kind).key == "wood");
}

TEST_CASE("every idea that is ever offered is one that a level may name") {
    std::set<std::string_view> names(level::ideaNames().begin(), level::ideaNames().end());
    for (const level::Level& level : Stage::readLevels())
        for (int id = 40; id < 70; ++id) {
            const play::Session session(level);
            Reason reason;
            reason.id = static_cast<ReasonId>(id);
            for (const world::Part& part : session.design().parts) {
                reason.parts = {part.id};
                CHECK(names.count(nextIdea(session, reason).name) == 1);
            }
        }
}

TEST_CASE("a rope that snapped gets a second one beside it") {
    play::Session session(levelNamed("drawbridge"));
    const auto rope = world::findRow("rope")->kind;
    session.apply(play::Place{rope, world::BetweenJoints{{0, 5000}, {5000, 200}}}, Actor{});
    session.apply(play::Place{rope, world::BetweenJoints{{0, 5000}, {-2000, 0}}}, Actor{});
    session.apply(play::Start{}, Actor{});
    for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
    REQUIRE(session.result());
    const Reason reason = session.result()->reason;
    REQUIRE(reason.id == ReasonId::Snapped);
    session.apply(play::Stop{}, Actor{});
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "share");
    REQUIRE(idea.moves.size() == 1);
    CHECK_FALSE(session.apply(idea.moves[0], Actor{}));
    session.apply(play::Start{}, Actor{});
    for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
    CHECK(session.phase() == play::Phase::Won);
}

TEST_CASE("a stay that snapped because it lies flat is hung steeper, where nothing stronger can be had") {
    Reason reason;
    const play::Session session = failed("the-swan", reason);
    REQUIRE(reason.id == ReasonId::Snapped);
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "steeper");
    CHECK(idea.moves.empty());
    REQUIRE(idea.drag);
    CHECK(idea.drag->from == level::GridPoint{0, 2000});
    CHECK(idea.drag->to == level::GridPoint{0, 4000});
}

TEST_CASE("a pole off the middle of two pieces of road is dragged there, and then it holds") {
    Reason reason;
    play::Session session = failed("pier-place", reason);
    REQUIRE(reason.id == ReasonId::Bent);
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "centre");
    CHECK_FALSE(idea.mirrored);  // the long piece is on the right, as in the picture
    CHECK(seen(session, reason).name() == "cause/uneven");
    REQUIRE(idea.drag);
    CHECK(idea.drag->from == level::GridPoint{8000, 0});
    CHECK(idea.drag->to == level::GridPoint{10000, 0});
    REQUIRE_FALSE(session.apply(*idea.drag, Actor{}));
    session.apply(play::Start{}, Actor{});
    for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
    CHECK(session.phase() == play::Phase::Won);
}

TEST_CASE("a long piece left of the pole turns the pictures round") {
    play::Session session(levelNamed("pier-place"));
    const auto boards = world::findRow("boards")->kind, post = world::findRow("post")->kind;
    session.apply(play::Place{post, world::BetweenJoints{{10000, -2000}, {12000, 0}}}, Actor{});
    session.apply(play::Place{post, world::BetweenJoints{{18000, -2000}, {18000, 0}}}, Actor{});
    for (const auto& [from, to] :
         {std::pair{0, 4000}, std::pair{4000, 12000}, std::pair{12000, 18000}, std::pair{18000, 21000}})
        session.apply(play::Place{boards, world::BetweenJoints{{from, 0}, {to, 0}}}, Actor{});
    session.apply(play::Start{}, Actor{});
    for (int k = 0; k < 60 * 40 && session.phase() == play::Phase::Running; ++k) session.tick();
    REQUIRE(session.phase() == play::Phase::Lost);
    const Reason reason = session.result()->reason;
    CHECK(seen(session, reason).name() == "cause/uneven~");
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.picture() == "idea/centre~");
    REQUIRE(idea.drag);
    CHECK(idea.drag->from == level::GridPoint{12000, 0});
    CHECK(idea.drag->to.x_mm < 12000);
}

TEST_CASE("what gives most when a bridge swings is made of something stiffer") {
    Reason reason;
    const play::Session session = failed("in-step", reason);
    REQUIRE(reason.id == ReasonId::Shaken);
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "stiffer");
    REQUIRE(idea.kind);
    CHECK(world::row(*idea.kind).key == "steel");
    REQUIRE(idea.moves.size() == 1);
    CHECK_FALSE(session.check(idea.moves[0]));
}

TEST_CASE("a bridge that nothing holds up gets a triangle") {
    play::Session session(levelNamed("cheese-truck"));
    const auto road = world::findRow("road")->kind;
    for (const auto& [from, to] :
         {std::pair{0, 4000}, std::pair{4000, 8000}, std::pair{8000, 12000}, std::pair{12000, 16000}})
        session.apply(play::Place{road, world::BetweenJoints{{from, 0}, {to, 0}}}, Actor{});
    const auto wood = world::findRow("wood")->kind;
    session.apply(play::Place{wood, world::BetweenJoints{{0, 0}, {2000, 3000}}}, Actor{});
    Reason reason;
    reason.id = ReasonId::NotHeldUp;
    for (const world::Part& part : session.design().parts) reason.parts.push_back(part.id);
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "triangle");
    REQUIRE(idea.moves.size() == 1);
    CHECK_FALSE(session.check(idea.moves[0]));
}

TEST_CASE("a mere chain of road gets a triangle over it, from both ends") {
    play::Session session(levelNamed("cheese-truck"));
    const auto road = world::findRow("road")->kind;
    Reason reason;
    reason.id = ReasonId::NotHeldUp;
    for (const auto& [from, to] :
         {std::pair{0, 4000}, std::pair{4000, 8000}, std::pair{8000, 12000}, std::pair{12000, 16000}})
        session.apply(play::Place{road, world::BetweenJoints{{from, 0}, {to, 0}}}, Actor{});
    for (const world::Part& part : session.design().parts) reason.parts.push_back(part.id);
    const Idea idea = nextIdea(session, reason);
    REQUIRE(idea.moves.size() == 2);
    CHECK_FALSE(session.apply(idea.moves[0], Actor{}));
    CHECK_FALSE(session.apply(idea.moves[1], Actor{}));
    REQUIRE(idea.joint);
    CHECK(idea.joint->y_mm > 0);
}

TEST_CASE("a gap in the road is closed by road") {
    play::Session session(levelNamed("cheese-truck"));
    const auto road = world::findRow("road")->kind;
    session.apply(play::Place{road, world::BetweenJoints{{0, 0}, {4000, 0}}}, Actor{});
    Reason reason;
    reason.id = ReasonId::NoRoad;
    const Idea idea = nextIdea(session, reason);
    CHECK(idea.name == "road");
    REQUIRE(idea.moves.size() == 1);
    CHECK(idea.moves[0].kind == road);
    CHECK_FALSE(session.check(idea.moves[0]));
}

TEST_CASE("an idea exists for every reason, even without a part to blame") {
    const play::Session session(levelNamed("cheese-truck"));
    for (int id = 0; id < 100; ++id) {
        Reason reason;
        reason.id = static_cast<ReasonId>(id);
        const Idea idea = nextIdea(session, reason);
        CHECK_FALSE(idea.name.empty());
        reason.parts = {PartId{999}};
        CHECK_FALSE(nextIdea(session, reason).name.empty());
    }
}

TEST_CASE("an idea is over once its beam is of another kind, moved or gone, not when a joint cuts it") {
    const auto wood = world::findRow("wood")->kind, steel = world::findRow("steel")->kind;
    const world::BetweenJoints span{{0, 0}, {4000, 0}};
    play::Session session(levelNamed("cheese-truck"));
    session.apply(play::Place{wood, span}, Actor{});
    REQUIRE(session.design().parts.size() == 1);
    const world::Part before = session.design().parts[0];
    CHECK(stillStands(session.design(), before));

    session.apply(play::Place{wood, world::BetweenJoints{{2000, 0}, {2000, 2000}}}, Actor{});
    REQUIRE(session.design().parts.size() == 3);  // the joint cut the beam in two
    CHECK(stillStands(session.design(), before));
    session.apply(play::Undo{}, Actor{});

    session.apply(play::Place{steel, span}, Actor{});
    REQUIRE(session.design().parts.size() == 1);
    REQUIRE(session.design().parts[0].kind == steel);
    CHECK_FALSE(stillStands(session.design(), before));
    session.apply(play::Place{wood, world::BetweenJoints{{2000, 0}, {2000, 2000}}}, Actor{});
    REQUIRE(session.design().parts.size() == 3);
    CHECK_FALSE(stillStands(session.design(), before));  // pieces of the steel one
    session.apply(play::Undo{}, Actor{});
    session.apply(play::Undo{}, Actor{});
    CHECK(stillStands(session.design(), before));

    world::Design moved = session.design();
    moved.parts[0].placement = world::BetweenJoints{{0, 0}, {4000, 1000}};
    CHECK_FALSE(stillStands(moved, before));
    CHECK_FALSE(stillStands(world::Design{}, before));
}
