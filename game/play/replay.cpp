#include <algorithm>

#include "game/play/command_codec.h"
#include "game/play/outcome.h"
#include "game/play/session.h"

namespace vonk::play {

Replay replay(const level::Level& level, const record::Recording& recording) {
    Session session(level);
    Replay played;
    played.touches = static_cast<std::uint32_t>(recording.commands.size());
    played.ticks = recording.ticks;
    played.seconds = static_cast<double>(recording.ticks) / world::ticks_per_second;
    if (const auto why = record::whyNotReplayable(recording, level.id, level.physicsHash())) {
        played.difference = toString(*why);
        return played;
    }
    std::size_t next = 0;
    // One more round for what was done after the last tick.
    for (std::uint64_t tick = 0; tick <= recording.ticks && !played.refused; ++tick) {
        for (; next < recording.commands.size() && recording.commands[next].tick <= tick; ++next) {
            const record::RecordedCommand& recorded = recording.commands[next];
            std::string why;
            const auto command = decode(recorded, why);
            if (!command) {
                played.difference =
                    "tick " + std::to_string(tick) + ": command " + std::to_string(next + 1) + ": " + why;
                return played;
            }
            if (auto reason = session.apply(*command, recorded.actor, sideOf(recorded))) {
                played.refused = std::move(reason);
                played.difference = "tick " + std::to_string(tick) + ": command " + std::to_string(next + 1) +
                                    " (" + recorded.kind +
                                    ") is refused: " + std::string(name(played.refused->id));
                break;
            }
        }
        if (tick < recording.ticks) session.tick();
    }
    played.result = session.assess();
    if (played.refused) return played;
    record::Recording again = session.recording();
    if (!recording.outcome.empty() && again.outcome.empty()) describe(played.result, again);
    if (const auto difference = record::firstDifference(recording, again))
        played.difference = difference->text;
    return played;
}

}  // namespace vonk::play
