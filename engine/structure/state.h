// What a Structure is made of; private to this room.
#pragma once

#include "engine/structure/structure.h"
#include "engine/structure/tangent.h"

namespace vonk::structure {

// Constants and present force of a member, side by side for the loops of a step.
struct MemberState {
    int from = 0;
    int to = 0;
    bool alive = true;
    bool cable = false;
    double rest_length = 0.0;      // m
    double stiffness = 0.0;        // N/m, EA/L
    double damping = 0.0;          // N·s/m
    double axial = 0.0;            // N
    double axial_filtered = 0.0;   // N
    double moment = 0.0;           // N·m
    double moment_filtered = 0.0;  // N·m
    double sag_filtered = 0.0;     // m
};

// Direction (from → to) and length of a member at given places.
struct Span {
    double c = 1.0;
    double s = 0.0;
    double length = 0.0;  // m
};

struct Structure::State {
    explicit State(const StructureDef& definition);

    StructureDef def;
    Tangent tangent;
    std::vector<MemberState> members;
    std::vector<Vec2> position;         // m
    std::vector<Vec2> velocity;         // m/s
    std::vector<double> mass;           // kg, at the joints
    std::vector<Vec2> joint_load;       // N, without weight
    std::vector<Vec2> load;             // N, all that acts on the joints
    std::vector<double> added_mass;     // kg, of this step
    std::vector<bool> orphan;           // joints that have lost all their members
    std::vector<Vec2> position_before;  // at the start of the step
    std::vector<Vec2> velocity_before;
    std::vector<Vec2> last_change;  // m/s, of velocity in the last step
    std::vector<MemberLoad> member_loads;
    std::vector<HungLoad> hung;
    std::vector<double> axial;       // N, what axialForces() shows
    double greatest_force = 0.0;     // N, of them
    Eigen::VectorXd right;           // unbalanced impulse by free direction, N·s
    Eigen::VectorXd change;          // of velocity in a round, m/s
    double lowest_frequency = 20.0;  // rad/s
    bool sound = true;

    void recomputeMass();
    // Sums weight, joint loads and member loads into `load`.
    void gatherLoads(double added_mass_factor);
    // Adds a force to the free directions of `right`.
    void push(int joint, double x, double y) {
        if (const int i = tangent.index(joint, 0); i >= 0) right[i] += x;
        if (const int i = tangent.index(joint, 1); i >= 0) right[i] += y;
    }
    // Fills `tangent` and `right` of the step of h seconds at the present guess; the greatest force around,
    // N.
    double assembleStep(double h);
    void readForces();
    // Shows the members' forces.
    void showForces();
    void readBending(double keep);
    // The deck member as a beam from `from` to `to` under its filtered axial force; fills `loads` with what
    // stands on it.
    Beam beam(std::size_t index, std::vector<PointLoad>& loads) const;
    void setDamping();
    Span span(const MemberState& member, const std::vector<Vec2>& at) const;
    // m/s at which the member grows longer.
    double stretching(const MemberState& member, const Span& at) const {
        const Vec2 relative =
            velocity[static_cast<std::size_t>(member.to)] - velocity[static_cast<std::size_t>(member.from)];
        return at.c * relative.x + at.s * relative.y;
    }
    // Elastic and damping force, N, with its change by length and by stretching. A cable has none unless it
    // is stretched, and its damping never exceeds its pull: the force stays continuous where it goes slack.
    struct Pull {
        double force, by_length, by_rate;
    };
    Pull pull(const MemberState& member, const Span& at, double rate) const {
        const double elastic = member.stiffness * (at.length - member.rest_length);
        const double total = elastic + member.damping * rate;
        if (member.cable) {
            if (elastic <= 0.0 || total <= 0.0) return {0.0, 0.0, 0.0};
            if (total > 2.0 * elastic) return {2.0 * elastic, 2.0 * member.stiffness, 0.0};
        }
        return {total, member.stiffness, member.damping};
    }
};

// Moves `state` to the equilibrium of its present loads, velocities zero, with the axial forces there; false
// if none was found nearby.
// `patience`: most rounds of the search.
bool moveToEquilibrium(Structure::State& state, int patience);
// Joints that no member holds at the places `at`: those with a part in a motion that stretches nothing.
// Cables count as held taut unless they hang slack; a taut cable's pull also holds it across.
std::vector<int> movableJoints(Structure::State& state, const std::vector<Vec2>& at);

}  // namespace vonk::structure
