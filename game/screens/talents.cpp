#include "game/screens/talents.h"

#include <algorithm>

namespace vonk::screens {

std::optional<Talent> talentOf(const level::Level& level, const play::Result& result) {
    if (!result.won) return std::nullopt;
    if (result.rebuilt >= 2) return Talent{"keeps_going", double(result.rebuilt), 0.0};
    for (const play::StarResult& star : result.stars)
        if (star.star.kind == level::StarKind::Touches && star.earned) return Talent{"neat", star.value, 0.0};
    // A level that runs while one builds has no first test.
    if (result.attempt == 1 && level.mode == level::Mode::Test) return Talent{"thinks_ahead", 0.0, 0.0};
    // Nothing is praised whose star is missing.
    const auto denied = [&](level::StarKind kind) {
        return std::ranges::any_of(result.stars,
                                   [&](const auto& star) { return star.star.kind == kind && !star.earned; });
    };
    if (level.budget > 0 && result.cost > 0 && result.cost <= 0.8 * level.budget &&
        !denied(level::StarKind::Cost))
        return Talent{"thrifty", 0.0, level.budget - result.cost};
    if (level.subject == level::Subject::Bridge && result.measures.greatest_use > 0 &&
        result.measures.greatest_use <= 0.6 && !denied(level::StarKind::SpareStrength))
        return Talent{"strong", 0.0, 0.0};
    if (result.rebuilt == 1) return Talent{"mends", 1.0, 0.0};
    return std::nullopt;
}

}  // namespace vonk::screens
