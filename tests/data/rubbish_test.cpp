#include <catch2/catch.hpp>

#include "engine/core/random.h"
#include "engine/data/config.h"
#include "engine/data/strings.h"
#include "engine/data/toml_file.h"

using namespace vonk;
using namespace vonk::data;

namespace {

// Some bytes of the text changed, cut, doubled or replaced by what TOML's grammar is made of.
std::string spoil(std::string text, Random& random) {
    static const std::string marks = "[]{}=.,\"'\\#\n\r\t +-_0123456789eEinfaTtrue:Zxob\x7F\x01\xC3\xA9\xFF";
    for (std::uint32_t i = 0, count = 1 + random.below(8); i < count && !text.empty(); ++i) {
        const std::size_t at = random.below(static_cast<std::uint32_t>(text.size()));
        switch (random.below(5)) {
            case 0:
                text[at] = marks[random.below(static_cast<std::uint32_t>(marks.size()))];
                break;
            case 1:
                text.erase(at, 1 + random.below(8));
                break;
            case 2:
                text.insert(at, 1, static_cast<char>(random.below(256)));
                break;
            case 3:
                text.resize(at);
                break;
            default:
                text.insert(at, text.substr(random.below(static_cast<std::uint32_t>(text.size())), 12));
        }
    }
    return text;
}

}  // namespace

TEST_CASE("spoilt files are read or refused with a reason, never a crash") {
    const Result<std::string> config =
        readTextFile(std::string(VONK_SOURCE_DIR) + "/kiosk-config/kiosk.toml", defaultTomlLimit);
    REQUIRE(config);
    const std::string every =
        "a = 1\nb.c = [1.5, +inf, nan, 0x1F, 0o7, 0b1, 1_000]\n[t.u]\nd = 1979-05-27T07:32:00Z\n'q' = "
        "\"\\u00e9\\n\"\n"
        "[[row]]\nx = {y = true, z = [{w = 'v'}]}\n[[row]]\ns = \"\"\"\nlong\n\"\"\"\nl = '''x'''\n";
    Random random(31);
    int read = 0, refused = 0;
    for (int round = 0; round < 20000; ++round) {
        const std::string text = spoil(round % 2 == 0 ? *config : every, random);
        const Result<Table> table = parseToml(text, "x.toml");
        table ? ++read : ++refused;
        if (!table) {
            REQUIRE_FALSE(table.error().empty());
            REQUIRE_FALSE(table.error().front().reason.empty());
            continue;
        }
        for (const std::string& key : table->keys()) {
            table->maybe<double>(key);
            table->tables(key);
            table->optionalTable(key).maybe<std::vector<double>>("c");
        }
        table->rejectUnknownKeys();
        const Result<Config> parsed = parseConfig(text, "x.toml");
        if (!parsed) REQUIRE_FALSE(parsed.error().empty());
        const Result<Strings> strings = Strings::parse({{"nl", text}, {"en", text}});
        if (!strings) REQUIRE_FALSE(strings.error().empty());
    }
    CHECK(read > 1000);
    CHECK(refused > 1000);
}

TEST_CASE("texts with any braces are formatted without end or crash") {
    Random random(8);
    const std::string marks = "{}|:a1 money\xC3\xA9";
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (std::uint32_t i = random.below(24); i > 0; --i)
            text += marks[random.below(static_cast<std::uint32_t>(marks.size()))];
        std::string mistake;
        placeholders(text, &mistake);
        CHECK(formatText(text, "nl", {{"a", 2.5}, {"m", "word"}}).size() < 1000);
    }
}
