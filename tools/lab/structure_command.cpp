#include "tools/lab/structure_command.h"

#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "tools/lab/structure_answer.h"

namespace vonk::lab {

namespace {

using Json = nlohmann::ordered_json;

// The cause of a break in the words of `governs`.
std::string causeName(bridge::BreakCause cause) {
    switch (cause) {
        case bridge::BreakCause::Buckled:
            return "buckling";
        case bridge::BreakCause::Bent:
            return "bending";
        default:
            return "yield";
    }
}

std::string jointId(const StructureFile& file, int joint) {
    return file.joint_ids[static_cast<std::size_t>(joint)];
}
std::string memberId(const StructureFile& file, int member) {
    return file.member_ids[static_cast<std::size_t>(member)];
}

Json driveJson(const StructureFile& file, const DriveAnswer& drive) {
    Json members = Json::array();
    for (std::size_t i = 0; i < drive.members.size(); ++i) {
        members.push_back({{"id", file.member_ids[i]},
                           {"min_n", drive.members[i].least},
                           {"max_n", drive.members[i].greatest}});
    }
    Json broke = Json::array();
    for (const bridge::Break& row : drive.broke) {
        broke.push_back(
            {{"member", memberId(file, row.member)}, {"t_s", row.time}, {"cause", causeName(row.cause)}});
    }
    return {{"members", members},
            {"lowest_m", {jointId(file, drive.lowest_joint), drive.lowest}},
            {"broke", broke}};
}

Json toJson(const StructureFile& file, const StructureAnswer& answer) {
    Json mechanism = nullptr;
    if (!answer.movable.empty()) {
        Json joints = Json::array();
        for (const int joint : answer.movable) joints.push_back(jointId(file, joint));
        mechanism = {{"joints", joints}};
    }
    Json members = Json::array();
    for (std::size_t i = 0; i < answer.members.size(); ++i) {
        const structure::MemberStrength& row = answer.members[i];
        members.push_back({{"id", file.member_ids[i]},
                           {"axial_n", row.axial},
                           {"capacity_n", row.capacity},
                           {"use", row.use},
                           {"governs", structure::name(row.governs)},
                           {"moment_nm", row.moment}});
    }
    Json joints = Json::array();
    for (std::size_t i = 0; i < answer.displacements.size(); ++i) {
        joints.push_back({{"id", file.joint_ids[i]},
                          {"dx_m", answer.displacements[i].x},
                          {"dy_m", answer.displacements[i].y}});
    }
    Json reactions = Json::array();
    for (const auto& [joint, force] : answer.reactions) {
        reactions.push_back({{"joint", jointId(file, joint)}, {"x_n", force.x}, {"y_n", force.y}});
    }
    return {{"mechanism", mechanism},
            {"members", members},
            {"joints", joints},
            {"reactions", reactions},
            {"drive", answer.drive ? driveJson(file, *answer.drive) : Json(nullptr)}};
}

void printTable(const StructureFile& file, const StructureAnswer& answer) {
    if (!answer.movable.empty()) {
        fmt::print("A mechanism: these joints can move.\n");
        for (const int joint : answer.movable) fmt::print("  {}\n", jointId(file, joint));
        return;
    }
    fmt::print("{:<16} {:>14} {:>14} {:>8}  {:<9} {:>14}\n", "member", "axial N", "capacity N", "use %",
               "governs", "moment N.m");
    for (std::size_t i = 0; i < answer.members.size(); ++i) {
        const structure::MemberStrength& row = answer.members[i];
        fmt::print("{:<16} {:>14.2f} {:>14.2f} {:>8.2f}  {:<9} {:>14.2f}\n", file.member_ids[i], row.axial,
                   row.capacity, 100.0 * row.use, structure::name(row.governs), row.moment);
    }
    fmt::print("\n{:<16} {:>14} {:>14}\n", "joint", "dx mm", "dy mm");
    for (std::size_t i = 0; i < answer.displacements.size(); ++i) {
        fmt::print("{:<16} {:>14.4f} {:>14.4f}\n", file.joint_ids[i], 1e3 * answer.displacements[i].x,
                   1e3 * answer.displacements[i].y);
    }
    fmt::print("\n{:<16} {:>14} {:>14}\n", "support", "x N", "y N");
    for (const auto& [joint, force] : answer.reactions) {
        fmt::print("{:<16} {:>14.2f} {:>14.2f}\n", jointId(file, joint), force.x, force.y);
    }
    if (!answer.drive) return;
    fmt::print("\n{:<16} {:>14} {:>14}\n", "driven over", "least N", "greatest N");
    for (std::size_t i = 0; i < answer.drive->members.size(); ++i) {
        const ForceRange& row = answer.drive->members[i];
        fmt::print("{:<16} {:>14.2f} {:>14.2f}\n", file.member_ids[i], row.least, row.greatest);
    }
    fmt::print("\nlowest: joint {}, {:.4f} mm\n", jointId(file, answer.drive->lowest_joint),
               1e3 * answer.drive->lowest);
    for (const bridge::Break& row : answer.drive->broke) {
        fmt::print("broke: {} at {:.3f} s by {}\n", memberId(file, row.member), row.time,
                   causeName(row.cause));
    }
}

}  // namespace

int runStructure(const std::string& path, bool json) {
    const Result<StructureFile> file = readStructureFile(path);
    if (!file) {
        for (const Error& error : file.error()) fmt::print(stderr, "{}\n", toString(error));
        return 2;
    }
    const StructureAnswer found = answer(*file);
    if (json) {
        fmt::print("{}\n", toJson(*file, found).dump(2));
    } else {
        printTable(*file, found);
    }
    return 0;
}

}  // namespace vonk::lab
