#include <catch2/catch.hpp>
#include <set>

#include "game/world/catalog.h"
#include "game/world/parts.h"
#include "game/world/parts/rows.h"
#include "game/world/vehicles.h"

using namespace vonk;
using namespace vonk::world;

TEST_CASE("Every row of the parts table is found by its key and its number") {
    std::set<std::string_view> keys;
    std::set<PartKind> kinds;
    for (const PartRow& part : partRows()) {
        CHECK(keys.insert(part.key).second);
        CHECK(kinds.insert(part.kind).second);
        CHECK(findRow(part.key) == &part);
        CHECK(&row(part.kind) == &part);
        CHECK((part.member.has_value() || part.electrical.has_value()));
    }
    CHECK(findRow("no such part") == nullptr);
    CHECK(findRow(PartKind{0}) == nullptr);
    CHECK(findRow(PartKind{9999}) == nullptr);
}

TEST_CASE("The numbers that designs store never change") {
    const auto number = [](std::string_view key) { return static_cast<int>(findRow(key)->kind); };
    CHECK(number("wood") == 1);
    CHECK(number("steel") == 2);
    CHECK(number("tube") == 3);
    CHECK(number("cable") == 4);
    CHECK(number("road") == 5);
    CHECK(number("plank") == 6);
    CHECK(number("post") == 7);
    CHECK(number("battery") == 8);
    CHECK(number("switch") == 9);
    CHECK(number("lamp") == 10);
    CHECK(number("wire") == 11);
    CHECK(number("rope") == 12);
    CHECK(number("boards") == 13);
}

TEST_CASE("Members have real sections and strengths") {
    for (const PartRow& part : partRows()) {
        if (!part.member) continue;
        INFO(part.key);
        const MemberRow& member = *part.member;
        CHECK(member.young > (part.key == "rope" ? 5e8 : 5e9));
        CHECK(member.young < 220e9);
        CHECK(member.yield > 5e6);
        CHECK(member.yield < 1.5e9);
        CHECK(member.area > 0);
        CHECK(member.safety > 1.0);
        CHECK_FALSE(member.grade.empty());
        CHECK((member.inertia > 0) == !member.cable);
        CHECK((member.modulus > 0) == member.deck);
        CHECK(part.longest > 0);
    }
    // EN 338 and EN 1995-1-1 by hand: 18 N/mm² · 0.9 / 1.3 on a plank of 200 × 50 mm.
    const MemberRow& plank = *row(kind::plank).member;
    CHECK(plank.yield * plank.modulus == Approx(1038.5).epsilon(1e-3));
    // Euler by hand: π² · 11 GPa · 100⁴/12 mm⁴ over 4 m.
    const MemberRow& wood = *row(kind::wood).member;
    CHECK(9.8696 * wood.young * wood.inertia / 16 == Approx(56545).epsilon(1e-3));
    // A rope of 26 kN with a safety of 7 carries 3.7 kN, and 277 g a metre.
    const MemberRow& rope = *row(kind::rope).member;
    CHECK(rope.yield * rope.area == Approx(3714).epsilon(1e-3));
    CHECK(rope.density * rope.area == Approx(0.277).epsilon(1e-3));
    // 24 N/mm² · 0.9 / 1.3 on two beams of 75 × 200 mm; 65.1 kg/m with the boards.
    const MemberRow& boards = *row(kind::boards).member;
    CHECK(boards.yield * boards.modulus == Approx(16615).epsilon(1e-3));
    CHECK(boards.density * boards.area == Approx(65.1).epsilon(1e-3));
    // 97.3 kg/m of road: two IPE 200 and the planks on them.
    const MemberRow& road = *row(kind::road).member;
    CHECK(road.density * road.area == Approx(97.3).epsilon(1e-3));
}

TEST_CASE("The catalog knows all parts and vehicles") {
    CHECK(vocabulary().parts.size() == partRows().size());
    CHECK(vocabulary().vehicles.size() == vehicleRows().size());
    CHECK(findVehicle("sheep")->axles.at(0).load == 75.0);
    CHECK(findVehicle("rocket") == nullptr);
}

TEST_CASE("Each vehicle can drive: its axles follow one another, under a body that reaches over them") {
    std::set<std::string_view> keys;
    for (const VehicleRow& vehicle : vehicleRows()) {
        INFO(vehicle.key);
        CHECK(keys.insert(vehicle.key).second);
        CHECK(findVehicle(vehicle.key) == &vehicle);
        REQUIRE_FALSE(vehicle.axles.empty());
        CHECK(vehicle.axles.front().behind == 0.0);
        for (std::size_t i = 1; i < vehicle.axles.size(); ++i)
            CHECK(vehicle.axles[i].behind > vehicle.axles[i - 1].behind);
        for (const AxleRow& axle : vehicle.axles) CHECK(axle.load > 0.0);
        CHECK(vehicle.ahead >= 0.0);
        CHECK(vehicle.size.x > 0.0);
        CHECK(vehicle.size.y > 0.0);
        CHECK(vehicle.walks == (vehicle.axles.size() == 1));
        if (vehicle.axles_per_coach != 0) CHECK(vehicle.axles.size() % vehicle.axles_per_coach == 0);
    }
}

TEST_CASE("What comes over weighs what it weighs") {
    const auto mass = [](std::string_view key) {
        double sum = 0.0;
        for (const AxleRow& axle : findVehicle(key)->axles) sum += axle.load;
        return sum;
    };
    CHECK(mass("child") == 30.0);
    CHECK(mass("adult") == 75.0);
    CHECK(mass("bike") == 90.0);
    CHECK(mass("car") == 1300.0);
    CHECK(mass("cheese-truck") == 7000.0);
    CHECK(mass("train") == 24000.0);
    CHECK(coachCount(*findVehicle("train")) == 3);
    CHECK(coachCount(*findVehicle("car")) == 1);
    CHECK(coachCount(*findVehicle("child")) == 1);
    CHECK(findVehicle("train")->axles.back().behind == Approx(26.0));
}
