#include "engine/structure/structure.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "engine/core/assert.h"
#include "engine/core/math.h"
#include "engine/structure/state.h"

namespace vonk::structure {

namespace {

bool isFinite(double value) {
    return std::fabs(value) <= 1e300;
}

void check(bool condition, const char* reason) {
    if (!condition) throw std::invalid_argument(reason);
}

const StructureDef& checked(const StructureDef& def) {
    const int joints = static_cast<int>(def.joints.size());
    for (const JointDef& joint : def.joints) {
        check(isFinite(joint.position.x) && isFinite(joint.position.y), "a joint's position is not finite");
    }
    for (const MemberDef& member : def.members) {
        check(member.from >= 0 && member.from < joints && member.to >= 0 && member.to < joints,
              "a member names a joint that is not there");
        check(distance(def.joints[static_cast<std::size_t>(member.from)].position,
                       def.joints[static_cast<std::size_t>(member.to)].position) > 0.0,
              "a member has no length");
        check(member.young > 0.0 && isFinite(member.young), "young must be above 0");
        check(member.area > 0.0 && isFinite(member.area), "area must be above 0");
        check(member.yield > 0.0 && isFinite(member.yield), "yield must be above 0");
        check(member.density >= 0.0 && isFinite(member.density), "density must not be below 0");
        check(member.modulus >= 0.0 && isFinite(member.modulus), "modulus must not be below 0");
        check(isFinite(member.inertia) &&
                  (member.kind == MemberKind::Cable ? member.inertia >= 0.0 : member.inertia > 0.0),
              "inertia must be above 0");
    }
    check(isFinite(def.gravity), "gravity is not finite");
    check(def.damping_ratio >= 0.0 && isFinite(def.damping_ratio), "damping_ratio must not be below 0");
    return def;
}

}  // namespace

Structure::State::State(const StructureDef& definition)
    : def(checked(definition)),
      tangent(def),
      velocity(def.joints.size()),
      mass(def.joints.size()),
      joint_load(def.joints.size()),
      load(def.joints.size()),
      added_mass(def.joints.size()),
      orphan(def.joints.size()),
      position_before(def.joints.size()),
      velocity_before(def.joints.size()),
      last_change(def.joints.size()),
      axial(def.members.size()) {
    for (const JointDef& joint : def.joints) position.push_back(joint.position);
    for (const MemberDef& row : def.members) {
        MemberState member;
        member.from = row.from;
        member.to = row.to;
        member.cable = row.kind == MemberKind::Cable;
        member.rest_length = distance(position[static_cast<std::size_t>(row.from)],
                                      position[static_cast<std::size_t>(row.to)]);
        member.stiffness = row.young * row.area / member.rest_length;
        members.push_back(member);
    }
    right.resize(tangent.size());
    recomputeMass();
    setDamping();
    readBending(0.0);
}

void Structure::State::recomputeMass() {
    std::fill(mass.begin(), mass.end(), 0.0);
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!members[i].alive) continue;
        const double half = 0.5 * def.members[i].density * def.members[i].area * members[i].rest_length;
        mass[static_cast<std::size_t>(members[i].from)] += half;
        mass[static_cast<std::size_t>(members[i].to)] += half;
    }
}

void Structure::State::setDamping() {
    for (MemberState& member : members) {
        member.damping = 2.0 * def.damping_ratio / lowest_frequency * member.stiffness;
    }
}

Span Structure::State::span(const MemberState& member, const std::vector<Vec2>& at) const {
    const Vec2 d = at[static_cast<std::size_t>(member.to)] - at[static_cast<std::size_t>(member.from)];
    const double size = length(d);
    if (size < 1e-9 * member.rest_length) return {1.0, 0.0, size};  // folded flat: any direction will do
    return {d.x / size, d.y / size, size};
}

void Structure::State::gatherLoads(double factor) {
    for (std::size_t i = 0; i < load.size(); ++i) {
        load[i] = joint_load[i] + Vec2{0.0, -mass[i] * def.gravity};
        added_mass[i] = 0.0;
    }
    for (const HungLoad& row : hung) load[static_cast<std::size_t>(row.joint)] += row.force;
    for (const MemberLoad& wheel : member_loads) {
        const MemberState& member = members[static_cast<std::size_t>(wheel.member)];
        if (!member.alive) continue;
        const auto from = static_cast<std::size_t>(member.from);
        const auto to = static_cast<std::size_t>(member.to);
        load[from] += (1.0 - wheel.position) * wheel.force;
        load[to] += wheel.position * wheel.force;
        const double added = factor * wheel.mass;
        added_mass[from] += added * (1.0 - wheel.position);
        added_mass[to] += added * wheel.position;
    }
}

void Structure::State::readForces() {
    for (std::size_t i = 0; i < members.size(); ++i) {
        MemberState& member = members[i];
        member.axial = 0.0;
        if (member.alive) {
            const Span at = span(member, position);
            member.axial = pull(member, at, stretching(member, at)).force;
        }
    }
    showForces();
}

void Structure::State::showForces() {
    greatest_force = 0.0;
    for (std::size_t i = 0; i < members.size(); ++i) {
        axial[i] = members[i].axial;
        greatest_force = std::max(greatest_force, std::fabs(axial[i]));
    }
}

Beam Structure::State::beam(std::size_t index, std::vector<PointLoad>& loads) const {
    const MemberState& member = members[index];
    const MemberDef& row = def.members[index];
    const Span at = span(member, position);
    loads.clear();
    // Across the member, and downwards as it lies: of a deck drawn from right to left c is negative.
    const double down = at.c < 0.0 ? -1.0 : 1.0;
    for (const MemberLoad& wheel : member_loads) {
        if (static_cast<std::size_t>(wheel.member) != index) continue;
        loads.push_back({wheel.position, down * (at.s * wheel.force.x - at.c * wheel.force.y)});
    }
    return {member.rest_length, row.young * row.inertia, member.axial_filtered,
            row.density * row.area * def.gravity * std::fabs(at.c)};
}

// `keep`: share of the filtered value that stays.
void Structure::State::readBending(double keep) {
    std::vector<PointLoad> loads;
    for (std::size_t i = 0; i < members.size(); ++i) {
        MemberState& member = members[i];
        member.axial_filtered = member.axial + keep * (member.axial_filtered - member.axial);
        double sag = 0.0;
        member.moment = 0.0;
        if (member.alive && def.members[i].kind == MemberKind::Deck) {
            const Beam bent = beam(i, loads);
            member.moment = greatestMoment(bent, loads);
            sag = middleDeflection(bent, loads);
        }
        member.moment_filtered = member.moment + keep * (member.moment_filtered - member.moment);
        member.sag_filtered = sag + keep * (member.sag_filtered - sag);
    }
}

Structure::Structure(const StructureDef& def) : state_(std::make_unique<State>(def)) {}
Structure::Structure(Structure&&) noexcept = default;
Structure& Structure::operator=(Structure&&) noexcept = default;
Structure::~Structure() = default;

Structure::Structure(const Structure& other) : state_(std::make_unique<State>(other.state_->def)) {
    State& s = *state_;
    const State& o = *other.state_;
    s.members = o.members;
    s.position = o.position;
    s.velocity = o.velocity;
    s.mass = o.mass;
    s.joint_load = o.joint_load;
    s.load = o.load;
    s.orphan = o.orphan;
    s.last_change = o.last_change;
    s.member_loads = o.member_loads;
    s.hung = o.hung;
    s.axial = o.axial;
    s.greatest_force = o.greatest_force;
    s.lowest_frequency = o.lowest_frequency;
    s.sound = o.sound;
}

const StructureDef& Structure::def() const {
    return state_->def;
}

void Structure::setJointLoad(int joint, Vec2 force) {
    state_->joint_load.at(static_cast<std::size_t>(joint)) = force;
}

void Structure::setMemberLoads(std::span<const MemberLoad> loads) {
    for (const MemberLoad& load : loads) {
        VONK_ASSERT(load.member >= 0 && static_cast<std::size_t>(load.member) < state_->members.size());
    }
    state_->member_loads.assign(loads.begin(), loads.end());
}

void Structure::setHungLoads(std::span<const HungLoad> loads) {
    for (const HungLoad& load : loads) {
        VONK_ASSERT(load.joint >= 0 && static_cast<std::size_t>(load.joint) < state_->position.size());
    }
    state_->hung.assign(loads.begin(), loads.end());
}

void Structure::removeMember(int member) {
    State& s = *state_;
    MemberState& row = s.members.at(static_cast<std::size_t>(member));
    row.alive = false;
    row.axial = row.axial_filtered = row.moment = row.moment_filtered = row.sag_filtered = 0.0;
    s.showForces();
    std::erase_if(s.member_loads, [&](const MemberLoad& load) { return load.member == member; });
    s.recomputeMass();
    for (const int joint : {row.from, row.to}) {
        const bool held = std::any_of(s.members.begin(), s.members.end(), [&](const MemberState& other) {
            return other.alive && (other.from == joint || other.to == joint);
        });
        if (held) continue;
        s.orphan[static_cast<std::size_t>(joint)] = true;
        s.velocity[static_cast<std::size_t>(joint)] = {};
        s.last_change[static_cast<std::size_t>(joint)] = {};
    }
}

bool Structure::isAlive(int member) const {
    return state_->members.at(static_cast<std::size_t>(member)).alive;
}
bool Structure::isSound() const {
    return state_->sound;
}
std::span<const Vec2> Structure::positions() const {
    return state_->position;
}
std::span<const Vec2> Structure::velocities() const {
    return state_->velocity;
}
std::span<const double> Structure::axialForces() const {
    return state_->axial;
}

double Structure::restLength(int member) const {
    return state_->members.at(static_cast<std::size_t>(member)).rest_length;
}

MemberStrength Structure::strengthNow(int member) const {
    const auto i = static_cast<std::size_t>(member);
    const MemberState& row = state_->members.at(i);
    return strength(state_->def.members[i], row.rest_length, row.axial, row.moment,
                    1e-9 * state_->greatest_force);
}

MemberStrength Structure::filteredStrength(int member) const {
    const auto i = static_cast<std::size_t>(member);
    const MemberState& row = state_->members.at(i);
    return strength(state_->def.members[i], row.rest_length, row.axial_filtered, row.moment_filtered, 0.0);
}

double Structure::sag(int member) const {
    return state_->members.at(static_cast<std::size_t>(member)).sag_filtered;
}

double Structure::momentAt(int member, double share) const {
    const auto i = static_cast<std::size_t>(member);
    const State& s = *state_;
    if (!s.members.at(i).alive || s.def.members[i].kind != MemberKind::Deck) return 0.0;
    std::vector<PointLoad> loads;
    const Beam bent = s.beam(i, loads);
    return structure::momentAt(bent, share * bent.length, loads);
}

Vec2 Structure::reaction(int joint) const {
    const State& s = *state_;
    const auto i = static_cast<std::size_t>(joint);
    Vec2 force = s.joint_load.at(i) + Vec2{0.0, -s.mass[i] * s.def.gravity};
    for (const MemberLoad& wheel : s.member_loads) {
        const MemberState& member = s.members[static_cast<std::size_t>(wheel.member)];
        if (member.from == joint) force += (1.0 - wheel.position) * wheel.force;
        if (member.to == joint) force += wheel.position * wheel.force;
    }
    for (const HungLoad& row : s.hung) {
        if (row.joint == joint) force += row.force;
    }
    for (const MemberState& member : s.members) {
        if (!member.alive || (member.from != joint && member.to != joint)) continue;
        const Span at = s.span(member, s.position);
        const double pull = member.from == joint ? member.axial : -member.axial;
        force += pull * Vec2{at.c, at.s};
    }
    return {s.def.joints[i].fixed_x ? -force.x : 0.0, s.def.joints[i].fixed_y ? -force.y : 0.0};
}

double Structure::kineticEnergy() const {
    double energy = 0.0;
    for (std::size_t i = 0; i < state_->mass.size(); ++i) {
        energy += 0.5 * state_->mass[i] * dot(state_->velocity[i], state_->velocity[i]);
    }
    return energy;
}

void Structure::addTo(Hash& hash) const {
    const State& s = *state_;
    for (std::size_t i = 0; i < s.position.size(); ++i) {
        hash.add(s.position[i].x).add(s.position[i].y).add(s.velocity[i].x).add(s.velocity[i].y);
        hash.add(s.joint_load[i].x).add(s.joint_load[i].y);
    }
    for (const MemberState& member : s.members) {
        hash.add(std::uint64_t{member.alive}).add(member.axial).add(member.axial_filtered);
        hash.add(member.moment_filtered).add(member.sag_filtered).add(member.damping);
    }
    for (const MemberLoad& load : s.member_loads) {
        hash.add(static_cast<std::uint64_t>(load.member))
            .add(load.position)
            .add(load.force.x)
            .add(load.force.y)
            .add(load.mass);
    }
    for (const HungLoad& row : s.hung) {
        const Vec2 change = s.last_change[static_cast<std::size_t>(row.joint)];
        hash.add(static_cast<std::uint64_t>(row.joint)).add(row.force.x).add(row.force.y);
        hash.add(row.mass_xx).add(row.mass_xy).add(row.mass_yy).add(change.x).add(change.y);
    }
    hash.add(std::uint64_t{s.sound});
}

}  // namespace vonk::structure
