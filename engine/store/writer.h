// Writes to a database from a thread of its own: whoever pushes never waits for the disk. When the database
// cannot be opened or written, the log says so once, what fits is kept and tried again, and the log says when
// writing goes on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "engine/store/schema.h"

namespace vonk::store {

struct WriterOptions {
    std::string path{};
    std::string vfs{};             // see OpenOptions
    std::size_t capacity = 4096;   // jobs kept while the database cannot be written; more are lost
    double retry_seconds = 10.0;   // between two tries while it cannot be written
    double closing_seconds = 3.0;  // at the end: how long what is still kept may take
    int busy_ms = 2000;
};

class Writer {
  public:
    // One transaction: done as a whole or not at all. Tried again later unless it was Refused. Runs on the
    // writer's thread.
    using Job = std::function<Outcome<void>(Database&)>;

    struct Health {
        bool opened = false;             // the database was open for writing once
        std::uint64_t written = 0;       // jobs acknowledged: committed and synchronised to the disk
        std::uint64_t lost = 0;          // jobs that did not fit or were refused
        std::uint64_t waiting = 0;       // jobs not yet decided
        std::optional<Failure> failure;  // why nothing can be written at the moment
    };

    // The thread opens the database, at once and again whenever it failed; the folder is made if it is
    // missing.
    Writer(WriterOptions options, Schema schema);
    // Writes what is kept for at most closing_seconds.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Never waits. False: no room, the job is lost and counted.
    bool push(Job job);
    // Waits until everything pushed before is decided; false if that took longer than `seconds`.
    bool flush(double seconds);
    Health health() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vonk::store
