// Examples from textbooks and other programs, each a file in published/ with the numbers that its source
// prints beside it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/data/toml_file.h"
#include "program.h"

using namespace vonk;
using nlohmann::json;

namespace {

using Numbers = std::map<std::string, double>;

Numbers column(const json& rows, const char* name, const char* value) {
    Numbers numbers;
    for (const json& row : rows) numbers[row.at(name)] = row.at(value);
    return numbers;
}

void compare(const data::Table& expected, const char* kind, const Numbers& found, double tolerance) {
    const data::Table table = expected.optionalTable(kind);
    if (!table.present()) return;
    double largest = 0.0;
    for (const std::string& id : table.keys())
        largest = std::max(largest, std::fabs(table.require<double>(id)));
    for (const std::string& id : table.keys()) {
        INFO(kind << " of " << id);
        REQUIRE(found.count(id) == 1);
        CHECK(std::fabs(found.at(id) - table.require<double>(id)) <= tolerance * largest);
    }
}

}  // namespace

TEST_CASE("published examples come out as their sources say") {
    const std::filesystem::path folder = std::filesystem::path(VONK_SOURCE_DIR) / "tests/lab/published";
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string path = entry.path().string();
        if (path.ends_with(".expected.toml")) continue;
        INFO(path);
        const lab_test::Output output = lab_test::run("structure " + path + " --json");
        REQUIRE(output.status == 0);
        CHECK(output.errors.empty());
        const json answer = json::parse(output.out);
        REQUIRE(answer.at("mechanism").is_null());
        const auto expected = data::readToml(path.substr(0, path.size() - 5) + ".expected.toml");
        REQUIRE(expected);
        const double tolerance = expected->require<double>("tolerance");
        compare(*expected, "axial_n", column(answer.at("members"), "id", "axial_n"), tolerance);
        compare(*expected, "dx_m", column(answer.at("joints"), "id", "dx_m"), tolerance);
        compare(*expected, "dy_m", column(answer.at("joints"), "id", "dy_m"), tolerance);
        compare(*expected, "reaction_x_n", column(answer.at("reactions"), "joint", "x_n"), tolerance);
        compare(*expected, "reaction_y_n", column(answer.at("reactions"), "joint", "y_n"), tolerance);
        REQUIRE(expected->ok());
        ++count;
    }
    CHECK(count >= 7);
}
