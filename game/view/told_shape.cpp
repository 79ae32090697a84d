#include "game/view/told_shape.h"

#include <algorithm>
#include <cmath>

namespace vonk::view {

namespace {

constexpr double least_lean = 0.03;  // rad
constexpr double least_way = 0.04;   // m
constexpr std::size_t most_moved = 3;
constexpr double least_sine = 0.17;       // of a corner of a panel: flatter ones are no panel
constexpr std::size_t most_joints = 120;  // more make a picture in which one panel says nothing

// Between the sides that meet at `b`, rad.
double corner(Vec2 a, Vec2 b, Vec2 c) {
    return std::atan2(std::fabs(cross(a - b, c - b)), dot(a - b, c - b));
}

// Goes around in one sense and has no flat corner.
bool isPanel(const std::array<Vec2, 4>& at) {
    double sense = 0.0;
    for (std::size_t k = 0; k < 4; ++k) {
        const Vec2 before = at[(k + 1) % 4] - at[k];
        const Vec2 after = at[(k + 2) % 4] - at[(k + 1) % 4];
        const double turn = cross(before, after) / std::max(1e-9, length(before) * length(after));
        if (std::fabs(turn) < least_sine || turn * sense < 0.0) return false;
        sense = turn;
    }
    return true;
}

}  // namespace

Vec2 boltOf(const world::Snapshot& snapshot, std::uint32_t joint, PartId but) {
    const world::JointView& view = snapshot.joints[joint];
    if (view.anchor) return view.position;
    for (const world::MemberView& member : snapshot.members) {
        if (member.part == but || (member.from != joint && member.to != joint)) continue;
        if (!member.fallen) return view.position;
        for (const world::BodyView& body : snapshot.bodies) {
            if (body.kind != world::BodyKind::Debris || body.part != member.part || body.end != 2) continue;
            const Vec2 half = 0.5 * body.size.x * Vec2{std::cos(body.pose.angle), std::sin(body.pose.angle)};
            return member.from == joint ? body.pose.position - half : body.pose.position + half;
        }
    }
    return view.position;
}

std::optional<LeaningPanel> leaningPanel(const world::Snapshot& snapshot) {
    const std::size_t count = snapshot.joints.size();
    if (count > most_joints) return std::nullopt;
    std::vector<std::vector<std::uint32_t>> beside(count);
    for (const world::MemberView& member : snapshot.members) {
        if (member.from >= count || member.to >= count) continue;
        beside[member.from].push_back(member.to);
        beside[member.to].push_back(member.from);
    }
    const auto joined = [&](std::uint32_t a, std::uint32_t b) {
        return std::find(beside[a].begin(), beside[a].end(), b) != beside[a].end();
    };
    std::optional<LeaningPanel> most;
    for (std::uint32_t a = 0; a < count; ++a) {
        for (std::uint32_t c = a + 1; c < count; ++c) {
            if (joined(a, c)) continue;
            for (const std::uint32_t b : beside[a]) {
                for (const std::uint32_t d : beside[a]) {
                    if (d <= b || !joined(b, c) || !joined(d, c) || joined(b, d)) continue;
                    LeaningPanel panel;
                    panel.joints = {a, b, c, d};
                    for (std::size_t k = 0; k < 4; ++k) {
                        panel.built[k] = snapshot.joints[panel.joints[k]].origin.metres();
                        panel.now[k] = boltOf(snapshot, panel.joints[k]);
                    }
                    if (!isPanel(panel.built)) continue;
                    for (std::size_t k = 0; k < 4; ++k) {
                        const std::size_t before = (k + 3) % 4, after = (k + 1) % 4;
                        const double lean =
                            std::fabs(corner(panel.now[before], panel.now[k], panel.now[after]) -
                                      corner(panel.built[before], panel.built[k], panel.built[after]));
                        if (lean <= panel.lean) continue;
                        panel.lean = lean;
                        panel.corner = k;
                    }
                    if (panel.lean > (most ? most->lean : least_lean)) most = panel;
                }
            }
        }
    }
    return most;
}

std::vector<MovedJoint> movedJoints(const world::Snapshot& snapshot) {
    std::vector<MovedJoint> moved;
    for (std::uint32_t joint = 0; joint < snapshot.joints.size(); ++joint) {
        if (snapshot.joints[joint].anchor) continue;
        const MovedJoint one{joint, snapshot.joints[joint].origin.metres(), boltOf(snapshot, joint)};
        if (one.way() > least_way) moved.push_back(one);
    }
    std::stable_sort(moved.begin(), moved.end(),
                     [](const MovedJoint& a, const MovedJoint& b) { return a.way() > b.way(); });
    while (moved.size() > most_moved || (!moved.empty() && moved.back().way() < 0.6 * moved.front().way()))
        moved.pop_back();
    return moved;
}

}  // namespace vonk::view
