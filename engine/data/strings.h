// What the exhibit says, in each of its languages: one TOML file per language, assets/strings/nl.toml,
// en.toml, …, whose tables make dotted keys ("play.start"). Numbers are written as a reader of the language
// expects.
//
// A text may hold placeholders, filled in by name:
//     {name}                  a text, or a number with at most two decimals
//     {length:1}              a number with exactly that many decimals (0–6)
//     {price:money}           euro: "€ 1 520" in Dutch
//     {tries|poging|pogingen} the first word when the number is 1, the second otherwise
//     {{ and }}               a brace
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/core/error.h"
#include "engine/data/languages.h"

namespace vonk::data {

// A value for a placeholder; lives as long as the call.
struct Argument {
    std::string_view name;
    std::variant<double, std::string_view> value;

    Argument(std::string_view name_, double number) : name(name_), value(number) {}
    Argument(std::string_view name_, int number) : name(name_), value(static_cast<double>(number)) {}
    Argument(std::string_view name_, std::string_view text) : name(name_), value(text) {}
    Argument(std::string_view name_, const char* text) : name(name_), value(std::string_view(text)) {}
    Argument(std::string_view name_, const std::string& text) : name(name_), value(std::string_view(text)) {}
};
using Arguments = std::initializer_list<Argument>;

// The text with its placeholders filled in. A placeholder without argument, or with one that does not fit,
// stays as it stands: visible on the screen, never a crash.
std::string formatText(std::string_view text, std::string_view language, std::span<const Argument> arguments);
inline std::string formatText(std::string_view text, std::string_view language, Arguments arguments) {
    return formatText(text, language, std::span(arguments.begin(), arguments.size()));
}

// Names of the placeholders, sorted, each once. `mistake` (if given) gets the reason why the text's braces
// make no sense.
std::vector<std::string> placeholders(std::string_view text, std::string* mistake = nullptr);

// Decimal comma but in English; thousands parted by a point in German, by a narrow space that does not break
// (U+202F) in French, by a thin space (U+2009) elsewhere; minus sign U+2212; "–" for what is not finite.
// decimals 0–6; halves are rounded away from zero.
std::string formatNumber(double value, int decimals, std::string_view language);
// Euro, cents only where there are some: "€ 1 520" and "€ 2,50" in Dutch, "€1 520" in English, "1.520 €"
// in German, "1 520 €" in French.
std::string formatMoney(double euro, std::string_view language);
// Three significant digits, as a gauge shows them: "0,123", "12,3", "1 230". Below 1e-6: "0".
std::string formatGauge(double value, std::string_view language);

class Strings {
  public:
    // All of `folder`/<language>.toml. The base language must be there. Refused: a file that is not TOML,
    // values that are not text, braces that make no sense, and in a `required` language (which must be
    // there): a key that the base language has not or that is missing, placeholders that differ from the base
    // language's.
    static Result<Strings> read(const std::string& folder,
                                const std::vector<std::string>& required = requiredLanguages());
    // As read(), from texts: pairs of language and TOML.
    static Result<Strings> parse(const std::vector<std::pair<std::string, std::string>>& files,
                                 const std::vector<std::string>& required = requiredLanguages());

    std::vector<std::string> languages() const;  // sorted
    // What read() would refuse in `language` if it were required: texts that are missing or not in the base
    // language, other placeholders. Empty: it is complete.
    Errors gaps(const std::string& language) const;
    bool has(std::string_view language, std::string_view key) const;
    // In the language, else in the base language, else the key itself. Lives as long as this object.
    std::string_view text(std::string_view language, std::string_view key) const;
    std::string format(std::string_view language, std::string_view key, Arguments arguments) const {
        return formatText(text(language, key), language, arguments);
    }

  private:
    struct Entry {
        std::string text;
        int line = 0;
    };
    using Entries = std::map<std::string, Entry, std::less<>>;
    struct File {
        std::string name;
        Entries entries;
    };

    std::map<std::string, File, std::less<>> files_;  // by language
};

}  // namespace vonk::data
