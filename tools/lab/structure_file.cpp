#include "tools/lab/structure_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "engine/data/toml_file.h"
#include "tools/lab/structure_road.h"

namespace vonk::lab {

namespace {

using data::Range;
using data::Table;
using structure::MemberKind;

constexpr std::size_t byte_limit = 8 << 20;
constexpr std::size_t most_joints = 5000;
constexpr std::size_t most_members = 5000;
constexpr std::size_t most_axles = 100;
// m; joints that lie closer are one joint.
constexpr double least_distance = 1e-6;
// m; Box2D counts in single precision.
constexpr double longest_road = 5000.0;
// Substeps × members that a drive may take: about a minute.
constexpr double most_work = 1e8;
constexpr double substep = 1.0 / 120.0;  // s, the exhibit's own
constexpr double most_recorded = 1e6;    // places in a history

// Numbers beyond these are slips of the pen, and would overflow when multiplied.
constexpr Range coordinate{-1e5, 1e5, false};
constexpr Range pressure{0.0, 1e15, true};
constexpr Range force{-1e13, 1e13, false};

struct Material {
    double young = 0.0;
    double density = 0.0;
    double yield = 0.0;
};

struct Section {
    double area = 0.0;
    double inertia = 0.0;
    double modulus = 0.0;
};

class Reader {
  public:
    explicit Reader(const Table& root) : root_(root) {}

    Result<StructureFile> read() {
        file_.def.gravity = root_.optional<double>("gravity", 9.81, data::between(0.0, 1000.0));
        file_.def.damping_ratio = root_.optional<double>("damping", 0.05, data::between(0.0, 1.0));
        readMaterials();
        readSections();
        if (!readJoints() || !readMembers()) return tl::unexpected(root_.errors());
        readLoads();
        if (const Table drive = root_.optionalTable("drive"); drive.present()) readDrive(drive);
        if (const Table course = root_.optionalTable("course"); course.present()) {
            readCourse(course);
        } else {
            refuse(root_, {"removals", "steps", "pulses"},
                   "happens in time: needs a [course] that says for how many `seconds`");
        }
        refuse(root_, {"seconds", "record", "break", "axles", "speed"},
               "stands in [course] or [drive], not above the first table");
        root_.rejectUnknownKeys();
        if (!root_.ok()) return tl::unexpected(root_.errors());
        return file_;
    }

  private:
    // Keys that are known elsewhere: what to do with them.
    static void refuse(const Table& table, std::initializer_list<const char*> keys, std::string_view reason) {
        for (const char* key : keys) {
            if (!table.has(key)) continue;
            table.ignore(key);
            table.refuse(key, std::string(reason));
        }
    }
    // What stands below a header belongs to it, whatever was meant.
    static void refuseStrays(const Table& row) {
        refuse(row, {"gravity", "damping"}, "stands above the first [table] of the file");
    }

    // NaN if it is missing or wrong: that is noted, and nothing follows from it.
    static double number(const Table& row, std::string_view key, Range range) {
        constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
        if (row.has(key)) return row.optional<double>(key, nothing, range);
        return row.require<double>(key, range) + nothing;
    }

    void readMaterials() {
        const Table table = root_.table("materials");
        for (const std::string& key : table.keys()) {
            const Table row = table.table(key);
            refuseStrays(row);
            Material material;
            material.young = row.require<double>("young", pressure);
            material.density = row.require<double>("density", data::between(0.0, 1e6));
            material.yield = row.require<double>("yield", pressure);
            materials_[key] = material;
        }
    }

    void readSections() {
        const Table table = root_.table("sections");
        for (const std::string& key : table.keys()) {
            const Table row = table.table(key);
            refuseStrays(row);
            Section section;
            section.area = row.require<double>("area", {0.0, 1e4, true});
            section.inertia = number(row, "inertia", data::between(0.0, 1e6));
            section.modulus = row.maybe<double>("modulus", {0.0, 1e6, true}).value_or(0.0);
            sections_[key] = section;
        }
    }

    // Index of a new name, or nothing if it stands there already.
    static bool enter(std::map<std::string, int>& names, const Table& row, const std::string& id, int index) {
        if (id.empty()) {
            if (row.kind("id") == data::Kind::String) row.refuse("id", "must not be empty");
            return true;
        }
        if (names.emplace(id, index).second) return true;
        row.refuse("id", fmt::format("\"{}\" is there twice", id));
        return false;
    }

    // False if there are too many, and nothing can be said of the rest.
    bool readJoints() {
        const std::vector<Table> rows = root_.requireTables("joints");
        if (rows.size() > most_joints) {
            root_.refuse("joints", fmt::format("{} joints; {} is the most", rows.size(), most_joints));
            return false;
        }
        for (const Table& row : rows) {
            refuseStrays(row);
            const auto id = row.require<std::string>("id");
            enter(joints_, row, id, static_cast<int>(file_.joint_ids.size()));
            structure::JointDef joint;
            joint.position.x = number(row, "x", coordinate);
            joint.position.y = number(row, "y", coordinate);
            const int fixed = row.optionalOneOf<int>("fixed", {{"xy", 3}, {"x", 1}, {"y", 2}}, 0);
            joint.fixed_x = (fixed & 1) != 0;
            joint.fixed_y = (fixed & 2) != 0;
            file_.joint_ids.push_back(id);
            file_.def.joints.push_back(joint);
        }
        refuseCoincidence(rows);
        return true;
    }

    void refuseCoincidence(const std::vector<Table>& rows) const {
        const auto& joints = file_.def.joints;
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < joints.size(); ++i)
            if (!std::isnan(joints[i].position.x + joints[i].position.y)) order.push_back(i);
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            const Vec2 p = joints[a].position;
            const Vec2 q = joints[b].position;
            return p.x != q.x ? p.x < q.x : a < b;
        });
        for (std::size_t i = 0; i < order.size(); ++i) {
            for (std::size_t j = i + 1; j < order.size(); ++j) {
                const std::size_t a = std::min(order[i], order[j]);
                const std::size_t b = std::max(order[i], order[j]);
                if (joints[order[j]].position.x - joints[order[i]].position.x > least_distance) break;
                if (distance(joints[a].position, joints[b].position) > least_distance) continue;
                rows[b].refuse("x", fmt::format("joint \"{}\" lies where \"{}\" is", file_.joint_ids[b],
                                                file_.joint_ids[a]));
                break;
            }
        }
    }

    int joint(const Table& row, std::string_view key) const {
        const auto id = row.require<std::string>(key);
        const auto found = joints_.find(id);
        if (found != joints_.end()) return found->second;
        if (row.kind(key) == data::Kind::String) row.refuse(key, fmt::format("there is no joint \"{}\"", id));
        return -1;
    }

    template <class T>
    T lookUp(const Table& row, std::string_view key, const std::map<std::string, T>& known) const {
        const auto name = row.require<std::string>(key);
        const auto found = known.find(name);
        if (found != known.end()) return found->second;
        if (row.kind(key) == data::Kind::String)
            row.refuse(key, fmt::format("there is no {} \"{}\"", key, name));
        return {};
    }

    bool readMembers() {
        const std::vector<Table> rows = root_.requireTables("members");
        if (rows.size() > most_members) {
            root_.refuse("members", fmt::format("{} members; {} is the most", rows.size(), most_members));
            return false;
        }
        for (const Table& row : rows) {
            refuseStrays(row);
            const auto id = row.require<std::string>("id");
            enter(members_, row, id, static_cast<int>(file_.member_ids.size()));
            structure::MemberDef member;
            member.from = joint(row, "from");
            member.to = joint(row, "to");
            const auto material = lookUp(row, "material", materials_);
            const auto section = lookUp(row, "section", sections_);
            member.kind = row.requireOneOf<MemberKind>(
                "kind", {{"bar", MemberKind::Bar}, {"cable", MemberKind::Cable}, {"deck", MemberKind::Deck}});
            member.young = material.young;
            member.density = material.density;
            member.yield = material.yield;
            member.area = section.area;
            member.inertia = section.inertia;
            member.modulus = section.modulus;
            if (member.from >= 0 && member.from == member.to)
                row.refuse("to", "both ends are the same joint: no length");
            if (member.kind != MemberKind::Cable && section.area > 0.0 && section.inertia == 0.0) {
                row.refuse("section", "its inertia is 0: only a cable can do without");
            }
            file_.member_ids.push_back(id);
            file_.def.members.push_back(member);
        }
        member_rows_ = rows;
        return true;
    }

    void readLoads() {
        std::map<int, Vec2> sums;
        for (const Table& row : root_.tables("loads")) {
            refuseStrays(row);
            refuse(row, {"member"}, "loads act on joints: share it between the member's two");
            refuse(row, {"at"}, "[[loads]] are there from the start; what comes later is one of [[steps]]");
            const int at = joint(row, "joint");
            const Vec2 load{row.optional<double>("fx", 0.0, force), row.optional<double>("fy", 0.0, force)};
            if (!row.has("fx") && !row.has("fy")) row.refuse("fy", "is missing: a load needs fx or fy");
            if (at >= 0) sums[at] += load;
        }
        file_.loads.assign(sums.begin(), sums.end());
    }

    void readDrive(const Table& table) {
        Drive drive;
        refuseStrays(table);
        refuse(table, {"seconds", "record"}, "belongs to a [course], which goes without a vehicle");
        refuse(table, {"removals", "steps", "pulses"}, "is a list of its own, in the time of a [course]");
        drive.speed = table.require<double>("speed", data::between(0.05, 100.0));
        drive.breaks = table.optional<bool>("break", false);
        const auto found = table.maybe<std::vector<std::vector<double>>>("axles");
        if (!table.has("axles")) table.refuse("axles", "is missing");
        if (found && found->empty()) table.refuse("axles", "needs at least one axle");
        const auto axles = found.value_or(std::vector<std::vector<double>>{});
        if (axles.size() > most_axles)
            table.refuse("axles", fmt::format("{} axles; {} is the most", axles.size(), most_axles));
        for (std::size_t i = 0; i < axles.size(); ++i) {
            const std::vector<double>& axle = axles[i];
            if (axle.size() != 2) {
                table.refuseElement("axles", i, "is not [metres behind the first axle, kg]");
            } else if (!(axle[0] >= 0.0 && axle[0] <= 1000.0)) {
                table.refuseElement(
                    "axles", i,
                    fmt::format("{} m behind the first axle: must be between 0 and 1000", axle[0]));
            } else if (!(axle[1] > 0.0 && axle[1] <= 1e8)) {
                table.refuseElement("axles", i,
                                    fmt::format("{} kg: must be above 0 and at most 1e8", axle[1]));
            } else {
                drive.axles.push_back({axle[0], axle[1]});
            }
        }
        if (!root_.ok()) return;
        std::sort(drive.axles.begin(), drive.axles.end(),
                  [](const rigid::AxleDef& a, const rigid::AxleDef& b) { return a.behind < b.behind; });
        const double first = drive.axles.front().behind;
        for (rigid::AxleDef& axle : drive.axles) axle.behind -= first;
        file_.drive = drive;
        file_.road = roadOf(file_.def);
        const std::vector<int> steep = tooSteep(file_.def, file_.road);
        for (const int member : steep) {
            const auto index = static_cast<std::size_t>(member);
            member_rows_[index].refuse(
                "kind",
                fmt::format("deck \"{}\" is steeper than {}: nothing drives on it; a \"bar\" is no road",
                            file_.member_ids[index], steepest_road));
        }
        if (!steep.empty()) return;
        if (file_.road.empty()) {
            table.refuse("there is no member of kind \"deck\" that one could drive on");
            return;
        }
        const double way = file_.def.joints[static_cast<std::size_t>(file_.road.back())].position.x -
                           file_.def.joints[static_cast<std::size_t>(file_.road.front())].position.x +
                           drive.axles.back().behind;
        if (way > longest_road) {
            table.refuse("axles", fmt::format("road and vehicle are {:.0f} m long; {:.0f} is the most", way,
                                              longest_road));
        }
        const double work =
            120.0 * way / drive.speed * static_cast<double>(file_.def.members.size() + drive.axles.size());
        if (work > most_work) {
            table.refuse("speed",
                         fmt::format("{:.0f} m at {} m/s with {} members would take too long to work out",
                                     way, drive.speed, file_.def.members.size()));
        }
    }

    void readCourse(const Table& table) {
        Course course;
        refuseStrays(table);
        refuse(table, {"axles", "speed"}, "belongs to a [drive]; a [course] goes without a vehicle");
        refuse(table, {"removals", "steps", "pulses"}, "is a list of its own: write it outside [course]");
        course.seconds = number(table, "seconds", data::between(substep, 600.0));
        course.breaks = table.optional<bool>("break", false);
        const auto moment = data::between(0.0, std::isnan(course.seconds) ? 600.0 : course.seconds);
        const auto names = table.optional<std::vector<std::string>>("record", {});
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (const auto found = joints_.find(names[i]); found != joints_.end())
                course.recorded.push_back(found->second);
            else
                table.refuseElement("record", i, fmt::format("there is no joint \"{}\"", names[i]));
        }
        for (const Table& row : root_.tables("removals")) {
            refuseStrays(row);
            refuse(row, {"joint"}, "a `member` breaks; a joint stays until nothing holds it");
            const auto id = row.require<std::string>("member");
            const double at = row.optional<double>("at", 0.0, moment);
            const auto found = members_.find(id);
            if (found == members_.end()) {
                if (row.kind("member") == data::Kind::String)
                    row.refuse("member", fmt::format("there is no member \"{}\"", id));
                continue;
            }
            const bool twice =
                std::any_of(course.removals.begin(), course.removals.end(),
                            [&](const Removal& other) { return other.member == found->second; });
            if (twice) row.refuse("member", fmt::format("\"{}\" is removed already", id));
            course.removals.push_back({found->second, at});
        }
        for (const Table& row : root_.tables("steps")) {
            refuseStrays(row);
            refuse(row, {"member"}, "loads act on joints: share it between the member's two");
            refuse(row, {"seconds"}, "a step stays; a second one with the opposite force ends it");
            StepLoad load;
            load.joint = joint(row, "joint");
            load.at = row.optional<double>("at", 0.0, moment);
            load.force = {row.optional<double>("fx", 0.0, force), row.optional<double>("fy", 0.0, force)};
            if (!row.has("fx") && !row.has("fy")) row.refuse("fy", "is missing: a load needs fx or fy");
            if (load.joint >= 0) course.steps.push_back(load);
        }
        for (const Table& row : root_.tables("pulses")) {
            refuseStrays(row);
            refuse(row, {"fx", "fy"}, "a pulse has a `weight`, which acts downwards");
            refuse(row, {"member"}, "loads act on joints: share it between the member's two");
            PulseLoad load;
            load.joint = joint(row, "joint");
            load.at = row.optional<double>("at", 0.0, moment);
            load.seconds = row.optional<double>("seconds", course.seconds, data::between(0.0, 600.0));
            load.weight = row.require<double>("weight", data::between(0.0, 1e13));
            load.frequency = row.require<double>("frequency", data::between(0.1, 20.0));
            load.contact = row.optional<double>("contact", 0.5, data::between(0.1, 1.0));
            if (load.joint >= 0) course.pulses.push_back(load);
        }
        const double steps = course.seconds / substep;
        if (steps * static_cast<double>(file_.def.members.size()) > most_work)
            table.refuse("seconds", fmt::format("{} s with {} members would take too long to work out",
                                                course.seconds, file_.def.members.size()));
        if (steps * static_cast<double>(course.recorded.size()) > most_recorded)
            table.refuse("record", fmt::format("more than {:.0f} places in all", most_recorded));
        if (root_.ok()) file_.course = course;
    }

    Table root_;
    StructureFile file_;
    std::map<std::string, int> joints_;
    std::map<std::string, int> members_;
    std::vector<Table> member_rows_;
    std::map<std::string, Material> materials_;
    std::map<std::string, Section> sections_;
};

}  // namespace

Result<StructureFile> readStructureFile(const std::string& path) {
    const Result<Table> root = data::readToml(path, byte_limit);
    if (!root) return tl::unexpected(root.error());
    return Reader(*root).read();
}

Result<StructureFile> parseStructure(std::string_view text, const std::string& nameForErrors) {
    const Result<Table> root = data::parseToml(text, nameForErrors, byte_limit);
    if (!root) return tl::unexpected(root.error());
    return Reader(*root).read();
}

}  // namespace vonk::lab
