// Brings a structure to rest: a minimum of its potential energy, found by damped Newton steps (Levenberg
// 1944, Marquardt 1963). The damping takes slack cables and catenaries along where plain Newton fails; it
// vanishes towards the end.
#include <algorithm>
#include <cmath>

#include "engine/structure/state.h"

namespace vonk::structure {

namespace {

// Residual that counts as rest, as a share of the greatest force around.
constexpr double tolerance = 1e-10;
// A step moves no joint further than this share of the shortest member.
constexpr double longest_step = 0.25;

class Descent {
  public:
    explicit Descent(Structure::State& state)
        : state_(state), residual_(state.tangent.size()), scale_(state.position.size()) {
        shortest_ = 1e300;
        Vec2 low = state.position.empty() ? Vec2{} : state.position.front();
        Vec2 high = low;
        for (std::size_t i = 0; i < state.position.size(); ++i)
            start_.push_back(state.position[i] - state.def.joints[i].position);
        moved_ = start_;
        for (const Vec2 p : state.position) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
        reach_ = length(high - low);
        for (const MemberState& member : state_.members) {
            if (!member.alive) continue;
            shortest_ = std::min(shortest_, member.rest_length);
            reach_ += 1.5 * member.rest_length;
            scale_[static_cast<std::size_t>(member.from)] += member.stiffness;
            scale_[static_cast<std::size_t>(member.to)] += member.stiffness;
        }
        double greatest = 0.0;
        for (const double s : scale_) greatest = std::max(greatest, s);
        for (double& s : scale_) s = std::max(s, 1e-9 * greatest + 1e-9);
    }

    bool run(int patience) {
        double damping = 1e-4;
        double energy = evaluate(moved_);
        double error = residual_.size() > 0 ? residual_.lpNorm<Eigen::Infinity>() : 0.0;
        std::vector<Vec2> trial;
        for (int iteration = 0; iteration < patience; ++iteration) {
            if (error <= tolerance * greatest_force_ + rounding_) return finish();
            Eigen::VectorXd step = residual_;
            if (!solve(damping, step)) {
                damping = std::max(10.0 * damping, 1e-10);
                if (damping > 1e6) return false;
                continue;
            }
            const double longest = step.lpNorm<Eigen::Infinity>();
            if (!(longest < 1e12)) {
                damping = std::max(10.0 * damping, 1e-10);
                continue;
            }
            const double shrink = std::min(1.0, longest_step * shortest_ / std::max(longest, 1e-300));
            trial = moved_;
            for (std::size_t i = 0; i < trial.size(); ++i) {
                const int x = state_.tangent.index(static_cast<int>(i), 0);
                const int y = state_.tangent.index(static_cast<int>(i), 1);
                if (x >= 0) trial[i].x += shrink * step[x];
                if (y >= 0) trial[i].y += shrink * step[y];
            }
            const Eigen::VectorXd before = residual_;
            const double force_before = greatest_force_;
            const double lower = evaluate(trial);
            const double left = residual_.lpNorm<Eigen::Infinity>();
            // Close to rest the energy's digits run out; the residual then tells.
            if (lower < energy - 1e-12 * energy_scale_ ||
                (left < 0.9 * error && lower <= energy + 1e-9 * energy_scale_)) {
                moved_.swap(trial);
                energy = lower;
                error = left;
                damping = damping < 1e-14 ? 0.0 : 0.2 * damping;
                place();
                if (hasFallen()) return false;
            } else {
                residual_ = before;
                greatest_force_ = force_before;
                // No better place within rounding: this is rest, if the residual is small at all.
                if (damping > 1e3) return error <= 1e-6 * greatest_force_ + rounding_ && finish();
                damping = std::max(8.0 * damping, 1e-13);
            }
        }
        return error <= 1e-6 * greatest_force_ + rounding_ && finish();
    }

  private:
    struct Stretch {
        Span at;
        double longer = 0.0;  // m than at rest
    };

    // From displacements, not from the difference of two lengths: of a stiff member that would leave few
    // digits of the force.
    Stretch stretch(const MemberState& member, const std::vector<Vec2>& moved) const {
        const auto from = static_cast<std::size_t>(member.from);
        const auto to = static_cast<std::size_t>(member.to);
        const Vec2 unloaded = state_.def.joints[to].position - state_.def.joints[from].position;
        const Vec2 change = moved[to] - moved[from];
        const Vec2 d = unloaded + change;
        Stretch found;
        found.at.length = length(d);
        if (found.at.length >= 1e-9 * member.rest_length) {  // else folded flat: any direction will do
            found.at.c = d.x / found.at.length;
            found.at.s = d.y / found.at.length;
        }
        found.longer = dot(2.0 * unloaded + change, change) / (found.at.length + member.rest_length);
        return found;
    }

    static double elasticForce(const MemberState& member, const Stretch& stretch) {
        return member.cable && stretch.longer < 0.0 ? 0.0 : member.stiffness * stretch.longer;
    }

    void place() {
        for (std::size_t i = 0; i < moved_.size(); ++i)
            state_.position[i] = state_.def.joints[i].position + moved_[i];
    }

    // At rest: the places, and the forces with all their digits.
    bool finish() {
        place();
        for (std::size_t i = 0; i < state_.members.size(); ++i) {
            MemberState& member = state_.members[i];
            member.axial = member.alive ? elasticForce(member, stretch(member, moved_)) : 0.0;
        }
        state_.showForces();
        return true;
    }

    // Energy with the joints displaced by `moved`, J; fills residual_ with the unbalanced forces there.
    double evaluate(const std::vector<Vec2>& moved) {
        residual_.setZero();
        double energy = 0.0;
        energy_scale_ = 0.0;
        greatest_force_ = 0.0;
        rounding_ = 1e-12;
        const auto add = [&](int joint, Vec2 force) {
            const int x = state_.tangent.index(joint, 0);
            const int y = state_.tangent.index(joint, 1);
            if (x >= 0) residual_[x] += force.x;
            if (y >= 0) residual_[y] += force.y;
        };
        for (const MemberState& member : state_.members) {
            if (!member.alive) continue;
            const Stretch found = stretch(member, moved);
            const double force = elasticForce(member, found);
            const double stored = 0.5 * force * found.longer;
            energy += stored;
            energy_scale_ += std::fabs(stored);
            greatest_force_ = std::max(greatest_force_, std::fabs(force));
            // Digits of the force that double precision can give at these displacements.
            rounding_ = std::max(rounding_, 1e-15 * member.stiffness *
                                                (length(moved[static_cast<std::size_t>(member.from)]) +
                                                 length(moved[static_cast<std::size_t>(member.to)])));
            add(member.from, force * Vec2{found.at.c, found.at.s});
            add(member.to, -force * Vec2{found.at.c, found.at.s});
        }
        for (std::size_t i = 0; i < moved.size(); ++i) {
            if (state_.orphan[i]) continue;
            const double work = dot(state_.load[i], moved[i] - start_[i]);
            energy -= work;
            energy_scale_ += std::fabs(work);
            greatest_force_ = std::max(greatest_force_, length(state_.load[i]));
            add(static_cast<int>(i), state_.load[i]);
        }
        return energy;
    }

    // Newton's step with the exact tangent if it is positive definite, else without the softening by thrust.
    bool solve(double damping, Eigen::VectorXd& step) {
        for (const bool exact : {true, false}) {
            state_.tangent.clear();
            for (std::size_t i = 0; i < scale_.size(); ++i) {
                state_.tangent.addDiagonal(static_cast<int>(i), damping * scale_[i], damping * scale_[i]);
            }
            for (std::size_t i = 0; i < state_.members.size(); ++i) {
                const MemberState& member = state_.members[i];
                if (!member.alive) continue;
                const Stretch found = stretch(member, moved_);
                if (member.cable && found.longer < 0.0) continue;
                const double across =
                    member.stiffness * found.longer / std::max(found.at.length, 1e-9 * member.rest_length);
                state_.tangent.addMember(static_cast<int>(i), found.at.c, found.at.s, member.stiffness,
                                         exact ? across : std::max(0.0, across));
            }
            if (!state_.tangent.factorize()) continue;
            const auto [least, greatest] = state_.tangent.pivots();
            if (!(least > 1e-16 * greatest)) continue;
            state_.tangent.solve(step);
            return true;
        }
        return false;
    }

    bool hasFallen() const {
        for (std::size_t i = 0; i < start_.size(); ++i) {
            if (!(distance(moved_[i], start_[i]) <= reach_)) return true;
        }
        return false;
    }

    Structure::State& state_;
    std::vector<Vec2> start_;  // m, displacements from the unloaded shape
    std::vector<Vec2> moved_;
    Eigen::VectorXd residual_;
    std::vector<double> scale_;  // N/m around each joint
    double shortest_ = 0.0;
    double reach_ = 0.0;  // m; further than this nothing can go that hangs on to a support
    double energy_scale_ = 0.0;
    double greatest_force_ = 0.0;
    double rounding_ = 0.0;
};

}  // namespace

bool moveToEquilibrium(Structure::State& state, int patience) {
    state.gatherLoads(0.0);
    std::fill(state.velocity.begin(), state.velocity.end(), Vec2{});
    std::fill(state.last_change.begin(), state.last_change.end(), Vec2{});
    return Descent(state).run(patience);
}

}  // namespace vonk::structure
