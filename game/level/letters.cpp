// Which characters can be shown: those that the exhibit's letters have (Andika and Quicksand, in whichever of
// them a text is set), and none that control a terminal or turn the direction of writing.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "game/level/reading.h"

namespace vonk::level {
namespace {

// Calls visit(code point) for each; the text is UTF-8, as whatever read the file made sure.
template <class Visit>
void forEachCharacter(std::string_view text, Visit visit) {
    for (std::size_t i = 0; i < text.size();) {
        const auto first = static_cast<unsigned char>(text[i]);
        const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t code = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            code = (code << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        visit(code);
        i += length;
    }
}

struct Letters {
    char32_t first, last;
};
// Latin with its accents, the signs of everyday, the thin and the narrow space.
constexpr std::array letters{Letters{0x20, 0x7E},     Letters{0xA0, 0xAC},     Letters{0xAE, 0x17E},
                             Letters{0x2009, 0x200A}, Letters{0x2010, 0x2015}, Letters{0x2018, 0x201E},
                             Letters{0x2022, 0x2022}, Letters{0x2026, 0x2026}, Letters{0x202F, 0x2030},
                             Letters{0x20AC, 0x20AC}, Letters{0x2212, 0x2212}};

bool controls(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF;
}

}  // namespace

std::optional<std::string> unshowable(std::string_view text) {
    std::optional<std::string> reason;
    forEachCharacter(text, [&](char32_t code) {
        if (!reason && controls(code))
            reason = fmt::format("holds the control character U+{:04X}", static_cast<std::uint32_t>(code));
    });
    return reason;
}

std::string unknownLetter(std::string_view text) {
    std::string found;
    forEachCharacter(text, [&](char32_t code) {
        const bool known = std::any_of(letters.begin(), letters.end(), [&](const Letters& range) {
            return code >= range.first && code <= range.last;
        });
        if (found.empty() && !known) found = fmt::format("U+{:04X}", static_cast<std::uint32_t>(code));
    });
    return found;
}

}  // namespace vonk::level
