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

constexpr double nine_o_clock = 1767603600.0;  // 5 January 2026, UTC

// Two visits of 100 and 200 seconds; both test level 7 and the second one wins it.
void record(const std::string& path, std::uint64_t seed) {
    SqliteVisitLog log({.path = path}, seed);
    const LevelName truck{7, "cheese-truck", 180.0};
    for (const bool wins : {false, true}) {
        const double start = nine_o_clock + (wins ? 1000.0 : 0.0);
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
    CHECK(json["visits"]["first"] == "2026-01-05T09:00:00Z");
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

TEST_CASE("The order of databases is nothing to a summary") {
    const Desk desk;
    record(desk.file("new.db"), 1);
    std::filesystem::copy_file(desk.file("new.db"), desk.file("old.db"));
    {
        auto old = store::openForWriting({.path = desk.file("old.db")}, recordsSchema());
        REQUIRE(old->execute("UPDATE visit SET dwell=NULL, ended=NULL; DELETE FROM attempt"));
    }
    const std::string one = desk.run("summary " + desk.file("new.db") + " " + desk.file("old.db")).out;
    CHECK(one == desk.run("summary " + desk.file("old.db") + " " + desk.file("new.db")).out);
    CHECK(one.find("2 goodbye, 0 left, 0 timeout, 0 unfinished") != std::string::npos);
    CHECK(one.find("in several files, once here 2") != std::string::npos);
}

TEST_CASE("What cannot be is told in the table and as JSON") {
    const Desk desk;
    record(desk.file("a.db"), 1);
    {
        auto bad = store::openForWriting({.path = desk.file("a.db")}, recordsSchema());
        REQUIRE(bad->execute("UPDATE visit SET began_at=13569465600; UPDATE attempt SET build_seconds=-3"));
    }
    const std::string text = desk.run("summary " + desk.file("a.db")).out;
    CHECK(text.find("       2  visit.began_at         2100 or later\n") != std::string::npos);
    CHECK(text.find("       2  attempt.build_seconds  negative\n") != std::string::npos);
    CHECK(text.find("2400") == std::string::npos);
    const auto json = nlohmann::json::parse(desk.run("summary --json " + desk.file("a.db")).out);
    CHECK(json["visits"]["first"].is_null());
    CHECK(json["left_out"].size() == 2);
    CHECK(json["left_out"][0]["column"] == "attempt.build_seconds");
    CHECK(json["left_out"][0]["why"] == "negative");
    CHECK(json["left_out"][0]["count"] == 2);
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
    CHECK(again.err == desk.file("a.db") + ": is there already; --overwrite puts the new one in its place\n");
    CHECK(a == desk.run("summary --json " + desk.file("a.db")).out);
    CHECK(desk.run("generate --visits 9 --overwrite --out " + desk.file("a.db")).code == 0);
    CHECK(nlohmann::json::parse(desk.run("summary --json " + desk.file("a.db")).out)["visits"]["count"] == 9);
    CHECK(desk.contents().size() == 3);
    CHECK(desk.run("generate --visits 0 --out " + desk.file("d.db")).code == 2);
    CHECK(desk.run("generate --visits 5 --out " + desk.file("none/d.db")).code == 2);
}

TEST_CASE("What is not made whole is not there") {
    const Desk desk;
    SECTION("interrupted: all of it goes, and what was there stays") {
        desk.write("a.db", "my own");
        desk.write("stop.sh", R"(
"$1" generate --visits 5000000 --overwrite --out "$2" &
made=$!
until [ -s "$2.unfinished-wal" ]; do sleep 0.02; done
kill -TERM $made
wait $made
)");
        const Run run = desk.run(desk.file("a.db"), "sh " + desk.file("stop.sh"));
        CHECK(run.code == 2);
        CHECK(run.err == desk.file("a.db") + ": not made: interrupted\n");
        CHECK(desk.contents().size() == 2);
        CHECK(test::bytesOf(desk.file("a.db")) == "my own");
    }
    SECTION("what one left that was killed goes with the next") {
        desk.write("a.db.unfinished", "half");
        desk.write("a.db.unfinished-wal", "half");
        CHECK(desk.run("generate --visits 5 --out " + desk.file("a.db")).code == 0);
        CHECK(desk.contents().size() == 1);
    }
    SECTION("a journal of another database would be played into it") {
        desk.write("a.db-wal", "of another");
        CHECK(desk.run("generate --visits 5 --out " + desk.file("a.db"))
                  .err.starts_with(desk.file("a.db-wal") + ": is there already"));
        CHECK(desk.contents().size() == 1);
        CHECK(desk.run("generate --visits 5 --overwrite --out " + desk.file("a.db")).code == 0);
        CHECK(desk.contents().size() == 1);
    }
    SECTION("no place to write") {
        CHECK(desk.run("generate --visits 5 --out " + desk.file("")).err.find("names no file") !=
              std::string::npos);
        CHECK(desk.run("generate --visits 5 --out " + desk.file(".")).err.find("is a folder") !=
              std::string::npos);
        CHECK(desk.contents().empty());
    }
}

TEST_CASE("Wrong use names the program, the argument and what was expected") {
    const Desk desk;
    const auto [arguments, said] = GENERATE(table<std::string, std::string>({
        {"", "vonk-stats: a command is missing; there are: summary, generate\n"},
        {"sumary x.db", "vonk-stats: 'sumary' is no command; there are: summary, generate\n"},
        {"summary", "vonk-stats summary: DB is required: Databases of records"},
        {"summary \"\"", "vonk-stats summary: DB: is empty: Databases of records"},
        {"generate --out x.db", "vonk-stats generate: --visits is required: "},
        {"generate --visits 3 --out \"\"", "vonk-stats generate: --out: is empty: Database to make"},
    }));
    const Run run = desk.run(arguments);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.starts_with(said));
}

TEST_CASE("Wrong use ends with exit 2, help and version with 0") {
    const Desk desk;
    CHECK(desk.run("--help").code == 0);
    CHECK(desk.run("--version").out.starts_with("vonk-stats "));
    CHECK(desk.run("generate --help").out.find("Exit: 0 done") != std::string::npos);
    CHECK(desk.run("summary --help").out.find("--json") != std::string::npos);
    for (const char* arguments : {"", "summary", "sumary x.db", "summary --yaml x.db"}) {
        const Run run = desk.run(arguments);
        CHECK(run.code == 2);
        CHECK(run.out.empty());
        CHECK_FALSE(run.err.empty());
    }
}
