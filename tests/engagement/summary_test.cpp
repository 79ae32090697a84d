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
        run("INSERT INTO visit VALUES (" + std::to_string(id) + "," + std::to_string(1000 + id) + "," +
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

  private:
    void run(const std::string& sql) { REQUIRE(database.execute(sql)); }
};

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
    Summing summing;
    REQUIRE(summing.add(kiosk.database));
    const Summary s = summing.summary();
    CHECK(s.visits == 4);
    CHECK(s.unfinished == 1);
    CHECK(s.ends == std::array<std::uint64_t, 3>{1, 1, 1});
    CHECK(s.first_at == 1001);
    CHECK(s.last_at == 1004);
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
    Summing summing;
    for (Kiosk* kiosk : {&one, &copy, &other}) REQUIRE(summing.add(kiosk->database));
    const Summary s = summing.summary();
    CHECK(s.visits == 5);
    CHECK(s.repeated == 4);
    CHECK(s.attempts == 6);
    CHECK(s.levels.size() == 3);
    check(s.dwell, 4, 35, 70, 150);
}

TEST_CASE("No records give an empty summary") {
    Kiosk kiosk;
    Summing summing;
    REQUIRE(summing.add(kiosk.database));
    CHECK(summing.summary().visits == 0);
    CHECK(summing.summary().dwell.count == 0);
}
