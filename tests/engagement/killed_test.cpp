// The power switch at closing time: a process that writes visits is killed at random moments.
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/core/random.h"
#include "game/engagement/records.h"
#include "game/engagement/sqlite_visit_log.h"

using namespace vonk;
using namespace vonk::engagement;

namespace {

constexpr int lives = 50;
constexpr double long_enough = 60.0;
const LevelName truck{2, "cheese-truck", 300.0};

// Visits without end, each one acknowledged with a byte once it is known to be on the disk.
[[noreturn]] void writeVisits(const std::string& path, std::uint64_t seed, int acknowledge) {
    SqliteVisitLog log({.path = path}, seed);
    for (double at = 1793000000.0;; at += 100.0) {
        Attempt attempt;
        attempt.level = truck;
        attempt.outcome = AttemptOutcome::Lost;
        attempt.reason = ReasonId::Buckled;
        log.visitBegan(at, "nl", 3);
        log.levelOpened(at + 5.0, truck);
        log.attemptEnded(at + 60.0, attempt);
        log.careerOpened(at + 70.0, "constructeur");
        log.visitEnded(at + 90.0, VisitEnd::Left);
        if (!log.flush(long_enough) || log.health().lost > 0) ::_exit(1);
        if (::write(acknowledge, "x", 1) != 1) ::_exit(1);
    }
}

int bytesWithin(int pipe, int milliseconds) {
    int bytes = 0;
    char byte = 0;
    pollfd ready{pipe, POLLIN, 0};
    while (::poll(&ready, 1, milliseconds) > 0 && ::read(pipe, &byte, 1) == 1) {
        ++bytes;
        if (milliseconds > 0) break;
    }
    return bytes;
}

}  // namespace

TEST_CASE("Killed at fifty random moments, no acknowledged record is lost and the database is whole") {
    std::string pattern = (std::filesystem::temp_directory_path() / "vonk-killed-XXXXXX").string();
    const std::filesystem::path folder = ::mkdtemp(pattern.data());
    const std::string path = (folder / "engagement.db").string();
    Random random(2026);
    std::int64_t acknowledged = 0;
    for (int life = 0; life < lives; ++life) {
        int pipe[2];
        REQUIRE(::pipe(pipe) == 0);
        const pid_t child = ::fork();
        if (child == 0) writeVisits(path, static_cast<std::uint64_t>(life) + 1, pipe[1]);
        ::close(pipe[1]);
        // Every other one is left in peace until it has written something, however slow the machine is; the
        // rest may die while the database is being made or taken over.
        if (life % 2 == 0) acknowledged += bytesWithin(pipe[0], 60000);
        ::usleep(random.below(15000));
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        acknowledged += bytesWithin(pipe[0], 0);
        ::close(pipe[0]);

        auto database = store::openForReading(path, recordsSchema());
        if (!database && acknowledged == 0) continue;  // died before there was one
        REQUIRE(database);
        CHECK(database->text("PRAGMA integrity_check").value() == "ok");
        for (const char* table : {"visit WHERE dwell = 90.0", "level_visit WHERE stayed = 85.0", "attempt",
                                  "career WHERE career = 'constructeur'"}) {
            CAPTURE(life, table);
            CHECK(database->integer("SELECT count(*) FROM " + std::string(table)).value() >= acknowledged);
        }
    }
    CHECK(acknowledged >= lives / 2);
    std::filesystem::remove_all(folder);
}
