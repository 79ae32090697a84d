// How a structure comes to rest before anything runs, and what of it does not.
#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/structure/state.h"

namespace vonk::structure {

namespace {

// A joint without cables that travels this share of its shortest member has swung, not sagged.
constexpr double swung_share = 0.25;
// A few dozen rounds bring a bridge to rest; a long chain that hangs nowhere near its place wants thousands.
constexpr int least_patience = 3000;
constexpr int most_patience = 20000;
constexpr int patience_by_members = 4000000;
// Within a run nobody waits longer: 10 ms with 120 members.
constexpr int patience_in_a_run = 400;

// Joints that swung instead of sagging. A joint of bars may not go far where the unloaded shape lets anything
// move, unless a taut cable holds it where it came to: then a part turned on its hinge until the cable had
// it. A joint of cables may (a slack chain finds its sag), but not where taut cables should have held it:
// they went slack and let it fall.
std::vector<int> swungJoints(Structure::State& state) {
    std::vector<double> reach(state.position.size(), 1e300);
    std::vector<bool> roped(state.position.size());
    for (const MemberState& member : state.members) {
        if (!member.alive) continue;
        for (const int joint : {member.from, member.to}) {
            const auto i = static_cast<std::size_t>(joint);
            reach[i] = std::min(reach[i], member.rest_length);
            if (member.cable) roped[i] = true;
        }
    }
    std::vector<Vec2> unloaded;
    std::vector<int> far;
    for (std::size_t i = 0; i < state.position.size(); ++i) {
        unloaded.push_back(state.def.joints[i].position);
        if (distance(state.position[i], unloaded[i]) > swung_share * reach[i])
            far.push_back(static_cast<int>(i));
    }
    if (far.empty()) return {};
    const std::vector<int> movable = movableJoints(state, unloaded);
    // At rest everything is held, else nobody would ask: if there are taut cables, it is they that hold it.
    const bool caught = std::any_of(
        state.members.begin(), state.members.end(),
        [](const MemberState& member) { return member.alive && member.cable && member.axial > 0.0; });
    std::vector<int> fallen;
    for (const int joint : far) {
        if (!roped[static_cast<std::size_t>(joint)]) {
            if (!movable.empty() && !caught) return movable;
        } else if (!std::binary_search(movable.begin(), movable.end(), joint)) {
            fallen.push_back(joint);
        }
    }
    // What nothing held at first is to blame, not the rope that it swung along.
    return fallen.empty() || movable.empty() ? fallen : movable;
}

// ω² = Σ f·u / Σ m·u² of the deflection u under the weight (Rayleigh 1877), standard gravity so that it does
// not vanish.
double rayleighFrequency(Structure::State& state) {
    state.tangent.clear();
    double scale = 0.0;
    for (const MemberState& member : state.members) scale = std::max(scale, member.stiffness);
    for (std::size_t i = 0; i < state.position.size(); ++i) {
        state.tangent.addDiagonal(static_cast<int>(i), 1e-9 * scale, 1e-9 * scale);
    }
    for (std::size_t i = 0; i < state.members.size(); ++i) {
        const MemberState& member = state.members[i];
        if (!member.alive || (member.cable && member.axial <= 0.0)) continue;
        const Span place = state.span(member, state.position);
        state.tangent.addMember(static_cast<int>(i), place.c, place.s, member.stiffness,
                                std::max(0.0, member.axial / place.length));
    }
    Eigen::VectorXd u = Eigen::VectorXd::Zero(state.tangent.size());
    for (std::size_t i = 0; i < state.position.size(); ++i) {
        if (const int y = state.tangent.index(static_cast<int>(i), 1); y >= 0) u[y] = -9.81 * state.mass[i];
    }
    const Eigen::VectorXd weight = u;
    if (!state.tangent.factorize()) return state.lowest_frequency;
    state.tangent.solve(u);
    double inertia = 0.0;
    for (std::size_t i = 0; i < state.position.size(); ++i) {
        for (const int axis : {0, 1}) {
            const int index = state.tangent.index(static_cast<int>(i), axis);
            if (index >= 0) inertia += state.mass[i] * u[index] * u[index];
        }
    }
    const double work = weight.dot(u);
    if (!(work > 0.0) || !(inertia > 0.0)) return state.lowest_frequency;
    return std::clamp(std::sqrt(work / inertia), 0.5, 5000.0);
}

// Joints of parts that hang on no support at all.
std::vector<int> looseJoints(const Structure::State& state) {
    std::vector<std::vector<int>> neighbours(state.position.size());
    for (const MemberState& member : state.members) {
        if (!member.alive) continue;
        neighbours[static_cast<std::size_t>(member.from)].push_back(member.to);
        neighbours[static_cast<std::size_t>(member.to)].push_back(member.from);
    }
    std::vector<bool> held(state.position.size());
    std::vector<int> reached;
    const auto reach = [&](int joint) {
        if (held[static_cast<std::size_t>(joint)]) return;
        held[static_cast<std::size_t>(joint)] = true;
        reached.push_back(joint);
    };
    for (std::size_t i = 0; i < held.size(); ++i) {
        const JointDef& joint = state.def.joints[i];
        if (joint.fixed_x || joint.fixed_y || state.orphan[i]) reach(static_cast<int>(i));
    }
    for (std::size_t i = 0; i < reached.size(); ++i) {
        for (const int next : neighbours[static_cast<std::size_t>(reached[i])]) reach(next);
    }
    std::vector<int> loose;
    for (std::size_t i = 0; i < held.size(); ++i) {
        if (!held[i]) loose.push_back(static_cast<int>(i));
    }
    return loose;
}

// While it lives, loose parts are out of the structure: what is left must not be blamed for them.
class SetAside {
  public:
    SetAside(Structure::State& state, const std::vector<int>& joints) : state_(state), joints_(joints) {
        for (const int joint : joints_) state_.orphan[static_cast<std::size_t>(joint)] = true;
        for (std::size_t i = 0; i < state_.members.size(); ++i) {
            MemberState& member = state_.members[i];
            if (!member.alive || !state_.orphan[static_cast<std::size_t>(member.from)]) continue;
            member.alive = false;
            members_.push_back(i);
        }
        state_.recomputeMass();
    }
    SetAside(const SetAside&) = delete;
    SetAside& operator=(const SetAside&) = delete;
    ~SetAside() {
        for (const int joint : joints_) state_.orphan[static_cast<std::size_t>(joint)] = false;
        for (const std::size_t i : members_) state_.members[i].alive = true;
        state_.recomputeMass();
    }

  private:
    Structure::State& state_;
    const std::vector<int>& joints_;
    std::vector<std::size_t> members_;
};

// Where no equilibrium was found: what can move at first, else what went furthest.
std::vector<int> unstableJoints(Structure::State& state, const std::vector<Vec2>& before, bool& overloaded) {
    std::vector<int> movable = movableJoints(state, before);
    overloaded = movable.empty();
    if (!overloaded) return movable;
    double furthest = 0.0;
    for (std::size_t i = 0; i < before.size(); ++i)
        furthest = std::max(furthest, distance(state.position[i], before[i]));
    for (std::size_t i = 0; i < before.size(); ++i) {
        const double moved = distance(state.position[i], before[i]);
        if (moved > 0.0 && moved >= 0.1 * furthest) movable.push_back(static_cast<int>(i));
    }
    for (std::size_t i = 0; movable.empty() && i < before.size(); ++i) {
        if (!state.def.joints[i].fixed_x || !state.def.joints[i].fixed_y)
            movable.push_back(static_cast<int>(i));
    }
    return movable;
}

Rest settleWithin(Structure::State& s, int patience) {
    const std::vector<Vec2> before = s.position;
    const std::vector<int> loose = looseJoints(s);
    Rest rest;
    {
        const SetAside aside(s, loose);
        if (moveToEquilibrium(s, patience)) {
            rest.movable = movableJoints(s, s.position);
            if (!rest.movable.empty()) {
                // It went far, and what is loose there is seldom what was loose at first.
                std::vector<int> first = movableJoints(s, before);
                if (!first.empty()) rest.movable = std::move(first);
            }
            if (rest.movable.empty()) rest.movable = swungJoints(s);
        } else {
            rest.movable = unstableJoints(s, before, rest.overloaded);
        }
    }
    rest.overloaded = rest.overloaded && loose.empty();
    rest.movable.insert(rest.movable.end(), loose.begin(), loose.end());
    std::sort(rest.movable.begin(), rest.movable.end());
    rest.found = rest.movable.empty();
    if (rest.found) {
        s.lowest_frequency = rayleighFrequency(s);
        s.setDamping();
    } else {
        s.position = before;
        s.readForces();
    }
    s.readBending(0.0);
    return rest;
}

}  // namespace

Rest Structure::settle() {
    const int members = static_cast<int>(state_->members.size());
    return settleWithin(*state_,
                        std::clamp(patience_by_members / (members + 1), least_patience, most_patience));
}

std::vector<int> Structure::movableNow() const {
    State& s = *state_;
    const bool ropes = std::any_of(s.members.begin(), s.members.end(),
                                   [](const MemberState& member) { return member.alive && member.cable; });
    if (!ropes) return movableJoints(s, s.position);
    // Whether cables hold shows at rest only: in motion they go slack for moments.
    Structure still(*this);
    return settleWithin(*still.state_, patience_in_a_run).movable;
}

}  // namespace vonk::structure
