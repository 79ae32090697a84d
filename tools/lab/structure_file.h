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

struct StructureFile {
    structure::StructureDef def;
    std::vector<std::string> joint_ids;
    std::vector<std::string> member_ids;
    std::vector<std::pair<int, Vec2>> loads;  // joint, N; one for each joint at most
    std::optional<Drive> drive;
    // Joints of the road from left to right, if something drives.
    std::vector<int> road;
};

// Every mistake that can be seen, by line and key.
Result<StructureFile> readStructureFile(const std::string& path);
Result<StructureFile> parseStructure(std::string_view text, const std::string& nameForErrors);

}  // namespace vonk::lab
