// One mistake in a file gives one message, at its own line, and none that is not true.
#include <algorithm>
#include <catch2/catch.hpp>

#include "program.h"

using namespace vonk;

namespace {

const std::string head = R"([materials.m]
young = 2e11
density = 7850
yield = 1e9
[sections.s]
area = 0.01
inertia = 3e-5
)";

std::string joint(const std::string& id, const std::string& x, const std::string& y,
                  const std::string& fixed = "xy") {
    return "[[joints]]\nid = \"" + id + "\"\nx = " + x + "\ny = " + y + "\nfixed = \"" + fixed + "\"\n";
}

std::string member(const std::string& from, const std::string& to, const std::string& kind = "deck") {
    return "[[members]]\nid = \"" + from + to + "\"\nfrom = \"" + from + "\"\nto = \"" + to +
           "\"\nmaterial = \"m\"\nsection = \"s\"\nkind = \"" + kind + "\"\n";
}

const std::string drive = "[drive]\naxles = [[0.0, 100.0]]\nspeed = 3.0\n";

// What a refused file is told, from the line on.
std::string refusal(const std::string& command, const std::string& name, const std::string& text) {
    const std::string path = lab_test::write(name, text);
    const lab_test::Output output = lab_test::run(command + " --json " + path);
    CHECK(output.status == 2);
    CHECK(output.out.empty());
    REQUIRE(output.errors.starts_with(path));
    return output.errors.substr(path.size());
}

std::string told(const std::string& text) {
    return refusal("structure", "one.toml", text);
}

std::string netlistTold(const std::string& text) {
    return refusal("circuit", "one.cir", text);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

const std::string span = head + joint("A", "0.0", "0.0") + joint("B", "4.0", "0.0") + member("A", "B");

}  // namespace

TEST_CASE("a number that is none is the only mistake that is told") {
    CHECK(told(span + joint("C", "4.0", "nan")) == ":28: joints[2].y: the number must be finite\n");
    CHECK(told(span + joint("C", "nan", "0.0")) == ":27: joints[2].x: the number must be finite\n");
    CHECK(told(replaced(span, "3e-5", "nan")) == ":7: sections.s.inertia: the number must be finite\n");
    const std::string course = "[[removals]]\nmember = \"AB\"\nat = 1.0\n[course]\nseconds = nan\n";
    CHECK(told(span + course) == ":29: course.seconds: the number must be finite\n");
    CHECK(told(span + replaced(drive, "100.0", "nan")) ==
          ":26: drive.axles[0][1]: the number must be finite\n");
    CHECK(told(span + replaced(drive, "[0.0, 100.0]", "")) == ":26: drive.axles: needs at least one axle\n");
}

TEST_CASE("of too many joints or members nothing else is told") {
    std::string joints, members;
    for (int i = 0; i < 5001; ++i) {
        joints += joint("J" + std::to_string(i), std::to_string(i) + ".0", "0.0");
        members += member("A", "B") + "# " + std::to_string(i) + "\n";
    }
    CHECK(told(head + joints + member("J0", "J1")) == ":8: joints: 5001 joints; 5000 is the most\n");
    const std::string says = told(head + joint("A", "0.0", "0.0") + joint("B", "4.0", "0.0") + members);
    CHECK(says == ":18: members: 5001 members; 5000 is the most\n");
}

TEST_CASE("a road over a deck that is too steep is refused with its name") {
    const auto rising = [](const std::string& y) {
        return head + joint("A", "0.0", "0.0") + joint("B", "4.0", y) + member("A", "B");
    };
    CHECK(lab_test::run("structure " + lab_test::write("one.toml", rising("6.8") + drive)).status == 0);
    for (const char* y : {"7.0", "-7.0", "20.0"}) {
        const std::string says = told(rising(y) + drive);
        CHECK_THAT(says, Catch::Contains("members[0].kind: deck \"AB\" is steeper than 1.73"));
        CHECK(std::count(says.begin(), says.end(), '\n') == 1);
    }
    // On the way, not only at its start; and what does not drive may be as steep as it likes.
    const std::string hill = head + joint("A", "0.0", "0.0") + joint("B", "4.0", "0.0") +
                             joint("C", "5.0", "2.0") + joint("D", "9.0", "2.0") + member("A", "B") +
                             member("B", "C") + member("C", "D");
    CHECK_THAT(told(hill + drive), Catch::Contains("members[1].kind: deck \"BC\" is steeper"));
    CHECK(lab_test::run("structure " + lab_test::write("one.toml", hill)).status == 0);
    // A wall beside the road is no road.
    const std::string wall = span + joint("C", "4.0", "3.0") + member("B", "C");
    CHECK(lab_test::run("structure " + lab_test::write("one.toml", wall + drive)).status == 0);
}

TEST_CASE("what is wrong with a netlist as a whole is told where it begins") {
    CHECK(netlistTold("t\n* a\nV1 1 2 1\nR1 1 2 1k\n") ==
          ":3: v1: no element is connected to node 0, the earth\n");
    CHECK(netlistTold("") == ":1: the netlist has no element\n");
    CHECK(netlistTold("t\n.op\n") == ":1: the netlist has no element\n");
    CHECK(netlistTold("t\nV1 1 0 1\nR1 1 0 1\n  .TRAN 1n 1000\n.print tran v(1)\n") ==
          ":4: .tran: the answer would hold more than 20000000 numbers\n");
    const std::string hard = "t\nV1 1 0 1000\nD1 1 0 m\n.model m D(is=1e-14)\n";
    CHECK(netlistTold(hard) == ":3: d1: no solution was found\n");
    CHECK(netlistTold(hard + "D2 1 0 m\n") == ":3: d1: no solution was found; not linear are d1, d2\n");
}
