#include "tools/lab/structure_hanging.h"

#include <algorithm>
#include <vector>

namespace vonk::lab {

namespace {

// m; ends that lie further apart are not, or no longer, pinned together.
constexpr double pinned_reach = 0.05;

}  // namespace

double fastestHanging(const bridge::BridgeRun& run) {
    const auto pieces = run.pieces();
    const bool broken =
        std::any_of(pieces.begin(), pieces.end(), [](const bridge::Piece& p) { return bool{p.body}; });
    if (run.isLost() || !broken) return 0.0;
    const structure::Structure& structure = run.structure();
    const auto& joints = structure.def().joints;
    const auto& members = structure.def().members;
    std::vector<bool> stands(joints.size());  // its place is that of the structure
    std::vector<bool> holds(joints.size());   // something that hangs from it is held
    for (std::size_t i = 0; i < joints.size(); ++i) {
        stands[i] = joints[i].fixed_x && joints[i].fixed_y;
        holds[i] = joints[i].fixed_x || joints[i].fixed_y;
    }
    for (std::size_t m = 0; m < members.size(); ++m) {
        if (!structure.isAlive(static_cast<int>(m))) continue;
        for (const int joint : {members[m].from, members[m].to})
            stands[static_cast<std::size_t>(joint)] = holds[static_cast<std::size_t>(joint)] = true;
    }
    // The joint that an end of the piece is pinned to, or −1.
    const auto pinnedTo = [&](const bridge::Piece& piece, bool at_end) {
        if (at_end ? piece.end < 1.0 : piece.start > 0.0) return -1;
        const structure::MemberDef& row = members[static_cast<std::size_t>(piece.member)];
        const int joint = at_end ? row.to : row.from;
        const Vec2 place = structure.positions()[static_cast<std::size_t>(joint)];
        const bool torn = stands[static_cast<std::size_t>(joint)] &&
                          distance(place, at_end ? piece.to : piece.from) > pinned_reach;
        return torn ? -1 : joint;
    };
    std::vector<bool> hangs(pieces.size());
    const auto visit = [&](std::size_t i) {
        if (!pieces[i].body) return false;
        const int ends[] = {pinnedTo(pieces[i], false), pinnedTo(pieces[i], true)};
        bool held = hangs[i];
        for (const int joint : ends) held = held || (joint >= 0 && holds[static_cast<std::size_t>(joint)]);
        // The links of a rope lie one after the other.
        const auto linked = [&](std::size_t a, std::size_t b) {
            return pieces[a].member == pieces[b].member &&
                   distance(pieces[a].to, pieces[b].from) < pinned_reach;
        };
        held = held || (i > 0 && hangs[i - 1] && linked(i - 1, i)) ||
               (i + 1 < pieces.size() && hangs[i + 1] && linked(i, i + 1));
        bool changed = held && !hangs[i];
        hangs[i] = held;
        for (const int joint : ends) {
            if (!held || joint < 0 || holds[static_cast<std::size_t>(joint)]) continue;
            holds[static_cast<std::size_t>(joint)] = changed = true;
        }
        return changed;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < pieces.size(); ++i) changed = visit(i) || changed;
        for (std::size_t i = pieces.size(); i-- > 0;) changed = visit(i) || changed;
    }
    double speed = 0.0;
    for (std::size_t i = 0; i < pieces.size(); ++i)
        if (hangs[i]) speed = std::max(speed, length(run.rigid().velocity(pieces[i].body)));
    return speed;
}

}  // namespace vonk::lab
