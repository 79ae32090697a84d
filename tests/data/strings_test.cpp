#include "engine/data/strings.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

using namespace vonk;
using namespace vonk::data;

namespace {

std::vector<std::string> mistakes(const std::vector<std::pair<std::string, std::string>>& files) {
    std::vector<std::string> lines;
    const Result<Strings> strings = Strings::parse(files);
    if (!strings)
        for (const Error& error : strings.error()) lines.push_back(toString(error));
    return lines;
}

}  // namespace

TEST_CASE("placeholders are filled in by name, in the manner of the language") {
    CHECK(formatText("Plank van {length:1} m", "nl", {{"length", 2.55}}) == "Plank van 2,6 m");
    CHECK(formatText("{length:1} m long", "en", {{"length", 2.55}}) == "2.6 m long");
    CHECK(formatText("{a} en {b}", "nl", {{"a", "hout"}, {"b", std::string("staal")}}) == "hout en staal");
    CHECK(formatText("Kost {price:money}", "nl", {{"price", 1520}}) == "Kost €\u00A01\u2009520");
    CHECK(formatText("{n} {n|poging|pogingen}", "nl", {{"n", 1}}) == "1 poging");
    CHECK(formatText("{n} {n|poging|pogingen}", "nl", {{"n", 3}}) == "3 pogingen");
    CHECK(formatText("{n}", "nl", {{"n", 2.5}}) == "2,5");
    CHECK(formatText("{n}", "nl", {{"n", 0.126}}) == "0,13");
    CHECK(formatText("{{x}} {y}", "nl", {{"x", 1}, {"y", 2}}) == "{x} 2");
}

TEST_CASE("a text whose placeholders cannot be filled stays readable") {
    CHECK(formatText("{a} {b:1}", "nl", {{"b", "word"}}) == "{a} {b:1}");
    CHECK(formatText("a } b { c", "nl", {}) == "a } b { c");
    CHECK(formatText("{", "nl", {}) == "{");
    CHECK(formatText("{a{b}", "nl", {{"b", 1}}) == "{a1");
}

TEST_CASE("placeholders of a text are listed, braces without sense are named") {
    std::string mistake;
    CHECK(placeholders("{b} {a:2} {b|x|y} {{c}}", &mistake) == std::vector<std::string>{"a", "b"});
    CHECK(mistake.empty());
    for (const char* text : {"{", "}", "{}", "{A}", "{a:9}", "{a:x}", "{a|b}", "{a|b|c|d}", "{a b}"}) {
        mistake.clear();
        placeholders(text, &mistake);
        INFO(text);
        CHECK_FALSE(mistake.empty());
    }
}

TEST_CASE("numbers are written as readers of the language expect") {
    CHECK(formatNumber(1520, 0, "nl") == "1\u2009520");
    CHECK(formatNumber(1234567.891, 2, "nl") == "1\u2009234\u2009567,89");
    CHECK(formatNumber(1234567.891, 2, "en") == "1\u2009234\u2009567.89");
    CHECK(formatNumber(-0.5, 1, "nl") == "\u22120,5");
    CHECK(formatNumber(-0.04, 1, "nl") == "0,0");
    CHECK(formatNumber(2.675, 2, "nl") == "2,68");
    CHECK(formatNumber(0.5, 0, "nl") == "1");
    CHECK(formatNumber(999.96, 1, "nl") == "1\u2009000,0");
    CHECK(formatNumber(std::nan(""), 1, "nl") == "\u2013");
    CHECK(formatNumber(std::numeric_limits<double>::infinity(), 1, "nl") == "\u2013");
    CHECK(formatNumber(1e300, 0, "nl").size() > 300);
    CHECK(formatMoney(1520, "nl") == "€\u00A01\u2009520");
    CHECK(formatMoney(2.5, "nl") == "€\u00A02,50");
    CHECK(formatMoney(-3, "nl") == "€\u00A0\u22123");
    CHECK(formatMoney(1520, "en") == "€1\u2009520");
    // As Germans and the French write it: a point, and a narrow space that does not break.
    CHECK(formatNumber(1234567.891, 2, "de") == "1.234.567,89");
    CHECK(formatNumber(1234567.891, 2, "fr") == "1\u202F234\u202F567,89");
    CHECK(formatNumber(-1.5, 1, "de") == "\u22121,5");
    CHECK(formatNumber(1.5, 1, "fr") == "1,5");
    CHECK(formatMoney(1234, "de") == "1.234\u00A0€");
    CHECK(formatMoney(1234, "fr") == "1\u202F234\u00A0€");
    CHECK(formatMoney(2.5, "de") == "2,50\u00A0€");
    CHECK(formatMoney(-3, "fr") == "\u22123\u00A0€");
    CHECK(formatText("{x:1}× {m:money}", "de", {{"x", 1.5}, {"m", 1520}}) == "1,5× 1.520\u00A0€");
}

TEST_CASE("a gauge shows three significant digits") {
    CHECK(formatGauge(0, "nl") == "0");
    CHECK(formatGauge(0.12345, "nl") == "0,123");
    CHECK(formatGauge(0.0012345, "nl") == "0,00123");
    CHECK(formatGauge(1.2345, "nl") == "1,23");
    CHECK(formatGauge(12.345, "nl") == "12,3");
    CHECK(formatGauge(123.45, "en") == "123");
    CHECK(formatGauge(1234.5, "nl") == "1\u2009230");
    CHECK(formatGauge(999.9, "nl") == "1\u2009000");
    CHECK(formatGauge(9.999, "nl") == "10,0");
    CHECK(formatGauge(-56789, "nl") == "\u221256\u2009800");
    CHECK(formatGauge(1234.5, "de") == "1.230");
    CHECK(formatGauge(1.2345, "fr") == "1,23");
}

TEST_CASE("a text is found in its language, else in Dutch, else its key shows") {
    const Result<Strings> strings =
        Strings::parse({{"nl", "[play]\nstart = \"Start\"\ncost = \"Kosten: {x:money}\"\n"},
                        {"en", "[play]\nstart = \"Go\"\ncost = \"Cost: {x:money}\"\n"},
                        {"de", "play.start = \"Los\"\n"}});
    REQUIRE(strings);
    CHECK(strings->languages() == std::vector<std::string>{"de", "en", "nl"});
    CHECK(strings->text("en", "play.start") == "Go");
    CHECK(strings->text("de", "play.start") == "Los");
    CHECK(strings->text("de", "play.cost") == "Kosten: {x:money}");
    CHECK(strings->text("fr", "play.start") == "Start");
    CHECK(strings->text("nl", "absent") == "absent");
    CHECK(strings->gaps("en").empty());
    REQUIRE(strings->gaps("de").size() == 1);
    CHECK(toString(strings->gaps("de").front()) == "de.toml: play.cost: is missing (nl.toml:3 has it)");
    CHECK(toString(strings->gaps("fr").front()) == "fr.toml: is missing");
    CHECK(strings->format("en", "play.cost", {{"x", 4.5}}) == "Cost: €4.50");
    CHECK(strings->has("de", "play.start"));
    CHECK_FALSE(strings->has("de", "play.cost"));
}

TEST_CASE("a required language that lacks a text or has other placeholders is named with its line") {
    CHECK(mistakes({{"nl", "a = \"x {n}\"\nb = \"y\"\n"}, {"en", "a = \"x {m}\"\nc = \"z\"\n"}}) ==
          std::vector<std::string>{"en.toml:1: a: placeholders are {m}, in nl.toml:1 they are {n}",
                                   "en.toml: b: is missing (nl.toml:2 has it)",
                                   "en.toml:2: c: is not in nl.toml"});
    CHECK(mistakes({{"nl", "a = \"x\"\n"}}) == std::vector<std::string>{"en.toml: is missing"});
    CHECK(mistakes({{"nl", "a = 5\n"}, {"en", "a = \"{\"\n"}}) ==
          std::vector<std::string>{"nl.toml:1: a: text is needed, this is a whole number",
                                   "en.toml:1: a: '{' is no placeholder"});
    CHECK(mistakes({{"nl", "a = \n"}, {"en", ""}}).size() == 1);
}

TEST_CASE("a folder without strings is refused") {
    REQUIRE_FALSE(Strings::read("/nowhere"));
    CHECK(Strings::read("/nowhere").error().front().file == "/nowhere");
}
