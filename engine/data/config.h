// The kiosk's config, kiosk-config/kiosk.toml: everything that differs between one exhibit and the next. All
// keys may be left out; the defaults are those written here and in that file. The keys are stable: a config
// outlives a release.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/core/error.h"
#include "engine/data/languages.h"

namespace vonk::data {

// Youngest first; names as in levels, configs and records.
inline constexpr std::array<std::string_view, 5> ageBands = {"groep-1-2", "groep-3-5", "groep-6-8",
                                                             "onderbouw", "bovenbouw"};

struct Size {
    double width = 0.0;   // mm
    double height = 0.0;  // mm
};

enum class Hand { Right, Left };

// A piece of the day in which the exhibit is silent; ends after midnight where end ≤ begin.
struct QuietHours {
    int begin = 0;  // minutes after midnight
    int end = 0;
};

struct Config {
    // [site]: no names of persons
    std::string kiosk =
        "vonk";        // a-z, 0-9 and '-', at most 32: names the kiosk to its operator, in no record
    std::string site;  // shown to operators

    // [screen]: either the two sizes or the diagonal
    std::optional<Size> size;
    double diagonalInches = 24.0;
    double bottomAboveFloor = 700.0;  // mm, the lower edge of the picture

    // [reach]: what visitors touch lies between these heights
    double reachLow = 455.0;    // mm above the floor
    double reachHigh = 1015.0;  // mm above the floor
    Hand hand = Hand::Right;    // where the keys for the thumb are at the start

    // [language]
    std::string language{baseLanguage};
    std::vector<std::string> languagesOffered = shippedLanguages();

    // [sound]
    double volume = 0.7;  // 0–1
    bool mute = false;
    std::vector<QuietHours> quietHours;

    // [visit]
    double idleSeconds = 60.0;     // without a touch, then the visit ends
    double warningSeconds = 20.0;  // that long before it ends the visitor is asked
    std::vector<std::string> bandsOffered = {ageBands.begin(), ageBands.end()};

    // [access]
    bool reducedMotion = false;
    bool highContrast = false;

    // [data]; relative paths start at the folder of the config file
    std::string dataFolder = "data";
    std::string database = "engagement.db";  // within dataFolder unless absolute

    // [levels]
    std::vector<std::string> levelFolders;  // empty: the levels that came with the program
    std::vector<std::string> levels;        // ids; empty: all in the folders

    // The size of the picture: as configured, or from the diagonal and the shape of the screen in pixels.
    Size sizeFor(int pixelsWide, int pixelsHigh) const;
    bool quietAt(int minuteOfDay) const;
    std::string databasePath() const;
};

// Every mistake in the file at once, each by its line and key.
Result<Config> readConfig(const std::string& path);
Result<Config> parseConfig(std::string_view text, const std::string& path);

// For a person who checks a config: one line per key, with its unit.
std::string summary(const Config& config);

}  // namespace vonk::data
