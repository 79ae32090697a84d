#include <fmt/core.h>

#include "engine/data/lines.h"
#include "game/play/replay.h"
#include "game/world/catalog.h"
#include "tools/levels/commands.h"
#include "tools/levels/find.h"
#include "tools/levels/json.h"

namespace vonk::levels {

int runRecording(const std::string& name_or_folder, const std::string& file, bool json) {
    const auto level = readNamedLevel(name_or_folder);
    if (!level) {
        printErrors(level.error());
        return 2;
    }
    const auto recording = play::readRecording(file);
    if (!recording) {
        printErrors(recording.error());
        return 2;
    }
    const data::Lines lines(file);
    if (auto why = record::whyNotReplayable(*recording, level->id, level->physicsHash(), file)) {
        why->line = lines.of(why->key);
        printErrors({*why});
        return 2;
    }
    if (const auto other = play::madeByOtherPhysics(*recording))
        printErrors({{file, lines.of("physics"), "physics",
                      *other + ": outcome and quantities are compared, the state is not"}});
    const play::Replayed played = play::replayed(*level, *recording);
    const play::Replay& replay = played.replay;
    if (json) {
        nlohmann::ordered_json out{{"level", level->id}, {"recording", file}};
        out.update(toJson(replay));
        fmt::print("{}\n", out.dump(2));
    } else {
        const play::Result& result = replay.result;
        fmt::print("{}: {}\n", level->id,
                   result.won ? "won" : "lost, " + std::string(name(result.reason.id)));
        fmt::print("  {:.2f} s run, greatest use {:.3f}, sag {:.3f} m, {} broken, {} across, {:.0f} euro\n",
                   result.measures.seconds, result.measures.greatest_use, result.measures.greatest_sag,
                   result.measures.broken, result.measures.across, result.cost);
        fmt::print("  {} in {:.0f} s\n", counted(replay.touches, "touch", "touches"), replay.seconds);
        for (const play::StarResult& star : result.stars)
            fmt::print("  {} {} ({:.2f}, limit {:.2f})\n", star.earned ? "*" : "-",
                       level::name(star.star.kind), star.value, star.star.limit);
    }
    if (replay.difference) printErrors({{file, lines.of(played.key), played.key, *replay.difference}});
    return replay.difference ? 1 : 0;
}

}  // namespace vonk::levels
