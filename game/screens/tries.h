// What was tried in a level: of each test the design, with what came of it. A few are kept, the
// best one always among them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "game/play/session.h"

namespace vonk::screens {

struct Try {
    std::uint32_t attempt = 0;  // as play::TakeUp counts them: 1 for the first test
    bool decided = false;       // else it was stopped before
    bool won = false;
    int stars = 0, stars_of = 0;
    double cost = 0.0;          // euro
    std::optional<Vec2> broke;  // where, m
    world::Design design;
};

class Tries {
  public:
    static constexpr std::size_t most = 12;

    // A test begins with this design. One that was tested before takes its place.
    void begin(const world::Design& design, double cost);
    // How the one that began last ended.
    void decided(const play::Result& result);

    const std::vector<Try>& kept() const { return kept_; }  // in the order in which they were tested
    const Try* find(std::uint32_t attempt) const;
    const Try* best() const;  // null if there is none

  private:
    std::vector<Try> kept_;
    std::uint32_t count_ = 0;
};

}  // namespace vonk::screens
