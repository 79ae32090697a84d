// A recording: read or refused; what was read is written and read again without a difference, its commands
// are decoded, and a short one is played on a level, where each command is done or refused.
#include "engine/record/recording.h"
#include "game/play/command_codec.h"
#include "game/play/session.h"
#include "game/world/catalog.h"
#include "input.h"

using namespace vonk;

namespace {

const level::Level& shipped(std::size_t which) {
    static const std::vector<level::Level> levels = [] {
        Errors bad;
        auto read = world::readLevels(VONK_SOURCE_DIR "/levels", bad);
        VONK_ASSERT(bad.empty() && !read.empty());
        return read;
    }();
    return levels[which % levels.size()];
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto recording = record::parseRecording(fuzz::text(data, size), "win.toml");
    if (!recording) {
        fuzz::checkRefusal(recording.error());
        return 0;
    }
    const std::string written = record::toToml(*recording);
    const auto again = record::parseRecording(written, "again.toml");
    VONK_ASSERT(again && *again == *recording);
    for (const record::RecordedCommand& command : recording->commands) {
        std::string why;
        const auto decoded = play::decode(command, why);
        VONK_ASSERT(decoded.has_value() == why.empty());
        if (decoded)
            VONK_ASSERT(play::decode(play::encode(*decoded, command.actor, command.tick), why) == decoded);
    }

    constexpr std::uint64_t fewTicks = 240;
    constexpr std::size_t fewCommands = 60;
    if (recording->ticks > fewTicks || recording->commands.size() > fewCommands) return 0;
    const level::Level& on = shipped(recording->levelHash);
    recording->level = on.id;
    recording->levelHash = on.physicsHash();
    static_cast<void>(play::replay(on, *recording));
    return 0;
}
