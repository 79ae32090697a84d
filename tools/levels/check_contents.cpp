// What a level file says can be read, and yet does not fit this program: words that the exhibit lacks, parts
// of another subject, files that nobody reads, more traffic than the ground holds.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "game/play/places.h"
#include "game/world/parts.h"
#include "game/world/vehicles.h"
#include "tools/levels/checking.h"

namespace vonk::levels {
namespace {

namespace fs = std::filesystem;

void checkSubject(Checked& checked) {
    const level::Level& level = *checked.level;
    if (level.subject == level::Subject::Water || level.subject == level::Subject::Combined)
        failed(checked, "level.toml", "",
               fmt::format("lies in {}/, which has no physics yet: bridge/ and circuit/ have",
                           name(level.subject)));
    const auto fits = [&](std::string_view key) {
        const world::PartRow* row = world::findRow(key);
        if (row == nullptr) return true;
        return level.subject == level::Subject::Bridge ? row->member.has_value()
                                                       : row->electrical.has_value();
    };
    if (level.subject != level::Subject::Bridge && level.subject != level::Subject::Circuit) return;
    const auto check = [&](const std::string& part, const std::string& at) {
        if (!fits(part))
            failed(checked, "level.toml", at,
                   fmt::format("\"{}\" is no part of a {}", part, name(level.subject)));
    };
    for (std::size_t i = 0; i < level.palette.size(); ++i)
        check(level.palette[i].part, fmt::format("palette[{}].part", i));
    for (std::size_t i = 0; i < level.fixed.size(); ++i)
        check(level.fixed[i].part, fmt::format("fixed[{}].part", i));
}

// How far ground goes on at the height of the road from `x` in steps of `step`, m; at most as far as
// `wanted`.
double groundFrom(const level::Scene& scene, double x, double step, double wanted) {
    constexpr double below = 0.3;  // m below the road: in the ground that carries it
    double reached = 0.0;
    while (reached < wanted &&
           play::insideGround(
               scene, {x + (step > 0 ? 1 : -1) * (reached + 0.5 * std::abs(step)), scene.road - below}))
        reached += std::abs(step);
    return std::min(reached, wanted);
}

// m, what waits, one behind the other; 1 m lies between the bank and who comes first.
double queueOf(std::span<const level::Traffic> traffic) {
    double queue = 1.0, last_gap = 0.0, overhang = 0.0;
    for (const level::Traffic& item : traffic) {
        const world::VehicleRow* row = world::findVehicle(item.vehicle);
        if (row == nullptr) continue;
        if (overhang == 0.0) queue += row->ahead;
        queue += item.count * (row->axles.back().behind + item.gap);
        last_gap = item.gap;
        overhang = row->ahead;
    }
    return std::ceil(queue - last_gap + overhang);
}

// All wait on the left bank, one behind the other, and all stand on the right one in the end.
void checkGround(Checked& checked) {
    const level::Level& level = *checked.level;
    if (level.subject != level::Subject::Bridge || level.traffic.empty()) return;
    double queue = 0.0;
    if (level.choose_load)
        for (const level::Traffic& traffic : level.traffic)
            queue = std::max(queue, queueOf(std::span(&traffic, 1)));
    else
        queue = queueOf(level.traffic);
    constexpr double step = 0.5;
    const level::Scene& scene = level.scene;
    struct Bank {
        const char* side;
        double at, direction;
    };
    for (const Bank bank : {Bank{"left", scene.left_bank, -step}, Bank{"right", scene.right_bank, step}}) {
        const double ground = groundFrom(scene, bank.at, bank.direction, queue);
        if (ground < queue)
            failed(checked, "level.toml", "scene.grounds",
                   fmt::format(
                       "the {} bank goes on for {:g} m at the height of the road; the traffic, one behind "
                       "the other, needs {:g} m",
                       bank.side, ground, queue));
    }
}

void checkFiles(Checked& checked) {
    std::vector<std::string> unread;
    std::error_code error;
    for (fs::directory_iterator entries(checked.folder, error), end; !error && entries != end;
         entries.increment(error)) {
        const std::string name = entries->path().filename().string();
        const bool known = name == "level.toml" || name == "win.toml" || name == "fail.toml" ||
                           (name.starts_with("win-") && name.ends_with(".toml"));
        if (!known && name.ends_with(".toml")) unread.push_back(name);
    }
    std::sort(unread.begin(), unread.end());
    for (const std::string& name : unread)
        failed(checked, name, "", "is not read: further wins are called win-<why>.toml");
}

// Every text of the level, and where it stands.
std::vector<std::pair<std::string, const level::Text*>> textsOf(const level::Level& level) {
    std::vector<std::pair<std::string, const level::Text*>> texts{
        {"title", &level.title},        {"story", &level.story}, {"task", &level.task},
        {"mistake", &level.mistake},    {"idea", &level.idea},   {"real.name", &level.real.name},
        {"real.fact", &level.real.fact}};
    for (std::size_t i = 0; i < level.hints.size(); ++i)
        texts.emplace_back(fmt::format("hints[{}]", i), &level.hints[i]);
    return texts;
}

}  // namespace

void checkContents(Checked& checked) {
    checkSubject(checked);
    checkGround(checked);
    checkFiles(checked);
}

void checkStrings(Checked& checked, const data::Strings& strings) {
    const level::Level& level = *checked.level;
    const auto wanted = [&](const std::string& at, const std::string& key) {
        for (const std::string& language : data::requiredLanguages())
            if (!strings.has(language, key))
                failed(checked, "level.toml", at,
                       fmt::format("\"{}\" has no text in assets/strings/{}.toml", key, language));
    };
    for (std::size_t i = 0; i < level.careers.size(); ++i)
        for (const char* what : {"name", "day", "more", "surprise", "vmbo", "mbo", "hbo", "wo"})
            wanted(fmt::format("careers[{}]", i), "career." + level.careers[i].id + '.' + what);
    for (std::size_t i = 0; i < level.palette.size(); ++i)
        wanted(fmt::format("palette[{}].part", i), "part." + level.palette[i].part);
    for (std::size_t i = 0; i < level.fixed.size(); ++i)
        wanted(fmt::format("fixed[{}].part", i), "part." + level.fixed[i].part);
    for (std::size_t i = 0; i < level.traffic.size(); ++i)
        wanted(fmt::format("traffic[{}].vehicle", i), "vehicle." + level.traffic[i].vehicle);
    wanted("expected_first_mistake", "reason." + std::string(vonk::name(level.expected_first_mistake)));

    const auto languages = strings.languages();
    for (const auto& [at, text] : textsOf(level))
        for (const auto& [language, words] : *text)
            if (std::ranges::find(languages, language) == languages.end())
                failed(checked, "level.toml", at + '.' + language,
                       fmt::format("the exhibit does not speak \"{}\": there is no assets/strings/{}.toml",
                                   language, language));
}

}  // namespace vonk::levels
