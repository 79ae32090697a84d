// A language that does not exist: every text of the exhibit and of its levels, nearly a third longer, as
// German or Finnish would be.
#pragma once

#include <cctype>
#include <fstream>
#include <sstream>

#include "stage.h"

namespace vonk::screens {

inline std::size_t letters(std::string_view text) {
    return std::size_t(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// A sentence gets more words, a word more letters. Its last sign stays the last one.
inline std::string longer(const std::string& text) {
    // A number with its sign is the same in every language.
    int words = 0, depth = 0;
    for (const char c : text) {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        words += depth == 0 && std::isalpha(static_cast<unsigned char>(c));
    }
    if (words < 2) return text;
    const auto end = text.find_last_of(".!?");
    const bool closed = end != std::string::npos && end + 1 == text.size();
    std::string body = closed ? text.substr(0, end) : text;
    const std::size_t more = (3 * letters(body) + 9) / 10;
    static const std::string filling = "mede ter langer alzo wordt dit hier ";
    std::string added;
    if (body.find(' ') != std::string::npos) added = " ";
    while (added.size() < more) added += added.empty() ? "enheid" : filling.substr(0, more - added.size());
    added.resize(std::max<std::size_t>(1, more));
    while (added.size() > 1 && added.back() == ' ') added.back() = 'e';
    return body + added + (closed ? text.substr(end) : std::string());
}

inline void lengthen(level::Text& text) {
    for (auto& [language, words] : text) words = longer(words);
}

inline std::vector<level::Level> lengthened(std::vector<level::Level> levels) {
    for (level::Level& level : levels) {
        lengthen(level.title);
        lengthen(level.task);
        for (level::Text& hint : level.hints) lengthen(hint);
    }
    return levels;
}

inline data::Strings longStrings() {
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string& language : data::requiredLanguages()) {
        std::ifstream file(std::string(VONK_SOURCE_DIR) + "/assets/strings/" + language + ".toml");
        std::string all, line;
        while (std::getline(file, line)) {
            const auto from = line.find("= \""), to = line.rfind('"');
            if (from != std::string::npos && to > from + 3 && line.find("short") == std::string::npos)
                line =
                    line.substr(0, from + 3) + longer(line.substr(from + 3, to - from - 3)) + line.substr(to);
            all += line + "\n";
        }
        files.emplace_back(language, all);
    }
    auto strings = data::Strings::parse(files);
    if (!strings) FAIL(toString(strings.error().front()));
    return std::move(*strings);
}

}  // namespace vonk::screens
