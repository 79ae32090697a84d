#include "game/screens/services.h"

#include <fmt/format.h>

#include <algorithm>

namespace vonk::screens {

std::string Services::text(const level::Text& of) const {
    for (const std::string& code : {language, std::string(data::baseLanguage)})
        if (const auto at = of.find(code); at != of.end()) return at->second;
    return {};
}

std::string Services::reason(const Reason& reason) const {
    const std::string key = fmt::format("reason.{}", name(reason.id));
    const auto number = [&](std::size_t k) { return k < reason.numbers.size() ? reason.numbers[k] : 0.0; };
    return format(key, {{"length", number(0)},
                        {"longest", number(1)},
                        {"price", number(0)},
                        {"budget", number(1)},
                        {"count", number(0)}});
}

view::Words Services::words() const {
    view::Words words;
    words.reason = [this](const Reason& reason) { return this->reason(reason); };
    words.length = [this](double metres) { return format("number.length", {{"length", metres}}); };
    words.price = [this](double euro) { return money(euro); };
    words.voltage = [this](double volt) { return data::formatNumber(volt, 1, language) + " V"; };
    words.label = [this](std::string_view key) { return std::string(text(key)); };
    return words;
}

void Services::otherLanguage() {
    const auto& offered = languages();
    if (offered.size() > 2) return go(Request::Kind::Language);
    const auto other = std::ranges::find_if(offered, [this](const auto& code) { return code != language; });
    if (other != offered.end()) speak(*other);
}

void Services::speak(const std::string& code) {
    if (code == language) return;
    language = code;
    visit.language(code);
}

const level::Level* Services::find(std::string_view id) const {
    for (const level::Level& level : levels)
        if (level.id == id) return &level;
    return nullptr;
}

view::Metrics Services::metrics(const view::Insets& insets) const {
    view::Metrics metrics;
    metrics.width = space.size().width;
    metrics.height = space.size().height;
    metrics.px_per_mm = space.pixelsPerMillimetre();
    metrics.unit = space.unit();
    metrics.insets = insets;
    metrics.reduced_motion = reducedMotion();
    return metrics;
}

}  // namespace vonk::screens
