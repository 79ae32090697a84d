// A database that stands under its name only once it is whole. Until then it has another name beside it, and
// that goes, with all that SQLite leaves beside it, where the work fails or is interrupted.
#pragma once

#include <string>

#include "engine/core/error.h"

namespace vonk::stats {

class UnfinishedFile {
  public:
    // What an earlier one left that was killed is taken away. Fails where `path` is there and is not to be
    // overwritten, is a folder, or has journals beside it that are not its own.
    static Result<UnfinishedFile> begin(const std::string& path, bool overwrite);
    UnfinishedFile(UnfinishedFile&& other) noexcept;
    UnfinishedFile& operator=(UnfinishedFile&&) = delete;
    ~UnfinishedFile();

    const std::string& name() const { return name_; }  // to write to until it is finished
    Result<void> finish() const;                       // nothing may have it open any more

  private:
    UnfinishedFile(std::string path, std::string name, bool overwrite);
    std::string path_, name_;
    bool overwrite_ = false;
};

// SIGINT, SIGTERM or SIGHUP came since the first UnfinishedFile was begun.
bool interrupted();

}  // namespace vonk::stats
