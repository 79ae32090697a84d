// Every word that the screens ask for exists in every required language, and no sentence is too long for
// children.
#include <algorithm>
#include <fstream>
#include <regex>
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
            for (const char* language : {"nl", "en"}) {
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
        for (const char* language : {"nl", "en"}) {
            INFO(key << " in " << language);
            CHECK(strings.has(language, key));
        }
}

TEST_CASE("no sentence of the exhibit has more than twelve words") {
    for (const char* language : {"nl", "en"}) {
        const std::string text =
            contents(std::string(VONK_SOURCE_DIR) + "/assets/strings/" + language + ".toml");
        const std::regex value("= \"([^\"]*)\"");
        for (std::sregex_iterator at(text.begin(), text.end(), value), end; at != end; ++at) {
            std::istringstream sentence((*at)[1]);
            int words = 0;
            for (std::string word; sentence >> word;) {
                ++words;
                if (word.ends_with('.') || word.ends_with('!') || word.ends_with('?')) words = 0;
                INFO(language << ": " << (*at)[1]);
                CHECK(words <= 12);
            }
        }
    }
}
