// The shapes of vonk-levels' --json, the same for check and run.
#pragma once

#include <nlohmann/json.hpp>

#include "engine/core/error.h"
#include "game/level/level.h"
#include "game/play/session.h"

namespace vonk::levels {

// [{"file", "line", "key", "reason"}…]
nlohmann::ordered_json toJson(const Errors& errors);

// {"outcome": "won"|"lost", "reason": null|"buckled", "place": [x, y], "parts": […], "numbers": […],
// "measures": {"seconds", "greatest_use", "greatest_sag", "broken", "across"}, "cost", "stars": [{"kind",
// "limit", "value", "earned"}…], "worst", "touches", "ticks", "seconds", "difference": null|"tick 120: …"}
nlohmann::ordered_json toJson(const play::Replay& replay);

}  // namespace vonk::levels
