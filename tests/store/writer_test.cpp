#include "engine/store/writer.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <thread>

#include "fault_vfs.h"
#include "notes.h"
#include "scratch.h"

using namespace vonk::store;
using namespace vonk::store::test;

namespace {

constexpr double long_enough = 60.0;

WriterOptions options(const std::string& path) {
    return {.path = path,
            .vfs = fault_vfs,
            .capacity = 8,
            .retry_seconds = 0.01,
            .closing_seconds = 0.3,
            .busy_ms = 10};
}

void waitForFailure(const Writer& writer, Failure failure) {
    while (writer.health().failure != failure) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

std::int64_t storedIn(const std::string& path) {
    auto database = openForReading(path, notes());
    REQUIRE(database);
    CHECK(database->text("PRAGMA integrity_check").value() == "ok");
    return count(*database);
}

// What `work` writes on stderr.
template <class Work>
std::string stderrOf(const Scratch& scratch, Work work) {
    const int kept = ::dup(STDERR_FILENO);
    REQUIRE(std::freopen(scratch.file("stderr").c_str(), "w", stderr) != nullptr);
    work();
    std::fflush(stderr);
    ::dup2(kept, STDERR_FILENO);
    ::close(kept);
    return bytesOf(scratch.file("stderr"));
}

std::size_t occurrences(const std::string& text, const std::string& word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("Jobs are written in order, whole, and synchronised before they count as written") {
    const Scratch scratch;
    FaultDisk& disk = faultDisk();
    const std::string path = scratch.file("folder/that/is/missing/notes.db");
    Writer writer(options(path), notes());
    for (int number = 0; number < 5; ++number) {
        const int syncs = disk.syncs;
        REQUIRE(writer.push(note(number)));
        REQUIRE(writer.flush(long_enough));
        CHECK(disk.syncs > syncs);
        CHECK(disk.unsynced == 0);
    }
    CHECK(writer.health().written == 5);
    CHECK(storedIn(path) == 5);
}

TEST_CASE("A record that the database refuses is left out and the others go on") {
    const Scratch scratch;
    faultDisk();
    const std::string path = scratch.file("notes.db");
    Writer writer(options(path), notes());
    REQUIRE(writer.push(note(1)));
    REQUIRE(writer.push(
        [](Database& database) { return database.execute("INSERT INTO note VALUES (7, 7), (1, 1)"); }));
    REQUIRE(writer.push(note(2)));
    REQUIRE(writer.flush(long_enough));
    CHECK(writer.health().written == 2);
    CHECK(writer.health().lost == 1);
    CHECK_FALSE(writer.health().failure);
    CHECK(storedIn(path) == 2);  // of the refused job, nothing
}

TEST_CASE("While the disk fails nothing waits, the log says it once, and writing goes on when it can") {
    const Scratch scratch;
    FaultDisk& disk = faultDisk();
    const std::string path = scratch.file("notes.db");
    const auto [code, failure] = GENERATE(table<int, Failure>({{SQLITE_FULL, Failure::Full},
                                                               {SQLITE_READONLY, Failure::ReadOnly},
                                                               {SQLITE_IOERR_FSYNC, Failure::Io}}));
    const std::string said = stderrOf(scratch, [&, code = code, failure = failure] {
        Writer writer(options(path), notes());
        REQUIRE(writer.push(note(1)));
        REQUIRE(writer.flush(long_enough));
        CHECK(writer.health().opened);
        disk.write_code = code;
        for (int number = 2; number < 6; ++number) REQUIRE(writer.push(note(number)));
        waitForFailure(writer, failure);
        CHECK_FALSE(writer.flush(0.1));  // several tries
        CHECK(writer.health().written == 1);
        disk.heal();
        REQUIRE(writer.flush(long_enough));
        CHECK(writer.health().written == 5);
        CHECK_FALSE(writer.health().failure);
    });
    CHECK(occurrences(said, "error: ") == 1);
    CHECK(occurrences(said, "written again, 0 records lost") == 1);
    CHECK(storedIn(path) == 5);
}

TEST_CASE("What does not fit while the disk fails is lost and counted, and closing does not hang") {
    const Scratch scratch;
    FaultDisk& disk = faultDisk();
    disk.open_code = SQLITE_CANTOPEN;
    const std::string said = stderrOf(scratch, [&] {
        Writer writer(options(scratch.file("notes.db")), notes());
        int taken = 0;
        for (int number = 0; number < 20; ++number) taken += writer.push(note(number)) ? 1 : 0;
        CHECK(taken == 8);
        CHECK(writer.health().lost == 12);
        CHECK_FALSE(writer.health().opened);
    });
    disk.heal();
    CHECK(occurrences(said, "cannot be opened") == 1);
    CHECK(occurrences(said, "8 records could not be written") == 1);
    CHECK_FALSE(std::filesystem::exists(scratch.file("notes.db")));
}

TEST_CASE("A file that is no database stays as it is, and records go on once it is taken away") {
    const Scratch scratch;
    faultDisk();
    const std::string path = scratch.file("notes.db");
    writeBytes(path, "my shopping list");
    Writer writer(options(path), notes());
    REQUIRE(writer.push(note(1)));
    waitForFailure(writer, Failure::Broken);
    CHECK(bytesOf(path) == "my shopping list");
    std::filesystem::remove(path);
    REQUIRE(writer.flush(long_enough));
    CHECK(storedIn(path) == 1);
}

TEST_CASE("A database that is moved away while it is written is made anew") {
    const Scratch scratch;
    faultDisk();
    const std::string path = scratch.file("notes.db");
    Writer writer(options(path), notes());
    REQUIRE(writer.push(note(1)));
    REQUIRE(writer.flush(long_enough));
    for (const char* end : {"", "-wal", "-shm"})
        std::filesystem::rename(path + end, scratch.file("taken.db") + end);
    REQUIRE(writer.push(note(2)));
    REQUIRE(writer.flush(long_enough));
    CHECK(storedIn(path) == 1);
    CHECK(storedIn(scratch.file("taken.db")) == 1);
}

TEST_CASE("A disk that is really full is told, and nothing crashes") {
    const Scratch scratch;
    const std::string path = scratch.file("notes.db");
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{16384, 16384};  // bytes a file: the schema does not fit with its log
        ::setrlimit(RLIMIT_FSIZE, &limit);
        bool failed = false;
        {
            Writer writer({.path = path, .capacity = 64, .retry_seconds = 0.01, .closing_seconds = 0.05},
                          notes());
            for (int number = 0; number < 50; ++number) writer.push(note(number));
            writer.flush(0.3);
            failed = writer.health().failure.has_value();
        }
        ::_exit(failed ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("A writer that is killed loses no acknowledged record") {
    const Scratch scratch;
    const std::string path = scratch.file("notes.db");
    int acknowledged = 0;  // over all lives; each writes on behind the one before
    for (int life = 0; life < 6; ++life) {
        int pipe[2];
        REQUIRE(::pipe(pipe) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            Writer writer({.path = path}, notes());
            for (int number = life * 100000;; ++number) {
                writer.push(note(number));
                if (!writer.flush(long_enough) || writer.health().lost > 0) ::_exit(1);
                if (::write(pipe[1], "x", 1) != 1) ::_exit(1);
            }
        }
        ::close(pipe[1]);
        char byte = 0;
        int in_this_life = 0;
        while (in_this_life < 7 + 13 * life && ::read(pipe[0], &byte, 1) == 1) ++in_this_life;
        ::kill(child, SIGKILL);
        while (::read(pipe[0], &byte, 1) == 1) ++in_this_life;
        ::close(pipe[0]);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        REQUIRE(WIFSIGNALED(status));
        acknowledged += in_this_life;
        CHECK(storedIn(path) >= acknowledged);
    }
}
