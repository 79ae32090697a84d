#include "game/engagement/summary.h"

#include <catch2/catch.hpp>

#include "game/engagement/records.h"

using namespace vonk::engagement;
using vonk::store::Database;

namespace {

// Records in memory, written as SQL so that the summary is tested apart from what writes them.
class Kiosk {
  public:
    Database database = Database::inMemory().value();

    Kiosk() { REQUIRE(vonk::store::migrate(database, recordsSchema())); }
    void visit(int id, const char* dwell, const char* ended, const char* language = "nl",
               const char* band = "NULL") {
        run("INSERT INTO visit VALUES (" + std::to_string(id) + "," + std::to_string(1767607200 + id) + "," +
            dwell + "," + ended + ",'" + language + "'," + band + ",3)");
    }
    void opened(int visit, int ordinal, int level, const char* stayed) {
        run("INSERT INTO level_visit VALUES (" + std::to_string(visit) + "," + std::to_string(ordinal) + "," +
            std::to_string(level) + ",'level-" + std::to_string(level) + "',100,0," + stayed + ")");
    }
    void tested(int visit, int ordinal, int level, int outcome, int reason, int build, int hints, int hands,
                int rebuilt) {
        run("INSERT INTO attempt VALUES (" + std::to_string(visit) + "," + std::to_string(ordinal) + "," +
            std::to_string(level) + ",'level-" + std::to_string(level) + "'," + std::to_string(ordinal) +
            ",0," + std::to_string(outcome) + "," + std::to_string(reason) + ",1,0,0,0,0,0,0,0," +
            std::to_string(build) + ",5,100,0.5,0," + std::to_string(hints) + "," + std::to_string(hands) +
            "," + std::to_string(rebuilt) + "," + (ordinal > 1 ? "2,1" : "NULL,NULL") + ")");
    }

    void run(const std::string& sql) { REQUIRE(database.execute(sql)); }
};

Summary summed(const std::vector<Kiosk*>& kiosks) {
    std::vector<Source> sources;
    for (Kiosk* kiosk : kiosks)
        sources.push_back({"kiosk", [kiosk] { return Database::copyToMemory(kiosk->database); }});
    return sumUp(sources).value();
}

// What is left out of a kiosk's summary, a line each.
std::vector<std::string> leftOut(const Summary& summary) {
    std::vector<std::string> lines;
    for (const LeftOut& values : summary.left_out)
        lines.push_back(std::to_string(values.count) + " " + values.column + ": " + values.why);
    return lines;
}

void check(const Quartiles& quartiles, std::size_t count, double lower, double median, double upper) {
    CHECK(quartiles.count == count);
    CHECK(quartiles.lower == Approx(lower));
    CHECK(quartiles.median == Approx(median));
    CHECK(quartiles.upper == Approx(upper));
}

// Four visits: one wins level 1 at the third try and level 2 at once, one only loses, one opens a level and
// goes, one lasts.
void fourVisits(Kiosk& kiosk) {
    kiosk.visit(1, "300", "3", "nl", "'groep-6-8'");
    kiosk.opened(1, 1, 1, "150");
    kiosk.opened(1, 2, 2, "50");
    kiosk.opened(1, 3, 1, "10");
    kiosk.tested(1, 1, 1, 2, 41, 20, 0, 1, 0);
    kiosk.tested(1, 2, 1, 2, 41, 30, 1, 2, 1);
    kiosk.tested(1, 3, 1, 1, 0, 10, 2, 1, 1);
    kiosk.tested(1, 4, 2, 1, 0, 40, 0, 1, 0);
    kiosk.visit(2, "100", "2", "en");
    kiosk.opened(2, 1, 1, "80");
    kiosk.tested(2, 1, 1, 2, 44, 40, 0, 1, 0);
    kiosk.visit(3, "20", "1");
    kiosk.opened(3, 1, 1, "15");
    kiosk.visit(4, "NULL", "NULL");
    kiosk.opened(4, 1, 1, "NULL");
    kiosk.tested(4, 1, 1, 4, 0, 50, 0, 1, 0);
}

}  // namespace

TEST_CASE("Quartiles interpolate between values") {
    check(quartilesOf({4, 1, 3, 2}), 4, 1.75, 2.5, 3.25);
    check(quartilesOf({1, 2, 3, 4, 5}), 5, 2, 3, 4);
    check(quartilesOf({7}), 1, 7, 7, 7);
    check(quartilesOf({10, 20}), 2, 12.5, 15, 17.5);
    CHECK(quartilesOf({}).count == 0);
}

TEST_CASE("A summary counts as one counts by hand") {
    Kiosk kiosk;
    fourVisits(kiosk);
    const Summary s = summed({&kiosk});
    CHECK(s.visits == 4);
    CHECK(s.unfinished == 1);
    CHECK(s.ends == std::array<std::uint64_t, 3>{1, 1, 1});
    CHECK(s.first_at == 1767607201);
    CHECK(s.last_at == 1767607204);
    check(s.dwell, 3, 60, 100, 200);
    // Visits of 20, 100 and 300 s; the one without an end does not count.
    std::vector<std::uint64_t> survival;
    for (const Survival& point : s.survival) survival.push_back(point.visits);
    CHECK(survival == std::vector<std::uint64_t>{3, 3, 2, 2, 1, 1, 1, 0, 0, 0});
    CHECK(s.attempts == 6);
    CHECK(s.with_attempt == 3);
    CHECK(s.rebuilders == 1);
    CHECK(s.diligent == 1);
    CHECK(s.languages == std::map<std::string, std::uint64_t, std::less<>>{{"en", 1}, {"nl", 3}});
    CHECK(s.age_bands == std::map<std::string, std::uint64_t, std::less<>>{{"", 3}, {"groep-6-8", 1}});

    REQUIRE(s.levels.size() == 2);
    const LevelSummary& first = s.levels[0];
    CHECK(first.level == 1);
    CHECK(first.id == "level-1");
    CHECK(first.visits == 4);
    CHECK(first.completed == 1);
    CHECK(first.completion() == Approx(0.25));
    CHECK(first.attempts == 5);
    CHECK(first.outcomes == std::array<std::uint64_t, 4>{1, 3, 0, 1});
    CHECK(first.rebuilt == 2);
    CHECK(first.hints == 3);
    CHECK(first.shown == 4);  // where it was kept
    CHECK(first.taken_up == 2);
    CHECK(first.two_hands == 1);
    CHECK(first.mistakes == std::map<std::uint16_t, std::uint64_t>{{41, 2}, {44, 1}});
    check(first.attempts_per_visit, 3, 1, 1, 2);
    check(first.seconds, 3, 47.5, 80, 120);
    check(first.holding_power, 3, 0.475, 0.8, 1.2);
    check(first.build_seconds, 5, 20, 30, 40);
    CHECK(s.levels[1].completion() == Approx(1.0));
}

TEST_CASE("Several databases are read as one, and a visit that stands in two counts once") {
    Kiosk one, copy, other;
    fourVisits(one);
    fourVisits(copy);
    other.visit(50, "40", "3");
    other.opened(50, 1, 9, "30");
    const Summary s = summed({&one, &copy, &other});
    CHECK(s.visits == 5);
    CHECK(s.repeated == 4);
    CHECK(s.attempts == 6);
    CHECK(s.levels.size() == 3);
    check(s.dwell, 4, 35, 70, 150);
}

TEST_CASE("No records give an empty summary") {
    Kiosk kiosk;
    CHECK(summed({&kiosk}).visits == 0);
    CHECK(summed({&kiosk}).dwell.count == 0);
}

TEST_CASE("An old and a new copy of the same records give the new one's summary, whatever their order") {
    // The visit of the old copy: a level is open, one attempt is in; later it goes on, and ends.
    Kiosk before, after, other;
    before.visit(7, "NULL", "NULL");
    before.opened(7, 1, 1, "NULL");
    before.tested(7, 1, 1, 2, 41, 20, 0, 1, 0);
    after.visit(7, "300", "3", "en", "'groep-6-8'");
    after.opened(7, 1, 1, "150");
    after.tested(7, 1, 1, 2, 41, 20, 0, 1, 0);
    after.tested(7, 2, 1, 1, 0, 30, 0, 1, 1);
    after.run("INSERT INTO career VALUES (7,1,'bridge-engineer',200)");
    after.visit(8, "50", "1");
    other.visit(9, "20", "2");
    const std::vector<std::vector<Kiosk*>> orders = {
        {&before, &after, &other}, {&after, &before, &other}, {&other, &after, &before, &before}};
    for (const auto& order : orders) {
        const Summary s = summed(order);
        CHECK(s.visits == 3);
        CHECK(s.unfinished == 0);
        CHECK(s.repeated == 1);
        CHECK(s.attempts == 2);
        CHECK(s.levels.at(0).completed == 1);
        CHECK(s.languages == std::map<std::string, std::uint64_t, std::less<>>{{"en", 1}, {"nl", 2}});
        CHECK(s.careers.at("bridge-engineer") == 1);
        check(s.dwell, 3, 35, 50, 175);
    }
    SECTION("unfinished in both: the longer one counts") {
        after.run("UPDATE visit SET dwell=NULL, ended=NULL WHERE id=7");
        CHECK(summed({&before, &after}).attempts == 2);
        CHECK(summed({&after, &before}).attempts == 2);
    }
    SECTION("a language chosen since changes no count: still the same from both sides") {
        before.run("DELETE FROM attempt; DELETE FROM level_visit");
        after.run(
            "DELETE FROM attempt; DELETE FROM level_visit; DELETE FROM career;"
            "UPDATE visit SET dwell=NULL, ended=NULL, age_band=NULL");
        CHECK(summed({&before, &after}).languages == summed({&after, &before}).languages);
    }
}

TEST_CASE("What cannot be is left out, counted and told, and the rest of its row counts") {
    Kiosk kiosk;
    fourVisits(kiosk);
    const Summary well = summed({&kiosk});
    CHECK(leftOut(well).empty());
    SECTION("times") {
        kiosk.run(
            "UPDATE visit SET began_at=12 WHERE id=1;"
            "UPDATE visit SET began_at=13569465600 WHERE id=2;"
            "UPDATE visit SET began_at=9e999 WHERE id=3;"
            "UPDATE visit SET dwell=-5 WHERE id=1; UPDATE visit SET dwell=1e9 WHERE id=2;"
            "UPDATE level_visit SET stayed=-1 WHERE visit=2;"
            "UPDATE level_visit SET expected=-100 WHERE visit=3;"
            "UPDATE attempt SET build_seconds=9e999 WHERE visit=4");
        const Summary s = summed({&kiosk});
        CHECK(leftOut(s) ==
              std::vector<std::string>{"1 attempt.build_seconds: is no number of seconds",
                                       "1 level_visit.expected: negative", "1 level_visit.stayed: negative",
                                       "1 visit.began_at: 2100 or later", "1 visit.began_at: before 2020",
                                       "1 visit.began_at: is no time", "1 visit.dwell: longer than a day",
                                       "1 visit.dwell: negative"});
        CHECK(s.visits == 4);
        CHECK(s.dated == 1);
        CHECK(s.first_at == 1767607204);
        CHECK(s.last_at == 1767607204);
        CHECK(s.ends == well.ends);
        check(s.dwell, 1, 20, 20, 20);
        CHECK(s.levels[0].seconds.count == 2);
        CHECK(s.levels[0].holding_power.count == 1);
        CHECK(s.levels[0].build_seconds.count == 4);
    }
    SECTION("counts and numbers") {
        kiosk.run(
            "UPDATE visit SET offered=-1 WHERE id=1; UPDATE visit SET ended=9 WHERE id=2;"
            "UPDATE attempt SET hints=4000000000000 WHERE visit=1 AND ordinal=2;"
            "UPDATE attempt SET taken_up=-7, hands=99, rebuilt=5 WHERE visit=1 AND ordinal=3;"
            "UPDATE attempt SET outcome=17 WHERE visit=4;"
            "UPDATE attempt SET reason=65577 WHERE visit=2");
        const Summary s = summed({&kiosk});
        CHECK(leftOut(s) == std::vector<std::string>{
                                "1 attempt.hands: more than can be", "1 attempt.hints: more than can be",
                                "1 attempt.outcome: a number without a meaning",
                                "1 attempt.reason: a number without a meaning",
                                "1 attempt.rebuilt: more than can be", "1 attempt.taken_up: negative",
                                "1 visit.ended: a number without a meaning", "1 visit.offered: negative"});
        CHECK(s.attempts == well.attempts);
        CHECK(s.levels[0].hints == 2);
        CHECK(s.levels[0].mistakes == std::map<std::uint16_t, std::uint64_t>{{41, 2}});
        CHECK(s.diligent == 0);
    }
    SECTION("names") {
        kiosk.run(
            "UPDATE level_visit SET level_id='x\n\x1b[31m' WHERE visit=1 AND ordinal=2;"
            "UPDATE visit SET language='' WHERE id=1; UPDATE visit SET age_band='Groep 8!' WHERE id=2;"
            "INSERT INTO career VALUES (1,1,'de brug van Jan',5)");
        const Summary s = summed({&kiosk});
        CHECK(leftOut(s) == std::vector<std::string>{"1 career.career: no name that Vonk gives",
                                                     "1 level_visit.level_id: no name that Vonk gives",
                                                     "1 visit.age_band: no name that Vonk gives",
                                                     "1 visit.language: empty"});
        CHECK(s.levels[1].id == "level-2");  // from its attempt
        CHECK(s.careers.empty());
    }
    SECTION("rows of no level and of no visit") {
        kiosk.run(
            "PRAGMA foreign_keys=OFF; UPDATE attempt SET level=-3 WHERE visit=2;"
            "INSERT INTO level_visit SELECT 999,1,1,'level-1',100,0,5;"
            "INSERT INTO career VALUES (0,1,'bridge-engineer',5)");
        const Summary s = summed({&kiosk});
        CHECK(leftOut(s) ==
              std::vector<std::string>{"1 attempt.level: no number of a level: its row is left out",
                                       "1 career: belongs to no visit: left out",
                                       "1 level_visit: belongs to no visit: left out"});
        CHECK(s.attempts == 5);
        CHECK(s.levels[0].visits == 4);
    }
}
