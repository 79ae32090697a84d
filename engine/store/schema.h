// A schema as the steps that led to it. A file names its schema (application_id) and how many steps it has
// taken (user_version), so a program knows its own files, brings old ones up to date and leaves strange and
// newer ones alone.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "engine/store/database.h"

namespace vonk::store {

struct Schema {
    std::int32_t application_id = 0;     // not 0; fixed for ever
    std::span<const std::string> steps;  // step n takes user_version n to n + 1; append only
    std::string_view what;               // for messages: "records of visits"

    std::int64_t version() const { return static_cast<std::int64_t>(steps.size()); }
};

// How many steps `database` has taken; 0 for an empty database. Foreign: has tables but another
// application_id. Newer: more steps than `schema` knows.
Outcome<std::int64_t> versionOf(Database& database, const Schema& schema);

// Takes the steps that are missing, each in a transaction of its own.
Outcome<void> migrate(Database& database, const Schema& schema);

// Opens for writing, made if it is not there: WAL, synchronous=FULL, foreign keys checked, brought up to
// date. Nothing of the file is changed before it is known to be empty or of this schema, sound and not newer.
Outcome<Database> openForWriting(const OpenOptions& options, const Schema& schema);

// Opens for reading alone. Creates and changes no file beside or in the database; an older file is brought up
// to date in memory. Another process may be writing meanwhile, but not this one: closing a file drops the
// locks that SQLite holds on it for the whole process. An empty database is Foreign.
Outcome<Database> openForReading(const std::string& path, const Schema& schema, const std::string& vfs = "");

}  // namespace vonk::store
