#include "game/engagement/summary.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

namespace vonk::engagement {

using store::Database;
using store::Outcome;
using store::Statement;

namespace {

// Reads all rows of a query through `row`.
template <class Row>
Outcome<void> each(Database& database, std::string_view sql, Row row) {
    auto statement = database.prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    while (true) {
        const auto more = statement->step();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return {};
        row(*statement);
    }
}

void countUp(std::map<std::string, std::uint64_t>& counts, std::string_view key) {
    const auto found = counts.find(std::string(key));
    if (found != counts.end())
        ++found->second;
    else
        counts.emplace(key, 1);
}

// The counter of an outcome or an end, if this program knows its number (they start at 1).
template <std::size_t size>
std::uint64_t* counter(std::array<std::uint64_t, size>& counts, std::int64_t number) {
    return number >= 1 && number <= static_cast<std::int64_t>(size)
               ? &counts[static_cast<std::size_t>(number - 1)]
               : nullptr;
}

}  // namespace

Quartiles quartilesOf(std::vector<double> values) {
    Quartiles quartiles;
    quartiles.count = values.size();
    if (values.empty()) return quartiles;
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        const double position = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(std::floor(position));
        const std::size_t above = std::min(below + 1, values.size() - 1);
        return values[below] + (position - static_cast<double>(below)) * (values[above] - values[below]);
    };
    quartiles.lower = at(0.25);
    quartiles.median = at(0.5);
    quartiles.upper = at(0.75);
    return quartiles;
}

struct Summing::State {
    // What is known of one level beyond the counts of its summary.
    struct LevelData {
        LevelSummary summary;
        double named_at = 0.0;  // when its id was recorded
        std::vector<double> attempts_per_visit, seconds, build_seconds, holding_power;
    };
    // One visit's doings in one level while its rows are read.
    struct Stay {
        std::uint64_t attempts = 0;
        bool opened = false, won = false, timed = true;
        double seconds = 0.0, expected = 0.0;
    };

    Outcome<void> addVisits(Database& database);
    Outcome<void> addLevelVisits(Database& database);
    Outcome<void> addAttempts(Database& database);
    Outcome<void> addCareers(Database& database);
    void addAttempt(const Statement& row, LevelData& level);
    LevelData& level(const Statement& row, double began);
    void close(const std::map<std::uint32_t, Stay>& stays);

    Summary total;
    std::vector<double> dwell;
    std::map<std::uint32_t, LevelData> levels;

    struct Visit {
        double began = 0.0;
        std::int64_t offered = 0;
        std::map<std::uint32_t, Stay> stays;
    };
    std::unordered_map<std::int64_t, Visit>
        reading;  // visits of the database that is being read; never iterated
    std::vector<std::int64_t> reading_order;
    std::set<std::int64_t> known;  // visits of the databases before
};

Summing::State::LevelData& Summing::State::level(const Statement& row, double began) {
    const auto number = static_cast<std::uint32_t>(row.integer(1));
    LevelData& data = levels[number];
    data.summary.level = number;
    if (data.summary.id.empty() || began > data.named_at) {
        data.summary.id = row.text(2);
        data.named_at = began;
    }
    return data;
}

Outcome<void> Summing::State::addVisits(Database& database) {
    return each(database,
                "SELECT id, began_at, dwell, ended, language, age_band, offered FROM visit ORDER BY id",
                [&](const Statement& row) {
                    const std::int64_t id = row.integer(0);
                    if (!known.insert(id).second) {
                        ++total.repeated;
                        return;
                    }
                    reading_order.push_back(id);
                    const double began = row.real(1);
                    reading[id] = {began, row.integer(6), {}};
                    total.first_at = total.visits == 0 ? began : std::min(total.first_at, began);
                    total.last_at = total.visits == 0 ? began : std::max(total.last_at, began);
                    ++total.visits;
                    if (row.isNull(2) || row.isNull(3)) {
                        ++total.unfinished;
                    } else {
                        dwell.push_back(row.real(2));
                        if (auto* ends = counter(total.ends, row.integer(3))) ++*ends;
                    }
                    countUp(total.languages, row.text(4));
                    countUp(total.age_bands, row.text(5));
                });
}

Outcome<void> Summing::State::addLevelVisits(Database& database) {
    return each(database,
                "SELECT visit, level, level_id, expected, stayed FROM level_visit ORDER BY visit, ordinal",
                [&](const Statement& row) {
                    const auto visit = reading.find(row.integer(0));
                    if (visit == reading.end()) return;
                    const LevelData& data = level(row, visit->second.began);
                    Stay& stay = visit->second.stays[data.summary.level];
                    stay.opened = true;
                    stay.expected = row.isNull(3) ? 0.0 : row.real(3);
                    if (row.isNull(4))
                        stay.timed = false;
                    else
                        stay.seconds += row.real(4);
                });
}

void Summing::State::addAttempt(const Statement& row, LevelData& data) {
    ++total.attempts;
    LevelSummary& summary = data.summary;
    ++summary.attempts;
    const std::int64_t outcome = row.integer(3);
    if (auto* outcomes = counter(summary.outcomes, outcome)) ++*outcomes;
    if (outcome == 2) ++summary.mistakes[static_cast<std::uint16_t>(row.integer(4))];
    data.build_seconds.push_back(row.real(5));
    summary.hints += static_cast<std::uint64_t>(std::max<std::int64_t>(0, row.integer(6)));
    if (row.integer(7) > 1) ++summary.two_hands;
    if (row.integer(8) != 0) ++summary.rebuilt;
}

Outcome<void> Summing::State::addAttempts(Database& database) {
    std::set<std::int64_t> rebuilders;
    auto done = each(database,
                     "SELECT visit, level, level_id, outcome, reason, build_seconds, hints, hands, rebuilt "
                     "FROM attempt ORDER BY visit, ordinal",
                     [&](const Statement& row) {
                         const auto visit = reading.find(row.integer(0));
                         if (visit == reading.end()) return;
                         LevelData& data = level(row, visit->second.began);
                         addAttempt(row, data);
                         Stay& stay = visit->second.stays[data.summary.level];
                         ++stay.attempts;
                         stay.won = stay.won || row.integer(3) == 1;
                         if (row.integer(8) != 0) rebuilders.insert(visit->first);
                     });
    total.rebuilders += rebuilders.size();
    return done;
}

Outcome<void> Summing::State::addCareers(Database& database) {
    return each(database, "SELECT visit, career FROM career ORDER BY visit, ordinal",
                [&](const Statement& row) {
                    if (reading.contains(row.integer(0))) countUp(total.careers, row.text(1));
                });
}

void Summing::State::close(const std::map<std::uint32_t, Stay>& stays) {
    bool tested = false;
    for (const auto& [number, stay] : stays) {
        LevelData& data = levels[number];
        // An attempt without an opening (its row was lost) still says that the level was open.
        ++data.summary.visits;
        if (stay.won) ++data.summary.completed;
        if (stay.attempts > 0) data.attempts_per_visit.push_back(static_cast<double>(stay.attempts));
        tested = tested || stay.attempts > 0;
        if (!stay.opened || !stay.timed) continue;
        data.seconds.push_back(stay.seconds);
        if (stay.expected > 0.0) data.holding_power.push_back(stay.seconds / stay.expected);
    }
    if (tested) ++total.with_attempt;
}

Summing::Summing() : state_(std::make_unique<State>()) {}
Summing::~Summing() = default;

Outcome<void> Summing::add(Database& database) {
    State& s = *state_;
    auto done = database.execute("BEGIN");
    if (done) done = s.addVisits(database);
    if (done) done = s.addLevelVisits(database);
    if (done) done = s.addAttempts(database);
    if (done) done = s.addCareers(database);
    if (done) done = database.execute("COMMIT");
    if (!done) return done;
    for (const std::int64_t id : s.reading_order) {
        const State::Visit& visit = s.reading[id];
        s.close(visit.stays);
        if (visit.offered > 0 && 2 * static_cast<std::int64_t>(visit.stays.size()) > visit.offered)
            ++s.total.diligent;
    }
    s.reading.clear();
    s.reading_order.clear();
    return {};
}

Summary Summing::summary() const {
    Summary summary = state_->total;
    summary.dwell = quartilesOf(state_->dwell);
    for (const auto& [number, data] : state_->levels) {
        LevelSummary level = data.summary;
        level.attempts_per_visit = quartilesOf(data.attempts_per_visit);
        level.seconds = quartilesOf(data.seconds);
        level.build_seconds = quartilesOf(data.build_seconds);
        level.holding_power = quartilesOf(data.holding_power);
        summary.levels.push_back(std::move(level));
    }
    return summary;
}

}  // namespace vonk::engagement
