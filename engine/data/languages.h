// The languages of the exhibit, in one place. A new one: its code here, its table beside the others in
// assets/strings, its texts in the levels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vonk::data {

inline constexpr std::string_view baseLanguage = "nl";  // what every other language is held against

// A text that lacks one of these is refused.
inline const std::vector<std::string>& requiredLanguages() {
    static const std::vector<std::string> languages = {"nl", "en"};
    return languages;
}

// What the exhibit comes with, in the order in which a visitor is offered them. Where a text lacks one of
// those that are not required, it is said in the base language.
inline const std::vector<std::string>& shippedLanguages() {
    static const std::vector<std::string> languages = {"nl", "en", "de", "fr"};
    return languages;
}

}  // namespace vonk::data
