// Where to go after a level: one that is harder, and one that is different.
#pragma once

#include <vector>

#include "game/level/level.h"
#include "game/screens/visit.h"

namespace vonk::screens {

struct NextLevel {
    enum class Why {
        Harder,     // the same subject, the next in difficulty that was not won yet
        Different,  // another subject, or another idea
        Stars,      // won, with stars still to be had
    };
    const level::Level* level = nullptr;
    Why why = Why::Different;
};

// At most two, none of them `after`; two where there are two. What was won already comes last.
std::vector<NextLevel> nextLevels(const std::vector<level::Level>& levels, const Visit& visit,
                                  const level::Level& after);

}  // namespace vonk::screens
