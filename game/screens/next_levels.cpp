#include "game/screens/next_levels.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace vonk::screens {

namespace {

auto difficulty(const level::Level& level) {
    return std::tuple(level.band, level.number);
}

int bandsApart(const level::Level& a, const level::Level& b) {
    return std::abs(int(a.band) - int(b.band));
}

}  // namespace

std::vector<NextLevel> nextLevels(const std::vector<level::Level>& levels, const Visit& visit,
                                  const level::Level& after) {
    using Why = NextLevel::Why;
    std::vector<NextLevel> next;
    const auto taken = [&](const level::Level& level) {
        return level.number == after.number ||
               std::any_of(next.begin(), next.end(), [&](const auto& one) { return one.level == &level; });
    };
    // The first of those that are wanted, in the order of `key`.
    const auto choose = [&](Why why, const auto& wanted, const auto& key) {
        const level::Level* best = nullptr;
        for (const level::Level& level : levels)
            if (!taken(level) && wanted(level) && (!best || key(level) < key(*best))) best = &level;
        if (best) next.push_back({best, why});
    };
    const auto open = [&](const level::Level& level) { return !visit.won(level.number); };
    const auto missing = [&](const level::Level& level) {
        return int(level.stars.size()) - visit.stars(level.number);
    };

    choose(
        Why::Harder,
        [&](const auto& level) {
            return open(level) && level.subject == after.subject && difficulty(level) > difficulty(after);
        },
        [](const auto& level) { return difficulty(level); });
    // As near in age as can be, of another subject rather than of the same, with another idea at least.
    for (const bool same_idea : {false, true})
        while (next.size() < 2) {
            const std::size_t before = next.size();
            choose(
                Why::Different,
                [&](const auto& level) {
                    const bool same = level.subject == after.subject &&
                                      level.expected_first_mistake == after.expected_first_mistake;
                    return open(level) && same == same_idea;
                },
                [&](const auto& level) {
                    return std::tuple(bandsApart(level, after), level.subject == after.subject,
                                      difficulty(level));
                });
            if (next.size() == before) break;
        }
    // All is won: where stars are missing, then what was longest ago in difficulty.
    while (next.size() < 2) {
        const std::size_t before = next.size();
        choose(
            Why::Stars, [&](const auto& level) { return missing(level) > 0; },
            [&](const auto& level) { return std::tuple(-missing(level), difficulty(level)); });
        if (next.size() == before)
            choose(
                Why::Different, [](const auto&) { return true; },
                [&](const auto& level) { return std::tuple(-bandsApart(level, after), difficulty(level)); });
        if (next.size() == before) break;
    }
    return next;
}

}  // namespace vonk::screens
