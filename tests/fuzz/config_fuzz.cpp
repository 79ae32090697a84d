// A kiosk's config: read or refused; what was read can be asked everything.
#include "engine/data/config.h"
#include "input.h"

using namespace vonk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto config = data::parseConfig(fuzz::text(data, size), "kiosk.toml");
    if (!config) {
        fuzz::checkRefusal(config.error());
        return 0;
    }
    VONK_ASSERT(!data::summary(*config).empty());
    VONK_ASSERT(config->sizeFor(1920, 1080).width > 0.0);
    for (int minute = 0; minute < 1440; minute += 97) static_cast<void>(config->quietAt(minute));
    VONK_ASSERT(!config->databasePath().empty());
    VONK_ASSERT(!config->languagesOffered.empty());
    return 0;
}
