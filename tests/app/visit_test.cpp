// The modes that go through the whole exhibit, at a small size so that they are short.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "../support/process.h"

using nlohmann::json;
using vonk::test::bytesOf;
using vonk::test::Run;

namespace {

struct Desk : vonk::test::Desk {
    Desk() : vonk::test::Desk(VONK_PROGRAM) {}
};

}  // namespace

TEST_CASE("The demo goes through the exhibit, wins its levels and leaves pictures and records") {
    const Desk desk;
    const Run run = desk.run("--demo --size 960x540 --out " + desk.file("demo"));
    INFO(run.err);
    REQUIRE(run.code == 0);
    const json report = json::parse(bytesOf(desk.file("demo/demo.json")));
    CHECK(report["outcome"] == "done");
    CHECK(report["complaint"] == "");
    CHECK(report["levels_won"].size() == 3);
    CHECK(report["width"] == 960);
    REQUIRE(report["steps"].size() >= 20);
    for (const json& step : report["steps"]) {
        const std::string picture = bytesOf(desk.file("demo/" + step["file"].get<std::string>()));
        CHECK(picture.starts_with("\x89PNG"));
        CHECK(picture.size() > 5000);
    }
    // What the visitor did stands in the records.
    struct Stats : vonk::test::Desk {
        Stats() : vonk::test::Desk(VONK_STATS) {}
    };
    const Run summed = Stats().run("summary --json " + desk.file("demo/engagement.db"));
    REQUIRE(summed.code == 0);
    const json summary = json::parse(summed.out);
    CHECK(summary["visits"]["count"] == 1);
    CHECK(summary["visits"]["goodbye"] == 1);
    CHECK(summary["visits"]["rebuilt_after_test"] == 1);
    CHECK(summary["levels"].size() == 3);
    std::uint64_t won = 0, lost = 0;
    for (const json& level : summary["levels"]) {
        won += level["won"].get<std::uint64_t>();
        lost += level["lost"].get<std::uint64_t>();
        CHECK(level["completed"] == 1);
    }
    CHECK(won == 3);
    CHECK(lost == 2);
}

TEST_CASE("The demo goes with every config: it leaves out what is not offered") {
    const Desk desk;
    struct Case {
        const char* config;
        std::size_t won;
        const char* not_there;  // a picture
    };
    const Case given = GENERATE(
        Case{"[access]\nreduced_motion = true\nhigh_contrast = true\n[language]\ndefault = \"en\"\n"
             "offered = [\"en\"]\n[visit]\nidle_seconds = 30\n[reach]\nhand = \"left\"\n",
             3, "language"},
        Case{"[levels]\nonly = [\"first-lamp\"]\n[language]\noffered = [\"nl\", \"fr\"]\n", 1, "truck-open"},
        Case{"[levels]\nonly = [\"long-train\"]\n[visit]\nidle_seconds = 30\n", 1, "plank-open"});
    const Run run = desk.run("--config " + desk.write("kiosk.toml", given.config) +
                             " --demo --size 480x270 --out " + desk.file("demo"));
    INFO(given.config << run.err);
    REQUIRE(run.code == 0);
    const json report = json::parse(bytesOf(desk.file("demo/demo.json")));
    CHECK(report["levels_won"].size() == given.won);
    for (const json& step : report["steps"]) CHECK(step["name"] != given.not_there);
}

TEST_CASE("Frames are measured and printed as documented") {
    const Desk desk;
    const Run run = desk.run("--measure-frames cheese-truck --seconds 2 --size 640x360 --json");
    INFO(run.err);
    REQUIRE(run.code == 0);
    const json report = json::parse(run.out);
    CHECK(report["level"] == "cheese-truck");
    CHECK(report["width"] == 640);
    CHECK(report["height"] == 360);
    CHECK(report["frames"] == 120);
    for (const char* key : {"median", "p95", "p99", "worst"}) {
        CHECK(report["frame_ms"][key] > 0.0);
        for (const char* phase : {"simulate", "build", "draw"}) CHECK(report["phases"][phase][key] >= 0.0);
    }
    CHECK(report["frame_ms"]["median"] <= report["frame_ms"]["p95"]);
    CHECK(report["frame_ms"]["p95"] <= report["frame_ms"]["worst"]);
    CHECK(report["calibration_ms"]["median"] > 0.0);
    CHECK(report["calibration_ms"]["p95"] > 0.0);
}

TEST_CASE("A monkey finds nothing, and the same seed makes the same monkey") {
    const Desk desk;
    for (const char* folder : {"one", "two"}) {
        const Run run = desk.run("--monkey 11 --events 400 --size 640x360 --out " + desk.file(folder));
        INFO(run.err);
        REQUIRE(run.code == 0);
    }
    CHECK(bytesOf(desk.file("one/monkey-11.events")) == bytesOf(desk.file("two/monkey-11.events")));
    CHECK_FALSE(bytesOf(desk.file("one/monkey-11.events")).empty());
}

TEST_CASE("A replay leaves pictures") {
    const Desk desk;
    const Run run = desk.run("--replay " VONK_SOURCE_DIR
                             "/levels/bridge/plank-and-sheep/fail.toml --size 640x360 --out " +
                             desk.file("out"));
    INFO(run.err);
    REQUIRE(run.code == 0);
    int pictures = 0;
    bool lost = false;
    for (const auto& entry : std::filesystem::directory_iterator(desk.file("out"))) {
        ++pictures;
        lost = lost || entry.path().filename().string().ends_with("-lost.png");
    }
    CHECK(pictures >= 3);
    CHECK(lost);
}

TEST_CASE("In a real window the kiosk runs until it is told to stop, and leaves its records") {
    if (std::system("command -v xvfb-run >/dev/null 2>&1") != 0)
        return;  // a machine without a screen to pretend
    const Desk desk;
    // The first picture is there when the database is; only then the kiosk is stopped.
    const std::string script = desk.write("kiosk.sh", R"(
"$1" --windowed 640x360 --level plank-and-sheep &
kiosk=$!
tries=0
until [ -s "$HOME/.local/state/vonk/engagement.db" ] || [ $tries -gt 300 ]; do sleep 0.1; tries=$((tries + 1)); done
sleep 1
kill -TERM $kiosk
wait $kiosk
echo "exit $?"
)");
    const std::string command = "env -u XDG_STATE_HOME HOME=" + desk.file("home") +
                                " xvfb-run -a -s '-screen 0 800x600x24' sh " + script +
                                " " VONK_PROGRAM " 2>" + desk.file("log") + " >" + desk.file("said");
    REQUIRE(std::system(command.c_str()) == 0);
    INFO(bytesOf(desk.file("log")));
    CHECK(bytesOf(desk.file("said")) == "exit 0\n");
    struct Stats : vonk::test::Desk {
        Stats() : vonk::test::Desk(VONK_STATS) {}
    };
    const Run summed = Stats().run("summary --json " + desk.file("home/.local/state/vonk/engagement.db"));
    REQUIRE(summed.code == 0);
    const json summary = json::parse(summed.out);
    CHECK(summary["visits"]["count"] == 1);
    CHECK(summary["visits"]["left"] == 1);
    CHECK(summary["levels"][0]["id"] == "plank-and-sheep");
    CHECK(bytesOf(desk.file("log")).find("records of visits go to " + desk.file("home")) !=
          std::string::npos);
}

TEST_CASE("Where records cannot go, the log does not say that they do") {
    if (std::system("command -v xvfb-run >/dev/null 2>&1") != 0) return;
    const Desk desk;
    const std::string config = desk.write("kiosk.toml", "[data]\nfolder = \"data\"\n");
    desk.write("data/engagement.db", "my shopping list");
    const std::string script = desk.write("kiosk.sh", R"(
"$1" --config "$2" --windowed 640x360 2>"$3" &
kiosk=$!
tries=0
until grep -q "first picture" "$3" || [ $tries -gt 300 ]; do sleep 0.1; tries=$((tries + 1)); done
sleep 0.5
kill -TERM $kiosk
wait $kiosk
)");
    REQUIRE(std::system(("xvfb-run -a -s '-screen 0 800x600x24' sh " + script + " " VONK_PROGRAM " " +
                         config + " " + desk.file("log"))
                            .c_str()) == 0);
    const std::string log = bytesOf(desk.file("log"));
    INFO(log);
    CHECK(log.find("engagement.db: is not a database") != std::string::npos);
    CHECK(log.find("records of visits go to") == std::string::npos);
}

TEST_CASE("A demo takes nothing away that no demo made") {
    const Desk desk;
    for (const char* name : {"engagement.db", "05-foto.png", "strips.png"}) {
        const std::string folder = std::string("own-") + name;
        const std::string own = desk.write(folder + "/" + name, "mine");
        const Run run = desk.run("--demo --size 320x240 --out " + desk.file(folder));
        CHECK(run.code == 2);
        CHECK(run.err.find(std::string("holds ") + name) != std::string::npos);
        CHECK(bytesOf(own) == "mine");
    }
}
