#include "tools/stats/unfinished_file.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <utility>

namespace vonk::stats {
namespace {

namespace fs = std::filesystem;

volatile std::sig_atomic_t signal_came = 0;

extern "C" void noteSignal(int) {
    signal_came = 1;
}

constexpr const char* journals[] = {"-wal", "-shm", "-journal"};

void removeWithJournals(const std::string& path) {
    std::error_code ignored;
    fs::remove(path, ignored);
    for (const char* journal : journals) fs::remove(path + journal, ignored);
}

bool isThere(const std::string& path) {
    std::error_code error;
    return fs::symlink_status(path, error).type() != fs::file_type::not_found;
}

// What stands in the way of a new database of this name; empty if nothing does.
std::string inTheWay(const std::string& path) {
    if (isThere(path)) return path;
    // A journal without its database would be played into the new one.
    for (const char* journal : journals)
        if (isThere(path + journal)) return path + journal;
    return {};
}

Error alreadyThere(const std::string& path) {
    return {path, 0, "", "is there already; --overwrite puts the new one in its place"};
}

}  // namespace

bool interrupted() {
    return signal_came != 0;
}

Result<UnfinishedFile> UnfinishedFile::begin(const std::string& path, bool overwrite) {
    std::error_code error;
    if (path.empty() || fs::path(path).filename().empty()) return fail({path, 0, "--out", "names no file"});
    if (fs::is_directory(path, error)) return fail({path, 0, "", "is a folder"});
    if (const std::string there = inTheWay(path); !there.empty() && !overwrite)
        return fail(alreadyThere(there));
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, noteSignal);
    UnfinishedFile file(path, path + ".unfinished", overwrite);
    removeWithJournals(file.name_);
    return file;
}

UnfinishedFile::UnfinishedFile(std::string path, std::string name, bool overwrite)
    : path_(std::move(path)), name_(std::move(name)), overwrite_(overwrite) {}

UnfinishedFile::UnfinishedFile(UnfinishedFile&& other) noexcept
    : path_(std::move(other.path_)), name_(std::exchange(other.name_, {})), overwrite_(other.overwrite_) {}

UnfinishedFile::~UnfinishedFile() {
    if (!name_.empty()) removeWithJournals(name_);
}

Result<void> UnfinishedFile::finish() const {
    if (overwrite_) {
        // Not the journals of what is replaced beside the new one, not even for a moment.
        removeWithJournals(path_);
    } else if (const std::string there = inTheWay(path_); !there.empty()) {
        return fail(alreadyThere(there));
    }
    if (::renameat2(AT_FDCWD, name_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) == 0) return {};
    if (errno == EEXIST) return fail(alreadyThere(path_));
    // Not every file system knows how not to replace.
    if (::rename(name_.c_str(), path_.c_str()) == 0) return {};
    return fail({path_, 0, "", std::string("cannot be put in its place (") + std::strerror(errno) + ")"});
}

}  // namespace vonk::stats
