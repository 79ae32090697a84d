#include <stdlib.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <limits>

#include "game/engagement/records.h"
#include "game/engagement/sqlite_visit_log.h"
#include "game/engagement/summary.h"

using namespace vonk;
using namespace vonk::engagement;

namespace {

constexpr double long_enough = 60.0;
constexpr double nine_o_clock = 1793000000.0;
const LevelName truck{7, "cheese-truck", 180.0};
const LevelName plank{1, "plank", 0.0};

struct Records {
    Records() {
        std::string pattern = (std::filesystem::temp_directory_path() / "vonk-visits-XXXXXX").string();
        folder = ::mkdtemp(pattern.data());
        path = (folder / "engagement.db").string();
    }
    ~Records() { std::filesystem::remove_all(folder); }
    store::Database read() const {
        auto database = store::openForReading(path, recordsSchema());
        REQUIRE(database);
        return std::move(*database);
    }
    std::filesystem::path folder;
    std::string path;
};

Attempt lostAttempt() {
    Attempt a;
    a.level = truck;
    a.attempt = 2;
    a.outcome = AttemptOutcome::Lost;
    a.reason = ReasonId::Buckled;
    a.commands = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    a.build_seconds = 41.5;
    a.run_seconds = 6.25;
    a.cost = 1250.0;
    a.greatest_use = 1.04;
    a.stars = 0;
    a.hints = 1;
    a.hands = 2;
    a.rebuilt = true;
    a.shown = 3;
    return a;
}

}  // namespace

TEST_CASE("A visit is written with its levels, attempts and careers, in seconds since it began") {
    const Records records;
    {
        SqliteVisitLog log({.path = records.path}, 1);
        log.visitBegan(nine_o_clock, "nl", 3);
        log.ageBandChosen(nine_o_clock + 2, "groep-6-8");
        log.levelOpened(nine_o_clock + 5, truck);
        log.attemptEnded(nine_o_clock + 60, lostAttempt());
        log.levelOpened(nine_o_clock + 90, plank);
        log.careerOpened(nine_o_clock + 95, "constructeur");
        log.languageChosen(nine_o_clock + 99, "en");
        log.visitEnded(nine_o_clock + 100, VisitEnd::Goodbye);
        REQUIRE(log.flush(long_enough));
        CHECK(log.health().lost == 0);
    }
    store::Database db = records.read();
    CHECK(
        db.text("SELECT "
                "group_concat(began_at||','||dwell||','||ended||','||language||','||age_band||','||offered) "
                "FROM visit")
            .value() == "1793000000.0,100.0,3,en,groep-6-8,3");
    CHECK(db.text("SELECT group_concat(ordinal||','||level||','||level_id||','||ifnull(expected,'-')||','||"
                  "opened_after||','||stayed, ';') FROM level_visit")
              .value() == "1,7,cheese-truck,180.0,5.0,85.0;2,1,plank,-,90.0,10.0");
    CHECK(
        db.text(
              "SELECT "
              "group_concat(ordinal||','||level||','||level_id||','||attempt||','||ended_after||','||outcome"
              "||','||reason) FROM attempt")
            .value() == "1,7,cheese-truck,2,60.0,2,41");
    CHECK(db.text("SELECT "
                  "placed||','||moved||','||connected||','||removed||','||operated||','||undone||','||redone"
                  "||','||refused FROM attempt")
              .value() == "1,2,3,4,5,6,7,8");
    CHECK(
        db.text("SELECT "
                "build_seconds||','||run_seconds||','||cost||','||greatest_use||','||stars||','||hints||','||"
                "hands||','||rebuilt||','||shown||','||taken_up FROM attempt")
            .value() == "41.5,6.25,1250.0,1.04,0,1,2,1,3,9");
    CHECK(db.text("SELECT ordinal||','||career||','||opened_after FROM career").value() ==
          "1,constructeur,95.0");
}

TEST_CASE("Records of the first version are read and written on") {
    const Records records;
    {
        const store::Schema first{recordsSchema().application_id, recordsSchema().steps.first(1),
                                  "records of visits"};
        auto old = store::openForWriting({.path = records.path}, first);
        REQUIRE(old);
        REQUIRE(
            old->execute("INSERT INTO visit VALUES (5,1000,60,3,'nl',NULL,3);"
                         "INSERT INTO attempt VALUES (5,1,7,'cheese-truck',1,30,2,41,"
                         "1,0,0,0,0,0,0,0,10,5,100,1.1,0,2,1,0)"));
    }
    const auto summary = [&] {
        return sumUp({{records.path, [&] { return store::openForReading(records.path, recordsSchema()); }}})
            .value();
    };
    CHECK(summary().levels.at(0).hints == 2);
    CHECK(summary().levels.at(0).shown == 0);
    {
        SqliteVisitLog log({.path = records.path}, 1);
        log.visitBegan(nine_o_clock, "nl", 3);
        log.attemptEnded(nine_o_clock + 60, lostAttempt());
        log.visitEnded(nine_o_clock + 100, VisitEnd::Goodbye);
        REQUIRE(log.flush(long_enough));
        CHECK(log.health().lost == 0);
    }
    const Summary s = summary();
    CHECK(s.attempts == 2);
    CHECK(s.levels.at(0).hints == 3);
    CHECK(s.levels.at(0).shown == 3);
    CHECK(s.levels.at(0).taken_up == 9);
}

TEST_CASE("Visits get numbers that say nothing of their order or of the visits of another run") {
    const Records records;
    for (const std::uint64_t seed : {11, 12}) {
        SqliteVisitLog log({.path = records.path}, seed);
        for (int visit = 0; visit < 20; ++visit) {
            log.visitBegan(nine_o_clock + visit, "nl", 1);
            log.visitEnded(nine_o_clock + visit + 0.5, VisitEnd::Left);
        }
        REQUIRE(log.flush(long_enough));
        CHECK(log.health().lost == 0);
    }
    store::Database db = records.read();
    CHECK(db.integer("SELECT count(*) FROM visit WHERE id > 0").value() == 40);
    CHECK(
        db.integer(
              "SELECT count(*) FROM (SELECT began_at, lag(began_at) OVER (ORDER BY id) AS before FROM visit) "
              "WHERE began_at < before")
            .value() > 5);
}

TEST_CASE("Calls outside of a visit leave nothing") {
    const Records records;
    {
        SqliteVisitLog log({.path = records.path}, 1);
        log.levelOpened(1, truck);
        log.attemptEnded(2, lostAttempt());
        log.careerOpened(3, "constructeur");
        log.levelLeft(4);
        log.visitEnded(5, VisitEnd::Timeout);
        REQUIRE(log.flush(long_enough));
    }
    store::Database db = records.read();
    for (const char* table : {"visit", "level_visit", "attempt", "career"})
        CHECK(db.integer("SELECT count(*) FROM " + std::string(table)).value() == 0);
}

TEST_CASE("Numbers that were not measured and times that run backwards do not lose the record") {
    const Records records;
    {
        SqliteVisitLog log({.path = records.path}, 1);
        log.visitBegan(nine_o_clock, "nl", 1);
        log.levelOpened(nine_o_clock + 10, truck);
        Attempt strange = lostAttempt();
        strange.cost = std::numeric_limits<double>::quiet_NaN();
        strange.greatest_use = std::numeric_limits<double>::infinity();
        strange.level.id = std::string(1000, 'x');
        log.attemptEnded(nine_o_clock + 4, strange);
        log.visitEnded(nine_o_clock + 3, VisitEnd::Timeout);
        REQUIRE(log.flush(long_enough));
        CHECK(log.health().lost == 0);
    }
    store::Database db = records.read();
    CHECK(db.text("SELECT cost||','||greatest_use||','||ended_after||','||length(level_id) FROM attempt")
              .value() == "0.0,0.0,10.0,64");
    CHECK(db.text("SELECT dwell FROM visit").value() == "10.0");
    CHECK(db.text("SELECT stayed FROM level_visit").value() == "0.0");
}
