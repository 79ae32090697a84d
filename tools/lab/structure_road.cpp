#include "tools/lab/structure_road.h"

#include <algorithm>

namespace vonk::lab {

namespace {

// m; wheels want something to roll on.
constexpr double shortest_deck = 0.02;
// m; what lies this much further left is another storey.
constexpr double least_distance = 1e-6;

}  // namespace

std::vector<int> roadOf(const structure::StructureDef& def) {
    const auto& joints = def.joints;
    const auto x = [&](int j) { return joints[static_cast<std::size_t>(j)].position.x; };
    std::vector<std::pair<int, int>> decks;
    for (const structure::MemberDef& member : def.members) {
        if (member.kind != structure::MemberKind::Deck) continue;
        const auto [left, right] =
            std::minmax(member.from, member.to, [&](int a, int b) { return x(a) < x(b); });
        const Vec2 d = joints[static_cast<std::size_t>(right)].position -
                       joints[static_cast<std::size_t>(left)].position;
        if (d.x > 0.2 * length(d) && length(d) >= shortest_deck) decks.emplace_back(left, right);
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

}  // namespace vonk::lab
