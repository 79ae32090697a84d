// The rows of one table, in the order of their visits.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "engine/store/database.h"

namespace vonk::engagement {

class Rows {
  public:
    // `sql` gives the visit in column 0 and is ordered by it.
    static store::Outcome<Rows> read(store::Database& database, std::string_view sql) {
        auto statement = database.prepare(sql);
        if (!statement) return tl::unexpected(statement.error());
        Rows rows(std::move(*statement));
        auto stepped = rows.next();
        if (!stepped) return tl::unexpected(stepped.error());
        return rows;
    }
    store::Outcome<void> next() {
        const auto more = statement_.step();
        if (!more) return tl::unexpected(more.error());
        more_ = *more;
        visit_ = more_ ? statement_.integer(0) : 0;
        return {};
    }
    // Calls `row` for each row of this visit, `stray` for each of a visit before it: no table has that one.
    template <class Row, class Stray>
    store::Outcome<void> of(std::int64_t visit, Row row, Stray stray) {
        while (more_ && visit_ <= visit) {
            if (visit_ == visit)
                row(statement_);
            else
                stray();
            auto stepped = next();
            if (!stepped) return stepped;
        }
        return {};
    }
    template <class Stray>
    store::Outcome<void> rest(Stray stray) {
        store::Outcome<void> done;
        for (; done && more_; done = next()) stray();
        return done;
    }
    bool more() const { return more_; }
    std::int64_t visit() const { return visit_; }
    const store::Statement& row() const { return statement_; }

  private:
    explicit Rows(store::Statement statement) : statement_(std::move(statement)) {}
    store::Statement statement_;
    bool more_ = false;
    std::int64_t visit_ = 0;
};

// What is read of a database of visits, all at one moment.
struct RecordRows {
    Rows visits;    // id, began_at, dwell, ended, language, age_band, offered
    Rows opened;    // visit, level, level_id, expected, stayed, opened_after
    Rows attempts;  // visit, level, level_id, outcome, reason, build_seconds, hints, hands, rebuilt, shown,
                    // taken_up, ended_after
    Rows careers;   // visit, career, opened_after

    static store::Outcome<RecordRows> read(store::Database& database) {
        auto visits = Rows::read(
            database,
            "SELECT id, began_at, dwell, ended, language, age_band, offered FROM visit ORDER BY id");
        auto opened = Rows::read(database,
                                 "SELECT visit, level, level_id, expected, stayed, opened_after "
                                 "FROM level_visit ORDER BY visit, ordinal");
        auto attempts = Rows::read(
            database,
            "SELECT visit, level, level_id, outcome, reason, build_seconds, hints, hands, rebuilt, "
            "shown, taken_up, ended_after FROM attempt ORDER BY visit, ordinal");
        auto careers =
            Rows::read(database, "SELECT visit, career, opened_after FROM career ORDER BY visit, ordinal");
        for (const auto* rows : {&visits, &opened, &attempts, &careers})
            if (!*rows) return tl::unexpected(rows->error());
        return RecordRows{std::move(*visits), std::move(*opened), std::move(*attempts), std::move(*careers)};
    }
};

}  // namespace vonk::engagement
