#include "game/world/road.h"

#include <algorithm>
#include <set>
#include <vector>

#include "game/world/parts.h"

namespace vonk::world {

std::optional<double> roadGap(const level::Scene& scene, const Design& design) {
    constexpr double step = 0.3;  // m up or down that a wheel takes between bank and deck
    struct Stretch {
        GridPoint left, right;
    };
    std::vector<Stretch> decks;
    for (const Part& part : design.parts) {
        const auto* member = std::get_if<BetweenJoints>(&part.placement);
        const PartRow* found = findRow(part.kind);
        if (member == nullptr || found == nullptr || !found->member || !found->member->deck) continue;
        if (member->from.x_mm == member->to.x_mm) continue;
        const bool forward = member->from.x_mm < member->to.x_mm;
        decks.push_back({forward ? member->from : member->to, forward ? member->to : member->from});
    }
    std::sort(decks.begin(), decks.end(), [](const Stretch& a, const Stretch& b) { return a.left < b.left; });
    const auto level_with_road = [&](GridPoint point) {
        const double y = point.metres().y;
        return y > scene.road - step && y < scene.road + step;
    };
    std::set<GridPoint> reached;
    double furthest = scene.left_bank;
    if (scene.left_bank >= scene.right_bank) return std::nullopt;
    for (const Stretch& deck : decks) {  // by their left ends, so each start is known before it is needed
        const double x = deck.left.metres().x;
        const bool starts =
            reached.count(deck.left) != 0 || (x <= scene.left_bank + 0.1 && level_with_road(deck.left));
        if (!starts) continue;
        reached.insert(deck.right);
        furthest = std::max(furthest, deck.right.metres().x);
        if (deck.right.metres().x >= scene.right_bank - 0.1 && level_with_road(deck.right))
            return std::nullopt;
    }
    return furthest;
}

}  // namespace vonk::world
