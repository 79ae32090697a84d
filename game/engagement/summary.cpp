#include "game/engagement/summary.h"

#include <algorithm>
#include <cmath>

namespace vonk::engagement {

using store::Database;
using store::Outcome;
using store::Statement;

namespace {

// The rows of one table, in the order of their visits.
class Rows {
  public:
    static Outcome<Rows> read(Database& database, std::string_view sql) {
        auto statement = database.prepare(sql);
        if (!statement) return tl::unexpected(statement.error());
        Rows rows(std::move(*statement));
        auto stepped = rows.next();
        if (!stepped) return tl::unexpected(stepped.error());
        return rows;
    }
    Outcome<void> next() {
        const auto more = statement_.step();
        if (!more) return tl::unexpected(more.error());
        more_ = *more;
        visit_ = more_ ? statement_.integer(0) : 0;
        return {};
    }
    // Calls `row` for each row of this visit; rows of visits before it, which have none in `visit`, are
    // passed over.
    template <class Row>
    Outcome<void> of(std::int64_t visit, Row row) {
        while (more_ && visit_ <= visit) {
            if (visit_ == visit) row(statement_);
            auto stepped = next();
            if (!stepped) return stepped;
        }
        return {};
    }
    bool more() const { return more_; }
    std::int64_t visit() const { return visit_; }
    const Statement& row() const { return statement_; }

  private:
    explicit Rows(Statement statement) : statement_(std::move(statement)) {}
    Statement statement_;
    bool more_ = false;
    std::int64_t visit_ = 0;
};

void countUp(std::map<std::string, std::uint64_t, std::less<>>& counts, std::string_view key) {
    const auto found = counts.find(key);
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
    // The value that would stand at `index` if all were sorted; those before it are smaller from then on.
    const auto ranked = [&](std::size_t index) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(index);
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    const auto at = [&](double share) {
        const double position = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(std::floor(position));
        const double low = ranked(below);
        const double part = position - static_cast<double>(below);
        if (part == 0.0) return low;
        return low + part * (*std::min_element(values.begin() + static_cast<std::ptrdiff_t>(below) + 1,
                                               values.end()) -
                             low);
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
    // One visit's doings in one level.
    struct Stay {
        LevelData* level = nullptr;
        std::uint64_t attempts = 0;
        bool opened = false, won = false, timed = true;
        double seconds = 0.0, expected = 0.0;
    };
    // One visit while its rows are read.
    struct Visit {
        double began = 0.0;
        std::int64_t offered = 0;
        bool rebuilt = false;
        std::vector<Stay> stays;
    };

    void addVisit(const Statement& row);
    void addLevelVisit(const Statement& row);
    void addAttempt(const Statement& row);
    void closeVisit();
    Stay& stay(const Statement& row);

    Summary total;
    std::vector<double> dwell;
    std::map<std::uint32_t, LevelData> levels;
    std::vector<std::int64_t> known;  // visits of the databases before, sorted
    Visit visit;
};

// The stay that a row with level and level_id in columns 1 and 2 belongs to.
Summing::State::Stay& Summing::State::stay(const Statement& row) {
    const auto number = static_cast<std::uint32_t>(row.integer(1));
    for (Stay& stay : visit.stays)
        if (stay.level->summary.level == number) return stay;
    LevelData& data = levels[number];
    data.summary.level = number;
    if (data.summary.id.empty() || visit.began > data.named_at) {
        data.summary.id = row.text(2);
        data.named_at = visit.began;
    }
    visit.stays.emplace_back().level = &data;
    return visit.stays.back();
}

// id, began_at, dwell, ended, language, age_band, offered
void Summing::State::addVisit(const Statement& row) {
    visit.began = row.real(1);
    visit.offered = row.integer(6);
    visit.rebuilt = false;
    visit.stays.clear();
    total.first_at = total.visits == 0 ? visit.began : std::min(total.first_at, visit.began);
    total.last_at = total.visits == 0 ? visit.began : std::max(total.last_at, visit.began);
    ++total.visits;
    if (row.isNull(2) || row.isNull(3)) {
        ++total.unfinished;
    } else {
        dwell.push_back(row.real(2));
        if (auto* ends = counter(total.ends, row.integer(3))) ++*ends;
    }
    countUp(total.languages, row.text(4));
    countUp(total.age_bands, row.text(5));
}

// visit, level, level_id, expected, stayed
void Summing::State::addLevelVisit(const Statement& row) {
    Stay& at = stay(row);
    at.opened = true;
    at.expected = row.isNull(3) ? 0.0 : row.real(3);
    if (row.isNull(4))
        at.timed = false;
    else
        at.seconds += row.real(4);
}

// visit, level, level_id, outcome, reason, build_seconds, hints, hands, rebuilt, shown, taken_up
void Summing::State::addAttempt(const Statement& row) {
    Stay& at = stay(row);
    LevelSummary& summary = at.level->summary;
    ++total.attempts;
    ++summary.attempts;
    ++at.attempts;
    const std::int64_t outcome = row.integer(3);
    if (auto* outcomes = counter(summary.outcomes, outcome)) ++*outcomes;
    if (outcome == 1) at.won = true;
    if (outcome == 2) ++summary.mistakes[static_cast<std::uint16_t>(row.integer(4))];
    at.level->build_seconds.push_back(row.real(5));
    const auto times = [&](int column) {  // NULL, which was not kept yet, reads as 0
        return static_cast<std::uint64_t>(std::max<std::int64_t>(0, row.integer(column)));
    };
    summary.hints += times(6);
    summary.shown += times(9);
    summary.taken_up += times(10);
    if (row.integer(7) > 1) ++summary.two_hands;
    if (row.integer(8) != 0) {
        ++summary.rebuilt;
        visit.rebuilt = true;
    }
}

void Summing::State::closeVisit() {
    bool tested = false;
    for (const Stay& stay : visit.stays) {
        LevelData& data = *stay.level;
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
    if (visit.rebuilt) ++total.rebuilders;
    if (visit.offered > 0 && 2 * static_cast<std::int64_t>(visit.stays.size()) > visit.offered)
        ++total.diligent;
}

Summing::Summing() : state_(std::make_unique<State>()) {}
Summing::~Summing() = default;

Outcome<void> Summing::add(Database& database) {
    auto done = database.execute("BEGIN");
    if (done) done = addRows(database);
    if (done) done = database.execute("COMMIT");
    return done;
}

Outcome<void> Summing::addRows(Database& database) {
    State& s = *state_;
    auto visits = Rows::read(
        database, "SELECT id, began_at, dwell, ended, language, age_band, offered FROM visit ORDER BY id");
    auto opened = Rows::read(
        database, "SELECT visit, level, level_id, expected, stayed FROM level_visit ORDER BY visit, ordinal");
    auto attempts =
        Rows::read(database,
                   "SELECT visit, level, level_id, outcome, reason, build_seconds, hints, hands, rebuilt, "
                   "shown, taken_up FROM attempt ORDER BY visit, ordinal");
    auto careers = Rows::read(database, "SELECT visit, career FROM career ORDER BY visit, ordinal");
    for (const auto* rows : {&visits, &opened, &attempts, &careers})
        if (!*rows) return tl::unexpected(rows->error());

    std::vector<std::int64_t> here;
    Outcome<void> done;
    for (; done && visits->more(); done = visits->next()) {
        const std::int64_t id = visits->visit();
        if (std::binary_search(s.known.begin(), s.known.end(), id)) {
            ++s.total.repeated;
            continue;
        }
        here.push_back(id);
        s.addVisit(visits->row());
        done = opened->of(id, [&](const Statement& row) { s.addLevelVisit(row); });
        if (done) done = attempts->of(id, [&](const Statement& row) { s.addAttempt(row); });
        if (done)
            done = careers->of(id, [&](const Statement& row) { countUp(s.total.careers, row.text(1)); });
        if (!done) return done;
        s.closeVisit();
    }
    const auto middle = static_cast<std::ptrdiff_t>(s.known.size());
    s.known.insert(s.known.end(), here.begin(), here.end());
    std::inplace_merge(s.known.begin(), s.known.begin() + middle, s.known.end());
    return done;
}

Summary Summing::summary() const {
    Summary summary = state_->total;
    summary.dwell = quartilesOf(state_->dwell);
    for (const double seconds : survival_seconds) {
        const auto lasted =
            std::ranges::count_if(state_->dwell, [&](double dwell) { return dwell >= seconds; });
        summary.survival.push_back({seconds, static_cast<std::uint64_t>(lasted)});
    }
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
