#include <algorithm>
#include <cctype>

#include "game/level/reading.h"

namespace vonk::level {
namespace {

using data::Table;

constexpr std::size_t longest_text = 1000;  // bytes
constexpr int most_words = 12;              // of a sentence for children

bool isLanguage(const std::string& code) {
    return code.size() == 2 && code[0] >= 'a' && code[0] <= 'z' && code[1] >= 'a' && code[1] <= 'z';
}

// `name` is how the text is called in a remark; `simple`: sentences are counted.
Text readText(const Table& table, Reading& reading, const std::string& name, bool simple) {
    Text text;
    if (!table.present()) return text;
    for (const std::string& language : table.keys()) {
        if (!isLanguage(language)) continue;  // refused as an unknown key
        const auto words = table.require<std::string>(language);
        if (table.kind(language) != data::Kind::String) continue;
        if (words.find_first_not_of(" \t\r\n") == std::string::npos) table.refuse(language, "is empty");
        if (words.size() > longest_text) table.refuse(language, "longer than 1000 bytes");
        const int longest = longestSentence(words);
        if (simple && longest > most_words)
            reading.remarks.push_back({table.file(), table.line(language), name + '.' + language,
                                       "a sentence of " + std::to_string(longest) + " words; at most 12"});
        text[language] = words;
    }
    for (const std::string& language : reading.required)
        if (!table.has(language)) table.refuse(language, "missing: the text in this language is required");
    return text;
}

bool isTag(const std::string& tag) {
    const auto colon = tag.find(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == tag.size()) return false;
    return std::all_of(tag.begin(), tag.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
    });
}

bool isId(const std::string& id) {
    return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

void readTags(const Table& root, Level& level) {
    level.curriculum = root.require<std::vector<std::string>>("curriculum");
    for (std::size_t i = 0; i < level.curriculum.size(); ++i)
        if (!isTag(level.curriculum[i]))
            root.refuseElement("curriculum", i,
                               "must be <curriculum with its version>:<goal>, as \"slo-2006:44\"");
    const auto careers = root.require<std::vector<std::string>>("careers");
    for (std::size_t i = 0; i < careers.size(); ++i) {
        if (!isId(careers[i])) root.refuseElement("careers", i, "must be a word of a–z, 0–9 and '-'");
        if (std::find(careers.begin(), careers.begin() + static_cast<std::ptrdiff_t>(i), careers[i]) !=
            careers.begin() + static_cast<std::ptrdiff_t>(i))
            root.refuseElement("careers", i, "is there twice");
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

void readTexts(const Table& root, Level& level, Reading& reading) {
    const bool primary = level.band <= AgeBand::Groep68;
    const bool reads = level.band != AgeBand::Groep12;
    const auto text = [&](const Table& table, std::string_view key, bool required) {
        return readText(required ? table.table(key) : table.optionalTable(key), reading, table.path(key),
                        primary);
    };
    level.title = text(root, "title", true);
    level.story = text(root, "story", reads);
    level.task = text(root, "task", reads);
    level.mistake = text(root, "mistake", false);
    level.idea = readText(root.table("idea"), reading, "idea", false);  // for teachers
    const auto hints = root.tables("hints");
    if (hints.size() > 3) root.refuse("hints", "at most three");
    if (reads && hints.empty()) root.refuse("hints", "missing");
    for (std::size_t i = 0; i < hints.size() && i < 3; ++i)
        level.hints.push_back(readText(hints[i], reading, "hints[" + std::to_string(i) + ']', primary));
    const Table real = root.table("real");
    level.real.name = text(real, "name", true);
    level.real.fact = text(real, "fact", true);
    level.real.source = real.require<std::string>("source");
    if (real.has("source") && level.real.source.empty()) real.refuse("source", "is empty");
    readTags(root, level);
}

}  // namespace vonk::level
