#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "engine/data/lines.h"

using vonk::data::Lines;

TEST_CASE("a key is found again in its file by its line") {
    const auto path = std::filesystem::path(VONK_BINARY_DIR) / "tests" / "lines.toml";
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path)
        << "a = 1\nlist = [\n  3,\n  [4,\n 5],\n]\n[table]\nb = 2\n[[stars]]\n[[stars]]\nlimit = 1\n";
    const Lines lines(path.string());
    CHECK(lines.of("a") == 1);
    CHECK(lines.of("list[0]") == 3);
    CHECK(lines.of("list[1][1]") == 5);
    CHECK(lines.of("table.b") == 8);
    CHECK(lines.of("stars[1].limit") == 11);
    // What is missing is told by what is around it.
    CHECK(lines.of("table.c") == 7);
    CHECK(lines.of("stars[1].kind") == 10);
    CHECK(lines.of("stars[7].kind") == 9);
    CHECK(lines.of("list[") == 2);
    CHECK(lines.of("list[99999999999999999999]") == 2);
    CHECK(lines.of("a.b[0]") == 1);
    CHECK(lines.of("..") == 1);
    CHECK(Lines(path.string() + "x").of("a") == 0);
}
