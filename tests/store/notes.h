// A small schema for tests: one table of numbers, in two steps.
#pragma once

#include <array>

#include "engine/store/writer.h"

namespace vonk::store::test {

inline const std::array<std::string, 2> note_steps{
    "CREATE TABLE note (number INTEGER NOT NULL UNIQUE) STRICT",
    "ALTER TABLE note ADD COLUMN doubled INTEGER; UPDATE note SET doubled = 2 * number",
};
inline Schema notes(std::size_t steps = 2) {
    return {0x6e6f7465, std::span<const std::string>(note_steps.data(), steps), "notes"};
}

inline Writer::Job note(int number) {
    return [number](Database& database) {
        return database.execute("INSERT INTO note (number) VALUES (" + std::to_string(number) + ")");
    };
}

inline std::int64_t count(Database& database) {
    return database.integer("SELECT count(*) FROM note").value();
}

}  // namespace vonk::store::test
