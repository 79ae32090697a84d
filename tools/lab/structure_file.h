// A structure as a file describes it: the definition, the names that its answer is given in, what is asked of
// it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/core/error.h"
#include "engine/rigid/rigid_def.h"
#include "engine/structure/structure_def.h"

namespace vonk::lab {

struct Drive {
    std::vector<rigid::AxleDef> axles;  // first axle first, its `behind` 0
    double speed = 0.0;                 // m/s
    bool breaks = false;                // members fail at what they bear
};

// A member that is taken out, as if it broke.
struct Removal {
    int member = 0;
    double at = 0.0;  // s
};

// A load that comes and stays.
struct StepLoad {
    int joint = 0;
    double at = 0.0;  // s
    Vec2 force;       // N
};

// Somebody who jumps on a joint: half sine waves of the mean `weight`, downwards.
struct PulseLoad {
    int joint = 0;
    double at = 0.0;         // s
    double seconds = 0.0;    // how long
    double weight = 0.0;     // N
    double frequency = 2.0;  // Hz
    double contact = 0.5;    // share of the time that the feet are down
};

// What happens to the structure in time.
struct Course {
    double seconds = 10.0;
    bool breaks = false;  // members fail at what they bear
    std::vector<Removal> removals;
    std::vector<StepLoad> steps;
    std::vector<PulseLoad> pulses;
    std::vector<int> recorded;  // joints
};

struct StructureFile {
    structure::StructureDef def;
    std::vector<std::string> joint_ids;
    std::vector<std::string> member_ids;
    std::vector<std::pair<int, Vec2>> loads;  // joint, N; one for each joint at most
    std::optional<Drive> drive;
    std::optional<Course> course;
    // Joints of the road from left to right, if something drives.
    std::vector<int> road;
};

// Every mistake that can be seen, by line and key.
Result<StructureFile> readStructureFile(const std::string& path);
Result<StructureFile> parseStructure(std::string_view text, const std::string& nameForErrors);

}  // namespace vonk::lab
