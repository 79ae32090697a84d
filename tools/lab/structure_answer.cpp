#include "tools/lab/structure_answer.h"

#include <algorithm>

namespace vonk::lab {

namespace {

constexpr double substep = 1.0 / 120.0;  // s, the exhibit's own
constexpr double run_up = 1.5;           // m of road before the first axle is on the deck
constexpr double way_out = 1.0;          // m after the last one has left it

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

void observe(const structure::Structure& structure, DriveAnswer& answer, bool first) {
    const std::span<const double> axial = structure.axialForces();
    for (std::size_t i = 0; i < axial.size(); ++i) {
        ForceRange& range = answer.members[i];
        range.least = first ? axial[i] : std::min(range.least, axial[i]);
        range.greatest = first ? axial[i] : std::max(range.greatest, axial[i]);
    }
    for (std::size_t i = 0; i < structure.positions().size(); ++i) {
        const double moved = structure.positions()[i].y - structure.def().joints[i].position.y;
        if ((first && i == 0) || moved < answer.lowest) {
            answer.lowest = moved;
            answer.lowest_joint = static_cast<int>(i);
        }
    }
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
    while (!run.isLost() && run.rigid().vehicle(0).rear < right.x + way_out &&
           run.time() < 1.5 * nominal + 5.0) {
        run.step(substep);
        if (!run.isLost()) observe(run.structure(), answer, false);
    }
    answer.broke.assign(run.breaks().begin(), run.breaks().end());
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
        return answer;
    }
    for (int i = 0; i < static_cast<int>(file.def.members.size()); ++i)
        answer.members.push_back(structure.strengthNow(i));
    for (std::size_t i = 0; i < file.def.joints.size(); ++i) {
        const structure::JointDef& joint = file.def.joints[i];
        answer.displacements.push_back(structure.positions()[i] - joint.position);
        if (joint.fixed_x || joint.fixed_y) {
            answer.reactions.emplace_back(static_cast<int>(i), structure.reaction(static_cast<int>(i)));
        }
    }
    if (file.drive) answer.drive = drive(file, structure);
    return answer;
}

}  // namespace vonk::lab
