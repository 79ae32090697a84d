#include "tools/lab/structure_road.h"

#include <algorithm>
#include <cmath>

namespace vonk::lab {

namespace {

// m; wheels want something to roll on.
constexpr double shortest_deck = 0.02;
// m; what lies this much further left is another storey.
constexpr double least_distance = 1e-6;
// Of its length, in x; a deck that is steeper is a wall.
constexpr double least_run = 0.02;

Vec2 along(const structure::StructureDef& def, const structure::MemberDef& member) {
    const Vec2 from = def.joints[static_cast<std::size_t>(member.from)].position;
    const Vec2 to = def.joints[static_cast<std::size_t>(member.to)].position;
    return to.x < from.x ? from - to : to - from;
}

bool isDriven(Vec2 along) {
    return std::fabs(along.y) <= steepest_road * along.x && length(along) >= shortest_deck;
}

}  // namespace

std::vector<int> roadOf(const structure::StructureDef& def) {
    const auto& joints = def.joints;
    const auto x = [&](int j) { return joints[static_cast<std::size_t>(j)].position.x; };
    std::vector<std::pair<int, int>> decks;
    for (const structure::MemberDef& member : def.members) {
        if (member.kind != structure::MemberKind::Deck) continue;
        const auto [left, right] =
            std::minmax(member.from, member.to, [&](int a, int b) { return x(a) < x(b); });
        if (isDriven(along(def, member))) decks.emplace_back(left, right);
    }
    if (decks.empty()) return {};
    int at = std::min_element(decks.begin(), decks.end(), [&](auto a, auto b) {
                 return x(a.first) < x(b.first);
             })->first;
    std::vector<int> road = {at};
    // Where no deck goes on, the next one to the right does, across a gap.
    for (bool goes_on = true; goes_on;) {
        const std::pair<int, int>* next = nullptr;
        for (const auto& deck : decks) {
            if (deck.first == at) {
                next = &deck;
                break;
            }
            if (x(deck.first) < x(at) - least_distance) continue;
            if (next == nullptr || x(deck.first) < x(next->first)) next = &deck;
        }
        goes_on = next != nullptr;
        if (!goes_on) break;
        if (next->first != at) road.push_back(next->first);
        at = next->second;
        road.push_back(at);
    }
    return road;
}

std::vector<int> tooSteep(const structure::StructureDef& def, const std::vector<int>& road) {
    std::vector<int> steep;
    const auto meets = [&](int joint) {
        return road.empty() || std::find(road.begin(), road.end(), joint) != road.end();
    };
    for (std::size_t i = 0; i < def.members.size(); ++i) {
        const structure::MemberDef& member = def.members[i];
        const Vec2 d = along(def, member);
        if (member.kind != structure::MemberKind::Deck || std::fabs(d.y) <= steepest_road * d.x) continue;
        if (d.x < least_run * length(d) || !(meets(member.from) || meets(member.to))) continue;
        steep.push_back(static_cast<int>(i));
    }
    return steep;
}

}  // namespace vonk::lab
