#include "game/engagement/sqlite_visit_log.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "engine/core/random.h"
#include "game/engagement/records.h"

namespace vonk::engagement {
namespace {

using store::Database;
using store::Outcome;

constexpr std::size_t longest_text = 64;
constexpr double largest_number = 1e12;

std::string text(std::string_view text) {
    return std::string(text.substr(0, longest_text));
}

// A number that a query can add up, whatever was measured.
double number(double value) {
    return std::isfinite(value) ? std::clamp(value, 0.0, largest_number) : 0.0;
}

template <class... Values>
Outcome<void> write(Database& database, std::string_view sql, const Values&... values) {
    auto statement = database.prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    int parameter = 0;
    static_cast<void>((statement->bind(parameter++, values), ...));
    return statement->run();
}

Outcome<void> writeAttempt(Database& database, std::int64_t visit, std::int64_t ordinal, double after,
                           const Attempt& a) {
    const auto whole = [](auto value) { return static_cast<std::int64_t>(value); };
    return write(database, "INSERT INTO attempt VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                 visit, ordinal, whole(a.level.number), std::string_view(a.level.id), whole(a.attempt), after,
                 whole(a.outcome), whole(a.reason), whole(a.commands.placed), whole(a.commands.moved),
                 whole(a.commands.connected), whole(a.commands.removed), whole(a.commands.operated),
                 whole(a.commands.undone), whole(a.commands.redone), whole(a.commands.refused),
                 number(a.build_seconds), number(a.run_seconds), number(a.cost), number(a.greatest_use),
                 whole(a.stars), whole(a.hints), whole(a.hands), whole(a.rebuilt), whole(a.shown),
                 whole(a.commands.taken_up));
}

}  // namespace

struct SqliteVisitLog::State {
    State(store::WriterOptions options, std::uint64_t seed)
        : random(seed), writer(std::move(options), recordsSchema()) {}

    // Seconds since the visit began; times that run backwards stand still.
    double after(double at) {
        latest = std::max(latest, number(at - began));
        return latest;
    }
    void leaveLevel(double at);

    Random random;
    std::int64_t visit = 0;  // 0: none is open
    double began = 0.0;
    double latest = 0.0;
    bool in_level = false;
    double opened_after = 0.0;
    std::int64_t levels = 0, attempts = 0, careers = 0;
    store::Writer writer;
};

void SqliteVisitLog::State::leaveLevel(double at) {
    if (visit == 0 || !in_level) return;
    in_level = false;
    writer.push([visit = visit, ordinal = levels, stayed = after(at) - opened_after](Database& database) {
        return write(database, "UPDATE level_visit SET stayed=? WHERE visit=? AND ordinal=?", stayed, visit,
                     ordinal);
    });
}

SqliteVisitLog::SqliteVisitLog(store::WriterOptions options, std::uint64_t seed)
    : state_(std::make_unique<State>(std::move(options), seed)) {}

SqliteVisitLog::~SqliteVisitLog() = default;

void SqliteVisitLog::visitBegan(double at, std::string_view language, std::uint32_t offered) {
    State& s = *state_;
    if (s.visit != 0) visitEnded(at, VisitEnd::Left);
    const std::uint64_t bits = (std::uint64_t{s.random.next()} << 32U) | s.random.next();
    s.visit = static_cast<std::int64_t>(bits >> 1U) | 1;  // positive
    s.began = number(at);
    s.latest = 0.0;
    s.levels = s.attempts = s.careers = 0;
    s.writer.push([visit = s.visit, began = s.began, language = text(language),
                   offered = std::int64_t{offered}](Database& database) {
        return write(database, "INSERT INTO visit (id, began_at, language, offered) VALUES (?,?,?,?)", visit,
                     began, std::string_view(language), offered);
    });
}

void SqliteVisitLog::languageChosen(double at, std::string_view language) {
    State& s = *state_;
    if (s.visit == 0) return;
    s.after(at);
    s.writer.push([visit = s.visit, language = text(language)](Database& database) {
        return write(database, "UPDATE visit SET language=? WHERE id=?", std::string_view(language), visit);
    });
}

void SqliteVisitLog::ageBandChosen(double at, std::string_view band) {
    State& s = *state_;
    if (s.visit == 0) return;
    s.after(at);
    s.writer.push([visit = s.visit, band = text(band)](Database& database) {
        return write(database, "UPDATE visit SET age_band=? WHERE id=?", std::string_view(band), visit);
    });
}

void SqliteVisitLog::levelOpened(double at, const LevelName& level) {
    State& s = *state_;
    if (s.visit == 0) return;
    s.leaveLevel(at);
    s.in_level = true;
    s.opened_after = s.after(at);
    ++s.levels;
    std::optional<double> expected;
    if (level.expected_seconds > 0.0) expected = number(level.expected_seconds);
    s.writer.push([visit = s.visit, ordinal = s.levels, number = std::int64_t{level.number},
                   id = text(level.id), expected, opened = s.opened_after](Database& database) {
        return write(database,
                     "INSERT INTO level_visit (visit, ordinal, level, level_id, expected, opened_after) "
                     "VALUES (?,?,?,?,?,?)",
                     visit, ordinal, number, std::string_view(id), expected, opened);
    });
}

void SqliteVisitLog::levelLeft(double at) {
    state_->leaveLevel(at);
}

void SqliteVisitLog::attemptEnded(double at, const Attempt& attempt) {
    State& s = *state_;
    if (s.visit == 0) return;
    Attempt row = attempt;
    row.level.id = text(row.level.id);
    s.writer.push([visit = s.visit, ordinal = ++s.attempts, after = s.after(at), row](Database& database) {
        return writeAttempt(database, visit, ordinal, after, row);
    });
}

void SqliteVisitLog::careerOpened(double at, std::string_view career) {
    State& s = *state_;
    if (s.visit == 0) return;
    s.writer.push([visit = s.visit, ordinal = ++s.careers, after = s.after(at),
                   career = text(career)](Database& database) {
        return write(database, "INSERT INTO career VALUES (?,?,?,?)", visit, ordinal,
                     std::string_view(career), after);
    });
}

void SqliteVisitLog::visitEnded(double at, VisitEnd end) {
    State& s = *state_;
    if (s.visit == 0) return;
    s.leaveLevel(at);
    s.writer.push(
        [visit = s.visit, dwell = s.after(at), ended = static_cast<std::int64_t>(end)](Database& database) {
            return write(database, "UPDATE visit SET dwell=?, ended=? WHERE id=?", dwell, ended, visit);
        });
    s.visit = 0;
}

bool SqliteVisitLog::flush(double seconds) {
    return state_->writer.flush(seconds);
}

store::Writer::Health SqliteVisitLog::health() const {
    return state_->writer.health();
}

}  // namespace vonk::engagement
