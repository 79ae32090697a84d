#include "game/engagement/records.h"

#include <array>

namespace vonk::engagement {

const store::Schema& recordsSchema() {
    static const std::array<std::string, 2> steps{R"sql(
CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    began_at REAL NOT NULL,
    dwell REAL,
    ended INTEGER,
    language TEXT NOT NULL,
    age_band TEXT,
    offered INTEGER NOT NULL
) STRICT;
CREATE TABLE level_visit (
    visit INTEGER NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    level INTEGER NOT NULL,
    level_id TEXT NOT NULL,
    expected REAL,
    opened_after REAL NOT NULL,
    stayed REAL,
    PRIMARY KEY (visit, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE attempt (
    visit INTEGER NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    level INTEGER NOT NULL,
    level_id TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    ended_after REAL NOT NULL,
    outcome INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    placed INTEGER NOT NULL,
    moved INTEGER NOT NULL,
    connected INTEGER NOT NULL,
    removed INTEGER NOT NULL,
    operated INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    redone INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    build_seconds REAL NOT NULL,
    run_seconds REAL NOT NULL,
    cost REAL NOT NULL,
    greatest_use REAL NOT NULL,
    stars INTEGER NOT NULL,
    hints INTEGER NOT NULL,
    hands INTEGER NOT NULL,
    rebuilt INTEGER NOT NULL,
    PRIMARY KEY (visit, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE career (
    visit INTEGER NOT NULL REFERENCES visit (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    career TEXT NOT NULL,
    opened_after REAL NOT NULL,
    PRIMARY KEY (visit, ordinal)
) STRICT, WITHOUT ROWID;
)sql",
                                                  R"sql(
ALTER TABLE attempt ADD COLUMN shown INTEGER;
ALTER TABLE attempt ADD COLUMN taken_up INTEGER;
)sql"};
    static const store::Schema schema{0x566f6e6b, steps, "records of visits"};
    return schema;
}

}  // namespace vonk::engagement
