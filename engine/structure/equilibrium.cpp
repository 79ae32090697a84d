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
        : state_(state),
          start_(state.position),
          residual_(state.tangent.size()),
          scale_(state.position.size()) {
        shortest_ = 1e300;
        Vec2 low = start_.empty() ? Vec2{} : start_.front();
        Vec2 high = low;
        for (const Vec2 p : start_) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
        size_ = length(high - low);
        reach_ = size_;
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
        double energy = evaluate(state_.position);
        double error = residual_.size() > 0 ? residual_.lpNorm<Eigen::Infinity>() : 0.0;
        std::vector<Vec2> trial;
        for (int iteration = 0; iteration < patience; ++iteration) {
            if (error <= tolerance * greatest_force_ + rounding_) return true;
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
            trial = state_.position;
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
                state_.position.swap(trial);
                energy = lower;
                error = left;
                damping = damping < 1e-14 ? 0.0 : 0.2 * damping;
                if (hasFallen()) return false;
            } else {
                residual_ = before;
                greatest_force_ = force_before;
                // No better place within rounding: this is rest, if the residual is small at all.
                if (damping > 1e3) return error <= 1e-6 * greatest_force_ + rounding_;
                damping = std::max(8.0 * damping, 1e-13);
            }
        }
        return error <= 1e-6 * greatest_force_ + rounding_;
    }

  private:
    // Energy at `at`, J; fills residual_ with the unbalanced forces there.
    double evaluate(const std::vector<Vec2>& at) {
        residual_.setZero();
        double energy = 0.0;
        energy_scale_ = 0.0;
        greatest_force_ = 0.0;
        rounding_ = 1e-9;
        const auto add = [&](int joint, Vec2 force) {
            const int x = state_.tangent.index(joint, 0);
            const int y = state_.tangent.index(joint, 1);
            if (x >= 0) residual_[x] += force.x;
            if (y >= 0) residual_[y] += force.y;
        };
        for (const MemberState& member : state_.members) {
            if (!member.alive) continue;
            const Span place = state_.span(member, at);
            const double force = state_.elasticForce(member, place.length);
            const double stored = 0.5 * force * (place.length - member.rest_length);
            energy += stored;
            energy_scale_ += std::fabs(stored);
            greatest_force_ = std::max(greatest_force_, std::fabs(force));
            // Digits of a length that double precision can give at these coordinates.
            rounding_ = std::max(rounding_, 1e-15 * member.stiffness * (size_ + member.rest_length));
            add(member.from, force * Vec2{place.c, place.s});
            add(member.to, -force * Vec2{place.c, place.s});
        }
        for (std::size_t i = 0; i < at.size(); ++i) {
            if (state_.orphan[i]) continue;
            const double work = dot(state_.load[i], at[i] - start_[i]);
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
                const Span place = state_.span(member, state_.position);
                const double force = member.stiffness * (place.length - member.rest_length);
                if (member.cable && force < 0.0) continue;
                const double across = force / std::max(place.length, 1e-9 * member.rest_length);
                state_.tangent.addMember(static_cast<int>(i), place.c, place.s, member.stiffness,
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
            if (!(distance(state_.position[i], start_[i]) <= reach_)) return true;
        }
        return false;
    }

    Structure::State& state_;
    std::vector<Vec2> start_;
    Eigen::VectorXd residual_;
    std::vector<double> scale_;  // N/m around each joint
    double shortest_ = 0.0;
    double size_ = 0.0;
    double reach_ = 0.0;  // m; further than this nothing can go that hangs on to a support
    double energy_scale_ = 0.0;
    double greatest_force_ = 0.0;
    double rounding_ = 0.0;
};

}  // namespace

bool moveToEquilibrium(Structure::State& state, int patience) {
    state.gatherLoads(0.0);
    std::fill(state.velocity.begin(), state.velocity.end(), Vec2{});
    return Descent(state).run(patience);
}

}  // namespace vonk::structure
