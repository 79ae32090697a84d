#include "tools/lab/structure_command.h"

#include <fmt/format.h>

#include <algorithm>
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
        case bridge::BreakCause::Removed:
            return "removal";
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

Json brokeJson(const StructureFile& file, const std::vector<bridge::Break>& breaks) {
    Json broke = Json::array();
    for (const bridge::Break& row : breaks) {
        broke.push_back(
            {{"member", memberId(file, row.member)}, {"t_s", row.time}, {"cause", causeName(row.cause)}});
    }
    return broke;
}

Json jointsJson(const StructureFile& file, const std::vector<Vec2>& displacements) {
    Json joints = Json::array();
    for (std::size_t i = 0; i < displacements.size(); ++i) {
        joints.push_back(
            {{"id", file.joint_ids[i]}, {"dx_m", displacements[i].x}, {"dy_m", displacements[i].y}});
    }
    return joints;
}

Json reactionsJson(const StructureFile& file, const std::vector<std::pair<int, Vec2>>& found) {
    Json reactions = Json::array();
    for (const auto& [joint, force] : found)
        reactions.push_back({{"joint", jointId(file, joint)}, {"x_n", force.x}, {"y_n", force.y}});
    return reactions;
}

Json endJson(const StructureFile& file, const EndAnswer& end) {
    Json members = Json::array();
    for (std::size_t i = 0; i < end.members.size(); ++i) {
        members.push_back({{"id", file.member_ids[i]},
                           {"stands", bool{end.stands[i]}},
                           {"axial_n", end.members[i].axial},
                           {"use", end.members[i].use},
                           {"governs", structure::name(end.members[i].governs)},
                           {"moment_nm", end.members[i].moment},
                           {"sag_m", end.sags[i]}});
    }
    return {{"lost", end.lost},
            {"speed_m_s", end.speed},
            {"members", members},
            {"joints", jointsJson(file, end.displacements)},
            {"reactions", reactionsJson(file, end.reactions)}};
}

Json driveJson(const StructureFile& file, const DriveAnswer& drive) {
    Json members = Json::array();
    for (std::size_t i = 0; i < drive.members.size(); ++i) {
        members.push_back({{"id", file.member_ids[i]},
                           {"min_n", drive.members[i].least},
                           {"max_n", drive.members[i].greatest},
                           {"moment_nm", drive.members[i].moment},
                           {"use", drive.members[i].use},
                           {"sag_m", drive.members[i].sag}});
    }
    Json json = {{"members", members},
                 {"lowest_m", {jointId(file, drive.lowest_joint), drive.lowest}},
                 {"broke", brokeJson(file, drive.broke)}};
    if (drive.end) json["end"] = endJson(file, *drive.end);
    return json;
}

Json courseJson(const StructureFile& file, const CourseAnswer& course) {
    Json history = Json::array();
    for (std::size_t i = 0; i < course.history.size(); ++i) {
        Json dx = Json::array(), dy = Json::array();
        for (const Vec2 moved : course.history[i]) {
            dx.push_back(moved.x);
            dy.push_back(moved.y);
        }
        history.push_back({{"id", jointId(file, file.course->recorded[i])}, {"dx_m", dx}, {"dy_m", dy}});
    }
    return {{"broke", brokeJson(file, course.broke)},
            {"end", endJson(file, course.end)},
            {"t_s", course.time},
            {"history", history}};
}

Json toJson(const StructureFile& file, const StructureAnswer& answer) {
    Json mechanism = nullptr, overload = nullptr;
    if (!answer.movable.empty()) {
        Json joints = Json::array();
        for (const int joint : answer.movable) joints.push_back(jointId(file, joint));
        (answer.overloaded ? overload : mechanism) = {{"joints", joints}};
    }
    Json members = Json::array();
    for (std::size_t i = 0; i < answer.members.size(); ++i) {
        const structure::MemberStrength& row = answer.members[i];
        members.push_back({{"id", file.member_ids[i]},
                           {"axial_n", row.axial},
                           {"capacity_n", row.capacity},
                           {"use", row.use},
                           {"governs", structure::name(row.governs)},
                           {"moment_nm", row.moment},
                           {"sag_m", answer.sags[i]}});
    }
    return {{"mechanism", mechanism},
            {"overload", overload},
            {"members", members},
            {"joints", jointsJson(file, answer.displacements)},
            {"reactions", reactionsJson(file, answer.reactions)},
            {"drive", answer.drive ? driveJson(file, *answer.drive) : Json(nullptr)},
            {"course", answer.course ? courseJson(file, *answer.course) : Json(nullptr)}};
}

void printBreaks(const StructureFile& file, const std::vector<bridge::Break>& breaks) {
    for (const bridge::Break& row : breaks) {
        fmt::print("broke: {} at {:.3f} s by {}\n", memberId(file, row.member), row.time,
                   causeName(row.cause));
    }
}

void printReactions(const StructureFile& file, const std::vector<std::pair<int, Vec2>>& reactions) {
    fmt::print("\n{:<16} {:>14} {:>14}\n", "support", "x N", "y N");
    for (const auto& [joint, force] : reactions)
        fmt::print("{:<16} {:>14.2f} {:>14.2f}\n", jointId(file, joint), force.x, force.y);
}

void printEnd(const StructureFile& file, const EndAnswer& end) {
    if (end.lost) {
        fmt::print("\nlost: it fell apart\n");
        return;
    }
    fmt::print("\n{:<16} {:>14} {:>8} {:>14} {:>10}   (fastest {:.2g} m/s)\n", "in the end", "axial N",
               "use %", "moment N.m", "sag mm", end.speed);
    for (std::size_t i = 0; i < end.members.size(); ++i) {
        const structure::MemberStrength& row = end.members[i];
        if (end.stands[i])
            fmt::print("{:<16} {:>14.2f} {:>8.2f} {:>14.2f} {:>10.4f}\n", file.member_ids[i], row.axial,
                       100.0 * row.use, row.moment, 1e3 * end.sags[i]);
        else
            fmt::print("{:<16} {:>14}\n", file.member_ids[i], "gone");
    }
    printReactions(file, end.reactions);
}

void printDrive(const StructureFile& file, const DriveAnswer& drive) {
    fmt::print("\n{:<16} {:>14} {:>14} {:>8} {:>14} {:>10}\n", "driven over", "least N", "greatest N",
               "use %", "moment N.m", "sag mm");
    for (std::size_t i = 0; i < drive.members.size(); ++i) {
        const MemberPeaks& row = drive.members[i];
        fmt::print("{:<16} {:>14.2f} {:>14.2f} {:>8.2f} {:>14.2f} {:>10.4f}\n", file.member_ids[i], row.least,
                   row.greatest, 100.0 * row.use, row.moment, 1e3 * row.sag);
    }
    fmt::print("\nlowest: joint {}, {:.4f} mm\n", jointId(file, drive.lowest_joint), 1e3 * drive.lowest);
    printBreaks(file, drive.broke);
    if (drive.end) printEnd(file, *drive.end);
}

void printCourse(const StructureFile& file, const CourseAnswer& course) {
    for (std::size_t i = 0; i < course.history.size(); ++i) {
        const auto& history = course.history[i];
        const auto by_height = [](Vec2 a, Vec2 b) { return a.y < b.y; };
        const auto [low, high] = std::minmax_element(history.begin(), history.end(), by_height);
        fmt::print("\nin time: joint {} between {:.4f} and {:.4f} mm\n",
                   jointId(file, file.course->recorded[i]), 1e3 * low->y, 1e3 * high->y);
    }
    printBreaks(file, course.broke);
    printEnd(file, course.end);
}

void printTable(const StructureFile& file, const StructureAnswer& answer) {
    if (!answer.movable.empty()) {
        fmt::print("{}\n", answer.overloaded
                               ? "Overloaded: nothing that these joints could come to holds the loads."
                               : "A mechanism: these joints can move.");
        for (const int joint : answer.movable) fmt::print("  {}\n", jointId(file, joint));
        return;
    }
    fmt::print("{:<16} {:>14} {:>14} {:>8}  {:<9} {:>14} {:>10}\n", "member", "axial N", "capacity N",
               "use %", "governs", "moment N.m", "sag mm");
    for (std::size_t i = 0; i < answer.members.size(); ++i) {
        const structure::MemberStrength& row = answer.members[i];
        fmt::print("{:<16} {:>14.2f} {:>14.2f} {:>8.2f}  {:<9} {:>14.2f} {:>10.4f}\n", file.member_ids[i],
                   row.axial, row.capacity, 100.0 * row.use, structure::name(row.governs), row.moment,
                   1e3 * answer.sags[i]);
    }
    fmt::print("\n{:<16} {:>14} {:>14}\n", "joint", "dx mm", "dy mm");
    for (std::size_t i = 0; i < answer.displacements.size(); ++i) {
        fmt::print("{:<16} {:>14.4f} {:>14.4f}\n", file.joint_ids[i], 1e3 * answer.displacements[i].x,
                   1e3 * answer.displacements[i].y);
    }
    printReactions(file, answer.reactions);
    if (answer.drive) printDrive(file, *answer.drive);
    if (answer.course) printCourse(file, *answer.course);
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
