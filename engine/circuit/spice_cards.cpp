#include "engine/circuit/spice_cards.h"

#include <fmt/format.h>
#include <algorithm>

namespace vonk::circuit {
namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}
bool isMark(char c) {
    return c == '(' || c == ')' || c == ',' || c == '=';
}

std::string_view withoutLeadingBlanks(std::string_view line) {
    while (!line.empty() && isBlank(line.front())) line.remove_prefix(1);
    return line;
}

// Cuts off what follows ';' or a '$' that stands after a blank.
std::string_view withoutRemark(std::string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i)
        if (line[i] == ';' || (line[i] == '$' && (i == 0 || isBlank(line[i - 1])))) return line.substr(0, i);
    return line;
}

void cut(std::string_view line, int number, std::vector<Word>& words) {
    for (std::size_t i = 0; i < line.size();) {
        if (isBlank(line[i])) {
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        if (!isMark(line[i]))
            while (end < line.size() && !isBlank(line[end]) && !isMark(line[end])) ++end;
        words.push_back({line.substr(i, end - i), number});
        i = end;
    }
}

}  // namespace

std::string shown(std::string_view word) {
    std::string text;
    for (const char c : word.substr(0, 40)) text += c > ' ' && c < 0x7F ? c : '?';
    return text + (word.size() > 40 ? "…" : "");
}

Result<Cards> cutIntoCards(std::string_view lower, const std::string& file) {
    Cards result;
    bool titleRead = false;
    int number = 0;
    for (std::size_t at = 0; at < lower.size();) {
        const std::size_t end = std::min(lower.find('\n', at), lower.size());
        const std::string_view line = lower.substr(at, end - at);
        at = end + 1;
        ++number;
        const auto control = std::find_if(line.begin(), line.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && !isBlank(c) && c != '\f') || byte == 0x7F;
        });
        if (control != line.end())
            return fail({file, number, "",
                         fmt::format("not a text file: it holds the control character {}",
                                     static_cast<int>(static_cast<unsigned char>(*control)))});
        if (!titleRead) {
            result.title = line;
            titleRead = true;
            continue;
        }
        std::string_view rest = withoutRemark(withoutLeadingBlanks(line));
        if (rest.empty() || rest.front() == '*') continue;
        if (rest.front() == '+') {
            if (result.cards.empty()) return fail({file, number, "+", "there is nothing here to continue"});
            cut(rest.substr(1), number, result.cards.back().words);
            continue;
        }
        Card card;
        cut(rest, number, card.words);
        if (card.words.empty()) continue;
        if (card.words.front().text == ".end") break;
        result.cards.push_back(std::move(card));
    }
    return result;
}

}  // namespace vonk::circuit
