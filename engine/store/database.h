// A connection to a SQLite database and its statements, closed by themselves. One thread at a time. Nothing
// throws; what can fail answers with a Fault.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/store/outcome.h"

struct sqlite3;
struct sqlite3_stmt;

namespace vonk::store {

// A prepared statement. Parameters and columns count from 0. Texts of columns live until the next step().
class Statement {
  public:
    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);  // NaN is stored as NULL
    Statement& bind(int parameter, std::string_view value);
    Statement& bindNull(int parameter);
    template <class T>
    Statement& bind(int parameter, const std::optional<T>& value) {
        return value ? bind(parameter, *value) : bindNull(parameter);
    }

    // True: a row is there. False: done, and ready to be bound and stepped again.
    Outcome<bool> step();
    // step() for statements that give no rows.
    Outcome<void> run();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;

  private:
    friend class Database;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

struct OpenOptions {
    std::string path{};
    std::string vfs{};       // name of a registered SQLite VFS; empty: the system's own
    int busy_ms = 2000;      // how long to wait for another program
    bool writing = false;    // false: the file has to exist and is opened read-only
    bool create = false;     // with writing: makes the file (not its folder) if it is not there
    bool immutable = false;  // promises that nobody writes meanwhile: no locks, no files beside the database
};

class Database {
  public:
    static Outcome<Database> open(const OpenOptions& options);
    // Empty, lives in memory.
    static Outcome<Database> inMemory();
    // Lives in memory and starts as a copy of `source`.
    static Outcome<Database> copyToMemory(Database& source);

    Outcome<Statement> prepare(std::string_view sql);
    // Any number of statements, their rows ignored.
    Outcome<void> execute(const std::string& sql);
    // The one value that a query gives; an error if it gives no row.
    Outcome<std::int64_t> integer(std::string_view sql);
    Outcome<std::string> text(std::string_view sql);

    // The file was moved or deleted under this connection: what is written now is seen by nobody.
    bool moved() const;

  private:
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    explicit Database(sqlite3* connection) : connection_(connection) {}
    std::unique_ptr<sqlite3, Close> connection_;
};

// Takes back what was done since it was made, unless commit() succeeded.
class Transaction {
  public:
    static Outcome<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Outcome<void> commit();

  private:
    explicit Transaction(Database& database) : database_(&database) {}
    Database* database_;
};

}  // namespace vonk::store
