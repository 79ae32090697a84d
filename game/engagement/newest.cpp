#include "game/engagement/newest.h"

#include <algorithm>

#include "engine/core/hash.h"
#include "game/engagement/rows.h"

namespace vonk::engagement {

using store::Database;
using store::Outcome;
using store::Statement;

Outcome<void> Newest::list(Database& database) {
    auto visits = Rows::read(database, "SELECT id FROM visit ORDER BY id");
    if (!visits) return tl::unexpected(visits.error());
    Outcome<void> done;
    for (; done && visits->more(); done = visits->next()) listed_.push_back(visits->visit());
    return done;
}

void Newest::listed() {
    std::ranges::sort(listed_);
    for (std::size_t i = 1; i < listed_.size(); ++i)
        if (listed_[i] == listed_[i - 1] && (repeated_.empty() || repeated_.back() != listed_[i]))
            repeated_.push_back(listed_[i]);
    const auto [from, to] = std::ranges::unique(listed_);
    listed_.erase(from, to);
    newest_.reserve(repeated_.size());
}

Outcome<void> Newest::compare(Database& database) {
    const std::size_t number = compared_++;
    const auto latest = Rows::read(database, "SELECT 0, ifnull(max(began_at), 0) FROM visit");
    if (!latest) return tl::unexpected(latest.error());
    const double database_last = latest->row().real(1);
    auto rows = RecordRows::read(database);
    if (!rows) return tl::unexpected(rows.error());
    Outcome<void> done;
    for (; done && rows->visits.more(); done = rows->visits.next()) {
        const std::int64_t id = rows->visits.visit();
        if (!std::ranges::binary_search(repeated_, id)) continue;
        const Statement& visit = rows->visits.row();
        State state;
        state.database_last = database_last;
        Hash hash;
        const auto real = [&](const Statement& row, int column) {
            state.rows += row.isNull(column) ? 0 : 1;
            hash.add(row.isNull(column) ? -1.0 : row.real(column));
        };
        const auto time = [&](const Statement& row, int column) {
            real(row, column);
            if (!row.isNull(column)) state.last = std::max(state.last, row.real(column));
        };
        state.ended = !visit.isNull(2) && !visit.isNull(3);
        time(visit, 2);
        for (const int column : {1, 3, 6}) real(visit, column);
        for (const int column : {4, 5}) {
            state.rows += visit.isNull(column) ? 0 : 1;
            hash.add(visit.text(column));
        }
        const auto nothing = [] {};
        done = rows->opened.of(
            id,
            [&](const Statement& row) {
                time(row, 5);
                for (const int column : {1, 3, 4}) real(row, column);
                hash.add(row.text(2));
            },
            nothing);
        const auto attempt = [&](const Statement& row) {
            time(row, 11);
            for (const int column : {1, 3, 4, 5, 6, 7, 8, 9, 10}) real(row, column);
            hash.add(row.text(2));
        };
        if (done) done = rows->attempts.of(id, attempt, nothing);
        const auto career = [&](const Statement& row) {
            time(row, 2);
            hash.add(row.text(1));
        };
        if (done) done = rows->careers.of(id, career, nothing);
        if (!done) return done;
        state.content = hash.value();
        const auto [place, is_new] = newest_.try_emplace(id, Place{state, number});
        if (!is_new && place->second.state < state) place->second = {state, number};
    }
    return done;
}

bool Newest::countsFrom(std::int64_t visit, std::size_t database) const {
    if (!std::ranges::binary_search(listed_, visit)) return false;
    const auto place = newest_.find(visit);
    return place == newest_.end() || place->second.database == database;
}

}  // namespace vonk::engagement
