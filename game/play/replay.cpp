#include "game/play/replay.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "game/play/command_codec.h"
#include "game/play/outcome.h"
#include "game/play/places.h"

namespace vonk::play {
namespace {

std::string indexed(const char* list, std::size_t index) {
    return std::string(list) + '[' + std::to_string(index) + ']';
}

std::string keyOf(const record::Recording& recording, const record::Difference& difference) {
    using What = record::Difference::What;
    if (difference.what == What::Outcome) return "outcome";
    if (difference.what == What::Quantity) {
        const auto found =
            std::ranges::find(recording.quantities, difference.quantity, &record::Quantity::name);
        return indexed("quantities", static_cast<std::size_t>(found - recording.quantities.begin())) +
               ".value";
    }
    const auto found = std::ranges::find_if(
        recording.checkpoints, [&](const auto& checkpoint) { return checkpoint.tick >= difference.tick; });
    if (found == recording.checkpoints.end()) return "checkpoints";
    return indexed("checkpoints", static_cast<std::size_t>(found - recording.checkpoints.begin()));
}

}  // namespace

vonk::Result<record::Recording> readRecording(const std::string& path) {
    return record::readRecording(
        path, [](const record::RecordedCommand& command) -> std::optional<record::CommandMistake> {
            record::CommandMistake mistake;
            if (decode(command, mistake)) return std::nullopt;
            return mistake;
        });
}

std::optional<std::string> madeByOtherPhysics(const record::Recording& recording) {
    constexpr int here = static_cast<int>(world::physics_version);
    if (recording.physics == here) return std::nullopt;
    return "made with physics " + std::to_string(recording.physics) + ", this is " + std::to_string(here);
}

std::string inWords(const level::Level& level, const Reason& refused) {
    std::string words(vonk::name(refused.id));
    if (refused.id != ReasonId::OutsideScene || !level.scene.build.contains(refused.place)) return words;
    const auto millimetres = [](double metres) {
        return static_cast<std::int32_t>(std::floor(metres * 1000 + 0.5));
    };
    const world::GridPoint at{millimetres(refused.place.x), millimetres(refused.place.y)};
    if (onGrid(level.scene, at)) return words;
    const auto metres = [](std::int32_t mm) {
        std::string digits = std::to_string(std::abs(mm) % 1000 + 1000).substr(1);
        while (!digits.empty() && digits.back() == '0') digits.pop_back();
        return (mm < 0 ? "-" : "") + std::to_string(std::abs(mm) / 1000) + (digits.empty() ? "" : ".") +
               digits;
    };
    return words + ": [" + metres(at.x_mm) + ", " + metres(at.y_mm) +
           "] lies between the points of the grid, " + metres(millimetres(level.scene.grid)) + " m apart";
}

Replayed replayed(const level::Level& level, const record::Recording& recording) {
    Session session(level);
    Replayed all;
    Replay& played = all.replay;
    played.touches = static_cast<std::uint32_t>(recording.commands.size());
    played.ticks = recording.ticks;
    played.seconds = static_cast<double>(recording.ticks) / world::ticks_per_second;
    if (const auto why = record::whyNotReplayable(recording, level.id, level.physicsHash())) {
        played.difference = why->reason;
        all.key = why->key;
        return all;
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
                all.key = indexed("commands", next);
                return all;
            }
            if (auto reason = session.apply(*command, recorded.actor, sideOf(recorded))) {
                played.refused = std::move(reason);
                played.difference = "tick " + std::to_string(tick) + ": command " + std::to_string(next + 1) +
                                    " (" + recorded.kind + ") is refused: " + inWords(level, *played.refused);
                all.key = indexed("commands", next);
                break;
            }
        }
        if (tick < recording.ticks) session.tick();
    }
    played.result = session.assess();
    if (played.refused) return all;
    record::Recording again = session.recording();
    if (!recording.outcome.empty() && again.outcome.empty()) describe(played.result, again);
    if (const auto difference = record::firstDifference(recording, again)) {
        played.difference = difference->text;
        all.key = keyOf(recording, *difference);
    }
    return all;
}

Replay replay(const level::Level& level, const record::Recording& recording) {
    return replayed(level, recording).replay;
}

}  // namespace vonk::play
