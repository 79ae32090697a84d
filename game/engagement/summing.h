// Adds the records of visits up, one database after the other.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "game/engagement/plausible.h"
#include "game/engagement/summary.h"

namespace vonk::engagement {

class Summing {
  public:
    // Visits for which `counts` says no are passed over. After an error nothing more may be added.
    store::Outcome<void> add(store::Database& database, const std::function<bool(std::int64_t)>& counts);
    Summary summary() const;

  private:
    // What is known of one level beyond the counts of its summary.
    struct LevelData {
        LevelSummary summary;
        double named_at = -1.0;  // when the visit began that its id is of
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
        double began = 0.0;  // 0: it does not say
        std::int64_t offered = 0;
        bool rebuilt = false;
        std::vector<Stay> stays;
    };

    void addVisit(const store::Statement& row);
    void addLevelVisit(const store::Statement& row);
    void addAttempt(const store::Statement& row);
    void addCareer(const store::Statement& row);
    void closeVisit();
    Stay* stay(const store::Statement& row, std::string_view number_column, std::string_view name_column);

    // False, and noted, where there is a doubt. Both texts have to outlive this.
    bool holds(std::string_view column, Doubt doubt);

    Summary total_;
    std::vector<double> dwell_;
    std::map<std::uint32_t, LevelData> levels_;
    std::map<std::pair<std::string_view, std::string_view>, std::uint64_t> left_out_;
    Visit visit_;
};

}  // namespace vonk::engagement
