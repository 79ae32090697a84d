#include <array>
#include <charconv>
#include <cmath>

#include "engine/circuit/netlist.h"

namespace vonk::circuit {
namespace {

struct Suffix {
    std::string_view letters;
    int exponent;
};
// "meg" before "m"; the micro signs of Unicode and of Latin-1 are u.
constexpr std::array<Suffix, 13> suffixes = {{{"meg", 6},
                                              {"\u00B5", -6},
                                              {"\u03BC", -6},
                                              {"\xB5", -6},
                                              {"t", 12},
                                              {"g", 9},
                                              {"k", 3},
                                              {"m", -3},
                                              {"u", -6},
                                              {"n", -9},
                                              {"p", -12},
                                              {"f", -15},
                                              {"", 0}}};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Letters, the ohm sign and the like; a digit after a suffix ("4k7") would mean something else than SPICE
// makes of it.
bool isUnit(std::string_view text) {
    for (const char c : text)
        if (!((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80)) return false;
    return true;
}

std::size_t digitsFrom(std::string_view word, std::size_t at) {
    while (at < word.size() && isDigit(word[at])) ++at;
    return at;
}

}  // namespace

std::optional<double> spiceNumber(std::string_view word) {
    std::size_t at = !word.empty() && (word[0] == '+' || word[0] == '-') ? 1 : 0;
    const std::size_t first = at;
    at = digitsFrom(word, at);
    std::size_t digits = at - first;
    if (at < word.size() && word[at] == '.') {
        const std::size_t end = digitsFrom(word, at + 1);
        digits += end - at - 1;
        at = end;
    }
    if (digits == 0) return std::nullopt;
    std::string number(word.substr(word[0] == '+' ? 1 : 0, at - (word[0] == '+' ? 1 : 0)));
    int exponent = 0;
    if (at < word.size() && (word[at] == 'e' || word[at] == 'd')) {
        std::size_t begin = at + 1;
        if (begin < word.size() && word[begin] == '+') ++begin;
        const std::size_t sign = begin < word.size() && word[begin] == '-' && begin == at + 1 ? 1 : 0;
        const std::size_t end = digitsFrom(word, begin + sign);
        if (end > begin + sign) {
            const auto [stop, code] = std::from_chars(word.data() + begin, word.data() + end, exponent);
            if (code != std::errc() || exponent > 1000 || exponent < -1000) return std::nullopt;
            at = end;
        }
    }
    for (const Suffix& suffix : suffixes) {
        if (!word.substr(at).starts_with(suffix.letters)) continue;
        if (!isUnit(word.substr(at + suffix.letters.size()))) return std::nullopt;
        exponent += suffix.exponent;
        break;
    }
    // One conversion from decimal, so that "2.2u" is the double nearest to 2.2e-6.
    number += "e" + std::to_string(exponent);
    double value = 0.0;
    const auto [stop, code] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (code == std::errc::result_out_of_range && exponent < 0) return 0.0;
    if (code != std::errc() || stop != number.data() + number.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

}  // namespace vonk::circuit
