// vonk-stats as a program: what it prints, what it answers, and what it leaves alone.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "../support/process.h"
#include "game/engagement/records.h"
#include "game/engagement/sqlite_visit_log.h"

using namespace vonk;
using namespace vonk::engagement;
using test::Run;

namespace {

struct Desk : test::Desk {
    Desk() : test::Desk(VONK_STATS) {}
};

// Two visits of 100 and 200 seconds; both test level 7 and the second one wins it.
void record(const std::string& path, std::uint64_t seed) {
    SqliteVisitLog log({.path = path}, seed);
    const LevelName truck{7, "cheese-truck", 180.0};
    for (const bool wins : {false, true}) {
        const double start = wins ? 2000.0 : 1000.0;
        log.visitBegan(start, "nl", 2);
        log.levelOpened(start + 10, truck);
        Attempt attempt;
        attempt.level = truck;
        attempt.outcome = wins ? AttemptOutcome::Won : AttemptOutcome::Lost;
        attempt.reason = wins ? ReasonId::None : ReasonId::Buckled;
        log.attemptEnded(start + 50, attempt);
        log.visitEnded(start + (wins ? 200 : 100), VisitEnd::Goodbye);
    }
    REQUIRE(log.flush(60.0));
}

}  // namespace

TEST_CASE("A summary stands on stdout as a table and as JSON, and changes nothing") {
    const Desk desk;
    record(desk.file("a.db"), 1);
    const auto before = desk.contents();
    const Run table = desk.run("summary " + desk.file("a.db"));
    CHECK(table.code == 0);
    CHECK(table.err.empty());
    CHECK(table.out.find("dwell, median (quartiles)   2:30 (2:05-2:55) min") != std::string::npos);
    CHECK(table.out.find("cheese-truck") != std::string::npos);
    CHECK(table.out.find("1 (50 %)") != std::string::npos);
    CHECK(table.out.find("buckled (1)") != std::string::npos);

    const Run run = desk.run("summary --json " + desk.file("a.db"));
    CHECK(run.code == 0);
    const auto json = nlohmann::json::parse(run.out);
    CHECK(json["visits"]["count"] == 2);
    CHECK(json["visits"]["goodbye"] == 2);
    CHECK(json["visits"]["dwell_s"]["median"] == 150.0);
    CHECK(json["visits"]["first"] == "1970-01-01T00:16:40Z");
    CHECK(json["levels"][0]["level"] == 7);
    CHECK(json["levels"][0]["completion"] == 0.5);
    CHECK(json["levels"][0]["attempts"] == 2);
    CHECK(json["levels"][0]["mistakes"]["buckled"] == 1);
    CHECK(desk.contents() == before);
}

TEST_CASE("Several databases are summed up") {
    const Desk desk;
    record(desk.file("a.db"), 1);
    record(desk.file("b.db"), 2);
    const Run run =
        desk.run("summary --json " + desk.file("a.db") + " " + desk.file("b.db") + " " + desk.file("a.db"));
    CHECK(run.code == 0);
    const auto json = nlohmann::json::parse(run.out);
    CHECK(json["visits"]["count"] == 4);
    CHECK(json["visits"]["repeated"] == 2);
    CHECK(json["attempts"] == 4);
}

TEST_CASE("A database without visits has a summary") {
    const Desk desk;
    { SqliteVisitLog log({.path = desk.file("a.db")}, 1); }
    CHECK(desk.run("summary " + desk.file("a.db")).code == 0);
    const auto json = nlohmann::json::parse(desk.run("summary --json " + desk.file("a.db")).out);
    CHECK(json["visits"]["count"] == 0);
    CHECK(json["visits"]["dwell_s"]["median"].is_null());
}

TEST_CASE("What cannot be read is named, with exit 2 and nothing on stdout") {
    const Desk desk;
    record(desk.file("good.db"), 1);
    std::ofstream(desk.file("text.db")) << std::string(3000, 'x');
    std::ofstream(desk.file("empty.db")).flush();
    {
        auto other = store::Database::open({.path = desk.file("other.db"), .writing = true, .create = true});
        REQUIRE(other);
        REQUIRE(other->execute("CREATE TABLE visit (id INTEGER)"));
        auto newer = store::openForWriting({.path = desk.file("newer.db")}, recordsSchema());
        REQUIRE(newer);
        REQUIRE(newer->execute("PRAGMA user_version=1000"));
        auto torn = store::openForWriting({.path = desk.file("torn.db")}, recordsSchema());
        REQUIRE(torn);
        REQUIRE(torn->execute("DROP TABLE attempt"));
    }
    std::filesystem::copy_file(desk.file("good.db"), desk.file("cut.db"));
    std::filesystem::resize_file(desk.file("cut.db"), 3 * 4096 + 17);
    const auto before = desk.contents();
    const auto [name, reason] = GENERATE(table<std::string, std::string>({
        {"none.db", "no such file"},
        {".", "is a folder"},
        {"text.db", "is not a database"},
        {"empty.db", "holds no records of visits"},
        {"other.db", "holds no records of visits"},
        {"newer.db", "newer version"},
        {"torn.db", "no such table"},
        {"cut.db", "damaged"},
    }));
    const Run run = desk.run("summary --json " + desk.file("good.db") + " " + desk.file(name));
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.starts_with(desk.file(name) + ": "));
    CHECK(run.err.find(reason) != std::string::npos);
    CHECK(desk.contents() == before);
}

TEST_CASE("Made-up records are the same for the same seed, never overwrite, and can be summed up") {
    const Desk desk;
    REQUIRE(desk.run("generate --visits 200 --seed 5 --out " + desk.file("a.db")).code == 0);
    REQUIRE(desk.run("generate --visits 200 --seed 5 --out " + desk.file("b.db")).code == 0);
    REQUIRE(desk.run("generate --visits 200 --seed 6 --out " + desk.file("c.db")).code == 0);
    const std::string a = desk.run("summary --json " + desk.file("a.db")).out;
    CHECK(a == desk.run("summary --json " + desk.file("b.db")).out);
    CHECK(a != desk.run("summary --json " + desk.file("c.db")).out);
    const auto json = nlohmann::json::parse(a);
    CHECK(json["visits"]["count"] == 200);
    CHECK(json["attempts"] > 200);
    const Run again = desk.run("generate --visits 200 --out " + desk.file("a.db"));
    CHECK(again.code == 2);
    CHECK(again.err == desk.file("a.db") + ": is there already\n");
    CHECK(a == desk.run("summary --json " + desk.file("a.db")).out);
    CHECK(desk.run("generate --visits 0 --out " + desk.file("d.db")).code == 2);
    CHECK(desk.run("generate --visits 5 --out " + desk.file("none/d.db")).code == 2);
}

TEST_CASE("Wrong use ends with exit 2, help with 0") {
    const Desk desk;
    CHECK(desk.run("--help").code == 0);
    CHECK(desk.run("summary --help").out.find("--json") != std::string::npos);
    for (const char* arguments : {"", "summary", "sumary x.db", "summary --yaml x.db"}) {
        const Run run = desk.run(arguments);
        CHECK(run.code == 2);
        CHECK(run.out.empty());
        CHECK_FALSE(run.err.empty());
    }
}
