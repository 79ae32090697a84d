#include <catch2/catch.hpp>

#include "engine/core/random.h"
#include "game/play/command_codec.h"
#include "game/play/outcome.h"
#include "game/world/catalog.h"
#include "scene.h"

using namespace vonk;
using namespace vonk::play;
using namespace vonk::test;

namespace {

std::vector<level::Level> shipped() {
    Errors bad;
    auto levels = world::readLevels(std::string(VONK_SOURCE_DIR) + "/levels", bad);
    for (const Error& error : bad) UNSCOPED_INFO(toString(error));
    CHECK(bad.empty());
    return levels;
}

// What two careless children might do next.
Command randomCommand(const level::Level& level, const Session& session, Random& random) {
    const auto point = [&] {
        const Box& box = level.scene.build;
        const Vec2 place{random.between(box.low.x - 1, box.high.x + 1),
                         random.between(box.low.y - 1, box.high.y + 1)};
        return session.snap(place, 0.7 * level.scene.grid);
    };
    const PartId part{1 + random.below(session.nextPart().value + 1)};
    const auto port = [&] { return static_cast<std::uint8_t>(random.below(3)); };
    const auto& item = level.palette[random.below(static_cast<std::uint32_t>(level.palette.size()))];
    const world::PartRow& row = *world::findRow(item.part);
    switch (random.below(17)) {
        case 16:
            return TakeUp{random.below(4)};
        case 0:
            return Undo{};
        case 1:
            return Redo{};
        case 2:
            return Remove{part};
        case 3:
            return MoveJoint{point(), point()};
        case 4:
            return Operate{part, static_cast<std::uint8_t>(random.below(2)),
                           static_cast<double>(random.below(2))};
        case 5:
            return random.below(3) == 0 ? Command{Start{}} : Command{Stop{}};
        case 6:
            return Connect{row.kind, {part, port()}, {{1 + random.below(6)}, port()}};
        case 7:
            return Move{part, world::BetweenJoints{point(), point()}};
        default:
            break;
    }
    if (row.placement == world::PlacementKind::AtPoint)
        return Place{row.kind, world::AtPoint{point(), static_cast<std::int32_t>(random.below(4))}};
    if (row.placement == world::PlacementKind::PathBetween)
        return Place{row.kind, world::PathBetween{{part, port()}, {{1 + random.below(6)}, port()}}};
    return Place{row.kind, world::BetweenJoints{point(), point()}};
}

}  // namespace

TEST_CASE("Every level is won as win.toml shows and fails as fail.toml shows", "[replay]") {
    const auto levels = shipped();
    REQUIRE(levels.size() >= 3);
    for (const level::Level& level : levels) {
        INFO(level.id);
        for (const bool winning : {true, false}) {
            const auto recording =
                record::readRecording((level.folder / (winning ? "win.toml" : "fail.toml")).string());
            REQUIRE(recording);
            CHECK_FALSE(recording->checkpoints.empty());
            const Replay replay = play::replay(level, *recording);
            INFO(replay.difference.value_or(""));
            CHECK_FALSE(replay.difference);
            CHECK_FALSE(replay.refused);
            CHECK(replay.result.won == winning);
            if (!winning) CHECK(replay.result.reason.id == level.expected_first_mistake);
            CHECK(replay.touches == recording->commands.size());
        }
    }
}

TEST_CASE("A replay tells the first thing that differs", "[replay]") {
    const auto levels = shipped();
    const level::Level& level = levels.at(1);
    const auto good = record::readRecording((level.folder / "win.toml").string());
    REQUIRE(good);
    const auto differs = [&](const record::Recording& recording) {
        return play::replay(level, recording).difference.value_or("");
    };
    CHECK(differs(*good).empty());
    auto other = *good;
    // By its first tick, and by what it is.
    record::Checkpoint& last = other.checkpoints.back();
    last.hash ^= 1U;
    last.trace.at(last.trace.size() - 5) ^= 1U;
    last.sums.at(1).value += 1.0;
    CHECK(differs(other).find("tick " + std::to_string(last.tick - 4) + ": ") == 0);
    CHECK(differs(other).find("forces") != std::string::npos);
    other = *good;
    other.quantities.at(1).value += 1.0;
    CHECK(differs(other).find("greatest_use") != std::string::npos);
    other = *good;
    other.outcome = "lost";
    CHECK_FALSE(differs(other).empty());
    other = *good;
    other.levelHash ^= 1U;
    CHECK_FALSE(differs(other).empty());
    other = *good;
    other.commands[0].kind = "dance";
    CHECK(differs(other).find("dance") != std::string::npos);
    other = *good;
    other.commands.insert(other.commands.begin(), {0, {}, "stop", {}});
    const Replay refused = play::replay(level, other);
    REQUIRE(refused.refused);
    CHECK(refused.refused->id == ReasonId::NotRunning);
}

TEST_CASE(
    "Whatever two children do: what check allows is done, ids are never reused, and the recording replays",
    "[replay]") {
    const auto levels = shipped();
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
        const level::Level& level = levels[seed % levels.size()];
        INFO(level.id << ", seed " << seed);
        Random random(seed);
        Session session(level);
        std::uint32_t next = session.nextPart().value;
        for (int i = 0; i < 500; ++i) {
            const Command command = randomCommand(level, session, random);
            const auto before = session.design();
            const auto expected = session.check(command);
            const auto reason = session.apply(command, Actor{static_cast<std::uint8_t>(random.below(2))});
            REQUIRE(expected == reason);
            if (reason) REQUIRE(session.design() == before);
            REQUIRE(session.nextPart().value >= next);
            next = session.nextPart().value;
            for (std::size_t k = 1; k < session.design().parts.size(); ++k)
                REQUIRE(session.design().parts[k - 1].id < session.design().parts[k].id);
            for (auto ticks = random.below(6); ticks > 0; --ticks) session.tick();
        }
        for (int i = 0; i < 70; ++i) session.tick();
        const record::Recording made = session.recording();
        const auto read = record::parseRecording(record::toToml(made), "made");
        REQUIRE(read);
        const Replay replay = play::replay(level, *read);
        INFO(replay.difference.value_or(""));
        CHECK_FALSE(replay.difference);
    }
}

TEST_CASE("Commands come back from a recording as they were") {
    const std::vector<Command> commands{member("wood", 0, -1, 2.5, 3),
                                        device("lamp", 0.1, 0.2, 3),
                                        wire(1, 0, 2, 1),
                                        Place{kindOf("wire"), world::PathBetween{{{3}, 1}, {{4}, 0}}},
                                        Place{kindOf("wood"), world::OnProfile{at(0, 0), at(4, 0), -250}},
                                        Move{{4}, world::AtPoint{at(1, 1), 2}},
                                        MoveJoint{at(1, 2), at(-3, 4)},
                                        Remove{{4000000000U}},
                                        Operate{{3}, 2, 0.25},
                                        Start{},
                                        Stop{},
                                        Undo{},
                                        Redo{},
                                        TakeUp{7}};
    for (const Command& command : commands) {
        std::string why;
        const auto recorded = encode(command, Actor{3}, 77);
        CHECK(recorded.tick == 77);
        CHECK(recorded.kind == name(command));
        const auto back = decode(recorded, why);
        INFO(why);
        REQUIRE(back);
        CHECK(*back == command);
    }
}

TEST_CASE("A recorded command that is not whole is refused with what is wrong") {
    const auto why = [](record::RecordedCommand recorded) {
        std::string reason;
        CHECK_FALSE(decode(recorded, reason));
        return reason;
    };
    const auto good = encode(member("wood", 0, 0, 2, 0), {}, 0);
    auto bad = good;
    bad.kind = "plaec";
    CHECK(why(bad).find("plaec") != std::string::npos);
    bad = good;
    bad.fields.pop_back();
    CHECK(why(bad).find("to_y") != std::string::npos);
    bad = good;
    bad.fields[0].value = std::string("gold");
    CHECK(why(bad).find("gold") != std::string::npos);
    bad = good;
    bad.fields[1].value = std::int64_t{1} << 40;
    CHECK(why(bad).find("range") != std::string::npos);
    bad = good;
    bad.fields.push_back({"colour", std::string("red")});
    CHECK(why(bad).find("belong") != std::string::npos);
    CHECK_FALSE(why(encode(Remove{{0}}, {}, 0)).empty());
    CHECK(why(encode(TakeUp{0}, {}, 0)).find("range") != std::string::npos);
}
