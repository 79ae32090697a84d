#include "oracle.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace vonk::oracle {

namespace {

using structure::MemberDef;
using structure::MemberKind;
using structure::StructureDef;

struct Model {
    const StructureDef& def;
    std::vector<bool> present;
    Eigen::VectorXd load;  // 2 per joint
    std::vector<int> free;

    Model(const StructureDef& d, const std::vector<Vec2>& loads, const std::vector<int>& missing)
        : def(d),
          present(d.members.size(), true),
          load(Eigen::VectorXd::Zero(static_cast<Eigen::Index>(2 * d.joints.size()))) {
        for (const int m : missing) present[static_cast<std::size_t>(m)] = false;
        for (std::size_t j = 0; j < loads.size(); ++j) {
            load[static_cast<Eigen::Index>(2 * j)] += loads[j].x;
            load[static_cast<Eigen::Index>(2 * j + 1)] += loads[j].y;
        }
        for (std::size_t m = 0; m < d.members.size(); ++m) {
            if (!present[m]) continue;
            const MemberDef& row = d.members[m];
            const double half = 0.5 * row.density * row.area * restLength(row) * d.gravity;
            load[2 * row.from + 1] -= half;
            load[2 * row.to + 1] -= half;
        }
        for (std::size_t j = 0; j < d.joints.size(); ++j) {
            if (!d.joints[j].fixed_x) free.push_back(static_cast<int>(2 * j));
            if (!d.joints[j].fixed_y) free.push_back(static_cast<int>(2 * j + 1));
        }
    }

    double restLength(const MemberDef& row) const {
        const Vec2 a = def.joints[static_cast<std::size_t>(row.from)].position;
        const Vec2 b = def.joints[static_cast<std::size_t>(row.to)].position;
        return std::hypot(b.x - a.x, b.y - a.y);
    }

    struct Bar {
        double force, c, s, length, rest;
    };
    Bar bar(std::size_t m, const Eigen::VectorXd& u) const {
        const MemberDef& row = def.members[m];
        const Vec2 a = def.joints[static_cast<std::size_t>(row.from)].position;
        const Vec2 b = def.joints[static_cast<std::size_t>(row.to)].position;
        const double dx = b.x + u[2 * row.to] - a.x - u[2 * row.from];
        const double dy = b.y + u[2 * row.to + 1] - a.y - u[2 * row.from + 1];
        const double now = std::hypot(dx, dy);
        const double rest = restLength(row);
        double force = row.young * row.area * (now - rest) / rest;
        if (row.kind == MemberKind::Cable && force < 0.0) force = 0.0;
        return {force, dx / now, dy / now, now, rest};
    }

    // Forces that the members put on the joints, and their derivative.
    void assemble(const Eigen::VectorXd& u, Eigen::VectorXd& inner, Eigen::MatrixXd* tangent) const {
        inner.setZero(load.size());
        if (tangent != nullptr) tangent->setZero(load.size(), load.size());
        for (std::size_t m = 0; m < def.members.size(); ++m) {
            if (!present[m]) continue;
            const MemberDef& row = def.members[m];
            const Bar b = bar(m, u);
            if (row.kind == MemberKind::Cable && b.force <= 0.0 && b.length < b.rest) continue;
            const int at[4] = {2 * row.from, 2 * row.from + 1, 2 * row.to, 2 * row.to + 1};
            const double g[4] = {-b.c, -b.s, b.c, b.s};
            const double p[4] = {b.s, -b.c, -b.s, b.c};
            for (int i = 0; i < 4; ++i) {
                inner[at[i]] -= b.force * g[i];
                for (int j = 0; tangent != nullptr && j < 4; ++j) {
                    (*tangent)(at[i], at[j]) +=
                        row.young * row.area / b.rest * g[i] * g[j] + b.force / b.length * p[i] * p[j];
                }
            }
        }
    }

    Eigen::VectorXd out(const Eigen::VectorXd& target, const Eigen::VectorXd& u) const {
        Eigen::VectorXd inner;
        assemble(u, inner, nullptr);
        Eigen::VectorXd result(static_cast<Eigen::Index>(free.size()));
        for (Eigen::Index i = 0; i < result.size(); ++i) {
            const int direction = free[static_cast<std::size_t>(i)];
            result[i] = target[direction] + inner[direction];
        }
        return result;
    }

    // Newton's method; a step that makes things worse is halved. Where two slack cables leave a bay free to
    // lean any lean is an equilibrium: a share of the greatest stiffness, `hold`, keeps the steps finite and
    // falls away.
    bool newton(const Eigen::VectorXd& target, Eigen::VectorXd& u, double rounding) const {
        Eigen::VectorXd inner;
        Eigen::MatrixXd tangent;
        const auto n = static_cast<Eigen::Index>(free.size());
        double hold = 1e-9;
        for (int iteration = 0; iteration < 300; ++iteration) {
            const Eigen::VectorXd left = out(target, u);
            if (left.lpNorm<Eigen::Infinity>() < rounding) return true;
            assemble(u, inner, &tangent);
            Eigen::MatrixXd k(n, n);
            for (Eigen::Index i = 0; i < n; ++i) {
                for (Eigen::Index j = 0; j < n; ++j) {
                    k(i, j) = tangent(free[static_cast<std::size_t>(i)], free[static_cast<std::size_t>(j)]);
                }
            }
            k.diagonal().array() += hold * k.diagonal().maxCoeff();
            const Eigen::VectorXd step = k.partialPivLu().solve(left);
            const double longest = step.lpNorm<Eigen::Infinity>();
            double share = longest > 0.1 ? 0.1 / longest : 1.0;
            Eigen::VectorXd trial = u;
            bool better = false;
            for (int halving = 0; halving < 12 && !better; ++halving, share *= 0.5) {
                for (Eigen::Index i = 0; i < n; ++i) {
                    trial[free[static_cast<std::size_t>(i)]] =
                        u[free[static_cast<std::size_t>(i)]] + share * step[i];
                }
                better = out(target, trial).norm() < left.norm();
            }
            if (better) {
                u = trial;
                hold = std::max(0.1 * hold, 1e-9);
            } else {
                hold *= 10.0;
                if (hold > 1e3) return false;
            }
        }
        return false;
    }

    Answer read(const Eigen::VectorXd& u) const {
        Answer answer;
        Eigen::VectorXd inner;
        assemble(u, inner, nullptr);
        for (std::size_t m = 0; m < def.members.size(); ++m)
            answer.axial.push_back(present[m] ? bar(m, u).force : 0.0);
        for (std::size_t j = 0; j < def.joints.size(); ++j) {
            const auto x = static_cast<Eigen::Index>(2 * j);
            answer.displacement.push_back({u[x], u[x + 1]});
            answer.reaction.push_back({def.joints[j].fixed_x ? -inner[x] - load[x] : 0.0,
                                       def.joints[j].fixed_y ? -inner[x + 1] - load[x + 1] : 0.0});
        }
        return answer;
    }
};

}  // namespace

Answer solve(const StructureDef& def, const std::vector<Vec2>& loads, const std::vector<int>& missing,
             const std::vector<Vec2>& start) {
    const Model model(def, loads, missing);
    const double rounding = std::max(1e-9 * model.load.lpNorm<Eigen::Infinity>(), 1e-5);
    for (const int steps : {1, 5, 25, 100, 0}) {
        Eigen::VectorXd u = Eigen::VectorXd::Zero(model.load.size());
        bool found = true;
        for (int i = 1; i <= steps && found; ++i) {
            found = model.newton(model.load * (static_cast<double>(i) / steps), u, rounding);
        }
        if (steps == 0) {
            if (start.empty()) return {};
            for (const int d : model.free) {
                const Vec2 moved = start[static_cast<std::size_t>(d / 2)];
                u[d] = d % 2 == 0 ? moved.x : moved.y;
            }
            found = model.newton(model.load, u, rounding);
        }
        if (!found) continue;
        Answer answer = model.read(u);
        answer.found = true;
        answer.from_start = steps == 0;
        return answer;
    }
    return {};
}

Answer solveFrom(const StructureDef& def, const std::vector<Vec2>& loads, const std::vector<int>& missing,
                 const std::vector<Vec2>& start) {
    const Model model(def, loads, missing);
    Eigen::VectorXd u = Eigen::VectorXd::Zero(model.load.size());
    for (const int d : model.free) {
        const Vec2 moved = start[static_cast<std::size_t>(d / 2)];
        u[d] = d % 2 == 0 ? moved.x : moved.y;
    }
    if (!model.newton(model.load, u, std::max(1e-9 * model.load.lpNorm<Eigen::Infinity>(), 1e-5))) return {};
    Answer answer = model.read(u);
    answer.found = answer.from_start = true;
    return answer;
}

Answer solveLinear(const StructureDef& def, const std::vector<Vec2>& loads) {
    const Model model(def, loads, {});
    Eigen::VectorXd u = Eigen::VectorXd::Zero(model.load.size());
    Eigen::VectorXd inner;
    Eigen::MatrixXd tangent;
    model.assemble(u, inner, &tangent);
    const auto n = static_cast<Eigen::Index>(model.free.size());
    Eigen::MatrixXd k(n, n);
    Eigen::VectorXd f(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        f[i] = model.load[model.free[static_cast<std::size_t>(i)]];
        for (Eigen::Index j = 0; j < n; ++j) {
            k(i, j) =
                tangent(model.free[static_cast<std::size_t>(i)], model.free[static_cast<std::size_t>(j)]);
        }
    }
    const Eigen::VectorXd x = k.fullPivLu().solve(f);
    for (Eigen::Index i = 0; i < n; ++i) u[model.free[static_cast<std::size_t>(i)]] = x[i];
    Answer answer;
    answer.found = true;
    answer.displacement.resize(def.joints.size());
    for (std::size_t m = 0; m < def.members.size(); ++m) {
        const MemberDef& row = def.members[m];
        const Vec2 d = def.joints[static_cast<std::size_t>(row.to)].position -
                       def.joints[static_cast<std::size_t>(row.from)].position;
        const double rest = model.restLength(row);
        const double stretch =
            (d.x * (u[2 * row.to] - u[2 * row.from]) + d.y * (u[2 * row.to + 1] - u[2 * row.from + 1])) /
            rest;
        answer.axial.push_back(row.young * row.area * stretch / rest);
    }
    for (std::size_t j = 0; j < def.joints.size(); ++j) {
        answer.displacement[j] = {u[static_cast<Eigen::Index>(2 * j)],
                                  u[static_cast<Eigen::Index>(2 * j + 1)]};
    }
    return answer;
}

}  // namespace vonk::oracle
