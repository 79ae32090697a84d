// What the exhibit shows of a bridge is what the bench says of the same bridge.
#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "../world/scene.h"
#include "program.h"

using namespace vonk;
using namespace vonk::test;
using namespace vonk::world;

namespace {

std::string name(GridPoint joint) {
    return fmt::format("{}_{}", joint.x_mm, joint.y_mm);
}

// The design as a file of the bench.
std::string fileOf(const Design& design, const level::Scene& scene) {
    std::string text;
    std::set<GridPoint> joints;
    std::set<std::uint32_t> kinds;
    std::string members;
    for (const Part& part : design.parts) {
        const auto& between = std::get<BetweenJoints>(part.placement);
        const MemberRow& member = *row(part.kind).member;
        const std::string key(row(part.kind).key);
        if (kinds.insert(static_cast<std::uint32_t>(part.kind)).second) {
            text += fmt::format(
                "[materials.{0}]\nyoung = {1:e}\ndensity = {2}\nyield = {3:e}\n[sections.{0}]\narea = {4:e}\n"
                "inertia = {5:e}\n",
                key, member.young, member.density, member.yield, member.area, member.inertia);
            if (member.modulus > 0.0) text += fmt::format("modulus = {:e}\n", member.modulus);
        }
        joints.insert(between.from);
        joints.insert(between.to);
        members += fmt::format(
            "[[members]]\nid = \"{}\"\nfrom = \"{}\"\nto = \"{}\"\nmaterial = \"{}\"\nsection = \"{}\"\n"
            "kind = \"{}\"\n",
            part.id.value, name(between.from), name(between.to), key, key,
            member.cable  ? "cable"
            : member.deck ? "deck"
                          : "bar");
    }
    for (const GridPoint joint : joints) {
        text += fmt::format("[[joints]]\nid = \"{}\"\nx = {}\ny = {}\n", name(joint), joint.metres().x,
                            joint.metres().y);
        for (const level::Anchor& anchor : scene.anchors)
            if (anchor.at == joint) text += fmt::format("fixed = \"{}\"\n", anchor.slides ? "y" : "xy");
    }
    return text + members + "[drive]\naxles = [[0.0, 2400.0], [3.6, 4600.0]]\nspeed = 1.0\n";
}

}  // namespace

TEST_CASE("Forces, use, reactions and their extremes agree between the exhibit and the bench") {
    Drawing drawing;
    drawing.warren(16, kind::steel, kind::steel);
    auto level = river(16);
    level.traffic[0].speed = 1.0;
    const std::string file = lab_test::write("lab_exhibit.toml", fileOf(drawing.design, level.scene));
    const lab_test::Output answer = lab_test::run("structure " + file + " --json");
    INFO(answer.errors);
    REQUIRE(answer.status == 0);
    const auto bench = nlohmann::json::parse(answer.out);

    World world(level, drawing.design);
    Snapshot snapshot = world.snapshot();
    double largest = 0.0;
    for (const auto& member : bench["members"])
        largest = std::max(largest, std::fabs(member["axial_n"].get<double>()));
    REQUIRE(snapshot.members.size() == bench["members"].size());
    std::map<std::string, MemberView> shown;
    for (const MemberView& member : snapshot.members) shown[std::to_string(member.part.value)] = member;
    const char* governs[] = {"yield", "buckling", "bending", "slack"};
    for (const auto& member : bench["members"]) {
        const std::string id = member["id"];
        INFO("member " << id);
        CHECK(shown[id].axial == Approx(member["axial_n"].get<double>()).margin(1e-4 * largest));
        CHECK(shown[id].moment == Approx(member["moment_nm"].get<double>()).margin(1e-3));
        CHECK(shown[id].capacity == Approx(member["capacity_n"].get<double>()).epsilon(1e-6));
        CHECK(shown[id].use == Approx(member["use"].get<double>()).epsilon(1e-3).margin(1e-6));
        CHECK(governs[static_cast<int>(shown[id].governs)] == member["governs"].get<std::string>());
    }
    REQUIRE(snapshot.reactions.size() == bench["reactions"].size());
    for (const auto& reaction : bench["reactions"])
        for (const ReactionView& view : snapshot.reactions)
            if (name(snapshot.joints[view.joint].origin) == reaction["joint"].get<std::string>()) {
                CHECK(view.force.y == Approx(reaction["y_n"].get<double>()).epsilon(1e-5));
                CHECK(view.force.x == Approx(reaction["x_n"].get<double>()).margin(1e-3 * view.force.y));
            }

    // While the truck passes: the least and the greatest force of each member.
    std::map<std::string, std::pair<double, double>> extremes;
    for (const auto& [id, member] : shown) extremes[id] = {member.axial, member.axial};
    for (int tick = 0; tick < 1800 && world.outcome() == Outcome::Running; ++tick) {
        world.step();
        snapshot = world.snapshot();
        for (const MemberView& member : snapshot.members) {
            auto& [least, greatest] = extremes[std::to_string(member.part.value)];
            least = std::min(least, member.axial);
            greatest = std::max(greatest, member.axial);
        }
    }
    REQUIRE(world.outcome() == Outcome::Won);
    double most = 0.0;
    for (const auto& member : bench["drive"]["members"])
        most = std::max({most, -member["min_n"].get<double>(), member["max_n"].get<double>()});
    for (const auto& member : bench["drive"]["members"]) {
        const std::string id = member["id"];
        INFO("member " << id);
        CHECK(extremes[id].first == Approx(member["min_n"].get<double>()).margin(0.03 * most));
        CHECK(extremes[id].second == Approx(member["max_n"].get<double>()).margin(0.03 * most));
    }
}
