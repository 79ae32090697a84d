// Finds what can move before anything runs: the rank of the stiffness, every member taken equally stiff, so
// that a soft member is not mistaken for a missing one.
#include <algorithm>
#include <cmath>

#include "engine/structure/state.h"

namespace vonk::structure {

namespace {

// Pivots of the unit stiffness below this share of the greatest count as none.
constexpr double least_pivot = 1e-8;
// A spring this stiff on every direction makes the matrix regular; what yields to it alone is a mechanism.
constexpr double probe = 1e-13;
// Square of the share that a joint must have in a free motion to be named: rounding gives about 1e-8.
constexpr double least_share = 1e-5;
// A cable shorter than its length by this share has only just gone slack and stops a motion before it is
// seen.
constexpr double just_slack = 2e-3;
// Strain that a taut cable counts with at least: how stiff it is does not decide whether it holds a joint
// across.
constexpr double least_strain = 1e-6;
// Share of its coordinates by which rounding alone makes a cable longer than it is.
constexpr double rounding = 1e-15;

void assembleUnit(Structure::State& state, const std::vector<Vec2>& at, double spring) {
    state.tangent.clear();
    for (std::size_t joint = 0; joint < at.size(); ++joint) {
        const double held = state.orphan[joint] ? 1.0 : spring;
        state.tangent.addDiagonal(static_cast<int>(joint), held, held);
    }
    for (std::size_t i = 0; i < state.members.size(); ++i) {
        const MemberState& member = state.members[i];
        if (!member.alive) continue;
        const Span place = state.span(member, at);
        const double strain = (place.length - member.rest_length) / member.rest_length;
        if (member.cable && strain < -just_slack) continue;
        const double noise = rounding *
                             (length(at[static_cast<std::size_t>(member.from)]) +
                              length(at[static_cast<std::size_t>(member.to)])) /
                             member.rest_length;
        const bool taut = member.cable && strain > noise;
        const double across = taut ? std::max(least_strain, strain) : 0.0;
        state.tangent.addMember(static_cast<int>(i), place.c, place.s, 1.0, across);
    }
}

}  // namespace

std::vector<int> movableJoints(Structure::State& state, const std::vector<Vec2>& at) {
    std::vector<int> movable;
    assembleUnit(state, at, 0.0);
    if (state.tangent.factorize()) {
        const auto [least, greatest] = state.tangent.pivots();
        if (least > least_pivot * greatest) return movable;
    }
    assembleUnit(state, at, probe);
    state.tangent.factorize();
    Eigen::VectorXd unit(state.tangent.size());
    for (int joint = 0; joint < static_cast<int>(at.size()); ++joint) {
        bool moves = false;
        for (const int axis : {0, 1}) {
            const int index = state.tangent.index(joint, axis);
            if (index < 0 || moves) continue;
            unit.setZero();
            unit[index] = 1.0;
            state.tangent.solve(unit);
            // Not "greater than": what rounding has made negative or NaN is free as well.
            moves = !(unit[index] >= 0.0 && unit[index] * probe <= least_share);
        }
        if (moves) movable.push_back(joint);
    }
    return movable;
}

}  // namespace vonk::structure
