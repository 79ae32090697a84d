// What `vonk-lab structure` finds out about a file.
#pragma once

#include <vector>

#include "engine/bridge/bridge_run.h"
#include "tools/lab/structure_file.h"

namespace vonk::lab {

struct ForceRange {
    double least = 0.0;     // N
    double greatest = 0.0;  // N
};

struct DriveAnswer {
    std::vector<ForceRange> members;  // over the whole drive, from before the first axle to after the last
    int lowest_joint = 0;
    double lowest = 0.0;  // m, displacement of that joint from the unloaded shape; down is negative
    std::vector<bridge::Break> broke;
};

struct StructureAnswer {
    std::vector<int> movable;  // joints of a mechanism; then nothing else is known
    std::vector<structure::MemberStrength> members;
    std::vector<Vec2> displacements;              // m, of each joint
    std::vector<std::pair<int, Vec2>> reactions;  // joint, N
    std::optional<DriveAnswer> drive;
};

StructureAnswer answer(const StructureFile& file);

}  // namespace vonk::lab
