// One step in time: backward Euler, solved by Newton's method. One round does as long as cables stay as they
// are; what goes slack or taut within a step takes two or three, and without them a light bridge is thrown
// about.
#include <algorithm>
#include <cmath>

#include "engine/core/assert.h"
#include "engine/core/math.h"
#include "engine/structure/state.h"

namespace vonk::structure {

namespace {

// A wheel's force reaches the members one step late. Its mass, times this, is added to the mass that its
// place must move (never to the weight), or light bridges chatter under heavy wheels; 1.5 to 3 serve,
// equilibrium is untouched.
constexpr double added_mass_factor = 2.0;
// Thrust softens a member across its axis. Only this share of its stiffness is admitted to the matrix, so
// that a buckling step cannot make it singular; the forces themselves are exact.
constexpr double softening_limit = 0.005;
// kg; keeps a weightless joint on a slack cable in the equations.
constexpr double least_mass = 1e-3;
// m/s beyond which a structure is no longer one.
constexpr double runaway_speed = 1e4;
constexpr int most_rounds = 12;
constexpr int most_halvings = 12;
constexpr double steady = 0.1;  // share of the push that may be left at the end of a round
// Unbalanced force that a round may leave to the next step, as a share of the greatest force around.
constexpr double tolerance = 1e-3;

}  // namespace

double Structure::State::assembleStep(double h) {
    tangent.clear();
    right.setZero();
    double greatest = 0.0;
    for (std::size_t i = 0; i < position.size(); ++i) {
        const int joint = static_cast<int>(i);
        if (orphan[i]) {  // whatever pulls at it, it has left with its members
            tangent.addDiagonal(joint, 1.0, 1.0);
            continue;
        }
        const double moved = std::max(mass[i], least_mass) + added_mass[i];
        tangent.addDiagonal(joint, moved, moved);
        push(joint, h * load[i].x - moved * (velocity[i].x - velocity_before[i].x),
             h * load[i].y - moved * (velocity[i].y - velocity_before[i].y));
        greatest = std::max({greatest, std::fabs(load[i].x), std::fabs(load[i].y)});
    }
    // What hangs pulls as it did in the last step, and less as far as its joint now falls with it.
    for (const HungLoad& row : hung) {
        const auto i = static_cast<std::size_t>(row.joint);
        const Vec2 faster = velocity[i] - velocity_before[i] - last_change[i];
        tangent.addJoint(row.joint, row.mass_xx, row.mass_xy, row.mass_yy);
        push(row.joint, -row.mass_xx * faster.x - row.mass_xy * faster.y,
             -row.mass_xy * faster.x - row.mass_yy * faster.y);
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        const MemberState& member = members[i];
        if (!member.alive) continue;
        const Span place = span(member, position);
        const auto [force, by_length, by_rate] = pull(member, place, stretching(member, place));
        if (member.cable && force <= 0.0) continue;
        greatest = std::max(greatest, std::fabs(force));
        const double across =
            std::max(force / std::max(place.length, 1e-9), -softening_limit * member.stiffness);
        tangent.addMember(static_cast<int>(i), place.c, place.s, h * h * by_length + h * by_rate,
                          h * h * across);
        push(member.from, h * force * place.c, h * force * place.s);
        push(member.to, -h * force * place.c, -h * force * place.s);
    }
    return greatest;
}

void Structure::step(double h) {
    VONK_ASSERT(h > 0.0 && h <= 0.1);
    State& s = *state_;
    if (!s.sound) return;
    s.gatherLoads(added_mass_factor);
    s.position_before = s.position;
    s.velocity_before = s.velocity;
    const auto move = [&](double share) {
        for (std::size_t i = 0; i < s.position.size(); ++i) {
            const int joint = static_cast<int>(i);
            if (const int x = s.tangent.index(joint, 0); x >= 0) s.velocity[i].x += share * s.change[x];
            if (const int y = s.tangent.index(joint, 1); y >= 0) s.velocity[i].y += share * s.change[y];
            s.position[i] = s.position_before[i] + h * s.velocity[i];
        }
    };
    s.change.setZero(s.right.size());
    move(0.0);
    double greatest = s.assembleStep(h);
    for (int round = 0; s.right.size() > 0 && round < most_rounds; ++round) {
        if (!s.tangent.factorize()) break;
        s.change = s.right;
        s.tangent.solve(s.change);
        // Written so that NaN counts as a runaway.
        if (!(s.change.lpNorm<Eigen::Infinity>() < runaway_speed)) {
            s.sound = false;
            s.position = s.position_before;
            s.velocity = s.velocity_before;
            return;
        }
        const double push = s.right.dot(s.change);
        move(1.0);
        greatest = s.assembleStep(h);
        // A cable that came taut on the way pushes back far harder than before: the balance lies in between.
        // The work along the way falls steadily, so that halving finds it.
        double low = 0.0;
        double high = 1.0;
        double at = 1.0;
        for (int halving = 0; halving < most_halvings; ++halving) {
            const double left = s.right.dot(s.change);
            if (std::fabs(left) <= steady * push || (at == 1.0 && left > 0.0)) break;
            (left > 0.0 ? low : high) = at;
            const double next = 0.5 * (low + high);
            move(next - at);
            at = next;
            greatest = s.assembleStep(h);
        }
        if (s.right.lpNorm<Eigen::Infinity>() <= tolerance * h * greatest) break;
    }
    for (std::size_t i = 0; i < s.velocity.size(); ++i)
        s.last_change[i] = s.velocity[i] - s.velocity_before[i];
    s.readForces();
    s.readBending(exp(-h / filter_time));
}

}  // namespace vonk::structure
