#include <catch2/catch.hpp>

#include "engine/core/random.h"
#include "game/play/command_codec.h"
#include "game/play/members.h"
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
    switch (random.below(19)) {
        case 18:
            return ChooseLoad{random.below(3)};
        case 17: {
            Together group;
            for (auto steps = 1 + random.below(3); steps > 0; --steps) {
                if (random.below(3) == 0)
                    group.steps.push_back(Remove{{1 + random.below(session.nextPart().value)}});
                else if (random.below(2) == 0)
                    group.steps.push_back(MoveJoint{point(), point()});
                else
                    group.steps.push_back(Place{row.kind, world::BetweenJoints{point(), point()}});
            }
            return group;
        }
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

// No two members between the same joints, none that runs through a joint.
void requireWhole(const world::Design& design) {
    std::vector<world::BetweenJoints> members;
    for (const world::Part& part : design.parts)
        if (const auto* member = std::get_if<world::BetweenJoints>(&part.placement))
            members.push_back({std::min(member->from, member->to), std::max(member->from, member->to)});
    for (const auto& a : members) {
        REQUIRE(std::count(members.begin(), members.end(), a) == 1);
        for (const auto& b : members) {
            REQUIRE_FALSE(liesInside(a.from, a.to, b.from));
            REQUIRE_FALSE(liesInside(a.from, a.to, b.to));
        }
    }
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
            // Every third pair builds from two banks, each with an undo of its own.
            const Side side = seed % 3 == 0 ? static_cast<Side>(1 + random.below(2)) : Side::Both;
            const auto expected = session.check(command, side);
            const auto reason =
                session.apply(command, Actor{static_cast<std::uint8_t>(random.below(2))}, side);
            REQUIRE(expected == reason);
            if (reason) REQUIRE(session.design() == before);
            REQUIRE(session.nextPart().value >= next);
            next = session.nextPart().value;
            for (std::size_t k = 1; k < session.design().parts.size(); ++k)
                REQUIRE(session.design().parts[k - 1].id < session.design().parts[k].id);
            requireWhole(session.design());
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
    const std::vector<Command> commands{
        member("wood", 0, -1, 2.5, 3),
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
        TakeUp{7},
        ChooseLoad{3},
        Together{{Remove{{4}}, MoveJoint{at(1, 2), at(-3, 4)},
                  Place{kindOf("wood"), world::BetweenJoints{at(0, 0), at(1, 2)}},
                  Connect{kindOf("wire"), {{3}, 1}, {{4}, 0}}}}};
    for (const Command& command : commands) {
        std::string why;
        const auto recorded = encode(command, Actor{3}, 77);
        CHECK(recorded.tick == 77);
        CHECK(recorded.kind == name(command));
        const auto back = decode(recorded, why);
        INFO(why);
        REQUIRE(back);
        CHECK(*back == command);
        CHECK(sideOf(recorded) == Side::Both);
        const auto sided = encode(command, Actor{3}, 77, Side::Right);
        REQUIRE(decode(sided, why));
        CHECK(*decode(sided, why) == command);
        CHECK(sideOf(sided) == Side::Right);
    }
    // The longest group there may be still fits into a recording.
    Together most;
    for (std::size_t k = 0; k < most_together; ++k)
        most.steps.push_back(
            Place{kindOf("wood"), world::BetweenJoints{{-9999999, -9999999}, {-9999998, -9999999}}});
    record::Recording recording;
    recording.level = "test";
    recording.commands = {encode(most, {}, 0)};
    const auto again = record::parseRecording(record::toToml(recording), "most");
    REQUIRE(again);
    CHECK(again->commands == recording.commands);
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
    const auto group = [&](const std::string& steps) {
        record::RecordedCommand command;
        command.kind = "together";
        command.fields.push_back({"steps", steps});
        return why(command);
    };
    CHECK(group("").find("steps") != std::string::npos);
    CHECK(group("remove part=1;start").find("start") != std::string::npos);
    CHECK(group("together steps=remove").find("step") != std::string::npos);
    CHECK(group("remove part=1 side=1").find("step") != std::string::npos);
    CHECK(group("remove part=nan").find("part") != std::string::npos);
    CHECK(group("remove part").find("remove part") != std::string::npos);
    CHECK(group(";;").find("step") != std::string::npos);
    CHECK(group("remove part=99999999999999999999").find("part") != std::string::npos);
    std::string many = "remove part=1";
    for (int k = 0; k < 40; ++k) many += ";remove part=1";
    CHECK(group(many).find("many") != std::string::npos);
    bad = encode(Undo{}, {}, 0);
    bad.fields.push_back({"side", std::int64_t{3}});
    CHECK(why(bad).find("side") != std::string::npos);
    CHECK(why(encode(TakeUp{0}, {}, 0)).find("range") != std::string::npos);
}
