#include <catch2/catch.hpp>

#include "engine/data/toml_file.h"

using namespace vonk;
using namespace vonk::data;

namespace {

Table parse(std::string_view text) {
    Result<Table> table = parseToml(text, "t.toml");
    INFO((table ? "" : toString(table.error().front())));
    REQUIRE(table);
    return *table;
}

std::vector<std::string> mistakes(const Table& table) {
    std::vector<std::string> lines;
    for (const Error& error : table.errors()) lines.push_back(toString(error));
    return lines;
}

std::string refusal(std::string_view text, std::size_t limit = defaultTomlLimit) {
    const Result<Table> table = parseToml(text, "t.toml", limit);
    REQUIRE_FALSE(table);
    REQUIRE(table.error().size() == 1);
    return toString(table.error().front());
}

}  // namespace

TEST_CASE("a TOML file is read by the kinds that the reader asks for") {
    const Table root = parse(R"(
whole = 3
real = 2.5
word = "brug"
yes = true
at = [1, 2.5]
list = [1, 2]
outline = [[0, 0], [1, 0]]
[inner]
deep = 4
[[row]]
id = "a"
[[row]]
id = "b"
)");
    CHECK(root.require<int>("whole") == 3);
    CHECK(root.require<double>("whole") == 3.0);
    CHECK(root.require<double>("real") == 2.5);
    CHECK(root.require<std::string>("word") == "brug");
    CHECK(root.require<bool>("yes"));
    CHECK(root.require<Vec2>("at") == Vec2{1, 2.5});
    CHECK(root.require<std::vector<double>>("list") == std::vector<double>{1, 2});
    CHECK(root.require<std::vector<Vec2>>("outline").at(1) == Vec2{1, 0});
    CHECK(root.table("inner").require<std::uint32_t>("deep") == 4);
    const std::vector<Table> rows = root.requireTables("row");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].require<std::string>("id") == "a");
    CHECK(rows[1].require<std::string>("id") == "b");
    CHECK(rows[1].line() == 13);
    CHECK(rows[1].path("id") == "row[1].id");
    CHECK(root.optional<double>("absent", 7.0) == 7.0);
    CHECK_FALSE(root.maybe<double>("absent"));
    CHECK(root.keys() ==
          std::vector<std::string>{"whole", "real", "word", "yes", "at", "list", "outline", "inner", "row"});
    root.rejectUnknownKeys();
    CHECK(root.ok());
}

TEST_CASE(
    "every mistake in a file is named by its line, its dotted key and the reason, in the order of the file") {
    const Table root = parse(R"(young = -1.0
name = 5
count = 2.5
big = 3000000000
[[members]]
from = "A"
kind = "rope"
surplus = 1
[[members]]
area = inf
length = [1, "x"]
)");
    const std::vector<Table> members = root.tables("members");
    members[0].requireOneOf<int>("kind", {{"bar", 1}, {"cable", 2}});
    members[0].require<std::string>("from");
    members[1].require<std::string>("from");
    members[1].require<double>("area", positive());
    members[1].require<std::vector<double>>("length");
    root.require<double>("young", positive());
    root.require<std::string>("name");
    root.require<int>("count");
    root.require<int>("big");
    root.rejectUnknownKeys();
    CHECK_FALSE(root.ok());
    CHECK(mistakes(root) == std::vector<std::string>{
                                "t.toml:1: young: must be more than 0, is -1",
                                "t.toml:2: name: text is needed, this is a whole number",
                                "t.toml:3: count: a whole number is needed, this is a number with a fraction",
                                "t.toml:4: big: out of range",
                                "t.toml:7: members[0].kind: \"rope\" is not one of bar, cable",
                                "t.toml:8: members[0].surplus: unknown key (known here: from, kind)",
                                "t.toml:9: members[1].from: is missing",
                                "t.toml:10: members[1].area: the number must be finite",
                                "t.toml:11: members[1].length[1]: a number is needed, this is text",
                            });
}

TEST_CASE("a missing table is named once and reads from it are silent") {
    const Table root = parse("x = 1\n");
    const Table inner = root.table("inner");
    CHECK_FALSE(inner.present());
    CHECK(inner.require<double>("a") == 0.0);
    CHECK(inner.table("b").require<int>("c") == 0);
    CHECK(inner.requireTables("d").empty());
    inner.rejectUnknownKeys();
    CHECK(mistakes(root) == std::vector<std::string>{"t.toml:1: inner: is missing"});
}

TEST_CASE("a reader adds mistakes of its own at a key, a table or an element") {
    const Table root = parse("a = 1\nlist = [\n 1,\n 2]\n[t]\n");
    root.refuse("a", "too few");
    root.refuseElement("list", 1, "odd");
    root.table("t").refuse("empty");
    CHECK(mistakes(root) ==
          std::vector<std::string>{"t.toml:1: a: too few", "t.toml:4: list[1]: odd", "t.toml:5: t: empty"});
}

TEST_CASE("keys below an ignored one are not unknown, keys of inline tables are") {
    const Table root = parse("skip = {a = 1, b = [{c = 2}]}\nrow = [{x = 1, y = 2}]\n");
    root.ignore("skip");
    for (const Table& row : root.tables("row")) row.require<int>("x");
    root.rejectUnknownKeys();
    CHECK(mistakes(root) == std::vector<std::string>{"t.toml:2: row[0].y: unknown key (known here: x)"});
}

TEST_CASE("a table where a list is wanted and a list where a table is wanted are refused") {
    const Table root = parse("[a]\n[[b]]\n");
    root.tables("a");
    root.table("b");
    CHECK(mistakes(root) ==
          std::vector<std::string>{"t.toml:1: a: a list of tables is needed, this is a table: write [[a]]",
                                   "t.toml:2: b: a table is needed, this is a list: write [b]"});
}

TEST_CASE("text that is not TOML is refused with the line") {
    // By the key of the line, where there is a plain one.
    CHECK(refusal("a = 1\n b.c = = 2\n").starts_with("t.toml:2: b.c: "));
    CHECK(refusal("a = 1\n\"b\\n\" = = 2\n").starts_with("t.toml:2: Error"));
    CHECK(refusal("a = 1\na = 2\n").starts_with("t.toml:2: "));
    CHECK(refusal("a = 99999999999999999999\n").starts_with("t.toml:1: "));
    CHECK(refusal("a = \"\n").starts_with("t.toml:1: "));
    CHECK(refusal(std::string_view("a = 1\n\0b", 8)) ==
          "t.toml:2: not a text file: it holds the control character 0");
    CHECK(refusal("a = 1\n\nb = \"\xC3\x28\"\n") == "t.toml:3: not a text file: invalid UTF-8");
    CHECK(refusal("a = \"\xED\xA0\x80\"\n") == "t.toml:1: not a text file: invalid UTF-8");
    CHECK(refusal("aaaaaaaaaaaa", 10) == "t.toml:1: larger than 10 bytes");
}

TEST_CASE("nesting that would exhaust the stack is refused before it is built") {
    std::string brackets = "\na = " + std::string(100000, '[');
    CHECK(refusal(brackets) == "t.toml:2: nested deeper than 32");
    std::string dotted = "a";
    for (int i = 0; i < 200000; ++i) dotted += ".a";
    CHECK(refusal(dotted + " = 1\n") == "t.toml:1: nested deeper than 32");
    CHECK(refusal("[" + dotted + "]\n") == "t.toml:1: nested deeper than 32");
    std::string quoted = "\"a\"";
    for (int i = 0; i < 100; ++i) quoted += " . 'a'";
    CHECK(refusal(quoted + " = 1\n") == "t.toml:1: nested deeper than 32");
    // Dots and brackets in strings and comments are no nesting.
    parse("a = \"" + std::string(100, '.') + std::string(100, '[') + "\" # " + std::string(100, '[') + "\n");
    parse("a = '''\n" + std::string(100, '[') + "\n'''\nb = \"\\\"" + std::string(100, '[') + "\"\n");
}

TEST_CASE("a file with thousands of mistakes names the first hundred and counts the rest") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "k" + std::to_string(i) + " = 1\n";
    const Table root = parse(text);
    root.rejectUnknownKeys();
    CHECK(root.errors().size() == 101);
    CHECK(root.errors().back().reason == "and 4900 more mistakes");
}

TEST_CASE("a path that is no readable file is refused, never waited for") {
    CHECK(toString(readToml("/nowhere/x.toml").error().front()) == "/nowhere/x.toml: there is no such file");
    CHECK(toString(readToml("/tmp").error().front()) == "/tmp: is a folder, not a file");
    CHECK(toString(readToml("/dev/zero").error().front()) == "/dev/zero: is not an ordinary file");
}
