// `vonk --check-config [F]`: every mistake by its line, those of the levels that it offers
// included, or what the config means.
#include <cstdio>

#include "engine/platform/paths.h"
#include "game/app/offered_levels.h"
#include "game/app/stage.h"

namespace vonk::app {

int checkConfig(const Options& options) {
    std::string path = options.config;
    if (path.empty()) {
        const auto shipped = platform::findShipped("kiosk-config/kiosk.toml");
        if (!shipped) {
            std::fprintf(stderr, "kiosk-config/kiosk.toml: did not come with the program\n");
            return exit_invalid;
        }
        path = shipped->string();
    }
    const auto config = data::readConfig(path);
    if (!config) {
        print(config.error());
        return exit_invalid;
    }
    const auto shipped = platform::findShipped("levels");
    const OfferedLevels offered = offeredLevels(*config, shipped ? shipped->string() : "levels");
    Errors mistakes = atLines(offered.mistakes, path);
    mistakes.insert(mistakes.end(), offered.bad.begin(), offered.bad.end());
    if (!mistakes.empty()) {
        print(mistakes);
        return exit_invalid;
    }
    std::printf("%s: no mistakes\n%s", path.c_str(), data::summary(*config).c_str());
    return exit_done;
}

}  // namespace vonk::app
