#include "tools/lab/structure_answer.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/core/math.h"
#include "tools/lab/structure_hanging.h"

namespace vonk::lab {

namespace {

constexpr double substep = 1.0 / 120.0;  // s, the exhibit's own
constexpr double run_up = 1.5;           // m of road before the first axle is on the deck
constexpr double way_out = 1.0;          // m after the last one has left it
constexpr double longest_calm = 60.0;    // s that what is left may take to come to rest
constexpr double still_speed = 1e-4;     // m/s of every joint, for half a second
constexpr double still_piece = 1e-3;     // m/s of every piece that hangs, as long

// Both banks go on in line with the deck that they meet, so that no axle is thrown up at the bridge's ends.
rigid::GroundDef bank(Vec2 end, Vec2 inner, double reach) {
    const Vec2 d = end - inner;
    const Vec2 outer = end + (reach / std::max(std::fabs(d.x), 1e-9)) * d;
    rigid::GroundDef ground;
    ground.closed = false;
    ground.line = end.x < inner.x ? std::vector<Vec2>{outer, end} : std::vector<Vec2>{end, outer};
    return ground;
}

rigid::VehicleDef vehicle(const Drive& drive, Vec2 start, double slope) {
    rigid::VehicleDef def;
    def.front = start;
    def.slope = slope;
    def.speed = drive.speed;
    def.axles = drive.axles;
    // Axles that keep their load on any road, on springs that are soft beside a bridge: a moving load as in a
    // textbook.
    def.chassis = rigid::Chassis::PerAxle;
    def.wheel_radius = 0.3;
    def.wheel_share = 0.05;
    def.spring_frequency = 0.5;
    def.spring_damping = 0.3;
    def.body_size = {0.4, 0.4};
    def.body_clearance = 0.5;
    return def;
}

double fastest(const structure::Structure& structure) {
    double speed = 0.0;
    for (const Vec2 velocity : structure.velocities()) speed = std::max(speed, length(velocity));
    return speed;
}

// What stands once it has come to rest, or after `patience` seconds.
EndAnswer endOf(bridge::BridgeRun& run, double patience) {
    int still = 0;
    for (const double end = run.time() + patience; !run.isLost() && still < 60 && run.time() < end;) {
        run.step(substep);
        const bool rests = fastest(run.structure()) < still_speed && fastestHanging(run) < still_piece;
        still = rests ? still + 1 : 0;
    }
    const structure::Structure& structure = run.structure();
    EndAnswer answer;
    answer.lost = run.isLost();
    answer.speed = std::max(fastest(structure), fastestHanging(run));
    for (int i = 0; i < static_cast<int>(structure.def().members.size()); ++i) {
        answer.stands.push_back(!answer.lost && structure.isAlive(i));
        answer.members.push_back(structure.strengthNow(i));
        answer.sags.push_back(structure.sag(i));
    }
    for (std::size_t i = 0; i < structure.def().joints.size(); ++i) {
        const structure::JointDef& joint = structure.def().joints[i];
        answer.displacements.push_back(structure.positions()[i] - joint.position);
        if (joint.fixed_x || joint.fixed_y)
            answer.reactions.emplace_back(static_cast<int>(i), structure.reaction(static_cast<int>(i)));
    }
    return answer;
}

// N, mean over a step from `time` on.
double pulseForce(const PulseLoad& pulse, double time) {
    const double period = 1.0 / pulse.frequency;
    const double contact = pulse.contact * period;
    const double whole = std::floor(pulse.seconds * pulse.frequency + 0.5) * period;
    const auto impulse = [&](double t) {
        const double since = clamp(t - pulse.at, 0.0, whole);
        const double jumps = std::floor(since / period);
        const double share = clamp((since - jumps * period) / contact, 0.0, 1.0);
        return pulse.weight * period * (jumps + 0.5 * (1.0 - cos(pi * share)));
    };
    return (impulse(time + substep) - impulse(time)) / substep;
}

CourseAnswer course(const StructureFile& file) {
    const Course& asked = *file.course;
    bridge::BridgeDef def;
    def.structure = file.def;
    def.joint_loads = file.loads;
    def.breaking = asked.breaks;
    bridge::BridgeRun run(def);
    std::vector<Vec2> base(file.def.joints.size());
    for (const auto& [joint, force] : file.loads) base[static_cast<std::size_t>(joint)] = force;

    CourseAnswer answer;
    answer.history.resize(asked.recorded.size());
    const auto record = [&] {
        answer.time.push_back(run.time());
        for (std::size_t i = 0; i < asked.recorded.size(); ++i) {
            const auto joint = static_cast<std::size_t>(asked.recorded[i]);
            answer.history[i].push_back(run.structure().positions()[joint] - file.def.joints[joint].position);
        }
    };
    if (!asked.recorded.empty()) record();
    std::vector<bool> removed(asked.removals.size());
    const int steps = static_cast<int>(std::floor(asked.seconds / substep + 0.5));
    for (int step = 0; step < steps && !run.isLost(); ++step) {
        const double now = step * substep;
        for (std::size_t i = 0; i < removed.size(); ++i) {
            if (removed[i] || asked.removals[i].at > now + 0.5 * substep) continue;
            removed[i] = true;
            run.breakMember(asked.removals[i].member, bridge::BreakCause::Removed);
        }
        std::map<int, Vec2> loads;
        for (const StepLoad& load : asked.steps)
            loads[load.joint] += load.at <= now + 0.5 * substep ? load.force : Vec2{};
        for (const PulseLoad& pulse : asked.pulses) loads[pulse.joint].y -= pulseForce(pulse, now);
        for (const auto& [joint, force] : loads)
            run.setJointLoad(joint, base[static_cast<std::size_t>(joint)] + force);
        run.step(substep);
        if (!asked.recorded.empty()) record();
    }
    answer.end = endOf(run, 0.0);
    answer.broke.assign(run.breaks().begin(), run.breaks().end());
    return answer;
}

void observe(const structure::Structure& structure, DriveAnswer& answer, bool first) {
    const auto larger = [](double& peak, double value) {
        if (std::fabs(value) > std::fabs(peak)) peak = value;
    };
    for (int i = 0; i < static_cast<int>(structure.def().members.size()); ++i) {
        MemberPeaks& peaks = answer.members[static_cast<std::size_t>(i)];
        const structure::MemberStrength now = structure.strengthNow(i);
        peaks.least = first ? now.axial : std::min(peaks.least, now.axial);
        peaks.greatest = first ? now.axial : std::max(peaks.greatest, now.axial);
        larger(peaks.moment, now.moment);
        larger(peaks.use, structure.filteredStrength(i).use);
        larger(peaks.sag, structure.sag(i));
    }
    for (std::size_t i = 0; i < structure.positions().size(); ++i) {
        const double moved = structure.positions()[i].y - structure.def().joints[i].position.y;
        if ((first && i == 0) || moved < answer.lowest) {
            answer.lowest = moved;
            answer.lowest_joint = static_cast<int>(i);
        }
    }
}

// The structure after the step knows nothing any more of what broke in it.
void observeBreak(const bridge::Break& row, DriveAnswer& answer) {
    MemberPeaks& peaks = answer.members[static_cast<std::size_t>(row.member)];
    peaks.least = std::min(peaks.least, row.strength.axial);
    peaks.greatest = std::max(peaks.greatest, row.strength.axial);
    peaks.use = std::max(peaks.use, row.strength.use);
    if (std::fabs(row.strength.moment) > std::fabs(peaks.moment)) peaks.moment = row.strength.moment;
}

DriveAnswer drive(const StructureFile& file, const structure::Structure& still) {
    const auto joint = [&](int index) { return still.positions()[static_cast<std::size_t>(index)]; };
    const Vec2 left = joint(file.road[0]);
    const Vec2 after_left = joint(file.road[1]);
    const Vec2 right = joint(file.road.back());
    const Vec2 before_right = joint(file.road[file.road.size() - 2]);
    const double vehicle_length = file.drive->axles.back().behind;
    const double slope = (after_left.y - left.y) / (after_left.x - left.x);

    bridge::BridgeDef def;
    def.structure = file.def;
    def.joint_loads = file.loads;
    def.breaking = file.drive->breaks;
    def.ground = {bank(left, after_left, vehicle_length + 20.0),
                  bank(right, before_right, vehicle_length + 20.0)};
    def.vehicles = {vehicle(*file.drive, {left.x - run_up, left.y - slope * run_up}, slope)};
    bridge::BridgeRun run(def);

    DriveAnswer answer;
    answer.members.resize(file.def.members.size());
    observe(run.structure(), answer, true);
    // A vehicle that is stopped by the wreck of what it drove on does not run for ever.
    const double nominal = (right.x - left.x + vehicle_length + run_up + way_out) / file.drive->speed;
    std::size_t seen = 0;
    while (!run.isLost() && run.rigid().vehicle(0).rear < right.x + way_out &&
           run.time() < 1.5 * nominal + 5.0) {
        run.step(substep);
        if (!run.isLost()) observe(run.structure(), answer, false);
        for (; seen < run.breaks().size(); ++seen) observeBreak(run.breaks()[seen], answer);
    }
    answer.broke.assign(run.breaks().begin(), run.breaks().end());
    if (file.drive->breaks) answer.end = endOf(run, longest_calm);
    return answer;
}

}  // namespace

StructureAnswer answer(const StructureFile& file) {
    StructureAnswer answer;
    structure::Structure structure(file.def);
    for (const auto& [joint, force] : file.loads) structure.setJointLoad(joint, force);
    const structure::Rest rest = structure.settle();
    if (!rest.found) {
        answer.movable = rest.movable;
        answer.overloaded = rest.overloaded;
        return answer;
    }
    for (int i = 0; i < static_cast<int>(file.def.members.size()); ++i) {
        answer.members.push_back(structure.strengthNow(i));
        answer.sags.push_back(structure.sag(i));
    }
    for (std::size_t i = 0; i < file.def.joints.size(); ++i) {
        const structure::JointDef& joint = file.def.joints[i];
        answer.displacements.push_back(structure.positions()[i] - joint.position);
        if (joint.fixed_x || joint.fixed_y) {
            answer.reactions.emplace_back(static_cast<int>(i), structure.reaction(static_cast<int>(i)));
        }
    }
    if (file.drive) answer.drive = drive(file, structure);
    if (file.course) answer.course = course(file);
    return answer;
}

}  // namespace vonk::lab
