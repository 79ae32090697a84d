// Plays a stored recording on the stage by fingers: tiles are tapped, members drawn from joint to joint,
// Start is pressed.
#pragma once

#include "engine/record/recording.h"
#include "game/play/command_codec.h"
#include "game/world/parts.h"
#include "stage.h"

namespace vonk::screens {

inline std::vector<play::Command> commandsOf(const level::Level& level, const std::string& file) {
    const auto recording = record::readRecording((level.folder / file).string());
    if (!recording) FAIL(toString(recording.error().front()));
    std::vector<play::Command> commands;
    std::string why;
    for (const auto& recorded : recording->commands) {
        auto command = play::decode(recorded, why);
        if (!command) FAIL(why);
        commands.push_back(std::move(*command));
    }
    return commands;
}

// Everything up to Start; `without` leaves out the last so many pieces.
inline void build(Stage& stage, const std::string& file) {
    const play::Session& session = *stage.exhibit->session();
    for (const play::Command& command : commandsOf(session.level(), file)) {
        const auto* place = std::get_if<play::Place>(&command);
        if (!place) continue;
        const auto* between = std::get_if<world::BetweenJoints>(&place->placement);
        if (!between) continue;
        const level::Scene& scene = session.level().scene;
        const bool left = between->from.metres().x < 0.5 * (scene.left_bank + scene.right_bank);
        const std::string tray = !session.level().two_sided ? "" : left ? "left." : "right.";
        stage.tap(tray + "tile." + std::string(world::row(place->kind).key));
        stage.drag(*stage.exhibit->pixelOf(between->from), *stage.exhibit->pixelOf(between->to));
    }
}

}  // namespace vonk::screens
