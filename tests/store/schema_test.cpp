#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <map>

#include "engine/store/schema.h"
#include "notes.h"
#include "scratch.h"

using namespace vonk::store;
using namespace vonk::store::test;

namespace {

std::map<std::string, std::string> contents(const Scratch& scratch) {
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(scratch.path()))
        files[entry.path().filename().string()] = bytesOf(entry.path().string());
    return files;
}

// A database whose writer never closed it: its last records stand in the -wal file alone.
void leaveUnclosed(const Scratch& scratch, const std::string& name) {
    auto database = openForWriting({.path = scratch.file("live.db")}, notes());
    REQUIRE(database);
    REQUIRE(database->execute("INSERT INTO note VALUES (1, 2), (2, 4)"));
    std::filesystem::copy_file(scratch.file("live.db"), scratch.file(name));
    std::filesystem::copy_file(scratch.file("live.db-wal"), scratch.file(name + "-wal"));
}

// Another process that has the database open and writes a number when it is told to.
class Kiosk {
  public:
    explicit Kiosk(const std::string& path) {
        int orders[2], answers[2];
        REQUIRE(::pipe(orders) == 0);
        REQUIRE(::pipe(answers) == 0);
        child_ = ::fork();
        if (child_ == 0) {
            ::close(orders[1]);
            auto database = openForWriting({.path = path}, notes());
            char number = 0;
            while (database && ::read(orders[0], &number, 1) == 1) {
                const auto done =
                    database->execute("INSERT INTO note VALUES (" + std::to_string(number) + ", 0)");
                if (!done || ::write(answers[1], "x", 1) != 1) break;
            }
            ::_exit(0);
        }
        ::close(orders[0]);
        ::close(answers[1]);
        orders_ = orders[1];
        answers_ = answers[0];
    }
    ~Kiosk() {
        ::close(orders_);
        ::close(answers_);
        ::waitpid(child_, nullptr, 0);
    }
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;
    void write(char number) {
        char done = 0;
        REQUIRE(::write(orders_, &number, 1) == 1);
        REQUIRE(::read(answers_, &done, 1) == 1);
    }

  private:
    pid_t child_ = 0;
    int orders_ = -1, answers_ = -1;
};

}  // namespace

TEST_CASE("A new database is in WAL mode, synchronised at every commit, and takes all steps") {
    const Scratch scratch;
    auto database = openForWriting({.path = scratch.file("new.db")}, notes());
    REQUIRE(database);
    CHECK(database->text("PRAGMA journal_mode").value() == "wal");
    CHECK(database->integer("PRAGMA synchronous").value() == 2);
    CHECK(database->integer("PRAGMA foreign_keys").value() == 1);
    CHECK(database->integer("PRAGMA user_version").value() == 2);
    CHECK(database->integer("PRAGMA application_id").value() == 0x6e6f7465);
    const auto wrong_type = database->execute("INSERT INTO note VALUES ('one', 2)");
    REQUIRE_FALSE(wrong_type);
    CHECK(wrong_type.error().failure == Failure::Refused);
}

TEST_CASE("An older database is brought up to date and keeps its rows") {
    const Scratch scratch;
    {
        auto old = openForWriting({.path = scratch.file("old.db")}, notes(1));
        REQUIRE(old);
        REQUIRE(old->execute("INSERT INTO note VALUES (21)"));
    }
    SECTION("in place when it is opened for writing") {
        auto database = openForWriting({.path = scratch.file("old.db")}, notes());
        REQUIRE(database);
        CHECK(database->integer("SELECT doubled FROM note").value() == 42);
    }
    SECTION("in memory alone when it is opened for reading") {
        const auto before = contents(scratch);
        {
            auto database = openForReading(scratch.file("old.db"), notes());
            REQUIRE(database);
            CHECK(database->integer("SELECT doubled FROM note").value() == 42);
        }
        CHECK(contents(scratch) == before);
    }
}

TEST_CASE("A step that fails leaves the database at the version before") {
    const Scratch scratch;
    REQUIRE(openForWriting({.path = scratch.file("a.db")}, notes(1)));
    const std::array<std::string, 2> broken{note_steps[0], "CREATE TABLE half (x) ; CREATE TABLE half (x)"};
    const Schema schema{0x6e6f7465, broken, "notes"};
    CHECK_FALSE(openForWriting({.path = scratch.file("a.db")}, schema));
    auto database = openForWriting({.path = scratch.file("a.db")}, notes(1));
    REQUIRE(database);
    CHECK(database->integer("PRAGMA user_version").value() == 1);
    CHECK(database->integer("SELECT count(*) FROM sqlite_schema WHERE name='half'").value() == 0);
}

TEST_CASE("What is no database of the schema is refused and not changed") {
    const Scratch scratch;
    const std::string path = scratch.file("strange.db");
    Failure expected = Failure::Broken;
    SECTION("text") {
        writeBytes(path, std::string(5000, 'x'));
    }
    SECTION("a short file") {
        writeBytes(path, "not a database");
    }
    SECTION("a database of another program") {
        expected = Failure::Foreign;
        auto other = Database::open({.path = path, .writing = true, .create = true});
        REQUIRE(other);
        REQUIRE(other->execute("CREATE TABLE visit (id INTEGER)"));
    }
    SECTION("a newer version") {
        expected = Failure::Newer;
        auto newer = openForWriting({.path = path}, notes());
        REQUIRE(newer);
        REQUIRE(newer->execute("PRAGMA user_version=3"));
    }
    SECTION("a damaged page") {
        {
            auto damaged = openForWriting({.path = path}, notes());
            REQUIRE(damaged);
            for (int number = 0; number < 2000; ++number)
                REQUIRE(damaged->execute("INSERT INTO note VALUES (" + std::to_string(number) + ", 0)"));
        }
        std::string bytes = bytesOf(path);
        for (std::size_t at = 4096; at < bytes.size(); ++at) bytes[at] = 'x';
        writeBytes(path, bytes);
    }
    const std::string before = bytesOf(path);
    const auto writing = openForWriting({.path = path}, notes());
    REQUIRE_FALSE(writing);
    CHECK(writing.error().failure == expected);
    CHECK(bytesOf(path) == before);
    auto reading = openForReading(path, notes());
    if (reading) {
        // A damaged page shows when it is read.
        const auto rows = reading->integer("SELECT sum(number) FROM note");
        REQUIRE_FALSE(rows);
        CHECK(rows.error().failure == expected);
    } else {
        CHECK(reading.error().failure == expected);
    }
    CHECK(bytesOf(path) == before);
}

TEST_CASE("What is not there or no file is said") {
    const Scratch scratch;
    CHECK(openForReading(scratch.file("none.db"), notes()).error().reason == "no such file");
    CHECK_FALSE(std::filesystem::exists(scratch.file("none.db")));
    CHECK(openForReading(scratch.path().string(), notes()).error().failure == Failure::CannotOpen);
    CHECK(openForWriting({.path = scratch.file("none/none.db")}, notes()).error().failure ==
          Failure::CannotOpen);
    writeBytes(scratch.file("empty.db"), "");
    CHECK(openForReading(scratch.file("empty.db"), notes()).error().failure == Failure::Foreign);
}

TEST_CASE("Reading makes and changes no file") {
    const Scratch scratch;
    SECTION("of a database that was closed, with a name that a URI would misread") {
        {
            auto database = openForWriting({.path = scratch.file("a%20?b#c.db")}, notes());
            REQUIRE(database);
            REQUIRE(database->execute("INSERT INTO note VALUES (1, 2)"));
        }
        const auto before = contents(scratch);
        {
            auto database = openForReading(scratch.file("a%20?b#c.db"), notes());
            REQUIRE(database);
            CHECK(count(*database) == 1);
            CHECK_FALSE(database->execute("DELETE FROM note"));
        }
        CHECK(contents(scratch) == before);
    }
    SECTION("of a database that was never closed, with its newest records") {
        leaveUnclosed(scratch, "unclosed.db");
        const auto before = contents(scratch);
        {
            auto database = openForReading(scratch.file("unclosed.db"), notes());
            REQUIRE(database);
            CHECK(count(*database) == 2);
        }
        CHECK(contents(scratch) == before);
    }
    SECTION("while a kiosk writes, and the kiosk writes on") {
        const std::string path = scratch.file("kiosk.db");
        Kiosk kiosk(path);
        kiosk.write(1);
        {
            auto database = openForReading(path, notes());
            REQUIRE(database);
            CHECK(count(*database) == 1);
            kiosk.write(2);
            CHECK(count(*database) == 2);
        }
        kiosk.write(3);
        auto later = openForReading(path, notes());
        REQUIRE(later);
        CHECK(count(*later) == 3);
        CHECK(std::filesystem::exists(path + "-wal"));
    }
}
