// The bridge of --members: it has as many as were asked for, stands until the lorry comes, breaks and falls.
#include "game/app/measured_truss.h"

#include <catch2/catch.hpp>

#include "game/level/level.h"
#include "game/play/session.h"

using namespace vonk;

namespace {

level::Level truck() {
    auto level = level::readLevel(VONK_SOURCE_DIR "/levels/bridge/cheese-truck");
    REQUIRE(level);
    return std::move(*level);
}

struct Run {
    std::uint64_t first_break = 0;  // tick; 0: none
    std::size_t members = 0, broken = 0, fallen = 0;
    play::Phase phase = play::Phase::Building;
};

// Until `seconds` after it was decided.
Run run(int members, double seconds) {
    play::Session session(app::withTruss(truck(), members));
    Run run;
    const auto refused = session.apply(play::Start{}, Actor{});
    REQUIRE_FALSE(refused);
    double after = 0.0;
    for (int tick = 0; tick < 40 * 60 && after < seconds; ++tick) {
        session.tick();
        for (const world::Event& event : session.events())
            if (event.kind == world::EventKind::MemberBroke && run.first_break == 0)
                run.first_break = event.tick;
        if (session.phase() != play::Phase::Running) after += 1.0 / 60.0;
    }
    run.phase = session.phase();
    for (const world::MemberView& member : session.snapshot().members) {
        ++run.members;
        run.broken += member.broken;
        run.fallen += member.fallen;
    }
    return run;
}

}  // namespace

TEST_CASE("a truss has as many members as were asked for") {
    for (const int members : {30, 31, 60, 119, 120, 121, 140, 141, 1000, 5000})
        CHECK(app::withTruss(truck(), members).fixed.size() == static_cast<std::size_t>(members));
}

TEST_CASE("a truss of 120 members stands until the lorry is on it, breaks, and all of it falls") {
    const Run seen = run(120, 3.0);
    CHECK(seen.phase == play::Phase::Lost);
    CHECK(seen.members == 120);
    CHECK(seen.first_break > 60);
    CHECK(seen.broken >= 1);
    CHECK(seen.broken + seen.fallen >= 100);
}

TEST_CASE("a truss of any number breaks under the lorry and not before") {
    const int members = GENERATE(30, 60, 140, 200, 2000);
    CAPTURE(members);
    const Run seen = run(members, 0.5);
    CHECK(seen.phase == play::Phase::Lost);
    CHECK(seen.first_break > 60);
    CHECK(seen.broken >= 1);
}
