#include "game/engagement/summing.h"

#include <algorithm>
#include <tuple>

#include "engine/core/reason.h"
#include "game/engagement/rows.h"

namespace vonk::engagement {

using store::Database;
using store::Outcome;
using store::Statement;

namespace {

void countUp(std::map<std::string, std::uint64_t, std::less<>>& counts, std::string_view key) {
    const auto found = counts.find(key);
    if (found != counts.end())
        ++found->second;
    else
        counts.emplace(key, 1);
}

// Numbers of outcomes and ends start at 1.
template <std::size_t size>
Doubt doubtAsOneOf(const std::array<std::uint64_t, size>&, std::int64_t number) {
    if (number >= 1 && number <= static_cast<std::int64_t>(size)) return std::nullopt;
    return "a number without a meaning";
}

// Reasons are known by their names.
Doubt doubtAsReason(std::int64_t number) {
    const bool fits = number >= 0 && number <= UINT16_MAX;
    if (fits && (number == 0 || name(static_cast<ReasonId>(number)) != name(ReasonId::None)))
        return std::nullopt;
    return "a number without a meaning";
}

}  // namespace

bool Summing::holds(std::string_view column, Doubt doubt) {
    if (doubt) ++left_out_[{column, *doubt}];
    return !doubt;
}

// The stay that a row with level and level_id in columns 1 and 2 belongs to; none, and noted, where no level
// can have that number.
Summing::Stay* Summing::stay(const Statement& row, std::string_view number_column,
                             std::string_view name_column) {
    const std::int64_t given = row.integer(1);
    const bool fits = given >= 1 && given <= highest_level_number;
    if (!holds(number_column, fits ? Doubt{} : Doubt{"no number of a level: its row is left out"}))
        return nullptr;
    const auto number = static_cast<std::uint32_t>(given);
    LevelData& data = levels_[number];
    data.summary.level = number;
    // Of two names at the same moment the later one in the alphabet, so that the order of databases is
    // nothing to it.
    const std::string_view id = row.text(2);
    if (holds(name_column, doubtAsName(id)) &&
        std::tuple(data.named_at, std::string_view(data.summary.id)) < std::tuple(visit_.began, id)) {
        data.summary.id = id;
        data.named_at = visit_.began;
    }
    for (Stay& stay : visit_.stays)
        if (stay.level == &data) return &stay;
    visit_.stays.emplace_back().level = &data;
    return &visit_.stays.back();
}

void Summing::addVisit(const Statement& row) {
    visit_.began = 0.0;
    visit_.offered = 0;
    visit_.rebuilt = false;
    visit_.stays.clear();
    ++total_.visits;
    if (holds("visit.began_at", doubtAsBeginning(row.real(1)))) {
        visit_.began = row.real(1);
        total_.first_at = total_.dated == 0 ? visit_.began : std::min(total_.first_at, visit_.began);
        total_.last_at = total_.dated == 0 ? visit_.began : std::max(total_.last_at, visit_.began);
        ++total_.dated;
    }
    if (row.isNull(2) || row.isNull(3)) {
        ++total_.unfinished;
    } else {
        if (holds("visit.dwell", doubtAsDuration(row.real(2)))) dwell_.push_back(row.real(2));
        const std::int64_t end = row.integer(3);
        if (holds("visit.ended", doubtAsOneOf(total_.ends, end)))
            ++total_.ends[static_cast<std::size_t>(end - 1)];
    }
    if (holds("visit.language", doubtAsName(row.text(4)))) countUp(total_.languages, row.text(4));
    if (row.isNull(5))
        countUp(total_.age_bands, "");
    else if (holds("visit.age_band", doubtAsName(row.text(5))))
        countUp(total_.age_bands, row.text(5));
    if (holds("visit.offered", doubtAsCount(row.integer(6), most_offered))) visit_.offered = row.integer(6);
}

void Summing::addLevelVisit(const Statement& row) {
    Stay* const at = stay(row, "level_visit.level", "level_visit.level_id");
    if (at == nullptr) return;
    at->opened = true;
    if (!row.isNull(3) && holds("level_visit.expected", doubtAsDuration(row.real(3))))
        at->expected = row.real(3);
    if (!row.isNull(4) && holds("level_visit.stayed", doubtAsDuration(row.real(4))))
        at->seconds += row.real(4);
    else
        at->timed = false;
}

void Summing::addAttempt(const Statement& row) {
    Stay* const at = stay(row, "attempt.level", "attempt.level_id");
    if (at == nullptr) return;
    LevelSummary& summary = at->level->summary;
    ++total_.attempts;
    ++summary.attempts;
    ++at->attempts;
    const std::int64_t outcome = row.integer(3);
    if (holds("attempt.outcome", doubtAsOneOf(summary.outcomes, outcome)))
        ++summary.outcomes[static_cast<std::size_t>(outcome - 1)];
    if (outcome == 1) at->won = true;
    if (outcome == 2 && holds("attempt.reason", doubtAsReason(row.integer(4))))
        ++summary.mistakes[static_cast<std::uint16_t>(row.integer(4))];
    if (holds("attempt.build_seconds", doubtAsDuration(row.real(5))))
        at->level->build_seconds.push_back(row.real(5));
    const auto times = [&](int column, std::string_view name) {  // NULL, not kept yet, reads as 0
        const bool fits = holds(name, doubtAsCount(row.integer(column), most_in_attempt));
        return fits ? static_cast<std::uint64_t>(row.integer(column)) : 0;
    };
    summary.hints += times(6, "attempt.hints");
    summary.shown += times(9, "attempt.shown");
    summary.taken_up += times(10, "attempt.taken_up");
    if (holds("attempt.hands", doubtAsCount(row.integer(7), most_hands)) && row.integer(7) > 1)
        ++summary.two_hands;
    if (holds("attempt.rebuilt", doubtAsCount(row.integer(8), 1)) && row.integer(8) == 1) {
        ++summary.rebuilt;
        visit_.rebuilt = true;
    }
}

void Summing::addCareer(const Statement& row) {
    if (holds("career.career", doubtAsName(row.text(1)))) countUp(total_.careers, row.text(1));
}

void Summing::closeVisit() {
    bool tested = false;
    for (const Stay& stay : visit_.stays) {
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
    if (tested) ++total_.with_attempt;
    if (visit_.rebuilt) ++total_.rebuilders;
    if (visit_.offered > 0 && 2 * static_cast<std::int64_t>(visit_.stays.size()) > visit_.offered)
        ++total_.diligent;
}

Outcome<void> Summing::add(Database& database, const std::function<bool(std::int64_t)>& counts) {
    auto rows = RecordRows::read(database);
    if (!rows) return tl::unexpected(rows.error());
    const auto stray = [this](std::string_view table) {
        return [this, table] { holds(table, "belongs to no visit: left out"); };
    };
    const auto passOver = [](const Statement&) {};
    Outcome<void> done;
    for (; done && rows->visits.more(); done = rows->visits.next()) {
        const std::int64_t id = rows->visits.visit();
        if (!counts(id)) {
            done = rows->opened.of(id, passOver, stray("level_visit"));
            if (done) done = rows->attempts.of(id, passOver, stray("attempt"));
            if (done) done = rows->careers.of(id, passOver, stray("career"));
        } else {
            addVisit(rows->visits.row());
            done = rows->opened.of(
                id, [&](const Statement& row) { addLevelVisit(row); }, stray("level_visit"));
            const auto attempt = [&](const Statement& row) { addAttempt(row); };
            if (done) done = rows->attempts.of(id, attempt, stray("attempt"));
            const auto career = [&](const Statement& row) { addCareer(row); };
            if (done) done = rows->careers.of(id, career, stray("career"));
            if (done) closeVisit();
        }
        if (!done) return done;
    }
    if (done) done = rows->opened.rest(stray("level_visit"));
    if (done) done = rows->attempts.rest(stray("attempt"));
    if (done) done = rows->careers.rest(stray("career"));
    return done;
}

Summary Summing::summary() const {
    Summary summary = total_;
    summary.dwell = quartilesOf(dwell_);
    for (const double seconds : survival_seconds) {
        const auto lasted = std::ranges::count_if(dwell_, [&](double dwell) { return dwell >= seconds; });
        summary.survival.push_back({seconds, static_cast<std::uint64_t>(lasted)});
    }
    for (const auto& [what, count] : left_out_)
        summary.left_out.push_back({std::string(what.first), std::string(what.second), count});
    for (const auto& [number, data] : levels_) {
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
