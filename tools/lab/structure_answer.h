// What `vonk-lab structure` finds out about a file.
#pragma once

#include <vector>

#include "engine/bridge/bridge_run.h"
#include "tools/lab/structure_file.h"

namespace vonk::lab {

// What a member went through while something drove.
struct MemberPeaks {
    double least = 0.0;     // N, axial force
    double greatest = 0.0;  // N
    double moment = 0.0;    // N·m, the greatest by size, with its sign
    double use = 0.0;       // as members break by it: filtered
    double sag = 0.0;       // m, of the middle between the joints, the greatest by size
};

// What is left at the end: of a bridge that stands, at rest or nearly.
struct EndAnswer {
    bool lost = false;                               // it fell apart; the rest is as it was then
    double speed = 0.0;                              // m/s, of the fastest joint or piece that hangs
    std::vector<bool> stands;                        // of each member
    std::vector<structure::MemberStrength> members;  // all 0 of what is gone
    std::vector<double> sags;                        // m
    std::vector<Vec2> displacements;
    std::vector<std::pair<int, Vec2>> reactions;
};

struct CourseAnswer {
    EndAnswer end;
    std::vector<bridge::Break> broke;        // removals too
    std::vector<double> time;                // s
    std::vector<std::vector<Vec2>> history;  // m, displacements of each recorded joint, by time
};

struct DriveAnswer {
    std::vector<MemberPeaks> members;  // over the whole drive, from before the first axle to after the last
    int lowest_joint = 0;
    double lowest = 0.0;  // m, displacement of that joint from the unloaded shape; down is negative
    std::vector<bridge::Break> broke;
    std::optional<EndAnswer> end;  // if members may fail
};

struct StructureAnswer {
    std::vector<int> movable;  // joints of a mechanism, or that give way; then nothing else is known
    bool overloaded = false;   // no mechanism, but too weak for the loads
    std::vector<structure::MemberStrength> members;
    std::vector<double> sags;                     // m, of the middle of each deck member; 0 of the others
    std::vector<Vec2> displacements;              // m, of each joint
    std::vector<std::pair<int, Vec2>> reactions;  // joint, N
    std::optional<DriveAnswer> drive;
    std::optional<CourseAnswer> course;
};

StructureAnswer answer(const StructureFile& file);

}  // namespace vonk::lab
