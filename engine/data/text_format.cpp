#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/data/strings.h"

namespace vonk::data {
namespace {

constexpr std::string_view thinSpace = "\u2009", narrowSpace = "\u202F", hardSpace = "\u00A0",
                           minusSign = "\u2212", dash = "\u2013";

std::string_view thousands(std::string_view language) {
    if (language == "de") return ".";
    return language == "fr" ? narrowSpace : thinSpace;
}

bool isName(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

struct Piece {
    enum class Kind { Literal, Value, Decimals, Money, Plural, Broken };
    Kind kind = Kind::Literal;
    std::string_view source;  // as it stands in the text
    std::string_view name;
    int decimals = 0;
    std::string_view one, many;  // Plural
};

Piece readPlaceholder(std::string_view source) {
    Piece piece{.kind = Piece::Kind::Broken, .source = source, .name = {}, .one = {}, .many = {}};
    const std::string_view inside = source.substr(1, source.size() - 2);
    const std::size_t end = inside.find_first_of(":|");
    piece.name = inside.substr(0, end);
    if (!isName(piece.name)) return piece;
    if (end == std::string_view::npos) {
        piece.kind = Piece::Kind::Value;
        return piece;
    }
    const std::string_view rest = inside.substr(end + 1);
    if (inside[end] == '|') {
        const std::size_t bar = rest.find('|');
        if (bar == std::string_view::npos || rest.find('|', bar + 1) != std::string_view::npos) return piece;
        piece.one = rest.substr(0, bar);
        piece.many = rest.substr(bar + 1);
        piece.kind = Piece::Kind::Plural;
    } else if (rest == "money") {
        piece.kind = Piece::Kind::Money;
    } else if (rest.size() == 1 && rest[0] >= '0' && rest[0] <= '6') {
        piece.decimals = rest[0] - '0';
        piece.kind = Piece::Kind::Decimals;
    }
    return piece;
}

// Calls visit for each piece from left to right; braces that do not pair come as Broken.
template <class Visit>
void forEachPiece(std::string_view text, Visit visit) {
    std::size_t at = 0;
    const auto literal = [&](std::string_view part) {
        if (!part.empty())
            visit(Piece{.kind = Piece::Kind::Literal, .source = part, .name = {}, .one = {}, .many = {}});
    };
    while (at < text.size()) {
        const std::size_t brace = std::min(text.find_first_of("{}", at), text.size());
        literal(text.substr(at, brace - at));
        if (brace == text.size()) return;
        if (text.substr(brace, 2) == "{{" || text.substr(brace, 2) == "}}") {
            literal(text.substr(brace, 1));
            at = brace + 2;
            continue;
        }
        const std::size_t end =
            text[brace] == '{' ? text.find_first_of("{}", brace + 1) : std::string_view::npos;
        if (end == std::string_view::npos || text[end] == '{') {
            visit(Piece{.kind = Piece::Kind::Broken,
                        .source = text.substr(brace, 1),
                        .name = {},
                        .one = {},
                        .many = {}});
            at = brace + 1;
        } else {
            visit(readPlaceholder(text.substr(brace, end + 1 - brace)));
            at = end + 1;
        }
    }
}

std::string shortest(double value, std::string_view language) {
    for (const int decimals : {0, 1}) {
        const double scale = decimals == 0 ? 1 : 10;
        if (std::fabs(std::round(value * scale) / scale - value) < 0.005)
            return formatNumber(value, decimals, language);
    }
    return formatNumber(value, 2, language);
}

std::string fill(const Piece& piece, std::string_view language, std::span<const Argument> arguments) {
    const auto argument = std::find_if(arguments.begin(), arguments.end(),
                                       [&](const Argument& a) { return a.name == piece.name; });
    if (argument == arguments.end()) return std::string(piece.source);
    const double* number = std::get_if<double>(&argument->value);
    if (piece.kind == Piece::Kind::Value)
        return number ? shortest(*number, language)
                      : std::string(std::get<std::string_view>(argument->value));
    if (!number) return std::string(piece.source);
    if (piece.kind == Piece::Kind::Decimals) return formatNumber(*number, piece.decimals, language);
    if (piece.kind == Piece::Kind::Money) return formatMoney(*number, language);
    return std::string(*number == 1.0 ? piece.one : piece.many);
}

}  // namespace

std::string formatText(std::string_view text, std::string_view language,
                       std::span<const Argument> arguments) {
    std::string result;
    forEachPiece(text, [&](const Piece& piece) {
        const bool asItStands = piece.kind == Piece::Kind::Literal || piece.kind == Piece::Kind::Broken;
        result += asItStands ? std::string(piece.source) : fill(piece, language, arguments);
    });
    return result;
}

std::vector<std::string> placeholders(std::string_view text, std::string* mistake) {
    std::vector<std::string> names;
    forEachPiece(text, [&](const Piece& piece) {
        if (piece.kind == Piece::Kind::Broken) {
            if (mistake && mistake->empty()) *mistake = fmt::format("'{}' is no placeholder", piece.source);
        } else if (piece.kind != Piece::Kind::Literal) {
            names.emplace_back(piece.name);
        }
    });
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::string formatNumber(double value, int decimals, std::string_view language) {
    if (!std::isfinite(value)) return std::string(dash);
    constexpr std::array<double, 7> powers = {1, 10, 1e2, 1e3, 1e4, 1e5, 1e6};
    const int places = std::clamp(decimals, 0, 6);
    const double scale = powers[static_cast<std::size_t>(places)];
    // A hair outward, so that 2.675, stored as 2.67499…, is shown as a person would round it.
    const double scaled = std::fabs(value) * scale;
    const double rounded = scaled < 1e15 ? std::floor(scaled * (1 + 1e-14) + 0.5) / scale : std::fabs(value);
    const std::string plain = fmt::format("{:.{}f}", rounded, places);
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string result(value < 0 && rounded > 0 ? minusSign : "");
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) result += thousands(language);
        result += plain[i];
    }
    if (point < plain.size()) result += (language == "en" ? "." : ",") + plain.substr(point + 1);
    return result;
}

std::string formatMoney(double euro, std::string_view language) {
    const bool whole = std::fabs(euro - std::round(euro)) < 0.005;
    const std::string amount = formatNumber(std::fabs(euro), whole ? 0 : 2, language);
    const std::string sign(euro < 0 && std::fabs(euro) >= 0.005 ? minusSign : "");
    if (language == "en") return sign + "€" + amount;
    if (language == "nl") return "€" + std::string(hardSpace) + sign + amount;
    return sign + amount + std::string(hardSpace) + "€";
}

std::string formatGauge(double value, std::string_view language) {
    const double size = std::fabs(value);
    if (!std::isfinite(value)) return formatNumber(value, 0, language);
    if (size < 1e-6) return "0";
    int decimals = 2;
    for (double limit = 9.995; decimals > 0 && size >= limit; limit *= 10) --decimals;
    for (double limit = 0.9995; decimals < 6 && size < limit; limit /= 10) ++decimals;
    double rounded = value;
    for (double unit = 10; size >= 99.95 * unit; unit *= 10) rounded = std::round(value / unit) * unit;
    return formatNumber(size >= 999.5 ? rounded : value, decimals, language);
}

}  // namespace vonk::data
