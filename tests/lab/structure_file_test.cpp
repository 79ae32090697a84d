// The file format of vonk-lab structure: what is answered, what is refused and how.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "bench_file.h"
#include "program.h"

using namespace vonk;
using nlohmann::json;

namespace {

const std::string head = R"([materials.steel]
young = 210e9
density = 7850
yield = 235e6
[sections.tube]
area = 1.0e-3
inertia = 1.0e-6
modulus = 2.0e-5
)";

std::string triangle() {
    return head + joint("A", 0, 0, "xy") + joint("B", 4, 0, "y") + joint("C", 2, 2) +
           member("A", "B", "deck") + member("B", "C") + member("C", "A");
}

json answerOf(const std::string& text) {
    const lab_test::Output output = lab_test::run("structure --json " + lab_test::write("case.toml", text));
    INFO(output.errors);
    REQUIRE(output.status == 0);
    return json::parse(output.out);
}

// The whole message, from the line on.
std::string refusal(const std::string& text) {
    const std::string path = lab_test::write("case.toml", text);
    const lab_test::Output output = lab_test::run("structure --json " + path);
    CHECK(output.status == 2);
    CHECK(output.out.empty());
    REQUIRE(output.errors.starts_with(path));
    return output.errors.substr(path.size());
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

std::vector<std::string> movable(const std::string& text) {
    return answerOf(text).at("mechanism").at("joints");
}

}  // namespace

TEST_CASE("the answer has every field of its format") {
    const json answer =
        answerOf(triangle() +
                 "[[loads]]\njoint = \"C\"\nfy = -1000.0\n[drive]\naxles = [[0.0, 100.0]]\nspeed = 3.0\n");
    CHECK(answer.at("mechanism").is_null());
    REQUIRE(answer.at("members").size() == 3);
    for (const char* key : {"id", "axial_n", "capacity_n", "use", "governs", "moment_nm"})
        CHECK(answer["members"][0].contains(key));
    CHECK(answer["members"][0]["governs"] == "bending");
    CHECK(answer["members"][1]["governs"] == "yield");
    // Half as thick a tube of the same steel buckles before it yields.
    CHECK(answerOf(replaced(triangle(), "inertia = 1.0e-6", "inertia = 2.0e-7"))["members"][1]["governs"] ==
          "buckling");
    REQUIRE(answer.at("joints").size() == 3);
    CHECK(answer["joints"][2]["dy_m"].get<double>() < 0.0);
    REQUIRE(answer.at("reactions").size() == 2);
    // Weight: 7.85 kg/m over 4 + 2·√8 m.
    const double weight = 7.85 * 9.81 * (4.0 + 2.0 * std::sqrt(8.0));
    CHECK(answer["reactions"][0]["y_n"].get<double>() + answer["reactions"][1]["y_n"].get<double>() ==
          Approx(1000.0 + weight));
    CHECK(answer.at("drive").at("members").size() == 3);
    CHECK(answer["drive"]["lowest_m"][0] == "C");
    CHECK(answer["drive"]["lowest_m"][1].get<double>() < 0.0);
    CHECK(answer["drive"]["broke"].empty());
    CHECK(answerOf(triangle()).at("drive").is_null());
}

TEST_CASE("a deck member alone is bent by its own weight as wL²/8, a sloping one by its run") {
    const double w = 7850.0 * 1e-3 * 9.81;
    CHECK(answerOf(triangle())["members"][0]["moment_nm"].get<double>() ==
          Approx(w * 16.0 / 8.0).epsilon(1e-3));
    const std::string slope =
        head + joint("A", 0, 0, "xy") + joint("B", 4, 3, "xy") + member("A", "B", "deck");
    CHECK(answerOf(slope)["members"][0]["moment_nm"].get<double>() ==
          Approx(w * 5.0 * 4.0 / 8.0).epsilon(1e-3));
}

TEST_CASE("a slack cable says so") {
    const std::string text = head + joint("A", 0, 0, "xy") + joint("B", 4, 0, "xy") + joint("C", 2, 2) +
                             joint("D", 2, 0, "xy") + member("A", "C") + member("B", "C") +
                             member("C", "D", "cable");
    const json answer = answerOf(text + "[[loads]]\njoint = \"C\"\nfy = -1e5\n");
    CHECK(answer["members"][2]["governs"] == "slack");
    CHECK(answer["members"][2]["axial_n"] == 0.0);
    CHECK(answer["members"][2]["use"] == 0.0);
}

TEST_CASE("mechanisms name the joints that can move, and only those") {
    const std::string square = head + joint("A", 0, 0, "xy") + joint("B", 2, 0, "xy") + joint("C", 2, 2) +
                               joint("D", 0, 2) + member("B", "C") + member("C", "D") + member("D", "A");
    CHECK(movable(square) == std::vector<std::string>{"C", "D"});
    CHECK(movable(square + "[[loads]]\njoint = \"D\"\nfx = 500.0\n") == std::vector<std::string>{"C", "D"});
    CHECK(movable("gravity = 0.0\n" + square) == std::vector<std::string>{"C", "D"});
    CHECK(answerOf(square + member("A", "C"))["mechanism"].is_null());
    // A triangle that stands, with a bar that dangles from it.
    CHECK(movable(triangle() + joint("E", 5, 3) + member("C", "E")) == std::vector<std::string>{"E"});
    // A part that touches nothing.
    CHECK(movable(triangle() + joint("F", 9, 0) + joint("G", 9, 2) + member("F", "G")) ==
          std::vector<std::string>{"F", "G"});
    CHECK(movable(triangle() + joint("H", 9, 9)) == std::vector<std::string>{"H"});
    // A strut in two pieces.
    CHECK(movable(head + joint("A", 0, 0, "xy") + joint("B", 0, 1) + joint("C", 0, 2, "x") +
                  member("A", "B") + member("B", "C")) == std::vector<std::string>{"B"});
    // A roller truss on two rollers slides.
    CHECK(movable(replaced(triangle(), "\"xy\"", "\"y\"")).size() == 3);
    // A bar that hangs down from a pin.
    CHECK(movable(head + joint("A", 0, 0, "xy") + joint("B", 0, -2) + member("A", "B")) ==
          std::vector<std::string>{"B"});
}

TEST_CASE("cables that would have to push hold nothing, cables that pull do") {
    const std::string square = head + joint("A", 0, 0, "xy") + joint("B", 2, 0, "xy") + joint("C", 2, 2) +
                               joint("D", 0, 2) + member("B", "C") + member("C", "D") + member("D", "A") +
                               member("A", "C", "cable");
    const std::string push = "[[loads]]\njoint = \"D\"\nfx = -1000.0\n",
                      pull = "[[loads]]\njoint = \"D\"\nfx = 1000.0\n";
    CHECK(movable(square + push) == std::vector<std::string>{"C", "D"});
    CHECK(answerOf(square + pull)["mechanism"].is_null());
    CHECK(answerOf(square)["mechanism"].is_null());
    CHECK(answerOf("gravity = 0.0\n" + square)["mechanism"].is_null());
    CHECK(answerOf(square + member("B", "D", "cable") + push)["mechanism"].is_null());
    const std::string tent = head + joint("A", 0, 0, "xy") + joint("B", 4, 0, "xy") + joint("C", 2, 1) +
                             member("A", "C", "cable") + member("C", "B", "cable");
    CHECK(movable(tent) == std::vector<std::string>{"C"});
    CHECK(answerOf(replaced(tent, "y = 1.0", "y = -1.0"))["mechanism"].is_null());
}

TEST_CASE("a mechanism has no forces to tell") {
    const json answer = answerOf(head + joint("A", 0, 0, "xy") + joint("B", 0, -2) + member("A", "B"));
    CHECK(answer["members"].empty());
    CHECK(answer["reactions"].empty());
    CHECK(answer["drive"].is_null());
}

TEST_CASE("a chain of cables that its sag holds is a structure") {
    std::string chain = head + joint("P0", 0, 0, "xy") + joint("P8", 16, 0, "xy");
    for (int i = 1; i < 8; ++i)
        chain += joint("P" + std::to_string(i), 2.0 * i, -3.0 + 0.1875 * (i - 4) * (i - 4));
    for (int i = 0; i < 8; ++i)
        chain += member("P" + std::to_string(i), "P" + std::to_string(i + 1), "cable");
    for (const char* more : {"", "[[loads]]\njoint = \"P2\"\nfy = -5000.0\n",
                             "[[loads]]\njoint = \"P4\"\nfx = 800.0\nfy = -100.0\n"}) {
        const json answer = answerOf(chain + more);
        REQUIRE(answer["mechanism"].is_null());
        // The horizontal pull is the same in every link: equilibrium of each joint.
        double up = 0.0;
        for (const json& reaction : answer["reactions"]) up += reaction["y_n"].get<double>();
        CHECK(up > 0.0);
        for (const json& row : answer["members"]) CHECK(row["axial_n"].get<double>() > 0.0);
    }
}

TEST_CASE("a shallow cable under one load stands where statics says") {
    // A straight cable of 10 m, 1 kN in the middle: with T = EA·ε, 2·T·sin(a) = P and cos(a) = 1/(1 + ε).
    const std::string text = "gravity = 0.0\n" + head + joint("A", 0, 0, "xy") + joint("B", 5, 0) +
                             joint("C", 10, 0, "xy") + member("A", "B", "cable") + member("B", "C", "cable") +
                             "[[loads]]\njoint = \"B\"\nfy = -1000.0\n";
    const json answer = answerOf(text);
    REQUIRE(answer["mechanism"].is_null());
    const double ea = 210e9 * 1e-3;
    double sag = 0.1;
    for (int i = 0; i < 200; ++i) {
        const double length = std::sqrt(25.0 + sag * sag);
        const double tension = ea * (length - 5.0) / 5.0;
        sag *= std::cbrt(1000.0 / (2.0 * tension * sag / length));
    }
    CHECK(answer["joints"][1]["dy_m"].get<double>() == Approx(-sag).epsilon(1e-6));
}

TEST_CASE("each mistake is refused at its line and key") {
    const std::string good = triangle();
    struct Case {
        const char* what;
        const char* by;
        const char* says;
    };
    // Line 1 is [materials.steel], 9 the first joint, 23 the first member.
    const std::vector<Case> cases = {
        {"young = 210e9", "young = -1.0", ":2: materials.steel.young: "},
        {"young = 210e9", "young = nan", ":2: materials.steel.young: "},
        {"young = 210e9", "young = inf", ":2: materials.steel.young: "},
        {"young = 210e9", "young = 1e300", ":2: materials.steel.young: "},
        {"young = 210e9", "young = \"stiff\"", ":2: materials.steel.young: "},
        {"young = 210e9\n", "", ":1: materials.steel.young: "},
        {"density = 7850", "density = -1", ":3: materials.steel.density: "},
        {"yield = 235e6", "yield = 0", ":4: materials.steel.yield: "},
        {"area = 1.0e-3", "area = -1.0e-3", ":6: sections.tube.area: "},
        {"area = 1.0e-3", "area = 0", ":6: sections.tube.area: "},
        {"inertia = 1.0e-6", "inertia = -1e-6", ":7: sections.tube.inertia: "},
        {"modulus = 2.0e-5", "modulus = -2.0e-5", ":8: sections.tube.modulus: "},
        {"modulus = 2.0e-5", "modulos = 2.0e-5", ":8: sections.tube.modulos: "},
        {"id = \"B\"", "id = \"A\"", ":15: joints[1].id: "},
        {"id = \"B\"", "id = \"\"", ":15: joints[1].id: "},
        {"x = 4.000000\ny = 0.000000", "x = 0.0\ny = 0.0", ":16: joints[1].x: "},
        {"x = 4.000000", "x = 1e9", ":16: joints[1].x: "},
        {"fixed = \"xy\"", "fixed = \"yx\"", ":13: joints[0].fixed: "},
        {"from = \"A\"", "from = \"Q\"", "members[0].from: there is no joint \"Q\""},
        {"to = \"B\"", "to = \"A\"", "members[0].to: "},
        {"id = \"BC\"", "id = \"AB\"", "members[1].id: "},
        {"material = \"steel\"", "material = \"wood\"", "members[0].material: there is no material \"wood\""},
        {"section = \"tube\"", "section = \"plank\"", "members[0].section: there is no section \"plank\""},
        {"kind = \"deck\"", "kind = \"road\"", "members[0].kind: "},
        {"kind = \"deck\"", "kind = \"deck\"\ncolour = \"red\"", "members[0].colour: "},
    };
    for (const Case& c : cases) {
        INFO(c.what << " -> " << c.by);
        CHECK_THAT(refusal(replaced(good, c.what, c.by)), Catch::Contains(c.says));
    }
    CHECK_THAT(refusal("colour = 1\n" + good), Catch::Contains(":1: colour: "));
    CHECK_THAT(refusal("gravity = -9.81\n" + good), Catch::Contains(":1: gravity: "));
    CHECK_THAT(refusal(good + "[[loads]]\njoint = \"Z\"\nfy = 1.0\n"),
               Catch::Contains("loads[0].joint: there is no joint \"Z\""));
    CHECK_THAT(refusal(good + "[[loads]]\njoint = \"C\"\n"), Catch::Contains("loads[0].fy: "));
    CHECK_THAT(refusal(good + "[[loads]]\njoint = \"C\"\nfy = 1e30\n"), Catch::Contains("loads[0].fy: "));
    CHECK_THAT(refusal(head), Catch::Contains("joints: "));
    CHECK_THAT(refusal(replaced(good, "inertia = 1.0e-6", "inertia = 0.0")),
               Catch::Contains("members[0].section: "));
}

TEST_CASE("a drive that cannot be driven is refused") {
    const std::string good = triangle();
    CHECK_THAT(refusal(good + "[drive]\nspeed = 3.0\n"), Catch::Contains("drive.axles: "));
    CHECK_THAT(refusal(good + "[drive]\nspeed = 0.0\naxles = [[0.0, 1.0]]\n"),
               Catch::Contains("drive.speed: "));
    CHECK_THAT(refusal(good + "[drive]\nspeed = nan\naxles = [[0.0, 1.0]]\n"),
               Catch::Contains("drive.speed: "));
    CHECK_THAT(refusal(good + "[drive]\nspeed = 3.0\naxles = []\n"), Catch::Contains("drive.axles: "));
    CHECK_THAT(refusal(good + "[drive]\nspeed = 3.0\naxles = [[0.0]]\n"), Catch::Contains("drive.axles"));
    CHECK_THAT(refusal(good + "[drive]\nspeed = 3.0\naxles = [[-1.0, 5.0]]\n"),
               Catch::Contains("drive.axles"));
    CHECK_THAT(refusal(good + "[drive]\nspeed = 3.0\naxles = [[0.0, -5.0]]\n"),
               Catch::Contains("drive.axles"));
    CHECK_THAT(refusal(good + "[drive]\nspeed = 3.0\naxles = [[0.0, inf]]\n"),
               Catch::Contains("drive.axles"));
    CHECK_THAT(refusal(good + "[drive]\nspeed = 3.0\naxles = [[0.0, 5.0]]\nwind = 3\n"),
               Catch::Contains("drive.wind: "));
    CHECK_THAT(
        refusal(replaced(good, "\"deck\"", "\"bar\"") + "[drive]\nspeed = 3.0\naxles = [[0.0, 5.0]]\n"),
        Catch::Contains("drive: there is no member of kind \"deck\""));
}

TEST_CASE("files that are no files are refused") {
    CHECK(lab_test::run("structure /nowhere/at/all.toml").status == 2);
    CHECK(lab_test::run("structure /").status == 2);
    CHECK(lab_test::run("structure /dev/null").status == 2);
    CHECK(lab_test::run("structure").status == 2);
    CHECK(lab_test::run("bridges x")
              .errors.starts_with("vonk-lab: 'bridges' is no command; there are: structure"));
    CHECK(lab_test::run("circuit \"\"").errors.starts_with("vonk-lab circuit: FILE: is empty"));
    CHECK(lab_test::run("--version").out.starts_with("vonk-lab "));
    refusal(std::string("\x00\x01\x02\xff\xfe rubbish", 14));
    refusal(triangle().substr(0, 300) + "[[");
    refusal("");
}

TEST_CASE("a heavy truck breaks a weak deck by bending, and the answer says when") {
    const json answer =
        answerOf(triangle() + "[drive]\naxles = [[0.0, 2000.0]]\nspeed = 2.0\nbreak = true\n");
    REQUIRE_FALSE(answer["drive"]["broke"].empty());
    CHECK(answer["drive"]["broke"][0]["member"] == "AB");
    CHECK(answer["drive"]["broke"][0]["cause"] == "bending");
    CHECK(answer["drive"]["broke"][0]["t_s"].get<double>() > 0.0);
    const json spared =
        answerOf(triangle() + "[drive]\naxles = [[0.0, 2000.0]]\nspeed = 2.0\nbreak = false\n");
    CHECK(spared["drive"]["broke"].empty());
}

TEST_CASE("a course in time answers with what breaks, what stands and where the joints were") {
    // A crossed square: redundant by one.
    const std::string square = head + joint("A", 0, 0, "xy") + joint("B", 3, 0, "xy") + joint("C", 3, 3) +
                               joint("D", 0, 3) + member("B", "C") + member("C", "D") + member("D", "A") +
                               member("A", "C") + member("B", "D");
    const json still = answerOf(square + "[[loads]]\njoint = \"C\"\nfx = 2000.0\n");
    CHECK(still.at("course").is_null());
    const json answer = answerOf(square +
                                 "[[loads]]\njoint = \"C\"\nfx = 2000.0\n[course]\nseconds = 20.0\nrecord = "
                                 "[\"C\"]\n[[removals]]\nmember = \"BD\"\nat = 1.0\n");
    const json& course = answer.at("course");
    REQUIRE(course.at("broke").size() == 1);
    CHECK(course["broke"][0]["member"] == "BD");
    CHECK(course["broke"][0]["t_s"].get<double>() == Approx(1.0).margin(0.01));
    const json& end = course.at("end");
    CHECK(end.at("lost") == false);
    CHECK(end.at("speed_m_s").get<double>() < 1e-3);
    for (const json& row : end.at("members")) CHECK(row.at("stands") == (row.at("id") != "BD"));
    // Without the other diagonal A–C takes all of it, √2 of the load; halves of bars weigh on C and D.
    double ac = 0.0;
    for (const json& row : end["members"])
        if (row["id"] == "AC") ac = row["axial_n"];
    CHECK(ac == Approx(2000.0 * std::sqrt(2.0)).epsilon(0.005));
    REQUIRE(course.at("t_s").size() == 2401);
    REQUIRE(course.at("history").size() == 1);
    CHECK(course["history"][0]["dy_m"].size() == 2401);
    CHECK(course["history"][0]["dx_m"][60].get<double>() ==
          Approx(still["joints"][2]["dx_m"].get<double>()).epsilon(0.01));
}

TEST_CASE("a step load overshoots in time, pulses have their weight for a mean") {
    const std::string plain = replaced(triangle(), "[materials", "gravity = 0\ndamping = 0.0\n[materials");
    const json step = answerOf(plain +
                               "[course]\nseconds = 1.0\nrecord = [\"C\"]\n[[steps]]\njoint = \"C\"\nfy = "
                               "-1000.0\nat = 0.25\n");
    const json& y = step.at("course").at("history")[0].at("dy_m");
    CHECK(y[29].get<double>() == Approx(0.0).margin(1e-12));
    CHECK(y[120].get<double>() < 0.0);
    const json jump =
        answerOf(plain +
                 "[course]\nseconds = 10.0\nrecord = [\"C\"]\n[[pulses]]\njoint = \"C\"\nweight "
                 "= 700.0\nfrequency = 2.0\ncontact = 0.4\n");
    const json steady = answerOf(plain + "[[loads]]\njoint = \"C\"\nfy = -700.0\n");
    double sum = 0.0, deepest = 0.0;
    const json& places = jump.at("course").at("history")[0].at("dy_m");
    for (std::size_t i = 601; i < 1201; ++i) {
        sum += places[i].get<double>() / 600.0;
        deepest = std::min(deepest, places[i].get<double>());
    }
    const double rest = steady.at("joints")[2].at("dy_m");
    CHECK(sum == Approx(rest).epsilon(0.01));
    CHECK(deepest < 3.5 * rest);  // π/(2·0.4) = 3.9 times, on a stiff structure
    CHECK(deepest > 4.5 * rest);
}

TEST_CASE("a drive that breaks a structure answers what stands in the end") {
    const json answer =
        answerOf(triangle() + "[drive]\naxles = [[0.0, 20000.0]]\nspeed = 3.0\nbreak = true\n");
    const json& end = answer.at("drive").at("end");
    CHECK_FALSE(answer["drive"]["broke"].empty());
    CHECK(end.contains("lost"));
    CHECK(answerOf(triangle() + "[drive]\naxles = [[0.0, 20.0]]\nspeed = 3.0\n")["drive"].contains("end") ==
          false);
}

TEST_CASE("a road with a gap and a road on two storeys are driven over") {
    const std::string gap = head + joint("A", 0, 0, "xy") + joint("B", 4, 0, "xy") + joint("C", 6, 0, "xy") +
                            joint("D", 9, 0, "xy") + member("A", "B", "deck") + member("C", "D", "deck");
    const std::string drive = "[drive]\naxles = [[0.0, 100.0]]\nspeed = 3.0\n";
    CHECK_FALSE(answerOf(gap + drive).at("drive").is_null());
    const std::string storeys = head + joint("A", 0, 0, "xy") + joint("B", 4, 0, "xy") +
                                joint("C", 1, 3, "xy") + joint("D", 5, 3, "xy") + member("A", "B", "deck") +
                                member("C", "D", "deck");
    CHECK_FALSE(answerOf(storeys + drive).at("drive").is_null());
}

TEST_CASE("mistakes in a course are named at their line") {
    const std::string course = "[course]\nseconds = 2.0\n";
    CHECK(refusal(triangle() + "[course]\n").find("seconds") != std::string::npos);
    CHECK(refusal(triangle() + "[course]\nseconds = nan\n").find("seconds") != std::string::npos);
    CHECK(refusal(triangle() + "[course]\nseconds = 1e9\n").find("seconds") != std::string::npos);
    CHECK(refusal(triangle() + course + "record = [\"X\"]\n").find("no joint \"X\"") != std::string::npos);
    CHECK(refusal(triangle() + course + "[[removals]]\nmember = \"X\"\n").find("no member \"X\"") !=
          std::string::npos);
    CHECK(refusal(triangle() + course + "[[removals]]\nmember = \"AB\"\nat = 3.0\n").find("at") !=
          std::string::npos);
    CHECK(refusal(triangle() + course + "[[steps]]\njoint = \"C\"\n").find("fx or fy") != std::string::npos);
    CHECK(refusal(triangle() + course + "[[pulses]]\njoint = \"C\"\nweight = 1.0\n").find("frequency") !=
          std::string::npos);
    CHECK(refusal(triangle() + course + "colour = 1\n").find("unknown") != std::string::npos);
    CHECK(refusal(triangle() + "[[removals]]\nmember = \"AB\"\n").find("[course]") != std::string::npos);
}

TEST_CASE("a key in the wrong place is told where it belongs, and not called unknown") {
    const std::string course = "[course]\nseconds = 2.0\n";
    const std::string drive = "[drive]\nspeed = 3.0\naxles = [[0.0, 5.0]]\n";
    struct Case {
        std::string text, says;
    };
    const std::string ab = "member = \"AB\"\n";
    const std::string c = "joint = \"C\"\n";
    for (const Case& row : std::vector<Case>{
             {triangle() + "[[removals]]\n" + ab, "removals: happens in time: needs a [course]"},
             {triangle() + drive + "[[steps]]\n" + c + "fy = 1.0\n",
              "steps: happens in time: needs a [course]"},
             {triangle() + "[[pulses]]\n" + c, "pulses: happens in time: needs a [course]"},
             {triangle() + drive + "record = [\"C\"]\n", "drive.record: belongs to a [course]"},
             {triangle() + drive + "[[drive.removals]]\n" + ab, "drive.removals: is a list of its own"},
             {triangle() + course + "[[course.steps]]\n" + c, "course.steps: is a list of its own"},
             {triangle() + course + "speed = 3.0\n", "course.speed: belongs to a [drive]"},
             {triangle() + "gravity = 0.0\n", "members[2].gravity: stands above the first [table]"},
             {triangle() + course + "damping = 0.0\n", "course.damping: stands above the first [table]"},
             {"seconds = 2.0\n" + triangle(), "seconds: stands in [course] or [drive]"},
             {triangle() + "[[loads]]\n" + c + "fy = 1.0\nat = 1.0\n", "loads[0].at: [[loads]] are there"},
             {triangle() + course + "[[removals]]\n" + c, "removals[0].joint: a `member` breaks"},
             {triangle() + course + "[[steps]]\n" + ab + "fy = 1.0\n",
              "steps[0].member: loads act on joints"},
             {triangle() + course + "[[pulses]]\n" + c + "weight = 1.0\nfrequency = 2.0\nfy = 1.0\n",
              "pulses[0].fy: a pulse has a `weight`"},
             {triangle() + "[loads]\n" + c + "fy = 1.0\n",
              "loads: a list of tables is needed, this is a table: write [[loads]]"},
             {triangle() + "[[course]]\nseconds = 2.0\n",
              "course: a table is needed, this is a list: write [course]"}}) {
        const std::string says = refusal(row.text);
        CHECK_THAT(says, Catch::Contains(row.says));
        CHECK_THAT(says, !Catch::Contains("unknown key"));
    }
}
