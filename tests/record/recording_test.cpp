#include "engine/record/recording.h"

#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <limits>

#include "engine/core/random.h"

using namespace vonk;
using namespace vonk::record;

namespace {

Recording sample() {
    Recording recording;
    recording.physics = 3;
    recording.level = "cheese-truck";
    recording.levelHash = 0xFEDCBA9876543210ULL;
    recording.ticks = 400;
    recording.outcome = "lost";
    recording.reason = "buckled";
    recording.quantities = {{"greatest_use", 1.25, 0.01}, {"cost", 152.0, 0.0}};
    recording.commands = {
        {0, {0}, "place", {{"part", std::string("wood")}, {"x1", std::int64_t{-1000}}, {"turn", 0.1}}},
        {0, {1}, "place", {{"part", std::string("a \"b\"\\\n\t\x01 é")}}},
        {120, {0}, "start", {}},
    };
    recording.checkpoints = {{60, 1, {}, {}},
                             {120, 0xFFFFFFFFFFFFFFFFULL, {0x00ab, 0xffff}, {{"forces", 0.1, 0.0}}}};
    return recording;
}

std::vector<std::string> mistakes(const std::string& text) {
    const Result<Recording> result = parseRecording(text, "r.toml");
    std::vector<std::string> lines;
    if (!result)
        for (const Error& error : result.error()) lines.push_back(toString(error));
    return lines;
}

const std::string head =
    "format = 1\nphysics = 1\nlevel = \"a\"\nlevel_hash = \"0000000000000001\"\nticks = 100\n";

}  // namespace

TEST_CASE("a recording comes back from its file bit for bit, order of fields included") {
    Recording recording = sample();
    Random random(5);
    for (int i = 0; i < 200; ++i) {
        // Any finite bits, subnormals and -0.0 among them.
        const auto number = std::bit_cast<double>((std::uint64_t{random.next()} << 32U) | random.next());
        if (std::isfinite(number))
            recording.commands.push_back({200, {9}, "operate", {Field{"value", number}}});
    }
    recording.commands.push_back({400, {0}, "operate", {{"z", -0.0}, {"a", 1.0}, {"m", std::int64_t{1}}}});
    recording.commands.push_back({400, {0}, "operate", {{"low", std::numeric_limits<std::int64_t>::min()}}});
    const std::string text = toToml(recording);
    const Result<Recording> back = parseRecording(text, "r.toml");
    INFO(mistakes(text).size() << (mistakes(text).empty() ? "" : mistakes(text).front()));
    REQUIRE(back);
    CHECK(*back == recording);
    CHECK(std::signbit(*back->commands[back->commands.size() - 2].number("z")));
    CHECK(toToml(*back) == text);
}

TEST_CASE("a recording is written whole to a file and read from it") {
    const std::string path = std::string(VONK_BINARY_DIR) + "/recording_test.toml";
    REQUIRE(writeRecording(path, sample()));
    const Result<Recording> back = readRecording(path);
    REQUIRE(back);
    CHECK(*back == sample());
    std::remove(path.c_str());
    const Result<void> refused = writeRecording("/nowhere/r.toml", sample());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().front().file == "/nowhere/r.toml");
}

TEST_CASE("fields of a command are found by name and type") {
    const Recording recording = sample();
    const RecordedCommand& command = recording.commands.front();
    CHECK(*command.text("part") == "wood");
    CHECK(command.whole("x1") == -1000);
    CHECK(command.number("x1") == -1000.0);
    CHECK(command.number("turn") == 0.1);
    CHECK_FALSE(command.whole("turn"));
    CHECK_FALSE(command.number("part"));
    CHECK(command.text("x1") == nullptr);
    CHECK_FALSE(command.whole("absent"));
}

TEST_CASE("mistakes in a recording are named by line and key") {
    CHECK(mistakes(head).empty());
    CHECK(mistakes("format = 2\n") ==
          std::vector<std::string>{"r.toml:1: format: is 2, this program reads 1"});
    CHECK(mistakes(head + "commands = [\n{tick = 5, kind = \"a\"},\n{tick = 4, kind = \"a\"},\n"
                          "{tick = 101, kind = \"A\"},\n{tick = 101, actor = 11, kind = \"a\", X = 1},\n"
                          "{kind = \"a\", v = inf, w = [1]},\n]\n") ==
          std::vector<std::string>{
              "r.toml:8: commands[1].tick: 4 comes after tick 5",
              "r.toml:9: commands[2].tick: 101 is after the end, tick 100",
              "r.toml:9: commands[2].kind: must be 1 to 32 of a-z and '-'",
              "r.toml:10: commands[3].tick: 101 is after the end, tick 100",
              "r.toml:10: commands[3].actor: must be at least 0 and at most 10, is 11",
              "r.toml:10: commands[3].X: is no name for a value: a-z, 0-9 and '_', at most 32",
              "r.toml:11: commands[4].tick: is missing",
              "r.toml:11: commands[4].tick: 0 comes after tick 101",
              "r.toml:11: commands[4].v: the number must be finite",
              "r.toml:11: commands[4].w: a number or a text is needed",
          });
    CHECK(
        mistakes(head +
                 "checkpoints = [{tick = 60, hash = \"12\"}, {tick = 60, hash = \"000000000000000g\"}]\n") ==
        std::vector<std::string>{"r.toml:6: checkpoints[0].hash: must be 16 hexadecimal digits",
                                 "r.toml:6: checkpoints[1].tick: stands here twice",
                                 "r.toml:6: checkpoints[1].hash: must be 16 hexadecimal digits"});
    for (const char* trace : {"1", "00000", "000g", "-001", "+001"}) {
        INFO(trace);
        CHECK(
            mistakes(head + "checkpoints = [{tick = 60, hash = \"0000000000000000\", trace = \"" + trace +
                     "\"}]\n") ==
            std::vector<std::string>{"r.toml:6: checkpoints[0].trace: must be 4 hexadecimal digits for each "
                                     "tick"});
    }
    CHECK(mistakes(head +
                   "checkpoints = [{tick = 60, hash = \"0000000000000000\", Sum = 1.0, forces = \"x\"}]\n")
              .size() == 2);
    CHECK(mistakes(head + "outcome = \"drawn\"\nextra = 1\n").size() == 2);
    CHECK(mistakes(head + "outcome = \"gewonnen\"\n") ==
          std::vector<std::string>{"r.toml:6: outcome: \"gewonnen\" is not one of won, lost"});
    CHECK(mistakes(head +
                   "quantities = [{name = \"a\", value = 1}, {name = \"a\", value = nan, tolerance = -1}]\n")
              .size() == 3);
    CHECK(mistakes("format = 1\n").size() == 4);
}

TEST_CASE("a recording of too many commands is refused") {
    std::string text = head + "commands = [\n";
    for (int i = 0; i < 100001; ++i) text += "{tick=1,kind=\"a\"},\n";
    CHECK(mistakes(text + "]\n") == std::vector<std::string>{"r.toml:6: commands: are more than 100000"});
}

TEST_CASE("a recording of another level, or of a level that has changed, cannot be replayed") {
    const Recording recording = sample();
    CHECK_FALSE(whyNotReplayable(recording, "cheese-truck", recording.levelHash));
    CHECK(whyNotReplayable(recording, "other", recording.levelHash, "win.toml")->key == "level");
    CHECK(whyNotReplayable(recording, "cheese-truck", 1, "win.toml")->key == "level_hash");
}

TEST_CASE("the first difference between a recording and its replay is named") {
    const Recording recorded = sample();
    CHECK_FALSE(firstDifference(recorded, recorded));

    Recording replayed = recorded;
    replayed.checkpoints[1].hash = 7;
    replayed.outcome = "won";
    REQUIRE(firstDifference(recorded, replayed));
    CHECK(firstDifference(recorded, replayed)->what == Difference::What::State);
    CHECK(firstDifference(recorded, replayed)->tick == 120);
    CHECK(firstDifference(recorded, replayed)->text ==
          "tick 120: state 0000000000000007, recorded ffffffffffffffff");

    // By its first tick and by what it is, where that was kept.
    replayed.checkpoints[1].trace = {0x00ac, 7};
    replayed.checkpoints[1].sums[0].value = 0.25;
    CHECK(firstDifference(recorded, replayed)->tick == 119);
    CHECK(firstDifference(recorded, replayed)->quantity == "forces");
    CHECK(
        firstDifference(recorded, replayed)->text ==
        "tick 119: state 0000000000000007, recorded ffffffffffffffff; at tick 120 forces 0.25, recorded 0.1");
    replayed.checkpoints[1].trace = {7};  // shorter: what both know is compared
    CHECK(firstDifference(recorded, replayed)->tick == 120);

    // What was kept beside a hash that agrees must agree as well.
    replayed.checkpoints[1] = recorded.checkpoints[1];
    replayed.checkpoints[1].sums[0].value = 0.25;
    CHECK(firstDifference(recorded, replayed)->text == "tick 120: forces 0.25, recorded 0.1");
    CHECK(firstDifference(recorded, replayed)->quantity == "forces");
    replayed.checkpoints[1].trace.front() ^= 1U;
    CHECK(firstDifference(recorded, replayed)->tick == 121 - recorded.checkpoints[1].trace.size());
    CHECK(firstDifference(recorded, replayed)->text.find("trace of the state") != std::string::npos);

    // Another physics version: the state may differ, the outcome may not.
    replayed.physics = 4;
    CHECK(firstDifference(recorded, replayed)->what == Difference::What::Outcome);
    CHECK(firstDifference(recorded, replayed)->text == "outcome: won (buckled), recorded lost (buckled)");

    replayed.outcome = "lost";
    CHECK_FALSE(firstDifference(recorded, replayed));
    replayed.quantities[0].value = 1.2599;
    CHECK_FALSE(firstDifference(recorded, replayed));
    replayed.quantities[0].value = 1.2601;
    CHECK(firstDifference(recorded, replayed)->text == "greatest_use: 1.2601, recorded 1.25 ± 0.01");
    replayed.quantities.erase(replayed.quantities.begin());
    CHECK(firstDifference(recorded, replayed)->text == "greatest_use: not measured, recorded 1.25 ± 0.01");
    CHECK(std::isnan(firstDifference(recorded, replayed)->replayed));
}

TEST_CASE("a replay that is shorter or longer than its recording differs at the checkpoint that is missing") {
    const Recording recorded = sample();
    Recording replayed = recorded;
    replayed.checkpoints.pop_back();
    CHECK(firstDifference(recorded, replayed)->tick == 120);
    replayed = recorded;
    replayed.checkpoints.push_back({180, 1, {}, {}});
    CHECK(firstDifference(recorded, replayed)->tick == 180);
    replayed = recorded;
    replayed.checkpoints.erase(replayed.checkpoints.begin());
    CHECK(firstDifference(recorded, replayed)->tick == 60);
}

TEST_CASE("a spoilt recording is read or refused with a reason, never a crash") {
    const std::string good = toToml(sample());
    Random random(41);
    for (int round = 0; round < 10000; ++round) {
        std::string text = good;
        for (std::uint32_t i = 0, count = 1 + random.below(5); i < count && !text.empty(); ++i) {
            const std::size_t at = random.below(static_cast<std::uint32_t>(text.size()));
            if (random.below(3) == 0)
                text.erase(at, 1 + random.below(6));
            else
                text[at] = "0123456789-.eE\"{}[],= \nabc\xFF"[random.below(28)];
        }
        const Result<Recording> recording = parseRecording(text, "r.toml");
        if (!recording) {
            REQUIRE_FALSE(recording.error().empty());
        } else {
            REQUIRE(parseRecording(toToml(*recording), "r.toml"));
        }
    }
}
