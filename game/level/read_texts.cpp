#include <algorithm>
#include <cctype>

#include "engine/data/languages.h"
#include "game/level/reading.h"

namespace vonk::level {
namespace {

using data::Table;

constexpr std::size_t longest_text = 1000;  // bytes
constexpr int most_words = 12;              // of a sentence for children
constexpr std::size_t most_hints = 3;

bool isLanguage(const std::string& code) {
    return code.size() == 2 && code[0] >= 'a' && code[0] <= 'z' && code[1] >= 'a' && code[1] <= 'z';
}

// Characters that fit where a text is shown, in every language and on every screen.
struct Room {
    static constexpr std::size_t title = 32, story = 140, task = 90, hint = 130, mistake = 100, idea = 300,
                                 name = 44, fact = 110;
};
constexpr std::size_t longest_source = 200;  // bytes

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// What can be shown of it, and what cannot.
void checkLetters(const Table& table, std::string_view key, const std::string& words, Reading& reading) {
    if (auto why = unshowable(words)) return table.refuse(key, std::move(*why));
    if (const std::string letter = unknownLetter(words); !letter.empty())
        reading.remark(table, key, letter + " is not among the letters that the exhibit has");
}

// `simple`: sentences are counted; `room`: characters.
Text readText(const Table& table, Reading& reading, bool simple, std::size_t room) {
    Text text;
    if (!table.present()) return text;
    for (const std::string& language : table.keys()) {
        if (!isLanguage(language)) continue;  // refused as an unknown key
        const auto words = table.require<std::string>(language);
        if (table.kind(language) != data::Kind::String) continue;
        if (words.find_first_not_of(" \t\r\n") == std::string::npos) table.refuse(language, "is empty");
        if (words.size() > longest_text) {
            table.refuse(language, "longer than 1000 bytes");
            continue;
        }
        checkLetters(table, language, words, reading);
        const int longest = longestSentence(words);
        if (simple && longest > most_words)
            reading.remark(table, language,
                           "a sentence of " + std::to_string(longest) + " words; at most 12");
        if (characters(words) > room)
            reading.remark(table, language,
                           std::to_string(characters(words)) + " characters; " + std::to_string(room) +
                               " fit on the screen");
        text[language] = words;
    }
    for (const std::string& language : reading.required)
        if (!table.has(language)) table.refuse(language, "missing: the text in this language is required");
    for (const std::string& language : data::shippedLanguages())
        if (std::ranges::find(reading.required, language) == reading.required.end() && !table.has(language))
            reading.untranslated[language].push_back({table.file(), table.line(data::baseLanguage),
                                                      table.path(language),
                                                      "is missing: it is said in Dutch"});
    return text;
}

// One of `names`, or empty where the key is absent.
std::string readName(const Table& table, const char* key, std::span<const std::string_view> names) {
    const auto name = table.optional<std::string>(key, "");
    if (table.has(key) && table.kind(key) == data::Kind::String &&
        std::find(names.begin(), names.end(), name) == names.end()) {
        std::string all;
        for (const std::string_view one : names) all += (all.empty() ? "" : ", ") + std::string(one);
        table.refuse(key, "no such " + std::string(key) + ": \"" + name + "\"; one of " + all);
        return {};
    }
    return name;
}

// "slo-2006:44": the curriculum's name, its year, the goal.
bool isTag(std::string_view tag) {
    const auto colon = tag.find(':');
    if (colon == std::string_view::npos || tag.size() > 40) return false;
    const std::string_view curriculum = tag.substr(0, colon), goal = tag.substr(colon + 1);
    const auto dash = curriculum.rfind('-');
    if (dash == std::string_view::npos || dash == 0 || goal.empty()) return false;
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const std::string_view name = curriculum.substr(0, dash), year = curriculum.substr(dash + 1);
    return letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return letter(c) || digit(c) || c == '-'; }) &&
           year.size() == 4 && std::all_of(year.begin(), year.end(), digit) && digit(goal.front()) &&
           std::all_of(goal.begin(), goal.end(), [&](char c) { return letter(c) || digit(c) || c == '.'; });
}

bool isId(const std::string& id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

bool isThereBefore(const std::vector<std::string>& list, std::size_t index) {
    const auto here = list.begin() + static_cast<std::ptrdiff_t>(index);
    return std::find(list.begin(), here, *here) != here;
}

void readTags(const Table& root, Level& level) {
    level.curriculum = root.require<std::vector<std::string>>("curriculum");
    for (std::size_t i = 0; i < level.curriculum.size(); ++i) {
        if (!isTag(level.curriculum[i]))
            root.refuseElement("curriculum", i,
                               "must be <curriculum>-<year>:<number of the goal>, as \"slo-2006:44\"");
        if (isThereBefore(level.curriculum, i)) root.refuseElement("curriculum", i, "is there twice");
    }
    if (root.has("curriculum") && level.curriculum.empty() && root.kind("curriculum") == data::Kind::Array)
        root.refuse("curriculum", "at least one is wanted");
    const auto careers = root.require<std::vector<std::string>>("careers");
    for (std::size_t i = 0; i < careers.size(); ++i) {
        if (!isId(careers[i])) root.refuseElement("careers", i, "must be a word of a–z, 0–9 and '-'");
        if (isThereBefore(careers, i)) root.refuseElement("careers", i, "is there twice");
        level.careers.push_back({careers[i]});
    }
    if (root.has("careers") && careers.empty() && root.kind("careers") == data::Kind::Array)
        root.refuse("careers", "at least one is wanted");
}

}  // namespace

int longestSentence(std::string_view text) {
    int longest = 0, words = 0;
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        // A point between digits ("4.5") does not end a sentence.
        const bool number = i > 0 && i + 1 < text.size() &&
                            std::isdigit(static_cast<unsigned char>(text[i - 1])) != 0 &&
                            std::isdigit(static_cast<unsigned char>(text[i + 1])) != 0;
        const bool ends = ((c == '.' || c == ':') && !number) || c == '!' || c == '?' || c == '\n';
        const bool part =
            std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
        if (part && !inside) {
            ++words;
            inside = true;
        }
        if (c == ' ' || c == '\t' || c == '\n') inside = false;
        if (ends) {
            longest = std::max(longest, words);
            words = 0;
            inside = false;
        }
    }
    return std::max(longest, words);
}

namespace {

void readHints(const Table& root, Level& level, Reading& reading) {
    const bool reads = level.band != AgeBand::Groep12;
    const auto hints = root.tables("hints");
    if (hints.size() > most_hints) {
        root.refuse("hints", "at most three");
        return root.ignore("hints");
    }
    if (reads && hints.empty()) root.refuse("hints", "missing");
    for (std::size_t i = 0; i < hints.size(); ++i) {
        level.hints.push_back(readText(hints[i], reading, level.band <= AgeBand::Groep68, Room::hint));
        for (std::size_t k = 0; k < i; ++k)
            for (const auto& [language, words] : level.hints[i])
                if (const auto other = level.hints[k].find(language);
                    other != level.hints[k].end() && other->second == words)
                    reading.remark(hints[i], language, "says the same as hints[" + std::to_string(k) + ']');
    }
}

}  // namespace

const std::vector<std::string>& requiredLanguages() {
    return data::requiredLanguages();
}

void readTexts(const Table& root, Level& level, Reading& reading) {
    const bool primary = level.band <= AgeBand::Groep68;
    const bool reads = level.band != AgeBand::Groep12;
    const auto text = [&](const Table& table, std::string_view key, bool required, std::size_t room) {
        return readText(required ? table.table(key) : table.optionalTable(key), reading, primary, room);
    };
    level.title = text(root, "title", true, Room::title);
    level.story = text(root, "story", reads, Room::story);
    level.task = text(root, "task", reads, Room::task);
    for (const char* key : {"story", "task"})
        if (!reads && root.has(key))
            reading.remark(root, key, "nobody reads in band groep-1-2: it is never shown");
    level.mistake = text(root, "mistake", false, Room::mistake);
    if (const Table mistake = root.optionalTable("mistake"); mistake.present()) {
        level.mistake_picture = readName(mistake, "picture", pictureNames());
        level.mistake_idea = readName(mistake, "idea", ideaNames());
    }
    level.idea = readText(root.table("idea"), reading, false, Room::idea);  // for teachers
    readHints(root, level, reading);
    const Table real = root.table("real");
    level.real.name = text(real, "name", true, Room::name);
    level.real.fact = text(real, "fact", true, Room::fact);
    level.real.source = real.require<std::string>("source");
    if (real.has("source") && real.kind("source") == data::Kind::String) {
        if (level.real.source.find_first_not_of(' ') == std::string::npos) real.refuse("source", "is empty");
        if (level.real.source.size() > longest_source) real.refuse("source", "longer than 200 bytes");
        checkLetters(real, "source", level.real.source, reading);
    }
    readTags(root, level);
}

}  // namespace vonk::level
