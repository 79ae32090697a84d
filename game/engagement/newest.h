// Where a visit that stands in several databases stands most completely. Does not depend on their order.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "engine/store/database.h"

namespace vonk::engagement {

// Looks at databases in two rounds, each time all of them in the same order: first which visits they hold,
// then how far those have come that stand in more than one.
class Newest {
  public:
    store::Outcome<void> list(store::Database& database);
    void listed();
    store::Outcome<void> compare(store::Database& database);

    bool anyRepeated() const { return !repeated_.empty(); }
    std::uint64_t repeated() const { return repeated_.size(); }
    // Whether the visit is to be counted from the database of this number, 0 for the first one listed. One
    // that was not listed, because it has begun since, is counted nowhere.
    bool countsFrom(std::int64_t visit, std::size_t database) const;

  private:
    // How far a visit has come; compared member by member, the first one first.
    struct State {
        bool ended = false;
        double last = 0.0;           // seconds after its beginning of the last thing recorded
        std::uint64_t rows = 0;      // and values that are filled in later
        double database_last = 0.0;  // when the last visit of its database began
        std::uint64_t content = 0;   // a hash, for what differs without saying which is newer

        auto operator<=>(const State&) const = default;
    };
    struct Place {
        State state;
        std::size_t database = 0;
    };

    std::vector<std::int64_t> listed_;                // of all databases; sorted, each once, after listed()
    std::vector<std::int64_t> repeated_;              // those in more than one, sorted
    std::unordered_map<std::int64_t, Place> newest_;  // looked up, never walked through
    std::size_t compared_ = 0;
};

}  // namespace vonk::engagement
