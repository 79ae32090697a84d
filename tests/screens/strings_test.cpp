// Every word that the screens ask for exists in every language of the exhibit, in letters that its fonts
// have, and no sentence is too long for children.
#include <algorithm>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "engine/core/reason.h"
#include "game/world/parts.h"
#include "game/world/vehicles.h"
#include "stage.h"

using namespace vonk;
using namespace vonk::screens;

namespace {

std::string contents(const std::filesystem::path& path) {
    std::ifstream file(path);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// Key (of its table alone) and text of each entry.
std::vector<std::pair<std::string, std::string>> textsOf(const std::string& language) {
    std::istringstream lines(
        contents(std::string(VONK_SOURCE_DIR) + "/assets/strings/" + language + ".toml"));
    std::vector<std::pair<std::string, std::string>> texts;
    std::string table;
    const std::regex head("\\[([^\\]]*)\\]"), entry("([a-z_-]+) = \"([^\"]*)\"");
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_match(line, match, head)) table = match[1];
        if (std::regex_match(line, match, entry)) texts.emplace_back(table + "." + match[1].str(), match[2]);
    }
    CHECK(texts.size() > 200);
    return texts;
}

std::string digits(const std::string& text) {
    std::string found;
    for (const char c : text)
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) found += c;
    std::ranges::sort(found);
    return found;
}

}  // namespace

TEST_CASE("each key written in the sources of the screens is in the tables") {
    const data::Strings strings = Stage::readStrings();
    const std::regex key(
        "\"((?:language|attract|choose|play|tile|part|number|scene|reason|failure|idea|result|star|talent|"
        "career|idle|engineer|show|history|"
        "goodbye)\\.[a-z_.-]*[a-z_-])\"");
    std::size_t found = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(VONK_SOURCE_DIR) + "/game/screens")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string text = contents(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), key), end; at != end; ++at) {
            const std::string name = (*at)[1];
            // Names of widgets are written the same way: those have no entry and are not asked for as text.
            const std::string before =
                text.substr(std::size_t(std::max<std::ptrdiff_t>(0, at->position() - 12)), 12);
            if (before.find("text(") == std::string::npos && before.find("format(") == std::string::npos)
                continue;
            ++found;
            for (const std::string& language : data::shippedLanguages()) {
                INFO(entry.path().filename() << ": " << name << " in " << language);
                CHECK(strings.has(language, name));
            }
        }
    }
    CHECK(found > 15);
}

TEST_CASE("every reason, part, vehicle, idea, star and talent has its words") {
    const data::Strings strings = Stage::readStrings();
    std::vector<std::string> keys;
    for (int id = 0; id < 100; ++id)
        if (const auto name = vonk::name(static_cast<ReasonId>(id)); !name.empty() && reasonFromName(name))
            keys.push_back("reason." + std::string(name));
    CHECK(keys.size() > 30);
    for (const world::PartRow& row : world::partRows()) keys.push_back("part." + std::string(row.key));
    for (const world::VehicleRow& row : world::vehicleRows())
        keys.push_back("vehicle." + std::string(row.key));
    for (const std::string_view idea : level::ideaNames()) keys.push_back("idea." + std::string(idea));
    keys.insert(keys.end(),
                {"idea.support-pole", "idea.share-cable", "failure.mast", "failure.leaf", "failure.sag"});
    // In the middle of a sentence no capital, but where the language wants one.
    for (const world::PartRow& row : world::partRows())
        if (row.member) keys.push_back("said." + std::string(row.key));
    for (const char* star : {"done_bridge", "done_lamp", "cost", "spare-strength", "touches", "cost_next",
                             "spare-strength_next", "touches_next", "cost_at", "spare-strength_at",
                             "spare-strength_at_plain", "touches_at", "spare-strength_next_plain"})
        keys.push_back(std::string("star.") + star);
    for (const char* word :
         {"title",      "state",         "part",         "voltage",    "current",    "circuit_assumptions",
          "nothing",    "no_run",        "most_used",    "pull",       "push",       "used",
          "governs_by", "bears",         "yield",        "buckling",   "bending",    "slack",
          "broken",     "balance",       "down",         "up",         "deflection", "moments",
          "deflected",  "against_place", "against_time", "assumptions"})
        keys.push_back(std::string("engineer.") + word);
    for (const char* talent : {"keeps_going", "thinks_ahead", "thrifty", "strong", "neat", "mends"}) {
        keys.push_back(std::string("talent.") + talent);
        keys.push_back(std::string("talent.") + talent + "_fact");
    }
    for (const level::Level& level : Stage::readLevels())
        for (const level::Career& career : level.careers)
            for (const char* part : {"name", "day", "surprise", "vmbo", "mbo", "hbo", "wo"})
                keys.push_back("career." + career.id + "." + part);
    for (const std::string& key : keys)
        for (const std::string& language : data::shippedLanguages()) {
            INFO(key << " in " << language);
            CHECK(strings.has(language, key));
        }
}

TEST_CASE("no sentence of the exhibit has more than twelve words") {
    for (const std::string& language : data::shippedLanguages())
        for (const auto& [key, text] : textsOf(language)) {
            std::istringstream sentence(text);
            int words = 0;
            for (std::string word; sentence >> word;) {
                ++words;
                if (word.ends_with('.') || word.ends_with('!') || word.ends_with('?')) words = 0;
                INFO(language << ", " << key << ": " << text);
                CHECK(words <= 12);
            }
        }
}

TEST_CASE("all tables have the same keys and the same placeholders") {
    const data::Strings strings = Stage::readStrings();
    for (const std::string& language : data::shippedLanguages())
        for (const Error& gap : strings.gaps(language)) {
            INFO(toString(gap));
            CHECK(false);
        }
}

TEST_CASE("levels are whole in every language, in sentences that children read") {
    for (const level::Level& level : Stage::readLevels()) {
        INFO(level.id);
        CHECK(level.untranslated.empty());
        CHECK(level.remarks.empty());
        std::vector<const level::Text*> texts{&level.title,   &level.story,     &level.task,     &level.idea,
                                              &level.mistake, &level.real.name, &level.real.fact};
        for (const level::Text& hint : level.hints) texts.push_back(&hint);
        for (const level::Text* text : texts)
            for (const auto& [language, words] : *text) {
                INFO(language << ": " << words);
                // Numbers are the same in every language, however they are parted.
                CHECK(digits(words) == digits(text->at("nl")));
            }
    }
}

TEST_CASE("nothing is left in another language by mistake") {
    // Words that a language has and the others have not.
    const std::map<std::string, std::set<std::string>> foreign = {
        {"de", {"de", "het", "een", "van", "the", "and", "of", "is", "le", "la", "les", "niet"}},
        {"fr",
         {"het", "een", "van", "the", "and", "of", "is", "der", "die", "das", "und", "ein", "ist", "niet"}}};
    for (const auto& [language, words] : foreign) {
        std::vector<std::pair<std::string, std::string>> texts = textsOf(language);
        for (const level::Level& level : Stage::readLevels()) {
            for (const level::Text* text :
                 {&level.title, &level.story, &level.task, &level.idea, &level.mistake, &level.real.fact})
                if (text->contains(language)) texts.emplace_back(level.id, text->at(language));
            for (const level::Text& hint : level.hints) texts.emplace_back(level.id, hint.at(language));
        }
        for (const auto& [key, text] : texts) {
            std::string word;
            for (const char c : text + ' ') {
                if (std::isalpha(static_cast<unsigned char>(c)) != 0 ||
                    static_cast<unsigned char>(c) >= 0x80) {
                    word += c;
                    continue;
                }
                INFO(language << ", " << key << ": " << text << " has " << word);
                CHECK_FALSE(words.contains(word));
                word.clear();
            }
        }
    }
}

TEST_CASE("whole sentences differ from those of every other language") {
    const auto dutch = textsOf("nl");
    for (const std::string& language : data::shippedLanguages()) {
        if (language == "nl") continue;
        const auto other = textsOf(language);
        for (const auto& [key, text] : dutch) {
            const auto same = std::ranges::find(other, key, [](const auto& entry) { return entry.first; });
            REQUIRE(same != other.end());
            if (std::ranges::count(text, ' ') < 2 || text.find('{') < 3) continue;
            INFO(language << ", " << key << ": " << text);
            CHECK(same->second != text);
        }
    }
}

TEST_CASE("the fonts have every character of every table and level") {
    const gfx::Fonts& fonts = Stage::graphics().fonts();
    std::string all;
    for (const std::string& language : data::shippedLanguages()) {
        for (const auto& [key, text] : textsOf(language)) all += text;
        all += data::formatMoney(-1234567.89, language) + data::formatNumber(1.0 / 0.0, 0, language);
    }
    for (const level::Level& level : Stage::readLevels()) {
        for (const level::Text* text :
             {&level.title, &level.story, &level.task, &level.mistake, &level.real.name, &level.real.fact})
            for (const auto& [language, words] : *text) all += words;
        for (const level::Text& hint : level.hints)
            for (const auto& [language, words] : hint) all += words;
    }
    // And what an author may write tomorrow.
    all += "äöüÄÖÜßẞéèêëàâîïôùûüÿçœæÉÈÊÀÂÎÔÙÇŒ«»„“”‚‘’…–—×−·€";
    std::set<char32_t> characters;
    for (const char32_t c : gfx::decodeUtf8(all))
        if (c != U'\n') characters.insert(c);
    CHECK(characters.size() > 80);
    for (const char32_t c : characters)
        for (const gfx::Font font : {gfx::Font::Text, gfx::Font::Plain, gfx::Font::Title}) {
            INFO("U+" << std::hex << std::uint32_t(c));
            CHECK(fonts.has(font, c));
        }
    CHECK_FALSE(fonts.has(gfx::Font::Text, U'\u4E00'));
}
