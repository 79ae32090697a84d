#include "engine/data/config.h"

#include <catch2/catch.hpp>

using namespace vonk;
using namespace vonk::data;

namespace {

std::vector<std::string> mistakes(const std::string& text) {
    std::vector<std::string> lines;
    const Result<Config> config = parseConfig(text, "/etc/vonk/kiosk.toml");
    if (!config)
        for (const Error& error : config.error())
            lines.push_back(toString(error).substr(std::string("/etc/vonk/").size()));
    return lines;
}

}  // namespace

TEST_CASE("the shipped config is valid and says the defaults") {
    const std::string path = std::string(VONK_SOURCE_DIR) + "/kiosk-config/kiosk.toml";
    const Result<Config> shipped = readConfig(path);
    INFO((shipped ? "" : toString(shipped.error().front())));
    REQUIRE(shipped);
    const Result<Config> empty = parseConfig("", path);
    REQUIRE(empty);
    CHECK(summary(*shipped) == summary(*empty));
    CHECK(shipped->idleSeconds == 60);
    CHECK(shipped->databasePath() == std::string(VONK_SOURCE_DIR) + "/kiosk-config/data/engagement.db");
}

TEST_CASE("every key of a config is read") {
    const Result<Config> config = parseConfig(R"(
[site]
kiosk = "nemo-3"
site = "NEMO"
[screen]
width_mm = 1210
height_mm = 680
bottom_above_floor_mm = 600
[reach]
low_mm = 620
high_mm = 1100
hand = "left"
[language]
default = "en"
offered = ["en", "nl", "de"]
[sound]
volume = 0.25
mute = true
quiet_hours = ["22:00-08:30", "12:00-13:00"]
[visit]
idle_seconds = 90
warning_seconds = 25
bands = ["groep-3-5", "groep-6-8"]
[access]
reduced_motion = true
high_contrast = true
[data]
folder = "/var/lib/vonk"
database = "log.db"
[levels]
folders = ["more", "/srv/levels"]
only = ["plank-and-sheep"]
)",
                                              "/etc/vonk/kiosk.toml");
    INFO((config ? "" : toString(config.error().front())));
    REQUIRE(config);
    CHECK(config->kiosk == "nemo-3");
    CHECK(config->site == "NEMO");
    CHECK(config->sizeFor(1920, 1080).width == 1210);
    CHECK(config->sizeFor(1920, 1080).height == 680);
    CHECK(config->bottomAboveFloor == 600);
    CHECK(config->reachLow == 620);
    CHECK(config->reachHigh == 1100);
    CHECK(config->hand == Hand::Left);
    CHECK(config->language == "en");
    CHECK(config->languagesOffered == std::vector<std::string>{"en", "nl", "de"});
    CHECK(config->volume == 0.25);
    CHECK(config->mute);
    CHECK(config->idleSeconds == 90);
    CHECK(config->warningSeconds == 25);
    CHECK(config->bandsOffered == std::vector<std::string>{"groep-3-5", "groep-6-8"});
    CHECK(config->reducedMotion);
    CHECK(config->highContrast);
    CHECK(config->databasePath() == "/var/lib/vonk/log.db");
    CHECK(config->levelFolders == std::vector<std::string>{"/etc/vonk/more", "/srv/levels"});
    CHECK(config->levels == std::vector<std::string>{"plank-and-sheep"});
    CHECK(config->quietAt(23 * 60));
    CHECK(config->quietAt(8 * 60 + 29));
    CHECK_FALSE(config->quietAt(8 * 60 + 30));
    CHECK(config->quietAt(12 * 60));
    CHECK_FALSE(config->quietAt(13 * 60));
}

TEST_CASE("the size of the picture follows from the diagonal and the shape in pixels") {
    Config config;
    config.diagonalInches = 24;
    CHECK(config.sizeFor(1920, 1080).width == Approx(531.3).epsilon(1e-3));
    CHECK(config.sizeFor(1920, 1080).height == Approx(298.9).epsilon(1e-3));
    CHECK(config.sizeFor(1080, 1920).height == Approx(531.3).epsilon(1e-3));
    CHECK(config.sizeFor(0, 0).width > 0);
}

TEST_CASE("every mistake in a config is named by its line and key") {
    CHECK(mistakes("[site]\nkiosk = \"Kiosk 1\"\n") ==
          std::vector<std::string>{"kiosk.toml:2: site.kiosk: must be 1 to 32 of a-z, 0-9 and '-'"});
    CHECK(mistakes("[screen]\nwidth_mm = 500\ndiagonal_inches = 24\n") ==
          std::vector<std::string>{
              "kiosk.toml:2: screen.width_mm: the other size is missing",
              "kiosk.toml:3: screen.diagonal_inches: give either this or width_mm and height_mm"});
    CHECK(mistakes("[reach]\nlow_mm = 900\nhigh_mm = 800\n").size() == 1);
    CHECK(mistakes("[screen]\nwidth_mm = 500\nheight_mm = 300\nbottom_above_floor_mm = 1500\n[reach]\n") ==
          std::vector<std::string>{
              "kiosk.toml:5: reach: the band of reach from 455 to 1015 mm misses the screen, "
              "which is from 1500 to 1800 mm"});
    // Too little of the picture is in reach for scene and tray.
    CHECK(mistakes("[reach]\nlow_mm = 850\nhigh_mm = 1400\n") ==
          std::vector<std::string>{
              "kiosk.toml:1: reach: the band of reach from 850 to 1400 mm holds 148 mm, of 224 "
              "at least, of the screen, which is from 700 to 998 mm"});
    CHECK(mistakes("[screen]\nwidth_mm = 3000\nheight_mm = 400\n") ==
          std::vector<std::string>{
              "kiosk.toml:2: screen.width_mm: a screen of 3000 by 400 mm is too slim: at most three to one"});
    // Without a [reach] table the band is the default one: the mistake stands at the screen.
    CHECK(mistakes("[screen]\nwidth_mm = 500\nheight_mm = 300\nbottom_above_floor_mm = 1500\n")
              .at(0)
              .starts_with("kiosk.toml:1: screen: the band"));
    CHECK(mistakes("[language]\ndefault = \"de\"\noffered = [\"nl\", \"Nl\", \"nl\"]\n") ==
          std::vector<std::string>{
              "kiosk.toml:2: language.default: the default language \"de\" is not offered",
              "kiosk.toml:3: language.offered[1]: \"Nl\" is not a language code of two letters",
              "kiosk.toml:3: language.offered[2]: \"nl\" stands here twice"});
    CHECK(mistakes("[sound]\nvolume = 70\nquiet_hours = [\"22-8\", \"24:00-08:00\", \"08:00-08:00\"]\n")
              .size() == 4);
    CHECK(mistakes("[visit]\nidle_seconds = 40\nwarning_seconds = 35\nbands = [\"groep-7\"]\n").size() == 2);
    CHECK(mistakes("[visit]\nwarning_seconds = 10\nbands = []\n").size() == 2);
    CHECK(mistakes("[data]\ndatabase = \"\"\nfolder = \"\"\n").size() == 2);
    // What is no name of a file, and what only a shell understands.
    for (const char* name : {".", "..", "data/", "data/.", "/var/lib/.."})
        CHECK(mistakes("[data]\ndatabase = \"" + std::string(name) + "\"\n") ==
              std::vector<std::string>{"kiosk.toml:2: data.database: must be the name of a file, as in "
                                       "\"engagement.db\""});
    const std::string tilde = ": '~' stands for no folder here: write the whole path, from '/' on";
    CHECK(mistakes("[data]\nfolder = \"~/vonk\"\ndatabase = \"~/x.db\"\n[levels]\nfolders = [\"~\"]\n") ==
          std::vector<std::string>{"kiosk.toml:2: data.folder" + tilde, "kiosk.toml:3: data.database" + tilde,
                                   "kiosk.toml:5: levels.folders" + tilde});
    CHECK(mistakes("[levels]\nonly = [\"../x\"]\n").size() == 1);
    CHECK(mistakes("colour = 1\n[sound]\nloud = true\n[noise]\n") ==
          std::vector<std::string>{
              "kiosk.toml:1: colour: unknown key (known here: access, data, language, levels, reach, screen, "
              "site, "
              "sound, visit)",
              "kiosk.toml:3: sound.loud: unknown key (known here: mute, quiet_hours, volume)",
              "kiosk.toml:4: noise: unknown key (known here: access, data, language, levels, reach, screen, "
              "site, "
              "sound, visit)"});
}
