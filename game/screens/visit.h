// One visit: from the first touch until somebody leaves or nobody is there any more. Remembers what was
// reached and tells the log; nothing outlives the visit.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "game/engagement/visit_log.h"
#include "game/level/level.h"

namespace vonk::screens {

engagement::LevelName nameFor(const level::Level& level);

class Visit {
  public:
    Visit(engagement::VisitLog& log, std::function<double()> wall) : log_(log), wall_(std::move(wall)) {}

    bool open() const { return open_; }
    void begin(std::string_view language, std::size_t offered);
    void language(std::string_view code);
    void levelOpened(const level::Level& level);
    void levelLeft();
    void attempt(const engagement::Attempt& attempt);
    void careerOpened(std::string_view id);
    void end(engagement::VisitEnd how);

    // Most stars reached in this visit; 0 for a level not won.
    int stars(std::uint32_t level_number) const;
    bool won(std::uint32_t level_number) const { return stars_.contains(level_number); }
    void reached(std::uint32_t level_number, int stars);
    std::uint32_t attempts(std::uint32_t level_number) const;
    int failures(std::uint32_t level_number) const;  // lost attempts

  private:
    engagement::VisitLog& log_;
    std::function<double()> wall_;
    bool open_ = false;
    bool in_level_ = false;
    std::string band_;
    std::map<std::uint32_t, int> stars_;
    std::map<std::uint32_t, std::uint32_t> attempts_;
    std::map<std::uint32_t, int> failures_;
};

}  // namespace vonk::screens
