#include "engine/store/schema.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <utility>

namespace vonk::store {
namespace {

namespace fs = std::filesystem;

Fault foreign(const Schema& schema) {
    return {Failure::Foreign, "is a database, but holds no " + std::string(schema.what)};
}

bool holdsSomething(const std::string& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    return !error && size > 0;
}

// A folder of its own under the temporary folder, gone when the guard is.
class TemporaryFolder {
  public:
    static Outcome<TemporaryFolder> make() {
        std::error_code error;
        std::string pattern = (fs::temp_directory_path(error) / "vonk-XXXXXX").string();
        if (error || ::mkdtemp(pattern.data()) == nullptr)
            return tl::unexpected(Fault{Failure::CannotOpen, "no temporary folder for a copy to read"});
        return TemporaryFolder(pattern);
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder() {
        std::error_code error;
        if (!path_.empty()) fs::remove_all(path_, error);
    }
    const fs::path& path() const { return path_; }

  private:
    explicit TemporaryFolder(fs::path path) : path_(std::move(path)) {}
    fs::path path_;
};

// A database whose last writer died, or that was copied together with its -wal file: reading it in place
// would make a -shm file beside it. So a copy is read, into memory, and removed again.
Outcome<Database> openCopy(const std::string& path, const std::string& vfs) {
    auto folder = TemporaryFolder::make();
    if (!folder) return tl::unexpected(folder.error());
    const fs::path copy = folder->path() / "copy.db";
    std::error_code error;
    fs::copy_file(path, copy, error);
    if (!error) fs::copy_file(path + "-wal", copy.string() + "-wal", error);
    if (error)
        return tl::unexpected(Fault{Failure::Io, "cannot be copied to be read (" + error.message() + ")"});
    fs::permissions(copy, fs::perms::owner_read | fs::perms::owner_write, error);
    fs::permissions(copy.string() + "-wal", fs::perms::owner_read | fs::perms::owner_write, error);
    auto database = Database::open({.path = copy.string(), .vfs = vfs, .writing = true});
    if (!database) return tl::unexpected(database.error());
    return Database::copyToMemory(*database);
}

// Every connection in WAL mode holds a shared lock on this byte of the -shm file for as long as it lives:
// https://www.sqlite.org/walformat.html, "WAL locks" (120 to 127) and unixShmSystemLock's "dead man switch"
// behind them.
constexpr off_t dead_man_switch = 128;

bool writerAtWork(const std::string& path) {
    const int file = ::open((path + "-shm").c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = dead_man_switch;
    lock.l_len = 1;
    const bool held = ::fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    ::close(file);
    return held;
}

// A link's -wal and -shm files stand beside what it leads to.
Outcome<Database> openWithoutTraces(const std::string& given, const std::string& vfs) {
    std::error_code error;
    const fs::path real = fs::canonical(given, error);
    const std::string path = error ? given : real.string();
    if (writerAtWork(path)) return Database::open({.path = path, .vfs = vfs});
    if (holdsSomething(path + "-wal")) return openCopy(path, vfs);
    return Database::open({.path = path, .vfs = vfs, .immutable = true});
}

}  // namespace

Outcome<std::int64_t> versionOf(Database& database, const Schema& schema) {
    const auto application = database.integer("PRAGMA application_id");
    if (!application) return application;
    const auto version = database.integer("PRAGMA user_version");
    if (!version) return version;
    const auto things = database.integer("SELECT count(*) FROM sqlite_schema");
    if (!things) return things;
    if (*application == 0 && *version == 0 && *things == 0) return 0;
    if (*application != schema.application_id || *version < 1) return tl::unexpected(foreign(schema));
    if (*version > schema.version())
        return tl::unexpected(Fault{Failure::Newer, "was written by a newer version of the program (schema " +
                                                        std::to_string(*version) + ", this one knows " +
                                                        std::to_string(schema.version()) + ")"});
    return version;
}

Outcome<void> migrate(Database& database, const Schema& schema) {
    while (true) {
        auto transaction = Transaction::begin(database);
        if (!transaction) return tl::unexpected(transaction.error());
        // Read inside the transaction: another program may have taken the step meanwhile.
        const auto version = versionOf(database, schema);
        if (!version) return tl::unexpected(version.error());
        if (*version == schema.version()) return {};
        const auto step = static_cast<std::size_t>(*version);
        auto done = database.execute(schema.steps[step] +
                                     ";PRAGMA application_id=" + std::to_string(schema.application_id) +
                                     ";PRAGMA user_version=" + std::to_string(*version + 1));
        if (done) done = transaction->commit();
        if (!done) return done;
    }
}

Outcome<Database> openForWriting(const OpenOptions& options, const Schema& schema) {
    OpenOptions writing = options;
    writing.writing = true;
    writing.create = true;
    auto database = Database::open(writing);
    if (!database) return database;
    const auto version = versionOf(*database, schema);
    if (!version) return tl::unexpected(version.error());
    const auto sound = database->text("PRAGMA quick_check(1)");
    if (!sound) return tl::unexpected(sound.error());
    if (*sound != "ok") return tl::unexpected(Fault{Failure::Broken, "is damaged (" + *sound + ")"});
    auto ready = database->execute("PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON");
    if (ready) ready = migrate(*database, schema);
    if (!ready) return tl::unexpected(ready.error());
    return database;
}

Outcome<Database> openForReading(const std::string& path, const Schema& schema, const std::string& vfs) {
    auto database = openWithoutTraces(path, vfs);
    if (!database) return database;
    const auto version = versionOf(*database, schema);
    if (!version) return tl::unexpected(version.error());
    if (*version == 0) return tl::unexpected(foreign(schema));
    if (*version == schema.version()) return database;
    auto copy = Database::copyToMemory(*database);
    if (!copy) return copy;
    const auto ready = migrate(*copy, schema);
    if (!ready) return tl::unexpected(ready.error());
    return copy;
}

}  // namespace vonk::store
