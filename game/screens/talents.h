// What a visitor showed: the observed fact, and the word for it. Only what happened is said; nothing is ever
// missing.
#pragma once

#include <optional>
#include <string>

#include "game/play/session.h"

namespace vonk::screens {

struct Talent {
    std::string key;  // "keeps_going": string keys talent.<key> and talent.<key>_fact, badge of the same name
    double count = 0.0;   // rebuilt attempts, or touches
    double amount = 0.0;  // euro left over
};

// The one that says most about this win; nothing if the result is not a win.
std::optional<Talent> talentOf(const level::Level& level, const play::Result& result);

}  // namespace vonk::screens
