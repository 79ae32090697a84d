// What the bench says of what breaks, of what falls, and of loads that nothing holds.
#include <catch2/catch.hpp>
#include <cmath>
#include <nlohmann/json.hpp>

#include "bench_file.h"
#include "program.h"

using namespace vonk;
using nlohmann::json;

namespace {

// 7850 kg/m³ and 0.01 m²: 770.085 N/m. EI = 6 MN·m².
const std::string head = R"([materials.steel]
young = 200e9
density = 7850
yield = 1e9
[sections.tube]
area = 1.0e-2
inertia = 3.0e-5
modulus = 3.0e-4
)";
constexpr double per_metre = 7850.0 * 1e-2 * 9.81;

std::string beam(const std::string& kind, const std::string& left = "xy", const std::string& right = "y") {
    return head + joint("A", 0, 0, left) + joint("B", 6, 0, right) + member("A", "B", kind);
}

std::string removal(const std::string& id) {
    return "[[removals]]\nmember = \"" + id + "\"\n";
}

lab_test::Output runOf(const std::string& text, const std::string& options) {
    return lab_test::run("structure " + options + " " + lab_test::write("damage.toml", text));
}

json answerOf(const std::string& text) {
    const lab_test::Output output = runOf(text, "--json");
    INFO(output.errors);
    REQUIRE(output.status == 0);
    return json::parse(output.out);
}

}  // namespace

TEST_CASE("supports of every kind bear the halves of the last member that held them") {
    for (const auto& [left, right] : {std::pair{"xy", "y"}, std::pair{"xy", "xy"}, std::pair{"y", "xy"}}) {
        INFO(left << " and " << right);
        const json answer = answerOf(beam("bar", left, right) + "[course]\nseconds = 25.0\n" + removal("AB"));
        const json& end = answer.at("course").at("end");
        CHECK(end.at("lost") == false);
        REQUIRE(end.at("reactions").size() == 2);
        for (const json& row : end["reactions"]) {
            CHECK(row.at("y_n").get<double>() == Approx(3.0 * per_metre).epsilon(0.005));
            CHECK(row.at("x_n").get<double>() == Approx(0.0).margin(0.005 * per_metre));
        }
    }
}

TEST_CASE("the speed at the end is that of halves that hang too") {
    // Both joints are supports and move no more. Nothing swings faster than what falls by half a half.
    const std::string removed = removal("AB");
    const json swings = answerOf(beam("bar") + "[course]\nseconds = 1.0\n" + removed);
    const double early = swings.at("course").at("end").at("speed_m_s");
    CHECK(early > 0.5);
    CHECK(early < std::sqrt(2.0 * 9.81 * 1.5));
    const json rests = answerOf(beam("bar") + "[course]\nseconds = 60.0\n" + removed);
    CHECK(rests.at("course").at("end").at("speed_m_s") < 2e-3);
    // A rope's links hang from each other.
    const json rope = answerOf(beam("cable", "xy", "xy") + "[course]\nseconds = 1.0\n" + removed);
    CHECK(rope.at("course").at("end").at("speed_m_s") > 0.5);
}

TEST_CASE("what breaks under wheels was used up, and the end waits for its halves") {
    for (const double load : {21e3, 1000e3}) {
        for (const double speed : {1.0, 10.0}) {
            INFO(load << " kg at " << speed << " m/s");
            const json drive = answerOf(beam("deck") + "[drive]\naxles = [[0.0, " + std::to_string(load) +
                                        "]]\nspeed = " + std::to_string(speed) + "\nbreak = true\n")
                                   .at("drive");
            REQUIRE(drive.at("broke").size() == 1);
            CHECK(drive["broke"][0].at("cause") == "bending");
            const json& row = drive.at("members")[0];
            CHECK(row.at("use").get<double>() >= 1.0);
            // Nothing pulls along a beam between a pin and a roller.
            CHECK(row.at("moment_nm").get<double>() / 3e-4 / 1e9 >= 0.95);
        }
    }
    // At 1 m/s nothing falls on the halves, and both supports bear one.
    const json end = answerOf(beam("deck") + "[drive]\naxles = [[0.0, 21e3]]\nspeed = 1.0\nbreak = true\n")
                         .at("drive")
                         .at("end");
    CHECK(end.at("speed_m_s") < 1e-3);
    for (const json& row : end.at("reactions")) {
        CHECK(row.at("y_n").get<double>() == Approx(3.0 * per_metre).epsilon(0.005));
        CHECK(row.at("x_n").get<double>() == Approx(0.0).margin(0.005 * per_metre));
    }
}

TEST_CASE("a load on a joint that has lost all its members is gone with them") {
    const json answer = answerOf(
        beam("bar") + "[[loads]]\njoint = \"B\"\nfx = 5000.0\n[course]\nseconds = 10.0\n" + removal("AB"));
    const json& end = answer.at("course").at("end");
    CHECK(end.at("lost") == false);
    CHECK(std::fabs(end.at("joints")[1].at("dx_m").get<double>()) < 1e-3);
}

TEST_CASE("what is lost keeps the numbers of the moment before, with a road and without") {
    for (const char* kind : {"bar", "deck"}) {
        INFO(kind);
        // Three triangles without one bar too many.
        const std::string truss = head + joint("A", 0, 0, "xy") + joint("B", 4, 0) + joint("C", 8, 0, "y") +
                                  joint("D", 2, 3) + joint("E", 6, 3) + member("A", "B", kind) +
                                  member("B", "C", kind) + member("A", "D") + member("D", "B") +
                                  member("B", "E") + member("E", "C") + member("D", "E");
        const json answer = answerOf(truss + "[course]\nseconds = 10.0\n" + removal("AB"));
        const json& end = answer.at("course").at("end");
        CHECK(end.at("lost") == true);
        for (std::size_t i = 0; i < 2; ++i)
            CHECK(end["reactions"][i]["y_n"].get<double>() ==
                  Approx(answer["reactions"][i]["y_n"].get<double>()).epsilon(1e-6));
        for (std::size_t i = 0; i < answer["members"].size(); ++i) {
            CHECK(end["members"][i]["stands"] == false);
            CHECK(end["members"][i]["axial_n"].get<double>() ==
                  Approx(answer["members"][i]["axial_n"].get<double>()).epsilon(1e-6));
        }
    }
}

TEST_CASE("a removal is called so, and each member is removed once") {
    const std::string course = "[course]\nseconds = 1.0\n";
    const json answer = answerOf(beam("bar") + course + removal("AB"));
    REQUIRE(answer["course"]["broke"].size() == 1);
    CHECK(answer["course"]["broke"][0]["cause"] == "removal");
    const lab_test::Output twice = runOf(beam("bar") + course + removal("AB") + removal("AB"), "--json");
    CHECK(twice.status == 2);
    CHECK_THAT(twice.errors, Catch::Contains("removals[1].member: \"AB\" is removed already"));
}

TEST_CASE("loads beyond all measure are an overload, and no mechanism") {
    for (const char* force : {"1e12", "-1e12"}) {
        const std::string text = beam("bar") + "[[loads]]\njoint = \"B\"\nfx = " + force + "\n";
        const json answer = answerOf(text);
        CHECK(answer.at("mechanism").is_null());
        CHECK(answer.at("overload").at("joints") == json{"B"});
        CHECK(answer.at("members").empty());
        CHECK_THAT(runOf(text, "").out, Catch::StartsWith("Overloaded"));
    }
    const json hanging = answerOf(head + joint("A", 0, 0, "xy") + joint("B", 6, 0) + member("A", "B"));
    CHECK(hanging.at("overload").is_null());
    CHECK(hanging.at("mechanism").at("joints") == json{"B"});
    CHECK(answerOf(beam("bar")).at("overload").is_null());
}

TEST_CASE("a chain of cables hangs as a catenary, however stiff they are") {
    for (const char* young : {"200e9", "200e12", "1e15"}) {
        for (const int links : {16, 40}) {
            INFO(young << " Pa, " << links << " cables");
            // On the catenary y = 5·cosh(x/5) from −8 to 8 m: the pull across is w·5 everywhere.
            std::string chain =
                "[materials.steel]\nyoung = " + std::string(young) +
                "\ndensity = 7850\nyield = 1e9\n[sections.tube]\narea = 1e-4\ninertia = 1e-6\n";
            const double half = 5.0 * std::sinh(1.6);
            for (int i = 0; i <= links; ++i) {
                const double x = 5.0 * std::asinh((2.0 * half * i / links - half) / 5.0);
                chain += joint("P" + std::to_string(i), x, 5.0 * std::cosh(x / 5.0) - 5.0,
                               i == 0 || i == links ? "xy" : "");
            }
            for (int i = 0; i < links; ++i)
                chain += member("P" + std::to_string(i), "P" + std::to_string(i + 1), "cable");
            const json answer = answerOf(chain);
            REQUIRE(answer.at("mechanism").is_null());
            REQUIRE(answer.at("overload").is_null());
            const double pull = 7850.0 * 1e-4 * 9.81 * 5.0;
            CHECK(answer["reactions"][1]["x_n"].get<double>() == Approx(pull).epsilon(0.01));
        }
    }
}

TEST_CASE("a drive tells the moment, the use and the sag of the deck, and so does the end of a course") {
    // P·L/4 + wL²/8, P·L³/48EI + 5wL⁴/384EI.
    const double load = 4000.0 * 9.81, ei = 6e6;
    const double moment = load * 6.0 / 4.0 + per_metre * 36.0 / 8.0;
    const double sag = load * 216.0 / (48.0 * ei) + 5.0 * per_metre * 1296.0 / (384.0 * ei);
    const std::string text = beam("deck") + "[drive]\naxles = [[0.0, 4000.0]]\nspeed = 0.5\n";
    const json peaks = answerOf(text).at("drive").at("members")[0];
    CHECK(peaks.at("moment_nm").get<double>() == Approx(moment).epsilon(0.01));
    CHECK(peaks.at("use").get<double>() == Approx(moment / 3e-4 / 1e9).epsilon(0.01));
    CHECK(peaks.at("sag_m").get<double>() == Approx(sag).epsilon(0.01));
    const lab_test::Output table = runOf(text, "");
    CHECK_THAT(table.out, Catch::Contains("sag mm"));
    const std::string course =
        beam("deck") + "[[loads]]\njoint = \"B\"\nfx = -500e3\n[course]\nseconds = 3.0\n";
    const json end = answerOf(course).at("course").at("end");
    // Under thrust: w·L²/8·2(sec u − 1)/u², u = L/2·√(N/EI).
    const double u = 3.0 * std::sqrt(500e3 / ei);
    const json& row = end.at("members")[0];
    CHECK(row.at("moment_nm").get<double>() ==
          Approx(per_metre * 36.0 / 8.0 * 2.0 * (1.0 / std::cos(u) - 1.0) / (u * u)).epsilon(1e-3));
    CHECK(row.at("governs") == "buckling");
    CHECK(row.at("use").get<double>() == Approx(500e3 * 36.0 / (9.8696 * ei)).epsilon(1e-3));
    CHECK(row.at("sag_m").get<double>() > 5.0 * per_metre * 1296.0 / (384.0 * ei));
    // The table has the reactions of the end too.
    const std::string out = runOf(course, "").out;
    CHECK(out.find("support") != out.rfind("support"));
}
