#include "engine/store/database.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace vonk::store {
namespace {

Failure failureOf(int code) {
    switch (code & 0xff) {
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return Failure::CannotOpen;
        case SQLITE_READONLY:
            return Failure::ReadOnly;
        case SQLITE_FULL:
            return Failure::Full;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Failure::Busy;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Failure::Broken;
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH:
        case SQLITE_TOOBIG:
        case SQLITE_RANGE:
        case SQLITE_MISUSE:
        case SQLITE_ERROR:
            return Failure::Refused;
        default:
            return Failure::Io;
    }
}

std::string_view describe(Failure failure) {
    switch (failure) {
        case Failure::CannotOpen:
            return "cannot be opened";
        case Failure::ReadOnly:
            return "cannot be written, it is read-only";
        case Failure::Full:
            return "the disk is full";
        case Failure::Busy:
            return "another program holds the database";
        case Failure::Io:
            return "the disk answers with an error";
        case Failure::Broken:
            return "is not a database, or is damaged";
        case Failure::Refused:
            return "a statement was refused";
        default:
            return "cannot be used";
    }
}

Fault faultOf(sqlite3* connection, int code) {
    const Failure failure = failureOf(code);
    const char* detail = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    return {failure, std::string(describe(failure)) + " (" + detail + ")"};
}

// Characters that mean something in a URI file name are escaped: https://www.sqlite.org/uri.html
std::string uriPath(const std::string& path) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string uri = "file:";
    if (path.starts_with("//")) uri += "//";  // otherwise the first part would be taken for a host
    for (const char letter : path) {
        if (letter == '%' || letter == '?' || letter == '#') {
            const auto byte = static_cast<unsigned char>(letter);
            uri += '%';
            uri += digits[byte >> 4];
            uri += digits[byte & 15];
        } else {
            uri += letter;
        }
    }
    return uri;
}

std::optional<Fault> whyNotReadable(const std::string& path) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return Fault{Failure::CannotOpen, "no such file"};
    if (error) return Fault{Failure::CannotOpen, error.message()};
    if (status.type() == std::filesystem::file_type::directory)
        return Fault{Failure::CannotOpen, "is a folder, not a database"};
    return std::nullopt;
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), parameter + 1, value);
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    sqlite3_bind_double(statement_.get(), parameter + 1, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view value) {
    sqlite3_bind_text64(statement_.get(), parameter + 1, value.data() != nullptr ? value.data() : "",
                        value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bindNull(int parameter) {
    sqlite3_bind_null(statement_.get(), parameter + 1);
    return *this;
}

Outcome<bool> Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(statement_.get());
        return false;
    }
    sqlite3* connection = sqlite3_db_handle(statement_.get());
    Fault fault = faultOf(connection, sqlite3_extended_errcode(connection));
    sqlite3_reset(statement_.get());
    return tl::unexpected(std::move(fault));
}

Outcome<void> Statement::run() {
    while (true) {
        const Outcome<bool> row = step();
        if (!row) return tl::unexpected(row.error());
        if (!*row) return {};
    }
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
    const auto* letters = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    if (letters == nullptr) return {};
    return {letters, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void Database::Close::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

Outcome<Database> Database::open(const OpenOptions& options) {
    if (!options.create)
        if (auto fault = whyNotReadable(options.path)) return tl::unexpected(std::move(*fault));
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= options.writing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    if (options.writing && options.create) flags |= SQLITE_OPEN_CREATE;
    // A plain name unless the URI is needed: a VFS sees the same path either way, but "file:" alone has no
    // escapes to mind.
    std::string name = options.path;
    if (options.immutable) {
        name = uriPath(options.path) + "?immutable=1";
        flags |= SQLITE_OPEN_URI;
    } else if (!name.starts_with('/')) {
        name = "./" + name;  // ":memory:" and "file:…" are names of files here
    }
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(name.c_str(), &raw, flags, options.vfs.empty() ? nullptr : options.vfs.c_str());
    Database database(raw);
    if (code != SQLITE_OK) return tl::unexpected(faultOf(raw, code));
    sqlite3_busy_timeout(raw, options.busy_ms);
    // What a strange file says in its schema is not trusted: no functions and virtual tables called from
    // there.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (!options.writing) sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    // SQLite opens a file that may not be written read-only, without a word.
    if (options.writing && sqlite3_db_readonly(raw, "main") == 1)
        return tl::unexpected(Fault{Failure::ReadOnly, std::string(describe(Failure::ReadOnly))});
    // The file itself is read at the first statement: one that is no database fails here and not later.
    const auto pages = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!pages) return tl::unexpected(pages.error());
    return database;
}

Outcome<Database> Database::inMemory() {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(raw);
    if (code != SQLITE_OK) return tl::unexpected(faultOf(raw, code));
    return database;
}

Outcome<Database> Database::copyToMemory(Database& source) {
    auto copy = inMemory();
    if (!copy) return copy;
    sqlite3* raw = copy->connection_.get();
    sqlite3_backup* backup = sqlite3_backup_init(raw, "main", source.connection_.get(), "main");
    if (backup == nullptr) return tl::unexpected(faultOf(raw, sqlite3_errcode(raw)));
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK) return tl::unexpected(faultOf(raw, code));
    return copy;
}

Outcome<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* raw = nullptr;
    const int code =
        sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
    Statement statement(raw);
    if (code != SQLITE_OK) return tl::unexpected(faultOf(connection_.get(), code));
    return statement;
}

Outcome<void> Database::execute(const std::string& sql) {
    const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return tl::unexpected(faultOf(connection_.get(), code));
    return {};
}

Outcome<std::int64_t> Database::integer(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return tl::unexpected(Fault{Failure::Refused, "a query gave no row"});
    return statement->integer(0);
}

Outcome<std::string> Database::text(std::string_view sql) {
    auto statement = prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return tl::unexpected(Fault{Failure::Refused, "a query gave no row"});
    return std::string(statement->text(0));
}

bool Database::moved() const {
    int moved = 0;
    const int code = sqlite3_file_control(connection_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return code == SQLITE_OK && moved != 0;
}

Outcome<Transaction> Transaction::begin(Database& database) {
    const auto begun = database.execute("BEGIN IMMEDIATE");
    if (!begun) return tl::unexpected(begun.error());
    return Transaction(database);
}

Transaction::Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}

Transaction::~Transaction() {
    // A failed statement may have rolled back by itself already; then this one fails, which changes nothing.
    if (database_ != nullptr) static_cast<void>(database_->execute("ROLLBACK"));
}

Outcome<void> Transaction::commit() {
    auto committed = database_->execute("COMMIT");
    if (committed) database_ = nullptr;
    return committed;
}

}  // namespace vonk::store
