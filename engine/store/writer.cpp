#include "engine/store/writer.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>

#include "engine/core/log.h"

namespace vonk::store {
namespace {

using Clock = std::chrono::steady_clock;

Clock::duration duration(double seconds) {
    return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

// Frames come first. On Linux, niceness is of a thread.
void yieldToOthers() {
    static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), 10));
}

}  // namespace

struct Writer::State {
    State(WriterOptions given, Schema of) : options(std::move(given)), schema(of) {
        thread = std::thread([this] { work(); });
    }

    void work();
    // Outside of the lock; these touch the database alone.
    Outcome<void> open();
    Outcome<void> write(const Job& job);
    void settle();
    void report(const Outcome<void>& outcome);

    const WriterOptions options;
    const Schema schema;
    std::optional<Database> database;  // of the thread alone

    mutable std::mutex mutex;  // held for moments, never while the disk is at work
    std::condition_variable changed;
    std::deque<Job> jobs;
    Health health;
    std::uint64_t lost_before_failure = 0;
    std::optional<Clock::time_point> closing;  // until when
    std::thread thread;
};

Outcome<void> Writer::State::open() {
    if (database && database->moved()) {
        logWarning(options.path + ": was moved or removed while in use; a new one is begun");
        database.reset();
    }
    if (database) return {};
    std::error_code ignored;  // opening tells it better
    std::filesystem::create_directories(std::filesystem::path(options.path).parent_path(), ignored);
    auto opened =
        openForWriting({.path = options.path, .vfs = options.vfs, .busy_ms = options.busy_ms}, schema);
    if (!opened) return tl::unexpected(opened.error());
    database = std::move(*opened);
    return {};
}

Outcome<void> Writer::State::write(const Job& job) {
    const auto opened = open();
    if (!opened) return opened;
    auto transaction = Transaction::begin(*database);
    if (!transaction) return tl::unexpected(transaction.error());
    auto done = job(*database);
    if (done) done = transaction->commit();
    return done;
}

// While nothing waits: what is written moves into the database's own file, so that a copy of it alone holds
// it. Where that fails, the -wal file keeps it, as before.
void Writer::State::settle() {
    if (database) static_cast<void>(database->execute("PRAGMA wal_checkpoint(PASSIVE)"));
}

void Writer::State::report(const Outcome<void>& outcome) {
    const bool was_failing = health.failure.has_value();
    if (!outcome && outcome.error().failure != Failure::Refused) {
        health.failure = outcome.error().failure;
        if (was_failing) return;
        lost_before_failure = health.lost;
        logError(options.path + ": " + outcome.error().reason + "; going on without writing");
        return;
    }
    health.failure.reset();
    health.opened = true;
    if (was_failing)
        logInfo(options.path + ": written again, " + std::to_string(health.lost - lost_before_failure) +
                " records lost");
    if (!outcome) logWarning(options.path + ": a record was left out: " + outcome.error().reason);
}

void Writer::State::work() {
    yieldToOthers();
    const Outcome<void> opened = open();
    std::unique_lock lock(mutex);
    report(opened);
    while (true) {
        changed.wait(lock, [&] { return !jobs.empty() || closing; });
        if (jobs.empty() || (closing && Clock::now() >= *closing)) break;
        const Job job = jobs.front();  // stays in the queue until it is decided
        lock.unlock();
        const Outcome<void> outcome = write(job);
        if (!outcome && outcome.error().failure != Failure::Refused)
            database.reset();  // opened anew at the next try
        lock.lock();
        report(outcome);
        if (!health.failure) {
            jobs.pop_front();
            ++(outcome ? health.written : health.lost);
            changed.notify_all();
            if (jobs.empty()) {
                lock.unlock();
                settle();
                lock.lock();
            }
            continue;
        }
        const auto again = Clock::now() + duration(closing ? 0.1 : options.retry_seconds);
        if (closing) {
            lock.unlock();
            std::this_thread::sleep_until(std::min(again, *closing));
            lock.lock();
        } else {
            changed.wait_until(lock, again, [&] { return closing.has_value(); });
        }
    }
    if (!jobs.empty()) {
        health.lost += jobs.size();
        logError(options.path + ": " + std::to_string(jobs.size()) + " records could not be written");
    }
    database.reset();
}

Writer::Writer(WriterOptions options, Schema schema)
    : state_(std::make_unique<State>(std::move(options), schema)) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->closing = Clock::now() + duration(state_->options.closing_seconds);
    }
    state_->changed.notify_all();
    state_->thread.join();
}

bool Writer::push(Job job) {
    {
        const std::lock_guard lock(state_->mutex);
        if (state_->jobs.size() >= state_->options.capacity) {
            ++state_->health.lost;
            return false;
        }
        state_->jobs.push_back(std::move(job));
    }
    state_->changed.notify_all();
    return true;
}

bool Writer::flush(double seconds) {
    std::unique_lock lock(state_->mutex);
    return state_->changed.wait_for(lock, duration(seconds), [&] { return state_->jobs.empty(); });
}

Writer::Health Writer::health() const {
    const std::lock_guard lock(state_->mutex);
    Health health = state_->health;
    health.waiting = state_->jobs.size();
    return health;
}

}  // namespace vonk::store
