#include "engine/data/config.h"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "engine/data/toml_file.h"

namespace vonk::data {
namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr double lowestBand = 60;  // mm: four rows of the smallest target, room for a palette
// Of the screen so much must be in reach, mm, or this share of a low one: the tray lies at the foot of the
// band, the scene above it.
constexpr double leastInReach = 250.0, leastShareInReach = 0.75;
constexpr double slimmest = 1.0 / 3.0;  // of a screen's sides

bool consistsOf(std::string_view text, auto allowed) {
    return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}
bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}
bool isIdCharacter(char c) {
    return isLower(c) || (c >= '0' && c <= '9') || c == '-';
}

// "HH:MM" to minutes, −1 when it is not one.
int minutes(std::string_view text) {
    const auto digit = [&](std::size_t i) { return text[i] >= '0' && text[i] <= '9' ? text[i] - '0' : 1000; };
    if (text.size() != 5 || text[2] != ':') return -1;
    const int hour = digit(0) * 10 + digit(1), minute = digit(3) * 10 + digit(4);
    return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

void readSite(const Table& site, Config& config) {
    config.kiosk = site.optional<std::string>("kiosk", config.kiosk);
    if (config.kiosk.size() > 32 || !consistsOf(config.kiosk, isIdCharacter))
        site.refuse("kiosk", "must be 1 to 32 of a-z, 0-9 and '-'");
    config.site = site.optional<std::string>("site", config.site);
    if (config.site.size() > 80) site.refuse("site", "must be at most 80 bytes long");
}

void readScreen(const Table& screen, Config& config) {
    const bool width = screen.has("width_mm"), height = screen.has("height_mm");
    if (width != height) screen.refuse(width ? "width_mm" : "height_mm", "the other size is missing");
    if (width && screen.has("diagonal_inches"))
        screen.refuse("diagonal_inches", "give either this or width_mm and height_mm");
    const Range side = between(80, 10000);
    const Size size = {screen.optional<double>("width_mm", 0, side),
                       screen.optional<double>("height_mm", 0, side)};
    if (size.width > 0 && size.height > 0) config.size = size;
    if (config.size && std::min(size.width, size.height) < slimmest * std::max(size.width, size.height))
        screen.refuse("width_mm", fmt::format("a screen of {} by {} mm is too slim: at most three to one",
                                              size.width, size.height));
    config.diagonalInches =
        screen.optional<double>("diagonal_inches", config.diagonalInches, between(5, 500));
    config.bottomAboveFloor =
        screen.optional<double>("bottom_above_floor_mm", config.bottomAboveFloor, between(0, 5000));
}

void readReach(const Table& reach, Config& config) {
    config.reachLow = reach.optional<double>("low_mm", config.reachLow, between(0, 3000));
    config.reachHigh = reach.optional<double>("high_mm", config.reachHigh, between(0, 3000));
    if (config.reachHigh - config.reachLow < lowestBand)
        reach.refuse("high_mm", fmt::format("the band from {} to {} mm must be at least {} mm high",
                                            config.reachLow, config.reachHigh, lowestBand));
    config.hand =
        reach.optionalOneOf<Hand>("hand", {{"right", Hand::Right}, {"left", Hand::Left}}, config.hand);
}

// Told at [reach] where there is one, else at [screen], whose size is then at odds with the default band.
void checkReachOnScreen(const Table& file, const Config& config) {
    if (config.reachHigh - config.reachLow < lowestBand) return;  // said already
    // A diagonal alone is taken for that of a lying screen of 16 to 9.
    const double height = config.size ? config.size->height : std::floor(config.diagonalInches * 25.4 * 0.49);
    const double bottom = config.bottomAboveFloor, top = bottom + height;
    const double seen = std::min(top, config.reachHigh) - std::max(bottom, config.reachLow);
    const double least = std::min(leastInReach, leastShareInReach * height);
    if (seen >= least) return;
    file.refuse(file.has("reach") ? "reach" : "screen",
                fmt::format("the band of reach from {} to {} mm {} the screen, which is from {} to {} mm",
                            config.reachLow, config.reachHigh,
                            seen <= 0 ? "misses"
                                      : fmt::format("holds {:.0f} mm, of {:.0f} at least, of", seen, least),
                            bottom, top));
}

// A list of words, each once and each accepted by `fits`; not empty.
void readWords(const Table& table, std::string_view key, std::vector<std::string>& words, auto fits,
               std::string_view whatFits) {
    const auto given = table.maybe<std::vector<std::string>>(key);
    if (!given) return;
    if (given->empty()) return table.refuse(key, "at least one is needed");
    for (std::size_t i = 0; i < given->size(); ++i) {
        const std::string& word = (*given)[i];
        if (!fits(word))
            table.refuseElement(key, i, fmt::format("\"{}\" is not {}", word.substr(0, 60), whatFits));
        if (std::find(given->begin(), given->begin() + static_cast<std::ptrdiff_t>(i), word) !=
            given->begin() + static_cast<std::ptrdiff_t>(i))
            table.refuseElement(key, i, fmt::format("\"{}\" stands here twice", word.substr(0, 60)));
    }
    words = *given;
}

void readLanguage(const Table& language, Config& config) {
    const auto isCode = [](const std::string& word) { return word.size() == 2 && consistsOf(word, isLower); };
    readWords(language, "offered", config.languagesOffered, isCode, "a language code of two letters");
    config.language = language.optional<std::string>("default", config.language);
    if (std::ranges::find(config.languagesOffered, config.language) == config.languagesOffered.end())
        language.refuse(
            language.has("default") ? "default" : "offered",
            fmt::format("the default language \"{}\" is not offered", config.language.substr(0, 60)));
}

void readSound(const Table& sound, Config& config) {
    config.volume = sound.optional<double>("volume", config.volume, between(0, 1));
    config.mute = sound.optional<bool>("mute", config.mute);
    const auto periods = sound.optional<std::vector<std::string>>("quiet_hours", {});
    for (std::size_t i = 0; i < periods.size(); ++i) {
        const std::string& text = periods[i];
        const bool shape = text.size() == 11 && text[5] == '-';
        const QuietHours period =
            shape ? QuietHours{minutes(text.substr(0, 5)), minutes(text.substr(6))} : QuietHours{-1, -1};
        if (period.begin < 0 || period.end < 0 || period.begin == period.end)
            sound.refuseElement("quiet_hours", i, "must be two times of day, as in \"22:00-08:30\"");
        else
            config.quietHours.push_back(period);
    }
}

void readVisit(const Table& visit, Config& config) {
    config.idleSeconds = visit.optional<double>("idle_seconds", config.idleSeconds, between(30, 3600));
    // WCAG 2.2.1: at least 20 s to answer the warning.
    config.warningSeconds =
        visit.optional<double>("warning_seconds", config.warningSeconds, between(20, 600));
    if (config.warningSeconds > config.idleSeconds - 10)
        visit.refuse(visit.has("warning_seconds") ? "warning_seconds" : "idle_seconds",
                     fmt::format("a warning {} s before the end leaves less than 10 s of the {} idle seconds",
                                 config.warningSeconds, config.idleSeconds));
    const auto isBand = [](const std::string& word) {
        return std::ranges::find(ageBands, word) != ageBands.end();
    };
    readWords(visit, "bands", config.bandsOffered, isBand,
              fmt::format("one of {}", fmt::join(ageBands.begin(), ageBands.end(), ", ")));
}

// A shell makes a folder of "~"; here it would be a name like any other, and a folder called so be made.
void refuseTilde(const Table& table, std::string_view key, const std::string& text) {
    if (text.starts_with('~'))
        table.refuse(key, "'~' stands for no folder here: write the whole path, from '/' on");
}

void readPlaces(const Table& data, const Table& levels, const std::string& path, Config& config) {
    const std::filesystem::path home = std::filesystem::path(path).parent_path();
    const auto placed = [&](const Table& table, std::string_view key, const std::string& text) {
        if (text.empty()) table.refuse(key, "must not be empty");
        if (text.size() > 1000) table.refuse(key, "is longer than 1000 bytes");
        refuseTilde(table, key, text);
        return (home / text).lexically_normal().string();
    };
    config.dataFolder = placed(data, "folder", data.optional<std::string>("folder", config.dataFolder));
    config.database = data.optional<std::string>("database", config.database);
    const std::string file = std::filesystem::path(config.database).filename().string();
    if (file.empty() || file == "." || file == ".." || config.database.size() > 1000)
        data.refuse("database", "must be the name of a file, as in \"engagement.db\"");
    refuseTilde(data, "database", config.database);
    for (const std::string& folder : levels.optional<std::vector<std::string>>("folders", {}))
        config.levelFolders.push_back(placed(levels, "folders", folder));
    const auto isId = [](const std::string& word) { return consistsOf(word, isIdCharacter); };
    readWords(levels, "only", config.levels, isId, "the id of a level (a-z, 0-9 and '-')");
}

}  // namespace

Result<Config> parseConfig(std::string_view text, const std::string& path) {
    const Result<Table> file = parseToml(text, path);
    if (!file) return tl::unexpected(file.error());
    Config config;
    readSite(file->optionalTable("site"), config);
    readScreen(file->optionalTable("screen"), config);
    readReach(file->optionalTable("reach"), config);
    readLanguage(file->optionalTable("language"), config);
    readSound(file->optionalTable("sound"), config);
    readVisit(file->optionalTable("visit"), config);
    const Table access = file->optionalTable("access");
    config.reducedMotion = access.optional<bool>("reduced_motion", config.reducedMotion);
    config.highContrast = access.optional<bool>("high_contrast", config.highContrast);
    readPlaces(file->optionalTable("data"), file->optionalTable("levels"), path, config);
    checkReachOnScreen(*file, config);
    file->rejectUnknownKeys();
    if (!file->ok()) return tl::unexpected(file->errors());
    return config;
}

Result<Config> readConfig(const std::string& path) {
    const Result<std::string> text = readTextFile(path, defaultTomlLimit);
    if (!text) return tl::unexpected(text.error());
    return parseConfig(*text, path);
}

Size Config::sizeFor(int pixelsWide, int pixelsHigh) const {
    if (size) return *size;
    const double wide = std::max(pixelsWide, 1), high = std::max(pixelsHigh, 1);
    const double perPixel = diagonalInches * 25.4 / std::sqrt(wide * wide + high * high);
    return {wide * perPixel, high * perPixel};
}

bool Config::quietAt(int minuteOfDay) const {
    const int now = ((minuteOfDay % minutesOfDay) + minutesOfDay) % minutesOfDay;
    return std::ranges::any_of(quietHours, [now](const QuietHours& period) {
        if (period.begin < period.end) return now >= period.begin && now < period.end;
        return now >= period.begin || now < period.end;
    });
}

std::string Config::databasePath() const {
    return (std::filesystem::path(dataFolder) / database).lexically_normal().string();
}

std::string summary(const Config& config) {
    std::string text;
    const auto line = [&](std::string_view key, const std::string& value) {
        text += fmt::format("{:<24}{}\n", key, value);
    };
    line("site.kiosk", config.kiosk);
    line("site.site", config.site.empty() ? "-" : config.site);
    line("screen", config.size ? fmt::format("{} × {} mm", config.size->width, config.size->height)
                               : fmt::format("{} inches across", config.diagonalInches));
    line("screen.bottom", fmt::format("{} mm above the floor", config.bottomAboveFloor));
    line("reach", fmt::format("{} to {} mm above the floor, {} hand", config.reachLow, config.reachHigh,
                              config.hand == Hand::Right ? "right" : "left"));
    line("language",
         fmt::format("{}, offered: {}", config.language, fmt::join(config.languagesOffered, ", ")));
    std::string quiet;
    for (const QuietHours& period : config.quietHours)
        quiet += fmt::format(", quiet {:02}:{:02}-{:02}:{:02}", period.begin / 60, period.begin % 60,
                             period.end / 60, period.end % 60);
    line("sound", fmt::format("volume {}{}{}", config.volume, config.mute ? ", muted" : "", quiet));
    line("visit", fmt::format("ends after {} s without a touch, warns {} s before", config.idleSeconds,
                              config.warningSeconds));
    line("visit.bands", fmt::format("{}", fmt::join(config.bandsOffered, ", ")));
    line("access", fmt::format("reduced motion {}, high contrast {}", config.reducedMotion ? "on" : "off",
                               config.highContrast ? "on" : "off"));
    line("data", config.databasePath());
    line("levels.folders", config.levelFolders.empty()
                               ? "those that came with the program"
                               : fmt::format("{}", fmt::join(config.levelFolders, ", ")));
    line("levels.only", config.levels.empty() ? "all" : fmt::format("{}", fmt::join(config.levels, ", ")));
    return text;
}

}  // namespace vonk::data
